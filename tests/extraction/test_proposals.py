import itertools

import pytest

from checker.extraction.proposals import Proposal, settled
from checker.extraction.sentences import Page
from checker.kinds import Comparison, Proportion
from checker.model import Certainty
from checker.read.text import from_text

PAGE = Page(from_text("Fever in 12 of 60 (20%), cough in 15 (25%)."))
COUNT, TOTAL, PERCENT, *_ = PAGE.tokens


def proposal(figures, own, kind=Proportion, reading="a", certainty=Certainty.PRINTED):
    return Proposal(
        kind=kind,
        within=PAGE.sentences[0],
        figures=figures,
        own=own,
        fields={},
        reading=reading,
        certainty=certainty,
        why="so it is said",
    )


WHOLE = proposal((COUNT, TOTAL, PERCENT), (COUNT, PERCENT), reading="whole")
PART = proposal((TOTAL, PERCENT), (TOTAL, PERCENT), reading="part")


def names(proposals):
    return [each.reading for each in settled(PAGE, proposals)]


@pytest.mark.parametrize("order", list(itertools.permutations([WHOLE, PART])))
def test_the_more_specific_owns_the_figure(order):
    assert names(order) == ["whole"]


def test_a_figure_may_serve_claims_of_several_kinds():
    assert sorted(names([WHOLE, proposal((PERCENT,), (PERCENT,), Comparison, "p")])) == ["p", "whole"]


def test_what_nobody_owns_may_serve_many_claims_of_one_kind():
    one, other = (proposal((each, TOTAL), (each,), reading=each.literal) for each in (COUNT, PERCENT))
    assert sorted(names([one, other])) == ["12", "20%"]


def test_the_surer_stands():
    sure = proposal((COUNT, PERCENT), (PERCENT,), reading="sure")
    unsure = proposal((COUNT, PERCENT), (PERCENT,), reading="unsure", certainty=Certainty.NAMED)
    assert names([unsure, sure]) == names([sure, unsure]) == ["sure"]


def test_a_tie_is_a_guess_whatever_the_order():
    one = proposal((COUNT, PERCENT), (PERCENT,), reading="one")
    other = proposal((PERCENT, COUNT), (PERCENT,), reading="other")
    for order in ([one, other], [other, one]):
        [standing] = settled(PAGE, order)
        assert standing.certainty is Certainty.GUESSED
        assert standing.why


def test_the_same_proposal_twice_is_no_tie():
    [standing] = settled(PAGE, [WHOLE, WHOLE])
    assert standing.certainty is Certainty.PRINTED


def test_what_was_set_aside_is_noted():
    page = Page(from_text("Fever in 12 of 60 (20%)."))
    page.log = []
    settled(page, [WHOLE, PART])
    assert [(each.reading, reason) for each, reason in page.log] == [
        ("part", "whole binds its figures more closely"),
        ("whole", None),
    ]
