"""Texts whose figures are all right, printed in ways that invite an accusation: none may be made."""

import pytest

from checker.auditing import audit_document
from checker.model import Verdict
from checker.read.text import from_text

CHANGES = [
    "Counts were reduced by 99.9%, from 6.2 to 3.2 log10 CFU/mL.",
    "The load dropped by 1.8 log10 copies/mL, from 4.9 to 3.1 log10 copies/mL, a 63-fold reduction.",
    "After adjustment for case mix, the rate rose by 2.1 percentage points, from 24.6% in 1998 to 28.9% in 2008.",
    "The odds fell by 40% (from 0.25 to 0.15).",
    "Sedentary time fell from 9.1 to 8.3 hours a day, that is, by 48 minutes.",
    "Scores fell by 0.8 SD, from 24.1 to 17.2.",
    "Pressure fell from 152 to 139 mm Hg with alfa and from 151 to 147 mm Hg with beta, a difference of 9 mm Hg.",
]
RANKINGS = [
    "Mortality was higher in men than in women in every age group except the oldest (31.2% vs 33.5%).",
    "The increase with exercise was greater (from equal rest, 89 vs 78 beats/min) in trained than in untrained men.",
    "A higher share of controls than cases had been vaccinated (61% of cases and 78% of controls).",
    "The commonest single cause was appendicitis (18%), though unspecific pain together made up 38%.",
]
PARTS = [
    "Half of the 46 dogs were neutered (12 males, 11 females).",
    "Most of the 46 dogs were old (12 males, 18 females).",
    "We studied 96 adults (51 men, 40 women and 5 transgender persons).",
    "A total of 96 patients (51 men and 40 women; sex not recorded in 5) were enrolled.",
    "Of 88 patients, 30 women and 41 men agreed to take part.",
    "Three hundred school children, 150 boys and 140 girls in the analysis, were invited.",
    "In 84 families (61 boys and 49 girls), asthma was frequent.",
    "Of 30 lesions, 12 were benign; the other 20 specimens, two of one lesion, were malignant.",
    "The 64 patients had 82 fractures: 38 of the tibia, 29 of the femur and 15 of the arm.",
    "One hundred and one patients were randomised in a 2:1 ratio, 67 to alfa and 34 to placebo; 3 in the alfa group "
    "received none.",
]
TESTED = "Proportions were compared with the chi-squared test.\n\n"
TABLES = [
    # Standardised coefficients beside the errors of those that are not.
    "| | Beta | SE | t | Sig. |\n|---|---|---|---|---|\n| Income | 0.21 | 1.40 | 3.10 | 0.002 |\n"
    "| Schooling | 0.17 | 0.86 | 2.44 | 0.016 |\n| Age | -0.09 | 0.11 | -1.32 | 0.188 |",
    # One p of a factor, in the row of its first level.
    "| | HR (95% CI) | p |\n|---|---|---|\n| Stage II vs I | 1.30 (0.80-2.11) | 0.001 |\n"
    "| Stage III vs I | 2.42 (1.48-3.96) | |\n| Stage IV vs I | 4.10 (2.20-7.64) | |",
    # Two alleles each.
    "| | Cases (n = 240), n (%) | Controls (n = 260), n (%) |\n|---|---|---|\n| CC | 96 (40.0) | 130 (50.0) |\n"
    "| CT | 108 (45.0) | 104 (40.0) |\n| TT | 36 (15.0) | 26 (10.0) |\n| T allele | 180 (37.5) | 156 (30.0) |",
    # Percentages of the columns, and in the row of totals of all.
    "| | Upper | Lower | Total |\n|---|---|---|---|\n| Incisors | 20 (33.3) | 12 (26.7) | 32 (30.5) |\n"
    "| Premolars | 25 (41.7) | 15 (33.3) | 40 (38.1) |\n| Molars | 15 (25.0) | 18 (40.0) | 33 (31.4) |\n"
    "| Total | 60 (57.1) | 45 (42.9) | 105 (100) |",
    # A p of another test than the paper's usual one: said in its cell, and in a note.
    f"{TESTED}| | Cases (N = 60) | Controls (N = 120) | p |\n|---|---|---|---|\n| BMI | | | 0.30 (trend) |\n"
    "| <25 | 20 (33.3) | 50 (41.7) | |\n| 25-30 | 25 (41.7) | 46 (38.3) | |\n| >30 | 15 (25.0) | 24 (20.0) | |",
    f"{TESTED}| | Alfa (n = 120) | Beta (n = 118) | P* |\n|---|---|---|---|\n"
    "| Screened | 60 (50.0) | 41 (34.7) | 0.045 |\n| Advised | 44 (36.7) | 30 (25.4) | 0.12 |\n\n"
    "*Adjusted for clustering by practice.",
    # Intervals that are not made of standard errors.
    "Table 4. Paths with bias-corrected bootstrap CI\n\n| Path | B | SE | 95% CI |\n|---|---|---|---|\n"
    "| X to M | 0.31 | 0.09 | 0.12 to 0.47 |\n| M to Y | 0.44 | 0.10 | 0.27 to 0.66 |",
]
INTERVALS = [
    "Relapse was reported for 12 of 40 (30%) and 24 of 44 (55%) patients (P = 0.008, log rank).",
    "Vaccine effectiveness was 61% (95% CI 42-74), and −30% (95% CI −200 to 44) in the third season.",
    "No events occurred in 60 patients (0%; 95% CI 0-6.0%).",
]


@pytest.mark.parametrize("text", [*CHANGES, *RANKINGS, *PARTS, *TABLES, *INTERVALS])
def test_no_false_accusation(text: str) -> None:
    findings = audit_document(from_text(f"{text}\n")).findings
    assert [finding.message for finding in findings if finding.verdict is Verdict.DISCREPANT] == []
