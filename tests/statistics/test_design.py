"""Designs against statsmodels, simulation and integration, and the sizes that the formulas are turned over from."""

from math import ceil, exp, inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from statsmodels.stats.power import NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import power_proportions_2indep, proportion_effectsize, samplesize_confint_proportion

from checker.statistics import design
from checker.statistics.power import TWO_PROPORTIONS, Errors
from checker.statistics.power_means import EVENTS, MEANS

RATES = st.floats(0.02, 0.98)
POWERS = st.floats(0.5, 0.99)
ALLOCATIONS = st.floats(0.25, 4)
SIDES = st.sampled_from([1, 2])
ERRORS = st.builds(Errors, st.sampled_from([0.01, 0.025, 0.05]), POWERS, SIDES)


@given(RATES, RATES, ERRORS, ALLOCATIONS)
def test_power_of_the_sizes_for_two_proportions_is_what_they_were_made_for(p1, p2, errors, allocation) -> None:
    if abs(p1 - p2) > 0.01:
        for name in ("pooled", "unpooled", "arcsine"):
            size = TWO_PROPORTIONS[name](p1, p2, errors, allocation)
            if size >= 1:
                found = design.power_of_two_proportions(p1, p2, size, errors, allocation)[name]
                assert found == pytest.approx(errors.power, abs=1e-9)


@given(st.floats(0.05, 2), ERRORS, ALLOCATIONS)
def test_power_of_the_sizes_for_means_and_events_is_what_they_were_made_for(effect, errors, allocation) -> None:
    size = MEANS["normal"](effect, 1.0, errors, allocation)
    if size >= 1:
        assert design.power_of_two_means(effect, 1.0, size, errors, allocation)["normal"] == pytest.approx(errors.power)
    whole = MEANS["t"](effect, 1.0, errors, allocation)
    assert design.power_of_two_means(effect, 1.0, whole, errors, allocation)["t"] >= errors.power - 1e-12
    for name, events in EVENTS.items():
        needed = events(exp(-effect), errors, allocation)
        if needed >= 1:
            found = design.power_of_events(exp(-effect), needed, errors, allocation)[name]
            assert found == pytest.approx(errors.power)


def test_powers_agree_with_statsmodels() -> None:
    generator = np.random.default_rng(1)
    for _ in range(200):
        p1, p2 = generator.uniform(0.05, 0.95, 2)
        size, allocation = float(generator.integers(20, 300)), float(generator.uniform(0.5, 2))
        found = design.power_of_two_proportions(p1, p2, size, allocation=allocation)
        theirs = power_proportions_2indep(p1 - p2, p2, size, ratio=allocation, return_results=False)
        # Theirs adds the far tail, of almost nothing but where there is no difference.
        if abs(p1 - p2) > 0.1:
            assert found["pooled"] == pytest.approx(theirs, abs=5e-3)
        h = abs(proportion_effectsize(p1, p2))
        arcsine = NormalIndPower().power(h, size, 0.025, allocation, "larger")
        assert found["arcsine"] == pytest.approx(arcsine, abs=1e-9)
        effect = float(generator.uniform(0.05, 1))
        t = TTestIndPower().power(effect, size, 0.05, allocation)
        # scipy has no number for some tails that are as good as 0.
        expected = pytest.approx(1.0 if np.isnan(t) else t, abs=1e-6)
        assert design.power_of_two_means(effect, 1.0, size, allocation=allocation)["t"] == expected


@given(st.floats(0.01, 2), st.floats(0, 5), st.floats(0.01, 5))
def test_probability_of_an_event_is_the_mean_over_accrual(hazard: float, accrual: float, follow_up: float) -> None:
    expected = 1 - exp(-hazard * follow_up)
    if accrual > 1e-3:
        expected = quad(lambda t: 1 - exp(-hazard * (follow_up + t)), 0, accrual)[0] / accrual
        assert design.event_probability(hazard, accrual, follow_up) == pytest.approx(expected, rel=1e-6)
    assert design.event_probability(hazard, 0, follow_up) == pytest.approx(1 - exp(-hazard * follow_up))


