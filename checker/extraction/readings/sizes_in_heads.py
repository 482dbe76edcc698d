"""The sizes that the heads of a table's groups state, which together are all whom the paper says it studied.

``| | Alfa (n = 45) | Beta (n = 45) |`` of ``90 patients``. A whole that is none of those the text states may be of some
only, as those who were analysed: such a table claims nothing, unless one slip makes another number of it.
"""

from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extraction.drafts import count
from checker.extraction.grids.grid import OF_ALL, Column, Grid, grids
from checker.extraction.likeness import mistyped
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.people.groups import Group as Stated
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import proposal
from checker.kinds import Group, Partition
from checker.model import Certainty, Count

_LEAST_GROUPS, _LEAST_PEOPLE = 2, 10
# A slip changes a whole by so much of it, at most.
_NEAR, _SLIP = 0.05, 2
_STATED_AS = frozenset(("sized", "of", "people", "did"))
_WHY = "the groups in the heads of the table, and a number of people that the text states"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every table whose heads state the sizes of its groups."""
    for grid in grids(page):
        columns = _columns(grid)
        if len(columns) < _LEAST_GROUPS:
            continue
        whole = _whole(page, sum(column.size for column in columns), max(column.size for column in columns))
        if whole is not None:
            parts = tuple(Group(name=column.name[:60], count=Count(str(column.size))) for column in columns)
            figures: list[Token | Span] = [*(column.span for column in columns), whole]
            found = proposal(
                grid, Partition, 0, figures, (), _WHY, Certainty.GUESSED, whole=count(whole), parts=parts, label=None
            )
            # Tables of the same groups ask the same.
            yield msgspec.structs.replace(found, cause=_WHY)


def _columns(grid: Grid) -> list[Column]:
    """The groups whose sizes heads of the table state, each once, without that of all."""
    found: dict[int, Column] = {}
    for column in grid.columns:
        size = grid.in_head(column)
        if size is not None and not OF_ALL.search(grid.head(column)):
            found.setdefault(size.span.start, size)
    return list(found.values())


def _whole(page: Page, made: int, largest: int) -> Token | None:
    """The number of people that the text states and that groups make, but for one slip."""
    stated = [group for group in page.once(People).groups if _is_whole(group, largest)]
    for group in stated:
        if group.size == made:
            return group.token
    near = {group.size: group.token for group in stated if abs(group.size - made) <= _NEAR * made}
    [other] = near.values() if len(near) == 1 else [None]
    return other if other is not None and _is_slip(other, made) else None


def _is_whole(group: Stated, largest: int) -> bool:
    return group.how in _STATED_AS and group.size >= _LEAST_PEOPLE and group.size > largest and group.token.countable


def _is_slip(token: Token, made: int) -> bool:
    """Whether one slip, or two people more or fewer, make a number of another."""
    if abs(token.value - made) <= _SLIP:
        return True
    # Groups that together are far more than all may share people.
    return made < token.value and mistyped(token, msgspec.structs.replace(token, value=float(made)))
