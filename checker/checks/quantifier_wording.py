"""A quantifier against the figures it rests on.

What it checks
--------------
``all 19 patients received ...: 17 sorafenib and 2 gilteritinib``, ``none``, ``half``, ``both``, ``most``,
``the majority``, ``more than 50%``: the word against the count, the parts or the percentage.

Example
-------
>>> from checker.examples import example
>>> example("quantifier_wording", "{kind: quantifier, word: all, parts: [17, 2], total: 19}")
consistent: 17 + 2 of 19 is all, as printed
>>> example("quantifier_wording", "{kind: quantifier, word: all, parts: [17, 1], total: 19}")
discrepant (major): “all” is said of 17 + 1 of 19 (94.7%)
>>> example("quantifier_wording", "{kind: quantifier, word: more-than, share: 50, percent: 42.9}")
discrepant (major): “more than 50%” is said of 42.9%

Assumptions tried
-----------------
All: the whole total. None: 0. Both: two of two. Half: as near to half as whole numbers come. Most and
majority: above half. Minority: below half. More than, less than: above, below the share named, or half.
A percentage is taken with its rounding. Less ordinary: half, said of 45 to 55%; more than, less than,
said of exactly the share. A query: most, said of a third to half, as it is at times of the largest of several groups.

Limits
------
Whether most means only the largest group is for the reader of the paper to say. Words such as few, several and many
claim no share.

References
----------
Barwise J, Cooper R. Generalized quantifiers and natural language. Linguist Philos 1981;4:159-219.
"""

import math
from collections.abc import Iterator

from checker.kinds import Quantifier
from checker.model import Because, Candidate, Count, Excuse, Interval, Recomputation, Wording
from checker.paper import Paper
from checker.rounding import SLACK, interval

KINDS = (Quantifier,)

ABOUT_HALF = Interval(45, 55)
LARGEST = Interval(100 / 3, 50)


def recompute(claim: Quantifier, paper: Paper) -> Iterator[Recomputation]:
    """The word that the figures bear out, or else the share they make."""
    total = paper.denominator(claim)
    counted = _counts(claim, total)
    if counted is not None:
        yield counted
    if claim.percent is not None:
        share = interval(claim.percent)
        named = claim.percent.literal.rstrip("%") + "%"
        fits = _fits(claim, share)
        yield _recomputation(claim, claim.word if fits else _unfit(claim), named, named, share)
    elif counted is None:
        missing = "a count and its total, or a percentage"
        yield Recomputation(fields=("word",), targets=(Wording(claim.word),), missing=missing)


def _counts(claim: Quantifier, total: Count | None) -> Recomputation | None:
    """The word against the counts, where there are enough of them to speak of."""
    figures = claim.parts or ((claim.count,) if claim.count is not None else ())
    if not figures:
        return None
    written = " + ".join(str(figure) for figure in figures)
    low, high = sum(interval(f).low for f in figures), sum(interval(f).high for f in figures)
    if claim.parts and claim.count is not None and not interval(claim.count).meets(Interval(low, high)):
        counted = f"{low:.0f} of the {claim.count} counted"
        return _recomputation(claim, counted, written, f"{written}, {counted}")
    if total is None or total.value == 0:
        if claim.word == "none":
            return _recomputation(claim, claim.word if low == 0 else "some", f"a count of {written}", f"{written}")
        if claim.word == "both":
            two = len(figures) == 2 or low <= 2 <= high
            return _recomputation(claim, claim.word if two else "not two", f"a count of {written}", written)
        return None
    size = interval(total)
    share = Interval(100 * low / size.high, 100 * high / max(size.low, SLACK))
    # Both is all of two, be it two people or two groups; an odd total has no half, but two counts nearest to it.
    match claim.word:
        case "both":
            fits = _fits(claim, share) and (len(figures) == 2 or total.value == 2)
        case "half":
            fits = abs(2 * low - total.value) <= 1 or _fits(claim, share)
        case _:
            fits = _fits(claim, share)
    if fits:
        return _recomputation(claim, claim.word, f"{written} of {total}", "", share)
    made = f"{share.low:.1f}%"
    if len(figures) == 1 and claim.word != "both":
        return _recomputation(claim, made, f"{written} of {total}", f"{written} of {total} ({made})", share)
    return _recomputation(claim, f"{low:.0f} of {total} ({made})", written, f"{written} of {total} ({made})", share)


def _fits(claim: Quantifier, share: Interval) -> bool:
    """Whether a share, in percent, bears the word out. Where it is rounded, whether it may."""
    limit = claim.share.value if claim.share is not None else 50.0
    match claim.word:
        case "all" | "both":
            return share.low <= 100 + SLACK and share.high >= 100 - SLACK
        case "none":
            return share.low <= SLACK
        case "half":
            return share.low <= 50 + SLACK and share.high >= 50 - SLACK
        case "most" | "majority":
            return share.high > 50 + SLACK
        case "minority":
            return share.low < 50 - SLACK
        case "more-than":
            return share.high > limit + SLACK
        case "less-than":
            return share.low < limit - SLACK


def _unfit(claim: Quantifier) -> str:
    limit = f"{claim.share.literal.rstrip('%')}%" if claim.share is not None else "50%"
    match claim.word:
        case "all" | "both":
            return "below 100%"
        case "none":
            return "above 0%"
        case "half":
            return "far from 50%"
        case "most" | "majority":
            return "not above 50%"
        case "minority":
            return "not below 50%"
        case "more-than":
            return f"not above {limit}"
        case "less-than":
            return f"not below {limit}"


def _recomputation(
    claim: Quantifier, text: str, expression: str, loosely: str, share: Interval | None = None
) -> Recomputation:
    """``text``: what the figures bear out; ``loosely``: the expression where the word is taken loosely."""
    candidates = [Candidate((Wording(text),), "as counted" if share is None else "share", expression)]
    loose = _loosely(claim, share) if share is not None and text != claim.word else None
    if loose is not None:
        candidates.append(Candidate((Wording(claim.word),), loose, loosely, ordinary=False))
    return Recomputation(
        fields=("word",),
        targets=(Wording(claim.word),),
        candidates=tuple(candidates),
        excuses=lambda: _largest(claim, share) if share is not None else (),
        denied=lambda _: f"“{_word(claim)}” is said of {loosely}",
    )


def _word(claim: Quantifier) -> str:
    """The word as people write it."""
    if claim.word in ("more-than", "less-than"):
        limit = claim.share.literal.rstrip("%") if claim.share is not None else "50"
        return f"{claim.word.replace('-', ' ')} {limit}%"
    return claim.word


def _largest(claim: Quantifier, share: Interval) -> Iterator[Excuse]:
    """Most, said of the largest of three groups or more: it is more than a third."""
    if claim.word == "most" and LARGEST.low <= share.high and share.low <= LARGEST.high:
        yield Excuse(
            because=Because.READING,
            reason="most may be said of the largest of several groups",
            settled_by="whether there are more than two",
            allows={"word": "most"},
        )


def _loosely(claim: Quantifier, share: Interval) -> str | None:
    limit = claim.share.value if claim.share is not None else 50.0
    if claim.word == "half" and share.meets(ABOUT_HALF):
        return "half, said of 45 to 55%"
    if claim.word in ("more-than", "less-than") and math.isclose(share.low, limit) and math.isclose(share.high, limit):
        return f"exactly {limit:g}% counted in"
    return None
