"""Samples of whole numbers with a printed mean, standard deviation and number, or that there are none (SPRITE).

The columns are samples, the rows how many values of each kind they have. Where there are few samples all are found;
else those shown are examples that look like data. That there is none is proved, or left open where the search is too
long.

>>> print(sprite("4.00", "2.95", 30, scale="1-7", examples=2))
mean 4.00, SD 2.95 of 30 on a scale of 1 to 7
<BLANKLINE>
  value    sample 1    sample 2
-------  ----------  ----------
      1          13          14
      2           2           0
      3           0           0
      4           0           2
      5           1           0
      6           0           0
      7          14          14
<BLANKLINE>
There are such samples; 2 of them are shown.
The first:
1  #############
2  ##
3
4
5  #
6
7  ##############

Heathers JA, Anaya J, van der Zee T, Brown NJL. PeerJ Preprints 2018;6:e26968v1. Wilner S, Wood K, Simons DJ. CLOSURE.
PsyArXiv 2018.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, exact, figure
from checker.calculators.frame.printed import scale as ends_of
from checker.statistics.deviation import whole_sd_bounds
from checker.statistics.exact import Bounds
from checker.statistics.granularity import grim
from checker.statistics.grimmer import grimmer
from checker.statistics.sprite import BUDGET, Counts
from checker.statistics.sprite import sprite as samples_of

_WIDE = 60


def sprite(
    mean: Printed,
    sd: Printed,
    n: int,
    *,
    scale: str,
    items: int = 1,
    observed: bool = False,
    population: bool = False,
    rounding: str = "rounded",
    examples: int = 3,
    seed: int = 1,
    budget: int = BUDGET,
) -> Answer:
    """Samples that have the figures.

    Args:
        mean: the mean as printed, trailing zeros too
        sd: the standard deviation as printed
        n: how many values, or people
        scale: the least and the greatest value that there can be, such as 1-7
        items: items that are averaged for each person
        observed: both ends of the scale are among the values, as in a printed range
        population: the SD is over n, not n - 1
        rounding: how both were rounded: rounded (any half), half-up, half-down, half-even, truncated, rounded-up
        examples: how many samples are shown at most
        seed: another one finds other examples
        budget: steps of the search, after which it gives up

    Raises:
        ValueError: where a figure is none, or there are too few values.
    """
    said, spread, (lowest, highest) = figure(mean), figure(sd), ends_of(scale)
    figures, ddof = (exact(mean, rounding), exact(sd, rounding)), 0 if population else 1
    width = (highest - lowest) * items
    found = samples_of(
        *figures, n, lowest, highest, items=items, ddof=ddof, contains=(0, width) if observed else (),
        examples=examples, seed=seed, budget=budget,
    )  # fmt: skip
    values = [lowest + step / items for step in range(width + 1)]
    notes = []
    if found.possible is None:
        notes.append(f"No sample was found in {budget} steps, nor that there is none: a larger budget may tell.")
    elif not found.possible:
        notes.append("There is no such sample.")
        notes.append(_why(figures, n, (lowest, highest), items, ddof, observed))
    elif found.complete:
        notes.append("There is one such sample." if len(found.samples) == 1 else "There are no other such samples.")
    else:
        notes.append(f"There are such samples; {len(found.samples)} of them are shown.")
    if found.samples:
        notes.append("The first:\n" + histogram(values, found.samples[0]))
    rows: list[tuple[Cell, ...]] = []
    if found.samples:
        rows = [(_cell(value), *(sample[at] for sample in found.samples)) for at, value in enumerate(values)]
    title = f"mean {said}, SD {spread} of {n} on a scale of {lowest} to {highest}"
    title += f", {items} items" if items > 1 else ""
    columns = ("value", *(f"sample {number}" for number, _ in enumerate(found.samples, 1)))
    return Answer(title=title, columns=columns, rows=tuple(rows), notes=tuple(notes))


def histogram(values: list[float], counts: Counts) -> str:
    """A line for each value, with a mark for each time that it occurs, or for several where there are many."""
    each = -(-max(counts) // _WIDE)
    names = [f"{_cell(value):.4g}" for value in values]
    width = max(map(len, names))
    lines = [f"{name:>{width}}  {'#' * -(-count // each)}".rstrip() for name, count in zip(names, counts, strict=True)]
    return "\n".join(lines if each == 1 else [*lines, f"# is up to {each} values"])


def _cell(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _why(figures: tuple[Bounds, Bounds], n: int, ends: tuple[int, int], items: int, ddof: int, observed: bool) -> str:
    """The simplest test that fails."""
    if not grim(figures[0], n, items):
        return "No whole numbers have the mean: see grim."
    if not grimmer(*figures, n, items, ddof):
        return "No whole numbers have the mean and the SD, whatever the scale: see grimmer."
    least, greatest = whole_sd_bounds(figures[0], n, *ends, items=items, ddof=ddof, attained=observed)
    low, high = figures[1].low / figures[1].scale, figures[1].high / figures[1].scale
    if not (low <= greatest and least <= high):
        return f"With this mean on the scale the SD is {least:.3f} to {greatest:.3f}."
    return "All numbers of each value were gone through."
