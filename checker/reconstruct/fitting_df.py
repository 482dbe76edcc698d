"""With which other degrees of freedom a printed statistic would have the p printed with it, in words."""

from checker.kinds import TestStatistic
from checker.model import Reported
from checker.rounding import ends
from checker.statistics import fitting_freedom
from checker.statistics.fitting_freedom import Runs

# Beside one term another may be missed; of people a third, or three times as many, may have been tested.
_TERMS, _PEOPLE = 3, 3.0
# A run of df wider than that tells nothing of those meant.
_WIDE = 1.25


def hint(claim: TestStatistic, symbol: str, sides: int) -> str:
    """The statistics with other degrees of freedom that would hold, if they are few and near; empty otherwise."""
    df, df2 = claim.df, claim.df2
    if claim.p.comparator != "=" or claim.value.comparator != "=" or df is None or _estimated(df, df2):
        return ""
    value, p = ends(claim.value), ends(claim.p)
    terms, people = int(df.value) + _TERMS, int(_PEOPLE * (df2 or df).value)
    match claim.statistic:
        case "F" if df2 is not None:
            first = fitting_freedom.of_numerator(value, df2.value, p, terms + 1)
            second = fitting_freedom.of_denominator(value, df.value, p, people + 1)
            told = [_shown(first, f"{symbol}({{}}, {df2})", 1, terms)]
            told.append(_shown(second, f"{symbol}({df}, {{}})", df2.value / _PEOPLE, people))
        case "t":
            found = fitting_freedom.of_t(value, p, sides, people + 1)
            told = [_shown(found, f"{symbol}({{}})", df.value / _PEOPLE, people)]
        case "r":
            found = fitting_freedom.of_correlation(value, p, sides, people + 1)
            told = [_shown(found, f"{symbol}({{}})", df.value / _PEOPLE, people)]
        case "chi2" | "Q" | "H" | "wald" | "deviance":
            told = [_shown(fitting_freedom.of_chi_square(value, p, terms + 1), f"{symbol}({{}})", 1, terms)]
        case _:
            return ""
    told = [each for each in told if each]
    return f"it would hold for {' or '.join(told)}" if told else ""


def _estimated(*freedom: Reported | None) -> bool:
    """Whether degrees of freedom are corrected or approximate, which others than whole ones are."""
    return any(each is not None and each.value % 1 for each in freedom)


def _shown(found: Runs, of: str, least: float, most: int) -> str:
    """One narrow run within bounds; of several or of a wide one nobody learns which was meant."""
    if len(found) != 1:
        return ""
    [(low, high)] = found
    if low < least or high > most or (high >= _WIDE * low and high > low + 1):
        return ""
    return of.format(low) if low == high else f"{of.format(low)} to {of.format(high)}"
