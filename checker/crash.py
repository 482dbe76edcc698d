"""An error of the program itself, met at one paper: it is said in one line, and costs no other paper anything."""

import traceback
from pathlib import PurePath


def sentence(error: BaseException) -> str:
    """What happened and what to do about it, for a reader who does not know the program.

    >>> try:
    ...     [][0]
    ... except IndexError as error:
    ...     sentence(error)
    'checker itself failed here (IndexError in <doctest checker.crash.sentence[0]>:2), not the paper; please report it \
with what --debug prints'
    """
    if isinstance(error, MemoryError):
        return "not audited, as it needs more memory than there is for one paper"
    frames = traceback.extract_tb(error.__traceback__)
    where = ""
    if frames:
        parts = PurePath(frames[-1].filename).parts
        inside = parts[parts.index("checker") :] if "checker" in parts else parts[-1:]
        where = f" in {'/'.join(inside)}:{frames[-1].lineno}"
    return (
        f"checker itself failed here ({type(error).__name__}{where}), not the paper; "
        "please report it with what --debug prints"
    )


def trace(error: BaseException) -> str:
    """Where it happened, call by call, for those who mend it."""
    return "".join(traceback.format_exception(error)).rstrip()
