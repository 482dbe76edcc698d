"""What Python programs and notebooks call: ``checker.audit``."""

import errno
import itertools
import os
import re
from pathlib import Path

from checker.auditing import audit_document, audit_paths
from checker.document import Document
from checker.finding import Result
from checker.read.text import from_text

# One word with a suffix is meant for the name of a file, also where there is no such file.
_FILE_NAME = re.compile(r"[^\s]{1,250}\.[A-Za-z]\w{0,7}")


def audit(source: str | os.PathLike[str] | Document, only: frozenset[str] = frozenset()) -> Result:
    """Recompute the figures of a paper.

    Args:
        source: the path of a file, the text of a paper, or a document already read.
        only: the names of the checks to run; all if empty.

    Returns:
        What was found: ``findings``, ``to_pandas()``, and a summary in notebooks. A file that cannot be read
        is a result with an ``error``.

    Raises:
        FileNotFoundError: where ``source`` reads as the name of a file and there is none.
        ValueError: where it is a folder or an archive of several papers.
    """
    if isinstance(source, Document):
        return audit_document(source, only)
    if isinstance(source, str) and not _is_file(source):
        if _FILE_NAME.fullmatch(source):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), source)
        return audit_document(from_text(source), only)
    found = list(itertools.islice(audit_paths([source], only), 2))
    if len(found) != 1:
        raise ValueError(f"{os.fspath(source)}: expected one paper, not a folder or an archive of several")
    return found[0]


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and Path(text).exists()
    except (OSError, ValueError):
        # Too long for a name, or with a character that no name has: a text.
        return False
