"""From the text of a paper to claims about its figures."""

from checker.document import Document
from checker.extract import arms, design, effects, printed_tests, tables, wording
from checker.extract.comparing import changes, comparisons, effect_groups, rankings
from checker.extract.counts import allocation, bare, bracketed_parts, listed, partitions, proportions
from checker.extract.curves import follow_up, hidden_sizes, median_survival, rates
from checker.extract.drafts import Drafts
from checker.extract.measurements import mean_comparisons, mean_summaries, means, summaries
from checker.extract.populations import Populations
from checker.extract.repeating import passages, repeats
from checker.extract.sentences import Page
from checker.extract.tables import flattened, table_groups
from checker.paper import Paper


def extract(document: Document) -> Paper:
    """The claims that a paper's text makes, with the populations they are counted in."""
    page = Page(document)
    drafts = Drafts(page)
    flattened.find(page, drafts)
    printed_tests.find(page, drafts)
    printed = effects.find(page, drafts)
    proportions.find(page, drafts)
    populations = Populations(page)
    known = arms.arms(populations, table_groups.arms(page))
    bare.find(page, drafts, populations, known)
    arms.find(page, drafts, populations, known)
    hidden_sizes.find(page, drafts, populations, rates.find(page, drafts, populations))
    listed.find(page, drafts, populations)
    effect_groups.find(page, drafts, printed)
    comparisons.find(page, drafts, populations)
    partitions.find(page, drafts, populations, known)
    allocation.find(page, drafts)
    bracketed_parts.find(page, drafts)
    tables.find(page, drafts)
    found = means.means(page)
    mean_comparisons.find(drafts, populations, known, found)
    mean_summaries.find(drafts, populations, found)
    summaries.find(page, drafts)
    median_survival.find(page, drafts)
    follow_up.find(page, drafts)
    changes.find(page, drafts)
    design.find(page, drafts, known)
    rankings.find(page, drafts)
    wording.find(page, drafts)
    passages.find(page, drafts)
    repeats.find(page, drafts)
    return drafts.file(document.path)
