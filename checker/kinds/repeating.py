"""The kinds of claims about what is printed more than once."""

from typing import ClassVar

import msgspec

from checker.kinds.claim import Claim, Example
from checker.model import Count, Places


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the places where a quantity is printed.

    ``label``: what it is called there; ``read``: what that has to be read as, where a reader can tell.
    ``document``: another claims file of the folder.
    """

    figures: tuple[str, ...]
    at: Places = Places()
    label: str | None = None
    read: str | None = None
    document: str | None = None


class Repeat(Claim, tag="repeat", frozen=True, kw_only=True):
    """One quantity printed in several places: same value, same name."""

    example: ClassVar[Example] = Example(
        "Abstract: 68 of 96 responded. Results: 68 of 96 responded.",
        "{mentions: [{figures: [68, 96], label: response}, {figures: [68, 96], label: response}]}",
    )

    mentions: tuple[Mention, ...]


class Passage(Claim, tag="passage", frozen=True, kw_only=True):
    """A passage printed twice: how many of its ``words`` the second place ``shared`` in order."""

    example: ClassVar[Example] = Example(
        "A paragraph of 60 words stands in the methods and, 12 of them in order, in the results.",
        "{words: 60, shared: 12}",
    )

    words: Count
    shared: Count
