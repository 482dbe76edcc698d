"""Shares: a count of a total with its percentage, where the total is printed with them or is that of a group."""

from collections.abc import Iterator
from typing import Any

from checker.extraction.drafts import count, reported
from checker.extraction.people import People
from checker.extraction.people.shares import ALONE, COUNTED, WHOLE
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import Proportion

# The names of its claims, of whose figures no one shape tells.
MAKES = (WHOLE, COUNTED, ALONE)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share that is printed with its count, or whose group the words name."""
    if not any(token.percent for token in page.tokens):
        return
    people = page.once(People)
    for share in people.shares:
        fields: dict[str, Any] = {
            "count": count(share.count),
            "total": count(share.total),
            "of": people.declare(share.group) if share.group is not None else None,
            "percent": reported(share.percent),
            "alternatives": tuple(map(people.declare, share.alternatives)),
        }
        own = tuple(token for token in (share.count, share.percent) if token is not None)
        yield Proposal(
            kind=Proportion,
            within=share.sentence,
            figures=tuple(token for token in (share.count, share.total, share.percent) if token is not None),
            own=own,
            fields={name: value for name, value in fields.items() if value},
            certainty=share.certainty,
            why=share.why,
            reading=share.reading,
            people=share.people,
        )
