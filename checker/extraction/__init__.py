"""From the text of a paper to claims about its figures."""

import functools
import importlib
import pkgutil

from checker.document import Document
from checker.extraction import readings, tables
from checker.extraction.drafts import Drafts
from checker.extraction.proposals import Propose, settled
from checker.extraction.sentences import Page
from checker.paper import Paper


def extract(document: Document) -> Paper:
    """The claims that a paper's text makes, with the populations they are counted in."""
    return of_page(Page(document))


def of_page(page: Page) -> Paper:
    """The same of a document prepared for reading."""
    drafts = Drafts(page)
    for proposal in settled(page, (each for propose in _readings() for each in propose(page))):
        drafts.add(proposal)
        page.populations.update(proposal.populations)
    return drafts.file(page.document.path)


@functools.cache
def _readings() -> tuple[Propose, ...]:
    """What each kind of claim proposes: the modules are found by discovery."""
    names = sorted(
        f"{folder.__name__}.{module.name}"
        for folder in (readings, tables)
        for module in pkgutil.iter_modules(folder.__path__)
    )
    modules = (importlib.import_module(name) for name in names)
    return tuple(module.propose for module in modules if hasattr(module, "propose"))
