"""Which numbers of people fit printed means of whole numbers, of one group or of groups whose sum is known.

Without a total all figures are of the same people, and the rows are those numbers that fit all of them. With one each
figure is of a group of its own, and the groups make the total. A figure is a mean, or a mean and its SD: 3.43:1.09.

>>> print(grim_map("3.43", "5.28", max=60))
3.43, 5.28 of the same people, up to 60
<BLANKLINE>
  n    sum of 3.43    sum of 5.28
---  -------------  -------------
 40            137            211
 46            158            243
 47            161            248
 53            182            280
 54            185            285
 58            199            306
 60            206            317
<BLANKLINE>
7 of the numbers up to 60 fit all of the figures.
By itself 3.43 fits 20, 5.28 fits 16.

>>> print(grim_map("2.97:0.43", "4.42:1.65", total=65))
2.97:0.43, 4.42:1.65 of groups that make 65
<BLANKLINE>
  n with 2.97:0.43    n with 4.42:1.65
------------------  ------------------
                39                  26
<BLANKLINE>
1 of the 64 ways to divide 65 people fits both figures.
By itself 2.97:0.43 fits 2, 4.42:1.65 fits 16.

Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369. Unknown sizes of a known sum: as in R scrutiny,
grim_map_total_n.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import exact
from checker.reconstruct.counts import span
from checker.statistics.exact import Bounds
from checker.statistics.granularity import grim, splits, sums
from checker.statistics.grimmer import grimmer


def grim_map(
    *figures: str, total: int | None = None, max: int = 100, items: int = 1, rounding: str = "rounded"
) -> Answer:
    """The numbers of people that can have all of the figures.

    Args:
        figures: means as printed, or means and SDs such as 3.43:1.09
        total: the number of people in all groups, where each figure is of one of them
        max: the largest number of people, where there is no total
        items: items that are averaged for each person
        rounding: how they were rounded: rounded (any half), half-up, half-down, half-even, truncated, rounded-up

    Raises:
        ValueError: where a figure is none, or there is none, or the number of people is below 1.
    """
    largest = max if total is None else total - len(figures) + 1
    if not figures or largest < 1:
        raise ValueError("expected at least one mean, and one person for each")
    read = [_read(each, rounding) for each in figures]
    fitting = [_sizes(mean, sd, largest, items) for mean, sd in read]
    names = ", ".join(figures)
    alone = ", ".join(f"{name} fits {len(sizes)}" for name, sizes in zip(figures, fitting, strict=True))
    notes = [f"By itself {alone}."] if len(figures) > 1 else []
    if total is None:
        together = sorted(set(fitting[0]).intersection(*fitting[1:]))
        rows: list[tuple[Cell, ...]] = [(n, *(_sums(mean, n * items) for mean, _ in read)) for n in together]
        columns = ("n", *(f"sum of {each}" for each in figures))
        note = f"{len(together) or 'None'} of the numbers up to {max} {_fit(len(together))} all of the figures."
        title = f"{names} of the same people, up to {max}"
        return Answer(title=title, columns=columns, rows=tuple(rows), notes=(note, *notes))
    kept = splits(fitting, total)
    if len(figures) == 2:
        rows = [(size, total - size) for size in kept[0]]
        columns = tuple(f"n with {each}" for each in figures)
        note = f"{len(rows) or 'None'} of the {total - 1} ways to divide {total} people {_fit(len(rows))} both figures."
    else:
        every = sorted(set().union(*kept))
        rows = [(size, *(size in sizes for sizes in kept)) for size in every]
        columns = ("n", *figures)
        note = f"Each size of a group stands beside some sizes of the others that make {total}."
        note = note if rows else f"No sizes that make {total} fit all of the figures."
    title = f"{names} of groups that make {total}"
    return Answer(title=title, columns=columns, rows=tuple(rows), notes=(note, *notes))


def _fit(count: int) -> str:
    return "fits" if count <= 1 else "fit"


def _read(given: str, rounding: str) -> tuple[Bounds, Bounds | None]:
    mean, colon, sd = str(given).partition(":")
    return exact(mean, rounding), exact(sd, rounding) if colon else None


def _sizes(mean: Bounds, sd: Bounds | None, largest: int, items: int) -> list[int]:
    import numpy as np

    every = np.arange(1 if sd is None else 2, largest + 1, dtype=np.int64)
    fits = grim(mean, every, items) if sd is None else grimmer(mean, sd, every, items)
    found: list[int] = every[fits].tolist()
    return found


def _sums(mean: Bounds, count: int) -> str | int:
    first, last = sums(mean, count)
    return int(first) if first == last else span(range(first, last + 1))
