"""Windows of calendar dates, and the follow-up that fits between the first enrolment and the data cutoff."""

import re
from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extract.curves import dates
from checker.extract.curves.dates import Window
from checker.extract.drafts import Drafts, reported
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import FollowUp, TimeUnit

_ENROLLED = re.compile(
    r"enrol|recruit|randomi[sz]|accru|\binclud|assigned|registered|\bentered|treated|received|underwent|diagnosed|"
    r"admitted|transplanted|eligib"
)
_OTHER_SUBJECT = re.compile(r"medline|pubmed|embase|literature|publi(?:sh|cation)|articles|historical|previous|et al")
_CUTOFF = re.compile(
    r"\b(?:data|clinical|database|analysis|follow-?up|censor\w{0,3}|study)[ -](?:data )?(?:cut(?:-| )?off|lock|freeze)"
    r"(?: dates?)?[^0-9.;]{0,60}$"
)
_CUTOFF_WORDS = re.compile(r"cut(?:-| )?off|lock|freeze|as of|censored|follow")
_DATED = re.compile(
    r"(?:\bas of|\bcensored (?:at|on|as of|by)|"
    r"\bfollowed(?:-| )?(?:up )?(?:until|through|to|till)|\b(?:last|end of) follow-?up(?: date)? (?:was|on|in|:))"
    r"(?: the| date| on| in){0,2} $"
)
_BEFORE_CUTOFF = re.compile(
    r",? ?\)?(?: ?\()? ?(?:was )?(?:the )?(?:clinical |data |database )?(?:cut(?:-| )?off|lock)"
)
_COUNTED_FROM = re.compile(
    r"(?:from|since|after|following)(?: the)?(?: (?:time|date) of)?(?: (?:initial|first|original|primary|their))? "
    r"(?:diagnos|birth|onset|relapse|recurrence|surgery|symptom|prior|previous)"
)
_ELSEWHERE = re.compile(
    r"et al|previous|histori|published|other (?:stud|trial)|planned|will be|expected|scheduled|validation|external|"
    r"extension|parent|meta-anal|mean"
)
_NOT_RESULTS = ("discussion", "introduction", "background", "conclusion")
_FOLLOW_UP = r"follow(?:-| )?up"
_MEDIAN = re.compile(
    rf"\bmedian\b[^0-9.;]{{0,40}}{_FOLLOW_UP}[^0-9.;]{{0,60}}$|{_FOLLOW_UP}[^0-9.;]{{0,40}}\bmedian\b[^0-9.;]{{0,30}}$"
)
_LONGEST = re.compile(rf"\b(?:max(?:imum|imal)?|longest)\b[^0-9.;]{{0,30}}{_FOLLOW_UP}[^0-9.;]{{0,40}}$")
_SPREAD = re.compile(r" ?(?:days?|weeks?|months?|years?|mo|yrs?)? ?[,(;]{1,2} ?range\b[^0-9;]{0,12}$")
_RANGE = re.compile(r" ?(?:days?|weeks?|months?|years?)? ?(?:--?|to|and) ?")
_UNIT_BEHIND = re.compile(r" ?(?:\([^)]{0,60}\) ?)?(?P<unit>day|week|month|year)s?\b")


class Statement(msgspec.Struct, frozen=True):
    """A follow-up as printed: its median, the longest, or both."""

    sentence: Sentence
    unit: TimeUnit
    median: Token | None
    longest: Token | None


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every window of dates, and for every follow-up that a printed cutoff bounds."""
    found = [window for sentence in page.sentences for window in dates.windows(sentence)]
    for window in found:
        span = Span(window.begin, window.stop)
        drafts.add(FollowUp, window.sentence, [span], start=window.start, end=window.end)
    enrolment = _enrolment(found)
    if enrolment is None:
        return
    cutoffs = {cutoff[0]: cutoff for sentence in page.sentences for cutoff in _cutoffs(sentence)}
    longest = sorted(cutoffs, key=len)
    if not longest or any(not longest[-1].startswith(cutoff) for cutoff in longest):
        # Several analyses: which of them a follow-up belongs to is not said.
        return
    cutoff, start, end = cutoffs[longest[-1]]
    for sentence in page.sentences:
        for statement in _statements(sentence):
            figures = [token for token in (statement.median, statement.longest) if token is not None]
            drafts.add(
                FollowUp,
                sentence,
                [Span(enrolment.begin, enrolment.stop), Span(start, end), *figures],
                start=enrolment.start,
                end=enrolment.end,
                cutoff=cutoff,
                median=reported(statement.median),
                longest=reported(statement.longest),
                unit=statement.unit,
            )


def _enrolment(found: list[Window]) -> Window | None:
    """The one window in which the paper enrolled; None where it has several, or where its dates are out of order."""
    enrolments = [
        window
        for window in found
        if _ENROLLED.search(window.sentence.low)
        and not _OTHER_SUBJECT.search(window.sentence.low)
        and (window.sentence.section or "").lower() not in _NOT_RESULTS
    ]
    if len({(window.start, window.end) for window in enrolments}) != 1:
        return None
    window = enrolments[0]
    return None if dates.out_of_order(window.start, window.end) else window


def _cutoffs(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """The dates of a data cutoff: ``the data cutoff was 30 June 2022``, ``as of June 30, 2022, the median ...``."""
    low = sentence.page.low
    if not _CUTOFF_WORDS.search(low, sentence.start, sentence.end):
        return
    begin = sentence.start
    while (date := dates.one(sentence.page, begin, sentence.end)) is not None:
        written, start, end = date
        before = low[max(sentence.start, start - 110) : start]
        if _CUTOFF.search(before) or _DATED.search(before) or _BEFORE_CUTOFF.match(low, end, sentence.end):
            yield written, start, end
        begin = end


def _statements(sentence: Sentence) -> Iterator[Statement]:
    """The follow-ups that a sentence of results states."""
    low = sentence.low
    if "follow" not in low or (sentence.section or "").lower() in _NOT_RESULTS:
        return
    if _ELSEWHERE.search(low) or _COUNTED_FROM.search(low):
        return
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        before = sentence.page.low[max(sentence.start, tokens[index - 1].end if index else 0) : token.start][-120:]
        median, maximum = _MEDIAN.search(before), _LONGEST.search(before)
        unit = _unit(sentence, token)
        if unit is None or not (median or maximum) or token.comparator != "=":
            continue
        if maximum:
            yield Statement(sentence, unit, None, token)
        else:
            yield Statement(sentence, unit, token, _upper(sentence, index, unit))


def _upper(sentence: Sentence, index: int, unit: TimeUnit) -> Token | None:
    """The longest follow-up, the end of the range in brackets behind the median."""
    tokens = sentence.tokens
    if index + 2 >= len(tokens) or not _SPREAD.fullmatch(sentence.gap(index)):
        return None
    if not _RANGE.fullmatch(sentence.gap(index + 1)):
        return None
    one, other = tokens[index + 1 : index + 3]
    if one.unit not in (None, unit) or other.unit not in (None, unit) or other.value < one.value:
        return None
    return other if one.comparator == other.comparator == "=" else None


def _unit(sentence: Sentence, token: Token) -> TimeUnit | None:
    units: dict[str, TimeUnit] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
    if token.unit is not None:
        return units.get(token.unit.rstrip("s"))
    found = _UNIT_BEHIND.match(sentence.page.low, token.end, sentence.end)
    return units[found["unit"]] if found else None
