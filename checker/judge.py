"""One question for every check: do the printed figures and a recomputed candidate meet?"""

from collections.abc import Iterable

import msgspec

from checker.model import (
    Because,
    Candidate,
    Certainty,
    Excuse,
    Interval,
    Query,
    Recomputation,
    Severity,
    Target,
    Value,
    Verdict,
    Wording,
)
from checker.rounding import SLACK, UNUSUAL, UNUSUAL_OF_GUESSES, Shortening, interval, rounded, slack, units_off

# What is asked of a claim whose figures were chosen among several, where nobody said why those.
_UNSURE = "these figures may not belong together"
_TOGETHER = "what each of these figures is of"


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict, and the candidates that decided it.

    Attributes:
        matched: the candidates that meet every target, under the mildest shortening that any needs.
        shortening: how digits were dropped, where not by plain rounding.
        shortened: the fields that need it.
        nearest: the candidates closest to the printed figures, when none meets.
        query: the innocent reason that is left, when none meets.
    """

    verdict: Verdict
    severity: Severity | None = None
    matched: tuple[Candidate, ...] = ()
    shortening: Shortening | None = None
    shortened: tuple[str, ...] = ()
    nearest: tuple[Candidate, ...] = ()
    query: Query | None = None


def judge(recomputation: Recomputation, certainty: Certainty | None = None, why: str = "") -> Judgement:
    """Compare the printed targets with the candidates.

    Consistent: an ordinary candidate, rounded as everybody rounds. Explained: a less ordinary candidate, or
    an ordinary one under a less ordinary shortening; never both at once, since two unusual assumptions
    together fit too much. Query: none, but the claim is guessed, or an excuse allows the targets. Discrepant: none,
    and no innocent reason is left. Unverifiable: there was nothing to compare with.

    ``certainty``: how the figures came together, None for a check of the whole document; ``why``: the reason
    of a guess.
    """
    if recomputation.missing is not None:
        return Judgement(verdict=Verdict.UNVERIFIABLE)
    ordinary = [candidate for candidate in recomputation.candidates if candidate.ordinary]
    matched = _meeting(recomputation, ordinary)
    if matched:
        return Judgement(verdict=Verdict.CONSISTENT, matched=matched)
    others = [candidate for candidate in recomputation.candidates if not candidate.ordinary]
    matched = _meeting(recomputation, others)
    if matched:
        return _explained(recomputation, ordinary, matched)
    for shortening in UNUSUAL_OF_GUESSES if recomputation.guessed else UNUSUAL:
        matched = _meeting(recomputation, ordinary, shortening)
        if matched:
            return _explained(recomputation, ordinary, matched, shortening)
    if recomputation.unlikely is not None:
        further = list(recomputation.unlikely())
        matched = _meeting(recomputation, further)
        if matched:
            if any(candidate.ordinary for candidate in matched):
                return Judgement(verdict=Verdict.CONSISTENT, matched=matched)
            return _explained(recomputation, ordinary, matched)
        others += further
    nearest = _nearest(recomputation, ordinary or others)
    severity = _severity(recomputation, ordinary or others, nearest)
    query = _query(recomputation, certainty, why)
    verdict = Verdict.DISCREPANT if query is None else Verdict.QUERY
    return Judgement(verdict=verdict, severity=severity, nearest=nearest, query=query)


def _explained(
    recomputation: Recomputation,
    ordinary: list[Candidate],
    matched: tuple[Candidate, ...],
    shortening: Shortening | None = None,
) -> Judgement:
    """A less ordinary assumption meets; grave where, but for it, the decision would be another."""
    severity = None
    if ordinary:
        # Cut off, .0496 is .04, which a reader takes for significant; rounded it is .05.
        compared = ordinary if shortening is None else [_printable(recomputation, candidate) for candidate in matched]
        severity = _severity(recomputation, compared, _nearest(recomputation, compared))
    return Judgement(
        verdict=Verdict.EXPLAINED,
        severity=severity,
        matched=matched,
        shortening=shortening,
        shortened=() if shortening is None else _unrounded(recomputation, matched[0]),
    )


def _printable(recomputation: Recomputation, candidate: Candidate) -> Candidate:
    """The candidate as it would be printed, rounded to the places of the targets."""
    values = tuple(
        Interval(rounded(value.low, target), rounded(value.high, target))
        if isinstance(value, Interval) and not isinstance(target, Wording)
        else value
        for target, value in zip(recomputation.targets, candidate.values, strict=True)
    )
    return msgspec.structs.replace(candidate, values=values)


def _query(recomputation: Recomputation, certainty: Certainty | None, why: str) -> Query | None:
    """The innocent reason why the targets may be right though nothing meets them, if one is left."""
    if certainty is Certainty.GUESSED:
        return Query(because=Because.READING, reason=why or _UNSURE, settled_by=_TOGETHER)
    excuses = recomputation.excuses() if recomputation.excuses is not None else ()
    return next((excuse for excuse in excuses if _admits(excuse, recomputation)), None)


def _admits(excuse: Excuse, recomputation: Recomputation) -> bool:
    """Whether an excuse speaks of every target and allows it, and would not allow any other as well."""
    possible = recomputation.possible
    allowed = [excuse.allows.get(field) for field in recomputation.fields]
    for target, allows in zip(recomputation.targets, allowed, strict=True):
        if isinstance(allows, Interval) and allows.low <= possible.low and possible.high <= allows.high:
            return False
        if allows is None or not _meets(target, Wording(allows) if isinstance(allows, str) else allows):
            return False
    return True


def _meeting(
    recomputation: Recomputation,
    candidates: Iterable[Candidate],
    shortening: Shortening = Shortening.ROUNDED,
) -> tuple[Candidate, ...]:
    return tuple(
        candidate
        for candidate in candidates
        if all(
            _meets(target, value) or (shortening is not Shortening.ROUNDED and _meets(target, value, shortening))
            for target, value in zip(recomputation.targets, candidate.values, strict=True)
        )
    )


def _meets(target: Target, value: Value, shortening: Shortening = Shortening.ROUNDED) -> bool:
    if isinstance(target, Wording):
        return target.meets(value)
    # 37.5 is never cut off to 37.4: those ranges are open at the far end. The near end is met by rounding anyway.
    open_ended = shortening in (Shortening.TRUNCATED, Shortening.ROUNDED_UP)
    return interval(target, shortening).meets(value, -slack(target) if open_ended else slack(target))


def _unrounded(recomputation: Recomputation, candidate: Candidate) -> tuple[str, ...]:
    compared = zip(recomputation.fields, recomputation.targets, candidate.values, strict=True)
    return tuple(field for field, target, value in compared if not _meets(target, value))


def _units_off(recomputation: Recomputation, candidate: Candidate) -> float:
    """How far the worst target lies outside the candidate, in units of its last printed place."""
    worst = 0.0
    for target, value in zip(recomputation.targets, candidate.values, strict=True):
        off = target.distance(value) if isinstance(target, Wording) else units_off(target, value)
        worst = max(worst, off)
    return worst


def _nearest(recomputation: Recomputation, candidates: list[Candidate]) -> tuple[Candidate, ...]:
    if not candidates:
        return ()
    distances = [_units_off(recomputation, candidate) for candidate in candidates]
    least = min(distances)
    return tuple(c for c, units in zip(candidates, distances, strict=True) if units <= least + SLACK)


def _severity(recomputation: Recomputation, candidates: list[Candidate], nearest: tuple[Candidate, ...]) -> Severity:
    threshold = recomputation.threshold
    if threshold is not None and candidates and _decides(recomputation, candidates, threshold):
        return Severity.DECISION
    exact = any(target.exact for target in recomputation.targets)
    if nearest and not exact and _units_off(recomputation, nearest[0]) <= 1:
        return Severity.MINOR
    return Severity.MAJOR


def _decides(recomputation: Recomputation, candidates: list[Candidate], threshold: float) -> bool:
    """Whether print and every candidate lie on opposite sides of the threshold, in some target."""
    for position, target in enumerate(recomputation.targets):
        if isinstance(target, Wording):
            continue
        printed = interval(target)
        values = [value for c in candidates if isinstance(value := c.values[position], Interval)]
        below = printed.high <= threshold and all(value.low >= threshold for value in values)
        above = printed.low >= threshold and all(value.high <= threshold for value in values)
        if values and (below or above):
            return True
    return False
