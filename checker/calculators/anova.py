"""The analysis of variance of several groups from their means, standard deviations or errors, and sizes.

Fisher's takes the variances for equal, Welch's does not. F and p are ranges: each figure may be anything that is
rounded to its print. With a printed p or F it is told whether the spreads can be what they are said to be.

>>> print(anova("5.1/1.2/30", "5.6/1.3/28", "6.0/1.1/31", printed=".02"))
5.1 (SD 1.2, n = 30); 5.6 (SD 1.3, n = 28); 6.0 (SD 1.1, n = 31); printed p .02
<BLANKLINE>
test               F from    F to  df                 p from     p to    fits
---------------  --------  ------  ---------------  --------  -------  ------
Fisher              3.127   5.831  2, 86            0.004218  0.04889     yes
Welch               3.334   6.231  2, 50.9 to 63.1  0.003391   0.0436     yes
Fisher, swapped    0.1058  0.1973  2, 86              0.8213   0.8998      no
Welch, swapped     0.1095  0.2047  2, 51.1 to 63.6    0.8154   0.8965      no
<BLANKLINE>
What is printed fits Fisher; Welch.

References: Fisher (1925), Statistical Methods for Research Workers; Larson (1992), Am Stat 46, 151-152; Welch (1951),
Biometrika 38, 330-336.
"""

from collections.abc import Sequence

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed
from checker.calculators.frame.samples import Given, chances, group, meet, span
from checker.statistics import one_way
from checker.statistics.tails import Range

_TESTS = (("Fisher", one_way.anova), ("Welch", one_way.welch))


def anova(*groups: str, printed: Printed | None = None, f: Printed | None = None) -> Answer:
    """One-way analysis of variance from a summary.

    Args:
        *groups: two or more, each as mean/SD/n such as 5.1/1.2/30; mean/se0.22/n with a standard error
        printed: the p as printed
        f: the F as printed

    Raises:
        ValueError: where a group or a figure is none.
    """
    given = [group(each) for each in groups]
    if len(given) < 2:
        raise ValueError("two groups or more are compared, such as 5.1/1.2/30 5.6/1.3/28")
    title = "; ".join(map(str, given))
    head = ("test", "F from", "F to", "df", "p from", "p to")
    if printed is None and f is None:
        return Answer(title=title, columns=head, rows=tuple(row for row, *_ in _rows(given)))
    held = {"p": None if printed is None else chances(printed), "F": None if f is None else span(f)}
    rows: list[tuple[Cell, ...]] = []
    fitting = []
    for row, statistic, p in [*_rows(given), *_rows(given, swapped=True)]:
        fits = all(values is None or meet(values, found) for values, found in ((held["p"], p), (held["F"], statistic)))
        rows.append((*row, fits))
        fitting += [str(row[0])] if fits else []
    said = " and ".join(f"{name} {text}" for name, text in (("F", f), ("p", printed)) if text is not None)
    return Answer(
        title=f"{title}; printed {said}",
        columns=(*head, "fits"),
        rows=tuple(rows),
        notes=tuple(_conclusion(given, fitting)),
    )


def _conclusion(given: Sequence[Given], fitting: Sequence[str]) -> list[str]:
    if not fitting:
        return ["What is printed fits none of these."]
    notes = [f"What is printed fits {'; '.join(fitting)}."]
    if any("swapped" in name for name in fitting):
        notes.append("Swapped: SD and SE taken for each other.")
    if all("swapped" in name for name in fitting):
        said, must = ("SE", "SD") if all(each.error for each in given) else ("SD", "SE")
        notes.insert(1, f"It fits only where each {said} is an {must}.")
    return notes


def _rows(given: Sequence[Given], *, swapped: bool = False) -> list[tuple[tuple[Cell, ...], Range, Range]]:
    """A row for every test with its F and its p; ``swapped`` takes SD and SE for each other."""
    samples = [each.sample(swapped=swapped) for each in given]
    found: list[tuple[tuple[Cell, ...], Range, Range]] = []
    for name, test in _TESTS:
        # What is printed 0.0 may not vary at all, which Welch's test cannot weigh.
        if name == "Welch" and min(each.sd[0] for each in samples) <= 0:
            continue
        table = test(samples)
        p = one_way.p_value(table)
        low, high = table.df2
        freedom = f"{table.df1}, " + (f"{low:.0f}" if low == high else f"{low:.1f} to {high:.1f}")
        row = (f"{name}, swapped" if swapped else name, *table.f, freedom, *p)
        found.append((row, table.f, p))
    return found
