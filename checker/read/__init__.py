"""Readers: one module for each format, from a file to a `checker.document.Document`.

The format is recognised by content. Each reader's libraries are imported when a file of its format is met, so
that plain text costs none of them.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from checker import crash, files
from checker.document import Document
from checker.read import bounds
from checker.read.errors import ReadError
from checker.read.packed import Content

__all__ = ["MOST_BYTES", "Content", "ReadError", "contents", "every", "from_bytes", "read"]

MOST_BYTES = 200_000_000


def read(path: str | os.PathLike[str]) -> Document:
    """Read one paper.

    Args:
        path: a file in PDF, DOCX, HTML, JATS XML, TEI XML, Markdown or plain text; or a ZIP archive of exactly one.

    Raises:
        ReadError: when there is no such file, or it cannot be read as a paper; its message says why.
    """
    found = list(_first_two(every([path])))
    for item in found:
        if isinstance(item, ReadError):
            raise item
    if len(found) != 1:
        raise ReadError(str(path), "expected one paper, but there are several; read them with checker.read.every")
    return found[0]  # type: ignore[return-value]


def every(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Document | ReadError]:
    """Read files, folders and ZIP archives of papers: for each paper its document, or the reason why not.

    Args:
        paths: what to read; folders are read with the folders in them.
    """
    for found in contents(paths):
        try:
            yield found if isinstance(found, ReadError) else from_bytes(found.data, found.path)
        except ReadError as error:
            yield error


def contents(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Content | ReadError]:
    """The papers among files, folders and ZIP archives, none of them read as one yet: their bytes."""
    from checker.read import archive

    for path in paths:
        try:
            if Path(path).is_dir():
                yield from archive.folder(Path(path), contents)
                continue
            data = _content(Path(path))
            if _is_archive(data, str(path)):
                yield from archive.from_bytes(data, str(path))
            else:
                yield Content(str(path), data)
        except ReadError as error:
            yield error
        except Exception as error:
            yield ReadError(str(path), crash.sentence(error), crash.trace(error))


def from_bytes(data: bytes, path: str) -> Document:
    """Read one paper from its bytes.

    Args:
        data: the content of a file.
        path: what to call it.

    Raises:
        ReadError: when it cannot be read as a paper.
    """
    from checker.read.sniff import sniff

    try:
        found = sniff(data, path)
        document = _of_format(found.format, data, found.text, path)
    except ReadError:
        raise
    except Exception as error:  # whatever a library makes of a file that nobody foresaw
        raise ReadError(path, crash.sentence(error), crash.trace(error)) from error
    if not document.text.strip():
        raise ReadError(path, "expected a paper, but the file has no text")
    if len(document.text) > bounds.MOST_CHARACTERS:
        raise ReadError(path, f"expected a paper of at most {bounds.MOST_CHARACTERS:,} characters")
    return msgspec.structs.replace(document, sha256=hashlib.sha256(data).hexdigest())


def may_be_several(path: str | os.PathLike[str]) -> bool:
    """Whether there may be more than one paper at a path: it is a folder or an archive."""
    try:
        if Path(path).is_dir():
            return True
        return files.content(path, first=2) == b"PK" and _is_archive(_content(Path(path)), str(path))
    except (OSError, ValueError, ReadError):
        return False


def _of_format(format_: str, data: bytes, text: str, path: str) -> Document:
    if format_ == "pdf":
        from checker.read.pdf import from_bytes as from_pdf

        return from_pdf(data, path)
    if format_ == "docx":
        from checker.read.docx import from_bytes as from_docx

        return from_docx(data, path)
    if format_ == "jats":
        from checker.read.jats import from_bytes as from_jats

        return from_jats(data, path)
    if format_ == "tei":
        from checker.read.tei import from_bytes as from_tei

        return from_tei(data, path)
    if format_ == "html":
        from checker.read.html import from_text as from_html

        return from_html(text, path)
    if format_ == "zip":
        raise ReadError(path, "expected a paper, not an archive inside another")
    if len(text) > bounds.MOST_CHARACTERS:
        raise ReadError(path, f"expected a paper of at most {bounds.MOST_CHARACTERS:,} characters")
    from checker.read import text as plain

    return plain.from_text(text, path)


def _content(path: Path) -> bytes:
    try:
        return files.content(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        raise ReadError(str(path), getattr(error, "strerror", None) or str(error)) from None


def _is_archive(data: bytes, path: str) -> bool:
    from checker.read.sniff import sniff

    return data.startswith(b"PK") and sniff(data, path).format == "zip"


def _first_two(items: Iterator[Document | ReadError]) -> Iterator[Document | ReadError]:
    for _, item in zip(range(2), items, strict=False):
        yield item
