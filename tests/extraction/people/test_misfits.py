"""A figure that misfits is held against its words only where somebody else testifies."""

import pytest

from checker.extraction.people import People
from checker.extraction.sentences import Page
from checker.read.text import from_text

UPHELD = [
    # As good as a printed total.
    ("Of the 60 nurses, 12 (25%) smoked.", 60),
    # Another arm agrees with the same words.
    (
        "Alfa (n = 50) met beta (n = 40). Fever began in 10 (20%) in the alfa group and 12 (45%) in the beta group.",
        40,
    ),
    # Two others of the only people agree.
    ("We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Rash began in 30 (47.5%).", 80),
    # Behind a printed total.
    ("Twelve of 60 nurses (20%) smoked, 9 (25%) had stopped.", 60),
    # A list that leaves nobody out.
    ("Sixty of 96 women (63%) sang, thirty (31%) slept, and six (16%) ran away.", 96),
]
NOT = [
    # Nobody else testifies.
    "We studied 80 men. Rash began in 30 (47.5%).",
    # Values may be missing: 30 of 75.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Rash began in 30 (40%).",
    # The words behind make it one of others.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Rash began in 30 (47.5%) with diabetes.",
    # A visit.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Rash began in 30 (47.5%) at one year.",
    # Another size that the paper states makes it.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Later 64 men came. Rash began in 30 (46.9%).",
    # No share.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). There was an increase of 30 (47.5%).",
    # Women are only some of them.
    "We studied 80 patients. Fever began in 20 (25%). Cough began in 10 (12.5%). Rash began in 30 women (47.5%).",
    # More than there are.
    "Of the 60 nurses, 90 (25%) smoked.",
    # Two groups together.
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Then 60 women came. Rash began in 30 (21.4%).",
]


@pytest.mark.parametrize(("text", "size"), UPHELD)
def test_upheld(text: str, size: int) -> None:
    people = People(Page(from_text(text)))
    found = [people.resolve(figure) for figure in people.figures]
    misfits = [answer for answer in found if answer is not None and not answer.agrees]
    assert [(answer.group.size, answer.certainty) for answer in misfits] == [(size, "named")]


@pytest.mark.parametrize("text", NOT)
def test_not_upheld(text: str) -> None:
    people = People(Page(from_text(text)))
    found = [people.resolve(figure) for figure in people.figures]
    assert not [
        answer for answer in found if answer is not None and not answer.agrees and answer.certainty != "guessed"
    ]


ASKED = [
    # Values may be missing, or one of the figures is wrong.
    "Of the 60 nurses, 12 (22%) smoked.",
    "Of the 60 nurses, 12 old (22%) smoked.",
    "Group A (n = 50) met group B (n = 40). Fever began in 12 (28%) patients in group A.",
    "Of 60 nurses 30 (50%) responded. Of the responders, 12 (42%) coughed.",
    "We treated 80 eyes of 50 patients. Pressure fell in 20 eyes (27%).",
]
LEFT = [
    # Words beside the figure make it one of others.
    "Of the 60 nurses, 12 (22%) with asthma smoked.",
    "We treated 80 eyes of 50 patients. Pressure fell in 20 (27%) eyes in the older group.",
    "We studied 60 nurses. Overall, 12 (22%) and 9 (31%) smoked, respectively.",
    # Of those who are counted later, or called something else as well.
    "Fever began in 12 (22%) patients given alfa. Cough began in 9 (40%) patients given alfa.",
    # Of some whose number stands nowhere.
    "We studied 60 nurses and 90 doctors. In 12 (22%) of these rooms it was cold.",
    # The number behind the percentage may be that of those it is of.
    "We studied 60 nurses, of whom 70% (n = 30) smoked.",
    # Limits that so few are beyond.
    "We studied 60 nurses with a fraction below 35% (n = 3).",
    # Another number right in front makes it.
    "We studied 60 nurses. Their 46 rooms were warm: 29 rooms (63%) were small.",
    "Of 60 nurses, 46 ticks were taken; of these, 29 (63%) were small.",
    # All of some, or all of the group.
    "Of the 60 nurses, 5 (100%) smoked.",
    "Group A (n = 50) met group B (n = 40). There were 50 (57%) nurses in group A.",
    # Those who treat, and those whom they treat; things and people.
    "There were 35 doctors in the control group (n = 35). Alfa was stopped in 4 patients (2%) of control doctors.",
    "We took 80 biopsies. Biopsies were positive in 12 patients (22%).",
    # Some were left out meanwhile.
    "We studied 60 nurses. Eight were excluded from the analysis. Overall, 12 (22%) smoked.",
    # What befalls people is of these.
    "We saw 9 deaths. There were five deaths (28%).",
]


def shared(text: str) -> list[int]:
    """The sizes of the groups that the figures which misfit are said to be of."""
    found = [share for share in People(Page(from_text(text))).shares if share.count is not None]
    return [
        share.group.size
        for share in found
        if share.group is not None and share.pair is None and share.count is not None
    ]


@pytest.mark.parametrize("text", ASKED)
def test_asked_about(text: str) -> None:
    assert len(shared(text)) == 1


@pytest.mark.parametrize("text", LEFT)
def test_nobody_is_asked(text: str) -> None:
    assert shared(text) == []
