"""A paper to findings: read, extract, recompute, judge."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from checker import run
from checker.document import Document
from checker.extract import extract
from checker.read.text import from_text
from checker.run import Result

STANDARD_INPUT = "-"


def audit(source: str | Path | Document, only: frozenset[str] = frozenset()) -> Result:
    """Audit a document, the file at a path, or a text: a `str` that names no file.

    ``only`` names the checks to run, all if empty. A file that cannot be read is a result with an error.
    """
    if isinstance(source, Document):
        return _audited(source, only)
    if isinstance(source, str) and ("\n" in source or not Path(source).exists()):
        return _audited(from_text(source), only)
    [result] = audit_files([source], only)
    return result


def files(paths: Iterable[str | Path]) -> list[Path]:
    """The files among the paths, and those in folders among them, hidden ones left out."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inner = (file for file in path.rglob("*") if file.is_file())
            found += sorted(file for file in inner if not any(part.startswith(".") for part in file.parts[1:]))
        else:
            found.append(path)
    return found


def audit_files(paths: Iterable[str | Path], only: frozenset[str] = frozenset()) -> Iterator[Result]:
    """Audit files, one result each; a file that cannot be read is a result with an error."""
    for path in paths:
        try:
            content = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else Path(path).read_bytes()
            document = from_text(content.decode("utf-8"), str(path))
        except OSError as error:
            yield Result(path=str(path), error=f"{path}: {error.strerror or error}")
            continue
        except UnicodeDecodeError as error:
            yield Result(path=str(path), error=f"{path}: expected UTF-8 text: {error.reason} at byte {error.start}")
            continue
        yield _audited(document, only)


def _audited(document: Document, only: frozenset[str]) -> Result:
    paper = extract(document)
    return Result(path=document.path, paper=paper, document=document, findings=tuple(run.verify(paper, only)))
