"""Rows of means of three or more groups, and the p of them all."""

from checker import audit

TABLE = """
Table 1. Participants, mean (SD). {notes}

| | Alfa (n = 24) | Beta (n = 39) | Gamma (n = 61) | p |
|---|---|---|---|---|
| Age, years | 80.1 (6.3) | 82.5 (7.0) | 80.2 (6.5) | 0.195 |
| Height, cm | 161.8 (7.7) | 163.2 (9.7) | 162.5 (10.1) | 0.863 |
| Weight, kg | 69.8 (12.3) | 73.4 (18.3) | 70.1 (13.9) | {p} |
| Grip, kg | 16.8 (3.7) | 16.4 (5.0) | 16.2 (4.0) | 0.83 |
{more}
"""


def verdicts(text: str) -> list[str]:
    return [str(each.verdict) for each in audit(text).findings if each.check == "p_from_several_means"]


def table(p: str = "0.53", notes: str = "", more: str = "") -> str:
    return TABLE.format(p=p, notes=notes, more=more)


def test_the_p_of_several_groups() -> None:
    assert verdicts(table()) == ["consistent"] * 4


def test_most_rows_or_the_paper_show_the_test() -> None:
    assert verdicts(table(p="0.21")) == ["consistent", "consistent", "query", "consistent"]
    few = table(p="0.21", notes="One-way ANOVA.").replace("0.195", "").replace("0.863", "")
    assert verdicts(few) == ["query", "consistent"]
    # Without either, a test of ranks may have given it.
    assert verdicts(few.replace("One-way ANOVA.", "")) == ["explained", "consistent"]


def test_another_test_may_give_what_notes_speak_of() -> None:
    assert "query" not in verdicts(table(p="0.21", notes="Weight was compared by the Kruskal-Wallis test."))
    assert verdicts(table(p="0.21", notes="P for trend.")) == []


def test_a_table_of_another_test_claims_nothing() -> None:
    others = table().replace("0.195", "0.01").replace("0.863", "0.02").replace("0.83", "0.04")
    assert verdicts(others) == []


def test_columns_that_hold_each_other_or_the_same_people() -> None:
    whole = table(p="0.9").replace("Gamma (n = 61)", "Everyone (n = 63)")
    times = (
        table(p="0.9").replace("Alfa (", "Before (").replace("Beta (", "After (").replace("Gamma (", "At 6 months (")
    )
    assert verdicts(whole) == verdicts(times) == []
