"""Decimals behind a comma (``31,3``) in the cells of a table whose text may print points."""

import re
from collections.abc import Sequence

import msgspec

from checker.document import Table
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page

_ALONE = re.compile(r"\s?[0-9]{1,3},[0-9]{1,2} ?%?\s?")
_LEAST_ALONE, _MOST_DECIMALS = 4, 2


def has_decimal_commas(page: Page, table: Table) -> bool:
    """Whether several cells of a table hold nothing but a number with such decimals."""
    alone = (_ALONE.fullmatch(page.low, cell.span.start, cell.span.end) for cell in table.cells)
    return sum(found is not None for found in alone) >= _LEAST_ALONE


def with_commas(page: Page, tokens: Sequence[Token]) -> list[Token]:
    """Numbers on both sides of a comma, put together."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        decimals = page.norm[token.start : token.end].rstrip("%").rstrip()
        if last is not None and _is_decimals(page, last, token, decimals):
            canonical = f"{last.canonical}.{decimals}"
            found[-1] = msgspec.structs.replace(
                last, end=token.end, literal=page.norm[last.start : token.end], canonical=canonical,
                value=float(canonical), decimals=len(decimals), unit=token.unit,
            )  # fmt: skip
        else:
            found.append(token)
    return found


def _is_decimals(page: Page, whole: Token, token: Token, decimals: str) -> bool:
    if page.low[whole.end : token.start] != "," or whole.unit is not None or not whole.canonical.isdigit():
        return False
    return decimals.isdigit() and len(decimals) <= _MOST_DECIMALS
