"""Rows of means of three or more groups with the p of them all: ``| 80.1 (6.3) | 82.5 (7.0) | 80.2 (6.5) | 0.195 |``.

That the p is one of an analysis of variance is what the paper states, or what most rows show. Where neither does, it
may be of ranks or adjusted; and where most rows show that it is something else, the table claims nothing.
"""

from collections.abc import Iterator, Sequence

from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.stated_tests import OTHER_THAN_SEVERAL_MEANS, says_more_than_groups, states_anova
from checker.extraction.surfaces.spreads import SpreadName
from checker.extraction.tables.cells import Cells, proposal
from checker.extraction.tables.headings import ANOTHER_SUMMARY
from checker.extraction.tables.implied import tables
from checker.extraction.tables.means import Mean, Row, grouped, rows
from checker.kinds import SeveralMeans
from checker.model import Certainty
from checker.rounding import interval
from checker.statistics import one_way

_LEAST_GROUPS, _MOST_GROUPS = 3, 12
# So many rows whose p is that of an analysis of variance, and such a share of all, show that the others' are as well.
_LEAST_AGREEING, _SHARE_AGREEING = 3, 0.75
# Where fewer do so of so many, it is another.
_LEAST_TESTED, _FEW_AGREEING = 3, 0.4
_WHY = "the p of its row, of groups whose sizes their columns print"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every such row."""
    for cells in tables(page):
        if OTHER_THAN_SEVERAL_MEANS.search(cells.grid.about):
            continue
        found = [(row, row.p) for row in rows(cells) if row.p is not None and _is_of_groups(cells, row)]
        agreeing = [_agree(row.means, p) for row, p in found if p.comparator == "=" and p.decimals]
        if not found or (len(agreeing) >= _LEAST_TESTED and sum(agreeing) < _FEW_AGREEING * len(agreeing)):
            continue
        shown = sum(agreeing) >= max(_LEAST_AGREEING, _SHARE_AGREEING * len(agreeing))
        stated = not says_more_than_groups(cells.grid.about) and (shown or states_anova(page, cells.grid.about))
        for row, p in found:
            groups, populations = grouped(cells, row.means)
            figures = (*(figure for mean in row.means for figure in (mean.value, mean.spread)), p)
            yield proposal(
                cells.grid, SeveralMeans, row.number, figures, (p,), _WHY, Certainty.GUESSED, populations,
                label=row.label[:80] or None, groups=groups, p=reported(p),
                test="anova" if stated and not ANOTHER_SUMMARY.search(row.label) else None,
            )  # fmt: skip


def _is_of_groups(cells: Cells, row: Row) -> bool:
    """Whether a row compares several groups of different people, none of which holds the others."""
    if not row.independent or not _LEAST_GROUPS <= len(row.means) == row.filled <= _MOST_GROUPS:
        return False
    if len({mean.kind for mean in row.means}) > 1 or len({id(mean.column) for mean in row.means}) < len(row.means):
        return False
    sizes = [mean.column.size for mean in row.means]
    # Several columns of each of several groups are sexes or visits, and a p may be of either.
    above = {cells.grid.heads(column)[:-1] for column in row.columns}
    return 2 * max(sizes) != sum(sizes) and (len(above) == 1 or len(above) == len(row.means))


def _agree(means: Sequence[Mean], p: Token) -> bool:
    """Whether an analysis of variance gives a p, under either reading of spreads that nobody names."""
    printed = interval(reported(p))
    kinds: tuple[SpreadName, ...] = (means[0].kind,) if means[0].kind is not None else ("sd", "se")
    made = [one_way.p_value(one_way.anova([mean.sample(kind) for mean in means])) for kind in kinds]
    return any(printed.low <= high and low <= printed.high for low, high in made)
