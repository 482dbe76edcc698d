"""Findings in the terminal: those of one cause in one row, and the habits of a paper once."""

from checker.model import Verdict
from checker.report import Options, table

WIDE = Options(verdicts=frozenset(Verdict) - {Verdict.CONSISTENT}, width=400)


def test_one_row_for_one_cause(kin):
    text = table.write([kin], WIDE)
    assert "WORTH ASKING THE AUTHORS (2, of 1 cause)" in text
    assert "1 more of one cause (estimates with their interval: how the interval was made is not stated)" in text
    assert "effect-0" in text
    assert "effect-1" not in text


def test_a_habit_is_said_once(kin):
    text = table.write([kin], WIDE)
    assert text.count("HOW ITS FIGURES ARE MADE") == 1
    assert "Percentages of counts: digits are cut off, not rounded (3 of 3 that tell)." in text
    assert "EXPLAINED (3, of 1 cause)" in text


def test_without_habits_nothing_is_said_of_any(asked):
    assert "HOW ITS FIGURES ARE MADE" not in table.write([asked], WIDE)
