"""The sizes that two groups may have of which a paper gives one number, or its sizes but not whose they are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations

from checker.kinds.open_sizes import MeanContrast, OpenCorrelation, PercentContrast
from checker.model import Candidate, Count, Interval, Recomputation, Reported
from checker.reconstruct.unsaid_tests import LEVELS
from checker.statistics.open_sizes import Sizes

# Halves, as nearly as randomisation makes them.
_EVEN = (0.45, 0.5, 0.55)
_UNEVEN = (0.2, 0.35, 0.5, 0.65, 0.8)
# So much of them may have been compared: a subgroup of all, those of a group with values.
_FEWEST_OF_ALL, _FEWEST_OF_A_GROUP = 0.05, 0.4
_LEAST = 3.0


def usual(people: Sequence[Count]) -> list[Sizes]:
    """The sizes as they stand, in either order; or halves of all."""
    return list(_sizes(people, _EVEN))


def fewer(people: Sequence[Count]) -> list[Sizes]:
    """Those of fewer people, from all of them down."""
    return [
        (max(_LEAST, share * one), max(_LEAST, share * other))
        for one, other in _sizes(people, _EVEN)
        for share in (1.0, _FEWEST_OF_ALL if len(people) == 1 else _FEWEST_OF_A_GROUP)
    ]


def uneven(people: Sequence[Count]) -> list[Sizes]:
    """Those of groups as unequal as they come, where only the number of all is known."""
    return list(_sizes(people, _UNEVEN))


def _sizes(people: Sequence[Count], parts: Sequence[float]) -> Iterator[Sizes]:
    values = [each.value for each in people]
    if len(values) == 1:
        yield from ((max(_LEAST, share * values[0]), max(_LEAST, (1 - share) * values[0])) for share in parts)
    else:
        yield from permutations(values, 2)


def fewest(people: Sequence[Count]) -> float:
    """Of how many pairs a test may be."""
    share = _FEWEST_OF_ALL if len(people) == 1 else _FEWEST_OF_A_GROUP
    return max(_LEAST, share * min(each.value for each in people))


def shown(people: Sequence[Count]) -> str:
    """The people in a sentence."""
    if len(people) == 1:
        return f"{people[0]} people in all"
    return f"groups of {' and '.join(str(each) for each in people)}"


def recomputation(
    claim: PercentContrast | MeanContrast | OpenCorrelation,
    candidates: Sequence[Candidate],
    of: str,
    unlikely: Callable[[], Iterable[Candidate]],
) -> Recomputation:
    """The p of such a claim against what the people allow; ``of``: the test and its figures, in words."""
    return Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(candidates),
        unlikely=lambda: [*level(claim.p, candidates, of), *unlikely()],
        possible=Interval(0, 1),
        threshold=claim.alpha.value,
        guessed=True,
    )


def level(p: Reported, ordinary: Iterable[Candidate], of: str) -> Iterator[Candidate]:
    """A printed ``p = 0.01`` for a p below that level."""
    highest = max((each.high for found in ordinary for each in found.values if isinstance(each, Interval)), default=1.0)
    if p.comparator == "=" and p.value in LEVELS and highest < p.value:
        yield Candidate((Interval(p.value, p.value),), "the level that the p is below", of, False, "gives p below")
