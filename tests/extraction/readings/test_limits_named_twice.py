"""Limits that are an interval in one place and quartiles or a range in another."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

FIRST = "The median stay was 14.7 days ({} 6.6-22.8).\n\n"


@pytest.mark.parametrize("name", ["IQR", "range"])
def test_two_names(read: Read, name: str) -> None:
    text = FIRST.format("95% CI") + f"They stayed a median of 14.7 days ({name} 6.6-22.8)."
    assert len(read(text, "repeat", "mentions")) == 1


@pytest.mark.parametrize(
    "again",
    [
        "They stayed a median of 14.7 days (95% CI 6.6-22.8).",
        "They stayed a median of 14.7 days (IQR 6.6-22.9).",
        "They stayed a median of 14.7 days (6.6-22.8).",
    ],
)
def test_left_alone(read: Read, again: str) -> None:
    found = read(FIRST.format("95% CI") + again, "repeat", "mentions")
    assert all(len({mention.label for mention in mentions}) == 1 for (mentions,) in found)


def test_whole_numbers_agree_by_chance(read: Read) -> None:
    text = "The median stay was 14 days (95% CI 6-22).\n\nThe median age was 14 years (IQR 6-22)."
    assert read(text, "repeat", "mentions") == []
