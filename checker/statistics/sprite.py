"""Samples of whole numbers on a scale with a printed mean, standard deviation and number, or the proof of none.

A search over how many values there are of each kind, from the highest down. What is left for the lower values must
have a sum of squares no less than that of even numbers and no more than that of the two ends, so that most branches
end at once, and what failed is not tried again. The search is exact: where it ends without a sample there is none.
It is given a number of steps; past them it says so, and nothing else. Examples that look like data are walked to from
random values, as the authors of SPRITE do.

Heathers JA, Anaya J, van der Zee T, Brown NJL. Recovering data from summary statistics: Sample Parameter
Reconstruction via Iterative TEchniques (SPRITE). PeerJ Preprints 2018;6:e26968v1. Wilner S, Wood K, Simons DJ. Complete
recovery of values in Diophantine systems (CLOSURE). PsyArXiv 2018.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from random import Random
from typing import NamedTuple

from checker.statistics.exact import Bounds
from checker.statistics.granularity import sums
from checker.statistics.grimmer import spread_limits

BUDGET = 1_000_000
# Of wider scales only examples are looked for: a proof would go through too many values.
_WIDEST = 400
# A coarse mean of many values has more sums than are gone through one by one.
_MOST_SUMS = 10_000
_STEPS_EACH, _FAILURES = 60, 3

Counts = tuple[int, ...]


class Samples(NamedTuple):
    """What was found: each sample as the number of its values at each step of the scale, from the lowest up.

    ``complete``: whether these are all that there are. None and complete is the proof that none exists; none and not
    complete says nothing.
    """

    samples: tuple[Counts, ...]
    complete: bool

    @property
    def possible(self) -> bool | None:
        """Whether there is such a sample; None where the steps ran out before one was found."""
        return True if self.samples else False if self.complete else None


class _Target(NamedTuple):
    """A sum above the lowest value's, and the sums of squares that go with it, in steps of two."""

    score_sum: int
    squares: range


def sprite(
    mean: Bounds,
    sd: Bounds,
    total: int,
    lowest: int,
    highest: int,
    *,
    items: int = 1,
    ddof: int = 1,
    contains: Sequence[int] = (),
    examples: int = 3,
    seed: int = 1,
    budget: int = BUDGET,
) -> Samples:
    """Samples of ``total`` whole numbers on a scale that have the mean and the SD.

    Args:
        mean: as printed.
        sd: as printed.
        total: how many values; with several items, people.
        lowest: the least that an item can be.
        highest: the most that an item can be.
        items: whole numbers that are averaged for each person; the scale has as many steps between two numbers.
        ddof: 1 for the sample's SD, 0 for the population's.
        contains: values known to be in the sample, such as the observed least and greatest, in steps from the lowest.
        examples: so many at most.
        seed: of the examples that look like data.
        budget: so many steps at most.

    >>> sprite(Bounds(799, 801, 200), Bounds(609, 611, 200), 30, 1, 7)  # mean 4.00, SD 3.05
    Samples(samples=((15, 0, 0, 0, 0, 0, 15),), complete=True)
    >>> sprite(Bounds(799, 801, 200), Bounds(611, 613, 200), 30, 1, 7)  # mean 4.00, SD 3.06
    Samples(samples=(), complete=True)
    """
    if not (lowest <= highest and items >= 1 and total > ddof):
        raise ValueError(f"no sample: {total} values from {lowest} to {highest}")
    width = (highest - lowest) * items
    if len(contains) > total or any(not 0 <= step <= width for step in contains):
        raise ValueError("values known to be in the sample are beyond the scale, or too many")
    known = _Known(total - len(contains), width, sum(contains), sum(step * step for step in contains))
    base = [contains.count(step) for step in range(width + 1)]
    every = _targets(mean, sd, total, total * lowest * items, items, ddof, known)
    targets = list(islice(every, _MOST_SUMS))
    found: list[Counts] = []
    search = _Search(known.total, width, budget)
    complete = False
    try:
        # Those that are found before the steps run out stay in the list.
        found.extend(islice(search.samples(targets), examples + 1))
        complete = len(found) <= examples and next(every, None) is None
    except _BudgetSpentError:
        pass
    if not complete:
        walked = _walked(Random(seed), known, targets, examples, budget)
        found = list(dict.fromkeys([*walked, *found]))[:examples]
    samples = tuple(tuple(a + b for a, b in zip(base, counts, strict=True)) for counts in found)
    return Samples(samples, complete)


class _Known(NamedTuple):
    """How many values are left beside those known, the width of the scale, and what is known of sum and squares."""

    total: int
    width: int
    score_sum: int
    squares: int


