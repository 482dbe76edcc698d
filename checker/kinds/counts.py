"""The kinds of claims about counts: proportions, their intervals, parts of a whole, words that state a share."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example, Group
from checker.model import Count, Reported


class Proportion(Claim, tag="proportion", frozen=True, kw_only=True):
    """A count out of a total, its percentage, or both. ``alternatives``: other denominators the paper states."""

    example: ClassVar[Example] = Example(
        "Of 55 patients, 12 (21.8%) were at high risk.",
        "{count: 12, total: 55, percent: 21.8}",
    )

    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    alternatives: tuple[str, ...] = ()


class Partition(Claim, tag="partition", frozen=True, kw_only=True):
    """Parts of a whole. ``exclusive: false`` when one member may be in two parts; ``complete: false`` when
    members may be in none. ``percentages``: the parts are percentages of one whole and make 100.

    With ``percent`` the whole is the denominator: the parts' members together are that percentage of it.
    ``presumed``: that the parts are exclusive and complete is how one reads them, and not said.
    """

    example: ClassVar[Example] = Example(
        "We randomised 55 patients, 30 to CAV and 25 to MEC.",
        "{whole: 55, parts: [{name: CAV, count: 30}, {name: MEC, count: 25}]}",
    )

    whole: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    parts: tuple[Group, ...]
    exclusive: bool = True
    complete: bool = True
    presumed: bool = False
    percentages: bool = False


class BinomialInterval(Claim, tag="interval", frozen=True, kw_only=True):
    """A confidence interval of one proportion. Percentages unless ``unit: proportion``.

    ``sample``: the population whose size gives the degrees of freedom where a survey command estimated
    all groups at once.
    """

    example: ClassVar[Example] = Example(
        "68 of 96 patients responded (70.8%, 95% CI 60.7 to 79.7).",
        "{count: 68, total: 96, estimate: 70.8, lower: 60.7, upper: 79.7}",
    )

    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    estimate: Reported | None = None
    lower: Reported
    upper: Reported
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    method: str | None = None
    sample: str | None = None
    unit: Literal["percent", "proportion"] = "percent"


class Quantifier(Claim, tag="quantifier", frozen=True, kw_only=True):
    """A word that states a share (``all``, ``none``, ``half``, ``most``, ``more than``), and the figures it rests on.

    ``share``: the percentage that ``more-than`` and ``less-than`` speak of.
    """

    example: ClassVar[Example] = Example(
        "Most patients (34 of 60) were women.",
        "{word: most, count: 34, total: 60}",
    )

    word: Literal["all", "none", "half", "both", "most", "majority", "minority", "more-than", "less-than"]
    count: Count | None = None
    parts: tuple[Count, ...] = ()
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    share: Reported | None = None
