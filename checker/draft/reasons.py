"""Why a number that no claim binds claims nothing: what is known of it, by its words and its place.

A reason is what a reader of the paper would agree to. Where none is known the number stays bound to nothing, and the
curator has to look. Like readings, these are data with examples, which are tests: the number in double brackets.
"""

from collections.abc import Callable

import msgspec

from checker.draft import conditions
from checker.draft.conditions import Seen

# What the lexer says of a number, for a reader of claims files.
OF_LEXER = {
    "age": "age that a condition names",
    "citation": "citation",
    "compound": "part of a compound word",
    "date": "date or year",
    "dose": "dose",
    "duration": "length of time",
    "figure number": "number of a table or figure",
    "identifier": "identifier, address or link",
    "label": "label, such as a grade or a stage",
    "level": "level of an interval",
    "name": "part of a name or a unit",
    "ordinal": "ordinal",
    "ratio": "ratio",
    "reference": "part of a name or a reference mark",
    "section number": "number of a section or page",
    "time point": "time point",
    "version": "version",
    "weak label": "label, such as a group or an item",
    "wording": "number word of a phrase",
}


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """A reason with the numbers that have it, and those that do not."""

    name: str
    holds: Callable[[Seen], bool]
    reads: tuple[str, ...]
    leaves: tuple[str, ...] = ()


