import pytest

from checker.extraction.quantities import headed, scale_of
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page
from checker.read.text import from_text


def read(text):
    page = Page(from_text(text))
    [sentence] = page.sentences
    found = sentence.meanings
    return [
        (figure.value.literal, found[figure.value.start].quantity, found[figure.value.start].carried)
        for figure in sentence.printed.figures
        if figure.value.start in found
    ]


@pytest.mark.parametrize(
    ("words", "named", "scale"),
    [
        ("Adjusted OR (95% CI)", "OR", "log"),
        ("Mean difference", "Mean difference", "linear"),
        ("Median survival, HR", None, None),
    ],
)
def test_heads(words, named, scale):
    found = headed(words)
    assert (found.words if found else None, scale_of(found)) == (named, scale)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The odds ratio was 2.2 (1.2-4.1)", [("2.2", Quantity.RATIO, False)]),
        ("HR 2.2 (1.2-4.1) and 1.9 (1.0-3.6)", [("2.2", Quantity.RATIO, False), ("1.9", Quantity.RATIO, True)]),
        ("a mean difference of 4.5 points", [("4.5", Quantity.DIFFERENCE, False)]),
        ("differences at 12 weeks of 4.2", [("12", Quantity.DIFFERENCE, False), ("4.2", Quantity.DIFFERENCE, False)]),
        ("median survival was 10.7 months", [("10.7", Quantity.SURVIVAL, False)]),
        ("the median was 10.7 months", [("10.7", Quantity.MEDIAN, False)]),
        ("a mean age of 62.1 years", [("62.1", Quantity.MEAN, False)]),
        ("cumulative relapse rate of 20.0%", [("20.0%", Quantity.INCIDENCE, False)]),
        ("cumulative survival of 20.0%", [("20.0%", Quantity.SURVIVAL, False)]),
        ("actuarial risk of 20.0%", [("20.0%", Quantity.INCIDENCE, False)]),
        ("survival was 20.0% vs. 30.0%", [("20.0%", Quantity.SURVIVAL, False), ("30.0%", Quantity.SURVIVAL, True)]),
        ("at a median follow-up of 12 months", [("12", Quantity.MEDIAN, False)]),
        ("OR 2.2; 12 patients", [("2.2", Quantity.RATIO, False)]),
        ("with or without 12 patients", []),
        ("a number needed to treat of 8", [("8", Quantity.NEEDED, False)]),
        ("the median difference was 4.5 (95% CI 1-8)", [("4.5", Quantity.OTHER, False)]),
        ("a mean change of -4.5 (95% CI -8 to -1)", [("-4.5", Quantity.DIFFERENCE, False)]),
        ("it rose 1.5-fold (95% CI 1.2-1.9) more", [("1.5", Quantity.RATIO, False)]),
        ("no difference (64%, 95% CI 47 to 78)", []),
        ("ORs: age, 1.5 (1.2-1.9); a score, 60 (50-70)", [("1.5", Quantity.RATIO, False)]),
    ],
)
def test_the_words_in_front_say_what_a_figure_measures(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the median was 10.7 months", ["median"]),
        ("median survival was 10.7 months (8.1-12.9) and 8.9 months (6.0-11.2)", ["median", "median"]),
        ("the average stay was 5.1 days vs. 4.2 days", ["mean", "mean"]),
        ("a mean difference of 4.5 points", [None]),
        ("The median age was 62.1 and 23% of them died", ["median"]),
    ],
)
def test_a_median_or_mean_of_what_is_measured(text, expected):
    page = Page(from_text(text))
    [sentence] = page.sentences
    assert [each.statistic for each in sentence.meanings.values()] == expected
