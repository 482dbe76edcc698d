import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.kinds import Group
from checker.measures import Measure, ReportedMeasure
from checker.model import Count, Reported
from checker.reconstruct.effect_measures import complement, of_groups, possible, risk, wholes
from checker.reconstruct.group_tables import Missing

FORMULAS = {
    Measure.RISK_DIFFERENCE: lambda one, other: one - other,
    Measure.RISK_RATIO: lambda one, other: one / other,
    Measure.ODDS_RATIO: lambda one, other: one / (1 - one) / (other / (1 - other)),
    Measure.RELATIVE_RISK_REDUCTION: lambda one, other: (other - one) / other,
}
SHARES = st.floats(0.001, 0.999)


@pytest.mark.parametrize("effect", FORMULAS)
@given(SHARES, SHARES, st.integers(0, 2))
def test_the_true_effect_lies_within_what_rounded_percentages_allow(effect, one, other, decimals):
    first, second = (risk(Group(percent=Reported(f"{100 * share:.{decimals}f}")), None) for share in (one, other))
    found = possible(effect, first, second)
    truth = FORMULAS[effect](one, other)
    assert found.low - 1e-9 <= truth <= found.high + 1e-9 * max(1.0, abs(truth))


@given(SHARES, SHARES)
def test_the_number_needed_to_treat_may_be_rounded_up(one, other):
    assume(abs(one - other) > 0.01)
    first, second = (risk(Group(percent=Reported(f"{100 * share:.1f}")), None) for share in (one, other))
    found = possible(Measure.NUMBER_NEEDED_TO_TREAT, first, second)
    truth = 1 / abs(one - other)
    assert found.low <= truth + 1e-9
    assert math.ceil(truth - 1e-9) <= found.high


def test_a_count_says_its_risk_exactly():
    assert risk(Group(count=Count("11")), Count("44")).low == risk(Group(count=Count("11")), Count("44")).high == 0.25
    assert risk(Group(count=Count("11")), Count("10")) is None
    assert complement(risk(Group(count=Count("11")), Count("44"))).low == 0.75


@pytest.mark.parametrize(
    ("measure", "scale", "effect"),
    [
        ("OR", "log", "odds ratio"),
        ("aOR", "log", "odds ratio"),
        ("relative risk", "log", "risk ratio"),
        ("RR", "log", "risk ratio"),
        ("risk difference", "linear", "risk difference"),
    ],
)
def test_names_tell_the_effect(measure, scale, effect):
    assert of_groups(ReportedMeasure(measure), scale) == effect


@pytest.mark.parametrize("measure", ["HR", "hazard ratio", "incidence rate ratio", "SMR", "ratio"])
def test_names_of_what_counts_cannot_give(measure):
    assert isinstance(of_groups(ReportedMeasure(measure), "log"), Missing)


def test_what_is_taken_of_an_effect_in_turn():
    for words in ("NNT", "number needed to treat"):
        assert of_groups(ReportedMeasure(words), "linear") is Measure.NUMBER_NEEDED_TO_TREAT
    assert of_groups(ReportedMeasure("relative risk reduction"), "linear") is Measure.RELATIVE_RISK_REDUCTION


def test_differences_beyond_two_are_in_points():
    assert wholes([Reported("14")]) == (100.0,)
    assert wholes([Reported("0.14")]) == (100.0, 1.0)
