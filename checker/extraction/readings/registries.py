"""Trial registration numbers, wherever they stand in a paper."""

from collections.abc import Iterator

from checker.extraction.grammar import Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.proposals import Proposal, in_one
from checker.extraction.sentences import Page
from checker.kinds import Registry

READINGS = (
    Reading(
        name="NCT number",
        shape=r"\bnct ?[0-9]{1,14}\b",
        reads=("The trial is registered as NCT01234567.",),
        leaves=("Patients of the NCT in Heidelberg took part.",),
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every number, also in references and tables; the lexer knows that it is no figure."""
    if "nct" not in page.low:
        return
    for match in matches(READINGS, Outline.of(page.norm, page.low, 0, len(page.low), ())):
        number = match.words.replace(" ", "").upper()
        yield in_one(page, Registry, match.span, "NCT number", "a number of this register", number=number)
