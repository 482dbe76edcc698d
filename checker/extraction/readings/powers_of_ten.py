"""Powers of ten whose exponent came down to the line: ``3.0 x 107/kg``, ``a sensitivity of 10-4``."""

import re
from collections.abc import Iterator

from checker.document import Span
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.proposals import Proposal, in_one
from checker.extraction.sentences import Page
from checker.kinds import PowerOfTen

_MAYBE = re.compile(r"10-?[1-9]")
_LOST = re.compile(r" ?x ?10(?P<exponent>[1-9]|1[0-9])$")


def not_lost(match: Match) -> str | None:
    """Why a number has all of its print."""
    return None if _lost(match) else "its exponent is printed as one"


def _lost(match: Match) -> re.Match[str] | None:
    power = match.one("power")
    return _LOST.search(match.outline.norm, power.start, power.end)


def no_exponent(match: Match) -> str | None:
    """Why ten and a digit are no power of ten."""
    ten, exponent = match.one("ten"), match.one("exponent")
    return None if ten.literal == "10" and len(exponent.literal) == 1 and exponent.value else "a range"


READINGS = (
    Reading(
        name="x × 10n of cells",
        shape="<power:A>(?= ?/| (?:cells|cfu|copies|cd34|cd3|iu|pfu|particles|vg|viral|nucleated|colony))",
        reads=("Cells were given at {power 3.0 × 107}/kg.",),
        leaves=("Cells were given at 3.0 × 10^7/kg.",),
        unless=not_lost,
    ),
    Reading(
        name="sensitivity of 10-n",
        shape=(
            "(?:sensitivit|detection|limit|threshold|level|mrd|dilution)[^.;]{0,60}? "
            "<ten:N>-<exponent:N>(?![.,]?[0-9%-])"
            "(?! ?(?:years|months|weeks|days|mg|patients|cases|fold|minutes|hours|min\\b))"
        ),
        reads=("The assay had a sensitivity of {ten 10}-{exponent 4}.",),
        leaves=("The detection took 10-4 minutes.",),
        unless=no_exponent,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every power whose exponent the words around it demand."""
    for sentence in page.sentences if page.says(_MAYBE) else ():
        if not _MAYBE.search(page.low, sentence.start, sentence.end):
            continue
        # The lexer takes some for doses: here they are symbols too.
        numbers = page.within(sentence.start, sentence.end)
        outline = Outline.of(page.norm, page.low, sentence.start, sentence.end, numbers)
        for match in matches(READINGS, outline):
            lost = _lost(match) if "power" in match.roles else None
            exponent = lost["exponent"] if lost else f"-{match.one('exponent').literal}"
            span = Span(match.tokens[0].start, match.tokens[-1].end)
            yield in_one(
                page,
                PowerOfTen,
                span,
                match.reading.name,
                "only a power of ten is so large or so small here",
                printed=page.text[span.start : span.end],
                exponent=exponent,
            )
