"""Courses of treatment whose dose changes from day to day: ``100 mg on day 1, 200 mg on days 2-14``."""

import itertools
import re
from collections.abc import Iterator

from checker.document import Span
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.proposals import Proposal, in_one
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Regimen, Segment
from checker.model import Count, Reported

_FIRST_DAY = re.compile(r"d(?:ays? ?| ?)1")
_NEXT = re.compile(",? ?(?:and |then |followed by )?")
# Days farther apart make a schedule with pauses, no course of every day.
_FARTHEST = 2

READINGS = (
    Reading(
        name="dose on days",
        shape=(
            r"(?<![a-z0-9.])(?P<dose>[0-9]{1,5}(?:\.[0-9]{1,3})?) ?(?:mg|g|ug|mcg|iu|units?)?(?:/m2|/kg)?"
            r"(?:/d(?:ay)?| per day| daily)?(?:,| on| from)? ?(?:d|days? ?)(?P<first>[0-9]{1,3})"
            r"(?: ?(?:-{1,2}|to|through|until)(?: ?days?| ?d)? ?(?P<last>[0-9]{1,3}))?"
        ),
        reads=("Alfa was given at 100 mg on day 1.", "Alfa was given at 400 mg/day from day 3 to day 21."),
        leaves=("Alfa was given on day 1.",),
        hints=("mg", "iu", "unit", "g", " d"),
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every course that begins on day 1."""
    for sentence in page.sentences if page.says(_FIRST_DAY) else ():
        if not _FIRST_DAY.search(page.low, sentence.start, sentence.end):
            continue
        for doses in _courses(sentence):
            segments = tuple(_segment(dose) for dose in doses)
            gaps = (after.first.value - before.last.value for before, after in itertools.pairwise(segments))
            if all(0 <= gap <= _FARTHEST for gap in gaps):
                span = Span(doses[0].span.start, doses[-1].span.end)
                yield in_one(page, Regimen, span, "dose on days", "the doses follow each other", segments=segments)


def _courses(sentence: Sentence) -> Iterator[list[Match]]:
    """Runs of doses that follow each other, the first on day 1, one of them on several days."""
    # To the lexer doses and days are no data: all of them stay words.
    outline = Outline.of(sentence.page.norm, sentence.page.low, sentence.start, sentence.end, ())
    run: list[Match] = []
    for match in (*matches(READINGS, outline), None):
        if match is not None and run and _NEXT.fullmatch(outline.text[run[-1].end : match.start]):
            run.append(match)
            continue
        if len(run) > 1 and run[0].texts["first"] == "1" and any("last" in dose.texts for dose in run):
            yield run
        run = [match] if match is not None else []


def _segment(dose: Match) -> Segment:
    first = dose.texts["first"]
    return Segment(first=Count(first), last=Count(dose.texts.get("last", first)), dose=Reported(dose.texts["dose"]))
