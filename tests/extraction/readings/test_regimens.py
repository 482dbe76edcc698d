"""Courses whose dose changes from day to day."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("100 mg on day 1, 200 mg on day 2, and 400 mg on days 3-14", [("1", "1"), ("2", "2"), ("3", "14")]),
        ("100 mg/m2 d1-3 followed by 200 mg/m2 d5 to 14", [("1", "3"), ("5", "14")]),
        # Pauses, single days, a course that begins later.
        ("100 mg on days 1-3 and 200 mg on days 15-18", None),
        ("100 mg on day 1 and 200 mg on day 2", None),
        ("100 mg on days 2-3 and 200 mg on days 4-8", None),
    ],
)
def test_read(read: Read, text: str, days: list[Any] | None) -> None:
    found = read(f"Alfa was given at {text}.", "regimen", "segments")
    segments = [[(part.first.literal, part.last.literal) for part in parts] for (parts,) in found]
    assert segments == ([days] if days else [])
