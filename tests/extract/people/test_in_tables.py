"""Groups whose sizes only a table states, and the text names."""

import pytest

from checker.extract.people import People
from checker.extract.sentences import Page
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
