"""What Python programs and notebooks call: ``checker.audit``, ``checker.verify``, ``checker.extract``."""

import errno
import itertools
import os
import re
from collections.abc import Iterable
from pathlib import Path

from checker import checks, read, run
from checker.auditing import audit_document, audit_paths, verify_file
from checker.document import Document
from checker.finding import Result
from checker.paper import Paper
from checker.read.text import from_text

# One word with a suffix is meant for the name of a file, also where there is no such file.
_FILE_NAME = re.compile(r"[^\s]{1,250}\.[A-Za-z]\w{0,7}")


def audit(source: str | os.PathLike[str] | Document, only: str | Iterable[str] = ()) -> Result:
    """Recompute the figures of a paper.

    Args:
        source: the path of a file, the text of a paper, or a document already read.
        only: the names of the checks to run; all if empty.

    Returns:
        What was found: ``findings``, ``to_pandas()``, and a summary in notebooks. A file that cannot be read
        is a result with an ``error``.

    Raises:
        FileNotFoundError: where ``source`` reads as the name of a file and there is none.
        ValueError: where it is a folder or an archive of several papers, or a check is not known.
    """
    chosen = checks.chosen(only)
    if isinstance(source, Document):
        return audit_document(source, chosen)
    if (text := _text(source)) is not None:
        return audit_document(text, chosen)
    return _one(audit_paths([source], chosen), source, "paper, not a folder or an archive of several")


def verify(
    claims: str | os.PathLike[str] | Paper,
    source: str | os.PathLike[str] | None = None,
    only: str | Iterable[str] = (),
) -> Result:
    """Recompute every claim of a claims file.

    Args:
        claims: the path of the file, or what `extract` found.
        source: the folder with the text of the paper, to quote from.
        only: the names of the checks to run; all if empty.

    Returns:
        What was found. A file that cannot be read, or not as claims, is a result with an ``error``.

    Raises:
        FileNotFoundError: where there is no such file.
        ValueError: where it is a folder of several, or a check is not known.
    """
    from checker import claimfile

    chosen = checks.chosen(only)
    if isinstance(claims, Paper):
        return Result(path=claims.document.title, paper=claims, findings=tuple(run.verify(claims, chosen)))
    if not Path(claims).exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(claims))
    folder = Path(source) if source is not None else None
    found = (verify_file(path, folder, chosen) for path in claimfile.find([Path(claims)]))
    return _one(found, claims, "claims file, not a folder of several")


def extract(source: str | os.PathLike[str] | Document) -> Paper:
    """The claims that are found in a paper, as a claims file has them.

    Args:
        source: the path of a file, the text of a paper, or a document already read.

    Returns:
        The claims, with the populations they are counted in; ``to_yaml()`` is a claims file for a curator to edit.

    Raises:
        FileNotFoundError: where ``source`` reads as the name of a file and there is none.
        ValueError: where it cannot be read, or is a folder or an archive of several papers.
    """
    from checker.extraction import extract as claims_of

    if isinstance(source, Document):
        return claims_of(source)
    if (text := _text(source)) is not None:
        return claims_of(text)
    try:
        return claims_of(read.read(source))
    except read.ReadError as error:
        raise ValueError(str(error)) from None


def _text(source: str | os.PathLike[str]) -> Document | None:
    """The document of a text, None where it is the path of a file.

    Raises:
        FileNotFoundError: where it is neither.
    """
    if not isinstance(source, str) or _is_file(source):
        return None
    if _FILE_NAME.fullmatch(source):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), source)
    return from_text(source)


def _one(results: Iterable[Result], source: str | os.PathLike[str], expected: str) -> Result:
    found = list(itertools.islice(results, 2))
    if len(found) != 1:
        raise ValueError(f"{os.fspath(source)}: expected one {expected}")
    return found[0]


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and Path(text).exists()
    except (OSError, ValueError):
        # Too long for a name, or with a character that no name has: a text.
        return False
