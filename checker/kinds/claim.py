"""What all claims have, and the groups of people that several kinds of claims count."""

from typing import Annotated, ClassVar, Literal, NamedTuple

import msgspec

from checker.model import Count, Places, Reported

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]*$", max_length=120)]
TimeUnit = Literal["days", "weeks", "months", "years"]
Expectation = Literal["explained", "query", "discrepant", "unverifiable"]


class Example(NamedTuple):
    """How a paper prints such figures, and the claim of a claims file that they make, without its id and kind."""

    printed: str
    claim: str


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Figures that must agree. ``expect`` acknowledges a verdict that a reader has looked at."""

    example: ClassVar[Example]

    id: Identifier
    at: Places = Places()
    section: str | None = None
    label: str | None = None
    expect: Expectation | None = None
    note: str | None = None


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many of a number of people or things; the count may be left to the percentage to tell.

    ``of`` names a population of the file; ``total`` is a denominator printed with the figure itself.
    ``inferred``: how the count was found, where it is not printed.
    """

    name: str | None = None
    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    inferred: str | None = None
