import pytest

from checker.extraction.surfaces.limits import HEADER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The odds ratio was 2.2 (95% CI 1.2-4.1).", [("2.2", "ci", "1.2", "4.1")]),
        ("The odds ratio was 2.2 (1.2-4.1).", [("2.2", None, "1.2", "4.1")]),
        ("The change was 4.5 points (99% confidence limits, -0.5 to 9.5).", [("4.5", "ci", "-0.5", "9.5")]),
        ("Median age was 62 years (interquartile range 54 to 70).", [("62", "iqr", "54", "70")]),
        ("The median (range) age was 62 (18-80).", [("62", "range", "18", "80")]),
        ("They were aged 20-75 years (mean 46).", [("46", "range", "20", "75")]),
        ("Fever was rarer (0.61, 0.49-0.75).", [("0.61", None, "0.49", "0.75")]),
        # Intervals that are of others.
        ("It was 30% (95% CI for the difference 10% to 24%).", []),
        ("They were 0.95 and 1.23, with 95% CI of 0.72 to 1.25 and 0.88 to 1.71, respectively.", []),
    ],
)
def test_limits(limits, text, expected):
    assert limits(text) == expected


def test_what_a_head_says_of_brackets():
    assert HEADER.search("the median (iqr) age was ")
    assert not HEADER.search("the median age was ")
