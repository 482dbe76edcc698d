"""Counts with percentages, and totals printed with them."""

import pytest

from checker.extraction.people import People
from checker.extraction.sentences import Page
from checker.read.text import from_text


def read(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            figure.count.literal if figure.count else None,
            figure.total.literal if figure.total else None,
            figure.percent.literal,
        )
        for figure in People(Page(from_text(text))).figures
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Fever began in 12 (20%).", ("12", None, "20%")),
        ("Fever began in 12 patients (20%).", ("12", None, "20%")),
        ("Twelve older women (20%) smoked.", ("Twelve", None, "20%")),
        ("Fever was rare (12, 20%).", ("12", None, "20%")),
        ("Fever was rare (n = 12; 20%).", ("12", None, "20%")),
        ("Fever was rare (12 eyes, 20%).", ("12", None, "20%")),
        ("Fever began in 20% (12).", ("12", None, "20%")),
        ("Fever began in 20% (n = 12).", ("12", None, "20%")),
        ("Fever began in 20% (12 eyes).", ("12", None, "20%")),
        ("Fever began in 12/60 (20%).", ("12", "60", "20%")),
        ("Fever began in 12 of the 60 men (20%).", ("12", "60", "20%")),
        ("Fever began in 20% (12/60).", ("12", "60", "20%")),
        ("Fever began in 12 (20%) of 60 men.", ("12", "60", "20%")),
    ],
)
def test_read(text: str, figure: tuple[str | None, str | None, str]) -> None:
    assert read(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Grade 3 (20%) was common.",
        "ECOG 0 (33%) was best.",
        "An ECOG score of 2 (33%) was common.",
        "It fell from 12 to 8 (33%).",
        "We saw at least 12 (20%).",
        "It was 12 versus mean (20%).",
    ],
)
def test_left(text: str) -> None:
    assert read(text) == []


def test_more_than_the_total_is_no_part_of_it() -> None:
    assert read("Dust was found in 36 (4.5%) books of 30 readers.") == [("36", None, "4.5%")]
