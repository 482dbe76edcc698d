"""Relations between printed figures that a statistician listed by hand: how many are recomputed.

    python benchmarks/relations.py ABSTRACTS.jsonl --show

``relations.tsv`` was listed by a reader who has not seen the code, before the program read the texts: document, kind,
the characters of each figure, and whether the relation is one between words and figures. A relation is recomputed where
changing one of its figures makes a finding there discrepant or a query that was not: strictly, a count by 2, any other
by 10 %.

So little cannot break every relation: an estimate stays within its interval, lower is still lower. Of one between
figures each is also changed to its double, its half, or another of them, as figures are typed twice. Of one with
wording the figures are also changed so that the word is wrong: two of them exchanged, or one moved beyond the other; a
p moved across 0.05 (0.03 to 0.3, 0.20 to 0.02, <0.05 to >0.05), a limit across the null value, a single percentage
across half; it is recomputed where a check of words against figures then accuses or asks there, or does so before. The
strict count stands beside it.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import material
from findings import Found, reported
from tabulate import tabulate

from checker.auditing import audit_document
from checker.model import Reported
from checker.read.text import from_text
from checker.statistics.proportion import wilson

LIST = Path(__file__).with_name("relations.tsv")
_RAISED = {"discrepant", "query"}
_TIMES = (2.0, 0.5)
# Checks that hold words against figures; words tell which figures a difference is of.
_WORDED = {"ranking_of_figures", "significance_wording", "quantifier_wording", "direction_wording"}
_OF_WORDS = {*_WORDED, "difference_of_figures"}
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


class Edit(NamedTuple):
    """Characters of a text, and what is put in their place."""

    start: int
    end: int
    new: str


class Answer(NamedTuple):
    """Whether a relation is recomputed: one of its figures changed a little, or as far as it takes."""

    strict: bool
    held: bool


def belying(text: str, relation: Relation) -> Iterator[tuple[Edit, ...]]:
    """Changes of the figures of a relation with wording that make the word wrong.

    >>> text = "Pain was lower (35 vs 49, p = 0.03)."
    >>> list(belying(text, Relation("", "direction", ((16, 18), (22, 24)), True)))[0]
    (Edit(start=16, end=18, new='49'), Edit(start=22, end=24, new='35'))
    >>> list(belying(text, Relation("", "significance", ((30, 34),), True)))
    [(Edit(start=30, end=34, new='0.3'),)]
    """
    spans = relation.figures
    if relation.kind == "significance" and (
        len(spans) == 1 or _P_WORD.search(text[max(0, spans[-1][0] - 14) : spans[-1][0]])
    ):
        yield from _across_the_level(text, *spans[-1])
        return
    for at, (start, end) in enumerate(spans):
        for other_start, other_end in spans[at + 1 :]:
            one, other = text[start:end], text[other_start:other_end]
            yield Edit(start, end, other), Edit(other_start, other_end, one)
            for literal, bound, place in ((one, other, (start, end)), (other, one, (other_start, other_end))):
                if (value := _value(literal)) is not None and (limit := _value(bound)) is not None:
                    yield (Edit(*place, _like(literal, limit * 1.5 if value <= limit else limit / 2)),)
    if relation.kind == "significance" and len(spans) == 2:
        start, end = spans[0]
        yield (Edit(start, end, text[start:end].lstrip("-") if text[start] == "-" else "-" + text[start:end]),)
    if len(spans) == 1 and (value := _value(text[slice(*spans[0])])) is not None:
        yield (Edit(*spans[0], _like(text[slice(*spans[0])], 100 - value)),)


_P_WORD = re.compile(r"\bp\b[^a-z]*(?:less than |more than |greater than )?$", re.IGNORECASE)
_BOUND = re.compile(r"(?:[<>≤≥]|less than|more than|greater than)(?= ?$)", re.IGNORECASE)
_OTHER_BOUND = {"<": ">", ">": "<", "≤": ">", "≥": "<", "less than": "more than"}


def _across_the_level(text: str, start: int, end: int) -> Iterator[tuple[Edit, ...]]:
    """A p on the other side of 0.05."""
    value = _value(text[start:end])
    if value is None:
        return
    level = _like(text[start:end], 0.05, 2)
    bound = _BOUND.search(text, max(0, start - 14), start)
    if bound is not None:
        other = _OTHER_BOUND.get(bound.group().lower(), "less than")
        yield Edit(bound.start(), bound.end(), other), Edit(start, end, level)
        return
    significant = value < 0.05
    while value > 0 and (value < 0.05) == significant:
        value = value * 10 if significant else value / 10
    # 0.1 may be 0.05 rounded once more.
    value *= 3 if significant and value < 0.11 else 1
    yield (Edit(start, end, _like(text[start:end], value, 3)),)


def _value(literal: str) -> float | None:
    try:
        return Reported(literal).value
    except ValueError:
        return None


def _like(literal: str, value: float, decimals: int | None = None) -> str:
    """A number printed as another is."""
    if decimals is None:
        decimals = len(re.split(r"[.·]", literal)[-1]) if re.search(r"[.·]", literal) else 0
    new = f"{value:.{decimals}f}"
    new = new.rstrip("0") if decimals == 3 else new
    return new.replace(".", "·") if "·" in literal else new


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with its changes."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def noticed(text: str, relations: list[Relation]) -> list[Answer]:
    """Of each relation of a text, whether a change of its figures is noticed at it."""
    before = raised(text)
    answers = []
    for relation in relations:
        little = [(figure, changed(text[slice(*figure)])) for figure in relation.figures]
        strict = any(_notices(text, relation, figure, other, before) for figure, other in little)
        answers.append(Answer(strict, strict or _far(text, relation, before)))
    return answers


def _far(text: str, relation: Relation, before: set[tuple[str, int, int]]) -> bool:
    """Whether figures that are far from right, or belie a word, are noticed."""
    if relation.wording:
        return _told(relation.figures, relation.kind, before) or any(
            _belies(text, relation, edits, before) for edits in belying(text, relation)
        )
    figures = relation.figures
    far = [(figure, changed(text[slice(*figure)], times)) for times in _TIMES for figure in figures]
    far += [(figure, text[slice(*other)]) for figure, other in permutations(figures, 2)]
    return any(_notices(text, relation, figure, other, before) for figure, other in far)


def _notices(
    text: str, relation: Relation, figure: tuple[int, int], other: str | None, before: set[tuple[str, int, int]]
) -> bool:
    start, end = figure
    if other is None or other == text[start:end]:
        return False
    edits = (Edit(start, end, other),)
    spans = [(_moved(at, edits), _moved(to, edits)) for at, to in relation.figures]
    others = [span for span in spans if span[0] != start] or spans
    for check, at, to in _new(text, edits, before):
        if check in _WORDED and not relation.wording:
            continue
        touches = [span for span in spans if span[0] < to and span[1] > at]
        if touches and (
            relation.wording or len(relation.figures) == 1 or at <= start < to or set(touches) & set(others)
        ):
            return True
    return False


def _belies(text: str, relation: Relation, edits: tuple[Edit, ...], before: set[tuple[str, int, int]]) -> bool:
    """Whether a check of words accuses or asks at two figures of the relation, or at its only one."""
    spans = [(_moved(at, edits), _moved(to, edits)) for at, to in relation.figures]
    return _told(spans, relation.kind, _new(text, edits, before))


def _told(spans: Sequence[tuple[int, int]], kind: str, found: set[tuple[str, int, int]]) -> bool:
    """Whether a check of words accuses or asks at two figures, or at the only one."""
    least = min(2, len(spans)) if kind == "direction" else 1
    return any(
        sum(start < to and end > at for start, end in spans) >= least for check, at, to in found if check in _OF_WORDS
    )


def _new(text: str, edits: tuple[Edit, ...], before: set[tuple[str, int, int]]) -> set[tuple[str, int, int]]:
    """The findings that the changes make."""
    known = {(check, _moved(at, edits), _moved(to, edits)) for check, at, to in before}
    return raised(edited(text, edits)) - known


def _moved(offset: int, edits: tuple[Edit, ...]) -> int:
    return offset + sum(len(edit.new) - (edit.end - edit.start) for edit in edits if offset >= edit.end)


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
    strict: Counter[tuple[bool, str]] = Counter()
    held: Counter[tuple[bool, str]] = Counter()
    for relation, answer in found:
        strict[relation.wording, relation.kind] += answer.strict
        held[relation.wording, relation.kind] += answer.held
    table = [
        [kind, "wording" * wording, number, held[wording, kind], strict[wording, kind]]
        for (wording, kind), number in sorted(total.items())
    ]
    print(tabulate(table, headers=["kind", "", "listed", "recomputed", "strictly"]))
    for named, wordings, counted in (
        ("without wording", {False}, held),
        ("without wording, strictly", {False}, strict),
        ("with wording", {False, True}, held),
        ("with wording, strictly", {False, True}, strict),
    ):
        of = sum(number for (wording, _), number in total.items() if wording in wordings)
        some = sum(number for (wording, _), number in counted.items() if wording in wordings)
        low, high = wilson(some, of, 0.95) or (0.0, 1.0)
        print(f"{named}: {some} of {of} = {100 * some / of:.0f} % ({100 * low:.0f} to {100 * high:.0f})")
    if options.show:
        for relation, answer in found:
            if not answer.held:
                text = texts[relation.document]
                figures = " ".join(text[start:end] for start, end in relation.figures)
                print(f"  {relation.document} {relation.kind}: {figures} at {relation.figures[0][0]}")


if __name__ == "__main__":
    main()
