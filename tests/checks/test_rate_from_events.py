import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics.poisson import CUSTOMARY, METHODS

CHECK = "rate_from_events"
FALLS = "{kind: incidence-rate, events: 52, person_time: '3,850', rate: %s, per: 1000%s}"
SHOULD_PASS = [
    FALLS % ("13.5", ""),
    # As Garwood's and Byar's methods, Wald's on either scale and the score method give them.
    FALLS % ("13.5", ", lower: 10.1, upper: 17.7"),
    FALLS % ("13.5", ", lower: 9.8, upper: 17.2"),
    FALLS % ("13.5", ", lower: 10.29, upper: 17.73"),
    FALLS % ("13.5", ", lower: 10.30, upper: 17.71"),
    # Either side is rounded: 88/104.1 is .845, and may be .8449.
    "{kind: incidence-rate, events: 88, person_time: 104.1, rate: 0.84}",
    "{kind: incidence-rate, events: 0, person_time: 412, rate: 0, per: 100, lower: 0, upper: 0.90}",
    "{kind: incidence-rate, events: 3, person_time: 412, rate: 0.73, per: 100, lower: 0, upper: 1.55}",
    "{kind: incidence-rate, events: 52, person_time: ~3850, rate: 13.5, per: 1000}",
]
SHOULD_EXPLAIN = [
    # 3,900 may stand for 3,850 and more; the rate may be cut off.
    "{kind: incidence-rate, events: 52, person_time: '3,900', rate: 13.5, per: 1000}",
    "{kind: incidence-rate, events: 19, person_time: 5601, rate: 3.3, per: 1000}",
    # Mid-P limits, and the one-sided one without events.
    FALLS % ("13.5", ", lower: 10.19, upper: 17.58"),
    "{kind: incidence-rate, events: 0, person_time: 412, rate: 0, per: 100, lower: 0, upper: 0.73}",
]
SHOULD_ASK = [FALLS % ("13.5", ", lower: 8.2, upper: 19.4")]
SHOULD_FLAG = [
    FALLS % ("15.3", ""),
    FALLS % ("1.35", ""),
    FALLS % ("13.3", ""),
    # Narrower than Poisson's, and wider than any clusters would make them.
    FALLS % ("13.5", ", lower: 11.2, upper: 15.8"),
    FALLS % ("13.5", ", lower: 4.1, upper: 27.7"),
    # No rounding to tens does it.
    "{kind: incidence-rate, events: 52, person_time: '3,940', rate: 13.5, per: 1000}",
]
MISSING = {
    "{kind: incidence-rate, events: '>50', person_time: 3850, rate: 13.5, per: 1000}": "an exact number of events",
    "{kind: incidence-rate, events: 52, person_time: '>3850', rate: 13.5, per: 1000}": "an exact person-time",
    "{kind: incidence-rate, events: 52, person_time: 0, rate: 13.5, per: 1000}": "a person-time above 0",
    FALLS % ("13.5", ", lower: 10.1, upper: 17.7, level: 100"): "a confidence level between 50 and 100%",
}
LEVELS = st.sampled_from([90, 95, 99])


def test_says_what_would_fit(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.severity == "major"
    assert finding.message.endswith("15.3 would be 59 events or a person-time of 3388 to 3410")


def test_names_the_methods(findings_of):
    _, finding = findings_of(CHECK, SHOULD_PASS[2])
    assert finding.message == "wald 95% CI of 52 events in 3,850 gives 9.83 to 9.84 and 17.18, printed 9.8 to 17.2"


def test_asks_how_a_wider_interval_was_made(findings_of):
    _, finding = findings_of(CHECK, SHOULD_ASK[0])
    assert "events that come back in the same person" in finding.message


@pytest.mark.parametrize("events", [0, 1, 14, 52, 731])
def test_exact_limits_agree_with_scipy(verdict_of, events):
    time, per = 6240, 1000
    lower = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0
    upper = stats.chi2.isf(0.025, 2 * (events + 1)) / 2
    rate, low, high = (f"{per * value / time:.3f}" for value in (events, lower, upper))
    claim = f"events: {events}, person_time: {time}, per: {per}, rate: '{rate}', lower: '{low}', upper: '{high}'"
    assert verdict_of(CHECK, f"{{kind: incidence-rate, {claim}}}") == "consistent"


@given(
    st.integers(0, 3000),
    st.floats(20, 1e6),
    st.sampled_from([1, 100, 1000, 100_000]),
    st.integers(0, 3),
    st.integers(0, 2),
    LEVELS,
    st.sampled_from(sorted(METHODS)),
)
def test_rounded_true_values_are_never_flagged(verdict_of, events, time, per, decimals, places, level, name):
    claim = (
        f"events: {events}, person_time: '{time:.{places}f}', per: {per}, rate: '{per * events / time:.{decimals}f}'"
    )
    limits = METHODS[name](events, level / 100)
    if limits is not None:
        lower, upper = (f"{per * limit / time:.{decimals}f}" for limit in limits)
        claim += f", lower: '{lower}', upper: '{upper}', level: {level}"
    found = verdict_of(CHECK, f"{{kind: incidence-rate, {claim}}}")
    assert found == "consistent" if name in CUSTOMARY else found in ("consistent", "explained")


@given(st.integers(1, 3000), st.integers(101, 10**6).filter(lambda time: time % 10), st.booleans())
def test_a_rate_beyond_every_rounding_is_always_flagged(verdict_of, events, time, above):
    # Half a unit of the time either way, and one of the last place for digits cut off or rounded up.
    far = 1000 * events / (time - 0.5) + 0.0021 if above else 1000 * events / (time + 0.5) - 0.0021
    claim = f"events: {events}, person_time: {time}, per: 1000, rate: '{max(0, far):.3f}'"
    assert far < 0 or verdict_of(CHECK, f"{{kind: incidence-rate, {claim}}}") == "discrepant"


@given(st.integers(1, 3000), LEVELS)
def test_limits_beyond_every_method_are_always_flagged(verdict_of, events, level):
    time = 6241
    tried = [limits for method in METHODS.values() if (limits := method(events, level / 100)) is not None]
    # Clusters may widen them to twice as much.
    upper = events + 2 * (max(high for _, high in tried) - events)
    narrow = events + 0.5 * (min(high for _, high in tried) - events)
    lower = max(0.0, min(low for low, _ in tried))
    for end in (1000 * upper / time * 1.01 + 0.03, 1000 * narrow / time):
        claim = f"events: {events}, person_time: {time}, per: 1000, rate: '{1000 * events / time:.2f}', level: {level}"
        claim += f", lower: '{1000 * lower / time:.2f}', upper: '{end:.2f}'"
        assert verdict_of(CHECK, f"{{kind: incidence-rate, {claim}}}") == "discrepant"
