"""The standardised effects that a test statistic gives, and whether printed ones are among them.

Given without a statistic, d, r, OR or AUC are turned into each other, and d or a share of variance into the statistic.

>>> print(effect_size("F=4.10", "df1=2", "df2=28", "eta2=.23"))
F = 4.10, df1 = 2, df2 = 28; printed eta2 .23
<BLANKLINE>
effect      from      to  how                    fits
--------  ------  ------  -------------------  ------
eta2      0.2263  0.2267  F df1/(F df1 + df2)     yes
<BLANKLINE>
eta2 = .23 fits: F df1/(F df1 + df2).

References: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.; Borenstein, Hedges, Higgins
& Rothstein (2009), Introduction to Meta-Analysis, chapters 4 and 7; Olejnik & Algina (2003), Psychol Methods 8,
434-447; Chinn (2000), Stat Med 19, 3127-3131; Tomczak & Tomczak (2014), Trends Sport Sci 1, 19-25.
"""

from collections.abc import Iterator, Mapping

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import figure, named
from checker.calculators.frame.samples import meet, span, whole
from checker.statistics import effect_sizes as es
from checker.statistics import effects_of_statistics as effects
from checker.statistics.effects_of_statistics import Design, Effect
from checker.statistics.ranges import over
from checker.statistics.tails import Range, magnitudes

_STATISTICS = ("t", "F", "chi2", "z", "r", "U", "H")
_SIZES = ("df", "df1", "df2", "n", "n1", "n2", "k", "rows", "columns")
_MEASURES = {
    "d": "d", "g": "g", "r": "r", "eta2": "eta2", "omega2": "omega2", "epsilon2": "epsilon2", "R2": "R2",
    "adjusted_R2": "adjusted-R2", "f": "f", "V": "V", "phi": "phi", "w": "w", "C": "C", "AUC": "AUC",
    "rank_biserial": "rank-biserial", "OR": "OR",
}  # fmt: skip
_OTHERS = tuple(name for name in _MEASURES if name not in _STATISTICS)


def effect_size(*figures: str) -> Answer:
    """The effects of a statistic, or of another effect.

    Args:
        *figures: the statistic (t, F, chi2, z, r, U, H) and what it needs (df, df1, df2, n, n1, n2, k, rows,
            columns), such as t=2.20 df=28; also printed effects (d, g, eta2, omega2, epsilon2, R2, adjusted_R2,
            f, V, phi, w, C, AUC, rank_biserial, OR) to be held against it

    Raises:
        ValueError: where a figure is missing, unknown or impossible.
    """
    given = named(figures, (*_STATISTICS, *_SIZES, *_OTHERS))
    printed = {_MEASURES[name]: text for name, text in given.items() if name in _OTHERS}
    found = [name for name in _STATISTICS if name in given]
    # Beside another statistic r is an effect.
    if len(found) == 2 and "r" in found:
        found.remove("r")
        printed["r"] = given["r"]
    if len(found) > 1:
        raise ValueError(f"one statistic at a time, not {' and '.join(found)}")
    if not found:
        return _converted(printed, given)
    name = found[0]
    sized = ", ".join(f"{key} = {given[key]}" for key in _SIZES if key in given)
    title = f"{name} = {given[name]}" + (f", {sized}" if sized else "")
    rows = list(_of(name, given))
    if not rows:
        raise ValueError(f"{name} needs {_NEEDS[name]}")
    if not printed:
        cells: tuple[tuple[Cell, ...], ...] = tuple((each.measure, *each.values, each.how) for each in rows)
        notes = (_PARTIAL,) if any(each.measure == "omega2" for each in rows) else ()
        return Answer(title=title, columns=("effect", "from", "to", "how"), rows=cells, notes=notes)
    verdicts = [_verdict(measure, text, rows) for measure, text in printed.items()]
    kept = [each for each in rows if each.measure in printed] or rows
    cells = tuple((e.measure, *e.values, e.how, *_fits(e, printed)) for e in kept)
    said = ", ".join(f"{measure} {text}" for measure, text in printed.items())
    return Answer(
        title=f"{title}; printed {said}",
        columns=("effect", "from", "to", "how", "fits"),
        rows=cells,
        notes=tuple(verdicts),
    )


_PARTIAL = "eta2, omega2 and epsilon2 are partial ones; in a one-way design that is the whole."
_NEEDS = {
    "t": "df, or n1 and n2", "F": "df1 and df2", "chi2": "n, and df or rows and columns", "z": "n",
    "r": "df or n", "U": "n1 and n2", "H": "n, and df or k",
}  # fmt: skip


def _of(name: str, given: Mapping[str, str]) -> Iterator[Effect]:
    values, design = span(given[name]), _design(given)
    df = _freedom(given, "df")
    match name:
        case "t":
            df = sum(design.groups) - 2 if df is None and design.groups else df
            yield from effects.of_t(values, df, design) if df is not None else ()
        case "F":
            df1, df2 = _freedom(given, "df1"), _freedom(given, "df2")
            yield from effects.of_f(values, df1, df2, design) if df1 is not None and df2 is not None else ()
        case "chi2":
            df = (design.shape[0] - 1) * (design.shape[1] - 1) if df is None and design.shape else df
            yield from effects.of_chi_square(values, df, design) if df is not None else ()
        case "z":
            yield from effects.of_z(values, design)
        case "r":
            df = design.n - 2 if df is None and design.n else df
            yield from effects.of_r(values, df) if df is not None else ()
        case "U":
            value = figure(given[name]).value
            yield from effects.of_u((value, value), design)
        case "H":
            df = design.k - 1 if df is None and design.k else df
            yield from effects.of_h(values, df, design) if df is not None else ()


