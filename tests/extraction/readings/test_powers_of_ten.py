"""Powers of ten that lost their superscript."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cells were given at 3.0 × 107/kg.", [("3.0 × 107", "7")]),
        ("They had 10 × 106 IU of it.", [("10 × 106", "6")]),
        ("The assay has a sensitivity of 10-4.", [("10-4", "-4")]),
        ("Cells were given at 3.0 × 10^7/kg.", []),
        ("The areas were 3 × 107 mm.", []),
        ("The detection took 10-4 hours.", []),
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "power-of-ten", "printed", "exponent") == expected
