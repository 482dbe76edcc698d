"""The pooled effect of several studies by every model, from the rows of a forest table.

>>> print(pool("4/123 11/139", "6/306 29/303", "3/231 11/220", measure="or"))
odds ratio of 3 studies, 95% CI
<BLANKLINE>
model               estimate    lower    upper          p    tau²
----------------  ----------  -------  -------  ---------  ------
fixed                 0.2477   0.1329   0.4616  1.115e-05
Mantel-Haenszel       0.2433   0.1311   0.4515  7.468e-06
Peto                  0.2902   0.1755   0.4797  1.415e-06
random DL             0.2477   0.1329   0.4616  1.115e-05       0
random DL HKSJ        0.2477  0.09723   0.6311    0.02341       0
random REML           0.2477   0.1329   0.4616  1.115e-05       0
random REML HKSJ      0.2477  0.09723   0.6311    0.02341       0
random PM             0.2477   0.1329   0.4616  1.115e-05       0
random PM HKSJ        0.2477  0.09723   0.6311    0.02341       0
<BLANKLINE>
Q 0.9366 with 2 df, p 0.6261; I² 0.0% (0.0 to 89.6%), H 1.
Other estimates of tau²: hedges 0, sidik-jonkman 0.0319, ml 0.
By the Q-profile tau² 0 to 5.024, I² 0.0 to 94.0%.
About Mantel-Haenszel's estimate Q is 0.9398.
Prediction interval, random DL: 0.004377 to 14.02 (tau 0).
Prediction interval, random REML: 0.004377 to 14.02 (tau 0).
<BLANKLINE>
weights (%)       IV     MH    Peto     DL    REML     PM
-------------  -----  -----  ------  -----  ------  -----
row 1          28.25  20.11   23.27  28.25   28.25  28.25
row 2          48.47  57.50   54.37  48.47   48.47  48.47
row 3          23.28  22.38   22.36  23.28   23.28  23.28
>>> print(pool("0.41 (0.13 to 1.26)", "0.20 (0.09 to 0.49)", measure="rr", printed="0.13 to 0.51"))
risk ratio of 2 studies, 95% CI
<BLANKLINE>
model               estimate     lower    upper    as printed          p    tau²
----------------  ----------  --------  -------  ------------  ---------  ------
fixed                 0.2585    0.1311   0.5099           yes  9.457e-05
random DL             0.2585    0.1311   0.5099           yes  9.457e-05       0
random DL HKSJ        0.2585  0.003265    20.47            no     0.1586       0
random REML           0.2585    0.1311   0.5099           yes  9.457e-05       0
random REML HKSJ      0.2585  0.003265    20.47            no     0.1586       0
random PM             0.2585    0.1311   0.5099           yes  9.457e-05       0
random PM HKSJ        0.2585  0.003265    20.47            no     0.1586       0
<BLANKLINE>
0.13 to 0.51 is what fixed, random DL, random REML and random PM give.
Q 0.986 with 1 df, p 0.3207; I² 0.0%, H 1.
Other estimates of tau²: hedges 0, sidik-jonkman 0.08508, ml 0.
By the Q-profile tau² 0 to 262.1, I² 0.0 to 99.9%.
<BLANKLINE>
weights (%)       IV     DL    REML     PM
-------------  -----  -----  ------  -----
row 1          35.76  35.76   35.76  35.76
row 2          64.24  64.24   64.24  64.24
The rows are rounded, so that last digits may differ.

Fixed: by inverse variances; Mantel-Haenszel and Peto are of one fixed effect too. HKSJ: the interval of Hartung, Knapp,
Sidik and Jonkman. The columns of a file go by their usual names: events1, n1, events2, n2 (or those of treatment and
control, or ai, bi, ci, di); mean1, sd1, n1, mean2, sd2, n2; or an estimate named for its measure (or, rr, hr, md, ...)
with lower and upper, or with se. A column of weights is held against those of the models.

References: Deeks JJ, Higgins JPT, Altman DG, Cochrane Handbook 6.4, chapter 10. DerSimonian R, Laird N, Control Clin
Trials 1986;7:177-88. Viechtbauer W, J Educ Behav Stat 2005;30:261-93. Higgins JPT, Thompson SG, Stat Med 2002;
21:1539-58.
"""

