import pytest

from checker.entries.guessing import guess
from checker.model import Certainty


def relations(sheet_of, text):
    sheet = sheet_of(text)
    return [
        (r.kind, {".".join(map(str, path)): sheet.names[f.column] for path, f in r.figures.items()}, str(r.certainty))
        for r in guess(sheet).relations
    ]


ROW = "study,{}\nA,{}\nB,{}\n"


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [
        ("n,total,pct", ["proportion"]),
        ("events,n,%", ["proportion"]),
        ("n,N,percent", ["proportion"]),
        ("mean,sd,n,se", ["summary"]),
        ("mean,sd,n", []),
        ("OR,ci_low,ci_high,p", ["effect"]),
        ("HR,lower,upper", ["effect"]),
        ("beta,se,ci_low,ci_high", ["effect", "coefficient"]),
        ("t,df,p", ["test-statistic"]),
        ("chi2,p", []),
        ("pct,lower,upper,n,total", ["proportion", "interval"]),
        ("median,q1,q3", ["summary"]),
        ("events_t,total_t,events_c,total_c", ["proportion", "proportion"]),
        ("events_t,total_t,events_c,total_c,OR,lower,upper", ["proportion", "proportion", "effect", "effect"]),
        ("events_a,total_a,events_b,total_b,p", ["proportion", "proportion", "comparison"]),
        ("mean_t,sd_t,n_t,mean_c,sd_c,n_c,p", ["mean-comparison"]),
        ("or,or_low,or_high,hr,hr_low,hr_high", ["effect", "effect"]),
        ("year,dose", []),
        ("n,pct", []),
    ],
)
def test_usual_names(sheet_of, heads, kinds):
    cells = ",".join("12" for _ in heads.split(","))
    assert [kind for kind, _, _ in relations(sheet_of, ROW.format(heads, cells, cells))] == kinds


def test_n_is_the_count_or_the_number_it_is_counted_in(sheet_of):
    ((_, figures, _),) = relations(sheet_of, ROW.format("events,n,pct", "1,2,50", "1,4,25"))
    assert figures == {"count": "events", "percent": "pct", "total": "n"}
    ((_, figures, _),) = relations(sheet_of, ROW.format("n,N,pct", "1,2,50", "1,4,25"))
    assert figures == {"count": "n", "percent": "pct", "total": "N"}


def test_outcomes_share_the_total_of_their_row(sheet_of):
    found = relations(sheet_of, ROW.format('total,"CR, n (%)","PR, n (%)"', "55,28 (50.9),10 (18.2)", "30,1 (3),2 (7)"))
    assert [figures for _, figures, _ in found] == [
        {"count": "CR, n (%)", "percent": "CR, n (%)", "total": "total"},
        {"count": "PR, n (%)", "percent": "PR, n (%)", "total": "total"},
    ]


def test_arms_have_their_own_totals(sheet_of):
    heads = "n_treatment,n_control,CR events treatment,CR pct treatment,CR events control,CR pct control"
    found = relations(sheet_of, ROW.format(heads, "30,25,16,53,8,32", "30,25,16,53,8,32"))
    assert [figures["total"] for _, figures, _ in found] == ["n_treatment", "n_control"]


def test_the_control_arm_comes_second(sheet_of):
    text = ROW.format(
        "events_control,n_control,events_treated,n_treated,RR,lower,upper", "1,2,3,4,5,6,7", "1,2,3,4,5,6,7"
    )
    figures = next(figures for kind, figures, _ in relations(sheet_of, text) if "groups.0.count" in figures)
    assert figures["groups.0.count"] == "events_treated"


def test_cells_tell_what_a_heading_leaves_open(sheet_of):
    found = relations(sheet_of, "study,response\nA,28/55 (50.9%)\nB,10/55 (18.2%)\n")
    assert found == [("proportion", {"count": "response", "percent": "response", "total": "response"}, "printed")]


def test_a_size_in_the_heading(sheet_of):
    mapping = guess(sheet_of('study,"Arm A (N=55), n (%)"\nA,28 (50.9)\n'))
    assert mapping.relations[0].constants == {("total",): "55"}


def test_a_heading_that_the_cells_deny_is_a_label(sheet_of):
    mapping = guess(sheet_of("n,total,pct,events\n1,2,50,fever\n1,4,25,cough\n"))
    assert mapping.labels == (3,)


def test_what_is_not_mapped_is_named_with_the_reason(sheet_of):
    sheet = sheet_of("study,n,total,pct,dose,effect (95% CI),sd\nA,1,2,50,100,1.2 (1.0-1.4),3\n")
    said = "\n".join(guess(sheet).described(sheet))
    assert "not mapped: dose, its heading is no usual name, its cells are such as '100'" in said
    assert "not mapped: effect (95% CI), its heading names no measure" in said
    assert "not mapped: sd, nothing to compare it with" in said


def test_limits_and_p_are_of_the_figure_before_them(sheet_of):
    heads = "n,responders,ORR %,95% CI,HR,HR lower,HR upper,HR p"
    found = relations(sheet_of, ROW.format(heads, *["55,28,50.9,37.1-64.6,0.71,0.52,0.97,0.03"] * 2))
    figures = {kind: figures for kind, figures, _ in found}
    assert figures["effect"] == {"estimate": "HR", "p": "HR p", "lower": "HR lower", "upper": "HR upper"}
    assert figures["interval"]["lower"] == "95% CI"


def test_cells_with_several_figures_are_no_labels(sheet_of):
    mapping = guess(sheet_of("study,n,total,pct,change\nA,1,2,50,3 to 4\nB,1,4,25,5 to 6\n"))
    assert mapping.labels == (0,)
    assert mapping.unmapped == {4: "its heading is no usual name, its cells are such as '3 to 4'"}


def test_the_number_of_a_row_is_no_count(sheet_of):
    mapping = guess(sheet_of("no,total,pct\n1,55,20\n2,55,40\n3,60,50\n"))
    assert 0 not in mapping.relations[0].columns


def test_what_cannot_be_a_count_is_none(sheet_of):
    assert guess(sheet_of("n,total,pct\n0.45,55,20\n0.31,55,40\n0.2,9,5\n")).relations[0].columns == (2, 1)


def test_several_totals_that_fit_make_a_guess(sheet_of):
    heads = "n_early,n_late,early late events,early late pct"
    mapping = guess(sheet_of(ROW.format(heads, "1,2,3,4", "1,2,3,4")))
    assert mapping.relations[0].certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    ("names", "certainty"),
    [
        (["n", "mean", "sd", "ci_low", "ci_high", "OR"], Certainty.GUESSED),
        (["n", "mean", "sd", "ci_low", "ci_high", "OR", "OR_low", "OR_high"], Certainty.NAMED),
        (["n", "OR", "mean", "sd", "ci_low", "ci_high"], Certainty.NAMED),
    ],
)
def test_limits_between_two_figures_are_guessed(sheet_of, names, certainty):
    row = {"n": "50", "mean": "5.2", "sd": "1.1", "ci_low": "4.9", "ci_high": "5.5"}
    found = guess(sheet_of(f"{','.join(names)}\n{','.join(row.get(name, '1.3') for name in names)}\n"))
    assert {each.certainty for each in found.relations if each.kind == "summary"} == {certainty}
