"""Denominators that stand elsewhere: language first, arithmetic second, silence otherwise."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.kinds import Proportion
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]


def test_of_the_sentence(read: Read) -> None:
    found = read("Of 50 women, 10 (20%) smoked and 5 (10%) had stopped.", "proportion", "count", "of")
    assert [(count, of.rpartition("-")[2]) for count, of in found] == [("10", "50"), ("5", "50")]


def test_of_an_earlier_sentence(read: Read) -> None:
    text = "We studied 80 women. Smoking was reported by 20 (25%)."
    assert [of.rpartition("-")[2] for (of,) in read(text, "proportion", "of")] == ["80"]


def test_nested(read: Read) -> None:
    text = "Of 80 women, 20 (25%) smoked, of whom 5 (25%) smoked daily."
    assert [of.rpartition("-")[2] for (of,) in read(text, "proportion", "of")] == ["80", "20"]


def test_sentence_that_states_its_total_is_held_to_it(read: Read) -> None:
    assert read("Of 50 women, 10 (44%) smoked.", "proportion", "of") == [("women-smoked-50",)] or read(
        "Of 50 women, 10 (44%) smoked.", "proportion", "of"
    )[0][0].endswith("-50")


@pytest.mark.parametrize(
    "text",
    [
        # Nothing says of whom.
        "We studied 50 women. Smoking was reported by 10 (44%).",
        # Missing values: 10 of 46 is 22%.
        "Of 50 women, 10 (22%) smoked.",
    ],
)
def test_unsettled_without_a_plain_statement(text: str) -> None:
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Proportion)]
    assert claim.of is None or paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert Verdict.DISCREPANT not in {finding.verdict for finding in run.verify(paper)}


def test_arms_by_name_and_order(read: Read) -> None:
    text = (
        "Patients received alfacin (n = 40) or betacin (n = 20). Fever was seen in 25% in the alfacin group and in 35% "
        "in the betacin group. Cough was rarer with alfacin than with betacin (10% vs 45%; p = 0.004)."
    )
    found = read(text, "proportion", "percent", "of")
    assert sorted((percent, of.rpartition("-")[2]) for percent, of in found) == [
        ("10", "40"), ("25", "40"), ("35", "20"), ("45", "20"),
    ]  # fmt: skip
    [(groups, p)] = read(text, "comparison", "groups", "p")
    assert (len(groups), p) == (2, "0.004")


def test_percentage_in_front_of_its_count(read: Read) -> None:
    text = "Of the 27 patients, 74.1% (n = 20) were women and 40.1% (n = 11) smoked."
    assert ("20", "74.1") in read(text, "proportion", "count", "percent")
    # Eleven may be the group that the percentage is of.
    findings = run.verify(extract(from_text(text)))
    assert {Verdict.CONSISTENT, Verdict.QUERY} == {finding.verdict for finding in findings}


def test_list_of_the_main_population(read: Read) -> None:
    text = (
        "We treated 96 patients; 48 (50.0%) were men and 24 (25.0%) smoked. Adverse events were fever (32.3%), "
        "cough (12.5%) and rash (37.4%)."
    )
    found = read(text, "proportion", "percent", "of")
    assert [percent for percent, of in found if of and of.endswith("-96")] == ["50.0", "25.0", "32.3", "12.5", "37.4"]
