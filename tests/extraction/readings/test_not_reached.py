"""Rates that were not reached."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]


def test_rate_that_was_not_reached(read: Read) -> None:
    text = "While the 1-year overall survival rate was 67.1% with alfa, it was not yet reached with beta."
    assert (False, "12") in read(text, "survival", "reached", "time")
    assert read("The median survival at 1-year follow-up was not reached.", "survival", "reached") == []
