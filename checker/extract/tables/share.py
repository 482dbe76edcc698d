"""What a share in a table is, and the words that tell it from other figures."""

import re

import msgspec

from checker.document import Span
from checker.extract.numbers import Token

# Words of a row or column whose figures are no counts with percentages.
OTHER_FIGURES = re.compile(
    r"mean|median|\bsd\b|s\.d\.|\biqr\b|range|±|\bci\b|score|years|ratio|\bage\b|\brate per\b|weighted|change|"
    r"difference"
)
OUT_OF = re.compile(r" ?/ ?| of ")


class Share(msgspec.Struct):
    """A share that a cell, or two beside each other, print; ``marked`` as one there, in the label or in the head."""

    row: int
    column: int
    count: Token
    percent: Token
    total: Token | None
    span: Span
    marked: bool = True


def is_count(token: Token) -> bool:
    """Whether a number may count people or things."""
    return token.decimals == 0 and token.unit is None and token.value >= 0
