"""Whether the numbers of a flow diagram (CONSORT, PRISMA, STARD) add up.

>>> print(flow("assessed 500 = out 122 + in 380", "in = A 190 + B 190", "A - lost 12 = 178"))
3 sums of a flow diagram
<BLANKLINE>
sum                                left    right    difference    holds
-------------------------------  ------  -------  ------------  -------
assessed 500 = out 122 + in 380     500      502            -2       no
in = A 190 + B 190                  380      380             0      yes
A - lost 12 = 178                   178      178             0      yes
<BLANKLINE>
assessed 500 = out 122 + in 380: 500 is not 502; it would hold with assessed
502, or out 120, or in 378.

Each line is a sum with one equals sign. A name may stand without its number where another line has it; a name that has
two numbers is told of too.

References: Schulz KF, Altman DG, Moher D, BMJ 2010;340:c332. Page MJ et al, BMJ 2021;372:n71.
"""

import re
from typing import NamedTuple

from checker.calculators.frame.answer import Answer, Cell

ALIASES = ("consort", "prisma")
_TERM = re.compile(
    r"\s*([+-]?)\s*(?:([^\s\d+=-](?:[^+=-]|(?<=\w)-(?=[a-zA-Z]))*?)\s*)?(\d[\d,]*)?\s*(?=\+|(?<!\w)-|-(?![a-zA-Z])|$)"
)


class _Term(NamedTuple):
    """One number of a sum, with its sign and what it is called; without a number it is another line's."""

    sign: int
    name: str
    number: int | None


def flow(*sums: str) -> Answer:
    """Both sides of every sum, whether they agree, and what each number would have to be.

    Args:
        *sums: such as "assessed 500 = excluded 120 + randomised 380"

    Raises:
        ValueError: where one is no sum, or a name has no number anywhere.
    """
    if not sums:
        raise ValueError("expected a sum such as '500 = 120 + 380'")
    lines = [tuple(_terms(side, line) for side in _sides(line)) for line in sums]
    numbers: dict[str, list[int]] = {}
    for term in (term for line in lines for side in line for term in side):
        if term.name and term.number is not None:
            numbers.setdefault(term.name.lower(), []).append(term.number)
    rows: list[tuple[Cell, ...]] = []
    wrong: list[str] = []
    for text, line in zip(sums, lines, strict=True):
        left, right = (sum(term.sign * _number(term, numbers) for term in side) for side in line)
        rows.append((text.strip(), left, right, left - right, left == right))
        if left != right:
            fits = ", or ".join(_fitting(line, left - right, numbers))
            wrong.append(f"{text.strip()}: {left} is not {right}; it would hold with {fits}.")
    for name, found in numbers.items():
        if len(set(found)) > 1:
            wrong.append(f"{name} is {' and '.join(str(each) for each in dict.fromkeys(found))}.")
    return Answer(
        title=f"{len(lines)} sum{'s' if len(lines) > 1 else ''} of a flow diagram",
        columns=("sum", "left", "right", "difference", "holds"),
        rows=tuple(rows),
        notes=tuple(wrong) or ("All hold.",),
    )


def _sides(line: str) -> list[str]:
    sides = line.split("=")
    if len(sides) != 2 or not all(side.strip() for side in sides):
        raise ValueError(f"expected a sum with one equals sign such as '500 = 120 + 380', not {line!r}")
    return sides


def _terms(side: str, line: str) -> list[_Term]:
    terms, at = [], 0
    while at < len(side) and side[at:].strip():
        found = _TERM.match(side, at)
        if found is None or not (found[2] or found[3]):
            raise ValueError(f"cannot read {side[at:].strip()!r} in {line!r}")
        number = None if found[3] is None else int(found[3].replace(",", ""))
        terms.append(_Term(-1 if found[1] == "-" else 1, (found[2] or "").strip(" :,("), number))
        at = found.end()
    return terms


def _number(term: _Term, numbers: dict[str, list[int]]) -> int:
    if term.number is not None:
        return term.number
    if term.name.lower() not in numbers:
        raise ValueError(f"{term.name} has no number")
    return numbers[term.name.lower()][0]


def _fitting(line: tuple[list[_Term], ...], excess: int, numbers: dict[str, list[int]]) -> list[str]:
    """What each number would have to be, the others being right: none of them below 0."""
    found = []
    for side, direction in zip(line, (-1, 1), strict=True):
        for term in side:
            needed = _number(term, numbers) + direction * term.sign * excess
            if needed >= 0:
                found.append(f"{term.name} {needed}" if term.name else f"{needed} for {_number(term, numbers)}")
    return found
