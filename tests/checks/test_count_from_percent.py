from fractions import Fraction

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from checker import claimfile, run
from checker.model import Certainty, Count, Reported
from checker.paper import Binding
from checker.reconstruct.counts import fitting

CHECK = "count_from_percent"
POPULATIONS = "{all: 70, HMA: 42, LDAC: 28}"
SHOULD_PASS = [
    "{kind: proportion, percent: 52.4, of: HMA}",
    "{kind: proportion, percent: 32.1, of: LDAC}",
    "{kind: proportion, percent: 0, total: 12}",
    "{kind: proportion, percent: 100, total: 7}",
    "{kind: proportion, percent: <0.1, total: 40}",
    "{kind: proportion, percent: '>90', total: 40}",
    "{kind: proportion, percent: ~40, total: 17}",
    "{kind: proportion, percent: 37, total: 500}",
]
SHOULD_EXPLAIN = [
    "{kind: proportion, percent: 64.8, total: 37}",  # 24/37 = 64.86, cut off
]
SHOULD_FLAG = [
    "{kind: proportion, percent: 1.0, of: LDAC}",
    "{kind: proportion, percent: 41.7, total: 14}",
    "{kind: proportion, percent: 37.4, total: 96}",
    "{kind: proportion, percent: 104, total: 96}",
]
MISSING = {
    "{kind: proportion, percent: 4}": "the denominator",
    "{kind: proportion, percent: 4, total: 0}": "an exact denominator above 0",
}
SILENT = [
    "{kind: proportion, count: 4, percent: 4, total: 10}",
]


def test_names_the_stated_denominator_that_fits(findings_of):
    claim = "{kind: proportion, percent: 53.6, of: HMA, alternatives: [all, LDAC]}"
    [finding] = findings_of(CHECK, claim, populations=POPULATIONS)
    assert (finding.verdict, finding.assumption) == ("explained", "count=15, denominator=28 (LDAC)")
    assert finding.message == "15/28 = 53.57%; printed 53.6% holds only for count=15, the 28 of “LDAC”"


def test_shows_the_neighbours_and_what_would_fit(findings_of):
    [finding] = findings_of(CHECK, "{kind: proportion, percent: 41.7, total: 14}")
    assert finding.message == "6/14 = 42.86%, not 41.7%; no count of 14 makes 41.7%; 41.7% would be 5/12 or 10/24"
    assert finding.recomputed == (("42.857", "count=6"),)


def test_a_size_that_was_read_elsewhere_may_count_some_who_were_not_assessed():
    text = b"document: {title: t}\npopulations: {all: 42}\nclaims:\n- {id: a, kind: proportion, percent: 37.5, of: all}"
    stated = claimfile.loads(text)
    named = msgspec.structs.replace(stated, bindings={"a": Binding(Certainty.NAMED)})
    [finding] = run.verify(named, frozenset({CHECK}))
    assert finding.verdict == "query"
    assert "15 of 40 would be, if 2 values were missing" in finding.message
    [finding] = run.verify(stated, frozenset({CHECK}))
    assert finding.verdict == "discrepant"


def test_names_every_count_that_fits(findings_of):
    [finding] = findings_of(CHECK, "{kind: proportion, percent: 37, total: 250}")
    assert finding.assumption == "count=92-93"
    assert finding.message.startswith("92-93 of 250 gives 36.8 to 37.2%, printed 37%")


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_rounded_percentage_is_never_flagged(verdict_of, count, total, decimals):
    count = min(count, total)
    claim = f"{{kind: proportion, total: {total}, percent: '{100 * count / total:.{decimals}f}'}}"
    assert verdict_of(CHECK, claim) == "consistent"


@given(st.integers(1, 400), st.integers(0, 1000))
def test_agrees_with_exact_arithmetic_over_every_count(verdict_of, total, tenths):
    """The oracle tries every count in rational numbers."""
    printed = Fraction(tenths, 10)
    fits = [k for k in range(total + 1) if abs(Fraction(100 * k, total) - printed) <= Fraction(1, 20)]
    claim = f"{{kind: proportion, total: {total}, percent: '{tenths / 10:.1f}'}}"
    assert (verdict_of(CHECK, claim) == "consistent") == bool(fits)
    assert list(fitting(Reported(f"{tenths / 10:.1f}"), Count(str(total)))) == fits
