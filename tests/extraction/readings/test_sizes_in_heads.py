"""The sizes in the heads of groups, and all of them."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.kinds import Partition
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]
TABLE = "Table 1. Sleep\n\n| | Alfa (n = 45) | Beta (n = 47) |\n|---|---|---|\n| Pain | 3 | 4 |\n"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("We enrolled 92 patients.", ["92"]), ("We enrolled 90 patients.", ["90"]),
        # Another number of people, and two that might be meant.
        ("We enrolled 120 patients.", []), ("We saw 91 patients and 93 patients.", []), ("", []),
    ],
)  # fmt: skip
def test_what_the_text_states(read: Read, text: str, whole: list[str]) -> None:
    assert [each for (each,) in read(f"{text}\n\n{TABLE}", "partition", "whole")] == whole
    paper = extract(from_text(f"{text}\n\n{TABLE}"))
    parted = [claim for claim in paper.claims if isinstance(claim, Partition)]
    assert all(paper.certainty(claim) is Certainty.GUESSED for claim in parted)


def test_a_column_of_all_is_no_group(read: Read) -> None:
    text = TABLE.replace("| Beta", "| Total (n = 92) | Beta").replace("|---|---|", "|---|---|---|", 1)
    [(parts,)] = read(f"We enrolled 92 patients.\n\n{text}", "partition", "parts")
    assert [part[0] for part in parts] == ["45", "47"]


def test_groups_that_share_people_are_no_slip(read: Read) -> None:
    assert read(f"We enrolled 82 patients.\n\n{TABLE}", "partition", "whole") == []
    assert len(read(f"We enrolled 95 patients.\n\n{TABLE}", "partition", "whole")) == 1
