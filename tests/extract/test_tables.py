"""Tables with cells, and tables flattened to lines."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]

MARKDOWN = """
Table 1. Baseline

| Characteristic | Alfa (n=20) | Beta (n=30) |
|---|---|---|
| Male | 10 (50%) | 12 (40%) |
| Smoker | 5 (25%) | 18 (60%) |
| Diabetes | 4 (20%) | 6 (44%) |
| Age, mean (SD) | 60 (12) | 61 (11) |
"""

FLATTENED = """
Table 1 Studies of alfa
Authors (reference) Miller [2] Jones [3] Smith
[4]
Patients number 33 37 14
Male 13 (39.4%) 24 (64.8%) N/A
Response rate ORR 45%,CR 39%
CRc 78.4% ORR 41.7%
"""


def test_columns_have_their_sizes(read: Read) -> None:
    found = read(MARKDOWN, "proportion", "count", "percent", "of")
    assert [(count, of) for count, percent, of in found if of.startswith("Beta")] == [
        ("12", "Beta-30"), ("18", "Beta-30"), ("6", "Beta-30"),
    ]  # fmt: skip
    assert len(found) == 6


def test_flattened_rows(read: Read) -> None:
    found = read(FLATTENED, "proportion", "count", "percent", "of")
    assert found == [
        ("13", "39.4", "Miller-33"), ("24", "64.8", "Jones-37"), (None, "45", "Miller-33"), (None, "39", "Miller-33"),
        (None, "78.4", "Jones-37"), (None, "41.7", "Smith-14"),
    ]  # fmt: skip


def test_sentences_that_cite_a_column(read: Read) -> None:
    text = f"Alfa was studied in children. It showed a CR rate of 41.7% [4].\n\n{FLATTENED}"
    assert ("41.7", "Smith-14") in read(text, "proportion", "percent", "of")[:1]
