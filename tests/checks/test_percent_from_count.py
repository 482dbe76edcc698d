import msgspec
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.extraction import arithmetic
from checker.kinds import Proportion
from checker.model import Certainty, Count, Reported
from checker.paper import Binding, Description, Paper, Population
from checker.reconstruct import counts

SHOULD_PASS = [
    "{kind: proportion, count: 16, total: 30, percent: 53.3}",
    "{kind: proportion, count: 9, total: 16, percent: 56.2}",
    "{kind: proportion, count: 9, total: 16, percent: 56.3}",
    "{kind: proportion, count: 0, total: 12, percent: 0}",
    "{kind: proportion, count: 1, total: 2000, percent: <0.1}",
    "{kind: proportion, count: 21, total: 30, percent: 70.0%}",
    "{kind: proportion, count: 1024, total: '2,048', percent: '50'}",
]
SHOULD_EXPLAIN = [
    "{kind: proportion, count: 11, total: 96, percent: 11.4}",
    "{kind: proportion, count: 24, total: 37, percent: 64.8}",
]
POPULATIONS = "{all: 60, few: 6}"
SHOULD_ASK = [
    "{kind: proportion, count: 11, of: all, percent: 20}",
    "{kind: proportion, count: 59, of: all, percent: 100}",
]
SHOULD_FLAG = [
    # Printed with its count, the denominator is that of those assessed.
    "{kind: proportion, count: 11, total: 60, percent: 20}",
    # More people than the population has, fewer than are likely to have been assessed, or no whole number of them.
    "{kind: proportion, count: 11, of: all, percent: 17}",
    "{kind: proportion, count: 11, of: all, percent: 25}",
    "{kind: proportion, count: 11, of: all, percent: 20.2}",
    "{kind: proportion, count: 3, of: few, percent: 60}",
    "{kind: proportion, count: 60, of: all, percent: 99}",
    "{kind: proportion, count: 10, total: 55, percent: 22}",
    "{kind: proportion, count: 0, total: 55, percent: 2}",
    "{kind: proportion, count: 7, total: 10, percent: 70.4}",
    "{kind: proportion, count: 21, total: 30, percent: <0.1}",
]
MISSING = {
    "{kind: proportion, count: 3, percent: 2}": "the denominator",
}


def test_names_the_stated_denominator_that_fits(findings_of):
    claim = "{kind: proportion, count: 12, of: all, percent: 41.4, alternatives: [evaluable]}"
    [finding] = findings_of("percent_from_count", claim, populations="{all: 33, evaluable: 29}")
    assert (finding.verdict, finding.assumption) == ("explained", "denominator=29 (evaluable)")


def test_shows_the_arithmetic_and_what_would_fit(findings_of):
    [finding] = findings_of("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 22}")
    assert finding.message == "10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46"
    assert finding.recomputed == (("18.18", "count/total"),)
    assert finding.severity == "major"


def test_asks_how_many_were_assessed(findings_of):
    claim = "{kind: proportion, count: 11, of: all, percent: 20.0}"
    [finding] = findings_of("percent_from_count", claim, populations="{all: 60}")
    assert finding.message == (
        "11/60 = 18.33%, not 20.0%; 11 of 55 would be, if 5 values were missing: how many were assessed is not stated"
    )
    assert (finding.query.because, finding.query.settled_by) == ("unstated", "how many were assessed")


def test_figures_printed_together_lack_no_values():
    """A total bound to its count in one phrase is that of those assessed, whatever population has that size."""
    claim = Proportion(id="a", count=Count("11"), of="all", percent=Reported("20"))
    paper = Paper(
        document=Description(title="x"), populations={"all": Population(size=Count("60"))}, claims=(claim,),
        bindings={"a": Binding(Certainty.PRINTED)},
    )  # fmt: skip
    named = msgspec.structs.replace(paper, bindings={"a": Binding(Certainty.NAMED)})
    verdicts = [run.verify(one, frozenset({"percent_from_count"}))[0].verdict for one in (paper, named)]
    assert verdicts == ["discrepant", "query"]


def test_as_many_may_be_missing_as_extraction_has_it():
    assert counts.LEAST_KNOWN == arithmetic.LEAST_KNOWN


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_rounded_percentage_is_never_flagged(verdict_of, count, total, decimals):
    count = min(count, total)
    claim = f"{{kind: proportion, count: {count}, total: {total}, percent: '{100 * count / total:.{decimals}f}'}}"
    assert verdict_of("percent_from_count", claim) == "consistent"


@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 2), st.sampled_from([-2, 2, 3, -7]))
def test_a_percentage_two_units_off_is_always_flagged(verdict_of, count, total, decimals, units):
    count = min(count, total)
    wrong = round(100 * count / total, decimals) + units * 10**-decimals
    if wrong >= 0:
        claim = f"{{kind: proportion, count: {count}, total: {total}, percent: '{wrong:.{decimals}f}'}}"
        assert verdict_of("percent_from_count", claim) == "discrepant"


def test_a_percentage_next_to_nothing_asks_for_more_people_than_can_be_counted(findings_of):
    [finding] = findings_of("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 1e-300}")
    assert str(finding.verdict) == "discrepant"
