"""The whole: round trip through a claims file, the same result twice, and linear time on hostile text."""

import re
import time

import msgspec
import pytest

from checker import claimfile, claimtext, run
from checker.extraction import extract
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.extraction.tables import proportions
from checker.read.bounds import MOST_CELLS
from checker.read.text import from_text

TEXT = """Results

We randomised 120 patients, 60 to the alfa group and 60 to the beta group. Of 120 patients, 30 (25%) were women.
Fever occurred in 12/60 (20%) versus 24/60 (40%), p = 0.017 (odds ratio 0.38, 95% CI 0.17-0.84). Scores were better
by 2.0 points (mean difference 2.0, 95% CI 0.5 to 3.5; t(118) = 2.62, p = .010).
"""


def test_round_trip() -> None:
    paper = extract(from_text(TEXT))
    read = claimfile.loads(claimtext.dumps(paper).encode())
    assert msgspec.structs.replace(read, bindings={}) == msgspec.structs.replace(paper, bindings={})
    found = run.verify(paper)
    assert [(finding.claim.id, finding.check, finding.verdict, finding.message) for finding in run.verify(read)] == [
        (finding.claim.id, finding.check, finding.verdict, finding.message) for finding in found
    ]
    assert len(found) > 6


def test_deterministic() -> None:
    assert claimtext.dumps(extract(from_text(TEXT))) == claimtext.dumps(extract(from_text(TEXT)))


HOSTILE = {
    "digits": "1",
    "slashes": "1/",
    "brackets": "[(",
    "shares": "12 (24%) ",
    "misfits": "3 (4%) ",
    "pairs": "12/24 (50%), ",
    "intervals": "OR 1.2 (95% CI 1.1-1.3; p=0.01), ",
    "sizes": "of 12 patients ",
    "sentences": "Of 50 men, 10 (20%) died. ",
    "tests": "t(1) = 2, p = ",
    "rows": "Table 1\nN 12 13 14\nMale 12 (3%) 14 (5%)\n",
    "cells": "| 1 (2%) ",
    "tables": "| | A (n = 40) | B (n = 50) | P |\n|---|---|---|---|\n| Men | 12 (30%) | 15 (30%) | 0.9 |\n\n",
    "spreads": "12 ± 3, ",
    "lines": "a  1\n",
    "words": "patients of the ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        document = from_text(unit * (size // len(unit)))
        started = time.process_time()
        extract(document)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(60_000) < 8 * seconds(15_000) + 0.5


def test_the_text_is_searched_once_however_many_tables_ask() -> None:
    page = Page(from_text("Groups were compared by the chi-squared test."))
    pattern = re.compile("chi-squared")
    assert page.says(pattern)
    page.low = ""
    assert page.says(pattern)


def test_a_share_in_a_table_is_held_against_the_rows_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(rows: int) -> int:
        calls = 0
        fits = proportions.fits

        def counted(number: float, total: float, percent: Token) -> bool:
            nonlocal calls
            calls += 1
            return fits(number, total, percent)

        table = "| | A (n = 40) |\n|---|---|\n" + "| Men | 12 (30%) |\n| Women | 13 (71%) |\n" * rows
        page = Page(from_text(table))
        with monkeypatch.context() as patch:
            patch.setattr(proportions, "fits", counted)
            assert list(proportions.propose(page))
        return calls

    assert compared(1_000) < 2.5 * compared(500)


def test_a_hostile_text_has_no_more_cells_than_memory_allows() -> None:
    assert len(from_text("| a |\n|---|\n" + "|" * 100_000 + "\n").tables[0].cells) <= 101
    assert len(from_text("| a | b |\n" * MOST_CELLS).tables[0].cells) <= MOST_CELLS
    assert len(from_text("One.\n\n\n \n\nTwo.").blocks) == 2
