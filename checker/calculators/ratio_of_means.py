"""The ratio of two means, geometric and arithmetic, with the intervals in use.

From means and SDs of the values themselves (scale raw), of their logarithms (log), or from geometric means and
geometric SDs (geometric). Geometric means of raw values are those of lognormal ones.

>>> print(ratio_of_means("12.4/3.1/30", "10.2/2.9/28"))
12.4 (SD 3.1, n = 30) over 10.2 (SD 2.9, n = 28), raw
<BLANKLINE>
method                 from     to    lower    upper         p
-------------------  ------  -----  -------  -------  --------
geometric, Student    1.212  1.241    1.068    1.408  0.004551
geometric, Welch      1.212  1.241    1.067    1.409  0.004777
arithmetic, delta     1.205  1.227    1.059    1.396    0.0056
arithmetic, Fieller   1.205  1.227    1.057    1.403
<BLANKLINE>
Limits and p are those of the figures as they stand.

References: Higgins, White & Anzures-Cabrera (2008), Stat Med 27, 6072-6092; Friedrich, Adhikari & Beyene (2008), BMC
Med Res Methodol 8, 32; Fieller (1954), J R Stat Soc B 16, 175-185.
"""

from collections.abc import Iterator

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, confidence
from checker.calculators.frame.samples import Given, group, meet, span
from checker.statistics import geometric_means, two_means
from checker.statistics.tails import Range
from checker.statistics.two_means import Difference, Sample

_SCALES = ("raw", "log", "geometric")


def ratio_of_means(
    one: str, other: str, *, scale: str = "raw", printed: Printed | None = None, level: float = 95
) -> Answer:
    """The ratio of the first mean to the second.

    Args:
        one: the first group as mean/SD/n, such as 12.4/3.1/30
        other: the second group
        scale: raw, log (natural logarithms) or geometric (geometric mean/geometric SD/n)
        printed: the ratio as printed
        level: the level of confidence of the intervals, in percent

    Raises:
        ValueError: where a group or a figure is none, a mean of a ratio is not above 0, or the scale is unknown.
    """
    groups = group(one), group(other)
    if scale not in _SCALES:
        raise ValueError(f"{scale!r} is no scale; expected one of {', '.join(_SCALES)}")
    if scale == "geometric" and any(each.error for each in groups):
        raise ValueError("a geometric mean is given with its geometric SD")
    share = confidence(level)
    rows: list[tuple[Cell, ...]] = []
    fits = []
    for name, ratio, lower, upper, p in _rows(groups, scale, share):
        row: tuple[Cell, ...] = (name, *ratio, lower, upper, p)
        if printed is not None:
            fitting = meet(ratio, span(printed))
            row = (*row, fitting)
            fits += [name] if fitting else []
        rows.append(row)
    notes = ["Limits and p are those of the figures as they stand."]
    if printed is not None:
        notes.insert(0, f"The printed {printed} fits {'; '.join(fits)}." if fits else f"{printed} fits none of these.")
    head = ("method", "from", "to", "lower", "upper", "p", *(() if printed is None else ("fits",)))
    return Answer(title=f"{groups[0]} over {groups[1]}, {scale}", columns=head, rows=tuple(rows), notes=tuple(notes))


def _rows(
    groups: tuple[Given, Given], scale: str, level: float
) -> Iterator[tuple[str, Range, float, float, float | None]]:
    """Each method with the ratio, its limits and the p of the test against 1."""
    wide = [_logarithms(each.sample(), scale) for each in groups]
    point = [_logarithms(each.sample(exactly=True), scale) for each in groups]
    for name, test in (("Student", two_means.student), ("Welch", two_means.welch)):
        ratio = geometric_means.exponential(test(*wide).difference)
        yield f"geometric, {name}", ratio, *_limits(test(*point), level)
    if scale != "raw":
        return
    one, other = (each.sample(exactly=True) for each in groups)
    delta = geometric_means.log_ratio(*(each.sample() for each in groups)).difference
    ratio = geometric_means.exponential(delta)
    yield "arithmetic, delta", ratio, *_limits(geometric_means.log_ratio(one, other), level)
    lower, upper = geometric_means.fieller(
        one.mean[0], one.sd[0] / one.size**0.5, other.mean[0], other.sd[0] / other.size**0.5, level,
        one.size + other.size - 2,
    )  # fmt: skip
    yield "arithmetic, Fieller", ratio, lower, upper, None


def _limits(found: Difference, level: float) -> tuple[float, float, float]:
    lower, upper = two_means.interval(found, level)
    limits = geometric_means.exponential((lower[0], upper[0]))
    return *limits, two_means.p_value(found)[0]


def _logarithms(sample: Sample, scale: str) -> Sample:
    match scale:
        case "raw":
            return geometric_means.logarithms(sample.mean, sample.sd, sample.size)
        case "geometric":
            return geometric_means.of_geometric(sample.mean, (max(1.0, sample.sd[0]), sample.sd[1]), sample.size)
    return sample
