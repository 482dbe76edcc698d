"""The samples that printed means stand for, under each reading of their spread."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from checker.kinds import MeanComparison, MeanGroup, SeveralMeans
from checker.model import Reported
from checker.paper import Paper
from checker.rounding import interval
from checker.statistics.two_means import Sample

# How many of the values of a population may be missing, where the size is not printed with the mean itself: a row of a
# table may be of those only who had a measurement. Neither p nor mean need lie between those of the ends.
FEWER = (1.0, 0.9, 0.75, 0.6, 0.5)

Samples = tuple[Sample, ...]
Compared = MeanComparison | SeveralMeans


class Reading(NamedTuple):
    """The samples; ``name`` and whether it is ordinary, where the spread is not read as the claim has it."""

    samples: Samples
    name: str | None = None
    ordinary: bool = True


def missing(claim: Compared, paper: Paper) -> str | None:
    """What the groups lack for their means to be compared."""
    if claim.test == "other":
        return "the values of each person, which that test compares"
    for position, group in enumerate(claim.groups):
        name = group.name or group.of or f"group {position + 1}"
        total = paper.denominator(group)
        if total is None or total.value < 2:
            return f"the size of {name}" if total is None else f"two values or more of {name}"
        if _spread(group) is None:
            return f"the SD or SE of {name}"
    return None


def readings(claim: Compared, paper: Paper) -> Iterator[Reading]:
    """The samples of the groups: spreads as stated, and then SD and SE taken for each other."""
    unsaid = any(group.spread is not None for group in claim.groups)
    for swapped in (False, True):
        samples = tuple(_sample(group, paper, swapped) for group in claim.groups)
        if not swapped:
            yield Reading(samples, "± SD" if unsaid else None)
        elif unsaid:
            yield Reading(samples, "± SE")
        else:
            yield Reading(samples, "SD and SE taken for each other", False)


def fewer_values(groups: Sequence[MeanGroup], sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """The sizes with up to half the values missing in the groups whose size is that of a population; else none."""
    choices = [
        sorted({max(2, round(size * share)) for share in FEWER}) if group.of is not None else [size]
        for group, size in zip(groups, sizes, strict=True)
    ]
    return list(product(*choices)) if any(len(choice) > 1 for choice in choices) else []


def fewer(claim: Compared, samples: Samples) -> list[Samples]:
    """The same samples with up to half of their values missing, where their sizes are those of populations.

    Of several groups, the same share in all: else nothing would be impossible.
    """
    sizes = [sample.size for sample in samples]
    if isinstance(claim, MeanComparison):
        choices = fewer_values(claim.groups, sizes)
    elif all(group.of is not None for group in claim.groups):
        choices = [tuple(max(2, round(size * share)) for size in sizes) for share in FEWER]
    else:
        choices = []
    return [
        tuple(sample._replace(size=size) for sample, size in zip(samples, choice, strict=True)) for choice in choices
    ]


def skewed(claim: Compared, paper: Paper) -> bool:
    """Whether an SD above half of its mean says that the values, if they cannot be negative, are skewed."""
    reading = next(readings(claim, paper))
    return any(sample.sd[1] > min(abs(end) for end in sample.mean) / 2 for sample in reading.samples)


def shown(claim: Compared, paper: Paper) -> str:
    """The groups as a reader would write them."""
    *first, last = (_shown(group, paper) for group in claim.groups)
    return f"{', '.join(first)} and {last}"


def _shown(group: MeanGroup, paper: Paper) -> str:
    sign = "±" if group.spread is not None else "SD" if group.sd is not None else "SE"
    return f"{group.mean} ({sign} {_spread(group)}, n = {paper.denominator(group)})"


def _spread(group: MeanGroup) -> Reported | None:
    return group.sd or group.se or group.spread


def _sample(group: MeanGroup, paper: Paper, swapped: bool) -> Sample:
    total, spread = paper.denominator(group), _spread(group)
    if total is None or spread is None:
        raise ValueError(f"{group} lacks its size or its spread")
    size = int(total.value)
    mean, printed = interval(group.mean), interval(spread)
    scale = size**0.5 if (group.sd is None and group.spread is None) is not swapped else 1.0
    return Sample((mean.low, mean.high), (max(0.0, printed.low) * scale, max(0.0, printed.high) * scale), size)
