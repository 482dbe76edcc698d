"""Arms allocated one to one."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]
TEXT = "We randomised 80 patients {} to alfa (n = 41) or beta (n = 39)."


def test_read(read: Read) -> None:
    assert read(TEXT.format("1:1"), "allocation", "ratio", "sizes") == [(("1", "1"), ("41", "39"))]


def test_which_arm_an_unequal_ratio_names_first_is_unsaid(read: Read) -> None:
    assert read(TEXT.format("2:1"), "allocation", "ratio") == []
