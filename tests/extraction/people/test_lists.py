"""Lists that leave nobody out."""

from checker.extraction.people import People
from checker.extraction.sentences import Page
from checker.read.text import from_text


def people(text: str) -> People:
    return People(Page(from_text(text)))


def test_percentages_of_100_make_a_size() -> None:
    found = people("Stones were small in 30 (60%) and large in 20 (40%).")
    answers = [found.resolve(figure) for figure in found.figures]
    assert [(answer.group.size, answer.certainty, answer.binding) for answer in answers if answer] == [
        (50, "implied", "hundred")
    ] * 2


def test_counts_that_make_a_size_and_one_that_misfits() -> None:
    text = "We asked 90 men and 40 boys. Among the boys, tea won 45 (50%), coffee 27 (30%) and cocoa 18 (80%)."
    found = people(text)
    answer = found.resolve(found.figures[-1])
    assert answer is not None
    assert (answer.group.size, answer.binding, answer.agrees) == (90, "list", False)


def test_no_list() -> None:
    found = people("Stones were small in 30 (60%) and large in 20 (30%).")
    assert [found.resolve(figure) for figure in found.figures] == [None, None]
