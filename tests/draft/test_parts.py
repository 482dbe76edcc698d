import pytest

from checker.draft.parts import Part, Parts
from checker.read.text import from_text

TEXT = """\
Abstract

A trial of rest.

1. Introduction

Rest is good.

2. Patients and methods

Patients rested.

Rest at night

Nights were long.

3. Results

Pain was less.

4. Discussion

Rest is better.

References

1. Someone.
"""


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("A trial", None), ("Rest is good", Part.INTRODUCTION), ("Patients rested", Part.METHODS),
        ("Nights were", Part.METHODS), ("Pain was", Part.RESULTS), ("Rest is better", Part.DISCUSSION),
        ("1. Someone", None),
    ],
)  # fmt: skip
def test_the_part_is_that_of_the_last_heading_that_names_one(words, part):
    assert Parts(from_text(TEXT)).at(TEXT.index(words)) == part


@pytest.mark.parametrize("heading", ["Methods/Design", "Study setting", "Sample size", "METHODS", "II. Methods:"])
def test_headings_of_methods(heading):
    document = from_text(f"# {heading}\n\nPatients rested.")
    assert Parts(document).at(document.text.index("Patients")) is Part.METHODS
