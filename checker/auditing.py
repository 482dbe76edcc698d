"""A paper to findings: read, extract, recompute, judge."""

import functools
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from checker import crash, read, run
from checker.document import Document
from checker.extraction import extract
from checker.finding import Result

STANDARD_INPUT = "-"


def audit_document(document: Document, only: frozenset[str] = frozenset()) -> Result:
    """Find the claims of a document and recompute them; ``only`` names the checks to run, all if empty."""
    paper = extract(document)
    findings = tuple(run.verify(paper, only))
    return Result(path=document.path, paper=paper, document=document, findings=findings, sha256=document.sha256)


def audit_paths(paths: Iterable[str | os.PathLike[str]], only: frozenset[str] = frozenset()) -> Iterator[Result]:
    """Audit files, folders and archives (``-``: standard input), one result a paper, errors among them."""
    return (
        Result(path=found.path, error=str(found), trace=found.trace)
        if isinstance(found, read.ReadError)
        else audit_content(found, only)
        for found in contents(paths)
    )


def audit_content(content: read.Content, only: frozenset[str] = frozenset()) -> Result:
    """Audit one paper from its bytes; what goes wrong with it is in the result."""
    try:
        document = read.from_bytes(content.data, content.path)
    except read.ReadError as error:
        return Result(path=content.path, error=str(error), trace=error.trace)
    return guarded(content.path, functools.partial(audit_document, document, only))


def contents(paths: Iterable[str | os.PathLike[str]]) -> Iterator[read.Content | read.ReadError]:
    """The papers among files, folders and archives (``-``: standard input), not read yet."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield read.Content(STANDARD_INPUT, _standard_input())
        else:
            yield from read.contents([path])


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(read.MOST_BYTES)


def trace_paths(paths: Sequence[str], about: str) -> Iterator[str]:
    """How the sentences of papers that have some words were read; without a paper, how the words themselves are."""
    from checker.extraction.trace import trace
    from checker.read.text import from_text

    if not paths:
        yield trace(from_text(about))
    for found in read.every(paths):
        yield f"{found.path}: {trace(found, about)}" if isinstance(found, Document) else str(found)


def one_document(path: str) -> Document:
    """The one paper of a file, or of standard input (``-``), as text.

    Raises:
        ReadError: when it cannot be read, or there are several.
    """
    if path != STANDARD_INPUT:
        return read.read(path)
    return read.from_bytes(_standard_input(), STANDARD_INPUT)


def draft_path(path: str) -> str:
    """The draft of a paper's claims file.

    Raises:
        ReadError: when the paper cannot be read, or the program itself fails at it.
    """
    from checker import draft

    document = one_document(path)
    try:
        return draft.of(document, path)
    except Exception as error:
        raise read.ReadError(path, crash.sentence(error), crash.trace(error)) from error


def guarded(path: str, work: Callable[[], Result]) -> Result:
    """The result of some work on one file; where the program itself fails at it, a result that says so."""
    try:
        return work()
    except Exception as error:  # a defect must cost one paper, and not those after it
        failure = read.ReadError(path, crash.sentence(error))
        return Result(path=path, error=str(failure), trace=crash.trace(error))


def verify_file(path: Path, source: Path | None, only: frozenset[str] = frozenset()) -> Result:
    """Recompute the claims of a claims file; ``source``: the folder of the papers' texts, to quote from."""
    from checker import claimfile, sources

    def work() -> Result:
        try:
            content = claimfile.content(path)
            paper, lines = claimfile.located(content, str(path))
            document = sources.find(paper, source) if source is not None else None
        except (claimfile.ClaimFileError, sources.SourceError) as error:
            return Result(path=str(path), error=str(error))
        found, digest = tuple(run.verify(paper, only)), hashlib.sha256(content).hexdigest()
        return Result(path=str(path), paper=paper, document=document, findings=found, sha256=digest, lines=lines)

    return guarded(str(path), work)
