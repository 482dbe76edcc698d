"""Times at which a rate is given: ``2-year``, ``12 months``, ``1-, 2- and 3-year``; all in months."""

import re

from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.numerals import UNITS_WORDS

_WORD = "|".join(word for word, number in UNITS_WORDS.items() if 1 <= number <= 12)
TIME = re.compile(rf"(?:(?P<at>[0-9]{{1,3}})|(?P<word>{_WORD}))[- ](?P<unit>year|month)s?\b")
_COUNT = rf"(?:[0-9]{{1,3}}|{_WORD})"
SEVERAL = re.compile(
    # ``at 1 year and 40%``: a percentage is no time.
    rf"\b{_COUNT}(?:-|-? ?(?:years?|months?))?(?:,? ?(?:and|or|to|/|,|-|;) ?(?:and )?{_COUNT}(?![0-9]|\.[0-9]| ?%)"
    r"(?:-(?!y|m)|-? ?(?:years?|months?))?){1,3}"
)
AT_SEVERAL = re.compile(rf"\b(?:at|after) (?:both )?{SEVERAL.pattern}")
_ONE = re.compile(rf"(?P<count>{_COUNT})(?:[- ]{{0,2}}(?P<unit>year|month))?")


def only_time(words: str) -> str | None:
    """The one time that the words name, in months; of several, no one can tell which is meant."""
    times = {months(found) for found in TIME.finditer(words)}
    return times.pop() if len(times) == 1 else None


def several(words: str) -> tuple[str, ...]:
    """The times of a list such as ``1-, 2- and 3-year``; each has the unit of the next that prints one."""
    listed = SEVERAL.search(words)
    found: list[str] = []
    unit = None
    for time in reversed(list(_ONE.finditer(listed.group()))) if listed else ():
        unit = time["unit"] or unit
        written = TIME.fullmatch(f"{time['count']}-{unit}") if unit else None
        if written is None:
            return ()
        found.append(months(written))
    return tuple(reversed(found))


def time_before(page: Page, token: Token) -> str | None:
    """The time named last in front of a number, in months."""
    named = list(TIME.finditer(page.low, max(0, token.start - 60), token.start))
    return months(named[-1]) if named else None


def months(found: re.Match[str]) -> str:
    """A time found by `TIME`, in months."""
    number = int(found["at"]) if found["at"] else UNITS_WORDS[found["word"]]
    return str(number * 12 if found["unit"] == "year" else number)
