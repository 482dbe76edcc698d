from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter

CHECK = "survival_from_count"
POPULATIONS = "{all: 96}"
SHOULD_PASS = [
    "{kind: survival, estimate: 61.5, total: 96}",
    "{kind: survival, estimate: 51.0%, of: all}",
    "{kind: survival, estimate: 0.85, total: 40, unit: proportion}",
    "{kind: survival, estimate: 100, total: 18, events: 0}",
    "{kind: survival, estimate: 55.2, of: all, events: 43}",
    "{kind: survival, quantity: cumulative-incidence, estimate: 20.6, total: 68, events: 14}",
]
SHOULD_EXPLAIN = [
    "{kind: survival, estimate: 61.7, total: 96}",
    "{kind: survival, estimate: 61.5, of: all, events: 43}",
    "{kind: survival, estimate: 50.1, of: all, events: 43}",
    "{kind: survival, quantity: cumulative-incidence, estimate: 19.4, total: 68, events: 14}",
]
SHOULD_FLAG = [
    "{kind: survival, estimate: 161.5, total: 96}",
    "{kind: survival, estimate: -3, total: 96}",
    "{kind: survival, estimate: 61.5, total: 96, unit: proportion}",
    "{kind: survival, estimate: 94, total: 18, events: 0}",
    "{kind: survival, quantity: cumulative-incidence, estimate: 6, total: 18, events: 0}",
]
MISSING = {
    "{kind: survival, estimate: 61.5, total: 0}": "a number of patients above 0",
    "{kind: survival, estimate: 61.5, total: 9, events: 10}": "a number of events of at most 9",
}
SILENT = [
    "{kind: survival, estimate: 61.5}",
    "{kind: survival, reached: false, total: 9}",
]


def test_says_what_is_not_known(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[0])
    assert finding.message == (
        "no count of 96 gives 61.7%; with censoring an estimate may be anything from 0 to 100%; "
        "printed 61.7% holds only for censoring before the time"
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=40), st.integers(0, 2))
def test_kaplan_meier_estimates_are_never_flagged(verdict_of, subjects, decimals):
    """The oracle is lifelines, for any order of events and censoring."""
    fitter = KaplanMeierFitter().fit([time for time, _ in subjects], [died for _, died in subjects])
    estimate = f"{100 * float(fitter.predict(6)):.{decimals}f}"
    events = sum(died for time, died in subjects if time <= 6)
    claim = f"{{kind: survival, estimate: '{estimate}', total: {len(subjects)}"
    assert verdict_of(CHECK, claim + "}") != "discrepant"
    assert verdict_of(CHECK, f"{claim}, events: {events}}}") != "discrepant"
