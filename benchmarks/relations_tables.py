"""Relations between figures of tables that a statistician listed by hand: how many are recomputed.

    python benchmarks/relations_tables.py PAPERS/ FULLTEXT/ --show

``relations_tables.tsv`` lists what a reader who has not seen the code would check in 16 tables: the paper, the number
of the table, the kind, and the figures by their place: ``r5c2`` of the table, ``1:r2c2`` of another one, anywhere in
the ``text`` (captions and notes too) or ``abstract``; only their digits are kept. Each number of a relation is changed
in turn (as in ``relations.py``: a count by 2, any other by 10 %) in the model of the paper as it was read. The
relation is recomputed where a check that is one for its kind then makes a finding that it did not make before, or makes
another one, discrepant or a query, at the figure changed.

What the kinds mean here: a ``repeat`` is a figure said again, in the text, in another table or as the same count, and
any check that sets one against the other will do; a ``total`` is of groups, strata or people, and of means of the two
as well; a median in its range (``median_range``) is an order of figures, which a change by a tenth does not break, so
that it is made ten times as large; ``other`` is whatever else follows, by any check. A figure that stands in the text
several times is changed where it stands first, for the abstract before the body.
"""

import argparse
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import material
import msgspec
from findings import Found, reported
from relations import changed
from tabulate import tabulate

from checker import read
from checker.auditing import audit_document
from checker.document import Block, Cell, Document, Span, Table
from checker.statistics.proportion import wilson

LIST = Path(__file__).with_name("relations_tables.tsv")
_RAISED = {"discrepant", "query"}
_CELL = re.compile(r"(?:(?P<table>[0-9]+):)?r(?P<row>[0-9]+)c(?P<column>[0-9]+)$")
_SHARES = {"percent_from_count", "count_from_percent", "count_within_total", "sample_size", "percent_from_parts"}
_WHOLES = {"parts_of_whole", "percentages_of_partition", "percent_from_parts", "total_of_population", "mean_of_groups"}
_ORDER = "median_range"
# The checks that recompute a relation of a kind; any, where none are listed.
CHECKS = {
    "proportion": _SHARES | {"grim"},
    "partition": _WHOLES | _SHARES,
    "total": _WHOLES | _SHARES | {"repeated_figure"},
    "difference": {"difference_of_figures", "difference_of_means"},
    "interval": {
        "estimate_from_interval", "estimate_within_interval", "middle_of_interval", "interval_of_mean",
        "interval_from_error", "interval_method", "binomial_interval", "effect_from_counts",
    },
    "interval_p": {"p_from_interval", "significance_wording"},
    "p_counts": {"p_from_two_by_two", "p_from_table"},
    "means_p": {"p_from_means", "p_from_several_means"},
    "statistic_p": {"p_from_statistic", "statistic_from_error"},
    "effect_counts": {"effect_from_counts", "effect_from_percentages", "count_from_interval"},
    _ORDER: {"estimate_within_interval", "median_parity", "sd_within_range"},
}  # fmt: skip


class Relation(NamedTuple):
    """Figures of a table that must agree, each by its place and its numbers."""

    document: str
    table: str
    kind: str
    figures: tuple[tuple[str, tuple[str, ...]], ...]


Spanned = TypeVar("Spanned", Block, Cell, Table)
Task = tuple[Path, tuple[int, int], bool]
Placed = tuple[Relation, list[tuple[int, int]]]


def listed(path: Path = LIST) -> list[Relation]:
    """The relations of the list."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        document, table, kind, figures = line.split("\t")
        places = (figure.split("=") for figure in figures.split(" | "))
        rows.append(Relation(document, table, kind, tuple((place, tuple(held.split())) for place, held in places)))
    return rows


def placed(document: Document, relation: Relation) -> list[tuple[int, int]]:
    """The characters of all the numbers of a relation that are found."""
    found: list[tuple[int, int]] = []
    for place, numbers in relation.figures:
        within = _cell(document, relation.table, place) if _CELL.match(place) else None
        spans = [within] if within is not None else _rooms(document, relation.table, place)
        found += next((held for span in spans if (held := _numbers(document.text, span, numbers))), [])
    return found


def _cell(document: Document, table: str, place: str) -> Span | None:
    at = _CELL.match(place)
    assert at is not None, place
    wanted = int(at["row"]) - 1, int(at["column"]) - 1
    for each in document.tables:
        caption = document.text[each.caption.start : each.caption.end] if each.caption is not None else ""
        if re.match(rf"\s*table {at['table'] or table}\b", caption, re.IGNORECASE):
            for cell in each.cells:
                if (cell.row, cell.column) == wanted:
                    return cell.span
    return None


def _rooms(document: Document, table: str, place: str) -> list[Span]:
    """Where figures may stand that stand in no cell: what stands below the table's caption for those of its cells."""
    blocks = [block.span for block in document.prose() if block.kind != "table"]
    if not (of_cell := _CELL.match(place)):
        return blocks if place == "abstract" else [*blocks[5:], *blocks[:5]]
    number = of_cell["table"] or table
    captions = re.finditer(rf"(?mi)^\s*table {number}\b", document.text)
    return [Span(found.start(), found.start() + 6000) for found in captions]


def _numbers(text: str, span: Span, numbers: Sequence[str]) -> list[tuple[int, int]]:
    """The characters of numbers that stand in this order, if they do."""
    shape = r"[^0-9]{0,40}".join(rf"(?<![0-9.·])({re.escape(number)})(?![0-9]|[.·][0-9])" for number in numbers)
    found = re.compile(shape, re.IGNORECASE).search(text, span.start, span.end)
    return [found.span(at + 1) for at in range(len(numbers))] if found else []


