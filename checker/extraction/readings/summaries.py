"""Medians and means with what is printed of their spread: quartiles, range, interval, deviation, error, size.

The figures are those of `checker.extraction.surfaces`; what they are of is told by `checker.extraction.quantities`: no
shapes are needed. A mean and a standard deviation alone agree with anything, and make no claim; where the mean is of
whole numbers and their number is printed with it, only some means and deviations are possible.
"""

import re
from collections.abc import Iterator
from typing import Any

from checker.extraction.change_words import DOWN
from checker.extraction.drafts import count, reported
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure, Limits
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import Meaning
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page, Sentence
from checker.extraction.surfaces.spreads import of_paper
from checker.extraction.whole_numbers import is_whole, missing_values_explain, says_nothing
from checker.kinds import Summary
from checker.model import Certainty, Reported

# The names of its claims, of whose figures no one shape tells.
_NAME = "what is printed with a median or mean"
MAKES = (_NAME,)

_FIELDS = {"iqr": "quartiles", "range": "range", "ci": "interval"}
# With a confidence interval these are effects, or rates.
_EFFECTS = frozenset((Quantity.RATIO, Quantity.DIFFERENCE, Quantity.COEFFICIENT, Quantity.REDUCTION))
_RATES = frozenset((Quantity.SURVIVAL, Quantity.INCIDENCE, Quantity.ACCURACY))
# Limits that do not follow from the standard deviation and the number of values.
_MODELLED = re.compile(
    r"adjust|least[- ]squares?|estimated marginal|geometric|bootstrap|model|regress|pooled|weighted|differen|chang|"
    r"ratio|coefficient|slope|log"
)
_AGAINST = re.compile(
    r"from \|[^;]{0,60}?\bto\b[^;]{0,60}|.{0,5}\|[^;]{0,60}?\b(?:vs?|versus|than|compared (?:with|to))\b[^;]{0,60}"
)
_SAME_IN_BOTH = re.compile(r"\b(?:and|&) (?:[a-z]{2,20} ?)?[0-9a-e]{1,2}: ?$")
_WORDS, _BEHIND = 120, 40


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every median and mean with limits, and for every mean of which print tells more than its spread."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        figures = sentence.printed.figures
        if not any(figure.limits or figure.spread is not None for figure in figures):
            continue
        found = sentence.meanings
        for before, figure in with_the_one_before(sentence):
            if not (figure.limits or figure.spread is not None):
                continue
            limits = [each for each in figure.limits if each.name is not None and _fit(sentence, figure, each)]
            if before is not None and of_both(sentence, before, figure):
                limits = [each for each in limits if each.name != "ci"]
            proposal = _summary(sentence, figure, limits, found.get(figure.value.start))
            if proposal is not None:
                yield proposal


def _summary(sentence: Sentence, figure: Figure, limits: list[Limits], meaning: Meaning | None) -> Proposal | None:
    """The claim of a figure, if all that is printed with it can be of one sample; ``limits``: its own."""
    value = figure.value
    statistic = meaning.statistic if meaning is not None else None
    if figure.spread is not None and statistic != "median":
        # Whatever has a standard deviation is a mean.
        statistic = "mean"
    if statistic is None or (meaning is not None and _is_of_others(figure, meaning, limits)):
        return None
    fields: dict[str, Any] = {"statistic": statistic, "value": reported(value)}
    figures = [value]
    for each in limits:
        lower, upper = each.ordered
        fields[_FIELDS[each.name or ""]] = (reported(lower), reported(upper))
        figures += [lower, upper]
        if each.name == "ci":
            fields["level"] = Reported(each.level)
    if statistic == "mean" and figure.spread is not None:
        figures += _spread(sentence, figure, fields)
    certainty, why = Certainty.PRINTED, "printed together"
    if fields.get("total") is not None and _whole(sentence, figure):
        fields["whole"] = True
        sd = fields.get("sd")
        if missing_values_explain(fields["value"], sd, int(fields["total"].value)):
            certainty, why = Certainty.GUESSED, "a missing value or two could make this mean"
    elif not limits and figure.error is None:
        return None
    return Proposal(
        kind=Summary, within=sentence, figures=tuple(figures), own=(value,), fields=fields, certainty=certainty,
        why=why, reading=_NAME,
    )  # fmt: skip


