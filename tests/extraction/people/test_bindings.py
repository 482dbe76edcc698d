"""Each way in which words name the people of a figure proves itself by its sentences."""

import pytest

from checker.extraction.people import Figure, People
from checker.extraction.people.bindings import BINDINGS, Binding
from checker.extraction.sentences import Page
from checker.read.text import from_text

RESOLVES = [(binding, *example) for binding in BINDINGS for example in binding.resolves]
LEAVES = [(binding, text) for binding in BINDINGS for text in binding.leaves]


def heard(binding: Binding, text: str) -> list[int]:
    """The sizes that a binding finds for the last figure of a text."""
    people = People(Page(from_text(text)))
    figure: Figure = people.figures[-1]
    found = binding.find(people, figure, figure.sentence.outline)
    return [group.size for group in found or ()]


@pytest.mark.parametrize(("binding", "text", "size"), RESOLVES, ids=lambda value: getattr(value, "name", None))
def test_resolves(binding: Binding, text: str, size: int) -> None:
    assert size in heard(binding, text)


@pytest.mark.parametrize(("binding", "text"), LEAVES, ids=lambda value: getattr(value, "name", None))
def test_leaves(binding: Binding, text: str) -> None:
    assert heard(binding, text) == []


@pytest.mark.parametrize(("binding", "text", "size"), RESOLVES, ids=lambda value: getattr(value, "name", None))
def test_is_heard(binding: Binding, text: str, size: int) -> None:
    """No nearer words take its place, and the answer says why."""
    people = People(Page(from_text(text)))
    found = people.resolve(people.figures[-1])
    assert found is not None
    assert found.group.size == size
    assert found.certainty == "named"
    assert str(size) in found.why


def test_names_are_different_and_each_has_examples() -> None:
    assert len({binding.name for binding in BINDINGS}) == len(BINDINGS)
    assert all(binding.resolves and binding.leaves for binding in BINDINGS)
