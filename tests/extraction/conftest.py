"""Reading a sentence of our own wording, and showing what was read of it in one line a claim."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.kinds import Claim, Group
from checker.measures import ReportedMeasure
from checker.model import Reported
from checker.read.text import from_text

LEFT_OUT = {"id", "at", "section", "label", "expect", "note"}


def shown(value: Any) -> Any:
    """A value as a test writes it: literals for figures, tuples for groups."""
    if isinstance(value, Reported):
        return value.literal
    if isinstance(value, ReportedMeasure):
        return value.words
    if isinstance(value, Group):
        return tuple(shown(item) for item in (value.count, value.total, value.of, value.percent) if item is not None)
    if isinstance(value, tuple):
        return tuple(shown(item) for item in value)
    return value


@pytest.fixture
def read() -> Callable[..., list[dict[str, Any]]]:
    """What `extract` reads of a text: the named fields of every claim of a kind."""

    def reading(text: str, kind: str, *fields: str) -> list[Any]:
        found = []
        for claim in extract(from_text(text)).claims:
            if claim.__struct_config__.tag != kind:
                continue
            values = {name: shown(getattr(claim, name)) for name in claim.__struct_fields__ if name not in LEFT_OUT}
            found.append(tuple(values[name] for name in fields))
        return found

    return reading


@pytest.fixture
def claims() -> Callable[[str], tuple[Claim, ...]]:
    """The claims of a text."""
    return lambda text: extract(from_text(text)).claims
