"""Each way in which it is inferred of whom a figure is proves itself by its texts."""

import pytest

from checker.extraction.people import People, Resolution
from checker.extraction.people.bindings import BINDINGS
from checker.extraction.people.inferences import INFERENCES, Inference
from checker.extraction.sentences import Page
from checker.read.text import from_text

RESOLVES = [(inference, *example) for inference in INFERENCES for example in inference.resolves]
LEAVES = [(inference, text) for inference in INFERENCES for text in inference.leaves]


def resolved(text: str) -> Resolution | None:
    """Of whom the last percentage of a text is."""
    people = People(Page(from_text(text)))
    percent = [token for token in people.page.tokens if token.percent][-1]
    sentence = people.page.sentence(percent.start)
    assert sentence is not None
    known = [figure for figure in people.of(sentence) if figure.percent is percent]
    return people.resolve(known[0] if known else people.figure(sentence, None, percent))


@pytest.mark.parametrize(("inference", "text", "size"), RESOLVES, ids=lambda value: getattr(value, "name", None))
def test_resolves(inference: Inference, text: str, size: int) -> None:
    found = resolved(text)
    assert found is not None
    assert (found.binding, found.group.size) == (inference.name, size)
    assert str(size) in found.why


@pytest.mark.parametrize(("inference", "text"), LEAVES, ids=lambda value: getattr(value, "name", None))
def test_leaves(inference: Inference, text: str) -> None:
    found = resolved(text)
    assert found is None or found.binding != inference.name


def test_names_are_different_and_each_has_examples() -> None:
    assert len({each.name for each in (*BINDINGS, *INFERENCES)}) == len(BINDINGS) + len(INFERENCES)
    assert all(inference.resolves and inference.leaves for inference in INFERENCES)
