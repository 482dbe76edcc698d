"""One quantity printed in several places: same value, same name.

What it checks
--------------
A figure of the abstract against the same figure of the results, of a table, or of another paper: each place
against the first one. What the figure is called is compared too, where the claim says (``CI``, ``IQR``).

Example
-------
>>> from checker.examples import example
>>> example("repeated_figure", "{kind: repeat, mentions: [{figures: [70.8], at: 9}, {figures: ['71'], at: 40}]}")
consistent: the figure on line 9 = 70.8, as printed; 71 is on line 40
>>> example("repeated_figure", "{kind: repeat, mentions: [{figures: [11.4], at: 9}, {figures: [14.1], at: 40}]}")
discrepant (major): the figure on line 9 is 11.4, not 14.1; 14.1 is on line 40
>>> example("repeated_figure", "{kind: repeat, mentions: [{figures: [6.6, 22.8], at: 9, label: 95% CI}, "
...         "{figures: [6.6, 22.8], at: 40, label: IQR}]}")
consistent: printed on line 9 is 6.6, 22.8, as printed; also on line 40
discrepant (major): the name on line 9 is 95% CI, not IQR; IQR is on line 40

Assumptions tried
-----------------
The same digits; where one place prints fewer digits, the figure of the other place rounded to them. Less
ordinary: digits cut off, or rounded twice, in the place with fewer. Texts (``not reached``) agree when they are
the same but for case and spaces. Less ordinary too: a name that has to be read as the other, where the claim
says so.

Limits
------
Which mentions speak of one quantity is for the reader, or the extraction, to say.

References
----------
Pitkin RM, Branagan MA, Burmeister LF. Accuracy of data in abstracts of published research articles. JAMA
1999;281:1110-1. Altman DG, Bland JM. Presentation of numerical data. BMJ 1996;312:572 (digits).
"""

from collections.abc import Iterator

from checker.kinds import Mention, Repeat
from checker.model import Candidate, Interval, Recomputation, Reported, Wording
from checker.paper import Paper
from checker.rounding import interval

KINDS = (Repeat,)

# What a message calls a place without a line, by its position among the mentions.
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def recompute(claim: Repeat, paper: Paper) -> Iterator[Recomputation]:
    """Every later mention against the first, its figures and then its name."""
    if len(claim.mentions) < 2:
        yield Recomputation(fields=("figures",), targets=(Wording(""),), missing="a second place")
        return
    places = [_place(mention, position) for position, mention in enumerate(claim.mentions)]
    first = claim.mentions[0]
    named = next((i for i, mention in enumerate(claim.mentions) if mention.label is not None), None)
    for position, mention in enumerate(claim.mentions[1:], start=1):
        yield from _figures(first, mention, places[0], places[position])
        if named is not None and position > named and mention.label is not None:
            yield _label(claim.mentions[named], mention, places[named], places[position])


def _figures(first: Mention, later: Mention, there: str, here: str) -> Iterator[Recomputation]:
    if len(first.figures) != len(later.figures):
        yield Recomputation(
            fields=("figures",), targets=(Wording(", ".join(later.figures)),), missing="as many figures in each place"
        )
        return
    pairs = list(zip(first.figures, later.figures, strict=True))
    same = [pair for pair in pairs if _plain(pair[0]) == _plain(pair[1])]
    if same:
        printed = tuple(Wording(other) for _, other in same)
        yield Recomputation(
            fields=tuple("figures" if len(same) == 1 else f"figures[{i + 1}]" for i in range(len(same))),
            targets=printed,
            candidates=(Candidate(printed, "same figure", f"printed {there}"),),
            remark=f"also {here}",
        )
    for one, other in pairs:
        if (one, other) not in same:
            yield _pair(one, other, there, here)


def _pair(one: str, other: str, there: str, here: str) -> Recomputation:
    """Two prints that are not the same digits: numbers may still agree when one has fewer digits."""
    first, second = _number(one), _number(other)
    if first is None or second is None or (_coarseness(first) == _coarseness(second)):
        return Recomputation(
            fields=("figures",),
            targets=(Wording(other),),
            candidates=(Candidate((Wording(one),), "same figure", f"the figure {there}"),),
            remark=f"{other} is {here}",
        )
    finer, coarser = (first, second) if _coarseness(first) < _coarseness(second) else (second, first)
    source, target = (there, here) if finer is first else (here, there)
    value = interval(finer) if finer.comparator != "=" else Interval(finer.value, finer.value)
    return Recomputation(
        fields=("figures",),
        targets=(coarser,),
        candidates=(Candidate((value,), "same figure", f"the figure {source}"),),
        remark=f"{coarser} is {target}",
    )


def _label(first: Mention, later: Mention, there: str, here: str) -> Recomputation:
    name, other = first.label or "", later.label or ""
    agreed = other if _folded(name) == _folded(other) else name
    candidates = [Candidate((Wording(agreed),), "same name", f"the name {there}")]
    if agreed != other and _folded(first.read or name) == _folded(later.read or other):
        read = f"{name} read as {first.read}" if first.read is not None else f"{other} read as {later.read}"
        candidates.append(Candidate((Wording(other),), read, f"the name {there}", ordinary=False))
    return Recomputation(
        fields=("label",),
        targets=(Wording(other),),
        candidates=tuple(candidates),
        remark=f"{other} is {here}" if agreed != other else f"also {here}",
    )


def _place(mention: Mention, position: int) -> str:
    where = f"on line {mention.at[0].line}" if mention.at else f"in the {_ORDINALS[min(position, 9)]} place"
    return f"{where} of {mention.document}" if mention.document else where


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _number(text: str) -> Reported | None:
    try:
        return Reported(text)
    except ValueError:
        return None


def _plain(text: str) -> tuple[object, ...]:
    """What makes two prints the same: ``1,024`` and ``1024``, ``twelve`` and ``12``, but not ``70`` and ``70.0``."""
    number = _number(text)
    return (_folded(text),) if number is None else (number.value, number.place, number.comparator)


def _coarseness(number: Reported) -> tuple[bool, float]:
    """A one-sided print (``<0.001``) says less than any digits do."""
    return (number.comparator != "=", number.place)
