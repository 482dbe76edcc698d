import pytest

from checker.extraction.people.known import Known, side_by_side
from checker.extraction.sentences import Page
from checker.read.text import from_text

ARMS = "We compared alfa (n = 50) with placebo (n = 40). "


def known(text):
    return Known(Page(from_text(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever began in 12 (20%) and 9 (15%).", True),
        ("Fever began in 12 (20%) vs 9 (15%).", True),
        ("Fever began in 12 (20%), whereas in the clinic it was 9 (15%).", False),
    ],
)
def test_figures_side_by_side(text, expected):
    people = known(text)
    one, other = people.figures
    assert side_by_side(one.sentence.outline.text, one, other) is expected
    assert len(people.listed(one)) == 1 + expected


def test_arms_and_where_they_are_mentioned():
    people = known(f"{ARMS}Placebo was as good as alfa.")
    assert [arm.size for arm in people.arms] == [50, 40]
    assert [group.size for group in people.mentions("placebo was as good as alfa")] == [40, 50]
    assert people.arm("those on alfa").size == 50
    assert people.arm("alfa and placebo") is None


def test_what_a_figure_counts():
    eyes, men = known("Pressure fell in 20 eyes (25%). It fell in 20 men (25%).").figures
    people = known("Pressure fell in 20 eyes (25%).")
    assert people.unit(eyes) is not None
    assert people.unit(men) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARMS, True),
        (f"{ARMS}They crossed over after a week.", False),
        ("We treated 40 men. We treated 40 women. Then 40 men came back.", False),
    ],
)
def test_whether_groups_are_of_different_people(text, expected):
    people = known(text)
    assert people.independent(people.groups[:2]) is expected


def test_groups_that_crossed_over_are_the_same_people(read) -> None:
    text = (
        "We randomised patients to alfa (n = 40) or beta (n = 40){}. "
        "Fever began in 12 patients (30%) given alfa and in 20 patients (50%) given beta (p = 0.07)."
    )
    assert len(read(text.format(""), "comparison", "p")) == 1
    assert read(text.format(" and they crossed over"), "comparison", "p") == []
