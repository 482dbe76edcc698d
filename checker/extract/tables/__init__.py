"""Tables with cells: what a row, its column and the table's own words make of the figures in a cell."""

from checker.extract.drafts import Drafts
from checker.extract.sentences import Page
from checker.extract.tables import coefficients, comparisons, effects, intervals, means, shares, summaries, totals
from checker.extract.tables.grid import Grid


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every figure of a table that others of its row or column must agree with."""
    for table in page.document.tables:
        grid = Grid(page, table)
        counted = shares.find(grid, drafts)
        totals.find(grid, drafts, counted)
        comparisons.find(grid, drafts, counted)
        intervals.find(grid, drafts, counted)
        effects.find(grid, drafts)
        coefficients.find(grid, drafts)
        summaries.find(grid, drafts)
        means.find(grid, drafts)
