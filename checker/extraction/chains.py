"""Lists and ranges of numbers: what is known of one member holds for the others (``groups 1 and 2``, ``6.0-7.5%``)."""

import re
from collections.abc import Callable
from typing import Any

from checker.extraction.context import word_before
from checker.extraction.token import Token
from checker.extraction.vocabulary import COUNT_NOUNS

_CHAIN = re.compile(
    r"(?:[ ]?[,;][ ]?(?:and |or )?|[ ]?-[ ]?|[ ]?/[ ]?| and | or | to | through | & |\+| vs\.? | versus )"
)
_UNIT_CHAIN = re.compile(r"(?:[ ]?,[ ]?(?:and |or )?|[ ]?-{1,2}[ ]?| and | or | to | ?~ ?| through )")
_THINGS = re.compile(rf" (?:{'|'.join(sorted(word for word in COUNT_NOUNS if word.isalpha()))})\b", re.IGNORECASE)
_RANGE = re.compile(r"(?:[ ]?-{1,2}[ ]?| to | ?~ ?)")


def settle(found: list[Token], norm: str, replace: Callable[..., Any]) -> list[Token]:
    """Hand reasons, measures and percent signs along lists and ranges (``groups 1 and 2``, ``6.0-7.5%``)."""
    size = len(found)
    for index in range(1, size):
        previous, token = found[index - 1], found[index]
        width = token.start - previous.end
        if width < 0 or width > 10:
            continue
        gap = norm[previous.end : token.start]
        if gap == "":
            continue
        if (
            previous.reason is not None
            and token.reason is None
            and token.unit is None
            and token.decimals == 0
            and _passes_on(previous, token, gap, norm)
        ):
            found[index] = replace(token, reason=previous.reason)
        elif gap in (":", " : ") and _is_ratio(previous, token):
            found[index - 1] = replace(previous, reason="ratio")
            found[index] = replace(token, reason="ratio")
        elif (
            previous.unit == "%"
            and token.unit is None
            and token.reason is None
            and previous.reason is None
            and 0 <= token.value <= 100
            and _RANGE.fullmatch(gap)
        ):
            found[index] = replace(token, unit="%")
    for index in range(size - 2, -1, -1):
        token, following = found[index], found[index + 1]
        if following.unit is None or token.unit is not None or token.reason is not None:
            continue
        width = following.start - token.end
        if not 0 < width <= 10 or (token.start and norm[token.start - 1] == "="):
            continue
        gap = norm[token.end : following.start]
        if following.unit == "%":
            if (
                _RANGE.fullmatch(gap) or (gap == " and " and word_before(norm, token.start)[0] == "between")
            ) and following.reason is None:
                found[index] = replace(token, unit="%")
        elif _UNIT_CHAIN.fullmatch(gap) and following.kind != "spread":
            if following.reason == "dose" and (token.decimals == 0 or "-" in gap):
                found[index] = replace(token, unit=following.unit, reason="dose")
            elif following.reason is None:
                found[index] = replace(token, unit=following.unit)
    return found


def _passes_on(previous: Token, token: Token, gap: str, norm: str) -> bool:
    reason = previous.reason
    if reason in ("label", "figure number", "section number", "time point", "age", "citation", "version"):
        if not _CHAIN.fullmatch(gap):
            return False
        following = norm[token.end : token.end + 3]
        if (following[:1] == "/" and following[1:2].isdigit()) or (
            following.startswith((" (", "(", " [", "%")) and token.value > 6
        ):
            return False
        if gap[0] in ",;" and _THINGS.match(norm, token.end):
            # ``At weeks 4 and 8, 30 men``: a new phrase.
            return False
        if reason == "label":
            return token.value <= 10 and not following.startswith(" of")
        return not (following.startswith(" of")) and (token.value > previous.value or reason == "citation")
    if reason == "date":
        return gap in (", ", "-", " - ", " ", "/") and (
            1900 <= token.value <= 2035 or (token.value <= 31 and gap in "-/")
        )
    if reason == "reference":
        return gap in (",", "-")
    if reason == "name":
        return gap in ("/", "-", ",") and not norm.startswith(("%", " (", " of"), token.end)
    if reason == "duration":
        return False
    return False


def _is_ratio(previous: Token, token: Token) -> bool:
    return (
        all(member.countable and member.value <= 10_000 for member in (previous, token))
        and min(previous.value, token.value) <= 10
    )
