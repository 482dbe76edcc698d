"""Passages that a paper prints twice."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]


def test_repeated_passage(read: Read) -> None:
    passage = "".join(f"Sentence number {word} tells of something that nobody else has told. " for word in "abcdef")
    assert read(passage + "\n\nBetween them.\n\n" + passage, "passage", "words") == [("66",)]
    assert read(passage, "passage", "words") == []
    assert read(passage[:65] + "Between them. " + passage[:65], "passage", "words") == []
