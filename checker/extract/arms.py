"""The groups that a paper names with their sizes, each by a word of its own."""

from collections.abc import Sequence

import msgspec

from checker.extract.populations import GROUP, LETTERED, Populations, Size
from checker.extract.sentences import Page
from checker.extract.tables import table_groups

_MOST_ARMS = 12
_LEAST_ARMS = 2


class Arm(msgspec.Struct, frozen=True):
    """A group of the paper: the word that tells it from the others, and its size."""

    word: str
    size: Size


def arms(populations: Populations, in_table: Sequence[Size] = ()) -> list[Arm]:
    """The groups that the paper names with their size, each by a word that no other has; or else those of a table."""
    named: dict[str, Size] = {}
    for size in populations.sizes:
        if size.rank == GROUP and size.value >= 5 and not size.name.startswith("people"):
            named.setdefault(size.name.lower(), size)
            if len(named) == _MOST_ARMS:
                break
    if len(named) < _LEAST_ARMS:
        named.update((size.name.lower(), size) for size in in_table[:_MOST_ARMS])
    words = {name: set(name.split("-")) for name in named}
    found = []
    for name, size in named.items():
        if LETTERED.fullmatch(name.replace("-", " ")):
            found.append(Arm(name.replace("-", " "), size))
            continue
        own = [
            word
            for word in name.split("-")
            if len(word) >= 2 and not any(word in others for other, others in words.items() if other != name)
        ]
        if own:
            found.append(Arm(max(own, key=len), size))
    return found


def of_page(page: Page) -> list[Arm]:
    """The groups that the text of a page names, or else its first table: ``page.once(arms.of_page)``."""
    return arms(page.once(Populations), table_groups.arms(page))
