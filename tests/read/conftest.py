"""One paper of our own making, written in each format that is read: what the readers' tests share.

The source is a small markup: ``^{-4}`` is raised, ``_{2}`` lowered, ``@{12}`` a raised citation.
"""

import io
import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

import pytest

from checker.document import Document


class Cell(NamedTuple):
    text: str
    rowspan: int = 1
    colspan: int = 1


class Paper(NamedTuple):
    title: str
    body: list[tuple[str, str]]  # kind of block, text
    caption: str
    table: list[list[Cell]]
    note: str
    after: list[tuple[str, str]]
    references: list[str]


PAPER = Paper(
    "Early mobilisation after hip surgery: a randomised trial in twelve hospitals",
    [
        ("heading", "Abstract"),
        (
            "paragraph",
            "Of 240 patients, 120 were assigned to early mobilisation and 120 to usual care. Death within one year "
            "occurred in 12 (10.0%) and 24 (20.0%) patients, a risk ratio of 0.50 (95% CI 0.26 to 0.95).",
        ),
        ("heading", "Methods"),
        (
            "paragraph",
            "We screened 1,024 adults aged 65 years or more, as others did.@{12} The body mass index had to be below "
            "40 kg/m^{2}, and the smallest p value that we accepted for the interim analysis was 1.5 × 10^{-4}, "
            "in line with earlier work.@{3,4} Randomisation used permuted blocks of varying size, with stratification "
            "by hospital and by the type of fracture; the allocation was concealed from those who enrolled.",
        ),
        ("heading", "Results"),
        (
            "paragraph",
            "Follow-up was complete for 236 of 240 patients (98.3%).@{5} The mean stay was 8.4 days in the early group "
            "and 10.1 days in the other group, a difference of 1.7 days (95% CI 0.6 to 2.8; p = 0.003). There was no "
            "difference in the number of patients who fell, which was 15 of 120 in both groups.",
        ),
        (
            "paragraph",
            "A second analysis left out the hospitals that recruited fewer than five patients, and its results were "
            "much the same as those of the main analysis. Oxygen use (litres of O_{2} per day) did not differ either, "
            "and no serious adverse event was thought to be related to the intervention by the monitoring board.",
        ),
    ],
    "Table 1. Outcomes at one year by randomised group",
    [
        [Cell("Outcome", 2), Cell("Number of patients (%)", 1, 2), Cell("P value", 2)],
        [Cell("Early (n = 120)"), Cell("Usual (n = 120)")],
        [Cell("Death"), Cell("12 (10.0)"), Cell("24 (20.0)"), Cell("0.03")],
        [Cell("Readmission"), Cell("30 (25.0)"), Cell("36 (30.0)"), Cell("0.39")],
        [Cell("Any fall"), Cell("15 (12.5)"), Cell("15 (12.5)"), Cell("1.00^{a}")],
    ],
    "^{a} By Fisher's exact test.",
    [
        ("heading", "Discussion"),
        (
            "paragraph",
            "Early mobilisation halved mortality, which agrees with what smaller trials had suggested.@{12} The trial "
            "was stopped neither early nor late, and 98.3% of the patients were followed to the end of the year.",
        ),
    ],
    [
        "1. Able A, Baker B. Walking after surgery. J Imag Med 2011;12:34-45.",
        "2. Carter C. Beds and what they do to 200 patients. Ann Fict 2015;7:1-9.",
        "3. Dover D, East E. Blocks of varying size. Stat Invent 2018;33:250-61.",
    ],
)

_MARK = re.compile(r"(?P<kind>[\^_@])\{(?P<text>[^}]*)\}")


def marked(text: str, render: Callable[[str, str], str], plain: Callable[[str], str] = lambda piece: piece) -> str:
    """The source with each mark rendered by a format."""
    parts, end = [], 0
    for found in _MARK.finditer(text):
        parts += [plain(text[end : found.start()]), render(found["kind"], found["text"])]
        end = found.end()
    return "".join([*parts, plain(text[end:])])


