"""Every reading reads its own examples, with the numbers in their roles, and leaves those it is to leave."""

import pytest

from checker.extraction.catalogue import every
from checker.extraction.examples import Example, found

READINGS = every()


def name(entry):
    return f"{entry.name}: {entry.reading.name}"


@pytest.mark.parametrize("entry", READINGS, ids=name)
def test_it_reads_what_it_says(entry):
    assert entry.reading.reads, "a reading without an example proves nothing"
    for marked in entry.reading.reads:
        example = Example.parse(marked)
        read = [roles for _, roles in found(entry.reading, example.text, entry.brief)]
        assert example.roles in read, marked


@pytest.mark.parametrize("entry", READINGS, ids=name)
def test_it_leaves_what_it_says(entry):
    for text in entry.reading.leaves:
        assert not list(found(entry.reading, text, entry.brief)), text


def test_names_are_told_apart():
    names = [entry.reading.name for entry in READINGS]
    assert len(set(names)) == len(names)
