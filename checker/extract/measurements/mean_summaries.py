"""Claims for means whose spread must agree with what is printed beside it: a range, an interval, a standard error.

A mean and a standard deviation alone agree with anything, and make no claim; where the mean is of whole numbers and
their number is printed with it, only some means and deviations are possible.
"""

import re
from typing import Any

from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, count, reported
from checker.extract.measurements.means import LABEL, LABELLED, PLUS_MINUS, UNIT, Mean
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.kinds import Summary
from checker.model import Reported
from checker.rounding import SLACK, coarse, interval
from checker.statistics.granularity import squares_beside, sums_within
from checker.statistics.summary import mean_interval, sd_from_error

# From a spread to a range or an interval, past what the plus-minus sign stands for.
_TO_LIMITS = re.compile(
    rf"{UNIT}[ ]?\)?{UNIT}[ ,;:(]{{1,3}}"
    rf"(?:\(?(?:means?[ ]?)?{PLUS_MINUS}?[ ]?{LABEL}[ ]?\)?[ ,;]{{0,2}}{UNIT}[ ,;:(]{{0,3}})?"
    r"(?:(?P<ci>(?:(?P<level>[89][0-9](?:\.[0-9])?)[ ]?%[ ]?)?"
    r"(?:ci|c\.i\.|confidence (?:interval|limits?)(?: ?\(ci\))?))"
    r"|(?P<range>(?:age |full )?range|ranging|ranged|min.{0,4}max))[ ]?(?:=|:|,|from|of|was|between)?[ ]?\(?"
)
_BETWEEN = re.compile(r"[ ]?(?:%|[a-z]{1,10})?[ ]?(?:--?|to|~|and|,)[ ]?")
_RANGE_BEFORE = re.compile(
    r"(?:\baged|\bages|\brang(?:e|es|ed|ing)|\bage range)[ ]?(?:=|:|,)?[ ]?(?:was |from |of |between )?$"
)
_TO_MEAN = re.compile(
    r"[ ]?(?:years?|yrs?|months?|weeks?|days?)?(?: old| of age)?[ ]?[,;:(]{0,2}[ ]?(?:and )?(?:with )?(?:an? |the )?"
    r"(?:means?|averages?|m)(?: age)?[ ]?(?:of|was|is|=|:|,)?[ ]?\(?"
)
# Limits that do not follow from the standard deviation and the number of values.
_MODELLED = re.compile(
    r"adjust|least[- ]squares?|estimated marginal|geometric|bootstrap|model|regress|pooled|weighted|differen|chang|"
    r"ratio|coefficient|slope|log"
)
# Things that people have a whole number of.
_WHOLE = re.compile(
    r"\bnumbers? of (?!times the)(?:[a-z-]{2,16} ){0,2}?(?:episodes|children|visits|cycles|attacks|falls|exacerbations|"
    r"seizures|relapses|admissions|hospitali[sz]ations|pregnancies|lesions|teeth|sessions|injections|doses|oocytes|"
    r"embryos|nodes|comorbidities|medications|drugs|operations|days|symptoms|attempts|deliveries|births|errors|"
    r"appointments|calls|implants|transfusions|biopsies|consultations|infections|events|sites|joints|cigarettes)\b"
    r"[^0-9.;]{0,60}$"
)
_NOT_WHOLE = re.compile(
    r"\b(?:per|daily|weekly|monthly|annual|yearly|a (?:day|week|month|year)|each|log|chang|differen)"
)
_MISSING_VALUES = 2
_NEAREST_SIZES = 8


def find(drafts: Drafts, populations: Populations, found: list[Mean]) -> None:
    """Add a claim for every mean that is printed with something its spread must agree with."""
    for mean in found:
        fields, figures = _beside(mean, mean.numbers)
        whole = _whole(mean)
        if not fields and not whole:
            continue
        if mean.kind is not None and (mean.stated or "range" in fields):
            fields[mean.kind] = reported(mean.spread)
            figures.append(mean.spread)
        if mean.size is not None and ("range" not in fields or figures[0].start > mean.value.start):
            # Limits in front of a mean may be those of eligibility, which nobody need have.
            fields["total"] = count(mean.size)
            figures.append(mean.size)
        elif "interval" in fields:
            fields["of"] = _of(mean, fields, populations, drafts)
        mean.sentence.page.used.update(figure.start for figure in (mean.value, mean.spread, *figures))
        drafts.add(
            Summary, mean.sentence, [mean.value, *figures], statistic="mean", value=reported(mean.value),
            whole=whole, **fields,
        )  # fmt: skip


