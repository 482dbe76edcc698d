"""Registration numbers."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]


def test_read(read: Read) -> None:
    assert read("Registered as NCT01234567.", "registry", "number") == [("NCT01234567",)]
    assert read("Registered (NCT 0123456).", "registry", "number") == [("NCT0123456",)]
