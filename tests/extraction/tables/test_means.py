"""Means in the cells of tables: the p of their row, and whole numbers."""

from collections.abc import Callable
from typing import Any

from checker import audit
from checker.extraction import extract
from checker.kinds import Proportion, Summary
from checker.read import html

Read = Callable[..., list[Any]]

TABLE = """
Table 1. Patients. {caption}

| Characteristic | Alfa (n=30) | Beta (n=28) | All (n=58) | P value |
|---|---|---|---|---|
| Age, years, mean (SD) | 62.4 (8.1) | 60.2 (8.9) | 61.3 (8.5) | 0.33 |
| Weight, kg, mean (SD) | 82.4 (13.1) | 73.2 (12.9) | 78.0 (13.6) | {p} |
| Men | 15 (50%) | 14 (50%) | 29 (50%) | 1.0 |
| Stay, days, median (IQR) | 12 (8) | 11 (9) | 12 (8) | 0.50 |
| Height, cm, mean (SD) | 172.4 (8.1) | 171.2 (8.9) | 171.8 (8.4) | 0.59 |
| Number of visits, mean (SD) | {visits} (2.1) | 3.57 (2.1) | 3.50 (2.1) | 0.80 |
"""


def found(p: str = "0.01", visits: str = "3.43", caption: str = "") -> list[tuple[str, str, str | None]]:
    return [
        (finding.check, str(finding.verdict), finding.claim.label)
        for finding in audit(TABLE.format(p=p, visits=visits, caption=caption)).findings
        if finding.claim.__struct_config__.tag in ("mean-comparison", "summary")
    ]


def test_the_p_of_a_row() -> None:
    rows = [(verdict, label) for check, verdict, label in found() if check == "p_from_means"]
    assert rows == [
        ("consistent", "age, years, mean (sd)"),
        ("consistent", "weight, kg, mean (sd)"),
        ("consistent", "height, cm, mean (sd)"),
        ("consistent", "number of visits, mean (sd)"),
    ]


def test_a_p_that_does_not_follow() -> None:
    rows = [(verdict, label) for check, verdict, label in found(p="0.21") if check == "p_from_means"]
    assert ("query", "weight, kg, mean (sd)") in rows
    stated = found(p="0.21", caption="P values are from Student's t test.")
    assert ("p_from_means", "discrepant", "weight, kg, mean (sd)") in stated


def test_missing_values_explain_a_little() -> None:
    stated = found(p="0.012", caption="P values are from Student's t test.")
    assert "discrepant" not in {verdict for _, verdict, _ in stated}


def test_means_of_whole_numbers() -> None:
    # 3.57 of 28 is possible, and so is 3.43 of 30; 3.45 is not, but of 29 it is.
    assert ("grim", "consistent", "number of visits, mean (sd)") in found()
    assert ("grim", "discrepant", "number of visits, mean (sd)") not in found(visits="3.45")


def test_tables_without_sizes(read: Read) -> None:
    text = TABLE.format(p="0.01", visits="3.43", caption="").replace("(n=30)", "").replace("(n=28)", "")
    assert read(text.replace("(n=58)", ""), "mean-comparison", "p") == []


def test_columns_of_the_same_people_and_rows_of_some() -> None:
    text = TABLE.format(p="0.21", visits="3.43", caption="P values are from Student's t test.")
    times = text.replace("Alfa (n=30)", "Before (n=30)").replace("Beta (n=28)", "After (n=28)")
    some = text.replace("Weight, kg", "Weight (n=25), kg")
    for each in (times, some):
        assert "discrepant" not in {str(finding.verdict) for finding in audit(each).findings}


def test_three_groups_have_another_test() -> None:
    text = TABLE.format(p="0.21", visits="3.43", caption="P values are from Student's t test.").replace(
        "All (n=58)", "Gamma"
    )
    assert "p_from_means" not in {finding.check for finding in audit(text).findings}


