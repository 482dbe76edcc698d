"""A number of a text as the lexer reads it."""

from typing import Literal

import msgspec

Kind = Literal["number", "word", "ordinal", "fraction", "spread"]


class Token(msgspec.Struct, frozen=True, gc=False):
    """A number of the text.

    Attributes:
        start: offset of its first character, its sign included and its comparator not.
        end: offset behind its last character, a percent sign included.
        literal: the characters from start to end.
        canonical: the number as `checker.numerals.parse` reads it, its comparator included and its unit
            not; empty where the literal is no number that can be compared (a fraction in words).
        value: the number.
        decimals: digits printed behind the decimal mark.
        comparator: one of ``= < > ≤ ≥ ~``.
        unit: ``%``, ``points``, or the word of measure that follows.
        kind: ``spread`` stands behind a plus-minus sign.
        reason: why it is no data, or None.
        exponent: the power of ten that scales the printed digits.
    """

    start: int
    end: int
    literal: str
    canonical: str
    value: float
    decimals: int
    comparator: str
    unit: str | None
    kind: Kind
    reason: str | None
    exponent: int = 0

    @property
    def countable(self) -> bool:
        """Whether it may be a number of people or things."""
        return (
            self.reason is None
            and self.unit is None
            and self.decimals == 0
            and self.kind in ("number", "word")
            and self.value >= 0
            # 10^-4 has no decimals, and is no number of things.
            and self.value.is_integer()
        )

    @property
    def percent(self) -> bool:
        """Whether it is printed as a percentage."""
        return self.unit == "%" and self.reason is None