def write_html(paper: Paper) -> bytes:
    def mark(kind: str, text: str) -> str:
        if kind == "@":
            return "<sup>" + ",".join(f'<a href="#ref-{number}">{number}</a>' for number in text.split(",")) + "</sup>"
        return f"<sup>{text}</sup>" if kind == "^" else f"<sub>{text}</sub>"

    def line(text: str) -> str:
        return marked(text, mark, escape)

    def block(kind: str, text: str) -> str:
        return f"<h2>{line(text)}</h2>" if kind == "heading" else f"<p>{line(text)}</p>"

    rows = "".join(
        "<tr>"
        + "".join(
            f"<{tag} rowspan={cell.rowspan} colspan={cell.colspan}>{line(cell.text)}</{tag}>"
            for cell in row
            for tag in ["th" if index < 2 else "td"]
        )
        + "</tr>"
        for index, row in enumerate(paper.table)
    )
    references = "".join(f"<li>{escape(reference)}</li>" for reference in paper.references)
    return f"""<!DOCTYPE html><html><head><title>Journal of Pages</title><style>p {{ color: red }}</style>
<script>document.write("12 of 13 (99%)")</script></head><body><nav><a href="/">Home 55 of 56</a></nav>
<main><article><h1>{line(paper.title)}</h1>{"".join(block(*item) for item in paper.body)}
<table><caption>{line(paper.caption)}</caption>{rows}<tfoot><tr><td colspan=4>{line(paper.note)}</td></tr></tfoot>
</table>{"".join(block(*item) for item in paper.after)}<h2>References</h2><ol class="references">{references}</ol>
</article></main>
<footer>Cookies: 3 of 4</footer></body></html>""".encode()


def write_jats(paper: Paper) -> bytes:
    def mark(kind: str, text: str) -> str:
        if kind == "@":
            links = ",".join(f'<xref ref-type="bibr" rid="b{number}">{number}</xref>' for number in text.split(","))
            return f"<sup>{links}</sup>"
        return f"<sup>{text}</sup>" if kind == "^" else f"<sub>{text}</sub>"

    def line(text: str) -> str:
        return marked(text, mark, escape)

    def sections(items: list[tuple[str, str]]) -> str:
        parts = []
        for kind, text in items:
            if kind == "heading":
                parts.append(("</sec>" if parts else "") + f"<sec><title>{line(text)}</title>")
            else:
                parts.append(f"<p>{line(text)}</p>")
        return "".join(parts) + "</sec>"

    rows = [
        "<tr>" + "".join(f'<td rowspan="{c.rowspan}" colspan="{c.colspan}">{line(c.text)}</td>' for c in row) + "</tr>"
        for row in paper.table
    ]
    label, _, caption = paper.caption.partition(". ")
    references = "".join(f"<ref><mixed-citation>{escape(text)}</mixed-citation></ref>" for text in paper.references)
    table = (
        f"<table-wrap><label>{label}.</label><caption><p>{line(caption)}</p></caption><table><thead>{''.join(rows[:2])}"
        f"</thead><tbody>{''.join(rows[2:])}</tbody></table><table-wrap-foot><p>{line(paper.note)}</p></table-wrap-foot>"
        "</table-wrap>"
    )
    abstract = sections(paper.body[:2]).replace("<sec>", "").replace("</sec>", "")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.0 20120330//EN" "JATS.dtd">
<article><front><journal-meta><issn>1234-5678</issn></journal-meta><article-meta><title-group><article-title>
{line(paper.title)}</article-title></title-group><abstract>{abstract}</abstract></article-meta></front>
<body>{sections(paper.body[2:])[:-6]}{table}</sec>{sections(paper.after)}</body>
<back><ref-list><title>References</title>{references}</ref-list></back></article>""".encode()


def write_tei(paper: Paper) -> bytes:
    def mark(kind: str, text: str) -> str:
        if kind == "@":
            return f'<ref type="bibr" target="#b0">{text}</ref>'
        return f'<hi rend="{"superscript" if kind == "^" else "subscript"}">{text}</hi>'

    def line(text: str) -> str:
        return marked(text, mark, escape)

    def divisions(items: list[tuple[str, str]]) -> str:
        parts = []
        for kind, text in items:
            if kind == "heading":
                parts.append(("</div>" if parts else "") + f"<div><head>{line(text)}</head>")
            else:
                sentences = "".join(f"<s>{line(sentence)}</s>" for sentence in text.split("\n"))
                parts.append(f"<p>{sentences}</p>")
        return "".join(parts) + "</div>"

    rows = [
        ("<row role='label'>" if index < 2 else "<row>")
        + "".join(f'<cell rows="{c.rowspan}" cols="{c.colspan}">{line(c.text)}</cell>' for c in row)
        + "</row>"
        for index, row in enumerate(paper.table)
    ]
    label, _, caption = paper.caption.partition(". ")
    references = "".join(
        f'<biblStruct><analytic><title>Of it</title></analytic><note type="raw_reference">{escape(text)}</note>'
        "</biblStruct>"
        for text in paper.references
    )
    table = (
        f'<figure type="table" xml:id="tab_0"><head>{label} .</head><label>1</label><figDesc>{line(caption)}</figDesc>'
        f"<table>{''.join(rows)}</table><note><p>{line(paper.note)}</p></note></figure>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title level="a" type="main">{line(paper.title)}</title><funder><orgName>A fund of 40 of 41</orgName></funder>
</titleStmt><sourceDesc><biblStruct><analytic><author><email>a@b.c</email></author></analytic></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract>{divisions(paper.body[1:2]).replace("</div>", "")}</abstract></profileDesc></teiHeader>
<text><body>{divisions(paper.body[2:])}{table}{divisions(paper.after)}</body>
<back><div type="references"><listBibl>{references}</listBibl></div></back></text></TEI>""".encode()


