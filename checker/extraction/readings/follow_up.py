"""Windows of calendar dates, and the follow-up that fits between the first enrolment and the data cutoff."""

import re
from collections.abc import Iterator, Sequence

from checker.document import Span
from checker.extraction import dates
from checker.extraction.dates import Window
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import FollowUp, TimeUnit
from checker.model import Certainty

# The names of its claims, of whose figures no one shape tells.
_NAME = "window of dates"
MAKES = (_NAME,)

_ENROLLED = re.compile(
    r"enrol|recruit|randomi[sz]|accru|\binclud|assigned|registered|\bentered|treated|received|underwent|diagnosed|"
    r"admitted|transplanted|eligib"
)
_OTHER_SUBJECT = re.compile(r"medline|pubmed|embase|literature|publi(?:sh|cation)|articles|historical|previous|et al")
# What stands in front of the date of a cutoff, and what stands behind it.
_CUTOFF = re.compile(
    r"\b(?:data|clinical|database|analysis|follow-?up|censor\w{0,3}|study)[ -](?:data )?(?:cut(?:-| )?off|lock|freeze)"
    r"(?: dates?)?[^0-9.;]{0,60}$|(?:\bas of|\bcensored (?:at|on|as of|by)|"
    r"\bfollowed(?:-| )?(?:up )?(?:until|through|to|till)|\b(?:last|end of) follow-?up(?: date)? (?:was|on|in|:))"
    r"(?: the| date| on| in){0,2} $"
)
_CUTOFF_BEHIND = re.compile(
    r",? ?\)?(?: ?\()? ?(?:was )?(?:the )?(?:clinical |data |database )?(?:cut(?:-| )?off|lock)"
)
_CUTOFF_WORDS = re.compile(r"cut(?:-| )?off|lock|freeze|as of|censored|follow")
_COUNTED_FROM = re.compile(
    r"(?:from|since|after|following)(?: the)?(?: (?:time|date) of)?(?: (?:initial|first|original|primary|their))? "
    r"(?:diagnos|birth|onset|relapse|recurrence|surgery|symptom|prior|previous)"
)
_ELSEWHERE = re.compile(
    r"et al|previous|histori|published|other (?:stud|trial)|validation|external|extension|parent|meta-anal"
)
_NOT_YET = re.compile(r"planned|will be|expected|scheduled")
_NOT_RESULTS = ("discussion", "introduction", "background", "conclusion")
_UNITS: dict[str, TimeUnit] = {
    "day": "days", "week": "weeks", "month": "months", "mo": "months", "year": "years", "yr": "years"
}  # fmt: skip
_WORDS = f"[^0-9.;{ANY}]"


def _another(match: Match) -> str | None:
    """Why the follow-up of a sentence is not that of those enrolled in the window, up to the cutoff."""
    if _ELSEWHERE.search(match.outline.text):
        return "the follow-up of another study"
    if _NOT_YET.search(match.outline.text):
        return "planned"
    if _COUNTED_FROM.search(match.outline.text):
        return "counted from before enrolment"
    return "a mean" if "mean" in match.outline.text else None


READINGS = (
    Reading(
        name="median follow-up x",
        shape=f"\\bmedian\\b{_WORDS}{{0,40}}{{follow_up}}{_WORDS}{{0,60}}<median:A>{{time_unit}}",
        reads=(
            "At a median follow-up of {median 14.7} months, 40 had died.",
            "Median (range) follow-up was {median 14.7} (2-20) months.",
        ),
        leaves=(
            "Median follow-up from diagnosis was 94 months.",
            "A median follow-up of 94 months is planned.",
            "In the previous trial, median follow-up was 94 months.",
        ),
        unless=_another,
    ),
    Reading(
        name="follow-up, a median of x",
        shape=f"{{follow_up}}{_WORDS}{{0,40}}\\bmedian\\b{_WORDS}{{0,30}}<median:A>{{time_unit}}",
        reads=("Follow-up was a median of {median 450} days (range 3 to 700 days).",),
        unless=_another,
    ),
    Reading(
        name="longest follow-up x",
        shape=f"\\b(?:max(?:imum|imal)?|longest)\\b{_WORDS}{{0,30}}{{follow_up}}{_WORDS}{{0,40}}<longest:A>{{time_unit}}",
        reads=("The maximum follow-up was {longest 24} months.",),
        unless=_another,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every window of dates, and for every follow-up that a printed cutoff bounds."""
    found = (
        [window for sentence in page.sentences for window in dates.windows(sentence)] if page.says(dates.YEAR) else []
    )
    for window in found:
        span = Span(window.begin, window.stop)
        yield Proposal(
            kind=FollowUp,
            within=window.sentence,
            figures=(span,),
            own=(span,),
            fields={"start": window.start, "end": window.end},
            why="two dates of one phrase",
            reading=_NAME,
        )
    enrolment = _enrolment(found)
    cutoff = _cutoff(page) if enrolment is not None else None
    if enrolment is None or cutoff is None:
        return
    date, end = cutoff
    bounds = {"start": enrolment.start, "end": enrolment.end, "cutoff": date}
    for sentence in page.sentences:
        if "follow" not in sentence.low or (sentence.section or "").lower() in _NOT_RESULTS:
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            median, longest = _median_and_longest(sentence, match)
            figures = tuple(token for token in (median, longest) if token is not None)
            if any(token.comparator != "=" for token in figures):
                continue
            printed = {"median": reported(median), "longest": reported(longest), "unit": _UNITS[match.texts["unit"]]}
            yield Proposal(
                kind=FollowUp,
                within=sentence,
                figures=(Span(enrolment.begin, enrolment.stop), end, *figures),
                own=figures,
                fields={**bounds, **printed},
                certainty=Certainty.NAMED,
                why="the only window of enrolment and the only data cutoff of the paper",
                reading=match.reading.name,
            )


def _median_and_longest(sentence: Sentence, match: Match) -> tuple[Token | None, Token | None]:
    """The median of a follow-up with the end of its range, or the longest."""
    if "longest" in match.roles:
        return None, match.one("longest")
    figure = sentence.printed.figure(match.one("median"))
    spread = figure.named("range") if figure is not None else None
    return match.one("median"), spread.ordered[1] if spread is not None else None


def _enrolment(found: Sequence[Window]) -> Window | None:
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


def _cutoff(page: Page) -> tuple[str, Span] | None:
    """The date of the data cutoff, at its most exact; of several analyses, none says which a follow-up belongs to."""
    found = {date: span for sentence in page.sentences for date, span in _cutoffs(sentence)}
    exact = max(found, key=len, default=None)
    if exact is None or any(not exact.startswith(date) for date in found):
        return None
    return exact, found[exact]


def _cutoffs(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """The dates of a data cutoff: ``the data cutoff was 30 June 2022``, ``as of June 30, 2022, the median ...``."""
    low = sentence.page.low
    if not _CUTOFF_WORDS.search(low, sentence.start, sentence.end):
        return
    begin = sentence.start
    while (date := dates.one(sentence.page, begin, sentence.end)) is not None:
        written, start, begin = date
        in_front = low[max(sentence.start, start - 110) : start]
        if _CUTOFF.search(in_front) or _CUTOFF_BEHIND.match(low, begin, sentence.end):
            yield written, Span(start, begin)
