"""The odds ratio of two groups, its confidence interval by every method, and its p-values.

>>> print(odds_ratio("23/106", "33/239", printed="0.96 to 3.12"))
odds ratio of 23/106 against 33/239 = 1.73, 95% CI
<BLANKLINE>
method                  lower    upper    as printed
--------------------  -------  -------  ------------
woolf-logit            0.9587    3.121           yes
exact-conditional      0.9101    3.238            no
gart-logit             0.9661    3.115            no
profile-likelihood     0.9505     3.11            no
cornfield              0.9636    3.107            no
cornfield-continuity   0.9195    3.247            no
miettinen-nurminen     0.9628     3.11            no
mid-p-conditional      0.9475    3.118            no
<BLANKLINE>
0.96 to 3.12 is what woolf-logit gives.
Other estimates: with 1/2 added to every cell 1.735, conditional maximum
likelihood 1.727.
P: pearson 0.0667, yates 0.09384, likelihood-ratio 0.0724, fisher 0.08139,
fisher-mid-p 0.06942.

The first group is held against the second.

References: Fagerland MW, Lydersen S, Laake P, Stat Methods Med Res 2015;24:224-54.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.two_groups import of_two_groups

ALIASES = ("or",)


def odds_ratio(one: str, other: str, *, level: float = 95, printed: str | None = None) -> Answer:
    """The estimates, the limits under every method, and the p-values of the usual tests.

    Args:
        one: the first group, a count and its total such as 23/106
        other: the second group, such as 33/239
        level: the level of confidence in percent
        printed: both limits as printed, such as "0.96 to 3.12"

    Raises:
        ValueError: where they are no counts and totals, or no limits.
    """
    return of_two_groups("odds ratio", one, other, level, printed)
