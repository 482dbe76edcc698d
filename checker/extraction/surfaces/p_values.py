"""P-values, whatever they are of."""

import re

from checker.extraction.grammar import Match, Reading
from checker.extraction.outline import marks

_SIGN = re.compile("[=<>≤≥]")
_NUMBERS = marks("A")
# The letter with what may stand behind it; a space does behind many words.
_HINTS = (
    *(f"p{behind}" for behind in ("=", "<", ">", "≤", "≥", "≈", "~", ":", ",", "-", "(", "v", *_NUMBERS)),
    *(f"{before}p " for before in (*" ()[]/*,;:=", *_NUMBERS)),
)


def with_unit(match: Match) -> str | None:
    """Why a number with a unit of measure is no p; a unit may also be that of the next number of a list."""
    p = match.one("p")
    return "a unit of measure" if p.unit is not None and (p.value > 1 or not _SIGN.search(match.words)) else None


READINGS = (
    Reading(
        name="p = p",
        shape="{p_is}<p:A>",
        reads=(
            "Fever was rarer (P = {p 0.03}).",
            "Fever was rarer (P<{p .001}).",
            "The p-value was {p 0.2}.",
            "Pain fell, p = {p .035}, by 0.47 points.",
        ),
        leaves=("Group 0.03", "The p of 20% was high.", "The p, 0.5 mg, fell."),
        unless=with_unit,
        hints=_HINTS,
    ),
)
