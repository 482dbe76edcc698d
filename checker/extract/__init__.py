"""From the text of a paper to claims about its figures."""

import functools
import importlib
import pkgutil

from checker.document import Document
from checker.extract import readings, tables
from checker.extract.arithmetic import fits
from checker.extract.counted import Counted
from checker.extract.drafts import Drafts
from checker.extract.proposals import Propose, settled
from checker.extract.sentences import Page
from checker.kinds import BinomialInterval, Comparison, Effect, Proportion, SurvivalInterval, TestStatistic
from checker.model import Certainty
from checker.paper import Paper

# The kinds whose figures the grammars that are still to become readings leave alone.
_TOLD = (Proportion, TestStatistic, BinomialInterval, SurvivalInterval, Effect, Comparison)


def extract(document: Document) -> Paper:
    """The claims that a paper's text makes, with the populations they are counted in."""
    return of_page(Page(document))


def of_page(page: Page) -> Paper:
    """The same of a document prepared for reading."""
    drafts = Drafts(page)
    _propose(page, drafts)
    Counted.of(page, drafts)
    _propose(page, drafts, counting_people=True)
    return drafts.file(page.document.path)


@functools.cache
def _readings(counting_people: bool) -> tuple[Propose, ...]:
    """What each kind of claim proposes: the modules are found by discovery.

    ``counting_people``: those that ask who is counted, which grammars before them still find out.
    """
    names = sorted(
        f"{folder.__name__}.{module.name}"
        for folder in (readings, tables)
        for module in pkgutil.iter_modules(folder.__path__)
    )
    modules = (importlib.import_module(name) for name in names)
    return tuple(
        module.propose
        for module in modules
        if hasattr(module, "propose") and getattr(module, "COUNTS_PEOPLE", False) is counting_people
    )


def _propose(page: Page, drafts: Drafts, counting_people: bool = False) -> None:
    """Make the claims of the readings, and tell the grammars that are still to become readings what they took."""
    for proposal in settled(page, (each for propose in _readings(counting_people) for each in propose(page))):
        drafts.add(
            proposal.kind, proposal.within, proposal.figures, proposal.certainty, proposal.why, proposal.reading,
            **proposal.fields,
        )  # fmt: skip
        page.populations.update(proposal.populations)
        if proposal.kind in _TOLD:
            page.used.update(
                token.start
                for figure in (*proposal.figures, *proposal.own)
                for token in page.within(figure.start, figure.end)
            )
        if proposal.kind is Proportion:
            if proposal.certainty is Certainty.GUESSED:
                page.doubts[proposal.figures[-1].start] = proposal.why
            *number, percent = (page.token(figure.start) for figure in proposal.figures)
            of = proposal.fields.get("of")
            if of is not None:
                span = page.document.span(page.populations[of].at[0])
                number = [*number, page.token(span.start) if span else None]
                if percent is not None and len(number) == 1:
                    page.of[percent.start] = of
            if percent is None or len(number) != 2 or number[0] is None or number[1] is None:
                continue
            # What is only guessed, and does not agree with itself, tells nothing of other figures.
            if proposal.certainty is not Certainty.GUESSED or fits(number[0].value, number[1].value, percent):
                page.shares[percent.start] = (number[0], number[1])
