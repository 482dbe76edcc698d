"""What stands together in print."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction.printed import Figure
from checker.extraction.sentences import Page
from checker.read.text import from_text


@pytest.fixture
def figures() -> Callable[[str], list[Figure]]:
    """The figures of a text."""
    return lambda text: [figure for each in Page(from_text(text)).sentences for figure in each.printed.figures]


@pytest.fixture
def limits(figures: Callable[[str], list[Figure]]) -> Callable[[str], list[Any]]:
    """The limits of the figures of a text, each with its value and its name."""

    def shown(text: str) -> list[Any]:
        return [
            (figure.value.literal, each.name, each.lower.literal, each.upper.literal)
            for figure in figures(text)
            for each in figure.limits
        ]

    return shown