REASONS = (
    Reason(
        name="citation",
        holds=conditions.citation,
        reads=("Rest has no such effect [28], [[[29]]], [40].",),
        leaves=("The mean was 62 [[[40]]-80] years.",),
    ),
    Reason(
        name="label, such as a group or an item",
        holds=conditions.named,
        reads=("In condition [[two]] they rested.",),
        leaves=("Fever was seen in [[two]].",),
    ),
    Reason(
        name="size of a group, in a caption or a note",
        holds=conditions.size,
        reads=("Table 1 Men at rest (n = [[24]]) and at work.",),
        leaves=("Men at rest (n = [[24]]) slept.", "Table 1 Rest for [[24]] men."),
    ),
    Reason(
        name="power or losses of a planned sample",
        holds=conditions.planned,
        reads=("We had a power of [[80%]].", "With [[90%]] power, 60 are needed.", "We allowed for [[20%]] dropout."),
        leaves=("Fever was seen in [[20%]].",),
    ),
    Reason(
        name="how often something is done",
        holds=conditions.how_often,
        reads=("They rested [[5]] times per week.",),
        leaves=("It was [[5]] times as frequent.",),
    ),
    Reason(
        name="number of a list item",
        holds=conditions.list_mark,
        reads=("We asked whether: [[1]]) pain was less; 2) sleep was better.", "[[3]]. Wounds were dressed daily.",
               "We asked (1) for pain and ([[2]]) for sleep."),
        leaves=("Pain was less in ([[12]]) than in others.",),
    ),
    Reason(
        name="level of significance",
        holds=conditions.alpha,
        reads=("A p-value of less than [[0.05]] was considered significant.", "P < [[0.05]] was taken as significant."),
        leaves=("Pain was less (P = [[0.05]]).",),
    ),
    Reason(
        name="length of time or time point",
        holds=conditions.time,
        reads=("Wounds were rinsed for [[30]] minutes.", "Pain was rated again after [[24]] h and at night."),
        leaves=("The median stay was [[12]] days.", "They stayed 7.2 ± [[3]] days."),
    ),
    Reason(
        name="number of things that a phrase names",
        holds=conditions.few_things,
        reads=("Pain was the same in the [[two]] groups.", "There were [[3]] different dimensions."),
        leaves=("[[Two]] patients died.", "There were [[three]] strokes."),
    ),
    Reason(
        name="number word of a phrase",
        holds=conditions.pointed_at,
        reads=("In these [[four]] fever was seen.", "It takes [[two]] or more signs.",
               "This task is a hard [[one]].", "It is [[one]] of the best tests."),
        leaves=("Fever was seen in [[four]].", "[[One]] of the patients died."),
    ),
    Reason(
        name="end of a scale",
        holds=conditions.scale,
        reads=("Pain was rated on a scale from [[0]] to 10.", "The score ranges from 0 to [[24]]."),
        leaves=("The mean score was [[24]].",),
    ),
    Reason(
        name="limit of a criterion or a class",
        holds=conditions.limit,
        reads=("Those with a pH <[[7]] were intubated.", "Those older than [[65]] were fewer."),
        leaves=("Pain was less (P < [[0.01]]).", "Pain was less in >[[80%]]."),
    ),
    Reason(
        name="figure of a sentence that cites other work",
        holds=conditions.of_others,
        reads=("In earlier trials pain was felt by [[40%]].", "A rate of [[12]] was found [7]."),
        leaves=("In our trial pain was felt by [[40%]].",),
    ),
    Reason(
        name="background, in the introduction",
        holds=conditions.background,
        reads=("Introduction\n\nStroke strikes [[200]] in 100,000 every year.",),
        leaves=("Introduction\n\nWe studied [[200]] men.", "Results\n\nStroke struck [[200]]."),
    ),
    Reason(
        name="setting or amount of the methods",
        holds=conditions.methods,
        reads=("Methods\n\nTubes were filled with [[15]] mL of blood.", "Methods\n\nPlates had [[96]] wells."),
        leaves=("Methods\n\nWe enrolled [[96]] patients.", "Results\n\nTubes held [[15]] mL of blood."),
    ),
    Reason(
        name="p-value of a sentence that has no other figures",
        holds=conditions.p_alone,
        reads=("There was no difference in pain (P = [[0.42]]).",),
        leaves=("Pain was less, 12 of 60 against 30 of 60 (P = [[0.42]]).",),
    ),
    Reason(
        name="mean and spread, printed without a test, an interval or a range",
        holds=conditions.spread,
        reads=("Age was [[62]] ± 8 years.", "Age was 62 ± [[8]] years."),
        leaves=("Age was [[62]] ± 8 and 61 ± 9 years (P = 0.42).", "Age was [[62]] ± 8 years (range 40 to 80)."),
    ),
    Reason(
        name="figures without a spread or a count, and their p",
        holds=conditions.means_and_p,
        reads=("The pH was higher after rest ([[5.67]] vs. 5.66; P = 0.03).",),
        leaves=("Fever was rarer ([[12]] vs. 15; P = 0.03).", "The pH was 5.67 ± [[0.3]] vs. 5.66 ± 0.2; P = 0.03."),
    ),
    Reason(
        name="age that a condition names",
        holds=conditions.age,
        reads=("Life expectancy at age [[one]] was lower.",),
        leaves=("The age of this [[one]] was lower.",),
    ),
    Reason(
        name="part of a formula, a unit or an identifier",
        holds=conditions.formula,
        reads=("It was taken as y=[[2]]*x+b/4 throughout.",),
        leaves=("Fever was rare (n=[[2]]/40, p=0.3).",),
    ),
    Reason(
        name="factor of a product",
        holds=conditions.product,
        reads=("It was a [[2]] × 2 factorial trial.",),
        leaves=("It was found in [[2]] of them.",),
    ),
    Reason(
        name="range, printed without a median or a mean",
        holds=conditions.bare_range,
        reads=("Their ages ranged from [[19]] to 70.", "The age range was 19-[[70]]."),
        leaves=("The median age was 40 (range [[19]] to 70).",),
    ),
)  # fmt: skip


def of(seen: Seen) -> str | None:
    """Why a number claims nothing, or None where no reason is known."""
    if seen.token.reason is not None:
        return OF_LEXER.get(seen.token.reason, seen.token.reason)
    if seen.token.kind == "fraction":
        return "fraction in words"
    if seen.token.kind == "ordinal":
        return "ordinal"
    if seen.heading:
        return "number in a heading"
    return next((reason.name for reason in REASONS if reason.holds(seen)), None)