def write_docx(paper: Paper) -> bytes:
    import docx

    package = docx.Document()

    def fill(paragraph, text: str) -> None:
        end = 0
        for found in _MARK.finditer(text):
            paragraph.add_run(text[end : found.start()])
            run = paragraph.add_run(found["text"])
            run.font.subscript, run.font.superscript = (True, None) if found["kind"] == "_" else (None, True)
            end = found.end()
        paragraph.add_run(text[end:])

    def add(kind: str, text: str) -> None:
        styles = {"heading": "Heading 1", "title": "Title", "caption": "Caption"}
        fill(package.add_paragraph(style=styles.get(kind)), text)

    add("title", paper.title)
    for item in paper.body:
        add(*item)
    add("caption", paper.caption)
    table = package.add_table(len(paper.table), 4)
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(paper.table):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            last = table.cell(row + cell.rowspan - 1, column + cell.colspan - 1)
            fill(table.cell(row, column).merge(last).paragraphs[0], cell.text)
            taken |= {(row + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
    for item in [("paragraph", paper.note), *paper.after, ("heading", "References")]:
        add(*item)
    for reference in paper.references:
        add("paragraph", reference)
    stream = io.BytesIO()
    package.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="session")
def paper() -> Paper:
    """The paper as its source."""
    return PAPER


@pytest.fixture(scope="session")
def html_bytes() -> bytes:
    """The paper in HTML, with a site around it."""
    return write_html(PAPER)


@pytest.fixture(scope="session")
def jats_bytes() -> bytes:
    """The paper in JATS XML."""
    return write_jats(PAPER)


@pytest.fixture(scope="session")
def tei_bytes() -> bytes:
    """The paper in TEI XML."""
    return write_tei(PAPER)


@pytest.fixture(scope="session")
def docx_bytes() -> bytes:
    """The paper in Word's format."""
    return write_docx(PAPER)


def outline(document: Document) -> list[tuple[str, str | None, str]]:
    """Kind, section and text of each block that is no table."""
    return [
        (block.kind, block.section, document.text[block.span.start : block.span.end])
        for block in document.blocks
        if block.kind != "table"
    ]


def grid(document: Document) -> list[dict[tuple[int, int, int, int], str]]:
    """The cells of each table that are not empty, by row, column and spans."""
    return [
        {
            (cell.row, cell.column, cell.rowspan, cell.colspan): document.text[cell.span.start : cell.span.end]
            for cell in table.cells
            if cell.span.start < cell.span.end
        }
        for table in document.tables
    ]


def check_contract(document: Document) -> None:
    """What every document promises of its offsets."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert not document.text[end : block.span.start].strip()
        end = block.span.end
    assert not document.text[end:].strip()
    for table in document.tables:
        assert any(block.kind == "table" and block.span == table.span for block in document.blocks)
        previous = table.span.start
        for cell in table.cells:
            assert previous <= cell.span.start <= cell.span.end <= table.span.end
            assert "\n" not in document.text[cell.span.start : cell.span.end]
            previous = cell.span.end
    assert list(document.pages) == sorted(document.pages)
    assert not document.pages or document.pages[0] == 0


class Tools(NamedTuple):
    """What tests ask of a document."""

    outline: Callable[[Document], list[tuple[str, str | None, str]]] = outline
    grid: Callable[[Document], list[dict[tuple[int, int, int, int], str]]] = grid
    check_contract: Callable[[Document], None] = check_contract


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Projections of a document, and its contract."""
    return Tools()
