import pytest

from checker.extraction.tables.headings import Said, all_shares, interval_alone, no_counts


def said(label="", head="", about="", heading=""):
    return Said(label, heading, head, about, label, head)


@pytest.mark.parametrize(
    ("words", "decimals", "spread"),
    [
        (said("age, mean (sd)"), 1, "sd"),
        (said("score", "mean (se)"), 1, "se"),
        # A whole number below a head may be a count.
        (said("score", "mean (se)"), 0, None),
        (said("men", "mean (sd) or n (%)"), 1, None),
        (said("age, median (iqr)"), 1, None),
        (said("age"), 1, None),
    ],
)
def test_what_stands_behind_a_mean(words, decimals, spread):
    assert words.spread(decimals) == spread


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        (said("age, median (iqr)"), "iqr"),
        (said("age, median (range)"), "range"),
        (said("men", "or (95% ci)"), "ci"),
        # Several are named, and none is nearer.
        (said("age", "", "median (iqr) or range"), None),
    ],
)
def test_what_limits_are(words, limits):
    assert words.limits == limits


def test_shares_and_their_level():
    assert said("men, n (%)").shares
    assert not said("age, mean (%)").shares
    assert said("men", "or (99% ci)").level == "99"
    assert said("men").level == "95"
    assert said("age, median").statistic == "median"
    assert said("age", about="values are means").statistic == "mean"


def test_single_labels():
    assert no_counts("duration")
    assert not no_counts("men, 95% ci")
    assert interval_alone("(95% ci)")
    assert not interval_alone("or (95% ci)")
    assert all_shares("values are numbers (percentages)") or all_shares("data are n (%)")
    assert not all_shares("baseline of the groups")


def test_the_head_of_all_rows_may_say_what_their_figures_are():
    found = Said("fever", "", "alfa", "", "Fever", "Alfa", stub="event, n (%)")
    assert found.shares
    assert Said("weight", "", "alfa", "", "Weight", "Alfa", stub="variable, mean (sd)").spread(1) == "sd"


def test_a_heading_of_a_measure_makes_no_counts_of_other_rows_something_else():
    assert not said("with children", heading="age").says_no_counts
    assert said("alfa", heading="mean age").says_no_counts
