"""Tables most of whose p-values are those of their intervals."""

from checker import audit
from checker.finding import Finding

HEAD = "Table 2. Risk factors\n\n| | OR (95% CI) | p |\n|---|---|---|\n"
ROWS = (
    "| Age | 1.96 (1.40 to 2.75) | 0.0001 |",
    "| Women | 1.24 (0.88 to 1.75) | 0.22 |",
    "| Stage | 2.10 (1.05 to 4.20) | 0.036 |",
    "| Grade | 0.85 (0.59 to 1.22) | 0.38 |",
    "| Size | 1.52 (1.03 to 2.24) | {p} |",
    "| Overall health | 0.71 (0.40 to 1.26) | 0.24 |",
)
DIFFERENCES = (
    "| Pain | 1.20 (-0.40 to 2.80) | 0.131 |",
    "| Fear | 2.40 (0.70 to 4.10) | 0.009 |",
    "| Mood | 0.30 (-1.70 to 2.30) | 0.755 |",
    "| Rest | 1.70 (-0.10 to 3.50) | 0.063 |",
    "| Gait | -0.90 (-3.10 to 1.30) | 0.399 |",
)


def found(text: str) -> list[Finding]:
    return [each for each in audit(text).findings if each.check == "p_from_interval"]


def table(p: str = "0.035", rows: int = len(ROWS)) -> str:
    return HEAD + "\n".join(ROWS[-rows:]).format(p=p) + "\n"


def test_one_that_is_not_the_intervals_own_is_asked_about() -> None:
    assert [str(each.verdict) for each in found(table())] == ["consistent"] * 6
    assert [str(each.verdict) for each in found(table(p="0.015"))] == ["consistent"] * 4 + ["query", "consistent"]


def test_of_few_nothing_is_shown() -> None:
    assert [str(each.verdict) for each in found(table(p="0.015", rows=3))] == ["consistent", "explained", "consistent"]


def test_students_test_of_the_groups_in_the_heads() -> None:
    head = (
        "Table 3. Scores\n\n| | Alfa (n = 10) | Beta (n = 8) | Mean difference (95% CI) | p |\n|---|---|---|---|---|\n"
    )
    rows = "\n".join(row.replace("| ", "| ", 1).replace(" | ", " | | | ", 1) for row in DIFFERENCES)
    claims = [each.claim for each in found(head + rows + "\n")]
    assert [(claim.test, str(claim.df)) for claim in claims] == [("wald", "16")] * 5
