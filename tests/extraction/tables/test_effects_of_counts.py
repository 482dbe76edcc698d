"""Ratios that the counts in their rows make."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.read.text import from_text

Read = Callable[..., list[Any]]
ARMS = "Table 2. Outcomes\n\n| | Alfa (n = 60) | Beta (n = 60) | RR (95% CI) |\n|---|---|---|---|\n"
ROWS = [
    "| Fever | 12 (20%) | 24 (40%) | 0.50 (0.28-0.91) |",
    "| Rash | 15 (25%) | 18 (30%) | 0.83 (0.46-1.49) |",
    "| Pain | 30 (50%) | 20 (33%) | 1.50 (0.97-2.33) |",
]
CASES = "Table 3. Factors\n\n| | Cases (n = 120) | Controls (n = 200) | {head} |\n|---|---|---|---|\n"
LEVELS = [
    "| Smoking | | | |",
    "| Never | 40 (33.3%) | 100 (50%) | 1.00 (ref) |",
    "| Former | 35 (29.2%) | 60 (30%) | 1.46 (0.84-2.54) |",
    "| Current | 45 (37.5%) | 40 (20%) | 2.81 (1.60-4.93) |",
]


def unmet(text: str) -> list[str]:
    """The verdicts on effects that counts do not make."""
    found = [each for each in audit_document(from_text(text)).findings if each.check == "effect_from_counts"]
    return [str(each.verdict) for each in found if each.verdict != "consistent"]


def test_groups_in_columns(read: Read) -> None:
    text = ARMS + "\n".join(ROWS) + "\n"
    found = [groups for (groups,) in read(text, "effect", "groups") if groups]
    assert (
        found
        == [(("12", "Alfa-60"), ("24", "Beta-60"))] * 2
        + [(("15", "Alfa-60"), ("18", "Beta-60"))] * 2
        + [(("30", "Alfa-60"), ("20", "Beta-60"))] * 2
    )
    assert unmet(text) == []


def test_a_figure_that_counts_do_not_make_is_asked_about() -> None:
    more = [*ROWS, "| Cough | 6 (10%) | 12 (20%) | 0.60 (0.24-1.50) |"]
    assert unmet(ARMS + "\n".join(more) + "\n") == ["query"] * 2


@pytest.mark.parametrize("head", ["Crude OR (95% CI)", "OR (95% CI)"])
def test_levels_in_rows_against_their_reference(head: str, read: Read) -> None:
    text = CASES.format(head=head) + "\n".join(LEVELS) + "\n"
    made = [each for (each,) in read(text, "effect", "groups") if each]
    # Of two levels, nothing shows that nobody adjusted them, but a head that says so.
    assert len(made) == (4 if head.startswith("Crude") else 0)
    assert unmet(text) == []


def test_an_adjusted_column_is_not_held_against_counts(read: Read) -> None:
    text = ARMS + "\n".join(row.replace("0.50 (", "0.58 (").replace("1.50 (", "1.31 (") for row in ROWS) + "\n"
    assert [groups for (groups,) in read(text, "effect", "groups") if groups] == []


def test_a_row_that_names_both_levels_is_compared_with_no_other(read: Read) -> None:
    pair = [LEVELS[0], LEVELS[1], *(row.replace("| ", "| Versus never: ", 1) for row in LEVELS[2:])]
    head = CASES.format(head="Crude OR (95% CI)")
    assert [groups for (groups,) in read(head + "\n".join(LEVELS) + "\n", "effect", "groups") if groups]
    assert not [groups for (groups,) in read(head + "\n".join(pair) + "\n", "effect", "groups") if groups]


def test_of_three_groups_the_two_that_the_ratios_show(read) -> None:
    heads = "Patch, % (n) | Pill, % (n) | Both, % (n) | Odds ratio, pill versus patch (95% CI)"
    rows = (
        "| Week 6 | 24.2 (101) | 26.7 (109) | 23.4 (57) | 1.14 (0.834-1.56) |",
        "| Week 4 | 58.9 (246) | 53.8 (220) | 54.5 (133) | 0.814 (0.618-1.07) |",
        "| Week 9 | 28.2 (118) | 32.3 (132) | 27.5 (67) | 1.21 (0.900-1.63) |",
    )
    sizes = "| Sample | (n = 418) | (n = 409) | (n = 244) | |"
    text = "\n".join(["Table 2. Outcome", "", f"| | {heads} |", "|---|---|---|---|---|", sizes, *rows, ""])
    found = [groups for (groups,) in read(text, "effect", "groups") if groups]
    assert [group[0] for group in found[0]] == ["109", "101"]
    assert len(found) == 6
