"""What a coefficient and its standard error need for a statistic or an interval to follow from them."""

from checker.kinds import Coefficient
from checker.rounding import interval


def missing(claim: Coefficient) -> str | None:
    """What the two figures lack, if anything."""
    if interval(claim.error).high <= 0:
        return "a standard error above 0"
    if claim.error.comparator != "=" or claim.estimate.comparator != "=":
        return "an estimate and an error printed without < or >"
    return None
