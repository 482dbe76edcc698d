"""From the text of a paper to claims about its figures."""

import functools
import importlib
import pkgutil

from checker.document import Document
from checker.extract import readings
from checker.extract.drafts import Drafts
from checker.extract.proposals import Propose, settled
from checker.extract.sentences import Page
from checker.kinds import Proportion
from checker.paper import Paper
from checker.extract.tables import flattened
from checker.extract import effects
from checker.extract import arms
from checker.extract.populations import Populations
from checker.extract.tables import table_groups
from checker.extract.counts import bare
from checker.extract.counts import listed
from checker.extract.comparing import comparisons, effect_groups
from checker.extract.counts import allocation, bracketed_parts, partitions
from checker.extract import tables
from checker.extract.comparing import changes
from checker.extract.comparing import rankings


def extract(document: Document) -> Paper:
    """The claims that a paper's text makes, with the populations they are counted in."""
    return of_page(Page(document))


def of_page(page: Page) -> Paper:
    """The same of a document prepared for reading."""
    drafts = Drafts(page)
    _propose(page, drafts)
    flattened.find(page, drafts)
    printed = effects.find(page, drafts)
    populations = Populations(page)
    known = arms.arms(populations, table_groups.arms(page))
    bare.find(page, drafts, populations, known)
    arms.find(page, drafts, populations, known)
    listed.find(page, drafts, populations)
    effect_groups.find(page, drafts, printed)
    comparisons.find(page, drafts, populations)
    partitions.find(page, drafts, populations, known)
    allocation.find(page, drafts)
    bracketed_parts.find(page, drafts)
    tables.find(page, drafts)
    changes.find(page, drafts)
    rankings.find(page, drafts)
    return drafts.file(page.document.path)


@functools.cache
def _readings() -> tuple[Propose, ...]:
    """What each kind of claim proposes: the modules are found by discovery."""
    found = sorted(module.name for module in pkgutil.iter_modules(readings.__path__))
    return tuple(importlib.import_module(f"{readings.__name__}.{name}").propose for name in found)


def _propose(page: Page, drafts: Drafts) -> None:
    """Make the claims of the readings, and tell the grammars that are still to become readings what they took."""
    for proposal in settled(page, (each for propose in _readings() for each in propose(page))):
        drafts.add(
            proposal.kind, proposal.within, proposal.figures, proposal.certainty, proposal.why, proposal.reading,
            **proposal.fields,
        )  # fmt: skip
        page.used.update(
            token.start for figure in proposal.figures for token in page.within(figure.start, figure.end)
        )
        if proposal.kind is Proportion:
            *number, percent = (page.token(figure.start) for figure in proposal.figures)
            of = proposal.fields.get("of")
            if of is not None:
                span = page.document.span(page.populations[of].at[0])
                number = [*number, page.token(span.start) if span else None]
                if percent is not None and len(number) == 1:
                    page.of[percent.start] = of
            if percent is not None and len(number) == 2 and number[0] is not None and number[1] is not None:
                page.shares[percent.start] = (number[0], number[1])
