"""The p of a test statistic, whether a printed p fits it, and what degrees of freedom would.

A statistic printed as 2.20 is anything from 2.195 to 2.205, so p is a range. Given without a statistic, a p tells
which values of it have that p.

>>> print(p("F=3.59", "df1=1", "df2=361", "p=.029"))
F(1, 361) = 3.59, p = .029
<BLANKLINE>
test                    p from     p to    fits
--------------------  --------  -------  ------
upper tail             0.05875   0.0591      no
one-sided (F is t^2)   0.02938  0.02955     yes
<BLANKLINE>
F(1, 361) = 3.59 gives p 0.0294 to 0.0296; printed .029 holds only for one-
sided.
With df2 = 361, a df1 of 2 fits.
No df2 up to 5000 fits with df1 = 1.
F of 4.776 to 4.836 has that p.

References: Johnson, Kotz & Balakrishnan (1994-1995), Continuous Univariate Distributions, 2nd ed.; Mann & Whitney
(1947), Ann Math Stat 18, 50-60; Kendall (1970), Rank Correlation Methods, 4th ed.; Box (1954), Ann Math Stat 25,
484-498.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import inf
from typing import NamedTuple

from checker.calculators.frame.answer import Answer, shown
from checker.calculators.frame.printed import figure, named
from checker.calculators.frame.samples import chances, meet, runs, span, whole
from checker.kinds import TestStatistic
from checker.model import Reported
from checker.paper import Description, Paper
from checker.run import verify
from checker.statistics import fitting_freedom, inverse_tails, rank_tests, sphericity, tails
from checker.statistics.tails import Range

_STATISTICS = ("t", "F", "chi2", "r", "z", "Q", "U", "W", "H", "rho", "tau", "wald", "deviance")
_OTHERS = ("df", "df1", "df2", "n", "n1", "n2", "k", "ties", "p")
# Their p is the upper tail of chi-squared.
_CHI_SQUARED = ("chi2", "Q", "H", "wald", "deviance")

Row = tuple[str, Range]


class Asked(NamedTuple):
    """What was given: the statistic, and the other figures by name."""

    name: str
    printed: str
    given: Mapping[str, str]

    @property
    def values(self) -> Range:
        """Those of the statistic; sums of ranks are whole, or halves where values are tied."""
        if self.name in ("U", "W"):
            value = figure(self.printed).value
            if value * 2 == int(value * 2):
                return value, value
        return span(self.printed)

    def freedom(self, name: str = "df") -> float:
        """Degrees of freedom, also from the sizes that they follow from."""
        if name in self.given:
            value = figure(self.given[name]).value
            if not value > 0:
                raise ValueError(f"{name} must be above 0, not {self.given[name]}")
            return value
        if name == "df":
            match self.name:
                case "t" if {"n1", "n2"} <= set(self.given):
                    return self.size("n1") + self.size("n2") - 2
                case "r" | "rho" if "n" in self.given:
                    return self.size("n") - 2
                case "H" | "Q" if "k" in self.given:
                    return self.size("k") - 1
                case "wald":
                    return 1.0
        raise ValueError(f"{self.name} needs {self._needs(name)}")

    def size(self, name: str) -> int:
        """A number of people or of groups."""
        if name not in self.given:
            raise ValueError(f"{self.name} needs {name}, such as {name}=20")
        return whole(self.given[name])

    def _needs(self, name: str) -> str:
        others = {"t": ", or n1 and n2", "r": ", or n", "rho": ", or n", "H": ", or k", "Q": ", or k"}
        return f"{name}, such as {name}=28{others.get(self.name, '')}"


def p(*figures: str) -> Answer:
    """The p of a test statistic, two- and one-sided.

    Args:
        *figures: the statistic (t, F, chi2, r, z, Q, U, W of signed ranks, H, rho, tau, wald, deviance) and
            what it needs (df, df1, df2, n, n1, n2, k groups), such as t=2.20 df=28; also the printed p, and
            the share of ties (0 to 1)

    Raises:
        ValueError: where a figure is missing, unknown or impossible.
    """
    given = named(figures, (*_STATISTICS, *_OTHERS))
    found = [name for name in _STATISTICS if name in given]
    if len(found) > 1:
        raise ValueError(f"one statistic at a time, not {' and '.join(found)}")
    if not found:
        return _back(given)
    asked = Asked(found[0], given[found[0]], given)
    rows, notes = _rows(asked)
    printed = given.get("p")
    title = _title(asked)
    if printed is None:
        low, high = rows[0][1]
        notes.insert(0, f"{rows[0][0]}: p = {_between((low, high))}.")
        return Answer(title=title, columns=("test", "p from", "p to"), rows=_cells(rows), notes=tuple(notes))
    values = chances(printed)
    notes[:0] = _conclusion(asked, printed, values, rows)
    cells = tuple((name, low, high, meet((low, high), values)) for name, (low, high) in rows)
    return Answer(
        title=f"{title}, p {_compared(printed)}", columns=("test", "p from", "p to", "fits"), rows=cells,
        notes=tuple(notes),
    )  # fmt: skip


def _rows(asked: Asked) -> tuple[list[Row], list[str]]:
    """The p under each test, and what is to be said of them."""
    values = asked.values
    match asked.name:
        case "z":
            return _sided(lambda sides: tails.z_p(values, sides)), []
        case "t":
            return _sided(lambda sides: tails.t_p(values, asked.freedom(), sides)), []
        case "r":
            return _sided(lambda sides: tails.r_p(values, asked.freedom(), sides)), []
        case "F":
            return _of_f(asked)
        case "U":
            return _of_u(asked)
        case "W":
            return _of_signed_ranks(asked)
        case "rho":
            return _of_rho(asked)
        case "tau":
            return _of_tau(asked)
    df = asked.freedom()
    rows = [("upper tail", tails.chi_square_p(values, df))]
    if df == 1:
        rows.append((f"one-sided ({asked.name} is z^2)", tails.chi_square_p(values, df, 1)))
    return rows, [] if "df" in asked.given or asked.name != "wald" else ["With one degree of freedom."]


def _of_f(asked: Asked) -> tuple[list[Row], list[str]]:
    df1, df2 = asked.freedom("df1"), asked.freedom("df2")
    rows = [("upper tail", tails.f_p(asked.values, df1, df2))]
    notes = []
    if df1 == 1:
        rows.append(("one-sided (F is t^2)", tails.f_p(asked.values, df1, df2, 1)))
    elif df1 == int(df1) and df2 == int(df2):
        rows.append(("corrected for sphericity", sphericity.corrected_p(asked.values, df1, df2)))
    else:
        found = sphericity.uncorrected(span(asked.given["df1"]), span(asked.given["df2"]))[:3]
        whole_df = ", ".join(f"F({each.df1}, {each.df2}) by epsilon {_between(each.epsilon)}" for each in found)
        notes.append(f"Degrees of freedom may be corrected from {whole_df}." if found else _NOT_CORRECTED)
    return rows, notes


_NOT_CORRECTED = "No whole degrees of freedom within subjects make these by one epsilon."


def _of_u(asked: Asked) -> tuple[list[Row], list[str]]:
    n1, n2, tied = asked.size("n1"), asked.size("n2"), _ties(asked)
    rows, notes = _exactly(lambda sides: rank_tests.u_p_exact(asked.values, n1, n2, sides))
    normal = partial(rank_tests.u_p, asked.values, n1, n2, tied=tied)
    return [*rows, *_normally(normal)], [*notes, *_of_ties(tied)]


def _of_signed_ranks(asked: Asked) -> tuple[list[Row], list[str]]:
    n, tied = asked.size("n"), _ties(asked)
    rows, notes = _exactly(lambda sides: rank_tests.signed_rank_p_exact(asked.values, n, sides))
    normal = partial(rank_tests.signed_rank_p, asked.values, n, tied=tied)
    return [*rows, *_normally(normal)], [*notes, *_of_ties(tied)]


def _normally(p: Callable[..., Range]) -> list[Row]:
    """By the normal distribution, with the correction for continuity and without."""
    return [
        *_sided(partial(p, continuity=True), "normal, corrected for continuity"),
        *_sided(partial(p, continuity=False), "normal"),
    ]


def _of_rho(asked: Asked) -> tuple[list[Row], list[str]]:
    n = round(asked.freedom() + 2)
    rows = _sided(lambda sides: rank_tests.rho_p(asked.values, n, sides), "t with n - 2 df")
    exact, notes = _exactly(lambda sides: rank_tests.rho_p_exact(asked.values, n, sides))
    return rows + exact, notes


def _of_tau(asked: Asked) -> tuple[list[Row], list[str]]:
    n = asked.size("n")
    rows = _sided(lambda sides: rank_tests.tau_p(asked.values, n, sides), "normal")
    exact, notes = _exactly(lambda sides: rank_tests.tau_p_exact(asked.values, n, sides))
    return rows + exact, [*notes, "The normal p is that of data without ties."]


def _exactly(of: Callable[..., Range]) -> tuple[list[Row], list[str]]:
    try:
        return _sided(of, "exact"), []
    except ValueError as error:
        return [], [f"No exact p: {error}."]


def _ties(asked: Asked) -> float:
    return figure(asked.given["ties"]).value if "ties" in asked.given else 0.0


def _of_ties(tied: float) -> list[str]:
    return [] if tied else ["Without ties; of tied values the normal p is smaller."]


def _sided(of: Callable[..., Range], name: str = "") -> list[Row]:
    named_sides = ((2, "two-sided"), (1, "one-sided"))
    return [(f"{name}, {sided}" if name else sided, of(sides=sides)) for sides, sided in named_sides]


def _conclusion(asked: Asked, printed: str, values: Range, rows: list[Row]) -> Iterator[str]:
    """Whether the printed p fits, and what would make it fit."""
    yield _judged(asked, printed, values, rows)
    # What a reader takes for granted fits.
    if meet(rows[0][1], values):
        return
    yield from _fitting(asked, values)
    statistic = _inverse(asked, values)
    if statistic is not None:
        yield f"{asked.name} of {_between(statistic)} has that p."


def _judged(asked: Asked, printed: str, values: Range, rows: list[Row]) -> str:
    """What the check of claims says of it, where it knows the statistic."""
    if asked.name in ("t", "F", "chi2", "z", "r", "Q", "H"):
        first = None if asked.name == "z" else asked.freedom("df1" if asked.name == "F" else "df")
        second = asked.freedom("df2") if asked.name == "F" else None
        claim = TestStatistic(
            id="p",
            statistic=asked.name,  # type: ignore[arg-type]
            value=figure(asked.printed),
            df=None if first is None else Reported(f"{first:g}"),
            df2=None if second is None else Reported(f"{second:g}"),
            p=figure(printed),
        )
        paper = Paper(document=Description(title="p"), claims=(claim,))
        found = [each for each in verify(paper) if each.check == "p_from_statistic"]
        if found:
            return f"{found[0].message}."
    fits = [name for name, each in rows if meet(each, values)]
    if not fits:
        return f"p {_compared(printed)} fits none of these."
    return f"p {_compared(printed)} fits: {'; '.join(fits)}."


def _fitting(asked: Asked, values: Range) -> Iterator[str]:
    """The degrees of freedom with which the printed p fits, and the corrections."""
    if asked.name == "F":
        df1, df2 = asked.freedom("df1"), asked.freedom("df2")
        first = fitting_freedom.of_numerator(asked.values, df2, values)
        second = fitting_freedom.of_denominator(asked.values, df1, values)
        if first:
            yield f"With df2 = {df2:g}, a df1 of {runs(first, fitting_freedom.MOST_NUMERATORS)} fits."
        else:
            yield f"No df1 up to {fitting_freedom.MOST_NUMERATORS} fits with df2 = {df2:g}."
        if second:
            yield f"With df1 = {df1:g}, a df2 of {runs(second, fitting_freedom.MOST)} fits."
        else:
            yield f"No df2 up to {fitting_freedom.MOST} fits with df1 = {df1:g}."
        epsilons = sphericity.fitting_epsilons(asked.values, df1, df2, values) if df1 > 1 else None
        if epsilons is not None:
            yield f"Corrected for lack of sphericity it fits, with an epsilon of {_between(epsilons)}."
        return
    found = None
    if asked.name == "t":
        found = fitting_freedom.of_t(asked.values, values)
    elif asked.name == "r":
        found = fitting_freedom.of_correlation(asked.values, values)
    elif asked.name in _CHI_SQUARED:
        found = fitting_freedom.of_chi_square(asked.values, values)
    if found:
        yield f"A df of {runs(found, fitting_freedom.MOST)} fits."
    elif found is not None:
        yield f"No df up to {fitting_freedom.MOST} fits."


def _inverse(asked: Asked, values: Range) -> Range | None:
    match asked.name:
        case "t":
            return inverse_tails.t_from_p(values, asked.freedom())
        case "z":
            return inverse_tails.z_from_p(values)
        case "r" | "rho":
            return inverse_tails.r_from_p(values, asked.freedom())
        case "F":
            return inverse_tails.f_from_p(values, asked.freedom("df1"), asked.freedom("df2"))
        case name if name in _CHI_SQUARED:
            return inverse_tails.chi_square_from_p(values, asked.freedom())
    return None


def _back(given: Mapping[str, str]) -> Answer:
    """The statistics that have a p."""
    if "p" not in given:
        raise ValueError(f"a statistic is needed, one of {', '.join(_STATISTICS)}; or a p alone, such as p=.036 df=28")
    asked, values = Asked("p", given["p"], given), chances(given["p"])
    found: list[tuple[str, Range]] = []
    if "df1" in given or "df2" in given:
        df1, df2 = asked.freedom("df1"), asked.freedom("df2")
        found.append((f"F({df1:g}, {df2:g})", inverse_tails.f_from_p(values, df1, df2)))
    elif "df" in given:
        df = asked.freedom()
        found.append((f"t({df:g})", inverse_tails.t_from_p(values, df)))
        found.append((f"r({df:g})", inverse_tails.r_from_p(values, df)))
        found.append((f"chi2({df:g})", inverse_tails.chi_square_from_p(values, df)))
    else:
        found.append(("z", inverse_tails.z_from_p(values)))
    rows = tuple((name, low, high) for name, (low, high) in found)
    return Answer(
        title=f"The size of a statistic with p {_compared(given['p'])}", columns=("statistic", "from", "to"), rows=rows,
        notes=("t, r and z are of two-sided tests.",) if found[0][0][0] != "F" else (),
    )  # fmt: skip


def _title(asked: Asked) -> str:
    inside = [asked.given[name] for name in ("df", "df1", "df2") if name in asked.given]
    sizes = [f"{name} = {asked.given[name]}" for name in ("n", "n1", "n2", "k", "ties") if name in asked.given]
    brackets = ", ".join([*inside, *sizes])
    return f"{asked.name}{f'({brackets})' if brackets else ''} {_compared(asked.printed)}"


def _compared(printed: str) -> str:
    """A figure behind its sign."""
    sign = figure(printed).comparator
    return f"{sign} {printed.strip().lstrip('<>≤≥~= ')}"


def _between(values: Range) -> str:
    low, high = (shown(each) if each != inf else "any size" for each in values)
    return low if low == high else f"{low} to {high}"


def _cells(rows: list[Row]) -> tuple[tuple[str, float, float], ...]:
    return tuple((name, low, high) for name, (low, high) in rows)
