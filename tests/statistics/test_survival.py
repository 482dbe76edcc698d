"""Survival estimates and limits against lifelines, a worked example and simulated histories."""

from __future__ import annotations

import random
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.datasets import load_rossi

from checker.statistics.proportion import METHODS, clipped
from checker.statistics.survival import (
    SCALES,
    Step,
    aalen_incidence,
    arcsine_sqrt,
    complete_incidence,
    greenwood_complete,
    implied_effective_size,
    log_log,
    log_scale,
    logit,
    plain,
)

# Freireich et al. 1963, 6-mercaptopurine arm: weeks in remission, + is censored (Klein & Moeschberger,
# Survival Analysis, 2nd ed., example 4.1).
REMISSION = [
    *[(6, 1)] * 3, (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1),
    (17, 0), (19, 0), (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0),
]  # fmt: skip

histories = st.lists(st.sampled_from("ECX"), min_size=1, max_size=60)


def steps_of(data: list[tuple[int, int]]) -> list[Step]:
    """Steps of (time, kind) pairs: 1 the event of interest, 2 a competing one, 0 censored."""
    return [
        Step(*(sum(1 for t, kind in data if t == time and kind == wanted) for wanted in (1, 2, 0)))
        for time in sorted({t for t, _ in data})
    ]


def untied(history: list[str]) -> list[Step]:
    kinds = {"E": Step(1), "C": Step(0, 1), "X": Step(0, 0, 1)}
    return [kinds[letter] for letter in history]


def kaplan_meier(total: int, steps: list[Step]) -> tuple[float, float]:
    """Survival free of any event, and its variance by Greenwood's formula (Klein & Moeschberger, section 4.2)."""
    at_risk, survival, terms = total, 1.0, 0.0
    for events, competing, censored in steps:
        failed = events + competing
        if failed:
            survival *= 1 - failed / at_risk
            terms += failed / (at_risk * (at_risk - failed)) if failed < at_risk else 0.0
        at_risk -= failed + censored
    return survival, survival**2 * terms


def test_remission_example() -> None:
    # Klein & Moeschberger, table 4.1B: S(23) = 0.448, standard error 0.135.
    survival, variance = kaplan_meier(21, steps_of(REMISSION))
    assert survival == pytest.approx(0.448, abs=5e-4)
    assert sqrt(variance) == pytest.approx(0.135, abs=5e-4)


def test_kaplan_meier_against_lifelines() -> None:
    rossi = load_rossi().iloc[:150]
    data = list(zip(rossi["week"].astype(int), rossi["arrest"].astype(int), strict=True))
    fitter = KaplanMeierFitter().fit(rossi["week"], rossi["arrest"], alpha=0.1)
    for week in (10, 25, 52):
        upto = [(t, kind if t <= week else 0) for t, kind in data]
        survival, variance = kaplan_meier(len(data), steps_of(upto))
        assert survival == pytest.approx(float(fitter.predict(week)), rel=1e-12)
        row = fitter.confidence_interval_.loc[week]
        assert log_log(survival, sqrt(variance), 0.9) == pytest.approx((row.iloc[0], row.iloc[1]), rel=1e-9)


def test_cumulative_incidence_against_lifelines() -> None:
    random.seed(7)
    kinds = [random.choice([0, 1, 1, 2]) for _ in range(60)]
    kinds[-1] = 0
    fitter = AalenJohansenFitter().fit(list(range(1, 61)), kinds, event_of_interest=1)
    for time in (5, 20, 45, 59):
        steps = [Step(int(kind == 1), int(kind == 2), int(kind == 0)) for kind in kinds[:time]]
        incidence, _ = aalen_incidence(60, steps)
        assert incidence == pytest.approx(float(fitter.cumulative_density_.loc[time].iloc[0]), rel=1e-12)
        if incidence:
            row = fitter.confidence_interval_.loc[time]
            limits = log_log(incidence, sqrt(float(fitter.variance_.loc[time])))
            assert limits == pytest.approx(tuple(sorted(row)), rel=1e-9)


def test_aalen_variance_without_competing_events() -> None:
    # Untied, alone: the sum of (S(t)/S(s))^2 (S(s-)/n)^2 over event times, by Aalen's own formula.
    history = list("EEXEXXEEXE")
    n, survival, terms = 12, 1.0, []
    for letter in history:
        if letter == "E":
            before, survival = survival, survival * (n - 1) / n
            terms.append((before / n / survival) ** 2)
        n -= 1
    incidence, variance = aalen_incidence(12, untied(list(history)))
    assert incidence == pytest.approx(1 - survival)
    assert variance == pytest.approx(survival**2 * sum(terms), rel=1e-12)


@given(histories, st.integers(0, 30))
def test_no_censoring_makes_greenwoods_variance_less_than_the_binomial_one(history: list[str], remaining: int) -> None:
    total = len(history) + remaining
    survival, variance = kaplan_meier(total, untied(history))
    if survival > 0:
        assert variance >= survival * (1 - survival) / total * (1 - 1e-9)


