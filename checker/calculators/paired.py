"""The paired t test of two means, whose correlation is seldom printed: the p for each there may be.

The standard deviation of the differences follows from both standard deviations and the correlation r of the pairs,
so p can be anything between its values for r = -1 and 1. A printed p tells r.

>>> print(paired("5.0/2.1", "4.2/1.9", 16, printed=".03"))
5.0/2.1 and 4.2/1.9 (mean/SD) of 16 pairs, printed p .03
<BLANKLINE>
   r    SD from    SD to     p from       p to    fits
----  ---------  -------  ---------  ---------  ------
  -1        3.9      4.1     0.3706     0.5051      no
-0.5      3.379    3.552     0.3035     0.4428      no
   0      2.761    2.903      0.212       0.35      no
0.25      2.393    2.516     0.1533     0.2832      no
 0.5      1.958    2.057    0.08581     0.1936      no
 0.7      1.522    1.599    0.03188     0.1003     yes
 0.8      1.248     1.31    0.01133    0.04949     yes
 0.9     0.8936    0.941   0.001094   0.009431      no
0.95     0.6401   0.6984  4.844e-05   0.001138      no
   1        0.1      0.3  5.592e-16  1.229e-07      no
<BLANKLINE>
The printed p implies a correlation of 0.687 to 0.854.
SD: of the differences.

Reference: Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.8.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, figure
from checker.calculators.frame.samples import chances, meet, span
from checker.statistics import pairs, two_means
from checker.statistics.open_sizes import p_of_pairs
from checker.statistics.tails import Range

_CORRELATIONS = (-1.0, -0.5, 0.0, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


def paired(
    first: str, second: str, n: int, *, printed: Printed | None = None, r: Printed | None = None, errors: bool = False
) -> Answer:
    """The paired t test for every correlation, and the correlation that a printed p implies.

    Args:
        first: mean and SD of one measurement, such as 5.0/2.1
        second: mean and SD of the other
        n: the number of pairs
        printed: the p as printed
        r: the correlation of the pairs, where it is known
        errors: the spreads are standard errors

    Raises:
        ValueError: where a figure is none or cannot be.
    """
    one, other = _pair(first), _pair(second)
    if n < 2:
        raise ValueError(f"a test needs two pairs or more, not {n}")
    scale = n**0.5 if errors else 1.0
    means = one[0], other[0]
    sds = (one[1][0] * scale, one[1][1] * scale), (other[1][0] * scale, other[1][1] * scale)
    values = None if printed is None else chances(printed)
    known = [span(r)] if r is not None else [(each, each) for each in _CORRELATIONS]
    rows: list[tuple[Cell, ...]] = []
    for correlation in known:
        inside = max(-1.0, correlation[0]), min(1.0, correlation[1])
        if inside[0] > inside[1]:
            raise ValueError(f"a correlation lies between -1 and 1, not at {r}")
        found = pairs.difference(means, sds, n, inside)
        p = two_means.p_value(found)
        deviation = pairs.deviation(sds, inside)
        shown: Cell = str(r) if r is not None else correlation[0]
        rows.append((shown, *deviation, *p, *(() if values is None else (meet(p, values),))))
    spread = "SE" if errors else "SD"
    title = f"{first} and {second} (mean/{spread}) of {n} pairs"
    head = ("r", "SD from", "SD to", "p from", "p to")
    if printed is None or values is None:
        low, high = p_of_pairs(means, sds, n, (-1.0, 1.0))
        notes = (f"p lies between {low:.4g} and {high:.4g}, whatever r is.", _SD)
        return Answer(title=title, columns=head, rows=tuple(rows), notes=notes)
    return Answer(
        title=f"{title}, printed p {printed}", columns=(*head, "fits"), rows=tuple(rows),
        notes=(_implied(means, sds, n, values), _SD),
    )  # fmt: skip


_SD = "SD: of the differences."


def _implied(means: pairs.Pair, sds: pairs.Pair, n: int, values: Range) -> str:
    found = pairs.correlation_from_p(means, sds, n, values)
    if found is None:
        return "No correlation gives the printed p."
    low, high = found
    return f"The printed p implies a correlation of {low:.3f} to {high:.3f}."


def _pair(given: str) -> tuple[Range, Range]:
    mean, sign, sd = given.partition("/")
    if not sign or "/" in sd:
        raise ValueError(f"expected mean/SD such as 5.0/2.1, not {given!r}")
    if figure(sd).value < 0:
        raise ValueError(f"{given}: a spread is not below 0")
    low, high = span(sd)
    return span(mean), (max(0.0, low), high)
