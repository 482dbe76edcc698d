"""Relations between printed figures that a statistician listed by hand: how many are recomputed.

    python benchmarks/relations.py ABSTRACTS.jsonl --show

``relations.tsv`` was listed by a reader who has not seen the code, before the program read the texts: document, kind,
the characters of each figure, and whether the relation is one between words and figures. A relation is recomputed where
changing any one of its figures makes a finding there discrepant or a query that was not: a little (a count by 2, any
other by 10 %), or, where that much cannot break it (an estimate stays within its interval, a p of percentages), to its
double, its half, or to another of them, as figures are typed twice. How many a little change breaks is counted beside
it.
"""

import argparse
import re
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import material
from findings import Found, reported
from tabulate import tabulate

from checker.auditing import audit_document
from checker.read.text import from_text
from checker.statistics.proportion import wilson

LIST = Path(__file__).with_name("relations.tsv")
_RAISED = {"discrepant", "query"}
_TIMES = (2.0, 0.5)
# What they notice is at odds with words, and no relation between figures.
_OF_WORDS = {"ranking_of_figures", "significance_wording", "quantifier_wording"}
_NUMBER = re.compile(r"[0-9]+(?:[.·,][0-9]+)?")
_WORDS = {
    "one": "three", "two": "four", "three": "five", "four": "six", "five": "seven", "six": "eight", "seven": "nine",
    "eight": "ten", "nine": "eleven", "ten": "twelve", "eleven": "thirteen", "twelve": "fourteen",
}  # fmt: skip


class Relation(NamedTuple):
    """Figures that must agree, by their characters."""

    document: str
    kind: str
    figures: tuple[tuple[int, int], ...]
    wording: bool


def listed(path: Path = LIST) -> list[Relation]:
    """The relations of the list."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        document, kind, figures, wording = line.split("\t")
        spans = tuple(tuple(map(int, figure.split("-"))) for figure in figures.split(";"))
        rows.append(Relation(document, kind, spans, wording == "1"))  # type: ignore[arg-type]
    return rows


def changed(literal: str, times: float | None = None) -> str | None:
    """A figure as another: a whole number 2 more, any other 10 % more, or so many times it; None where it is no number.

    >>> changed("12"), changed("4.50"), changed("0·05"), changed("seven")
    ('14', '4.95', '0·06', 'nine')
    >>> changed("12", 0.5), changed("4.50", 2), changed("1,024", 2)
    ('6', '9.00', '2048')
    """
    if literal.lower() in _WORDS:
        return _WORDS[literal.lower()] if times is None else None
    found = _NUMBER.search(literal)
    if found is None:
        return None
    digits = found.group().replace("·", ".")
    grouped = re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", digits)
    plain = digits.replace(",", "" if grouped else ".")
    decimals = len(plain.partition(".")[2])
    value = float(plain)
    value = value * times if times else value + (max(0.1 * value, 10**-decimals) if decimals else 2)
    new = f"{value:.{decimals}f}" if decimals else str(int(value))
    for mark in "·,":
        if mark in found.group() and not grouped:
            new = new.replace(".", mark)
    return literal[: found.start()] + new + literal[found.end() :]


def raised(text: str) -> set[tuple[str, int, int]]:
    """The findings that accuse or ask, by check and characters."""
    entries = [Found.of("", entry) for entry in reported(audit_document(from_text(text)))]
    return {(found.check, found.start, found.end) for found in entries if found.verdict in _RAISED}


def noticed(text: str, relations: list[Relation]) -> list[str | None]:
    """Of each relation of a text, whether a ``little`` change of a figure is noticed at it, or only a ``far`` one."""
    before = raised(text)
    return [_noticed(text, relation, before) for relation in relations]


def _noticed(text: str, relation: Relation, before: set[tuple[str, int, int]]) -> str | None:
    figures = relation.figures
    little = [(figure, changed(text[slice(*figure)])) for figure in figures]
    if any(_notices(text, relation, figure, other, before) for figure, other in little):
        return "little"
    far = [(figure, changed(text[slice(*figure)], times)) for times in _TIMES for figure in figures]
    far += [(figure, text[slice(*other)]) for figure, other in permutations(figures, 2)]
    return "far" if any(_notices(text, relation, figure, other, before) for figure, other in far) else None


def _notices(
    text: str, relation: Relation, figure: tuple[int, int], other: str | None, before: set[tuple[str, int, int]]
) -> bool:
    start, end = figure
    if other is None or other == text[start:end]:
        return False
    longer = len(other) - (end - start)
    known = {(check, _moved(at, end, longer), _moved(to, end, longer)) for check, at, to in before}
    spans = [(_moved(at, end, longer), _moved(to, end, longer)) for at, to in relation.figures]
    others = [span for span in spans if span[0] != start] or spans
    for check, at, to in raised(text[:start] + other + text[end:]) - known:
        if check in _OF_WORDS and not relation.wording:
            continue
        touches = [span for span in spans if span[0] < to and span[1] > at]
        if touches and (
            relation.wording or len(relation.figures) == 1 or at <= start < to or set(touches) & set(others)
        ):
            return True
    return False


def _moved(offset: int, end: int, longer: int) -> int:
    return offset + longer if offset >= end else offset


def main() -> None:
    """Count the relations recomputed, by kind."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("abstracts", type=Path, nargs="+")
    ask.add_argument("--show", action="store_true", help="list the relations that are not")
    ask.add_argument("--jobs", type=int, default=2)
    options = ask.parse_args()
    by_document: dict[str, list[Relation]] = defaultdict(list)
    for relation in listed():
        by_document[relation.document].append(relation)
    texts = {text.id: text.words or "" for text in material.abstracts(options.abstracts) if text.id in by_document}
    with ProcessPoolExecutor(options.jobs) as pool:
        answers = pool.map(noticed, [texts[name] for name in by_document], by_document.values())
        found = [pair for relations, each in zip(by_document.values(), answers, strict=True)
                 for pair in zip(relations, each, strict=True)]  # fmt: skip
    total: Counter[tuple[bool, str]] = Counter((relation.wording, relation.kind) for relation, _ in found)
    held: Counter[tuple[bool, str]] = Counter((relation.wording, relation.kind) for relation, size in found if size)
    little: Counter[tuple[bool, str]] = Counter(
        (relation.wording, relation.kind) for relation, size in found if size == "little"
    )
    table = [
        [kind, "wording" * wording, number, held[wording, kind], little[wording, kind]]
        for (wording, kind), number in sorted(total.items())
    ]
    print(tabulate(table, headers=["kind", "", "listed", "recomputed", "of a little"]))
    for named, wordings in (("without wording", {False}), ("with wording", {False, True})):
        of = sum(number for (wording, _), number in total.items() if wording in wordings)
        some = sum(number for (wording, _), number in held.items() if wording in wordings)
        low, high = wilson(some, of, 0.95) or (0.0, 1.0)
        print(f"{named}: {some} of {of} = {100 * some / of:.0f} % ({100 * low:.0f} to {100 * high:.0f})")
    if options.show:
        for relation, size in found:
            if not size:
                text = texts[relation.document]
                figures = " ".join(text[start:end] for start, end in relation.figures)
                print(f"  {relation.document} {relation.kind}: {figures} at {relation.figures[0][0]}")


if __name__ == "__main__":
    main()
