"""``checker audit --annotate``: what it writes, and what it refuses before any work is done."""

import docx
import pytest
from click.testing import CliRunner
from fpdf import FPDF

from checker.cli import main

SENTENCE = "Fever occurred in 12 of 60 patients (25.0%), and a cough in 30 of 60 patients (50.0%)."


@pytest.fixture
def folder(tmp_path):
    """A folder with one paper in several formats."""
    pdf = FPDF(unit="pt")
    pdf.add_page()
    pdf.set_font("Times", size=11)
    pdf.text(50, 90, SENTENCE)
    pdf.output(str(tmp_path / "paper.pdf"))
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    document.save(str(tmp_path / "paper.docx"))
    (tmp_path / "paper.txt").write_text(SENTENCE)
    return tmp_path


def audit(*arguments):
    return CliRunner().invoke(main, ["audit", *map(str, arguments)])


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_paper_is_written_with_its_findings(folder, suffix):
    source, target = folder / f"paper.{suffix}", folder / f"out.{suffix}"
    before = source.read_bytes()
    result = audit(source, "--annotate", target)
    assert result.exit_code == 1  # something is discrepant
    assert "Traceback" not in result.output
    assert source.read_bytes() == before
    assert len(target.read_bytes()) > len(before)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_all_is_all(folder, suffix):
    source = folder / f"paper.{suffix}"
    audit(source, "--annotate", folder / f"some.{suffix}")
    audit(source, "--annotate", folder / f"all.{suffix}", "--all")
    audit(source, "--annotate", folder / f"held.{suffix}", "--verdict", "consistent")
    sizes = [len((folder / f"{name}.{suffix}").read_bytes()) for name in ("some", "all", "held")]
    assert sizes[0] < sizes[1]
    assert sizes[2] < sizes[1]


@pytest.mark.parametrize(
    ("inputs", "target", "said"),
    [
        (["paper.pdf"], "out.docx", "is a PDF, so that the annotated one must end in .pdf"),
        (["paper.docx"], "out.pdf", "is a Word document, so that"),
        (["paper.pdf"], "out.txt", "name a file that ends in .pdf or .docx"),
        (["paper.txt"], "out.pdf", "neither a PDF nor a Word document"),
        (["paper.pdf", "paper.docx"], "out.pdf", "name one paper"),
        (["."], "out.pdf", "name one paper"),
        (["paper.pdf"], "paper.pdf", "is read, or written to, by this same command"),
        (["paper.pdf"], "no/such/out.pdf", "there is no folder"),
    ],
)
def test_what_cannot_be_is_wrong_usage(folder, inputs, target, said):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = audit(*(folder / name for name in inputs), "--annotate", folder / target)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_standard_input_cannot_be_annotated(folder):
    assert audit("-", "--annotate", folder / "out.pdf").exit_code == 2


def test_a_paper_that_cannot_be_read_is_not_annotated(folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = audit(folder / "broken.pdf", "--annotate", folder / "out.pdf")
    assert result.exit_code == 2
    assert not (folder / "out.pdf").exists()


def test_a_locked_paper_says_so(folder):
    pdf = FPDF(unit="pt")
    pdf.set_encryption(owner_password="owner", permissions=0)
    pdf.add_page()
    pdf.set_font("Times", size=11)
    pdf.text(50, 90, SENTENCE)
    pdf.output(str(folder / "locked.pdf"))
    result = audit(folder / "locked.pdf", "--annotate", folder / "out.pdf")
    assert result.exit_code == 2
    assert "locked it against comments" in result.output
    assert "1 discrepant" in result.output
    assert not (folder / "out.pdf").exists()
