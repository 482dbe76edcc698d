import pytest

from checker import read
from checker.draft.labels import Labels
from checker.extraction import of_page
from checker.extraction.sentences import Page
from checker.read.text import from_text

TABLE = """\
<html><body><h1>Results</h1><table><caption>Table 1 Patients</caption>
<thead><tr><th></th><th>Rest (n = 60)</th><th>Work (n = 40)</th></tr></thead>
<tbody><tr><td>Sex</td><td></td><td></td></tr><tr><td>Women, n (%)</td><td>12 (20.0)</td><td>10 (25.0)</td></tr></tbody>
</table></body></html>
"""


def labels(document):
    page = Page(document)
    found = Labels(page)
    return {claim.id: found.of(claim) for claim in of_page(page).claims}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Fever occurred in 12 (20.0%) of 60 patients.", "Fever"),
        ("Of the patients, fever was seen in 12/60 (20.0%).", "fever"),
        ("28 (50.9%) of 55 patients were male.", "patients were male"),
        ("The response was 53.3% (16/30) in the CAV group.", "The response (CAV group)"),
        ("Pain was less; the hazard ratio for death was 0.66 (95% CI 0.45 to 0.97).", "the hazard ratio for death"),
    ],
)
def test_the_clause_of_a_figure(sentence, label):
    assert label in labels(from_text(sentence)).values()


def test_the_row_and_the_column_of_a_cell():
    assert set(labels(read.from_bytes(TABLE.encode(), "paper.html")).values()) == {
        "Sex, Women, n (%) (Rest)",
        "Sex, Women, n (%) (Work)",
    }


def test_no_words_no_label():
    assert set(labels(from_text("12/60 (20.0%).")).values()) == {None}
