"""Counts of a total that are printed without their percentage."""

import re

from checker.extraction.grammar import Match, Reading
from checker.extraction.surfaces import shares

# Pairs of small whole numbers that are no count of a total.
_NO_SHARE = re.compile(
    r"score|scale|apgar|\bratios?\b|m[:/]f\b|males?[/:]|men[/:]|female|acuity|vision|mmhg|blood pressure|titer|titre|"
    r"dilution|median|mean|per (?:year|1|patient)|person|events? per|/1000|days? of"
)
_SCORES = 10


def pair(match: Match) -> str | None:
    """Why two whole numbers are no count of a total."""
    count, total = match.one("count"), match.one("total")
    if total.value < 2 or count.value > total.value or (count.comparator, total.comparator) != ("=", "="):
        return "no count of a total"
    if match.outline.between(count, total) == " in ":
        return "in so many of something else"
    if match.outline.after(total, 1) == "-" or match.outline.before(count, 1) == "-":
        return "a chain of numbers"
    if total.value <= _SCORES and _NO_SHARE.search(match.outline.text):
        return "a score or a ratio"
    return shares.pair(match)


READINGS = (
    Reading(
        name="n/N",
        shape="<count:N>{of}<total:N>",
        reads=(
            "Fever was rarer ({count 12}/{total 60} vs 20%).",
            "{count 12} of the {total 60} patients had fever.",
        ),
        leaves=("The score was 8/10.", "Fever was seen in 12 in 60 days.", "A ratio of 12/60/4."),
        unless=pair,
    ),
)