def _targets(
    mean: Bounds, sd: Bounds, total: int, base: int, items: int, ddof: int, known: _Known
) -> Iterator[_Target]:
    """The sums and sums of squares that the figures allow, nearest to the middle first, less what is known."""
    first, last = sums(mean, total * items)
    first, last = max(0, first - base), min(total * known.width, last - base)
    at_least, at_most, scale = spread_limits(sd, total, items, ddof)
    low, high = -(-at_least // scale), at_most // scale
    for score_sum in _from_middle(range(first, last + 1)):
        rest = score_sum - known.score_sum
        if not 0 <= rest <= known.total * known.width:
            continue
        least = max(-(-(low + score_sum**2) // total) - known.squares, _evenest(known.total, rest))
        most = min((high + score_sum**2) // total - known.squares, _widest(rest, known.width))
        least += (least - rest) % 2
        if least <= most:
            yield _Target(rest, range(least, most + 1, 2))


def _from_middle(numbers: range) -> Iterator[int]:
    """The numbers, those in the middle first."""
    middle = len(numbers) // 2
    for below, above in zip_longest(reversed(numbers[:middle]), numbers[middle:]):
        yield from (each for each in (above, below) if each is not None)


def _evenest(total: int, score_sum: int) -> int:
    """The least sum of squares."""
    share, over = divmod(score_sum, total) if total else (0, 0)
    return share * share * (total - over) + (share + 1) ** 2 * over


def _widest(score_sum: int, width: int) -> int:
    """The greatest sum of squares of values up to ``width``."""
    at_top, between = divmod(score_sum, width) if width else (0, 0)
    return at_top * width * width + between * between


class _BudgetSpentError(Exception):
    """The steps ran out."""


class _Search:
    """All samples of so many values from 0 to a width, by how many there are of each."""

    def __init__(self, total: int, width: int, budget: int) -> None:
        self._total, self._width, self._budget = total, width, budget
        self._dead: set[tuple[int, int, int, int]] = set()

    def samples(self, targets: Iterable[_Target]) -> Iterator[Counts]:
        """Those of any target, each once."""
        if self._width > _WIDEST:
            raise _BudgetSpentError
        for target in targets:
            for squares in _from_middle(target.squares):
                yield from self._below(self._width, self._total, target.score_sum, squares, ())

    def _below(self, value: int, total: int, score_sum: int, squares: int, above: Counts) -> Iterator[Counts]:
        """Those whose values above ``value`` are settled."""
        if value <= 1:
            # Of noughts and ones, the sum is that of the squares.
            if squares == score_sum <= total and (value or not score_sum):
                low = (total - score_sum, score_sum) if value else (total,)
                yield low + above
            return
        state = (value, total, score_sum, squares)
        if state in self._dead:
            return
        alive = False
        for count in self._counts(value, total, score_sum, squares):
            rest = (value - 1, total - count, score_sum - count * value, squares - count * value * value)
            for sample in self._below(*rest, (count, *above)):
                alive = True
                yield sample
        if not alive:
            self._dead.add(state)

    def _counts(self, value: int, total: int, score_sum: int, squares: int) -> list[int]:
        """How many there may be of a value, those in the middle first, by what must be left for the lower ones."""
        most = min(total, score_sum // value, squares // (value * value))
        self._budget -= most + 1
        if self._budget < 0:
            raise _BudgetSpentError
        fitting = [
            count
            for count in range(most + 1)
            if (rest := score_sum - count * value) <= (total - count) * (value - 1)
            and _evenest(total - count, rest) <= squares - count * value * value <= _widest(rest, value - 1)
        ]
        middle = len(fitting) // 2
        return sorted(fitting, key=lambda count: abs(count - fitting[middle]))


def _walked(random: Random, known: _Known, targets: Sequence[_Target], examples: int, budget: int) -> list[Counts]:
    """Samples that start from random values and are moved, two values at a time, until sum and squares fit."""
    found: dict[Counts, None] = {}
    steps = _STEPS_EACH * (known.total + 50)
    tries = min(10 * examples, budget // steps) if targets and known.total else 0
    failed = 0
    for _ in range(tries):
        target = random.choice(targets)
        values = _started(random, known.total, known.width, target)
        if _moved(random, values, known.width, target.squares, steps):
            of_each = Counter(values)
            found[tuple(of_each[value] for value in range(known.width + 1))] = None
        else:
            failed += 1
        if len(found) == examples or failed == _FAILURES:
            break
    return list(found)


def _started(random: Random, total: int, width: int, target: _Target) -> list[int]:
    """Values about the mean that have the sum."""
    centre = target.score_sum / total
    spread = max(0.0, target.squares[0] / total - centre**2) ** 0.5
    values = [min(width, max(0, round(random.gauss(centre, spread)))) for _ in range(total)]
    missing = target.score_sum - sum(values)
    step = 1 if missing > 0 else -1
    while missing:
        place = random.randrange(total)
        if 0 <= values[place] + step <= width:
            values[place] += step
            missing -= step
    return values


def _moved(random: Random, values: list[int], width: int, wanted: range, steps: int) -> bool:
    """Move two values apart or together until the sum of squares is one of those wanted."""
    squares = sum(value * value for value in values)
    places = range(len(values))
    if len(values) < 2:
        return squares in wanted
    for _ in range(steps):
        if squares in wanted:
            return True
        low, high = random.choice(places), random.choice(places)
        if low == high:
            continue
        if values[low] > values[high]:
            low, high = high, low
        gap = values[high] - values[low]
        # Apart where the squares are too few, together where they are too many; now and then the other way round.
        apart = (squares < wanted[0]) != (random.random() < 0.05)
        if apart and values[low] > 0 and values[high] < width:
            values[low] -= 1
            values[high] += 1
            squares += 2 * (gap + 1)
        elif not apart and gap >= 2:
            values[low] += 1
            values[high] -= 1
            squares -= 2 * (gap - 1)
    return squares in wanted
