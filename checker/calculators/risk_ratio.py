"""The risk ratio of two groups, its confidence interval by every method, and its p-values.

>>> print(risk_ratio("23/106", "33/239", printed="0.97 to 2.54"))
risk ratio of 23/106 against 33/239 = 1.571, 95% CI
<BLANKLINE>
method                lower    upper    as printed
------------------  -------  -------  ------------
katz-log             0.9717    2.542           yes
koopman              0.9695    2.515            no
miettinen-nurminen   0.9688    2.517            no
walter-log           0.9806    2.538            no
half-log             0.9779    2.532            no
mover-wilson         0.9698     2.51            no
inverse-sinh         0.9761     2.53            no
<BLANKLINE>
0.97 to 2.54 is what katz-log gives.
Other estimates: with 1/2 added to counts and totals 1.578, with 1/2 added to
every cell 1.573.
P: pearson 0.0667, yates 0.09384, likelihood-ratio 0.0724, fisher 0.08139,
fisher-mid-p 0.06942.

The first group is held against the second.

References: Fagerland MW, Lydersen S, Laake P, Stat Methods Med Res 2015;24:224-54.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.two_groups import of_two_groups

ALIASES = ("rr",)


def risk_ratio(one: str, other: str, *, level: float = 95, printed: str | None = None) -> Answer:
    """The estimates, the limits under every method, and the p-values of the usual tests.

    Args:
        one: the first group, a count and its total such as 23/106
        other: the second group, such as 33/239
        level: the level of confidence in percent
        printed: both limits as printed, such as "0.97 to 2.54"

    Raises:
        ValueError: where they are no counts and totals, or no limits.
    """
    return of_two_groups("risk ratio", one, other, level, printed)
