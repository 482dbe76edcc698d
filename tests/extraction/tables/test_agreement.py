"""Sizes with which counts and percentages agree."""

from checker.extraction.sentences import Page
from checker.extraction.tables.agreement import agreed, runs, sizes
from checker.extraction.tables.implied import tables
from checker.read.text import from_text

TEXT = """
Table 1. Values are n (%).

| | Alfa |
|---|---|
| Men | 12 (80.0%) |
| Women | 3 (20.0%) |
| Fever | 5 (33.3%) |
| None | 0 (0.0%) |
"""


def test_sizes() -> None:
    [cells] = tables(Page(from_text(TEXT)))
    men, women, fever, none = cells.shares
    assert [list(sizes(each, 40)) for each in (men, women, fever, none)] == [[15], [15], [15], [0]]
    assert [(len(run), size) for run, size in runs(cells, cells.shares)] == [(2, 15)]


def test_agreeing_by_chance() -> None:
    [cells] = tables(Page(from_text(TEXT)))
    men, women, fever, none = cells.shares
    found = agreed([men, women, fever])
    assert found is not None
    assert found[0] == 15
    # Two agree with something soon, unless that is printed.
    assert agreed([men, women]) is None
    assert agreed([men, women], known={15, 99}) == (15, [men, women])
    assert agreed([none]) is None