from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from checker.calculators.frame.answer import Answer, Cell, shown
from checker.calculators.frame.forest import Forest, read, typed
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence
from checker.rounding import interval, slack
from checker.statistics import meta_analysis
from checker.statistics.heterogeneity import TAU2, heterogeneity, i2_from_tau2, q_profile
from checker.statistics.meta_analysis import Pooled, hartung_knapp, inverse_variance, prediction_interval
from checker.statistics.ratio import exponential

ALIASES = ("meta",)
_SHORT = {"fixed": "IV", "Mantel-Haenszel": "MH"}
_PREDICTED = ("random DL", "random REML")
_RANDOM = {"dersimonian-laird": "DL", "reml": "REML", "paule-mandel": "PM"}
_MANTEL_HAENSZEL = {
    "odds ratio": meta_analysis.mantel_haenszel_odds_ratio,
    "risk ratio": meta_analysis.mantel_haenszel_risk_ratio,
    "risk difference": meta_analysis.mantel_haenszel_risk_difference,
}


class _Model(NamedTuple):
    name: str
    pooled: Pooled
    tau2: float | None
    adjusted: bool = False


def pool(*study: Path | str, measure: str | None = None, level: float = 95, printed: str | None = None) -> Answer:
    """The pooled effect, fixed and random, with its weights, heterogeneity and prediction intervals.

    Args:
        *study: a CSV file with a row for each study; or the studies themselves, such as "4/123 11/139" "6/306 29/303"
        measure: or, rr, rd, hr, irr, md, smd, rom, ratio or difference, where the columns do not say it; counts are
            pooled as rr, means as md, unless it is given
        level: the level of confidence in percent, of the rows and of the pooled effect
        printed: both limits of the pooled effect as printed, such as "0.34 to 0.70"

    Raises:
        ValueError: where the table has no columns for an effect, or a cell is no number.
    """
    sure = confidence(level)
    if not study:
        raise ValueError("expected a CSV file, or studies such as '4/123 11/139'")
    if len(study) == 1 and Path(study[0]).is_file():
        forest = read(Path(study[0]), measure, sure)
    elif len(study) == 1 and not any(mark in str(study[0]) for mark in " ;"):
        raise ValueError(f"there is no file {str(study[0])!r}")
    else:
        forest = typed(tuple(map(str, study)), measure, sure)
    told = np.isfinite(forest.effects.effect) & np.isfinite(forest.effects.variance) & (forest.effects.variance > 0)
    if not told.any():
        raise ValueError("no study tells anything of the effect")
    y, v = forest.effects.effect[told], forest.effects.variance[told]
    models = list(_models(forest, y, v))
    back = exponential if forest.is_ratio else float
    limits = {model.name: _through(model.pooled.limits(sure), forest) for model in models}
    table = compared(limits, printed)
    columns = ("model", "estimate", *table.columns[1:], "p", "tau²")
    rows = tuple(
        (model.name, back(model.pooled.estimate), *row[1:], model.pooled.p, model.tau2)
        for model, row in zip(models, table.rows, strict=True)
    )
    left_out = [name for name, tells in zip(forest.studies, told, strict=True) if not tells]
    notes = [
        *table.notes,
        *_spread(y, v, sure),
        *_about(models, y, v),
        *_predicted(models, forest, sure),
        *_weights(forest, models, told),
    ]
    notes += forest.doubts
    if left_out:
        notes.append(f"Without weight, as they tell nothing of the effect: {', '.join(left_out)}.")
    if forest.rounded and (printed is not None or forest.weights is not None):
        notes.append("The rows are rounded, so that last digits may differ.")
    return Answer(
        title=f"{forest.measure} of {len(forest.studies)} studies, {100 * sure:g}% CI",
        columns=columns,
        rows=rows,
        notes=tuple(notes),
    )


