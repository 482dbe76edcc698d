"""The confidence interval of a proportion, by every method.

>>> print(ci(68, 96, printed="60.8% to 79.2%"))
68 of 96 = 70.83%, 95% CI
<BLANKLINE>
method                      lower (%)    upper (%)    as printed
------------------------  -----------  -----------  ------------
clopper-pearson                 60.67        79.67            no
wilson                          61.08        78.98            no
wald                            61.74        79.93            no
agresti-coull                   61.05        79.02            no
jeffreys                        61.22        79.21            no
wilson-continuity               60.54        79.44            no
wald-continuity                 61.22        80.45            no
wald-t                          61.58        80.09            no
stata-proportion                60.81        79.17           yes
logit                              61        79.04            no
cloglog                         60.63        78.85            no
mid-p                           61.17        79.26            no
arcsine                         61.39        79.45            no
likelihood-ratio                61.27        79.29            no
blaker                          61.04        79.44            no
plus-four                       61.02        78.98            no
logit-anscombe                  60.85         78.8            no
arcsine-anscombe                61.21        79.31            no
probit                          61.16         79.2            no
bayes-uniform                   61.05        78.98            no
jeffreys-highest-density        61.53        79.47            no
<BLANKLINE>
60.8% to 79.2% is what stata-proportion gives.

Limits are as computed, also beyond 0 or 100%; programs that clip them are reckoned with where limits are given.

References: Newcombe RG, Stat Med 1998;17:857-72. Brown LD, Cai TT, DasGupta A, Stat Sci 2001;16:101-33.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence, fraction
from checker.statistics.proportion import METHODS, clipped


def ci(count: str | int, total: int | None = None, *, level: float = 95, printed: str | None = None) -> Answer:
    """The limits under every method; of printed ones, the methods that give them.

    Args:
        count: how many have it, such as 68; or 68/96 with the total
        total: of how many
        level: the level of confidence in percent
        printed: both limits as printed, such as "53% to 73%"

    Raises:
        ValueError: where they are no count and total, or no limits.
    """
    part, whole = fraction(f"{count}" if total is None else f"{count}/{total}")
    if not whole:
        raise ValueError("there is no proportion of 0")
    sure = confidence(level)
    found = {name: method(part, whole, sure) for name, method in METHODS.items()}
    columns, rows, notes = compared(found, printed, whole=100, clipped=clipped)
    title = f"{part} of {whole} = {100 * part / whole:.2f}%, {100 * sure:g}% CI"
    return Answer(title=title, columns=columns, rows=rows, notes=notes)