def rewritten(document: Document, start: int, end: int, other: str) -> Document:
    """A paper with other characters at a place, and everything behind it moved along."""
    longer = len(other) - (end - start)

    def moved(span: Span) -> Span:
        return Span(span.start + longer * (span.start >= end), span.end + longer * (span.end >= end))

    def with_span(each: Spanned, **also: Any) -> Spanned:
        return msgspec.structs.replace(each, span=moved(each.span), **also)

    return msgspec.structs.replace(
        document,
        text=document.text[:start] + other + document.text[end:],
        blocks=tuple(map(with_span, document.blocks)),
        tables=tuple(
            with_span(
                table,
                cells=tuple(map(with_span, table.cells)),
                caption=moved(table.caption) if table.caption is not None else None,
            )
            for table in document.tables
        ),
        pages=tuple(page + longer * (page >= end) for page in document.pages),
    )


@functools.lru_cache(maxsize=1)
def _read(path: Path) -> Document:
    found = next(iter(read.every([path])))
    assert isinstance(found, Document), found
    return found


@functools.lru_cache(maxsize=1)
def _before(path: Path) -> frozenset[tuple[str, int, int, str]]:
    return frozenset(_raised(_read(path), 0, 0))


def _raised(document: Document, end: int, longer: int) -> Iterator[tuple[str, int, int, str]]:
    """The findings that accuse or ask, at the characters that they had before any change."""
    for entry in reported(audit_document(document)):
        found = Found.of("", entry)
        if found.verdict in _RAISED:
            start, to = (at - longer * (at - longer >= end) for at in (found.start, found.end))
            yield found.check, start, to, found.digest


def noticed(task: Task) -> set[tuple[str, int, int]]:
    """What a change of one number raises: checks and characters."""
    path, (start, end), far = task
    document = _read(path)
    literal = document.text[start:end]
    other = f"{float(literal) * 10:g}" if far and literal.replace(".", "").isdigit() else changed(literal)
    if other is None:
        return set()
    after = _raised(rewritten(document, start, end, other), end, len(other) - (end - start))
    return {found[:3] for found in after if found not in _before(path)}


def recomputed(relation: Relation, raised: dict[tuple[int, int], set[tuple[str, int, int]]]) -> bool:
    """Whether what a change of each of its numbers raises is at one of them and of a check for its kind."""
    checks = CHECKS.get(relation.kind)
    for span, several in raised.items():
        for check, start, end in several:
            touches = [each for each in raised if each[0] < end and each[1] > start]
            if touches and (checks is None or check in checks) and (start <= span[0] < end or len(touches) > 1):
                return True
    return False


def main() -> None:
    """Count the relations recomputed, by kind, those of JATS apart from those of PDF."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("papers", type=Path, nargs="+")
    ask.add_argument("--show", action="store_true", help="list the relations that are not")
    ask.add_argument("--only", help="documents whose name contains this")
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("--relations", type=Path, default=LIST, help="another list, such as relations_tables_later.tsv")
    options = ask.parse_args()
    paths = {text.path.name: text.path for text in material.papers(options.papers)}
    relations = [relation for relation in listed(options.relations) if (options.only or "") in relation.document]
    by_document: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        by_document[relation.document].append(relation)
    found: list[Placed] = []
    for name, several in by_document.items():
        found += [(relation, placed(_read(paths[name]), relation)) for relation in several]
    tasks = [[(paths[relation.document], span, relation.kind == _ORDER) for span in spans] for relation, spans in found]
    once = sorted({task for several in tasks for task in several})
    with ProcessPoolExecutor(options.jobs) as pool:
        answers = dict(zip(once, pool.map(noticed, once, chunksize=8), strict=True))
    held = [
        recomputed(relation, {task[1]: answers[task] for task in several})
        for (relation, _), several in zip(found, tasks, strict=True)
    ]
    _print(found, held, options.show)


def _print(found: Sequence[Placed], held: Sequence[bool], show: bool) -> None:
    for kind_of_file in ("nxml", "pdf"):
        of = Counter[str]()
        held_of = Counter[str]()
        for (relation, _), is_held in zip(found, held, strict=True):
            if relation.document.endswith(kind_of_file):
                of[relation.kind] += 1
                held_of[relation.kind] += is_held
        if not of:
            continue
        rows = [[kind, of[kind], held_of[kind]] for kind in sorted(of)]
        print(tabulate(rows, headers=[kind_of_file, "listed", "recomputed"]))
        for name, kinds in (("percentages of counts", {"proportion"}), ("all else", of.keys() - {"proportion"})):
            number, some = (sum(counted[kind] for kind in kinds) for counted in (of, held_of))
            low, high = wilson(some, max(number, 1), 0.95) or (0.0, 1.0)
            share = f"{100 * some / max(1, number):.0f} % ({100 * low:.0f} to {100 * high:.0f})"
            print(f"{name}: {some} of {number} = {share}")
        print()
    for (relation, spans), is_held in zip(found, held, strict=True):
        if show and not is_held:
            figures = " | ".join(f"{place}={' '.join(numbers)}" for place, numbers in relation.figures)
            missing = "" if spans else " (not found)"
            print(f"  {relation.document} table {relation.table} {relation.kind}: {figures}{missing}")


if __name__ == "__main__":
    main()
