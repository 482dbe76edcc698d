"""Tables of PDFs: what is read natively, from `pdftotext -layout`, and from the same paper in XML.

    python benchmarks/pdf_tables.py FOLDER PAPER.pdf ... --show
    python benchmarks/pdf_tables.py PAPER.nxml ... --typeset --keep PDFS/

A PDF's twin is the XML of the same name beside it. With --typeset each paper in XML is set again in several styles by
a headless Chromium, and the paper itself is the twin of its PDFs. Of the pairs of cells that are neighbours in a row or
a column of the twin's tables: those read from the PDF (recall), and of those read the ones that are so (precision).
Shares: percentages recomputed from their counts. Findings: claims recomputed, and of the twin's the ones
that the PDF gives too. Alone: discrepant findings and queries that the twin does not give.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Self

import typeset

from checker import read
from checker.auditing import audit_document
from checker.document import Document, Table
from checker.finding import UNMET, Finding
from checker.model import Verdict
from checker.read.text import from_text

_TWINS = (".nxml", ".xml", ".tei.xml")
_BLANK = re.compile(r"[\s\u00ad]+")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_HEADER = ("document", "way", "tables", "cells", "shares", "findings", "recall", "precision", "of twin's", "alone")

Key = tuple[str, ...]


class Reading(NamedTuple):
    """What one way of reading a paper gives."""

    tables: int
    cells: int
    neighbours: Counter[Key]
    findings: Counter[Key]
    unmet: Counter[Key]
    shares: int
    said: dict[Key, str]

    @classmethod
    def of(cls, document: Document) -> Self:
        """Read and audited."""
        findings = [found for found in audit_document(document).findings if found.verdict != Verdict.UNVERIFIABLE]
        cells = [cell.span for table in document.tables for cell in table.cells]
        figures = sum(any(map(str.isdigit, document.text[span.start : span.end])) for span in cells)
        unmet = [found for found in findings if found.verdict in UNMET]
        return cls(
            len(document.tables),
            figures,
            Counter(pair for table in document.tables for pair in neighbours(document, table)),
            Counter(map(_key, findings)),
            Counter(map(_key, unmet)),
            sum(found.check == "percent_from_count" for found in findings),
            {_key(found): f"{found.verdict.value}: {found.message}" for found in unmet},
        )


def neighbours(document: Document, table: Table) -> Iterator[Key]:
    """The pairs of cells with text that stand next to each other in a row or a column, empty ones passed over."""
    rows: dict[int, list[tuple[int, str]]] = {}
    columns: dict[int, list[tuple[int, str]]] = {}
    for cell in table.cells:
        words = plain(document.text[cell.span.start : cell.span.end])
        if words:
            rows.setdefault(cell.row, []).append((cell.column, words))
            columns.setdefault(cell.column, []).append((cell.row, words))
    for way, lines in (("row", rows), ("column", columns)):
        for line in lines.values():
            ordered = [words for _, words in sorted(line)]
            for first, second in pairwise(ordered):
                yield way, first, second


def plain(text: str) -> str:
    """A cell without its spaces, its dashes made equal."""
    return _BLANK.sub("", text).translate(_DASHES)


def _key(found: Finding) -> Key:
    return found.check, *(f"{name}={plain(figure)}" for name, figure in sorted(found.reported.items()))


def as_layout(path: Path) -> Document | None:
    """The text that pdftotext lays out; None where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    command = [program, "-layout", str(path), "-"]
    return from_text(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode(), str(path))


def compared(name: str, path: Path, twin: Path | None) -> list[tuple[str, str, Reading, Reading | None]]:
    """The readings of a PDF beside that of its twin."""
    other = Reading.of(read.read(twin)) if twin is not None else None
    found = [(name, "native", Reading.of(read.read(path)), other)]
    layout = as_layout(path)
    if layout is not None:
        found.append((name, "layout", Reading.of(layout), other))
    if other is not None:
        found.append((name, "twin", other, None))
    return found


