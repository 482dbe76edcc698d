"""What was meant by a name that is not known."""

import difflib
from collections.abc import Iterable

# More names than this are no help to one who looks for one of them.
_MOST = 16


def close(name: str, known: Iterable[str]) -> str:
    """The question after the nearest name, empty where none is near.

    >>> close("grimm", ["grim", "grimmer", "p_from_table"])
    "did you mean 'grim'?"
    """
    found = difflib.get_close_matches(name, list(known), n=1)
    return f"did you mean {found[0]!r}?" if found else ""


def aside(name: str, known: Iterable[str]) -> str:
    """The same question behind a sentence.

    >>> "not a check" + aside("grimm", ["grim"]), aside("x", ["grim"])
    ("not a check; did you mean 'grim'?", '')
    """
    question = close(name, known)
    return f"; {question}" if question else ""


def not_among(key: object, allowed: Iterable[str]) -> str:
    """What to say of a key that stands where others are expected.

    >>> not_among("totl", ["count", "total"])
    "expected one of count, total, not 'totl'; did you mean 'total'?"
    """
    names = list(allowed)
    return f"expected one of {', '.join(names)}, not {key!r}{aside(str(key), names)}"


def unknown(name: str, known: Iterable[str], listed_by: str = "") -> str:
    """What to say of it: what was meant, or else what there is.

    Args:
        name: that is not known.
        known: the names that there are.
        listed_by: the command that lists them, where they may be many.

    >>> unknown("tabel", ["table", "json"])
    "'tabel' is not known; did you mean 'table'?"
    >>> unknown("x", ["table", "json"])
    "'x' is not known; expected one of table, json"
    """
    names = list(known)
    few = f"expected one of {', '.join(names)}"
    return f"{name!r} is not known; {close(name, names) or (few if len(names) <= _MOST else f'{listed_by} lists them')}"
