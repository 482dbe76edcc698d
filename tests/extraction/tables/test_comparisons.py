"""The p-value of a row of counts."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.read import html

Read = Callable[..., list[Any]]

NOTE = "Groups were compared by the chi-squared test.\n\n"
HEAD = "Table 1. Patients\n\n| | All (n = 60) | Alfa (n = 40) | Beta (n = 20) | {p} |\n|---|---|---|---|---|\n"


def table(*rows: str, note: str = NOTE, p: str = "P value") -> str:
    return note + HEAD.format(p=p) + "".join(f"| {row} |\n" for row in rows)


def test_a_row_of_two_outcomes(read: Read) -> None:
    found = read(table("Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03"), "comparison", "groups", "p")
    assert found == [((("16", "Alfa-40"), ("14", "Beta-20")), "0.03")]


def test_the_levels_under_a_heading(read: Read) -> None:
    rows = ["II | 20 (33%) | 10 (25%) | 10 (50%) | ", "III | 10 (17%) | 8 (20%) | 2 (10%) | "]
    heading = table("Stage | | | | 0.12", "I | 30 (50%) | 22 (55%) | 8 (40%) | ", *rows)
    first = table("Stage | | | | ", "I | 30 (50%) | 22 (55%) | 8 (40%) | 0.12", *rows)
    for text in (heading, first):
        assert read(text, "comparison", "rows", "p") == [((("22", "10", "8"), ("8", "10", "2")), "0.12")]


@pytest.mark.parametrize(
    ("note", "p"),
    [(NOTE, "P for trend"), (NOTE + "\nTable 1. Bonferroni-corrected p-values\n", "Adjusted P")],
)
def test_no_p_that_another_test_may_have_given(read: Read, note: str, p: str) -> None:
    assert read(table("Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03", note=note, p=p), "comparison", "p") == []


def test_where_no_test_is_named_the_p_is_a_guess(certain: Callable[..., list[Any]], read: Read) -> None:
    text = table("Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03", note="", p="P value")
    assert read(text, "comparison", "p") == [("0.03",)]
    assert certain(text, "comparison", "p") == []


def test_grades_of_several_groups_are_no_groups() -> None:
    head = "<tr><th></th><th colspan=2>Alfa (n = 60)</th><th colspan=2>Beta (n = 40)</th><th></th></tr>"
    rows = "<tr><th>Event</th><th>Grade 1</th><th>Grade 2</th><th>Grade 1</th><th>Grade 2</th><th>p</th></tr>"
    cells = "<tr><td>Rash</td><td>30 (50%)</td><td>6 (10%)</td><td>20 (50%)</td><td>8 (20%)</td><td>0.03</td></tr>"
    text = f"<p>We used Fisher's exact test.</p><table>{head}{rows}{cells}</table>"
    paper = extract(html.from_text(text, "paper.html"))
    assert [claim for claim in paper.claims if claim.__struct_config__.tag == "comparison"] == []


@pytest.mark.parametrize("place", [0, 2])
def test_levels_without_a_heading_whose_p_stands_at_one_of_them(read: Read, place: int) -> None:
    rows = [["I", "30 (50%)", "22 (55%)", "8 (40%)"], ["II", "20 (33%)", "10 (25%)", "10 (50%)"]]
    rows.append(["III", "10 (17%)", "8 (20%)", "2 (10%)"])
    lines = [" | ".join([*row, "0.12" if at == place else ""]) for at, row in enumerate(rows)]
    assert read(table(*lines), "comparison", "rows", "p") == [((("22", "10", "8"), ("8", "10", "2")), "0.12")]


def test_a_level_of_missing_values_is_none(read: Read, certain: Callable[..., list[Any]]) -> None:
    rows = ["No | 20 (33%) | 12 (30%) | 8 (40%) | ", "Unknown | 10 (17%) | 6 (15%) | 4 (20%) | "]
    text = table("Smoker | | | | 0.12", "Yes | 30 (50%) | 22 (55%) | 8 (40%) | ", *rows)
    assert read(text, "comparison", "rows") == [((("22", "12"), ("8", "8")),)]
    assert certain(text, "comparison", "p") == []


def test_percentages_alone_of_groups_of_known_size(read: Read, certain: Callable[..., list[Any]]) -> None:
    head = "Table 1. Patients\n\n| | Alfa (n = 64) | Beta (n = 59) | p |\n|---|---|---|---|\n"
    text = f"{NOTE}{head}| Men, % | 41 | 58 | 0.059 |\n| Age, mean | 62 | 61 | 0.40 |\n"
    assert read(text, "comparison", "groups", "p") == [((("Alfa-64", "41"), ("Beta-59", "58")), "0.059")]
    assert certain(text, "comparison", "p") == []


def test_a_row_with_its_own_p_is_no_level_of_the_heading_above(read: Read) -> None:
    rows = ["II | 20 (33%) | 10 (25%) | 10 (50%) | ", "III | 10 (17%) | 8 (20%) | 2 (10%) | "]
    men = "Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03"
    text = table("Stage | | | | 0.12", "I | 30 (50%) | 22 (55%) | 8 (40%) | ", *rows, men)
    assert [p for (p,) in read(text, "comparison", "p")] == ["0.12", "0.03"]


def test_percentages_alone_of_three_groups(read) -> None:
    text = (
        "Table 1. Those enrolled\n\n| | Alfa (n = 24) | Beta (n = 39) | Gamma (n = 61) | p |\n|---|---|---|---|---|\n"
        "| Fallen | 37.5% | 35.9% | 24.6% | 0.352 |\n"
    )
    [(groups, p)] = read(text, "comparison", "groups", "p")
    assert ([group[-1] for group in groups], p) == (["37.5", "35.9", "24.6"], "0.352")
