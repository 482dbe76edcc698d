"""Of how many the percentages of a table are, where they are not of all in their column."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.finding import Finding
from checker.read.text import from_text

Read = Callable[..., list[Any]]
HEAD = "Table 1. Patients\n\n| | Alfa (n = 200) | Beta (n = 190) |\n|---|---|---|\n"
WHOLE = (
    "| Men, n (%) | 90 (45.0) | 95 (50.0) |\n| Fever, n (%) | 20 (10.0) | 19 (10.0) |\n"
    "| Rash, n (%) | 50 (25.0) | 38 (20.0) |\n"
)


def shares(text: str) -> list[Finding]:
    """What is found of the percentages."""
    return [each for each in audit_document(from_text(text)).findings if each.check == "percent_from_count"]


def unmet(text: str) -> list[str]:
    """Their verdicts, where they do not hold as they stand."""
    return [str(each.verdict) for each in shares(text) if each.verdict != "consistent"]


LEVELS = (
    "| Stage, n (%) | | |\n| I | 49 (26.2) | 60 (33.5) |\n| II | 78 (41.7) | 59 (33.0) |\n"
    "| III | 60 (32.1) | 60 (33.5) |\n"
)


def test_levels_whose_counts_make_the_size_of_which_they_are_explain_each_other() -> None:
    found = [each for each in shares(HEAD + WHOLE + LEVELS) if each.verdict != "consistent"]
    assert [str(each.verdict) for each in found] == ["explained"] * 6
    assert {each.assumption.split(" ")[0] for each in found if each.assumption} == {
        "denominator=187",
        "denominator=179",
    }
    assert len({each.cause for each in found}) == 1


def test_one_level_that_does_not_is_not_explained() -> None:
    assert "discrepant" in unmet(HEAD + WHOLE + LEVELS.replace("78 (41.7)", "78 (47.1)"))


@pytest.mark.parametrize(
    ("rows", "verdicts"),
    [
        # Four missing values would do, of one row; nobody says so.
        ("| Pain, n (%) | 49 (25.0) | 57 (30.0) |\n", ["query"]),
        # Nothing does: a share above the whole group's would need fewer, this one needs more.
        ("| Pain, n (%) | 41 (19.0) | 57 (30.0) |\n", ["discrepant"]),
        # Both groups miss a few, and figures with a decimal agree with one size each.
        ("| Pain, n (%) | 151 (79.06) | 141 (75.40) |\n", ["explained"] * 2),
        # A table that is known for it.
        (
            "| Pain, n (%) | 49 (25.0) | 57 (30.0) |\n| Cough, n (%) | 98 (50.3) | 57 (30.0) |\n"
            "| Itch, n (%) | 30 (15.4) | 57 (30.0) |\n",
            ["explained"] * 3,
        ),
    ],
)  # fmt: skip
def test_missing_values(rows: str, verdicts: list[str]) -> None:
    assert unmet(HEAD + WHOLE + rows) == verdicts


def test_a_share_that_no_smaller_size_makes_is_no_query() -> None:
    head = (
        "Table 1. Patients\n\n| | Alfa (n = 40) |\n|---|---|\n| Men, n (%) | 20 (50.0) |\n| Fever, n (%) | 8 (20.0) |\n"
    )
    assert unmet(f"{head}| Rash, n (%) | 10 (25.0) |\n| Pain, n (%) | 22 (57.5) |\n") == ["discrepant"]


def test_queries_of_one_cause_say_so() -> None:
    rows = "| Pain, n (%) | 49 (25.0) | 57 (30.0) |\n| Cough, n (%) | 20 (10.0) | 58 (30.7) |\n"
    found = [each for each in shares(HEAD + WHOLE + rows) if each.verdict == "query"]
    assert [each.cause for each in found] == ["Table 1: values of some may be missing"] * 2


def test_a_row_of_part_of_every_group_whose_parts_add_up() -> None:
    head = "Table 1. Smokers\n\n| | All (n = 223) | Alfa (n = 116) | Beta (n = 107) |\n|---|---|---|---|\n"
    rows = "| Men, n (%) | 111 (49.8) | 58 (50.0) | 53 (49.5) |\n"
    assert unmet(f"{head}{rows}| Tried patches, n (%) | 72 (40.4) | 38 (40.9) | 34 (40.0) |\n") == ["explained"] * 3
    assert "explained" not in unmet(f"{head}{rows}| Tried patches, n (%) | 72 (40.4) | 35 (40.9) | 34 (40.0) |\n")


def test_of_how_many_a_row_of_like_parts_of_every_group_is_nobody_knows() -> None:
    text = f"{HEAD}{WHOLE}| Unsafe, n (%) | 26 (21.7) | 35 (30.7) |\n"
    assert unmet(text) == ["unverifiable"] * 2
    assert "query" in unmet(text.replace("30.7", "20.7")) or "discrepant" in unmet(text.replace("30.7", "20.7"))


@pytest.mark.parametrize(("count", "verdicts"), [("12", []), ("14", ["query", "query"])])
def test_levels_whose_percentages_make_100_are_of_what_they_count(count: str, verdicts: list[str]) -> None:
    head = "Table 1. Patients\n\n| | Alfa | Beta |\n|---|---|---|\n| Sex | | |\n"
    assert unmet(f"{head}| Men | {count} (80%) | 9 (60%) |\n| Women | 3 (20%) | 6 (40%) |\n") == verdicts
