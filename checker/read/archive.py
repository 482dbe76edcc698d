"""Folders and ZIP archives of papers: the content, or one reason why not, of each file in them.

Nothing is written to disk: members of an archive are read in memory, one at a time.
"""

import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker import files
from checker.read import packed
from checker.read.errors import ReadError
from checker.read.packed import Content
from checker.read.sniff import is_media

MOST_BYTES = 100_000_000
MOST_UNPACKED = 2_000_000_000


def from_bytes(data: bytes, path: str) -> Iterator[Content | ReadError]:
    """The papers of a ZIP archive; archives inside it are not opened.

    Raises:
        ReadError: when the archive itself is damaged, a bomb, or has no files.
    """
    _check(data, path)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        # Not member.is_dir(), which fails at a name that is empty.
        members = [m for m in package.infolist() if not m.filename.endswith("/") and not _hidden(m.filename)]
        if not members:
            raise ReadError(path, "expected an archive of papers, but it has no files")
        for member in sorted(members, key=lambda member: member.filename):
            name = f"{path}/{_printable(member.filename)}"
            try:
                content = packed.member(package, member, MOST_BYTES, name)
                if not is_media(content):
                    yield Content(name, content)
            except ReadError as error:
                yield error


def folder(
    path: Path, contents: Callable[[Iterable[Path]], Iterator[Content | ReadError]]
) -> Iterator[Content | ReadError]:
    """The papers of a folder and the folders in it, each as ``contents`` has it, in the order of their names.

    Hidden files and images are passed over; links to folders are not followed. A folder that cannot be looked into is
    named behind the others.
    """
    found = False
    closed: list[OSError] = []
    for parent, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(names):
            file = Path(parent, name)
            if _hidden(name) or _is_media_file(file):
                continue
            found = True
            yield from contents([file])
    for error in closed:
        yield ReadError(str(error.filename), f"expected a folder that can be read ({error.strerror})")
    if not found and not closed:
        yield ReadError(str(path), "expected a folder of papers, but it has no files")


def _check(data: bytes, path: str) -> None:
    """Refuse what no archive of papers is: encryption is left to each member, which gets its own sentence."""
    try:
        packed.check(data, path, MOST_UNPACKED, "an archive of papers")
    except ReadError as error:
        if "encrypted" not in error.reason:
            raise


def _is_media_file(file: Path) -> bool:
    try:
        return is_media(files.content(file, first=16))
    except OSError:
        return False


def _hidden(name: str) -> bool:
    return any(
        (part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in name.split("/")
    ) or name.endswith("Thumbs.db")


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in name)[:200]
