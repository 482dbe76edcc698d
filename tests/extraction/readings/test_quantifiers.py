"""Words that state a share."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The majority of patients (45%) were men.", [("majority", None, "45")]),
        ("Less than half of the women (55%) smoked.", [("less-than", None, "55")]),
        ("Fewer than one-half of the women (n = 11 of 20) smoked.", [("less-than", "11", None)]),
        ("Most women (11/20, 55%), as expected, smoked.", [("most", "11", None)]),
        ("The majority (11 [55%] of 20) smoked.", [("majority", "11", None)]),
        ("Just over half were women (55%; 11/20).", [("more-than", None, "55")]),
        ("More than two-thirds of the women (58%) smoked.", [("more-than", None, "58")]),
        ("Under a quarter of the women (31%) smoked.", [("less-than", None, "31")]),
        ("The most common event was fever (30%).", []),
        ("Most patients took alfa (34%) or beta (25%).", []),
        ("The majority (more than 60%) smoked.", []),
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "quantifier", "word", "count", "percent") == expected
