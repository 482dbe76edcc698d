"""The ways in which it is inferred of whom a figure is where no words bind it, as data with texts that prove them."""

import msgspec

from checker.extraction.people.bindings import Name


class Inference(msgspec.Struct, frozen=True):
    """A way in which numbers, or other figures, tell of whom a figure is.

    Attributes:
        name: what it is called.
        why: the reason in words; ``{group}`` is whom it found.
        resolves: texts and the size of whom their last percentage is.
        leaves: texts about whose last percentage it says nothing.
    """

    name: Name
    why: str
    resolves: tuple[tuple[str, int], ...]
    leaves: tuple[str, ...]


INFERENCES: tuple[Inference, ...] = (
    Inference(
        name="printed",
        why="it is printed with the figure: {group}",
        resolves=(("Fever began in 12 of 60 women (20%).", 60),),
        leaves=("We studied 60 women. Fever began in 12 (20%).",),
    ),
    Inference(
        name="fits",
        why="of all sizes that the paper states only {group} makes the percentage",
        resolves=(("We gave alfa to 90 men and beta to 41 women. Fever began in 29 (70.7%), often.", 41),),
        leaves=(
            # Of either.
            "We gave alfa to 90 men and beta to 89 women. Fever began in 5 (6%), often.",
            # Of none.
            "We gave alfa to 90 men and beta to 41 women. Fever began in 29 (60.1%), often.",
        ),
    ),
    Inference(
        name="sum",
        why="only the groups together, {group}, make the percentage",
        resolves=(("We saw 300 women. We gave alfa (n = 90) or beta (n = 41). Fever began in 29 (22.1%).", 131),),
        leaves=("We gave alfa (n = 90) or beta (n = 41). Fever began in 29 (60.1%).",),
    ),
    Inference(
        name="complement",
        why="only a whole less a part of it, {group}, makes the percentage",
        resolves=(("Twenty of the 60 women (33%) and 90 men fell ill. Of the others, 30 (75.0%) were at home.", 40),),
        leaves=("Twenty of the 60 women (33%) and 90 men fell ill. Of the others, 30 (61.3%) were at home.",),
    ),
    Inference(
        name="hundred",
        why="the percentages of its list make 100, and its counts {group}",
        resolves=(("The nurses were young in 24 (60%) and old in 16 (40%).", 40),),
        leaves=("The nurses were young in 24 (60%) and old in 16 (30%).",),
    ),
    Inference(
        name="list",
        why="the counts of its list make {group}, of whom all the others are",
        resolves=(
            ("We asked 200 nurses. In the third group 20 (10.0%) were new, 10 (5.0%) old and 170 (75.0%) others.", 200),
        ),
        leaves=("We asked 200 nurses. In the third group 20 (10.0%) were new, 10 (5.0%) old and 160 (75.0%) others.",),
    ),
    Inference(
        name="beyond",
        why="it is more than all of whom the paper speaks, {group}",
        resolves=(("We studied 60 women, of whom 12 (20%) smoked. Fever began in 75 patients (50%).", 60),),
        leaves=(
            "We studied 60 women and 90 men. Fever began in 75 patients (50%).",
            "We studied 60 women, of whom 12 (20%) smoked. Fever began in 75 eyes (50%).",
        ),
    ),
    Inference(
        name="beside",
        why="all other figures beside it are of {group}",
        resolves=(
            (
                "We saw 90 men and 41 women. Fever began in 29 (70.7%), cough in 11 (26.8%) and rash in 17 (31.5%).",
                41,
            ),
        ),
        leaves=(
            # Somebody is set against them, or others are spoken of.
            "We saw 90 men and 41 women. Fever began in 29 (70.7%), cough in 11 (26.8%) versus rash in 17 (31.5%).",
            "We saw 90 men and 41 women. Fever began in 29 (70.7%) and in 17 (31.5%) of those with cough.",
        ),
    ),
    Inference(
        name="listed",
        why="nearly all percentages of the lists of this paper are of {group}",
        resolves=(
            ("We studied 96 women. They had rash (82.3%), cough (75.0%), nausea (66.7%) and chills (37.4%).", 96),
        ),
        leaves=("We studied 96 women. They had rash (82.0%), cough (75.4%), nausea (66.1%) and chills (37.2%).",),
    ),
    Inference(
        name="again",
        why="the same percentage elsewhere is of {group}",
        resolves=(
            (
                "We gave alfa (n = 50) or beta (n = 41). Cough began in 68.3% of those given beta. "
                "It was rare at night, but not by day: 68.3%.",
                41,
            ),
        ),
        leaves=(
            "We gave alfa (n = 50) or beta (n = 41). Cough began in 68.3% of those given beta. "
            "It was rare at night, but not by day: 58.3%.",
        ),
    ),
)
