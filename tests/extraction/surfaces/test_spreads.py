"""Means with their standard deviation or standard error, in every style of print."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.surfaces.spreads import of_paper
from checker.read.text import from_text


def shown(text: str) -> list[tuple[str, str, str | None, str | None]]:
    page = Page(from_text(text))
    return [
        (
            figure.value.literal,
            figure.spread.canonical,
            figure.spread_name or of_paper(page.low),
            figure.size and figure.size.literal,
        )
        for sentence in page.sentences
        for figure in sentence.printed.figures
        if figure.spread is not None
    ]


STYLES = [
    ("Scores were higher (mean 12.4 [SD 3.1]).", "sd"),
    ("Scores were higher (mean 12.4, SD 3.1).", "sd"),
    ("Scores were higher (M = 12.4, SD = 3.1).", "sd"),
    ("Scores were higher, with a mean of 12.4 points (standard deviation, 3.1).", "sd"),
    ("Scores were higher, with a mean of 12.4 (s.d. = 3.1) points.", "sd"),
    ("Scores were higher, with a mean of 12.4 (SD ± 3.1).", "sd"),
    ("The mean (SD) score was 12.4 (3.1).", "sd"),
    ("The score (mean [±SD]) was 12.4 [3.1] points.", "sd"),
    ("The mean score (standard deviation) was 12.4 (3.1).", "sd"),
    ("The score was 12.4±3.1 (SD).", "sd"),
    ("The score was 12.4+/-3.1 points (mean +/- SEM).", "se"),
    ("The mean (± standard error) score was 12.4 ± 3.1.", "se"),
    ("The mean score was 12.4 (SE 3.1).", "se"),
    ("The mean score was 12.4 points (+/-3.1).", None),
    ("The mean score was 12.4 ± 3.1.", None),
]


@pytest.mark.parametrize(("text", "kind"), STYLES)
def test_styles(text: str, kind: str | None) -> None:
    assert shown(text) == [("12.4", "3.1", kind, None)]


LISTS = [
    "Scores were 12.4 (SD 3.1), 10.2 (2.9) and 9.8 (3.3) points.",
    "The mean (SD) score was 12.4 (3.1) with alfa, 10.2 (2.9) with beta and 9.8 (3.3) with neither.",
    "Scores (mean ± SD) were 12.4 ± 3.1 v 10.2 ± 2.9 v 9.8 ± 3.3.",
]


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert shown(text) == [("12.4", "3.1", "sd", None), ("10.2", "2.9", "sd", None), ("9.8", "3.3", "sd", None)]


@pytest.mark.parametrize("text", ["It took 12.4 ± 3.1 days (n = 40).", "It took 12.4 ± 3.1 days, n=40."])
def test_sizes(text: str) -> None:
    assert shown(text) == [("12.4", "3.1", None, "40")]


def test_the_paper_says_what_its_signs_mean() -> None:
    assert shown("Values are means ± SEM. Weight was 70.1 ± 1.2 kg.") == [("70.1", "1.2", "se", None)]
    both = "Age is given as mean ± SD, weight as mean ± SEM. Weight was 70.1 ± 1.2 kg."
    assert shown(both) == [("70.1", "1.2", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Men numbered 15 (30) of all.",
        "The mean (SD) age was high and 62 (8%) were men.",
        "It was measured to ±0.5 mm and fell by 1.2 SD in 20 patients.",
        "The mean age was 9 years 10 months (SD 2 years).",
        "The SE was obtained in 20 patients (5 women).",
        "There were 20 SD rats (10 male).",
    ],
)
def test_left_alone(text: str) -> None:
    assert shown(text) == []
