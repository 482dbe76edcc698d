"""The text that a claims file speaks of, found in a folder and checked against the file's SHA-256."""

import hashlib
import os
from pathlib import Path

from checker import files
from checker.document import Document
from checker.paper import Paper
from checker.read import MOST_BYTES
from checker.read.text import from_text


class SourceError(Exception):
    """The source of a claims file is not there, or is another text than the one encoded."""


def find(paper: Paper, folder: Path) -> Document:
    """Read the source of a claims file from a folder.

    Raises:
        SourceError: when the claims file names no source, or the folder has no such file or another version.
    """
    source = paper.document.source
    if source is None:
        raise SourceError(f"{paper.document.title}: expected the key `source` under `document`")
    path = folder / source.file
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise SourceError(f"{path}: expected the source inside the folder {folder}")
        content = files.content(path, MOST_BYTES)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:  # a name that no file has
        raise SourceError(f"{path!r}: {error}") from None
    digest = hashlib.sha256(content).hexdigest()
    if source.sha256 and digest != source.sha256:
        raise SourceError(f"{path}: expected the text with SHA-256 {source.sha256[:12]}…, not {digest[:12]}…")
    try:
        return from_text(content.decode("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: expected UTF-8 text: {error.reason} at byte {error.start}") from None
