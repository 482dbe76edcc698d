import pytest

from checker.calculators.paired import paired


def test_every_correlation():
    rows = paired("5.0/2.1", "4.2/1.9", 16).rows
    assert [row[0] for row in rows][::3] == [-1, 0.25, 0.8, 1]
    assert [row[3] for row in rows] == sorted((row[3] for row in rows), reverse=True)


def test_the_correlation_that_a_p_implies():
    assert paired("5.0/2.1", "4.2/1.9", 16, printed=".03").notes[0] == (
        "The printed p implies a correlation of 0.687 to 0.854."
    )
    assert paired("9.0/2.1", "4.2/1.9", 16, printed=".9").notes[0] == "No correlation gives the printed p."
    answer = paired("5.0/2.1", "4.2/1.9", 16, printed=".03", r="0.75")
    assert answer.rows[0][-1] is True


def test_standard_errors():
    given = paired("5.0/0.525", "4.2/0.475", 16, errors=True).rows[2]
    assert given[1] == pytest.approx(2.83, abs=0.05)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (("5.0", "4.2/1.9", 16), "expected mean/SD"),
        (("5.0/2.1", "4.2/-1.9", 16), "not below 0"),
        (("5.0/2.1", "4.2/1.9", 1), "two pairs or more"),
    ],
)
def test_wrong_figures(given, problem):
    with pytest.raises(ValueError, match=problem):
        paired(*given)
    with pytest.raises(ValueError, match="between -1 and 1"):
        paired("5.0/2.1", "4.2/1.9", 16, r="1.2")