def _fit(sentence: Sentence, figure: Figure, limits: Limits) -> bool:
    """Whether limits are printed as plain numbers of the unit of their value, with its sign, and are its own."""
    value = figure.value
    lower, upper = limits.ordered
    tokens = [value, lower, upper]
    if len({token.unit for token in tokens if token.unit is not None}) > 1:
        return False
    if any(token.comparator not in "=~" for token in tokens):
        return False
    if value.value > 0 > upper.value or sentence.before(limits.lower, 2) == "- ":
        # ``a mean decrease of 2.86 (-5.3 to -0.4)``: the word has the sign; ``- 5.3``: it has come off.
        return False
    if value.value > 0 > lower.value and lower.value + upper.value < 0 and DOWN.search(sentence.low):
        return False
    if value.kind == "word" and lower.decimals + upper.decimals:
        # ``across six courses (range 6.35-36.00)``: so many things, and what was measured of them.
        return False
    # ``2.6 ± 2.5 versus 4.5 ± 2.3, P < 0.001, 95% CI 1-2.5``: the interval is that of what the p compares.
    return not any(value.start < p < limits.lower.start for p in sentence.printed.ps)


def with_the_one_before(sentence: Sentence) -> Iterator[tuple[Figure | None, Figure]]:
    """Each figure with the one in front of it, past numbers that are labels: ``visit 3: 0.15 mV``."""
    before: Figure | None = None
    for figure in sentence.printed.figures:
        yield before, figure
        if sentence.after(figure.value, 1) != ":":
            before = figure


def of_both(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether an interval is that of a change or a comparison: ``from 9.4 ± 2.9 to 19.0 ± 5.2 (95% CI 7.9-11.2)``.

    Of two figures that are set against each other both have an interval of their own, or neither has. A semicolon may
    part it from both (``at rest: 37; in stress: 48 s; CI 0 to 15``), or from what both measured (``visits 2 and 3: 37
    s; CI -4 to 5``).
    """
    if figure.limits and ";" in sentence.between(figure.value, figure.limits[0].lower):
        if _SAME_IN_BOTH.search(sentence.before(figure.value, 40)):
            return True
        parted = ";" in sentence.between(before.value, figure.value)
        if parted and not before.limits and before.value.unit in (None, figure.value.unit):
            return True
    if before.limits or before.p is not None or before.value.unit not in (None, figure.value.unit):
        return False
    outline = sentence.brief
    words = f"{outline.before(before.value, 5)}|{outline.between(before.value, figure.value)}"
    return _AGAINST.fullmatch(words) is not None


def _is_of_others(figure: Figure, meaning: Meaning, limits: list[Limits]) -> bool:
    """Whether its interval is that of an effect or a rate, which are claims of their own."""
    if not any(each.name == "ci" for each in limits):
        return False
    return meaning.quantity in _EFFECTS or (figure.value.percent and meaning.quantity in _RATES)


def _spread(sentence: Sentence, figure: Figure, fields: dict[str, Any]) -> list[Token]:
    """Add the spread of a mean and its size to the fields of its claim; their figures."""
    name = figure.spread_name
    start = max(sentence.start, figure.value.start - _WORDS)
    if "interval" in fields and (name is None or _MODELLED.search(sentence.page.low, start, figure.value.start)):
        return []
    if "range" in fields:
        name = name or of_paper(sentence.page.low)
    held: dict[str, Token | None] = {name: figure.spread} if name is not None else {}
    if figure.error is not None:
        held["se"] = figure.error
    fields |= {each: reported(token) for each, token in held.items()}
    if not any(each.lower.start < figure.value.start for each in figure.limits):
        # Limits in front of a mean may be those of eligibility, which nobody need have.
        held["total"] = figure.size
        fields["total"] = count(figure.size)
    return [token for token in held.values() if token is not None]


def _whole(sentence: Sentence, figure: Figure) -> bool:
    """Whether this is a mean of so many whole numbers, printed finely enough to tell."""
    size, value, spread = figure.size, figure.value, figure.spread
    if size is None or spread is None or value.value < 0 or value.comparator != "=" or not value.decimals:
        return False
    low = sentence.page.low
    before = low[max(sentence.start, value.start - _WORDS) : value.start]
    behind = low[spread.end : min(sentence.end, spread.end + _BEHIND)]
    return is_whole(before, behind) and not says_nothing(reported(value), int(size.value))
