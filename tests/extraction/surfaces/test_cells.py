"""What the brackets of a cell hold, by what its label and its head say."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.tables.implied import tables
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("label", "cell", "expected"),
    [
        ("Men, n (%)", "13 (65.0)", {"count": "13", "value": "65.0"}),
        ("Men, n/N (%)", "13/20 (65.0)", {"count": "13", "total": "20", "value": "65.0"}),
        ("Men", "13, 65%", {"count": "13", "value": "65%"}),
        ("Men", "65% (n = 13)", {"count": "13", "value": "65%"}),
        ("Age, mean (SD)", "62.1 (8.4)", {"value": "62.1", "spread": "8.4"}),
        ("Age, mean (range)", "62.1 (18-80)", {"value": "62.1", "limits": [("18", "80")]}),
    ],
)
def test_the_figures_of_a_cell(label, cell, expected):
    [cells] = tables(Page(from_text(f"| | Alfa (n = 20) |\n|---|---|\n| {label} | {cell} |\n")))
    [entry] = cells.entries
    figure = entry.figure
    parts = {"value": figure.value, "count": figure.count, "total": figure.total, "spread": figure.spread}
    found = {name: token.literal for name, token in parts.items() if token is not None}
    if figure.limits:
        found["limits"] = [(each.lower.literal, each.upper.literal) for each in figure.limits]
    assert found == expected
