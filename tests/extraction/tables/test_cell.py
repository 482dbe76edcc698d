"""What the words about a cell make of its figures."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.tables.implied import tables
from checker.read.text import from_text


def figure(head, label, cell):
    [cells] = tables(Page(from_text(f"| | {head} |\n|---|---|\n| {label} | {cell} |\n")))
    [entry] = cells.entries
    return entry.figure


@pytest.mark.parametrize(
    ("head", "label", "cell", "parts"),
    [
        ("Alfa, n (%)", "Men", "28 (65)", {"count": "28", "value": "65"}),
        ("Alfa, mean (SD)", "Age", "62.1 (8.4)", {"value": "62.1", "spread": "8.4"}),
        # A row that says otherwise outranks the head.
        ("Alfa, n (%)", "Age, mean (SD)", "62.1 (8.4)", {"value": "62.1", "spread": "8.4"}),
        ("Alfa", "Men, n (%)", "28 (65)", {"count": "28", "value": "65"}),
    ],
)
def test_what_stands_in_the_brackets(head, label, cell, parts):
    found = figure(head, label, cell)
    held = {"value": found.value, "count": found.count, "spread": found.spread}
    shown = {name: token.literal for name, token in held.items() if token is not None}
    assert shown.items() >= parts.items()
    assert ("spread" in parts) == (found.spread is not None)


def test_the_limits_of_a_ratio_are_those_of_an_interval():
    found = figure("OR (95% CI)", "Men", "1.20 (0.90-1.60)")
    [limits] = found.limits
    assert (limits.name, limits.lower.literal, limits.upper.literal) == ("ci", "0.90", "1.60")


def test_the_spread_is_what_the_words_call_it():
    assert figure("Alfa, mean (SE)", "Score", "12.4 (0.6)").spread_name == "se"


@pytest.mark.parametrize("head", ["Alfa, % (n)", "Alfa, percent (no.)"])
def test_percentages_in_front_of_their_counts(read, head):
    text = f"Table 2. Outcome\n\n| | {head} |\n|---|---|\n| Sample | (n = 418) |\n| Abstinent | 24.2 (101) |\n"
    assert read(text, "proportion", "count", "percent") == [("101", "24.2")]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("OR (95% CI), p value", "1.20 (0.90 to 1.60), .21"), ("OR (95% CI)", "1.20 (0.90, 1.60); p=0.21"),
        ("OR (95% CI)", "1.20 (0.90-1.60), p = 0.21"),
    ],
)  # fmt: skip
def test_a_p_behind_the_limits(read, head, cell):
    text = f"Table 2. Risk\n\n| | {head} |\n|---|---|\n| Age | {cell} |\n"
    [(estimate, p)] = read(text, "effect", "estimate", "p")
    assert (estimate, p[-2:]) == ("1.20", "21")


def test_a_number_of_people_behind_the_limits(read):
    text = "Table 2. Scores\n\n| | Mean (95% CI); n |\n|---|---|\n| Care | 70.67 (68.01-73.34); 154 |\n"
    assert read(text, "summary", "value", "interval") == [("70.67", ("68.01", "73.34"))]
