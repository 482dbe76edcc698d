import statistics

import pytest

from checker.calc import sprite


def values(answer, at=1):
    return [row[0] for row in answer.rows for _ in range(row[at])]


def test_samples_have_the_figures():
    answer = sprite("3.4", "1.2", 30, scale="1-7", examples=5)
    for at in range(1, 6):
        sample = values(answer, at)
        assert f"{statistics.fmean(sample):.1f}" == "3.4"
        assert f"{statistics.stdev(sample):.1f}" == "1.2"
        assert len(sample) == 30
    assert answer.notes[0] == "There are such samples; 5 of them are shown."


def test_items_and_population():
    sample = values(sprite("3.25", "1.04", 20, scale="1-5", items=2, population=True, rounding="half-up"))
    assert f"{statistics.fmean(sample):.2f}" == "3.25"
    assert f"{statistics.pstdev(sample):.2f}" == "1.04"
    assert {2 * value % 1 for value in sample} == {0}


def test_both_ends_were_seen():
    sample = values(sprite("3.4", "1.2", 30, scale="1-7", observed=True))
    assert {1, 7} <= set(sample)


def test_all_of_few():
    answer = sprite("4.00", "3.05", 30, scale="1-7")
    assert answer.notes == ("There is one such sample.", "The first:\n" + "\n".join(
        ["1  " + 15 * "#", "2", "3", "4", "5", "6", "7  " + 15 * "#"]))  # fmt: skip
    assert sprite("2.0", "1.0", 3, scale="0-4").notes[0] == "There is one such sample."
    answer = sprite("2.50", "1.00", 4, scale="1-4")
    assert answer.notes[0] == "There are no other such samples."
    assert {tuple(values(answer, at)) for at in (1, 2)} == {(1, 3, 3, 3), (2, 2, 2, 4)}


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        (("5.19", "1.34", 28), "No whole numbers have the mean: see grim."),
        (("3.44", "2.47", 18), "No whole numbers have the mean and the SD, whatever the scale: see grimmer."),
        (("4.00", "3.52", 30), "With this mean on the scale the SD is 0.000 to 3.051."),
    ],
)
def test_why_there_is_none(figures, why):
    assert sprite(*figures, scale="1-7").notes == ("There is no such sample.", why)


def test_gone_through():
    """Whole numbers can have the SD, which is also within what the scale allows; but not on the scale."""
    answer = sprite("1.75", "1.26", 4, scale="1-4")
    assert answer.notes == ("There is no such sample.", "All numbers of each value were gone through.")


def test_a_search_that_is_too_long_says_nothing():
    answer = sprite("50.23", "38.11", 60, scale="0-100", budget=10)
    assert answer.rows == ()
    assert answer.notes == ("No sample was found in 10 steps, nor that there is none: a larger budget may tell.",)


def test_marks_for_several():
    assert sprite("3.4", "1.2", 600, scale="1-7", examples=1).notes[1].endswith("values")
