"""Sensitivity, specificity, predictive values, likelihood ratios and the rest, from the four counts of a test.

>>> print(diagnostic(231, 32, 27, 54))
tp 231, fp 32, fn 27, tn 54, 95% CI
<BLANKLINE>
measure                  value  method             lower    upper
---------------------  -------  ---------------  -------  -------
sensitivity (%)          89.53  clopper-pearson    85.14    92.99
sensitivity (%)          89.53  wilson              85.2    92.71
sensitivity (%)          89.53  wald                85.8    93.27
specificity (%)          62.79  clopper-pearson     51.7    72.98
specificity (%)          62.79  wilson             52.23    72.25
specificity (%)          62.79  wald               52.57    73.01
ppv (%)                  87.83  clopper-pearson    83.26    91.53
ppv (%)                  87.83  wilson             83.33    91.25
ppv (%)                  87.83  wald               83.88    91.78
npv (%)                  66.67  clopper-pearson    55.32    76.76
npv (%)                  66.67  wilson             55.85    75.97
npv (%)                  66.67  wald                56.4    76.93
accuracy (%)             82.85  clopper-pearson    78.44    86.68
accuracy (%)             82.85  wilson             78.51    86.46
accuracy (%)             82.85  wald               78.87    86.83
balanced accuracy (%)    76.16  wald               70.72     81.6
prevalence (%)              75  clopper-pearson    70.08    79.49
prevalence (%)              75  wilson             70.17    79.28
prevalence (%)              75  wald               70.42    79.58
lr+                      2.406  simel-log          1.823    3.176
lr-                     0.1667  simel-log         0.1126   0.2467
dor                      14.44  woolf-logit         7.99    26.09
youden                  0.5233  wald              0.4145    0.632
youden                  0.5233  newcombe          0.4091   0.6231
f1                      0.8868  delta              0.858   0.9155
f1                      0.8868  wilson of F*      0.8548   0.9124
mcc                      0.534
kappa                   0.5336  wald              0.4292    0.638
<BLANKLINE>
A ROC curve through this point has an area of 0.562 to 0.961.
>>> print(diagnostic(231, 32, 27, 54, measure="lr+", printed="1.79 to 3.24"))
lr+ = 2.406; tp 231, fp 32, fn 27, tn 54, 95% CI
<BLANKLINE>
method                lower    upper    as printed
------------------  -------  -------  ------------
simel-log             1.823    3.176            no
koopman               1.867    3.236            no
miettinen-nurminen    1.866    3.237            no
walter-log            1.811    3.137            no
half-log              1.817    3.151            no
mover-wilson          1.865    3.233            no
inverse-sinh          1.824    3.174            no
<BLANKLINE>
No method gives 1.79 to 3.24; the nearest, simel-log, gives 1.823 to 3.176.

References: Altman DG, Bland JM, BMJ 1994;308:1552, 309:102. Simel DL, Samsa GP, Matchar DB, J Clin Epidemiol
1991;44:763-70. Mercaldo ND, Lau KF, Zhou XH, Stat Med 2007;26:2170-83.
"""

from checker.calculators.frame.answer import Answer, Cell, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import Printed, confidence, share
from checker.statistics.accuracy import MEASURES, predictive_values, require_counts
from checker.statistics.accuracy_intervals import limits, logit_predictive_values
from checker.statistics.proportion import clipped
from checker.statistics.roc import bounds_from_point

# The methods that are shown beside a measure where none is asked about.
_SHOWN = ("clopper-pearson", "wilson", "simel-log", "woolf-logit", "wald", "delta", "newcombe", "wilson of F*")
_IN_PERCENT = ("sensitivity", "specificity", "ppv", "npv", "accuracy", "balanced accuracy", "prevalence")


def diagnostic(
    tp: int,
    fp: int,
    fn: int,
    tn: int,
    *,
    measure: str | None = None,
    prevalence: Printed | None = None,
    level: float = 95,
    printed: str | None = None,
) -> Answer:
    """All measures with their usual intervals; of one measure, the limits under every method.

    Args:
        tp: true positives
        fp: false positives
        fn: false negatives
        tn: true negatives
        measure: sensitivity, specificity, ppv, npv, accuracy, "balanced accuracy", prevalence, lr+, lr-, dor, youden,
            f1, mcc or kappa
        prevalence: that for which predictive values are wanted, such as 2%
        level: the level of confidence in percent
        printed: both limits of the measure as printed, such as "85% to 93%"

    Raises:
        ValueError: where they are no counts of a test, or no limits, or limits of no measure.
    """
    require_counts(tp, fp, fn, tn)
    sure = confidence(level)
    title = f"tp {tp}, fp {fp}, fn {fn}, tn {tn}, {100 * sure:g}% CI"
    if measure is not None:
        return _of_one(measure.lower(), (tp, fp, fn, tn), sure, title, printed)
    if printed is not None:
        raise ValueError("the limits are of which measure? Name it with --measure")
    rows: list[tuple[Cell, ...]] = []
    for name, function in MEASURES.items():
        whole = 100.0 if name in _IN_PERCENT else 1.0
        value = whole * function(tp, fp, fn, tn)
        made = limits(name, tp, fp, fn, tn, sure)
        shown_here = {method: made[method] for method in _SHOWN if method in made} if value == value else {}
        unit = f"{name} (%)" if whole == 100 else name
        rows += [(unit, value, method, whole * low, whole * high) for method, (low, high) in shown_here.items()] or [
            (unit, value, None, None, None)
        ]
    if prevalence is not None:
        rows += _at(share(prevalence), (tp, fp, fn, tn), sure)
    return Answer(
        title=title,
        columns=("measure", "value", "method", "lower", "upper"),
        rows=tuple(rows),
        notes=_notes(tp, fp, fn, tn),
    )


def _of_one(measure: str, counts: tuple[int, int, int, int], level: float, title: str, printed: str | None) -> Answer:
    if measure not in MEASURES:
        raise ValueError(f"{measure!r} is no measure; expected one of {', '.join(MEASURES)}")
    whole = 100.0 if measure in _IN_PERCENT else 1.0
    found = limits(measure, *counts, level)
    columns, rows, notes = compared(found, printed, whole=whole, clipped=clipped if whole == 100 else None)
    value = whole * MEASURES[measure](*counts)
    unit = "%" if whole == 100 else ""
    return Answer(title=f"{measure} = {shown(float(value))}{unit}; {title}", columns=columns, rows=rows, notes=notes)


def _at(prevalence: float, counts: tuple[int, int, int, int], level: float) -> list[tuple[Cell, ...]]:
    """The predictive values at a prevalence from outside."""
    tp, fp, fn, tn = counts
    if not tp + fn or not fp + tn:
        raise ValueError("predictive values at a prevalence need a sensitivity and a specificity")
    values = predictive_values(tp / (tp + fn), tn / (fp + tn), prevalence)
    found = logit_predictive_values(tp, fp, fn, tn, prevalence, level) if 0 < prevalence < 1 else None
    ends = found or ((None, None), (None, None))
    return [
        (
            f"{name} at {100 * prevalence:g}% (%)",
            100 * value,
            "logit" if found else None,
            *(None if end is None else 100 * end for end in pair),
        )
        for name, value, pair in zip(("ppv", "npv"), values, ends, strict=True)
    ]


def _notes(tp: int, fp: int, fn: int, tn: int) -> tuple[str, ...]:
    if not tp + fn or not fp + tn:
        return ()
    lower, upper = bounds_from_point(tp / (tp + fn), tn / (fp + tn))
    return (f"A ROC curve through this point has an area of {lower:.3f} to {upper:.3f}.",)
