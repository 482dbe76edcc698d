"""Groups whose sizes only a table states, and the text names."""

import pytest

from checker.auditing import audit_document
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

| Characteristic | Ketamine (n = 48) | Midazolam (n = 46) | Total (n = 94) |
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

HELD = [
    (GENES, "Among patients with NPM1 mutations, {} (80.0%) achieved remission.", "24", "14"),
    (GROUPS, "Among patients with an adverse karyotype, {} (25.0%) responded.", "5", "9"),
    (GROUPS, "Remission was achieved by {} (75.0%) patients with intermediate karyotype.", "36", "46"),
    (
        ARMS,
        "Remission occurred in 18 (37.5%) patients in the ketamine group and in {} (13.0%) in the midazolam group.",
        "6",
        "16",
    ),
    (ARMS, "Nausea was reported by 25.0% of the ketamine and by {} of the midazolam group.", "10.9%", "9.9%"),
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
    (ARMS, "Survival at one year was 61.3% in the ketamine group and 55.2% in the midazolam group."),
]


@pytest.mark.parametrize(("table", "sentence"), SILENT)
def test_no_false_accusation(table: str, sentence: str) -> None:
    assert "discrepant" not in verdicts(table.format(sentence))