def _design(given: Mapping[str, str]) -> Design:
    sizes = {name: whole(given[name]) for name in ("n", "n1", "n2", "k", "rows", "columns") if name in given}
    groups = (sizes["n1"], sizes["n2"]) if {"n1", "n2"} <= set(sizes) else None
    shape = (sizes["rows"], sizes["columns"]) if {"rows", "columns"} <= set(sizes) else None
    return Design(n=sizes.get("n"), groups=groups, shape=shape, k=sizes.get("k"))


def _freedom(given: Mapping[str, str], name: str) -> float | None:
    return figure(given[name]).value if name in given else None


def _fits(effect: Effect, printed: Mapping[str, str]) -> tuple[Cell, ...]:
    text = printed.get(effect.measure)
    return (None,) if text is None else (_meets(effect, text),)


def _meets(effect: Effect, text: str) -> bool:
    # Which group comes first is a convention, and so is the sign.
    return (
        meet(magnitudes(effect.values), magnitudes(span(text)))
        if effect.measure in _SIGNED
        else meet(effect.values, span(text))
    )


_SIGNED = ("d", "g", "r", "rank-biserial")


def _verdict(measure: str, text: str, rows: list[Effect]) -> str:
    of_it = [each for each in rows if each.measure == measure]
    if not of_it:
        return f"There is no {measure} of these figures."
    fitting = [each.how for each in of_it if _meets(each, text)]
    if fitting:
        return f"{measure} = {text} fits: {'; '.join(fitting)}."
    others = [each for each in rows if each.measure != measure and _meets(each, text)]
    also = f"; {others[0].measure} is that ({others[0].how})" if others else ""
    return f"{measure} = {text} fits none of these{also}."


def _converted(printed: Mapping[str, str], given: Mapping[str, str]) -> Answer:
    """Effects from one of them, and the statistic that it stands for."""
    if len(printed) != 1:
        raise ValueError(f"a statistic is needed, one of {', '.join(_STATISTICS)}; or one effect")
    [(measure, text)] = printed.items()
    rows = list(_conversions(measure, span(text), given))
    if not rows:
        raise ValueError(f"{measure} alone tells no other effect without df1 and df2, or n, rows and columns")
    return Answer(
        title=f"{measure} = {text}", columns=("effect", "from", "to", "how"),
        rows=tuple((each.measure, *each.values, each.how) for each in rows),
    )  # fmt: skip


def _conversions(measure: str, values: Range, given: Mapping[str, str]) -> Iterator[Effect]:
    design = _design(given)
    df1, df2 = _freedom(given, "df1"), _freedom(given, "df2")
    match measure:
        case "d":
            yield from _of_d(values, design)
        case "OR":
            if values[0] <= 0:
                raise ValueError("an odds ratio is above 0")
            d = over(es.d_from_odds_ratio, values)
            yield Effect("d", d, "log OR sqrt 3/pi")
            yield from (each for each in _of_d(d, design) if each.measure != "OR")
        case "AUC":
            if values[0] < 0 or values[1] > 1:
                raise ValueError("an area under the curve lies between 0 and 1")
            yield Effect("rank-biserial", over(lambda each: 2 * each - 1, values), "2 AUC - 1")
            yield Effect("d", over(es.d_from_auc, values), "sqrt 2 times the normal quantile")
        case "eta2" | "R2" if values[1] < 1:
            share = max(0.0, values[0]), values[1]
            yield Effect("f", over(es.cohens_f, share), "sqrt(share/(1 - share))")
            if df1 and df2:
                statistic = over(lambda each: es.f_from_partial_eta_squared(each, df1, df2), share)
                yield Effect(f"F({df1:g}, {df2:g})", statistic, "share/(1 - share) df2/df1")
        case "f":
            yield Effect("eta2", over(es.share_from_cohens_f, magnitudes(values)), "f^2/(1 + f^2)")
        case "V" | "phi" | "w" if design.n:
            n, smaller = design.n, min(design.shape) if design.shape and measure == "V" else 2
            chi2 = over(lambda each: es.chi_square_from_v(each, n, smaller), magnitudes(values))
            yield Effect("chi2", chi2, f"{measure}^2 n" if smaller == 2 else f"V^2 n ({smaller} - 1)")


def _of_d(d: Range, design: Design) -> Iterator[Effect]:
    half = design.n / 2 if design.n else None
    n1, n2 = design.groups or (half, half)
    if n1 and n2:
        yield Effect("t", over(lambda each: es.t_from_d(each, n1, n2), d), "d/sqrt(1/n1 + 1/n2)")
        yield Effect("r", over(lambda each: es.r_from_d(each, n1, n2), d), "t/sqrt(t^2 + df)")
    else:
        yield Effect("r", over(lambda each: each / (each**2 + 4) ** 0.5, d), "d/sqrt(d^2 + 4), groups of one size")
    yield Effect("OR", over(es.odds_ratio_from_d, d), "exp(d pi/sqrt 3)")
    yield Effect("AUC", over(es.auc_from_d, d), "the normal share below d/sqrt 2")
