"""The ways in which words bind a figure to the people whom it is of, as data with sentences that prove them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from checker.extraction.outline import Outline
from checker.extraction.people import everybody, ordered, spoken
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import Group

if TYPE_CHECKING:
    from checker.extraction.people.known import Known

# How near to the figure the words stand: beside it, in its sentence, in its paper.
BESIDE, SENTENCE, PAPER = range(3)
Name = Literal[
    "behind", "inside", "sized", "front", "title", "adjective", "these", "unit", "ahead", "opening", "order",
    "siblings", "overall", "near", "only", "whole", "printed", "sum", "complement", "hundred", "list", "beside",
    "beyond", "listed", "again", "fits",
]  # fmt: skip
Find = Callable[["Known", Figure, Outline], "Sequence[Group] | None"]


class Binding(msgspec.Struct, frozen=True):
    """A way in which words bind a figure to its people.

    Attributes:
        name: what it is called.
        level: how near the words stand; what stands nearer decides.
        why: the reason in words; ``{group}`` is whom it found.
        find: the groups that the words may mean.
        holds: whether it may hold against a figure's own misfit.
        resolves: texts and the size of whom their last figure is.
        leaves: texts about whose last figure it says nothing, or that somebody else is meant.
    """

    name: Name
    level: int
    why: str
    find: Find
    holds: bool = True
    resolves: tuple[tuple[str, int], ...] = ()
    leaves: tuple[str, ...] = ()


BINDINGS: tuple[Binding, ...] = (
    Binding(
        name="behind",
        level=BESIDE,
        why="the words behind name {group}",
        find=spoken.behind,
        resolves=(
            ("We compared alfa (n = 50) with placebo (n = 40). Fever occurred in 12 (30%) in the placebo group.", 40),
            ("Fifty women took alfa and 40 women took beta. Fever occurred in 10 (20%) of those who took alfa.", 50),
            ("We followed 80 patients. Fever occurred in 20 (25%) of the patients.", 80),
        ),
        leaves=(
            "We compared alfa (n = 50) with placebo (n = 40). Fever occurred in 12 (30%) in the gamma group.",
            "We followed 80 smokers. Fever occurred in 20 (25%) and cough in 5.",
        ),
    ),
    Binding(
        name="inside",
        level=BESIDE,
        why="the words between count and percentage name {group}",
        find=spoken.inside,
        resolves=(
            ("Group A (n = 50) walked, group B (n = 40) rested. Pain remained in 12 patients of group B (30%).", 40),
        ),
        leaves=("Group A (n = 50) walked, group B (n = 40) rested. Pain remained in 12 patients (30%).",),
    ),
    Binding(
        name="sized",
        level=BESIDE,
        why="the size beside it is that of {group}",
        find=spoken.sized,
        resolves=(
            ("In the late cohort (n = 50), 20 (40%) died.", 50),
            ("Death occurred in 20 (40%) in the late cohort (n = 50).", 50),
        ),
        leaves=("The late cohort (n = 50) was older and of the women 20 (40%) died.",),
    ),
    Binding(
        name="front",
        level=BESIDE,
        why="the words in front name {group}",
        find=spoken.front,
        resolves=(
            ("We gave alfa (n = 50) or placebo (n = 40). In the placebo group, 12 (30%) died.", 40),
            ("We gave alfa (n = 50) or placebo (n = 40). In the placebo group, fever began in 12 (30%).", 40),
        ),
        leaves=(
            "We gave alfa (n = 50) or placebo (n = 40). In the gamma group, 12 (30%) died.",
            "We gave alfa (n = 50) or placebo (n = 40). In winter 12 (30%) died.",
        ),
    ),
    Binding(
        name="title",
        level=BESIDE,
        why="the name in front of the bracket is that of {group}",
        find=spoken.title,
        resolves=(("We gave alfa (n = 50) or placebo (n = 40). Nausea was rarer with placebo (4, 10%).", 40),),
        leaves=("We gave alfa (n = 50) or placebo (n = 40). Nausea was rare (4, 10%).",),
    ),
    Binding(
        name="adjective",
        level=BESIDE,
        why="the words that tell those counted are those of {group}",
        find=spoken.adjective,
        holds=False,
        resolves=(
            ("There were 60 elderly patients and 90 younger patients. Surgery helped 15 elderly patients (25%).", 60),
        ),
        leaves=("There were 60 elderly patients and 90 younger patients. Surgery helped 15 patients (25%).",),
    ),
    Binding(
        name="these",
        level=BESIDE,
        why="it is of those spoken of just before, {group}",
        find=spoken.these,
        resolves=(
            ("Of 90 patients 30 (33%) relapsed. Of these, 12 (40%) died.", 30),
            ("Fever began in 30 patients, of whom 12 (40%) died.", 30),
        ),
        leaves=("Of 90 patients 30 (33%) relapsed. In the clinic, 12 (40%) died.",),
    ),
    Binding(
        name="unit",
        level=BESIDE,
        why="what it counts the paper counts once, {group}",
        find=spoken.unit,
        resolves=(("We treated 80 eyes of 50 patients. Pressure fell in 20 eyes (25%).", 80),),
        leaves=(
            "We treated 80 eyes of 50 patients. Pressure fell in 20 patients (25%).",
            "We treated 80 eyes of 50 patients and left 60 eyes alone. Pressure fell in 20 eyes (25%).",
        ),
    ),
    Binding(
        name="ahead",
        level=SENTENCE,
        why="it stands behind {group}, as some of these",
        find=spoken.ahead,
        resolves=(
            ("We reviewed 80 consecutive procedures, 12 (15%) in smokers.", 80),
            ("We reviewed 80 patients: 12 (15%) smoked.", 80),
        ),
        leaves=(
            "We reviewed 80 patients and 12 (15%) visits.",
            "We reviewed 80 patients, whereas 12 (15%) were reviewed elsewhere.",
        ),
    ),
    Binding(
        name="opening",
        level=SENTENCE,
        why="the sentence speaks of {group}",
        find=spoken.opening,
        resolves=(("Of the 60 nurses who answered, 12 (20%) smoked and 6 (10%) had stopped.", 60),),
        leaves=(
            "Of the 60 nurses who answered, 12 (20%) smoked, and among the men 6 (40%) did.",
            "None of 22 monkeys fell ill and 6 (40%) slept.",
        ),
    ),
    Binding(
        name="siblings",
        level=SENTENCE,
        why="it is listed behind another of {group}",
        find=spoken.siblings,
        resolves=(("Twelve of the 60 nurses (20%) smoked and 6 (10%) had stopped.", 60),),
        leaves=(
            "Twelve of the 60 nurses (20%) smoked, compared with 6 (40%) here.",
            "Twelve of 60 nurses (20%) smoked, 10 of 50 (20%) drank, and 6 (10%) had stopped.",
            "Here 12 (20%) smoked and 6 (10%) did not.",
        ),
    ),
    Binding(
        name="order",
        level=SENTENCE,
        why="the order of the figures is that of the groups, its own {group}",
        find=ordered.order,
        resolves=(
            (
                "We gave alfa (n = 50) or beta (n = 40). With alfa and beta, 10 (20%) and 12 (30%) died, respectively.",
                40,
            ),
            ("We gave alfa (n = 50) or beta (n = 40). Fewer died: 10 (20%) vs 12 (30%).", 40),
        ),
        leaves=(
            "We gave alfa (n = 50) or beta (n = 40). With them 10 (20%) slept and 12 (30%) died.",
            "We gave alfa (n = 50) or beta (n = 40). It fell, in beta - mild: 8 (20%) vs. 9 (22%).",
        ),
    ),
    Binding(
        name="overall",
        level=SENTENCE,
        why="it is said of all, {group}",
        find=everybody.overall,
        resolves=(("We studied 90 men. Alfa was given to 40 men. Overall, 18 (20%) died.", 90),),
        leaves=("We studied 90 men. Alfa was given to 40 men. Later 18 (20%) died.",),
    ),
    Binding(
        name="only",
        level=PAPER,
        why="the only size that the paper states is that of {group}",
        find=everybody.only,
        resolves=(("We studied 90 men. Fever began in 18 (20%).", 90),),
        leaves=(
            "We studied 90 men and 40 women. Fever began in 18 (20%).",
            "We studied 90 men. Fever began in 18 (20%), compared with 5 (30%) at home.",
        ),
    ),
    Binding(
        name="whole",
        level=PAPER,
        why="no words name others than all of {group}",
        find=everybody.whole,
        resolves=(("We studied 90 men. Alfa was given to 40 men. Fever began in 18 (20%).", 90),),
        leaves=("We studied 90 men. Alfa was given to 40 men. Fever began in 18 (20%) versus 5 (30%) at home.",),
    ),
    Binding(
        name="near",
        level=PAPER,
        why="the sentences just before speak of {group}",
        find=everybody.near,
        holds=False,
        resolves=(("We studied 90 men. Alfa was given to 40 men. Fever began in 8 (20%).", 40),),
        leaves=("We studied 90 men and 40 women. Fever began in 8 (20%).",),
    ),
)
