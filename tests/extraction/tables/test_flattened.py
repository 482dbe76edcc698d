"""Tables flattened to lines."""

from collections.abc import Callable
from typing import Any

import pytest

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


def test_shares_of_those_who_could_be_evaluated(read: Read) -> None:
    # Of 14 patients no count makes 41.7%, and of up to 14 only 5 of 12 do; of whom 78.4% responded, nothing says.
    text = f"Alfa gave remission in 41.7% of evaluable children [4].\n\n{FLATTENED.replace('ORR 41.7%', 'ORR 50.0%')}"
    assert ("41.7", "Smith-evaluable-12") in read(text, "proportion", "percent", "of")
    some = f"Alfa gave remission in 30.3% among children who stayed [2].\n\n{FLATTENED}"
    assert "30.3" not in [percent for (percent,) in read(some, "proportion", "percent")]


@pytest.mark.parametrize(
    ("row", "is_read"),
    [
        ("Fever of grade ≥ 3 21.2% 10.8% 7.1%", True),
        ("Fever at dose 4 21.2% 10.8% 7.1%", False),
        ("Alive at one year 21.2% 10.8% 7.1%", False),
    ],
)
def test_rows_of_other_numbers_and_of_times(read: Read, row: str, is_read: bool) -> None:
    text = FLATTENED.replace("Response rate", f"{row}\nResponse rate")
    assert (("21.2", "Miller-33") in read(text, "proportion", "percent", "of")) is is_read
