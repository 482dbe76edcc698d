"""Heads of columns and labels of rows."""

import pytest

from checker.extraction.grids.grid import Grid
from checker.extraction.grids.layout import P_HEAD
from checker.extraction.sentences import Page
from checker.read import html


def grid(rows: str) -> Grid:
    page = Page(html.from_text(f"<table>{rows}</table>", "paper.html"))
    return Grid(page, page.document.tables[0])


@pytest.mark.parametrize(
    "head", ["p", "p-value", "p - value", "p value for chi-squared test", "significance (2-tailed)", "sig."]
)
def test_heads_of_p_values(head: str) -> None:
    assert P_HEAD.match(head)


@pytest.mark.parametrize("head", ["p-value for interaction", "p vs. no", "proportion", "one-sided p value"])
def test_other_heads(head: str) -> None:
    assert not P_HEAD.match(head)


HEAD = "<tr><th></th><th></th><th>Alfa (n = 20)</th></tr>"


def test_labels_in_two_columns() -> None:
    rows = "<tr><td rowspan=2>Sex</td><td>Men</td><td>5</td></tr><tr><td>Women</td><td>15</td></tr>"
    read = grid(f"{HEAD}{rows}<tr><td>Stage</td><td>I</td><td>10</td></tr><tr><td></td><td>II</td><td>10</td></tr>")
    assert read.columns == [2]
    assert [(read.heading(row), read.label(row)) for row in read.body] == [
        ("sex", "men"), ("sex", "women"), ("stage", "i"), ("stage", "ii"),
    ]  # fmt: skip


def test_an_indented_label_stands_under_the_heading_that_covers_both() -> None:
    rows = "<tr><td colspan=2>Sex</td><td></td></tr><tr><td></td><td>Men</td><td>5</td></tr>"
    rows += "<tr><td></td><td>Women</td><td>15</td></tr><tr><td colspan=2>Fever</td><td>4</td></tr>"
    read = grid(f"{HEAD}{rows}<tr><td></td><td>Rash</td><td>5</td></tr>")
    assert [(read.heading(row), read.label(row)) for row in read.body][1:4] == [
        ("sex", "men"), ("sex", "women"), ("", "fever"),
    ]  # fmt: skip


def test_a_column_of_words_between_figures_labels_nothing() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>yes</td><td>{at}</td></tr>" for at, name in enumerate("abcde"))
    assert grid(f"{HEAD}{rows}").columns == [1, 2]


def test_classes_label_rows_too() -> None:
    rows = "".join(f"<tr><td></td><td>{label}</td><td>5</td></tr>" for label in ("<50", "50-70", ">70", "10+"))
    assert grid(f"{HEAD}<tr><td>Age</td><td>known</td><td>20</td></tr>{rows}").columns == [2]


def test_what_stands_above_the_labels() -> None:
    assert grid("<tr><th>Event, n (%)</th><th>Alfa</th></tr><tr><td>Fever</td><td>3 (15)</td></tr>").stub == (
        "event, n (%)"
    )


@pytest.mark.parametrize(("label", "literal"), [("High school or above", "56"), ("Rash", "3")])
def test_numbers_of_a_cell_are_its_own(label: str, literal: str) -> None:
    read = grid(f"<tr><th></th><th>Alfa (n = 291)</th></tr><tr><td>{label}</td><td>{literal}(19)</td></tr>")
    [first, second] = read.figures(1, 1)
    assert (first.comparator, first.canonical, second.canonical) == ("=", literal, "19")
