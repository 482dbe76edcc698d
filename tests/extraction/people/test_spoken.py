"""Each way in which words find the groups of a figure, by itself: what they find, and when they say nothing."""

import pytest

from checker.extraction.people import spoken
from checker.extraction.people.known import Known
from checker.extraction.sentences import Page
from checker.read.text import from_text

ARMS = "We gave alfa (n = 50) or placebo (n = 40). "


def found(way, text):
    people = Known(Page(from_text(text)))
    figure = people.figures[-1]
    answer = getattr(spoken, way)(people, figure, figure.sentence.outline)
    return None if answer is None else [group.size for group in answer]


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        ("behind", f"{ARMS}Fever occurred in 12 (30%) in the placebo group.", [40]),
        ("behind", f"{ARMS}Fever occurred in 12 (30%) in the gamma group.", []),
        ("behind", f"{ARMS}Fever occurred in 12 (30%).", None),
        ("sized", f"{ARMS}In the late cohort (n = 60), 20 (33%) died.", [60]),
        ("front", f"{ARMS}In the placebo group, 12 (30%) died.", [40]),
        ("front", f"{ARMS}In winter 12 (30%) died.", None),
        ("inside", f"{ARMS}Pain remained in 12 patients of the placebo group (30%).", [40]),
        ("title", f"{ARMS}Nausea was rarer with placebo (4, 10%).", [40]),
        (
            "adjective",
            "There were 60 elderly patients and 90 younger patients. Surgery helped 15 elderly patients (25%).",
            [60],
        ),
        ("these", "Fever began in 30 patients, of whom 12 (40%) died.", [30]),
        ("unit", "We treated 80 eyes of 50 patients. Pressure fell in 20 eyes (25%).", [80]),
        ("unit", "We treated 80 eyes of 50 patients. Pressure fell in 20 patients (25%).", None),
        ("ahead", "We reviewed 80 patients: 12 (15%) smoked.", [80]),
        ("opening", "Of the 60 nurses who answered, 12 (20%) smoked.", [60]),
        ("siblings", "Twelve of the 60 nurses (20%) smoked and 6 (10%) had stopped.", [60]),
    ],
)
def test_whom_words_find(way, text, expected):
    assert found(way, text) == expected


def test_the_remaining_are_counted_and_not_those_who_are_spoken_of(read) -> None:
    text = "Of 60 adults, 20 (33.3%) were cured and the remaining 40 (66.7%) were not."
    assert read(text, "proportion", "count", "of") == [("20", "adults-60"), ("40", "adults-60")]