@given(st.floats(0.05, 1), st.floats(-0.9, 2), ERRORS, ALLOCATIONS)
def test_sizes_for_noninferiority_have_the_power(margin, share, errors, allocation) -> None:
    difference = share * margin
    errors = errors._replace(sides=1)
    z = stats.norm.isf(errors.alpha)
    size = design.noninferior_means(margin, 1.0, difference, errors, allocation)
    error = (1 / size * (1 + 1 / allocation)) ** 0.5
    assert stats.norm.cdf((difference + margin) / error - z) == pytest.approx(errors.power)
    events = design.noninferior_events(exp(margin), exp(-difference), errors, allocation)
    error = (1 + allocation) / (allocation * events) ** 0.5
    assert stats.norm.cdf((difference + margin) / error - z) == pytest.approx(errors.power)
    control, new = 0.5, 0.5 + difference / 5
    size = design.noninferior_proportions(margin / 5, new, control, errors, allocation)
    error = (new * (1 - new) / size + control * (1 - control) / (size * allocation)) ** 0.5
    assert stats.norm.cdf((difference + margin) / 5 / error - z) == pytest.approx(errors.power)


@given(st.floats(0.05, 1), ERRORS, ALLOCATIONS)
def test_sizes_for_equivalence_have_the_power(margin, errors, allocation) -> None:
    errors = errors._replace(sides=1)
    z = stats.norm.isf(errors.alpha)
    size = design.equivalent_means(margin, 1.0, 0.0, errors, allocation)
    room = margin / (1 / size * (1 + 1 / allocation)) ** 0.5 - z
    assert 2 * stats.norm.cdf(room) - 1 == pytest.approx(errors.power)


def test_published_sizes() -> None:
    # Julious, Stat Med 2004;23:1921-86: a margin of 1/4 sd, 90% power, one-sided 2.5% needs 337 (normal) a group.
    assert ceil(design.noninferior_means(0.25, 1.0, errors=Errors(0.025, 0.9, 1))) == 337
    # 385 for a proportion of one half within 5 points.
    assert ceil(design.one_proportion_margin(0.5, 0.05)) == 385
    assert design.design_effect(20, 0.05) == pytest.approx(1.95)


@given(st.floats(1, 200), st.floats(0, 1), st.floats(0, 2), st.floats(10, 1000))
def test_clusters_undo_their_effect(size: float, correlation: float, variation: float, subjects: float) -> None:
    effect = design.design_effect(size, correlation, variation)
    needed = design.clusters(subjects, size, correlation, variation) * size
    assert needed == pytest.approx(subjects * effect)
    assert needed >= subjects * (1 - 1e-9)
    if needed >= 1:
        assert design.effective_size(needed, size, correlation, variation) == pytest.approx(subjects)


@given(RATES, st.floats(0.01, 0.2), st.sampled_from([0.9, 0.95, 0.99]), st.floats(100, 1e5))
def test_margins_of_one_proportion(p: float, margin: float, level: float, population: float) -> None:
    size = design.one_proportion_margin(p, margin, level)
    assert size == pytest.approx(samplesize_confint_proportion(p, margin, alpha=1 - level))
    finite = design.one_proportion_margin(p, margin, level, population)
    assert finite <= max(size, 1) * (1 + 1e-9)
    if finite < population:
        z = stats.norm.isf((1 - level) / 2)
        assert z * (p * (1 - p) / finite * (population - finite) / (population - 1)) ** 0.5 == pytest.approx(margin)


def test_subjects_from_events() -> None:
    assert design.subjects_from_events(100, 0.5, 0.25) == pytest.approx(2 * 100 / 0.75)
    assert design.subjects_from_events(100, 0.5, 0.5, 2) == pytest.approx(200)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: design.power_of_two_proportions(0, 0.5, 10),
        lambda: design.power_of_two_proportions(0.1, 0.5, 0),
        lambda: design.power_of_two_means(1, 0, 10),
        lambda: design.power_of_two_means(1, 1, 10, allocation=0),
        lambda: design.power_of_events(0, 10),
        lambda: design.subjects_from_events(10, 0, 0.5),
        lambda: design.event_probability(0, 1, 1),
        lambda: design.event_probability(1, -1, 1),
        lambda: design.noninferior_means(0, 1),
        lambda: design.noninferior_means(1, 1, -1),
        lambda: design.noninferior_proportions(0.1, 0.4, 0.5),
        lambda: design.noninferior_events(1.2, 1.3),
        lambda: design.equivalent_means(inf, 1),
        lambda: design.design_effect(0.5, 0.1),
        lambda: design.design_effect(5, 1.1),
        lambda: design.one_proportion_margin(0.5, 1),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"."):
        wrong()