def test_the_mean_of_all() -> None:
    text = TABLE.format(p="0.01", visits="3.43", caption="")

    def of_groups(text: str) -> set[tuple[str, tuple[str, ...]]]:
        findings = [finding for finding in audit(text).findings if finding.check == "mean_of_groups"]
        return {(str(finding.verdict), finding.fields) for finding in findings}

    assert of_groups(text) == {("consistent", ("value",)), ("consistent", ("sd",))}
    assert ("discrepant", ("value",)) in of_groups(text.replace("61.3 (8.5)", "63.1 (8.5)"))
    assert ("discrepant", ("sd",)) in of_groups(text.replace("61.3 (8.5)", "61.3 (9.5)"))
    assert of_groups(text.replace("(n=58)", "(n=60)")) == set()


def test_counts_are_no_means() -> None:
    text = TABLE.format(p="0.01", visits="3.43", caption="Values are mean (SD). P values are from Student's t test.")
    rows = (
        "| Drinkers | 15 (50.0) | 7 (25.0) | 22 (37.9) | 0.09 |\n"
        "| HbA1c (%), mean (SD) | 6.4 (1.1) | 6.2 (1.0) | | 0.47 |\n"
    )
    labels = [finding.claim.label for finding in audit(text + rows).findings if finding.check == "p_from_means"]
    assert "drinkers" not in labels
    assert "hba1c (%), mean (sd)" in labels


def test_weighted_means_of_groups_do_not_make_that_of_all() -> None:
    text = TABLE.format(p="0.01", visits="3.43", caption="").replace("61.3 (8.5)", "63.1 (8.5)")
    weighted = text.replace("| Age, years", "| Weighted age, years")
    assert "discrepant" in {str(f.verdict) for f in audit(text).findings if f.check == "mean_of_groups"}
    assert "mean_of_groups" not in {
        f.check for f in audit(weighted).findings if (f.claim.label or "").startswith("weighted")
    }


def test_a_table_of_another_test_compares_nothing(read) -> None:
    rows = (
        "| Pain | 5.1 (1.1) | 5.9 (1.2) | 0.61 |", "| Fear | 3.2 (0.9) | 3.3 (1.0) | 0.02 |",
        "| Mood | 4.0 (1.0) | 4.8 (1.1) | 0.55 |",
    )  # fmt: skip
    head = "Table 2. Mean (SD)\n\n| | Alfa (n = 30) | Beta (n = 30) | p |\n|---|---|---|---|\n"
    assert read(head + "\n".join(rows) + "\n", "mean-comparison", "p") == []


def test_numbers_of_values_beside_the_means() -> None:
    rows = (
        ("Boys, %", "46.7", "7", "64.5", "20"), ("Girls, %", "53.3", "8", "35.5", "11"),
        ("Number of visits", "5.33 ± 1.38", "15", "5.35 ± 1.46", "31"),
        ("Number of falls", "2.67 ± 1.70", "12", "3.62 ± 2.10", "26"),
    )  # fmt: skip
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "<tr><th></th><th colspan=2>Alfa</th><th colspan=2>Beta</th></tr>"
    head += "<tr><th></th>" + "<th>Value</th><th>n</th>" * 2 + "</tr>"
    text = f"<p>Of 46 children, 15 had alfa and 31 beta.</p><p>Table 1. Mean ± SD</p><table>{head}{body}</table>"
    claims = extract(html.from_text(text, "paper.html")).claims
    shares = [(str(each.count), str(each.percent)) for each in claims if isinstance(each, Proportion)]
    assert shares == [("7", "46.7"), ("20", "64.5"), ("8", "53.3"), ("11", "35.5")]
    means = {str(each.value): each.of for each in claims if isinstance(each, Summary)}
    assert means == {"5.33": "alfa-15", "5.35": "beta-31", "2.67": "alfa-12", "3.62": "beta-26"}
