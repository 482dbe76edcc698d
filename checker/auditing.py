"""A paper to findings: read, extract, recompute, judge."""

import os
import sys
from collections.abc import Iterable, Iterator

from checker import read, run
from checker.document import Document
from checker.extract import extract
from checker.run import Result

STANDARD_INPUT = "-"


def audit_document(document: Document, only: frozenset[str] = frozenset()) -> Result:
    """Find the claims of a document and recompute them; ``only`` names the checks to run, all if empty."""
    paper = extract(document)
    return Result(path=document.path, paper=paper, document=document, findings=tuple(run.verify(paper, only)))


def audit_paths(paths: Iterable[str | os.PathLike[str]], only: frozenset[str] = frozenset()) -> Iterator[Result]:
    """Audit files, folders and archives (``-``: standard input), one result a paper, errors among them."""
    for path in paths:
        for found in _standard_input() if str(path) == STANDARD_INPUT else read.every([path]):
            if isinstance(found, Document):
                yield audit_document(found, only)
            else:
                yield Result(path=found.path, error=str(found))


def _standard_input() -> Iterator[Document | read.ReadError]:
    try:
        yield read.from_bytes(sys.stdin.buffer.read(read.MOST_BYTES), STANDARD_INPUT)
    except read.ReadError as error:
        yield error
