"""The figures of cells: what their print, and the words about them, put together."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.extraction.sentences import Page
from checker.extraction.tables.implied import tables
from checker.kinds import Proportion
from checker.read.text import from_text

Read = Callable[..., list[Any]]


def table(head: str, *rows: str) -> str:
    rule = "|---" * (head.count("|") + 2) + "|\n"
    return f"Table 2. Outcomes\n\n| | {head} |\n{rule}" + "".join(f"| {row} |\n" for row in rows)


def figures(head: str, *rows: str) -> list[tuple[object, ...]]:
    """What each figure of a table is made of, in print."""
    [cells] = tables(Page(from_text(table(head, *rows))))
    found = []
    for entry in cells.entries:
        figure = entry.figure
        parts = (figure.value, figure.count, figure.total, figure.spread, figure.p)
        limits = [(each.lower.literal, each.upper.literal, each.name, each.level) for each in figure.limits]
        found.append((*(part and part.literal for part in parts), figure.spread_name, *limits))
    return found


CI, IQR, RANGE = ("0.9", "1.6", "ci", "95"), ("47", "68", "iqr", "95"), ("19", "87", "range", "95")
SHARE = ("65.0", "13", None, None, None, None)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Alfa, n (%)", "Men | 13 (65.0)", SHARE),
        ("Alfa", "Men, n (%) | 13 (65.0)", SHARE),
        ("n | %", "Men | 13 | 65.0", SHARE),
        ("Alfa, n (%)", "Men | 13/20 (65.0)", ("65.0", "13", "20", None, None, None)),
        ("Alfa", "Age, mean (SD) | 13 (6.5)", ("13", None, None, "6.5", None, "sd")),
        ("Alfa, mean (SE)", "Age | 13.1 (6.5)", ("13.1", None, None, "6.5", None, "se")),
        ("Alfa", "HbA1c (%), mean (SD) | 6.4 (1.1)", ("6.4", None, None, "1.1", None, "sd")),
        ("Alfa", "Age, median (IQR) | 56 (47; 68)", ("56", *[None] * 5, IQR)),
        ("OR (90% CI)", "Age | 1.2 (0.9, 1.6)", ("1.2", *[None] * 5, ("0.9", "1.6", "ci", "90"))),
        ("OR (95% CI) | P", "Age | 1.2 (0.9–1.6) | 0.21", ("1.2", *[None] * 3, "0.21", None, CI)),
        ("OR | Lower | Upper", "Age | 1.2 | 0.9 | 1.6", ("1.2", *[None] * 5, CI)),
        ("Alfa", "Response, n (%; 95% CI) | 13 (65.0; 41-85)", (*SHARE, ("41", "85", "ci", "95"))),
        ("Alfa", "Age | 56 [IQR: 47-68] range: 19-87", ("56", *[None] * 5, IQR, RANGE)),
    ],
)  # fmt: skip
def test_a_figure_is_dressed_by_its_headings(head: str, row: str, expected: tuple[object, ...]) -> None:
    assert figures(head, row)[0] == expected


def test_limits_in_the_row_below() -> None:
    found = figures("Alfa", "Response, n (%) | 13 (65.0)", "95% CI | 41 to 85")
    assert found == [(*SHARE, ("41", "85", "ci", "95"))]


def test_brackets_that_nobody_names_stay_apart() -> None:
    assert [figure[0] for figure in figures("Alfa", "Score | 13.5 (6)")] == ["13.5", "6"]


def test_counts_and_percentages_in_columns_of_their_own(read: Read) -> None:
    text = table("n | %", "Men | 28 | 65.1", "Women | 15 | 34.9", "Smokers | 11 | 39.0", "Total | 43 | 100.0")
    assert read(text, "proportion", "count", "percent") == [
        ("28", "65.1"), ("15", "34.9"), ("11", "39.0"), ("43", "100.0"),
    ]  # fmt: skip


def test_quotients(read: Read) -> None:
    text = table("Cured | %", "Alfa | 24/40 | 60.0", "Beta | 10/40 | 35.0")
    assert read(text, "proportion", "count", "total", "percent") == [("24", "40", "60.0"), ("10", "40", "35.0")]


def test_totals_in_the_column_before(read: Read) -> None:
    rows = ["I | 40 | 24 | 60.0", "II | 50 | 10 | 20.0", "III | 30 | 15 | 50.0", "IV | 20 | 5 | 35.0"]
    assert read(table("Patients | Died | %", *rows), "proportion", "count", "total", "percent") == [
        ("24", "40", "60.0"), ("10", "50", "20.0"), ("15", "30", "50.0"), ("5", "20", "35.0"),
    ]  # fmt: skip


def test_a_column_in_front_that_holds_no_totals(read: Read) -> None:
    rows = ["I | 40 | 24 | 12.0", "II | 50 | 10 | 5.0", "III | 30 | 15 | 7.5"]
    assert read(table("Patients | Died | %", *rows), "proportion", "count", "total", "of") == [
        ("24", None, "died-200"), ("10", None, "died-200"), ("15", None, "died-200")
    ]  # fmt: skip


def test_among_shares_with_a_sign_brackets_without_one_are_something_else(read: Read) -> None:
    rows = ["Men | 5 (25%)", "Fever | 10 (50%)", "Rash | 8 (40%)", "Risk, n (%) | 12 (11)"]
    assert [found for (found,) in read(table("Alfa (n = 20)", *rows), "proportion", "count")] == ["5", "10", "8"]


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        (["Age (years), n (%) | ", "<16 | 5 (25)", "16-40 | 15 (75)"], ["5", "15"]),
        (["Score 5-7, n (%) | 5 (25)", "Age >60 years, n (%) | 5 (25)"], ["5", "5"]),
        (["Pain score, n (%) | ", "Week 2 | 5 (25)", "Week 4 | 15 (75)"], []),
    ],
)  # fmt: skip
def test_classes_of_what_is_measured_are_counted(read: Read, rows: list[str], counts: list[str]) -> None:
    assert [found for (found,) in read(table("Alfa (n = 20)", *rows), "proportion", "count")] == counts


def test_two_columns_of_labels() -> None:
    rows = ["| Sex | Men | 5 (25%) |", "| | Women | 15 (75%) |", "| Stage | I | 10 (50%) |", "| | II | 10 (50%) |"]
    text = "Table 1. Patients\n\n| | | Alfa (n = 20) |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    labels = [claim.label for claim in extract(from_text(text)).claims if isinstance(claim, Proportion)]
    assert labels == ["Sex, Men", "Sex, Women", "Stage, I", "Stage, II"]


def test_a_p_of_something_else_is_not_that_of_the_estimate() -> None:
    own = figures("OR (95% CI) | P", "Age | 1.2 (0.9–1.6) | 0.21")
    trend = figures("OR (95% CI) | P for trend", "Age | 1.2 (0.9–1.6) | 0.21")
    assert (own[0][4], trend[0][4]) == ("0.21", None)


def test_the_p_of_an_interaction_is_not_that_of_its_effect(read: Read) -> None:
    text = table("OR (95% CI) | P", "Interaction | 1.20 (0.90–1.60) | 0.21", "Age | 1.20 (0.90–1.60) | 0.21")
    assert read(text, "effect", "p") == [(None,), ("0.21",)]


@pytest.mark.parametrize(("label", "p"), [("Any smoking", "0.21"), ("Smoking", None)])
def test_a_p_above_rows_without_one_is_its_own_only_of_all(read: Read, label: str, p: str | None) -> None:
    text = table("OR (95% CI) | P", f"{label} | 1.20 (0.90–1.60) | 0.21", "Never | 1.20 (0.90–1.60) |")
    assert read(text, "effect", "p") == [(p,), (None,)]
