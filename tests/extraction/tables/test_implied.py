"""Columns that print no size."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.kinds import Proportion
from checker.read import html

Read = Callable[..., list[Any]]
HEAD = "Table 1. Patients\n\n| | Alfa, n (%) |\n|---|---|\n"
ROWS = "| Men | 12 (80.0) |\n| Women | 3 (20.0) |\n| Fever | 5 (33.3) |\n| Rash | 6 (40.0) |\n"


def test_a_size_on_which_percentages_agree(read: Read, certain: Read) -> None:
    assert read(HEAD + ROWS, "proportion", "of") == [("alfa-n-15",)] * 4
    assert certain(HEAD + ROWS, "proportion", "of") == []


@pytest.mark.parametrize(
    ("text", "size"),
    [("We enrolled 62 patients.", "62"), ("The arms were alike (n = 62).", "62"), ("", None)],
)  # fmt: skip
def test_a_size_that_the_text_prints(read: Read, text: str, size: str | None) -> None:
    rows = "| Fever | 5 (8) |\n| Rash | 16 (26) |\n| Pain | 23 (37) |\n"
    found = read(f"{text}\n\n{HEAD}{rows}", "proportion", "of")
    assert [of and of.rpartition("-")[2] for (of,) in found] == [size] * 3


def test_a_size_in_brackets_below_the_name(read: Read) -> None:
    text = (HEAD + "| Fever | 171 (1.7) |\n| Rash | 143 (1.4) |\n").replace("Alfa, n (%)", "Alfa-allocated (10,267)")
    assert {
        of.rpartition("-")[2]
        for (of,) in read(text.replace("(1.7)", "(1.7%)").replace("(1.4)", "(1.4%)"), "proportion", "of")
    } == {"10267"}


def test_a_size_that_its_percentages_are_not_of_is_asked_about_once(read: Read, certain: Read) -> None:
    head = HEAD.replace("Alfa, n (%)", "Alfa (n = 33), n (%)")
    rows = "| Men | 23 (71.9) |\n| Women | 9 (28.1) |\n| Fever | 18 (56.3) |\n| Rash | 7 (21.9) |\n"
    found = read(head + rows, "proportion", "of")
    assert [of.rpartition("-")[2] for (of,) in found] == ["33", "32", "32", "32"]
    assert certain(head + rows, "proportion", "of") == []


def test_an_answer_no_is_no_row_of_sizes(read: Read) -> None:
    text = "Table 1. Pain\n\n| | n | % |\n|---|---|---|\n| Yes | 20 | 18.0 |\n| No | 91 | 82.0 |\n| Men | 40 | 36.0 |\n"
    assert {of.rpartition("-")[2] for (of,) in read(text, "proportion", "of")} == {"111"}


NAMED = (
    "Table 1. Patients\n\n| | Early care (n = 54) | Usual care (n = 53) |\n|---|---|---|\n"
    "| Men | 40 (74%) | 33 (62%) |\n\n"
    "Table 2. Outcomes\n\n| | Early care | Usual care | p |\n|---|---|---|---|\n"
    "| Died | 6 (11%) | 6 (11%) | 1.0 |\n| Admitted | 11 (20%) | 12 (23%) | 0.8 |\n"
)


def test_groups_that_another_table_sizes(read: Read, certain: Read) -> None:
    assert [of.rpartition("-")[2] for (of,) in read(NAMED, "proportion", "of")] == ["54", "53"] * 3
    assert len(certain(NAMED, "proportion", "of")) == 2


def test_names_that_tables_size_differently_are_nobody_s(read: Read) -> None:
    other = NAMED + "\nTable 3. Completers\n\n| | Early care (n = 40) | Usual care (n = 41) |\n|---|---|---|\n"
    found = read(other + "| Fell | 4 (10%) | 5 (12%) |\n", "proportion", "count", "of")
    assert [of for count, of in found if count in ("6", "11", "12")] == [None] * 4


def test_grades_of_one_group(read: Read) -> None:
    heads = "<tr><th></th><th colspan=2>Alfa</th></tr><tr><th></th><th>Grade 1-2</th><th>Grade 3</th></tr>"
    rows = (("Nausea", "171 (65%)", "1 (<1%)"), ("Rash", "95 (36%)", ".."), ("Pain", "87 (33%)", "13 (5%)"))
    body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    page = html.from_text(f"<p>All 263 patients were seen.</p><table>{heads}{body}</table>", "paper.html")
    paper = extract(page)
    shares = [claim for claim in paper.claims if isinstance(claim, Proportion)]
    assert [paper.populations[share.of or ""].size.value for share in shares] == [263] * 5


@pytest.mark.parametrize(
    ("more", "sizes"), [("", ["25", "26"] * 2), ("All 24 smokers in the mindful group came.", [None] * 4)]
)
def test_groups_that_the_text_sizes(read: Read, more: str, sizes: list[str | None]) -> None:
    text = (
        f"There were 25 smokers in the mindful group and 26 smokers in the control group. {more}\n\n"
        "Table 1. Smokers\n\n| | Mindful group | Control group |\n|---|---|---|\n"
        "| Women | 17 (68%) | 16 (62%) |\n| Alone | 3 (12%) | 4 (15%) |\n"
    )
    assert [of and of.rpartition("-")[2] for (of,) in read(text, "proportion", "of")] == sizes
