import pytest

from checker.entries.errors import TableError
from checker.entries.guessing import guess
from checker.entries.mapping import Figure
from checker.entries.mappingfile import dumps, loads
from checker.model import Certainty

TABLE = 'study,a,b,c,"d, n (%)",k\nA,10,55,22,28 (50.9),x\n'


def test_columns_by_the_fields_of_a_kind(sheet_of):
    text = "rows:\n- {kind: proportion, count: a, total: b, percent: c, name: CR}\nlabels: study\n"
    mapping = loads(text, sheet_of(TABLE))
    (relation,) = mapping.relations
    assert relation.figures == {("count",): Figure(1), ("total",): Figure(2), ("percent",): Figure(3)}
    assert (relation.name, relation.certainty, mapping.labels) == ("CR", Certainty.STATED, (0,))
    assert set(mapping.unmapped) == {4, 5}


def test_constants_pairs_and_groups(sheet_of):
    text = """
cells: {"d, n (%)": count (percent)}
rows:
- {kind: proportion, count: "d, n (%)", percent: "d, n (%)", total: 55}
- kind: comparison
  groups: [{count: a, total: b}, {count: {column: "d, n (%)", part: count}, total: {value: "60"}}]
  p: c
"""
    first, second = loads(text, sheet_of(TABLE)).relations
    assert first.figures == {("count",): Figure(4, "count"), ("percent",): Figure(4, "percent")}
    assert first.constants == {("total",): "55"}
    assert second.figures["groups", 1, "count"] == Figure(4, "count")
    assert second.constants == {("groups", 1, "total"): "60"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("rows:\n- {kind: proportion, count: aa, total: b}", "line 2: expected a column of entries.csv, not 'aa'"),
        ("rows:\n- {kind: proportions, count: a}", "line 2: expected a kind of claim.*did you mean 'proportion'"),
        ("rows:\n- kind: proportion\n  counts: a", "line 3: expected one of .* not 'counts'; did you mean 'count'"),
        ("row:\n- {}", "line 1: expected one of labels, cells, rows, across"),
        ("labels: [study]", "expected `rows` or `across`"),
        ("rows:\n- {kind: proportion}", "line 2: expected the columns"),
        ("cells: {a: count percent}\nrows: []", "line 1: expected one of count \\(percent\\)"),
        ("rows:\n- {kind: effect, estimate: a}", "line 2: .*missing required field `measure`"),
        ("rows:\n- {kind: effect, measure: OR, scale: loga, estimate: a, lower: b}", "line 2: .*loga"),
        ("rows:\n- {kind: proportion, count: a, percent: {column: c, part: percent}}", "line 2: expected the form"),
        ('cells: {"d, n (%)": count (percent)}\nrows:\n- {kind: effect, p: "d, n (%)"}', "line 3: expected `part: `"),
        ("across:\n- {kind: repeats}", "line 2: expected `kind: partition` or `kind: repeat`"),
        ("across:\n- {kind: repeat, by: study}", "line 2: expected the columns that tell rows apart"),
        ("across:\n- {kind: partition, by: study}", "line 2: expected the column of the counts"),
        ("across:\n- {kind: partition, count: a, whole: Total}", "line 2: expected `parts`"),
        ("across:\n- {kind: partition, count: a, complete: maybe}", "line 2: expected true or false"),
        ("rows: [", "line"),
        ("", "line 1"),
        ("a", "expected a mapping"),
    ],
)
def test_whatever_is_wrong_is_one_error_with_its_line(sheet_of, text, problem):
    with pytest.raises(TableError, match=problem):
        loads(text, sheet_of(TABLE), "mapping.yaml")


@pytest.mark.parametrize(
    "text",
    [
        'study,"CR, n (%)",total,dose\nA,28 (50.9),55,5\n',
        "study,events_t,n_t,events_c,n_c,OR,lower,upper,p\nA,16,30,8,25,2.4,1.1,5.2,0.1\n",
        'study,"Arm A (N=55), n (%)",Median (IQR)\nA,28 (50.9),5 (3-8)\n',
        "study,arm,n,pct,total\nA,CAV,30,55,55\nA,MEC,25,45,55\nA,Total,55,100,55\n",
    ],
)
def test_a_draft_says_what_was_guessed(sheet_of, text):
    sheet = sheet_of(text)
    guessed = guess(sheet)
    stated = loads(dumps(guessed, sheet), sheet)
    assert [(r.kind, r.figures, r.constants, r.name) for r in stated.relations] == [
        (r.kind, r.figures, r.constants, r.name) for r in guessed.relations
    ]
    assert stated.labels == guessed.labels
    assert [(a.by, a.count, a.whole) for a in stated.across] == [(a.by, a.count, a.whole) for a in guessed.across]
    assert set(stated.unmapped) == set(guessed.unmapped)


def test_a_draft_of_nothing_shows_how(sheet_of):
    sheet = sheet_of("study,dose\nA,5\n")
    assert "# - {kind: proportion" in dumps(guess(sheet), sheet)
