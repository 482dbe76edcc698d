"""The bundled claims files: what they say, and what they would notice."""

import importlib.util
from pathlib import Path

import pytest

from checker import bundle, claimfile, run
from checker.finding import failures, stale

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "change_every_figure.py"
FILES = list(claimfile.find([bundle.folder()]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_discrepancy_is_acknowledged_and_explained(path):
    paper = claimfile.read(path)
    findings = run.verify(paper)
    assert failures(findings) == []
    assert stale(paper, findings) == []
    assert [claim.id for claim in paper.claims if claim.expect is not None and not claim.note] == []


def test_five_papers_are_bundled():
    assert len(FILES) == 5


def test_changing_any_figure_is_noticed_but_for_those_listed_with_their_reasons():
    spec = importlib.util.spec_from_file_location("change_every_figure", BENCHMARK)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    missed = ["\t".join(map(str, row)) for row in benchmark.changes() if row[-1] is not None]
    assert missed == benchmark.LIST.read_text(encoding="utf-8").splitlines()
