"""The same paper in every format, and the real papers at hand."""

import subprocess
import sys
from pathlib import Path

import pytest

from checker import extraction, read

FULLTEXT = Path(__file__).parents[3] / "shared" / "corpora" / "dev" / "fulltext"


@pytest.fixture(params=["html", "jats", "tei", "docx"])
def document(request, html_bytes, jats_bytes, tei_bytes, docx_bytes):
    """The paper in each format with markup."""
    content = {"html": html_bytes, "jats": jats_bytes, "tei": tei_bytes, "docx": docx_bytes}[request.param]
    return read.from_bytes(content, f"paper.{request.param}")


def test_offsets_hold(document, tools):
    tools.check_contract(document)


def test_blocks_are_those_of_the_source(document, paper, tools):
    def plain(text):
        marks = {"@{12}": "¹²", "^{2}": "²", "^{-4}": "⁻⁴", "@{3,4}": "³,⁴", "@{5}": "⁵", "_{2}": "2", "^{a}": "ᵃ"}
        for mark, printed in marks.items():
            text = text.replace(mark, printed)
        return text

    section = None
    expected = [("title", None, paper.title)]
    for kind, text in [
        *paper.body,
        ("caption", paper.caption),
        ("footnote", paper.note),
        *paper.after,
        ("heading", "References"),
        *(("reference", reference) for reference in paper.references),
    ]:
        expected.append((kind, None if kind == "heading" else section, plain(text)))
        section = text if kind == "heading" else section
    assert tools.outline(document) == expected


def test_cells_are_those_of_the_source(document, paper, tools):
    expected = {
        (0, 0, 2, 1): "Outcome",
        (0, 1, 1, 2): "Number of patients (%)",
        (0, 3, 2, 1): "P value",
        (1, 1, 1, 1): "Early (n = 120)",
        (1, 2, 1, 1): "Usual (n = 120)",
    }
    for row, cells in enumerate(paper.table[2:], start=2):
        for column, cell in enumerate(cells):
            expected[row, column, 1, 1] = cell.text.replace("^{a}", "ᵃ")
    assert tools.grid(document) == [expected]
    (table,) = document.tables
    assert document.text[table.caption.start : table.caption.end] == paper.caption
    assert table.section == "Results"
    assert {cell.row for cell in table.cells if cell.header} == {0, 1}


def test_formats_give_the_same_claims(html_bytes, jats_bytes, tei_bytes, docx_bytes):
    from checker.figures import figures

    drawn = []
    for name, content in (("html", html_bytes), ("jats", jats_bytes), ("tei", tei_bytes), ("docx", docx_bytes)):
        file = extraction.extract(read.from_bytes(content, f"paper.{name}"))
        drawn.append(
            [(type(claim).__name__, [(key, str(value)) for key, value in figures(claim)]) for claim in file.claims]
        )
    assert drawn[0]
    assert drawn[0] == drawn[1] == drawn[2] == drawn[3]


def test_the_format_is_told_by_content(html_bytes, jats_bytes, tei_bytes, docx_bytes, tools):
    expected = tools.outline(read.from_bytes(html_bytes, "paper.pdf"))
    assert tools.outline(read.from_bytes(jats_bytes, "paper.html")) == expected
    assert tools.outline(read.from_bytes(tei_bytes, "paper.html")) == expected
    assert tools.outline(read.from_bytes(docx_bytes, "paper.txt")) == expected


@pytest.mark.parametrize("heavy", ["pypdfium2", "pdfplumber", "docx", "selectolax", "lxml"])
def test_plain_text_loads_no_library(heavy):
    code = "from checker import read; read.from_bytes(b'Of 20 patients, 5 died.', 'x'); import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy not in run.stdout.split()


@pytest.mark.skipif(not FULLTEXT.is_dir(), reason="the papers of ../shared are not here")
@pytest.mark.parametrize(
    ("name", "tables", "sections"),
    [
        ("jats/PMC3689826.nxml", 3, {"Abstract", "Introduction", "Statistical Analysis", "Discussion", "References"}),
        ("jats/PMC3898378.nxml", 5, {"Background", "Methods", "Results", "Discussion", "References"}),
        ("jats/PMC4223282.nxml", 6, {"Introduction", "Methods", "Discussion", "References"}),
        ("docx/ACREP-Turri.docx", 7, {"Abstract", "Participants", "Results", "Discussion"}),
        ("docx/CovILD-IPQ.docx", 2, {"Abstract", "Statistical analysis", "Discussion", "References"}),
    ],
)
def test_a_real_paper(name, tables, sections, tools):
    document = read.read(FULLTEXT / name)
    tools.check_contract(document)
    assert len(document.tables) == tables
    assert all(table.caption for table in document.tables)
    headings = {document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "heading"}
    assert sections <= headings
