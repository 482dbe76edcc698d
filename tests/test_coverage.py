import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import bundle, claimfile, sources
from checker.cli import main
from checker.coverage import cover

TEXT = """\
Of 96 patients, 68 (70.8%) responded and Twenty-eight did not.
Doses were 100 mg on day 1.
References
1. Someone. 2015;21(3):454-9.
"""
CLAIMS = """\
document: {{title: test, source: {{file: paper.txt, sha256: {sha256}}}}}
populations: {{all: {{size: 96, at: 1:4-5}}}}
exclude: [{{lines: 3-4, reason: reference list}}]
context: [{{reason: dose, at: 2}}]
claims:
- {{id: response, kind: proportion, at: 1:17-26, count: 68, of: all, percent: 70.8}}
- {{id: rest, kind: partition, at: '1:1-60', of: all, parts: [{{count: 68}}, {{count: Twenty-eight}}]}}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "paper.txt").write_text(TEXT)
    (tmp_path / "claims.yaml").write_text(CLAIMS.format(sha256=hashlib.sha256(TEXT.encode()).hexdigest()))
    return tmp_path


def covered(folder, old="", new=""):
    text = (folder / "claims.yaml").read_text()
    assert old in text
    paper = claimfile.loads(text.replace(old, new, 1).encode())
    return cover(paper, sources.find(paper, folder))


def test_every_number_is_accounted_for(folder):
    coverage = covered(folder)
    assert coverage.complete
    assert (coverage.bound, coverage.context, coverage.share) == (4, 2, 100)
    assert coverage.excluded == 6


def test_lists_what_is_bound_to_nothing(folder):
    coverage = covered(folder, ", {count: Twenty-eight}", "")
    assert [literal for _, literal in coverage.unbound] == ["Twenty-eight"]
    assert not coverage.complete
    assert coverage.share < 100


def test_lists_figures_that_are_not_printed_where_the_claim_says(folder):
    coverage = covered(folder, "percent: 70.8", "percent: 70.80")
    assert coverage.misquoted == (("response", "70.80"),)


def test_lists_context_that_covers_no_number(folder):
    coverage = covered(folder, "at: 2}", "at: ['2', '1:6-14']}")
    assert [reason for _, reason in coverage.idle] == ["dose"]


def test_the_command_shows_it(folder):
    result = CliRunner().invoke(main, ["coverage", str(folder / "claims.yaml"), "--source", str(folder)])
    assert result.exit_code == 0
    assert "100 % of 6 numbers" in result.output


def test_another_version_of_the_source_is_refused(folder):
    (folder / "paper.txt").write_text(TEXT + "more")
    result = CliRunner().invoke(main, ["coverage", str(folder / "claims.yaml"), "--source", str(folder)])
    assert result.exit_code == 2
    assert "SHA-256" in result.output


def test_a_source_that_is_not_there(folder):
    (folder / "paper.txt").unlink()
    result = CliRunner().invoke(main, ["coverage", str(folder / "claims.yaml"), "--source", str(folder)])
    assert result.exit_code == 2
    assert "No such file" in result.output


SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not at hand")
@pytest.mark.parametrize("path", sorted(bundle.folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_the_bundled_claims_account_for_every_number_of_their_source(path):
    paper = claimfile.read(path)
    coverage = cover(paper, sources.find(paper, SEEDS))
    assert coverage.complete, coverage.text(path.name)


def test_what_is_said_in_other_words_is_printed(tmp_path):
    text = "The 1-year survival was 61.5%. More than half of them (62%) slept. Levels were 31,3 and 4."
    (tmp_path / "paper.txt").write_text(text)
    claims = """\
document: {title: test, source: {file: paper.txt}}
claims:
- {id: one, kind: survival, at: 1:5-29, estimate: 61.5, time: 12, total: 96}
- {id: two, kind: quantifier, at: 1:42-65, word: more-than, share: 50, percent: 62}
- {id: three, kind: effect, at: 1:24-29, measure: hazard ratio, scale: log, estimate: 61.5, level: 90}
"""
    paper = claimfile.loads(claims.encode())
    coverage = cover(paper, sources.find(paper, tmp_path))
    assert coverage.misquoted == (("one", "96"),)


def test_decimals_behind_a_comma_in_a_table_are_one_number(tmp_path):
    rows = "".join(f"<tr><td>row</td><td>{number}</td></tr>" for number in ("31,3", "20,5", "11,1", "9,8"))
    (tmp_path / "paper.html").write_text(f"<html><body><table>{rows}</table></body></html>")
    paper = claimfile.loads(
        b"document: {title: test, source: {file: paper.html}}\n"
        b"claims: [{id: a, kind: proportion, at: ['1', '2', '3', '4'], count: 9, percent: 31.3}]\n"
    )
    coverage = cover(paper, sources.find(paper, tmp_path))
    assert [literal for _, literal in coverage.unbound] == ["20,5", "11,1", "9,8"]
    assert coverage.misquoted == (("a", "9"),)


@pytest.mark.parametrize("name", ["paper.html", "paper.xml", "paper.txt"])
def test_places_are_those_of_the_text_that_is_printed(tmp_path, name):
    body = "<sec><title>Results</title><p>Of 96 patients, 68 (70.8%) responded.</p></sec>"
    texts = {
        "paper.html": "<html><body><h1>Results</h1><p>Of 96 patients, 68 (70.8%) responded.</p></body></html>",
        "paper.xml": f'<?xml version="1.0"?><article><body>{body}</body></article>',
        "paper.txt": "Results\n\nOf 96 patients, 68 (70.8%) responded.\n",
    }
    (tmp_path / name).write_text(texts[name])
    printed = CliRunner().invoke(main, ["text", str(tmp_path / name)]).stdout.splitlines()
    line = next(number for number, text in enumerate(printed, 1) if "68" in text)
    first = printed[line - 1].index("68") + 1
    paper = claimfile.loads(
        f"document: {{title: test, source: {{file: {name}}}}}\n"
        f"claims: [{{id: a, kind: proportion, at: {line}:{first}-{first + 9}, count: 68, percent: 70.8}}]\n".encode()
    )
    assert cover(paper, sources.find(paper, tmp_path)).misquoted == ()


def test_a_source_that_is_no_paper_is_refused_in_one_line(folder):
    (folder / "paper.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "claims.yaml").write_text(CLAIMS.format(sha256="''"))
    result = CliRunner().invoke(main, ["coverage", str(folder / "claims.yaml"), "--source", str(folder)])
    assert result.exit_code == 2
    assert "not an image" in result.output
