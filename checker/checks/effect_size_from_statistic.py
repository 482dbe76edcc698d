"""A standardised effect from the test statistic printed with it.

What it checks
--------------
``t(28) = 2.20, p = .036, d = 0.83``: Cohen's d and Hedges's g, r, partial eta squared and its kin, R squared, Cramér's
V, phi, rank-biserial correlations and areas under the curve follow from t, F, chi-squared, z, U or H with degrees of
freedom and sizes. The statistic may be anything that is rounded to its print.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: effect-size, statistic: F, df: 2, df2: 28, value: 4.10, measure: partial-eta2, effect: %s}"
>>> example("effect_size_from_statistic", claim % ".23")
consistent: F(2, 28) = 4.10 gives partial-eta2 0.226 to 0.227, printed .23
>>> example("effect_size_from_statistic", claim % ".17")
explained (major): F(2, 28) = 4.10 gives partial-eta2 0.166 to 0.167; printed .17 holds only for omega2, epsilon2
>>> example("effect_size_from_statistic", claim % ".32")
discrepant (major): F(2, 28) = 4.10 gives partial-eta2 0.226 to 0.227, not .32
>>> claim = "{kind: effect-size, statistic: t, df: 28, value: 2.20, measure: d, effect: %s}"
>>> example("effect_size_from_statistic", claim % "0.83")
consistent: t(28) = 2.20 gives d 0.830 to 0.833, printed 0.83
>>> example("effect_size_from_statistic", claim % "0.52")
explained (major): t(28) = 2.20 gives d 0.120 to 1.006; printed 0.52 holds only for the correlation of pairs, groups \
of unequal size or an adjusted model

Assumptions tried
-----------------
Of t, and of F with one degree of freedom before the comma, d by t sqrt(1/n1 + 1/n2) where the sizes are stated, else of
groups of one size by 2t/sqrt n and by 2t/sqrt df, and t/sqrt n of pairs or one sample; g by Hedges's exact J. Of F, F
df1/(F df1 + df2) for eta squared, partial or not, and R squared; of chi-squared, V for each number of rows and columns
that its degrees of freedom leave. Signs do not count. Less ordinary: one of d and g for the other, and so one of eta,
omega and epsilon squared, of R squared and the adjusted one; the root of a square, and the reverse; where the sizes of
groups are not stated, d from three tenths of t/sqrt n to 2.5 times that, since the correlation of pairs, groups of
unequal size and an adjusted model change it so much. A query: where they are stated, d from 0.7 to 1.4 times that; eta,
omega and R squared that are less, since of several factors each has a smaller share of the whole than its partial one,
and of several predictors a smaller part; V and phi up to 6/n more, which Yates's correction may have taken off
chi-squared.

Limits
------
Effects of mixed models, and generalised eta squared, need more than the statistic.

References
----------
Cohen J. Statistical power analysis for the behavioral sciences. 2nd ed. Lawrence Erlbaum, 1988.
Lakens D. Calculating and reporting effect sizes to facilitate cumulative science. Front Psychol 2013;4:863.
Olejnik S, Algina J. Generalized eta and omega squared statistics. Psychol Methods 2003;8:434-47.
"""

from collections.abc import Iterator

from checker.kinds.standardised import EffectSize
from checker.model import Because, Candidate, Excuse, Interval, Recomputation
from checker.paper import Paper
from checker.rounding import ends
from checker.statistics import effects_of_statistics as effects
from checker.statistics.effects_of_statistics import Design, Effect
from checker.statistics.tails import Range, magnitudes

KINDS = (EffectSize,)
USES_SIZES = False

