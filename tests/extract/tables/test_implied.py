"""Columns that print no size."""

from collections.abc import Callable
from typing import Any

import pytest

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
