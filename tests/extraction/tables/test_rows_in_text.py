"""Rows of tables that sentences say again."""

from checker import audit

TEXT = """
# Abstract

Relief lasted longer with the adjuvant ({pair}).

# Results

Weight was alike in both groups ({weights}).
{more}

Table 1. Block

| | Alfa (n = 45) | Beta (n = 45) | P value |
|---|---|---|---|
| Duration of relief, min | 220 (165-265) | 320 (250-450) | <0.001 |
| Duration of block, min | 195 (165-225) | 255 (210-285) | <0.001 |
| Weight, kg, mean (SD) | 62.4 (8.1) | 64.2 (8.9) | 0.318 |
| Height, cm, mean (SD) | 162.4 (8.1) | 164.2 (8.9) | 0.318 |
| Vomiting, n (%) | 9 (20.0) | 2 (4.4) | 0.024 |
"""

PAIR = "median duration 320 min versus 220 min"
WEIGHTS = "62.4 (SD 8.1) v 64.2 (SD 8.9) kg, P = 0.318"


def queries(pair: str = PAIR, weights: str = WEIGHTS, more: str = "") -> list[str]:
    found = audit(TEXT.format(pair=pair, weights=weights, more=more)).findings
    return [finding.message for finding in found if finding.check == "repeated_figure" and finding.verdict == "query"]


def held(text: str) -> int:
    return sum(
        finding.verdict == "consistent" and finding.claim.label == "Weight, kg, mean (SD)"
        for finding in audit(text).findings
        if finding.check == "repeated_figure"
    )


def test_rows_that_sentences_say_again() -> None:
    assert held(TEXT.format(pair=PAIR, weights=WEIGHTS, more="")) == 1
    assert queries() == []


def test_one_figure_that_is_not_the_row_s() -> None:
    [value] = queries(weights=WEIGHTS.replace("64.2", "66.2"))
    assert "66.2" in value
    [spread] = queries(weights=WEIGHTS.replace("8.9", "9.8"))
    assert "9.8" in spread
    [p] = queries(weights=WEIGHTS.replace("0.318", "0.381"))
    assert "0.381" in p
    # One figure of two digits that tell, set against it under two words of the label.
    [pair] = queries(pair="relief had a median duration of 320 min versus 240 min")
    assert "240" in pair
    assert queries(pair="median 320 min versus 240 min") == []


def test_what_another_row_prints_is_of_that_row() -> None:
    # The sentence speaks of both rows, and the second figure is the other's.
    assert queries(weights="weight 62.4 (SD 8.1), height 162.4 (SD 8.1), P = 0.318") == []
    assert queries(pair="median duration of relief 320 min, of block 255 min") == []


def test_two_that_differ_are_another_analysis() -> None:
    assert queries(weights="62.4 (SD 8.1) v 66.2 (SD 9.8) kg, P = 0.318") == []


def test_far_figures_and_thresholds_are_others() -> None:
    assert queries(weights=WEIGHTS.replace("64.2", "93.7")) == []
    assert queries(weights=WEIGHTS.replace("P = 0.318", "P > 0.05")) == []
    assert queries(more="Vomiting was seen in 20.0% (9) and 4.4% (3).") == []
