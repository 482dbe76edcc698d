"""Means with their spread in cells, until cells are read as figures: what `means` needs of words and of arithmetic."""

import re
from collections.abc import Sequence

import msgspec

from checker.extract.drafts import reported
from checker.extract.numbers import Token
from checker.extract.phrases import NAMED
from checker.extract.sentences import Page
from checker.extract.surfaces import spreads
from checker.extract.surfaces.spreads import SpreadName
from checker.extract.whole_numbers import missing_values_explain, says_nothing
from checker.kinds import MeanGroup
from checker.model import Count, Reported
from checker.rounding import interval
from checker.statistics import two_means
from checker.statistics.two_means import Sample

LABEL = NAMED["spread_label"]
_UNIT, _SIGN = NAMED["units"], NAMED["plus_minus"]
# From a value to its spread.
_MARKED = (
    re.compile(rf"{_UNIT}[ ]?[,(]?[ ]?(?:{LABEL}[ ]?=?)?[ ]?{_SIGN}[ ]?"),
    re.compile(rf"{_UNIT}[ ]?\(?[ ]?{_SIGN}[ ]?\(?{LABEL}\)?[ ]?=?[ ]?"),
    re.compile(
        rf"{_UNIT}[ ]?(?:of age|old)?[ ]?\)?(?:(?P<open>\()|[,;:]|[ ]with an?)[ ]?{LABEL}[ ]?"
        rf"(?:=|:|of|was|(?(open),|=))?[ ]?{_SIGN}?[ ]?"
    ),
    re.compile(rf"{_UNIT}[ ]?{LABEL}[ ]?=[ ]?"),
)
BRACKETED = re.compile(rf"{_UNIT}[ ]?\([ ]?")
# So many figures whose p is that of a t test, and such a share, show which test the others have.
_LEAST_AGREEING = 2
_SHARE_AGREEING = 0.75


class Printed(msgspec.Struct):
    """A mean and its spread: a standard deviation or standard error as ``kind`` says, None where nobody says."""

    value: Token
    spread: Token
    kind: SpreadName | None


def marks_spread(gap: str) -> re.Match[str] | None:
    """Whether what stands between two numbers says that the second is the spread of the first."""
    return next((found for pattern in _MARKED if (found := pattern.fullmatch(gap))), None)


def kind_of(found: re.Match[str]) -> SpreadName:
    """Which spread a label names."""
    return "sd" if found["sd"] else "se"


def of_paper(page: Page) -> SpreadName | None:
    """What a paper says of all its plus-minus signs."""
    return spreads.of_paper(page.low)


def could_be_whole(value: Reported, sd: Reported | None, size: int, most: int) -> bool:
    """Whether a mean and SD tell anything of so many whole numbers, and no missing values explain them."""
    return not says_nothing(value, size) and not missing_values_explain(value, sd, size, most)


def show_test(agreeing: Sequence[bool], printed: Sequence[Token | None]) -> bool:
    """Whether so many p-values in digits are those of a t test that the others must be of one too, or need a reason."""
    in_digits = [good for good, p in zip(agreeing, printed, strict=True) if p is not None and p.comparator == "="]
    return sum(in_digits) >= max(_LEAST_AGREEING, _SHARE_AGREEING * len(in_digits))


def agree(one: Printed, other: Printed, sizes: tuple[int, int], p: Token) -> bool:
    """Whether a t test of the printed means gives the printed p, under either reading of spreads that nobody names."""
    printed = interval(reported(p))
    for kind in (one.kind,) if one.kind is not None else ("sd", "se"):
        samples = []
        for mean, size in zip((one, other), sizes, strict=True):
            value, spread = interval(reported(mean.value)), interval(reported(mean.spread))
            scale = size**0.5 if kind == "se" else 1.0
            samples.append(Sample((value.low, value.high), (max(0.0, spread.low) * scale, spread.high * scale), size))
        for test in (two_means.student, two_means.welch):
            low, high = two_means.p_value(test(*samples))
            if printed.low <= high and low <= printed.high:
                return True
    return False


def group(mean: Printed, total: Count | None, of: str | None) -> MeanGroup:
    """A printed mean as one of the groups of a claim."""
    printed = reported(mean.spread)
    return MeanGroup(
        mean=reported(mean.value),
        sd=printed if mean.kind == "sd" else None,
        se=printed if mean.kind == "se" else None,
        spread=printed if mean.kind is None else None,
        total=total,
        of=of,
    )
