"""Sample size calculations."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]
TEXT = (
    "The historical rate was 20%. To show a 15% absolute improvement at a significance level of 0.05 with a power of "
    "80%, 62 evaluable patients were required. With 10% dropout, the planned sample size was 69."
)


def test_read(read: Read) -> None:
    found = read(TEXT, "sample-size", "null", "difference", "significance", "power", "required", "dropout", "planned")
    assert sorted(found, key=str) == [
        ("20", "15", "5", "80", "62", None, None),
        (None, None, "5", None, "62", "10", "69"),
    ]


def test_all_of_it_stands_in_one_paragraph(read: Read) -> None:
    assert read(TEXT.replace("20%. ", "20%.\n\n").replace("required. ", "required.\n\n"), "sample-size", "null") == []