def _beside(mean: Mean, tokens: list[Token]) -> tuple[dict[str, Any], list[Token]]:
    """What stands beside a mean that its spread must agree with: fields of the claim, and their figures."""
    fields: dict[str, Any] = {}
    low = mean.sentence.page.low
    used = mean.sentence.page.used
    behind = tokens[mean.position + 1 :]
    here = mean.spread
    if mean.size is not None and behind:
        here, behind = behind[0], behind[1:]
    if mean.kind is not None and mean.stated and behind:
        other = LABELLED.fullmatch(low, here.end, behind[0].start)
        if other and bool(other["se"]) != (mean.kind == "se"):
            fields["se" if other["se"] else "sd"] = reported(behind[0])
            return fields, [behind[0]]
    if len(behind) >= 2 and behind[0].start not in used:
        lower, upper = ordered(behind[0], behind[1])
        named = _TO_LIMITS.fullmatch(low, here.end, behind[0].start) if behind[0].start - here.end <= 80 else None
        if named and _BETWEEN.fullmatch(low, behind[0].end, behind[1].start) and _alike(mean, lower, upper):
            pair = (reported(lower), reported(upper))
            if named["range"]:
                return {"range": pair}, [lower, upper]
            around = low[max(mean.sentence.start, mean.value.start - 100) : mean.value.start]
            if mean.kind is None or not mean.stated or _MODELLED.search(around):
                return {}, []
            return {"interval": pair, "level": Reported(named["level"] or "95")}, [lower, upper]
    at = mean.position - 1
    if at >= 2 and _TO_MEAN.fullmatch(low, tokens[at - 1].end, mean.value.start):
        lower, upper = tokens[at - 2], tokens[at - 1]
        before = low[max(mean.sentence.start, lower.start - 30) : lower.start]
        if (
            _RANGE_BEFORE.search(before)
            and _BETWEEN.fullmatch(low, lower.end, upper.start)
            and lower.value < upper.value
            and _alike(mean, lower, upper)
        ):
            return {"range": (reported(lower), reported(upper))}, [lower, upper]
    return fields, []


def _alike(mean: Mean, lower: Token, upper: Token) -> bool:
    """Whether a mean and two limits may be in one unit and are printed as plain numbers."""
    units = {token.unit for token in (mean.value, mean.spread, lower, upper) if token.unit is not None}
    plain = all(token.comparator == "=" for token in (mean.value, lower, upper))
    return plain and len(units) <= 1


def _of(mean: Mean, fields: dict[str, Any], populations: Populations, drafts: Drafts) -> str | None:
    """The nearest size that the paper states and that makes the interval; no other may be held against it."""
    value, spread = (interval(reported(token)) for token in (mean.value, mean.spread))
    lower, upper = (interval(limit) for limit in fields["interval"])
    for _, size in zip(range(_NEAREST_SIZES), populations.before(mean.sentence, mean.value.start), strict=False):
        if size.value < 2:
            continue
        sd = (max(0.0, spread.low), spread.high)
        sd = sd if mean.kind == "sd" else sd_from_error(sd, size.value)
        limits = mean_interval((value.low, value.high), sd, size.value, fields["level"].value / 100)
        if all(one[0] <= other.high and other.low <= one[1] for one, other in zip(limits, (lower, upper), strict=True)):
            return populations.declare(size, drafts)
    return None


def _whole(mean: Mean) -> bool:
    """Whether this is a mean of whole numbers whose print can tell; not where a missing value or two explain it."""
    sentence = mean.sentence
    if mean.size is None or mean.value.value < 0 or mean.value.comparator != "=" or not mean.value.decimals:
        return False
    before = sentence.page.low[max(sentence.start, mean.value.start - 120) : mean.value.start]
    behind = sentence.page.low[mean.spread.end : min(sentence.end, mean.spread.end + 40)]
    if not is_whole(before) or _NOT_WHOLE.search(behind):
        return False
    size = int(mean.size.value)
    sd = reported(mean.spread) if mean.kind == "sd" and mean.stated else None
    return could_be_whole(reported(mean.value), sd, size)


def is_whole(words: str) -> bool:
    """Whether the words before a mean speak of things that people have a whole number of."""
    return _WHOLE.search(words) is not None and not _NOT_WHOLE.search(words)


def could_be_whole(value: Reported, sd: Reported | None, size: int, most: int = _MISSING_VALUES) -> bool:
    """Whether a mean and SD tell anything of so many whole numbers.

    Not where the print is too coarse, nor where they are impossible and a few missing values, ``most`` at most, make
    them possible.
    """
    if size < 5 or coarse(value, size):
        return False
    if _possible(value, sd, size):
        return True
    return not any(_possible(value, sd, size - missing) for missing in range(1, most + 1))


def _possible(value: Reported, sd: Reported | None, size: int) -> bool:
    printed = interval(value)
    sums = sums_within(printed.low - SLACK, printed.high + SLACK, size)
    if not sums or sd is None or len(sums) > 20:
        return bool(sums)
    for total in sums:
        centred = total * total / size
        for squares in squares_beside(centred + sd.value**2 * (size - 1), total, size):
            deviation = (max(0.0, squares - centred) / (size - 1)) ** 0.5
            if interval(sd).low - SLACK <= deviation <= interval(sd).high + SLACK:
                return True
    return False
