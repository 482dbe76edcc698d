"""Rates at a time that were ``not reached``, which only a median can be."""

from collections.abc import Iterator

from checker.document import Span
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.times import TIME, months
from checker.kinds import SurvivalInterval
from checker.model import Reported


def of_a_median(match: Match) -> str | None:
    """Why something else was not reached."""
    return "the median was not reached" if "median" in match.before(20) + match.words else None


READINGS = (
    Reading(
        name="2-year survival was not reached",
        shape=(
            r"(?P<rate>(?:[0-9]{1,2}|one|two|three|five)[- ](?:year|month)s? (?:[a-z-]{2,20} ){0,3}"
            r"survival(?: rates?)?)(?:[^.;]|\.(?=[0-9])){0,120}?"
            r"\b(?:was|were|had|has|is)(?: been)? (?:not|never)(?: yet)?(?: been)? reached"
        ),
        reads=("The 2-year overall survival rate was not yet reached.",),
        leaves=("The median survival at 1-year follow-up was not reached.", "The 2-year median was not reached."),
        unless=of_a_median,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for each such rate."""
    for sentence in page.sentences if "reached" in page.low else ():
        if "reached" not in sentence.low:
            continue
        outline = Outline.of(page.norm, page.low, sentence.start, sentence.end, ())
        for match in matches(READINGS, outline):
            span, rate = match.span, match.texts["rate"]
            time = TIME.search(rate)
            word = Span(span.end - len("reached"), span.end)
            yield Proposal(
                kind=SurvivalInterval,
                within=sentence,
                figures=(Span(span.start, span.start + len(rate)), word),
                own=(word,),
                fields={"reached": False, "time": Reported(months(time)) if time else None},
                why="the words of one clause",
                reading=match.reading.name,
            )
