"""Tables flattened to lines."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]

FLATTENED = """
Table 1 Studies of alfa
Authors (reference) Miller [2] Jones [3] Smith
[4]
Patients number 33 37 14
Male 13 (39.4%) 24 (64.8%) N/A
Response rate ORR 45%,CR 39%
CRc 78.4% ORR 41.7%
"""


def test_flattened_rows(read: Read) -> None:
    found = read(FLATTENED, "proportion", "count", "percent", "of")
    assert found == [
        ("13", "39.4", "Miller-33"), ("24", "64.8", "Jones-37"), (None, "45", "Miller-33"), (None, "39", "Miller-33"),
        (None, "78.4", "Jones-37"), (None, "41.7", "Smith-14"),
    ]  # fmt: skip


def test_sentences_that_cite_a_column(read: Read) -> None:
    text = f"Alfa was studied in children. It showed a CR rate of 41.7% [4].\n\n{FLATTENED}"
    assert ("41.7", "Smith-14") in read(text, "proportion", "percent", "of")[:1]
