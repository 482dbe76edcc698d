"""Groups whose sizes only a table states, and the text names."""

import pytest

from checker.auditing import audit_document
from checker.extraction.people import People
from checker.extraction.sentences import Page
from checker.read.text import from_text

GROUPS = """
Table 1. Patients by karyotype

| Karyotype | n (%) |
|---|---|
| Favourable | 12 (15.0) |
| Intermediate | 48 (60.0) |
| Adverse | 20 (25.0) |
| Total | 80 (100) |

Results

{}
"""

ARMS = """
Table 1. Baseline

| Characteristic | Alfa (n = 48) | Beta (n = 46) | Total (n = 94) |
|---|---|---|---|
| Male | 24 (50.0%) | 23 (50.0%) | 47 (50.0%) |
| Smoker | 12 (25.0%) | 11 (23.9%) | 23 (24.5%) |

Results

{}
"""


GENES = """
Table 2. Mutations

| Gene | n (%) |
|---|---|
| FLT3 | 24 (24.0) |
| NPM1 | 30 (30.0) |

{}
"""


def people(table: str, sentence: str = "") -> People:
    return People(Page(from_text(table.format(sentence))))


def test_columns_are_the_arms() -> None:
    found = people(ARMS)
    assert [(group.words, group.size) for group in found.arms] == [("alfa", 48), ("beta", 46)]
    assert found.independent(found.arms)


def test_rows_are_groups() -> None:
    assert {(group.words, group.size) for group in people(GROUPS).rows} >= {("favourable", 12), ("adverse", 20)}


@pytest.mark.parametrize(
    ("table", "sentence", "size"),
    [
        (ARMS, "Nausea began in 6 (13.0%) in the beta group.", 46),
        (ARMS, "Nausea began in 12 (25.0%) vs 6 (13.0%).", 46),
        (GROUPS, "Among patients with an adverse karyotype, 5 (25.0%) responded.", 20),
    ],
)
def test_resolved(table: str, sentence: str, size: int) -> None:
    found = people(table, sentence)
    answer = found.resolve(found.figures[-1])
    assert answer is not None
    assert (answer.group.size, answer.certainty) == (size, "named")


def test_others_than_those_of_the_table() -> None:
    found = people(GROUPS, "Among patients with a normal karyotype, 5 (25.0%) responded.")
    answer = found.resolve(found.figures[-1])
    assert answer is None or answer.certainty != "named"


HELD = [
    (GENES, "Among patients with NPM1 mutations, {} (80.0%) achieved remission.", "24", "14"),
    (GROUPS, "Among patients with an adverse karyotype, {} (25.0%) responded.", "5", "9"),
    (GROUPS, "Remission was achieved by {} (75.0%) patients with intermediate karyotype.", "36", "46"),
    (
        ARMS,
        "Remission occurred in 18 (37.5%) patients in the alfa group and in {} (13.0%) in the beta group.",
        "6",
        "16",
    ),
    (ARMS, "Nausea was reported by 25.0% of the alfa and by {} of the beta group.", "10.9%", "9.9%"),
]


def verdicts(text: str) -> set[str]:
    """The verdicts of an audit."""
    return {str(finding.verdict) for finding in audit_document(from_text(text)).findings}


@pytest.mark.parametrize(("table", "sentence", "right", "wrong"), HELD)
def test_text_is_held_to_the_table(table: str, sentence: str, right: str, wrong: str) -> None:
    assert verdicts(table.format(sentence.format(right))) - {"unverifiable"} == {"consistent"}
    assert {"discrepant", "query"} & verdicts(table.format(sentence.format(wrong)))


SILENT = [
    # Of others.
    (GROUPS, "Among patients without an adverse karyotype, 24 (40.0%) responded."),
    (GROUPS, "Fever occurred in 9 (31.0%) patients with blasts."),
    # Some of the group.
    (GROUPS, "Of the patients with adverse karyotype who responded, 6 (60.0%) relapsed."),
    # Two of the groups.
    (GROUPS, "Among patients with favourable or intermediate karyotype, 30 (50.0%) responded."),
    (ARMS, "Survival at one year was 61.3% in the alfa group and 55.2% in the beta group."),
]


@pytest.mark.parametrize(("table", "sentence"), SILENT)
def test_no_false_accusation(table: str, sentence: str) -> None:
    assert "discrepant" not in verdicts(table.format(sentence))
