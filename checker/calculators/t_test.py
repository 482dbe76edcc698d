"""The t tests of two groups from their means, standard deviations or errors, and sizes.

Student's test takes the variances for equal, Welch's does not; z is of large samples. The p are ranges: each figure
may be anything that is rounded to its print. A group is given as mean/SD/n, or mean/se0.57/n with a standard error.

>>> print(t_test("12.4/3.1/30", "10.2/2.9/28", printed="0.007"))
12.4 (SD 3.1, n = 30) against 10.2 (SD 2.9, n = 28), printed p 0.007
<BLANKLINE>
test                   t     df    p from      p to    lower    upper    fits
----------------  ------  -----  --------  --------  -------  -------  ------
Student            2.786     56  0.004481   0.01142   0.6181    3.782     yes
Welch              2.792     56  0.004393   0.01125   0.6218    3.778     yes
z                  2.792         0.002989  0.008746   0.6559    3.744     yes
Student, swapped  0.5164     56    0.5852    0.6296   -6.334    10.73      no
Welch, swapped    0.5183  55.95    0.5838    0.6284   -6.304     10.7      no
z, swapped        0.5183           0.5816    0.6265    -6.12    10.52      no
<BLANKLINE>
The printed p fits Student; Welch; z.
Swapped: SD and SE taken for each other.
p: for all values that print so. t, df and the limits of the difference: of the
figures as they stand.

References: Student (1908), Biometrika 6, 1-25; Welch (1947), Biometrika 34, 28-35.
"""

from collections.abc import Iterator

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, confidence
from checker.calculators.frame.samples import Given, chances, group, meet
from checker.statistics import two_means
from checker.statistics.tails import Range

_TESTS = (("Student", two_means.student, False), ("Welch", two_means.welch, False), ("z", two_means.welch, True))


def t_test(
    one: str, other: str, *, printed: Printed | None = None, level: float = 95, one_sided: bool = False
) -> Answer:
    """The tests of two means, and the interval of their difference.

    Args:
        one: the first group as mean/SD/n, such as 12.4/3.1/30; mean/se0.57/n with a standard error
        other: the second group
        printed: the p as printed, which is held against each test, SD and SE also taken for each other
        level: the level of confidence of the difference, in percent
        one_sided: p of one side

    Raises:
        ValueError: where a group or a figure is none.
    """
    groups = group(one), group(other)
    title = f"{groups[0]} against {groups[1]}"
    share = confidence(level)
    sides = 1 if one_sided else 2
    head = ("test", "t", "df", "p from", "p to", "lower", "upper")
    if printed is None:
        rows = [row for row, _ in _rows(groups, share, sides)]
        return Answer(title=title, columns=head, rows=tuple(rows), notes=(_ASSUMED,))
    values = chances(printed)
    found = [*_rows(groups, share, sides), *_rows(groups, share, sides, swapped=True)]
    fits = [str(row[0]) for row, p in found if meet(p, values)]
    notes = [f"The printed p fits {'; '.join(fits)}." if fits else "The printed p fits none of these."]
    if fits and all("swapped" in name for name in fits):
        notes.append("It fits only where what is given as an SD is an SE, or the reverse.")
    return Answer(
        title=f"{title}, printed p {printed}", columns=(*head, "fits"),
        rows=tuple((*row, meet(p, values)) for row, p in found), notes=(*notes, _SWAPPED, _ASSUMED),
    )  # fmt: skip


_SWAPPED = "Swapped: SD and SE taken for each other."
_ASSUMED = "p: for all values that print so. t, df and the limits of the difference: of the figures as they stand."


def _rows(
    groups: tuple[Given, Given], level: float, sides: int, *, swapped: bool = False
) -> Iterator[tuple[tuple[Cell, ...], Range]]:
    """A row for every test, and its p."""
    ranges = [each.sample(swapped=swapped) for each in groups]
    points = [each.sample(exactly=True, swapped=swapped) for each in groups]
    for name, test, normal in _TESTS:
        point = test(*points)
        p = two_means.p_value(test(*ranges), sides, z=normal)
        lower, upper = two_means.interval(point, level, z=normal)
        freedom = None if normal else point.freedom[0]
        shown = f"{name}, swapped" if swapped else name
        yield (shown, two_means.statistic(point)[0], freedom, *p, lower[0], upper[0]), p
