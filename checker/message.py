"""A finding in words: the arithmetic with its numbers, what is printed, what would fit."""

import math
import re
from collections.abc import Sequence

import msgspec

from checker.judge import Judgement
from checker.model import Because, Candidate, Clauses, Interval, Query, Recomputation, Reported, Target, Value, Verdict
from checker.rounding import SLACK, shown

_MOST_NAMED = 4
_ANYTHING = "anything"
_DENOMINATOR = re.compile(r"denominator=(?P<size>\S+) \((?P<name>[^()]+)\)")


class Message(msgspec.Struct, frozen=True):
    """What a recomputation shows, for a reader who knows the field and not the program.

    Attributes:
        arithmetic: what the figures make, against what is printed.
        hint: what would fit.
        remark: what is to be said whatever the verdict.
        query: the innocent reason that is left, and what would settle it.
    """

    arithmetic: tuple[str, ...]
    hint: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    query: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """Each may stand as a sentence of its own."""
        return (*self.arithmetic, *self.hint, *self.query, *self.remark)

    def __str__(self) -> str:
        return "; ".join(self.clauses)


def worded(recomputation: Recomputation, judgement: Judgement, hint: Clauses | None) -> Message:
    """What the judged recomputation shows; ``hint``: what would fit."""
    remark = recomputation.remark if judgement.verdict is not Verdict.UNVERIFIABLE else None
    query = (_question(judgement.query),) if judgement.query is not None else ()
    return Message(_arithmetic(recomputation, judgement), _clauses(hint), _clauses(remark), query)


def _question(query: Query) -> str:
    """The innocent reason and what would settle it."""
    if query.because is Because.READING:
        return f"{query.reason}: a look at the paper shows {query.settled_by}"
    return f"{query.reason}: {query.settled_by} is not stated"


def _clauses(said: Clauses | None) -> tuple[str, ...]:
    return tuple(filter(None, (said,) if isinstance(said, str) else said or ()))


def values(recomputation: Recomputation, candidate: Candidate, extra: int = 1, unit: str | None = None) -> str:
    """The values of a candidate as text, with ``extra`` more digits than are printed."""
    unit = recomputation.unit if unit is None else unit
    texts = [
        _value(value, target, extra, unit)
        for value, target in zip(candidate.values, recomputation.targets, strict=True)
    ]
    return _joined(recomputation, texts)


def printed(recomputation: Recomputation) -> str:
    """The targets as printed."""
    unit = recomputation.unit
    return _joined(recomputation, [str(target).removesuffix(unit) + unit for target in recomputation.targets])


def _arithmetic(recomputation: Recomputation, judgement: Judgement) -> tuple[str, ...]:
    if recomputation.missing is not None:
        return (f"cannot be recomputed without {recomputation.missing}",)
    chosen = judgement.matched or judgement.nearest
    if not chosen:
        return (f"nothing gives {printed(recomputation)}",)
    given = f"{recomputation.standing} {printed(recomputation)}"
    match judgement.verdict:
        case Verdict.CONSISTENT:
            end = "as printed" if _is_point(recomputation, chosen[0]) else given
            *before, equation = _equation(recomputation, chosen[0], 1)
            return *before, f"{equation}{_named(chosen)}, {end}"
        case Verdict.EXPLAINED if judgement.shortening is not None:
            which = f" ({', '.join(judgement.shortened)})" if len(recomputation.fields) > 1 else ""
            *before, equation = _equation(recomputation, chosen[0], 1)
            return *before, f"{equation}{_named(chosen)}", f"{given} is that {judgement.shortening}{which}"
        case Verdict.EXPLAINED:
            return *_equation(recomputation, chosen[0], 1), f"{given} holds only for {_list(chosen)}"
    extra = _digits_apart(recomputation, chosen[0])
    if recomputation.denied is not None:
        return (recomputation.denied(values(recomputation, chosen[0], extra)),)
    *before, equation = _equation(recomputation, chosen[0], extra)
    expressions = {candidate.expression for candidate in recomputation.candidates}
    is_said = len(expressions) == len(recomputation.candidates) or chosen[0].expression.startswith(_list(chosen))
    named = "" if is_said else f" ({_list(chosen)})"
    denied = printed(recomputation)
    return *before, f"{equation}{named}, not " + (f"'{denied}'" if denied.startswith("not ") else denied)


def _equation(recomputation: Recomputation, candidate: Candidate, extra: int) -> tuple[str, ...]:
    shown_values = values(recomputation, candidate, extra)
    if candidate.clause is not None:
        return " ".join(filter(None, (candidate.expression, candidate.relation))), f"{candidate.clause} {shown_values}"
    if not any(isinstance(value, Interval) for value in candidate.values):
        return (f"{candidate.expression} is {shown_values}",)
    relation = candidate.relation or ("=" if _is_point(recomputation, candidate) else "gives")
    return (f"{candidate.expression} {relation} {shown_values}",)


def _digits_apart(recomputation: Recomputation, candidate: Candidate) -> int:
    """How many more digits than printed tell the recomputed values from the printed ones."""
    for extra in (0, 1, 2):
        if values(recomputation, candidate, extra) != printed(recomputation):
            return max(1, extra)
    return 3


def _named(chosen: Sequence[Candidate]) -> str:
    return f" ({_list(chosen)})" if len(chosen) > 1 else ""


def _list(chosen: Sequence[Candidate]) -> str:
    names = list(dict.fromkeys(_DENOMINATOR.sub(_group, candidate.assumption) for candidate in chosen))
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _group(found: re.Match[str]) -> str:
    """The people of another denominator: the name of a population, without its size."""
    name = found["name"].removesuffix(f"-{found['size']}").replace("-", " ")
    return f"the {found['size']} of “{name}”"


def _is_point(recomputation: Recomputation, candidate: Candidate) -> bool:
    return all(
        math.isfinite(value.high) and value.high - value.low <= SLACK * max(1, abs(value.high))
        for _, value in recomputation.numbers(candidate)
    )


def _value(value: Value, target: Target, extra: int, unit: str) -> str:
    if not (isinstance(value, Interval) and isinstance(target, Reported)):
        return str(value)
    low, high = shown(value.low, target, extra), shown(value.high, target, extra)
    if value.high - value.low > target.place:
        low, high = _without_idle_zeros(value.low, low), _without_idle_zeros(value.high, high)
    if low == high:
        return low + unit
    if math.isinf(value.low) and math.isinf(value.high):
        return _ANYTHING
    if math.isinf(value.low):
        return f"at most {high}{unit}"
    if math.isinf(value.high):
        return f"at least {low}{unit}"
    return f"{low} to {high}{unit}"


def _without_idle_zeros(value: float, text: str) -> str:
    """The end of a wide range: 50, not 50.00, where it is a whole number."""
    return f"{value:.0f}" if math.isfinite(value) and value == round(value) else text


def _joined(recomputation: Recomputation, texts: list[str]) -> str:
    if set(texts) == {_ANYTHING}:
        return _ANYTHING
    if len(texts) == 2 and recomputation.fields[0].endswith(("lower", "[0]")):
        return (" and " if any(" " in text for text in texts) else " to ").join(texts)
    return ", ".join(texts)
