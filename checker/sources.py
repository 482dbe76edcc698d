"""The text that a claims file speaks of, found in a folder and checked against the file's SHA-256.

It is the text that `checker audit` reads and `checker text` prints, whatever the format of the file.
"""

import hashlib
import os
from pathlib import Path

from checker import files, read
from checker.document import Document
from checker.paper import Paper


class SourceError(Exception):
    """The source of a claims file is not there, or is another text than the one encoded."""


def find(paper: Paper, folder: Path) -> Document:
    """Read the source of a claims file from a folder.

    Raises:
        SourceError: when the claims file names no source, or the folder has no such file or another version, or the
            file cannot be read as a paper.
    """
    source = paper.document.source
    if source is None:
        raise SourceError(f"{paper.document.title}: expected the key `source` under `document`")
    path = folder / source.file
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise SourceError(f"{path}: expected the source inside the folder {folder}")
        digest = sha256(path)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:  # a name that no file has
        raise SourceError(f"{path!r}: {error}") from None
    if source.sha256 and digest != source.sha256:
        raise SourceError(f"{path}: expected the file with SHA-256 {source.sha256[:12]}…, not {digest[:12]}…")
    try:
        return read.read(path)
    except read.ReadError as error:
        raise SourceError(str(error)) from None


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: where it cannot be read.
    """
    return hashlib.sha256(files.content(path, read.MOST_BYTES)).hexdigest()