_SIGNED = ("d", "g", "r", "rank-biserial")
# What is at times printed for what: each is a share of variance, freed of bias or not, or a standardised difference.
_KIN = (("d", "g"), ("eta2", "omega2", "epsilon2"), ("R2", "adjusted-R2"))
_SHARES = ("eta2", "omega2", "epsilon2", "R2", "adjusted-R2")
# In units of t/sqrt n: pairs that correlate at 0.95 have sqrt(2(1 - 0.95)), groups of one to four have 2.5.
_LEAST, _MOST = 0.3, 2.5
# Yates's correction takes 2/n off phi where the margins are equal; of margins of one to nine, nearly three times that.
_YATES = 6.0
_SYMBOLS = {"chi2": "χ²"}


def recompute(claim: EffectSize, paper: Paper) -> Iterator[Recomputation]:
    """The effect that the statistic gives, by each definition."""
    found, missing = _found(claim)
    if missing is not None:
        yield Recomputation(fields=("effect",), targets=(claim.effect,), missing=missing)
        return
    measure = _general(claim.measure)
    yield Recomputation(
        fields=("effect",),
        targets=(claim.effect,),
        candidates=tuple(_candidate(claim, each) for each in found if each.measure == measure),
        unlikely=lambda: _unlikely(claim, found, measure),
        excuses=lambda: _excuses(claim, found, measure),
        possible=Interval(0, 1) if measure in (*_SHARES, "V", "phi", "C") else Interval(-float("inf"), float("inf")),
    )


def _general(measure: str) -> str:
    return "eta2" if measure == "partial-eta2" else measure


def _found(claim: EffectSize) -> tuple[list[Effect], str | None]:
    """All effects of the statistic, or what is missing for the one that is printed."""
    lacking = _lacking(claim)
    if lacking is not None:
        return [], lacking
    try:
        found = list(_of(claim))
    except ValueError:
        return [], "a statistic that can be"
    if any(each.measure == _general(claim.measure) for each in found):
        return found, None
    return [], f"a statistic that gives {claim.measure}"


def _lacking(claim: EffectSize) -> str | None:
    df = claim.df
    for each in (df, claim.df2):
        if each is not None and (each.value <= 0 or each.comparator != "="):
            return "degrees of freedom above 0"
    if claim.value.comparator != "=":
        return "a statistic in digits"
    match claim.statistic:
        case "t" | "r" | "chi2" | "H" if df is None:
            return "the degrees of freedom"
        case "F" if df is None or claim.df2 is None:
            return "both degrees of freedom"
        case "chi2" | "H" | "z" if claim.total is None and claim.sizes is None:
            return "the number of subjects"
        case "U" if claim.sizes is None:
            return "the sizes of both groups"
    return None


def _of(claim: EffectSize) -> Iterator[Effect]:
    values = ends(claim.value)
    df = claim.df.value if claim.df is not None else 0.0
    sizes = None if claim.sizes is None else (int(claim.sizes[0].value), int(claim.sizes[1].value))
    design = Design(
        n=int(claim.total.value) if claim.total is not None else sum(sizes) if sizes is not None else None,
        groups=sizes,
        shape=None if claim.shape is None else (int(claim.shape[0].value), int(claim.shape[1].value)),
        paired=None if claim.design is None else claim.design == "paired",
    )
    match claim.statistic:
        case "t":
            return effects.of_t(values, df, design)
        case "F":
            return effects.of_f(values, df, claim.df2.value if claim.df2 is not None else 0.0, design)
        case "chi2":
            return effects.of_chi_square(values, df, design)
        case "z":
            return effects.of_z(values, design)
        case "U":
            return effects.of_u(values, design)
        case "H":
            return effects.of_h(values, df, design)
    return effects.of_r(values, df)


def _unlikely(claim: EffectSize, found: list[Effect], measure: str) -> Iterator[Candidate]:
    """The effect under the name of another."""
    kin = next((each for each in _KIN if measure in each), ())
    for each in found:
        if each.measure in kin and each.measure != measure:
            yield _candidate(claim, each, each.measure, usual=False)
        if each.measure == measure and measure in _SHARES and each.values[0] >= 0:
            root = each._replace(values=(each.values[0] ** 0.5, each.values[1] ** 0.5))
            yield _candidate(claim, root, f"the root of {claim.measure}", usual=False)
        if each.measure == measure and measure in ("f", "r"):
            low, high = magnitudes(each.values)
            square = each._replace(values=(low * low, high * high))
            yield _candidate(claim, square, f"the square of {claim.measure}", usual=False)
    if measure in ("d", "g"):
        yield from _otherwise(claim)