def _models(forest: Forest, y: "np.ndarray", v: "np.ndarray") -> Iterator[_Model]:
    yield _Model("fixed", inverse_variance(y, v), None)
    if forest.counts is not None and forest.measure in _MANTEL_HAENSZEL:
        found = _MANTEL_HAENSZEL[forest.measure](*forest.counts)
        if found is not None:
            yield _Model("Mantel-Haenszel", found, None)
    if forest.counts is not None and forest.measure == "odds ratio":
        found = meta_analysis.peto(*forest.counts)
        if found is not None:
            yield _Model("Peto", found, None)
    if len(y) < 2:
        return
    for name, short in _RANDOM.items():
        tau2 = TAU2[name](y, v)
        yield _Model(f"random {short}", inverse_variance(y, v, tau2), tau2)
        yield _Model(f"random {short} HKSJ", hartung_knapp(y, v, tau2), tau2, adjusted=True)


def _through(limits: tuple[float, float], forest: Forest) -> tuple[float, float]:
    return (exponential(limits[0]), exponential(limits[1])) if forest.is_ratio else limits


def _spread(y: "np.ndarray", v: "np.ndarray", level: float) -> Iterator[str]:
    """What is said of heterogeneity."""
    found = heterogeneity(y, v)
    if not found.df:
        return
    test, profile = found.i2_limits(level), q_profile(y, v, level)
    i2 = f"I² {100 * found.i2:.1f}%"
    if test is not None:
        i2 += f" ({100 * test[0]:.1f} to {100 * test[1]:.1f}%)"
    yield f"Q {shown(found.q)} with {found.df} df, p {shown(found.p)}; {i2}, H {shown(found.h)}."
    others = {name: TAU2[name](y, v) for name in TAU2 if name not in _RANDOM}
    yield f"Other estimates of tau²: {', '.join(f'{name} {shown(tau2)}' for name, tau2 in others.items())}."
    if profile is not None:
        shares = [100 * i2_from_tau2(each, v) for each in profile]
        yield (
            f"By the Q-profile tau² {shown(profile[0])} to {shown(profile[1])}, I² {shares[0]:.1f} to {shares[1]:.1f}%."
        )


def _about(models: list[_Model], y: "np.ndarray", v: "np.ndarray") -> Iterator[str]:
    """Q about the estimates that are not made of inverse variances, as programs print it beside them."""
    for model in models:
        if model.name == "Mantel-Haenszel" and len(y) > 1:
            found = meta_analysis.cochran_q(y, v, model.pooled.estimate)
            yield f"About Mantel-Haenszel's estimate Q is {shown(found)}."


def _predicted(models: list[_Model], forest: Forest, level: float) -> Iterator[str]:
    for model in models:
        if model.name in _PREDICTED and model.tau2 is not None and len(model.pooled.weights) > 2:
            low, high = _through(prediction_interval(model.pooled, model.tau2, level), forest)
            yield f"Prediction interval, {model.name}: {shown(low)} to {shown(high)} (tau {shown(sqrt(model.tau2))})."


def _weights(forest: Forest, models: list[_Model], told: "np.ndarray") -> Iterator[str]:
    """The weights of every study as a table, and the models whose weights are printed."""
    from tabulate import tabulate

    listed = {model.name: model for model in models if not model.adjusted}
    columns = {name: _spread_out(model.pooled.weights, told) for name, model in listed.items()}
    if forest.weights is not None:
        printed = [interval(each) for each in forest.weights]
        whole = 100.0 if sum(each.value for each in forest.weights) > 2 else 1.0
        fitting = [
            name
            for name, shares in columns.items()
            if all(
                ends.low - slack(said) <= whole * share <= ends.high + slack(said)
                for share, ends, said in zip(shares, printed, forest.weights, strict=True)
            )
        ]
        total = sum(each.value for each in forest.weights)
        yield (
            f"The weights as printed are those of {', '.join(fitting)}."
            if fitting
            else "The weights as printed are those of no model here."
        ) + f" They make {total:g}."
    heads = ["weights (%)", *(_SHORT.get(name, name.removeprefix("random ")) for name in columns)]
    cells: list[list[Cell]] = [
        [name[:24], *(f"{100 * shares[at]:.2f}" for shares in columns.values())]
        for at, name in enumerate(forest.studies)
    ]
    yield "\n" + tabulate(cells, headers=heads, disable_numparse=True, colalign=["left", *["right"] * len(columns)])


def _spread_out(weights: tuple[float, ...], told: "np.ndarray") -> list[float]:
    """Of every study, 0 for those that tell nothing."""
    if len(weights) == len(told):
        return list(weights)
    rest = iter(weights)
    return [next(rest) if tells else 0.0 for tells in told]
