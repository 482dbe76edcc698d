from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.kinds import Group, Partition
from checker.model import Certainty, Count
from checker.paper import Binding, Description, Paper

CHECK = "parts_of_whole"
POPULATIONS = "{all: 96, CAV: 30, MEC: 25, FLT3: 19}"
SHOULD_PASS = [
    "{kind: partition, of: FLT3, parts: [{count: 17}, {count: 2}]}",
    "{kind: partition, of: all, parts: [{count: 40}], complete: false}",
    "{kind: partition, whole: 96, parts: [{count: 70}, {count: 60}], exclusive: false}",
    "{kind: partition, whole: 96, parts: [{count: 70}, {count: 20}], exclusive: false, complete: false}",
    "{kind: partition, whole: 18, parts: [{percent: 43.3, of: CAV}, {percent: 20, of: MEC}]}",
    "{kind: partition, whole: 241, parts: [{percent: 24, total: 500}, {percent: 24, total: 500}]}",
    "{kind: partition, of: all, parts: [{percent: 53.1}, {percent: 46.9}], percentages: true}",
    "{kind: partition, whole: 96, parts: [{count: ~50}, {count: 45}]}",
]
SHOULD_EXPLAIN = ["{kind: partition, whole: 27, parts: [{percent: 64.8, total: 37}, {count: 3}]}"]
SHOULD_FLAG = [
    "{kind: partition, whole: 96, parts: [{of: CAV}, {of: FLT3}]}",
    "{kind: partition, of: FLT3, parts: [{count: 17}, {count: 1}]}",
    "{kind: partition, of: FLT3, parts: [{count: 17}, {count: 3}], complete: false}",
    "{kind: partition, whole: 96, parts: [{count: 40}, {count: 50}], exclusive: false}",
    "{kind: partition, whole: 96, parts: [{count: 97}, {count: 50}], exclusive: false}",
    "{kind: partition, whole: 96, parts: [{count: 97}], exclusive: false, complete: false}",
    "{kind: partition, whole: 10, parts: [{percent: 43.3, of: CAV}, {percent: 20, of: MEC}]}",
    "{kind: partition, whole: 246, parts: [{percent: 24, total: 500}, {percent: 24, total: 500}]}",
    "{kind: partition, of: all, parts: [{percent: 53.1}, {percent: 45.8}], percentages: true}",
]
MISSING = {
    "{kind: partition, parts: [{count: 17}]}": "the whole",
    "{kind: partition, of: all, parts: [{count: 17}, {name: women}]}": "a count or percentage for women",
    "{kind: partition, of: all, parts: [{percent: 17}]}": "the denominator of the percentage for part 1",
    "{kind: partition, whole: 9, parts: [{count: 4}, {percent: 41.7, total: 14}]}": (
        "a count that makes 41.7% of 14 for part 2"
    ),
}


@pytest.mark.parametrize(
    ("whole", "certainty", "verdict"),
    [
        ("249", Certainty.NAMED, "query"),
        ("249", Certainty.STATED, "discrepant"),
        ("230", Certainty.NAMED, "discrepant"),
        ("250", Certainty.NAMED, "discrepant"),
    ],
)
def test_a_few_may_be_in_no_part_unless_a_claims_file_says_otherwise(whole, certainty, verdict):
    parts = tuple(Group(count=Count(str(count))) for count in (36, 44, 40, 49, 45, 23))
    paper = Paper(
        document=Description(title="x"), claims=(Partition(id="a", whole=Count(whole), parts=parts),),
        bindings={"a": Binding(certainty)},
    )  # fmt: skip
    [finding] = run.verify(paper, frozenset({CHECK}))
    assert finding.verdict == verdict
    if verdict == "query":
        assert (
            "12 may be in none of the parts (excluded, lost or unknown): what became of them is not" in finding.message
        )


def test_shows_the_sum_and_the_smallest_edits(findings_of):
    claim = "{kind: partition, whole: 96, parts: [{count: 37}, {count: 58}]}"
    [finding] = findings_of(CHECK, claim)
    assert finding.message == "37 + 58 = 95, not 96; the parts make 1 less than the whole"
    assert [(edit.field, edit.value) for edit in finding.suggestions] == [
        ("whole", "95"),
        ("parts[0].count", "38"),
        ("parts[1].count", "59"),
    ]


def test_shows_the_counts_behind_percentages(findings_of):
    claim = "{kind: partition, whole: 10, parts: [{percent: 43.3, of: CAV}, {percent: 20, of: MEC}]}"
    [finding] = findings_of(CHECK, claim, populations=POPULATIONS)
    assert finding.message.startswith("43.3% of 30 (13) + 20% of 25 (5) = 18, not 10")


sizes = st.lists(st.integers(0, 400), min_size=1, max_size=6)


@given(sizes, st.integers(0, 2), st.integers(-3, 3))
def test_exclusive_parts_are_flagged_exactly_when_their_sum_is_not_the_whole(verdict_of, counts, extra, off):
    whole = max(0, sum(counts) + off)
    parts = ", ".join(f"{{count: {count}}}" for count in counts)
    verdict = verdict_of(CHECK, f"{{kind: partition, whole: {whole}, parts: [{parts}]}}")
    assert verdict == ("consistent" if whole == sum(counts) else "discrepant")


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=4), st.integers(0, 1))
def test_parts_printed_as_rounded_percentages_are_never_flagged(verdict_of, groups, decimals):
    groups = [(total, min(count, total)) for total, count in groups]
    parts = ", ".join(f"{{percent: '{100 * k / n:.{decimals}f}', total: {n}}}" for n, k in groups)
    whole = sum(count for _, count in groups)
    assert verdict_of(CHECK, f"{{kind: partition, whole: {whole}, parts: [{parts}]}}") == "consistent"


@given(st.lists(st.integers(0, 4), min_size=1, max_size=3), st.integers(0, 8), st.booleans())
def test_bounds_of_overlapping_parts_agree_with_every_arrangement(verdict_of, counts, whole, complete):
    """The oracle lists every way in which `whole` members can belong to the parts."""
    memberships = list(product((0, 1), repeat=len(counts)))
    reached = {(0,) * len(counts)}
    for _ in range(whole):
        reached = {
            tuple(have + joins for have, joins in zip(state, member, strict=True))
            for state in reached
            for member in memberships
            if any(member) or not complete
        }
    possible = tuple(counts) in reached
    parts = ", ".join(f"{{count: {count}}}" for count in counts)
    claim = (
        f"{{kind: partition, whole: {whole}, exclusive: false, complete: {str(complete).lower()}, parts: [{parts}]}}"
    )
    assert (verdict_of(CHECK, claim) == "consistent") == possible


def test_shows_a_percentage_that_no_count_of_its_part_makes(findings_of):
    claim = "{kind: partition, whole: 9, parts: [{count: 4}, {percent: 41.7, total: 14}]}"
    impossible, unverifiable = findings_of(CHECK, claim)
    assert (impossible.verdict, unverifiable.verdict) == ("discrepant", "unverifiable")
    assert impossible.message.startswith("6/14 = 42.86%, not 41.7%")