@given(histories.filter(lambda h: "X" in h and set(h) != {"X"}), st.integers(1, 30))
def test_censoring_only_widens_every_scale(history: list[str], remaining: int) -> None:
    total = len(history) + remaining
    survival, variance = kaplan_meier(total, untied(history))
    for name, scale in SCALES.items():
        censored = scale(survival, sqrt(variance))
        complete = scale(survival, sqrt(survival * (1 - survival) / total))
        assert censored is not None
        assert complete is not None
        assert censored[0] <= complete[0] + 1e-12, name
        assert complete[1] <= censored[1] + 1e-12, name


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.randoms(use_true_random=False))
def test_complete_follow_up(events: int, competing: int, free: int, rng: random.Random) -> None:
    total = events + competing + free + 1
    history = ["E"] * events + ["C"] * competing
    rng.shuffle(history)
    survival, error = greenwood_complete(free + 1, total)
    assert kaplan_meier(total, untied(history)) == pytest.approx((survival, error**2), abs=1e-15)
    incidence, errors = complete_incidence(events, competing, total)
    estimate, variance = aalen_incidence(total, untied(history))
    assert estimate == pytest.approx(incidence)
    assert errors["greenwood"] ** 2 == pytest.approx(incidence * (1 - incidence) / total, abs=1e-15)
    assert variance >= errors["aalen-events-first"] ** 2 * (1 - 1e-9)
    if total > 1:
        tied = incidence * (1 - incidence) / (total - 1)
        assert errors["aalen-tied"] ** 2 == pytest.approx(tied, rel=1e-9, abs=1e-15)


def test_scales_equal_binomial_methods_without_censoring() -> None:
    survival, error = greenwood_complete(31, 44)
    for scale, method in ((plain, "wald"), (log_log, "cloglog"), (logit, "logit"), (arcsine_sqrt, "arcsine")):
        assert scale(survival, error) == pytest.approx(METHODS[method](31, 44, 0.95), rel=1e-12)


def test_log_scale_of_r_example() -> None:
    # S = 0.448, SE = 0.135 of the remission data: R survfit prints 0.249 to 0.807 at week 23.
    survival, variance = kaplan_meier(21, steps_of(REMISSION))
    limits = log_scale(survival, sqrt(variance))
    assert limits is not None
    assert limits == pytest.approx((0.249, 0.807), abs=6e-4)
    clip = log_scale(0.9, 0.09)
    assert clip is not None
    assert clip[1] > 1
    assert clipped(clip)[1] == 1


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("survival", [0.12, 0.2031878699799799, 0.5, 0.83])
def test_implied_size_of_complete_follow_up(scale: str, survival: float) -> None:
    limits = SCALES[scale](survival, sqrt(survival * (1 - survival) / 60), 0.9)
    assert limits is not None
    lower, upper = limits
    size = implied_effective_size((lower, lower), (upper, upper), (survival, survival), scale, 0.9)
    assert size == pytest.approx((60, 60), rel=1e-9)


@given(
    st.floats(0.1, 0.9),
    st.floats(40, 400),
    st.sampled_from(sorted(SCALES)),
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)),
)
def test_implied_size_covers_its_ranges(
    survival: float, size: float, scale: str, at: tuple[float, float, float]
) -> None:
    limits = SCALES[scale](survival, sqrt(survival * (1 - survival) / size))
    assert limits is not None
    figures = [limits[0], limits[1], survival]
    ranges = [(figure - 0.01 * share, figure + 0.01 * (1 - share)) for figure, share in zip(figures, at, strict=True)]
    found = implied_effective_size(ranges[0], ranges[1], ranges[2], scale)
    if found is None:
        assert any(low <= 0 or high >= 1 for low, high in ranges) or ranges[0][1] >= ranges[1][0]
    else:
        assert found[0] * (1 - 1e-9) <= size <= found[1] * (1 + 1e-9)


def test_undefined_and_impossible() -> None:
    for scale in SCALES.values():
        assert scale(0.0, 0.1) is None
        assert scale(1.0, 0.1) is None
        assert scale(0.5, 0.0) is None
        with pytest.raises(ValueError, match="probability"):
            scale(1.5, 0.1)
        with pytest.raises(ValueError, match="standard error"):
            scale(0.5, -0.1)
        with pytest.raises(ValueError, match="level"):
            scale(0.5, 0.1, 95)
    with pytest.raises(ValueError, match="at risk"):
        aalen_incidence(3, [Step(2), Step(1, 1)])
    with pytest.raises(ValueError, match="followed"):
        aalen_incidence(0, [])
    with pytest.raises(ValueError, match="survived"):
        greenwood_complete(5, 4)
    with pytest.raises(ValueError, match="impossible"):
        complete_incidence(5, 6, 10)
    with pytest.raises(ValueError, match="scale"):
        implied_effective_size((0.1, 0.2), (0.5, 0.6), (0.3, 0.4), "cube")
    with pytest.raises(ValueError, match="reversed"):
        implied_effective_size((0.2, 0.1), (0.5, 0.6), (0.3, 0.4), "log")
    assert implied_effective_size((0.0, 0.1), (0.5, 0.6), (0.3, 0.4), "log") is None
    assert implied_effective_size((0.3, 0.5), (0.4, 0.6), (0.4, 0.4), "log") is None
    assert aalen_incidence(2, [Step(1), Step(1)])[0] == 1


def test_errors_beyond_all_measure() -> None:
    for name, scale in SCALES.items():
        limits = scale(0.4, 900.0)
        assert limits is not None
        assert limits[0] <= 0.4 <= limits[1], name
