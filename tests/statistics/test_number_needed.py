"""Numbers needed to treat against a published example and their own definitions."""

from math import inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.number_needed import (
    number_needed,
    numbers_needed,
    reduction_from_hazard_ratio,
    reduction_from_odds_ratio,
    reduction_from_risk_ratio,
)

REDUCTIONS = st.floats(-1, 1)
RISKS = st.floats(0.01, 0.99)
RATIOS = st.floats(0.05, 20)


def test_published_interval() -> None:
    # Altman, BMJ 1998;317:1309: a reduction of 10% (-5 to 25%) is an NNTB of 10 (NNTH 20 to infinity to NNTB 4).
    assert number_needed(0.1) == pytest.approx(10)
    through = numbers_needed(-0.05, 0.25)
    assert through.benefit == (4.0, inf)
    assert through.harm == (pytest.approx(20), inf)


@given(REDUCTIONS, REDUCTIONS)
def test_numbers_are_those_of_the_reductions_between_the_limits(one: float, other: float) -> None:
    lower, upper = sorted((one, other))
    found = numbers_needed(lower, upper)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        reduction = min(upper, lower + share * (upper - lower))
        number = number_needed(reduction)
        side = found.benefit if number > 0 else found.harm
        # No difference is in the interval where both sides run to infinity, or one begins at it.
        if reduction:
            assert side is not None
            assert side[0] * (1 - 1e-9) <= abs(number) <= side[1] * (1 + 1e-9)
        else:
            assert inf in (*(found.benefit or ()), *(found.harm or ())) or lower == upper == 0


@given(RATIOS, RISKS)
def test_reductions_from_ratios_give_back_the_ratios(ratio: float, risk: float) -> None:
    treated = risk - reduction_from_odds_ratio(ratio, risk)
    assert treated / (1 - treated) * (1 - risk) / risk == pytest.approx(ratio, rel=1e-6)
    survival = risk + reduction_from_hazard_ratio(ratio, risk)
    if survival > 1e-3 and survival < 0.999:
        assert log(survival) / log(risk) == pytest.approx(ratio, rel=1e-6)
    if ratio * risk <= 1:
        assert (risk - reduction_from_risk_ratio(ratio, risk)) / risk == pytest.approx(ratio)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: number_needed(1.2),
        lambda: numbers_needed(0.3, 0.2),
        lambda: reduction_from_risk_ratio(3, 0.5),
        lambda: reduction_from_risk_ratio(0, 0.5),
        lambda: reduction_from_odds_ratio(2, 1),
        lambda: reduction_from_hazard_ratio(-1, 0.5),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"reduction|reversed|more than 1"):
        wrong()
