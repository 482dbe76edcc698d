"""What the figures of a paper are made by, told by those that tell; and findings of one cause."""

import math

import pytest
from scipy import stats

from checker.habits import habits
from checker.model import Because

TABLES = [((3, 30), (9, 31)), ((5, 40), (14, 42)), ((2, 25), (8, 26)), ((7, 33), (15, 35)), ((4, 28), (11, 30))]


def comparison(one, other, p):
    groups = ", ".join(f"{{count: {count}, total: {total}}}" for count, total in (one, other))
    return f"{{kind: comparison, groups: [{groups}], p: '{p:.3f}'}}"


def fisher(one, other):
    return comparison(one, other, stats.fisher_exact([[n, total - n] for n, total in (one, other)]).pvalue)


def pearson(one, other):
    table = [[n, total - n] for n, total in (one, other)]
    return comparison(one, other, stats.chi2_contingency(table, correction=False).pvalue)


def share(count, total, percent, extra=""):
    return f"{{kind: proportion, count: {count}, total: {total}, percent: '{percent}'{extra}}}"


def effect(estimate, lower, upper):
    figures = f"estimate: '{estimate}', lower: '{lower}', upper: '{upper}'"
    return f"{{kind: effect, measure: mean difference, scale: linear, {figures}}}"


@pytest.mark.parametrize(
    ("made", "test"), [(fisher, "Fisher's exact test"), (pearson, "Pearson chi-squared")], ids=["fisher", "pearson"]
)
def test_the_test_behind_p_values(findings_of, made, test):
    found = findings_of("p_from_two_by_two", *(made(*table) for table in TABLES))
    assert {str(finding.verdict) for finding in found} == {"consistent"}
    [habit] = habits(found)
    assert (habit.practice, habit.shown_by, habit.telling) == (test, 5, 5)
    assert str(habit) == f"p-values of two proportions: {test} (5 of 5 that tell)"


def test_two_figures_show_no_habit_and_neither_do_half(findings_of):
    assert habits(findings_of("p_from_two_by_two", *(fisher(*table) for table in TABLES[:2]))) == []
    half = [fisher(*table) for table in TABLES[:3]] + [pearson(*table) for table in TABLES[:3]]
    assert habits(findings_of("p_from_two_by_two", *half)) == []


def cut_off(count, total):
    return f"{math.floor(1000 * count / total) / 10:.1f}"


def test_digits_that_are_cut_off_are_one_finding(findings_of):
    """18.18, 34.78, 27.27 and 47.83 tell or do not: the second and the fourth are rounded up."""
    counted = [(2, 11), (8, 23), (3, 11), (11, 23), (5, 23)]
    found = findings_of("percent_from_count", *(share(*each, cut_off(*each)) for each in counted))
    [habit] = habits(found)
    assert habit.practice == "digits are cut off, not rounded"
    assert habit.shown_by == habit.telling == sum(str(finding.verdict) == "explained" for finding in found) > 2
    assert {finding.cause for finding in found if str(finding.verdict) == "explained"} == {str(habit)}
    rounded = findings_of("percent_from_count", *(share(*each, f"{100 * each[0] / each[1]:.1f}") for each in counted))
    assert habits(rounded) == []


def test_percentages_of_those_with_values(findings_of):
    known = [share(count, 60, f"{100 * count / 55:.1f}", ", alternatives: [known]") for count in (11, 23, 31)]
    found = findings_of("percent_from_count", *known, populations="{known: 55}")
    [habit] = habits(found)
    assert (habit.practice, habit.shown_by) == ("of those with values, not of all", 3)


def test_the_factor_of_p_values(findings_of):
    tests = [f"{{kind: test-statistic, statistic: t, value: '{t}', df: 28, p: '{p}'}}" for t, p in
             (("2.50", ".037"), ("3.00", ".011"), ("2.19", ".074"))]  # fmt: skip
    found = findings_of("p_from_statistic", *tests)
    [habit] = habits(found)
    assert habit.practice == "multiplied by 2"
    assert {finding.cause for finding in found} == {str(habit)}


def test_queries_that_one_answer_settles_share_a_cause(findings_of):
    found = findings_of("estimate_from_interval", effect("0.48", "0.05", "1.01"), effect("0.58", "0.15", "1.11"))
    assert [str(finding.verdict) for finding in found] == ["query", "query"]
    assert {finding.cause for finding in found} == {
        "estimates with their interval: how the interval was made is not stated"
    }
    [alone] = findings_of("estimate_from_interval", effect("0.48", "0.05", "1.01"))
    assert alone.cause is None


def test_a_query_whose_excuse_nothing_else_needs_says_so(findings_of):
    others = [effect(f"{middle}.0", f"{middle - 1}.0", f"{middle + 1}.0") for middle in range(2, 10)]
    *held, asked = findings_of("estimate_from_interval", *others, effect("0.48", "0.05", "1.01"))
    assert {str(finding.verdict) for finding in held} == {"consistent"}
    assert asked.query.because is Because.UNSTATED
    assert asked.message.endswith("the other 8 estimates with their interval hold without such a reason")
    *_, asked = findings_of("estimate_from_interval", *others[:7], effect("0.48", "0.05", "1.01"))
    assert "without such a reason" not in asked.message
