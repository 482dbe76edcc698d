"""The paper itself, annotated: one module a format, each with ``write(source, document, notes)``.

The file that was read is never written to, and what is written keeps all that its authors wrote.
"""

import hashlib
import importlib
from collections.abc import Sequence
from pathlib import Path

from checker import files
from checker.annotate.errors import AnnotateError
from checker.finding import Result
from checker.model import Verdict

__all__ = ["FORMATS", "AnnotateError", "misplaced", "save"]

FORMATS = {".pdf": "a PDF", ".docx": "a Word document"}


def misplaced(inputs: Sequence[str], target: str) -> str | None:
    """What is wrong with annotating these papers into this file: found out before any work is done."""
    suffix = Path(target).suffix.lower()
    if suffix not in FORMATS:
        return f"{target}: name a file that ends in {' or '.join(FORMATS)}, as the paper is"
    if len(inputs) != 1 or inputs[0] == "-" or Path(inputs[0]).is_dir():
        return "name one paper, and the file to write"
    if (found := _suffix(Path(inputs[0]))) is not None and found != suffix:
        expected = FORMATS.get(found)
        if expected is None:
            return f"{inputs[0]} is neither {' nor '.join(FORMATS.values())}, and others cannot be annotated"
        return f"{inputs[0]} is {expected}, so that the annotated one must end in {found}"
    return None


def save(result: Result, target: str, verdicts: frozenset[Verdict], accepted: bool = False) -> int:
    """Write the paper with the findings of these verdicts at their figures; how many there are.

    Args:
        result: of the audit of one file.
        target: the file to write.
        verdicts: which findings.
        accepted: with those that somebody has looked at and accepted.

    Raises:
        AnnotateError: where the paper does not allow it, or is no longer the one that was read.
        OSError: where a file cannot be read or written.
    """
    from checker.annotate.notes import notes

    if result.document is None:
        raise AnnotateError(target, "nothing to annotate, as the paper could not be read")
    source = files.content(result.path)
    if hashlib.sha256(source).hexdigest() != result.sha256:
        raise AnnotateError(result.path, "changed while it was read; try again")
    module = importlib.import_module(f"checker.annotate.{Path(target).suffix.lower()[1:]}")
    found = notes(result, verdicts, accepted)
    written: bytes = module.write(source, result.path, result.document, found)
    files.save(target, written)
    return len(found)


def _suffix(path: Path) -> str | None:
    """The suffix of the format that a file has by its content; None where it cannot be read."""
    from checker.read.errors import ReadError
    from checker.read.sniff import sniff

    try:
        return f".{sniff(files.content(path), str(path)).format}"
    except (OSError, ValueError, ReadError):
        return None
