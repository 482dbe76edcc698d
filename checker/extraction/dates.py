"""Calendar dates and the windows between two of them, in every customary style."""

import re
from collections.abc import Iterator

import msgspec

from checker.extraction.sentences import Page, Sentence

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|\.[0-9]|,[0-9]{3})"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_NUMBER = r"[0-9]{1,2}"


def _date(name: str, partial: bool = False) -> str:
    """A pattern of one date, its groups prefixed by a name; ``partial``: its year may be left to the second date."""
    p = name
    whole = [
        rf"(?P<{p}iso>{_YEAR}[-/]{_NUMBER}[-/]{_NUMBER}(?![0-9]))",
        rf"(?P<{p}numbers>{_NUMBER}[./]{_NUMBER}[./]{_YEAR})",
        rf"(?P<{p}isomonth>(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])(?![0-9-]))",
        rf"(?P<{p}slash>{_NUMBER}/{_YEAR})",
    ]
    year = rf"(?:,? ?(?:of )?(?P<{p}year>{_YEAR}))" + ("?" if partial else "")
    worded = [
        rf"(?:the )?(?P<{p}dayfirst>{_DAY})[ -]?(?:of )?(?P<{p}month1>{_MONTH})",
        rf"(?P<{p}month2>{_MONTH}) ?(?P<{p}daysecond>{_DAY})?",
    ]
    whole.append(rf"(?:{'|'.join(worded)}){year}")
    whole.append(rf"(?P<{p}bare>{_YEAR})(?!/[0-9]|-[0-9]{{1,2}}(?![0-9]))")
    return rf"(?:{'|'.join(whole)})"


# A window: two dates with a word or a dash between.
_PART = r"(?:the )?(?:(?:end|beginning|start|middle) of )?(?:early |mid-?|late )?"
_WINDOW = re.compile(
    rf"(?:\b(?P<lead>(?:from|between|during|period|years|dates?|since)\b(?: of| from| between|:)?) ?"
    rf"(?:the (?:years?|months?|period) )?{_PART})?"
    rf"(?<![\w/.-]){_date('a', partial=True)}"
    rf"(?:,? ?(?P<separator>to|through|until|till|up to|and|-{{1,2}}) ?(?:to |until )?{_PART})"
    rf"{_date('b')}"
)
_ONE = re.compile(rf"(?<![\w/.-]){_date('a')}")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Window(msgspec.Struct, frozen=True):
    """Two dates as a claims file writes them, and where they stand."""

    sentence: Sentence
    start: str
    end: str
    begin: int
    stop: int


def one(page: Page, begin: int, end: int) -> tuple[str, int, int] | None:
    """The first date in a stretch of text that has a month, and where it stands."""
    for found in _ONE.finditer(page.low, begin, end):
        written = _written(found, "a", None)
        if written and len(written) > 4:
            return written, found.start(), found.end()
    return None


def windows(sentence: Sentence) -> Iterator[Window]:
    """The calendar windows of a sentence."""
    low = sentence.page.low
    if not YEAR.search(low, sentence.start, sentence.end):
        return
    for found in _WINDOW.finditer(low, sentence.start, sentence.end):
        if found["separator"] == "and" and not (found["lead"] or "").endswith(("from", "between")):
            continue
        years = found["abare"] and found["bbare"]
        if years and (not found["lead"] or not _is_year(sentence, found.start("abare"), found.start("bbare"))):
            continue
        end = _written(found, "b", None)
        start = _written(found, "a", end)
        if start and end:
            first = found.start("lead") if found["lead"] else found.start()
            yield Window(sentence, start, end, first, found.end())


def out_of_order(start: str, end: str) -> bool:
    """Whether a window ends before it starts, as far as both dates are printed."""
    width = min(len(start), len(end))
    return end[:width] < start[:width]


def _is_year(sentence: Sentence, *starts: int) -> bool:
    tokens = (sentence.page.token(start) for start in starts)
    return all(token is not None and token.reason == "date" for token in tokens)


def _written(found: re.Match[str], name: str, other: str | None) -> str | None:
    """A date as YYYY-MM-DD, or as much of it as is printed; the year of the ``other`` where it has none of its own."""
    groups = {key[len(name) :]: text for key, text in found.groupdict().items() if text and key.startswith(name)}
    if "bare" in groups:
        return groups["bare"]
    if "isomonth" in groups:
        year, month = groups["isomonth"].split("-")
        # ``2009-10`` may be a season of two years.
        return None if int(month) == int(year) % 100 + 1 else f"{year}-{month}"
    if "slash" in groups:
        month, year = groups["slash"].split("/")
        return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None
    if "iso" in groups:
        year, month, day = re.split("[-/]", groups["iso"])
        return _valid(int(year), int(month), int(day))
    if "numbers" in groups:
        return _numbers(groups["numbers"])
    month_name = groups.get("month1") or groups["month2"]
    number = _NAMES.index(month_name[:3]) + 1
    printed = groups.get("dayfirst") or groups.get("daysecond")
    day_number = int(re.sub("[a-z]", "", printed)) if printed else 0
    if "year" in groups:
        return _valid(int(groups["year"]), number, day_number)
    if other is None or len(other) < 7:
        return None
    inherited = _valid(int(other[:4]), number, day_number)
    # ``between November and March 2012`` began in the year before.
    return None if inherited is None or out_of_order(inherited, other) else inherited


def _numbers(text: str) -> str | None:
    """``31.12.2019`` and ``12/31/2019``; where both may be the month, the year only."""
    one, other, year = (int(part) for part in re.split("[./]", text))
    if "." in text or one > 12:
        return _valid(year, other, one)
    if other > 12:
        return _valid(year, one, other)
    return str(year)


def _valid(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 0 <= day <= 31:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
