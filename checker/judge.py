"""One question for every check: do the printed figures and a recomputed candidate meet?"""

from collections.abc import Iterable

import msgspec

from checker.model import Candidate, Interval, Recomputation, Severity, Target, Value, Verdict, Wording
from checker.rounding import SLACK, UNUSUAL, UNUSUAL_OF_GUESSES, Shortening, interval, slack, units_off


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict, and the candidates that decided it.

    Attributes:
        matched: the candidates that meet every target, under the mildest shortening that any needs.
        shortening: how digits were dropped, where not by plain rounding.
        shortened: the fields that need it.
        nearest: the candidates closest to the printed figures, when none meets.
    """

    verdict: Verdict
    severity: Severity | None = None
    matched: tuple[Candidate, ...] = ()
    shortening: Shortening | None = None
    shortened: tuple[str, ...] = ()
    nearest: tuple[Candidate, ...] = ()


def judge(recomputation: Recomputation) -> Judgement:
    """Compare the printed targets with the candidates.

    Consistent: an ordinary candidate, rounded as everybody rounds. Explained: a less ordinary candidate, or
    an ordinary one under a less ordinary shortening; never both at once, since two unusual assumptions
    together fit too much. Discrepant: none. Unverifiable: there was nothing to compare with.
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
        return Judgement(verdict=Verdict.EXPLAINED, matched=matched)
    for shortening in UNUSUAL_OF_GUESSES if recomputation.guessed else UNUSUAL:
        matched = _meeting(recomputation, ordinary, shortening)
        if matched:
            return Judgement(
                verdict=Verdict.EXPLAINED,
                matched=matched,
                shortening=shortening,
                shortened=_unrounded(recomputation, matched[0]),
            )
    if recomputation.unlikely is not None:
        further = list(recomputation.unlikely())
        matched = _meeting(recomputation, further)
        if matched:
            plain = any(candidate.ordinary for candidate in matched)
            return Judgement(verdict=Verdict.CONSISTENT if plain else Verdict.EXPLAINED, matched=matched)
        others += further
    nearest = _nearest(recomputation, ordinary or others)
    severity = _severity(recomputation, ordinary or others, nearest)
    return Judgement(verdict=Verdict.DISCREPANT, severity=severity, nearest=nearest)


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
        printed = _side(interval(target), threshold)
        sides = {
            _side(value, threshold)
            for candidate in candidates
            if isinstance(value := candidate.values[position], Interval)
        }
        if printed and sides == {-printed}:
            return True
    return False


def _side(values: Interval, threshold: float) -> int:
    if values.high <= threshold:
        return -1
    return 1 if values.low >= threshold else 0
