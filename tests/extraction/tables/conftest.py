"""Reading a table of our own making, and leaving out what is only guessed."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.model import Certainty, Reported
from checker.read.text import from_text


@pytest.fixture
def certain() -> Callable[[str, str, str], list[Any]]:
    """What one field of every claim of a kind is, in print, where the claim is no guess."""

    def reading(text: str, kind: str, field: str) -> list[Any]:
        paper = extract(from_text(text))
        claims = [claim for claim in paper.claims if claim.__struct_config__.tag == kind]
        values = [getattr(claim, field) for claim in claims if paper.certainty(claim) is not Certainty.GUESSED]
        return [value.literal if isinstance(value, Reported) else value for value in values]

    return reading
