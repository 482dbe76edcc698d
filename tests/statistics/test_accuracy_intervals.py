"""Intervals of measures of accuracy against statsmodels and the delta method."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

from checker.statistics.accuracy import MEASURES, predictive_values
from checker.statistics.accuracy_intervals import limits, logit_predictive_values

SOME = st.integers(1, 2000)
CELLS = st.integers(0, 2000)
LEVELS = st.sampled_from([0.9, 0.95, 0.99])
TABLES = np.random.default_rng(22).integers(1, 400, (200, 4)).tolist()


def test_agrees_with_statsmodels() -> None:
    names = {"wilson": "wilson", "clopper-pearson": "beta", "wald": "normal", "jeffreys": "jeffreys"}
    for tp, fp, fn, tn in TABLES:
        of = {
            "sensitivity": (tp, tp + fn),
            "specificity": (tn, tn + fp),
            "ppv": (tp, tp + fp),
            "npv": (tn, tn + fn),
            "accuracy": (tp + tn, tp + fp + fn + tn),
            "prevalence": (tp + fn, tp + fp + fn + tn),
        }
        for measure, (count, total) in of.items():
            found = limits(measure, tp, fp, fn, tn)
            for name, method in names.items():
                assert np.clip(found[name], 0, 1) == pytest.approx(
                    proportion_confint(count, total, method=method), abs=1e-6
                )
        kappa = cohens_kappa([[tp, fp], [fn, tn]])
        assert limits("kappa", tp, fp, fn, tn)["wald"] == pytest.approx((kappa.kappa_low, kappa.kappa_upp), abs=1e-9)


def _error(function, counts: np.ndarray, groups: list[list[int]]) -> float:
    """The delta method: multinomial counts within each group, derivatives by central differences."""
    steps = np.maximum(counts * 1e-5, 1e-7)
    slopes = np.array(
        [
            (function(*(counts + s * e)) - function(*(counts - s * e))) / (2 * s)
            for s, e in zip(steps, np.eye(4), strict=True)
        ]
    )
    variance = (counts * slopes**2).sum()
    for group in groups:
        variance -= (counts[group] * slopes[group]).sum() ** 2 / counts[group].sum()
    return sqrt(max(variance, 0.0))


@given(SOME, SOME, SOME, SOME, LEVELS)
def test_errors_are_those_of_the_delta_method(tp: int, fp: int, fn: int, tn: int, level: float) -> None:
    counts = np.array([tp, fp, fn, tn], float)
    z = {0.9: 1.6448536, 0.95: 1.9599640, 0.99: 2.5758293}[level]
    by_status, together = [[0, 2], [1, 3]], [[0, 1, 2, 3]]
    half = _error(MEASURES["f1"], counts, together)
    lower, upper = limits("f1", tp, fp, fn, tn, level)["delta"]
    assert (upper - lower) / 2 == pytest.approx(z * half, rel=1e-3, abs=1e-6)
    half = _error(MEASURES["balanced accuracy"], counts, by_status)
    lower, upper = limits("balanced accuracy", tp, fp, fn, tn, level)["wald"]
    assert (upper - lower) / 2 == pytest.approx(z * half, rel=1e-3, abs=1e-6)
    for name, method in {"lr+": "simel-log", "lr-": "simel-log", "dor": "woolf-logit"}.items():
        half = _error(lambda *x, name=name: log(MEASURES[name](*x)), counts, by_status)
        lower, upper = limits(name, tp, fp, fn, tn, level)[method]
        assert log(upper / lower) / 2 == pytest.approx(z * half, rel=1e-3, abs=1e-6)
    half = _error(MEASURES["youden"], counts, by_status)
    lower, upper = limits("youden", tp, fp, fn, tn, level)["wald"]
    assert (upper - lower) / 2 == pytest.approx(z * half, rel=1e-3, abs=1e-6)


@given(SOME, SOME, SOME, SOME, st.floats(0.01, 0.99))
def test_predictive_values_at_a_prevalence(tp: int, fp: int, fn: int, tn: int, prevalence: float) -> None:
    found = logit_predictive_values(tp, fp, fn, tn, prevalence)
    assert found is not None
    se, sp = tp / (tp + fn), tn / (tn + fp)
    for (lower, upper), value, at in zip(found, predictive_values(se, sp, prevalence), (0, 1), strict=True):

        def logit(*x: float, at: int = at) -> float:
            value = predictive_values(x[0] / (x[0] + x[2]), x[3] / (x[3] + x[1]), prevalence)[at]
            return log(value / (1 - value))

        assert lower <= value <= upper
        if lower > 1e-6 and upper < 1 - 1e-6:
            half = _error(logit, np.array([tp, fp, fn, tn], float), [[0, 2], [1, 3]])
            width = log(upper / (1 - upper)) - log(lower / (1 - lower))
            assert width / 2 == pytest.approx(1.959964 * half, rel=1e-2)


@given(CELLS, CELLS, CELLS, SOME, LEVELS, st.sampled_from(sorted(MEASURES)))
def test_value_lies_within_its_limits(tp: int, fp: int, fn: int, tn: int, level: float, name: str) -> None:
    value = MEASURES[name](tp, fp, fn, tn)
    for method, (lower, upper) in limits(name, tp, fp, fn, tn, level).items():
        assert lower <= upper
        # Those that move the middle may leave an estimate out at the ends of the scale.
        if method in ("clopper-pearson", "wilson", "wald", "simel-log", "woolf-logit", "delta", "wilson of F*"):
            assert lower - 1e-9 <= value <= upper + 1e-9


def test_nothing_to_count() -> None:
    assert limits("sensitivity", 0, 3, 0, 4) == {}
    assert limits("lr+", 0, 3, 0, 4) == {}
    assert limits("balanced accuracy", 0, 3, 0, 4) == {}
    assert limits("f1", 0, 0, 0, 4) == {}
    assert limits("kappa", 0, 0, 0, 4) == {}
    assert limits("mcc", 1, 2, 3, 4) == {}
    assert logit_predictive_values(0, 3, 1, 4, 0.1) is None


@pytest.mark.parametrize(
    ("measure", "table", "level"), [("auc", (1, 2, 3, 4), 0.95), ("f1", (-1, 2, 3, 4), 0.95), ("f1", (1, 2, 3, 4), 1)]
)
def test_refuses(measure, table, level) -> None:
    with pytest.raises(ValueError, match=r"measure|counts|level"):
        limits(measure, *table, level)
