"""Every reading reads its own examples, with the numbers in their roles, and leaves those it is to leave."""

import importlib
import pkgutil

import pytest

from checker.extract import readings, surfaces
from checker.extract.examples import Example, found

FOLDERS = (surfaces, readings)
MODULES = [
    importlib.import_module(f"{folder.__name__}.{module.name}")
    for folder in FOLDERS
    for module in pkgutil.iter_modules(folder.__path__)
]
READINGS = [(module, reading) for module in MODULES for reading in getattr(module, "READINGS", ())]


def name(value):
    return getattr(value, "name", None) or getattr(value, "__name__", str(value)).rpartition(".")[2]


def is_brief(module):
    return module.__name__.startswith(readings.__name__)


@pytest.mark.parametrize(("module", "reading"), READINGS, ids=name)
def test_it_reads_what_it_says(module, reading):
    assert reading.reads, "a reading without an example proves nothing"
    for marked in reading.reads:
        example = Example.parse(marked)
        read = [roles for _, roles in found(reading, example.text, is_brief(module))]
        assert example.roles in read, marked


@pytest.mark.parametrize(("module", "reading"), READINGS, ids=name)
def test_it_leaves_what_it_says(module, reading):
    for text in reading.leaves:
        assert not list(found(reading, text, is_brief(module))), text


def test_names_are_told_apart():
    names = [reading.name for _, reading in READINGS]
    assert len(set(names)) == len(names)
