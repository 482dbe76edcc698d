"""Times at which a rate is given: ``2-year``, ``12 months``, ``five years``; all in months."""

import re

from checker.extract.numbers import Token
from checker.extract.sentences import Page

TIME = re.compile(r"(?:(?P<at>[0-9]{1,3})|(?P<word>one|two|three|five|ten|four|six|eight))[- ](?P<unit>year|month)s?\b")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}


def only_time(words: str) -> str | None:
    """The one time that the words name, in months; of several, no one can tell which is meant."""
    times = {months(found) for found in TIME.finditer(words)}
    return times.pop() if len(times) == 1 else None


def time_before(page: Page, token: Token) -> str | None:
    """The time named last in front of a number, in months."""
    named = list(TIME.finditer(page.low, max(0, token.start - 60), token.start))
    return months(named[-1]) if named else None


def months(found: re.Match[str]) -> str:
    """A time found by `TIME`, in months."""
    number = int(found["at"]) if found["at"] else _WORDS[found["word"]]
    return str(number * 12 if found["unit"] == "year" else number)
