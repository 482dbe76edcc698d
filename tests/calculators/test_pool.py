from math import exp, log

import pytest
from statsmodels.stats.meta_analysis import combine_effects

from checker.calc import pool
from checker.statistics.study_effects import EFFECTS_OF_COUNTS

# Four trials of BCG vaccine in Colditz et al, JAMA 1994;271:698-702.
COUNTS = ([4, 6, 62, 505], [123, 306, 13598, 88391], [11, 29, 248, 499], [139, 303, 12867, 88391])
TYPED = tuple(f"{a}/{n1} {c}/{n2}" for a, n1, c, n2 in zip(*COUNTS, strict=True))


def rows_of(*studies, **options):
    return {row[0]: row[1:] for row in pool(*studies, **options).rows}


@pytest.fixture
def file_of(tmp_path):
    def write(text):
        path = tmp_path / "study.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_agrees_with_statsmodels():
    effects = EFFECTS_OF_COUNTS["risk ratio"](*COUNTS)
    expected = combine_effects(effects.effect, effects.variance, method_re="dl")
    rows = rows_of(*TYPED)
    assert log(rows["fixed"][0]) == pytest.approx(expected.mean_effect_fe)
    assert log(rows["random DL"][0]) == pytest.approx(expected.mean_effect_re)
    assert rows["random DL"][4] == pytest.approx(expected.tau2)


@pytest.mark.parametrize(
    "heads",
    [
        "study,events1,n1,events2,n2",
        "Author,Events (treatment),Total (treatment),Events (control),Total (control)",
        "trial,event.e,n.e,event.c,n.c",
        "studlab,ai,n1i,ci,n2i",
    ],
)
def test_columns_by_their_usual_names(file_of, heads):
    lines = [f"s{at},{','.join(map(str, row))}" for at, row in enumerate(zip(*COUNTS, strict=True))]
    assert rows_of(file_of("\n".join([heads, *lines]))) == rows_of(*TYPED)


def test_cells_of_the_table(file_of):
    lines = [f"{a},{n1 - a},{c},{n2 - c}" for a, n1, c, n2 in zip(*COUNTS, strict=True)]
    assert rows_of(file_of("\n".join(["tpos,tneg,cpos,cneg", *lines]))) == rows_of(*TYPED)


def test_estimates_with_limits_errors_and_decimal_commas(file_of):
    limits = file_of("study;OR;Lower;Upper\na;0,41;0,13;1,26\nb;0,20;0,09;0,49\n")
    typed = rows_of("0.41 (0.13 to 1.26)", "0.20 [0.09; 0.49]", measure="or")
    assert rows_of(limits) == typed
    assert rows_of(file_of("id\tOR\t95% CI\na\t0.41\t0.13-1.26\nb\t0.20\t(0.09 to 0.49)\n")) == typed
    logs = file_of("study,yi,vi\na,-0.9,0.33\nb,-1.6,0.19\n")
    assert rows_of(logs, measure="or")["fixed"][0] == pytest.approx(
        exp((-0.9 / 0.33 - 1.6 / 0.19) / (1 / 0.33 + 1 / 0.19))
    )
    assert rows_of(logs)["fixed"][0] == pytest.approx(log(rows_of(logs, measure="or")["fixed"][0]))
    errors = file_of("study,MD,SE\na,2,1\nb,4,1\n")
    assert rows_of(errors)["fixed"][:3] == pytest.approx((3, 3 - 1.959964 / 2**0.5, 3 + 1.959964 / 2**0.5))


def test_means(file_of):
    path = file_of("study,mean1,sd1,n1,mean2,sd2,n2\na,12,3,20,10,2,25\nb,11,3,40,10,3,40\n")
    weights = [1 / (9 / 20 + 4 / 25), 1 / (9 / 40 + 9 / 40)]
    expected = (2 * weights[0] + weights[1]) / sum(weights)
    assert rows_of(path)["fixed"][0] == pytest.approx(expected)
    assert "standardised" in pool(path, measure="smd").title


def test_weights_and_limits_as_printed(file_of):
    heads = "study,events1,n1,events2,n2,weight (%)"
    lines = [f"s{at},{','.join(map(str, row))}" for at, row in enumerate(zip(*COUNTS, strict=True))]
    rows = [f"{line},{weight}" for line, weight in zip(lines, ("1.3", "3.7", "32.1", "62.9"), strict=True)]
    notes = "\n".join(pool(file_of("\n".join([heads, *rows])), printed="0.65 to 0.81").notes)
    assert "The weights as printed are those of Mantel-Haenszel. They make 100." in notes
    rows[0] = rows[0].replace("1.3", "3.3")
    assert "those of no model here" in "\n".join(pool(file_of("\n".join([heads, *rows]))).notes)


def test_rows_that_contradict_themselves_and_studies_without_events(file_of):
    notes = "\n".join(pool("0.41 (0.13 to 1.26)", "0.90 (0.09 to 0.49)", measure="or").notes)
    assert "Row 2: 0.90 is not the geometric middle of 0.09 to 0.49" in notes
    answer = pool("4/123 11/139", "0/30 0/31", "6/306 29/303")
    assert "they tell nothing of the effect: row 2" in "\n".join(answer.notes)
    assert [row[0] for row in pool("4/123 11/139").rows] == ["fixed", "Mantel-Haenszel"]


@pytest.mark.parametrize(
    ("text", "options", "problem"),
    [
        ("a,b\n1,2\n", {}, "no columns for the effects|what are the estimates"),
        ("study,or\n", {}, "no rows"),
        ("study,or,lower,upper\na,x,1,2\n", {}, "row 1, or: expected a number"),
        ("study,or,lower,upper\na,1,1\n", {}, "line 2 has 3 cells"),
        ("study,or,lower,upper\na,0,1,2\n", {}, "above 0"),
        ("study,or,se\na,0,1\n", {}, "above 0"),
        ("study,or,lower,upper\na,1,1,2\n", {"measure": "xx"}, "no measure"),
        ("events1,n1,events2,n2\n1,2,1,2\n", {"measure": "md"}, "not made of counts"),
        ("events1,n1,events2,n2\n0,2,0,2\n", {}, "no study tells"),
        ("mean1,sd1,n1,mean2,sd2,n2\n1,2,3,4,5,6\n", {"measure": "or"}, "not made of means"),
        ("study,lower,upper\na,1,2\n", {}, "what are the estimates"),
        ("or,hello\n1,2\n", {}, "no columns for the effects"),
        ("measure,se\n1,2\n", {"measure": "md"}, "need estimates"),
    ],
)
def test_what_is_wrong(file_of, text, options, problem):
    with pytest.raises(ValueError, match=problem):
        pool(file_of(text), **options)


@pytest.mark.parametrize(
    ("given", "problem"),
    [((), "expected a CSV"), (("nothing.csv",), "there is no file"), (("4/123", "x"), "a study such as")],
)
def test_what_is_no_study(given, problem):
    with pytest.raises(ValueError, match=problem):
        pool(*given)