def _excuses(claim: EffectSize, found: list[Effect], measure: str) -> Iterator[Excuse]:
    """What else the effect may be, where only its definition is open."""
    ranges = [magnitudes(each.values) for each in found if each.measure == measure]
    if not ranges:
        return
    least, most = min(low for low, _ in ranges), max(high for _, high in ranges)
    if measure in ("d", "g") and claim.sizes is not None:
        reason = "an adjusted model, or the deviation of one group, would change it so much"
        yield _excuse(claim, (0.7 * least, 1.4 * most), reason, "what it is standardised by")
    elif claim.measure != "partial-eta2" and measure in _SHARES:
        yield _excuse(
            claim, (0.0, most), "beside other factors or predictors its share of the whole is less",
            "of which model it is",
        )  # fmt: skip
    elif measure in ("V", "phi", "w") and claim.statistic == "chi2" and claim.df is not None and claim.df.value == 1:
        n = claim.total.value if claim.total is not None else sum(each.value for each in claim.sizes or ())
        corrected = (least, min(1.0, most + _YATES / n))
        yield _excuse(claim, corrected, "chi-squared may have Yates's correction, and this not", "how both were made")


def _otherwise(claim: EffectSize) -> Iterator[Candidate]:
    """A difference in other standard deviations than those that the statistic is made of, where sizes are not told."""
    df = claim.df2 if claim.statistic == "F" else claim.df
    if claim.sizes is not None or claim.statistic not in ("t", "F") or df is None:
        return
    low, high = magnitudes(ends(claim.value))
    if claim.statistic == "F":
        low, high = low**0.5, high**0.5
    scale = (df.value + (1 if claim.design == "paired" else 2)) ** 0.5
    values = _turned(claim, (_LEAST * low / scale, _MOST * high / scale))
    named = _STANDARDISED.get(claim.design or "", _ANYHOW)
    yield Candidate((Interval(*values),), named, _printed(claim), False, f"gives {claim.measure}")


_STANDARDISED = {
    "paired": "a deviation that depends on the correlation of pairs",
    "independent": "groups of unequal size or an adjusted model",
}
_ANYHOW = "the correlation of pairs, groups of unequal size or an adjusted model"


def _excuse(claim: EffectSize, allowed: Range, reason: str, settled_by: str) -> Excuse:
    return Excuse(
        because=Because.UNSTATED, reason=reason, settled_by=settled_by,
        allows={"effect": Interval(*_turned(claim, allowed))},
    )  # fmt: skip


def _candidate(claim: EffectSize, effect: Effect, name: str | None = None, *, usual: bool = True) -> Candidate:
    values = _turned(claim, magnitudes(effect.values)) if effect.measure in _SIGNED else effect.values
    return Candidate(
        (Interval(*values),), name or effect.how, _printed(claim), usual and effect.usual, f"gives {claim.measure}"
    )


def _turned(claim: EffectSize, size: Range) -> Range:
    """A size with the sign that is printed: which group comes first is a convention."""
    return (-size[1], -size[0]) if claim.effect.value < 0 else size


def _printed(claim: EffectSize) -> str:
    dfs = [str(df) for df in (claim.df, claim.df2) if df is not None]
    if claim.sizes is not None:
        dfs.append(f"n = {claim.sizes[0]} and {claim.sizes[1]}")
    elif claim.total is not None:
        dfs.append(f"N = {claim.total}")
    inside = f"({', '.join(dfs)})" if dfs else ""
    return f"{_SYMBOLS.get(claim.statistic, claim.statistic)}{inside} = {claim.value}"