def row(name: str, way: str, reading: Reading, twin: Reading | None) -> list[str]:
    """A row of the report."""
    cells = [name, way, *map(str, (reading.tables, reading.cells, reading.shares, reading.findings.total()))]
    if twin is None:
        return [*cells, "", "", "", ""]
    common = (reading.neighbours & twin.neighbours).total()
    recall, precision = common / max(1, twin.neighbours.total()), common / max(1, reading.neighbours.total())
    shared = (reading.findings & twin.findings).total()
    alone = (reading.unmet - twin.unmet).total()
    return [*cells, f"{recall:.3f}", f"{precision:.3f}", f"{shared}/{twin.findings.total()}", str(alone)]


def _jobs(paths: Sequence[Path], folder: Path | None, styles: Sequence[str]) -> Iterator[tuple[str, Path, Path | None]]:
    """The PDFs to read, with their twins; those of papers in XML are printed first."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if folder is not None and browser is None:
        sys.exit("--typeset wants a Chromium")
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for file in files:
        if file.suffix == ".pdf" and folder is None:
            beside = (file.with_name(file.stem + suffix) for suffix in _TWINS)
            yield file.name, file, next((twin for twin in beside if twin.exists()), None)
        elif file.suffix in (".nxml", ".xml") and folder is not None and browser is not None:
            document = read.read(file)
            for style in styles if document.tables else ():
                target = folder / f"{file.stem} {style}.pdf"
                if not target.exists():
                    typeset.printed(document, style, browser, target)
                yield target.stem, target, file


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path, help="PDFs, with --typeset papers in XML, or folders of them")
    parser.add_argument("--typeset", action="store_true", help="set papers in XML again, and read those PDFs")
    parser.add_argument("--styles", nargs="+", choices=typeset.STYLES, default=list(typeset.STYLES))
    parser.add_argument("--keep", type=Path, help="where typeset PDFs are kept, and found again")
    parser.add_argument("--show", action="store_true", help="what the PDF alone flags, and flags that it lost")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(given.jobs) as pool:
        folder = (given.keep or Path(scratch)) if given.typeset else None
        waiting = [pool.submit(compared, *job) for job in _jobs(given.papers, folder, given.styles)]
        print("\t".join(_HEADER))
        sums: dict[tuple[str, str], list[tuple[Reading, Reading | None]]] = {}
        for answer in waiting:
            for name, way, reading, twin in answer.result():
                if not given.typeset or given.show:
                    print("\t".join(row(name, way, reading, twin)), flush=True)
                if given.show and twin is not None and way == "native":
                    _show(reading, twin)
                style = name.partition(" ")[2] if given.typeset else "all"
                sums.setdefault((style, way), []).append((reading, twin))
    for (style, way), readings in sums.items():
        print("\t".join(_total(style, way, readings)))


def _show(reading: Reading, twin: Reading) -> None:
    for key in reading.unmet - twin.unmet:
        print("  alone:", reading.said[key])
    for key in twin.unmet - reading.unmet:
        print("  lost:", twin.said[key])


def _total(style: str, way: str, readings: Sequence[tuple[Reading, Reading | None]]) -> list[str]:
    """The row of a sum over papers."""

    def total(number: Callable[[Reading], int]) -> str:
        return str(sum(number(reading) for reading, _ in readings))

    counts = total(lambda r: r.tables), total(lambda r: r.cells), total(lambda r: r.shares)
    sums = [style, way, *counts, total(lambda r: r.findings.total())]
    pairs = [(reading, twin) for reading, twin in readings if twin is not None]
    if not pairs:
        return [*sums, "", "", "", ""]
    common = sum((reading.neighbours & twin.neighbours).total() for reading, twin in pairs)
    recall = common / max(1, sum(twin.neighbours.total() for _, twin in pairs))
    precision = common / max(1, sum(reading.neighbours.total() for reading, _ in pairs))
    shared = sum((reading.findings & twin.findings).total() for reading, twin in pairs)
    every = sum(twin.findings.total() for _, twin in pairs)
    alone = sum((reading.unmet - twin.unmet).total() for reading, twin in pairs)
    return [*sums, f"{recall:.3f}", f"{precision:.3f}", f"{shared}/{every} ({shared / max(1, every):.0%})", str(alone)]


if __name__ == "__main__":
    main()
