"""The sentences that a reading reads and leaves: ``Fever occurred in {count 12}/{total 60} patients.``

What stands in braces is a number under the name of its role, as the reading is to find it.
"""

import re
from collections.abc import Iterator

import msgspec

from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.sentences import Page
from checker.read.text import from_text

_MARKED = re.compile(r"\{(?P<role>[a-z_0-9]+) (?P<literal>[^{}]+)\}")


class Example(msgspec.Struct, frozen=True):
    """A sentence without its braces, and the numbers of each role as printed."""

    text: str
    roles: dict[str, tuple[str, ...]]

    @classmethod
    def parse(cls, marked: str) -> "Example":
        """Read a sentence with braces."""
        roles: dict[str, tuple[str, ...]] = {}
        for found in _MARKED.finditer(marked):
            roles[found["role"]] = (*roles.get(found["role"], ()), found["literal"])
        return cls(_MARKED.sub(r"\g<literal>", marked), roles)


def found(reading: Reading, text: str, brief: bool = False) -> Iterator[tuple[Match, dict[str, tuple[str, ...]]]]:
    """Where a reading reads a text, and the numbers of each role; in its brief outline where that is asked for."""
    for sentence in Page(from_text(text)).sentences:
        outline: Outline = sentence.brief if brief else sentence.outline
        for match in matches([reading], outline):
            yield match, {role: tuple(token.literal for token in held) for role, held in match.roles.items()}
