"""A paper set again as a journal, a publisher's draft or an author would: HTML for a browser to print as PDF.

What was read from JATS XML is known cell by cell, so that its PDF shows what reading a PDF loses. The styles differ in
what readers of PDFs stumble over: rules, captions above or below, columns, type of cells, turned pages.
"""

import html
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checker.document import Document, Span, Table

_SCREEN = """
@page { size: A4; margin: 22mm 20mm; }
body { font: 10pt/1.25 'DejaVu Serif', 'Liberation Serif', Times, serif; text-align: justify; hyphens: manual; }
h1 { font-size: 16pt; text-align: left; } h2 { font-size: 11.5pt; }
figure { margin: 4mm 0; text-align: left; } figcaption { margin: 1.5mm 0; font-size: 9pt; break-after: avoid; }
table { border-collapse: collapse; font-size: 8pt; line-height: 1.25; width: 100%; }
td, th { padding: .6mm 1.6mm; vertical-align: top; text-align: left; font-weight: inherit; }
thead th { font-weight: bold; }
.notes { font-size: 7pt; } .notes p { margin: .5mm 0; }
"""
_THREE_RULES = """
table { border-block: .8pt solid; } thead tr:last-child th { border-block-end: .5pt solid; }
"""
STYLES = {
    "three rules": _THREE_RULES,
    "two columns": _THREE_RULES
    + "main { column-count: 2; column-gap: 7mm; } figure { column-span: all; } body { font-size: 9pt; }",
    "caption below": _THREE_RULES + "figcaption { font-size: 8pt; } td, th { text-align: center; } "
    "td:first-child, th:first-child { text-align: left; } tbody td { border-bottom: .25pt solid #999; }"
    " figure { break-inside: avoid; }",
    "grid": "td, th { border: .5pt solid; padding: 1mm; } table { width: auto; }",
    "no rules": "table { width: auto; } td, th { padding: .4mm 3mm .4mm 0; }",
    "shaded": "tbody tr:nth-child(odd) { background: #dde6f0; } thead { background: #446; color: #fff; }"
    " td, th { padding: 1mm 1.2mm; vertical-align: middle; } body { font-family: 'Liberation Sans', sans-serif; }",
    "turned": _THREE_RULES
    + "figure { break-before: page; break-after: page; } figure > div { writing-mode: vertical-rl; height: 250mm; "
    "text-orientation: sideways; }"
    " table { width: auto; height: 100%; }",
    "manuscript": "body { font: 12pt/2 'Liberation Serif', serif; text-align: left; } figure { break-before: page; }"
    " table { font-size: 10pt; line-height: 1.5; } td, th { border-bottom: .5pt solid #bbb; }",
}
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "0123456789+−abcdefghijklmnoprstuvwxyz", strict=True))
_MARKS = re.compile(f"[{''.join(_RAISED)}]+")


def printed(document: Document, style: str, browser: str, target: Path) -> None:
    """Print a paper in one of the styles as PDF.

    Raises:
        subprocess.SubprocessError: when the browser fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "paper.html")
        page.write_text(as_html(document, style), encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def as_html(document: Document, style: str) -> str:
    """A paper as a page of HTML in one of the styles."""
    body = "\n".join(_blocks(document, style == "caption below"))
    head = f"<meta charset=utf-8><style>{_SCREEN}{STYLES[style]}</style>"
    return f"<!doctype html><html lang=en><head>{head}</head><body><main>{body}</main></body></html>"


def _blocks(document: Document, below: bool) -> Iterator[str]:
    tables = {table.span: table for table in document.tables}
    captions = {table.caption for table in document.tables}
    tags = {"title": "h1", "heading": "h2"}
    blocks = [block for block in document.blocks if block.span not in captions]
    for index, block in enumerate(blocks):
        if block.kind == "table" and block.span in tables:
            following = blocks[index + 1 :]
            end = next((at for at, other in enumerate(following) if other.kind != "footnote"), len(following))
            notes = "".join(f"<p>{_marked(document, note.span)}</p>" for note in following[:end])
            yield _figure(document, tables[block.span], notes, below)
        elif block.kind != "footnote" or not index or blocks[index - 1].kind not in ("table", "footnote"):
            tag = tags.get(block.kind, "p")
            yield f"<{tag}>{_marked(document, block.span)}</{tag}>"


def _figure(document: Document, table: Table, notes: str, below: bool) -> str:
    caption = f"<figcaption>{_marked(document, table.caption)}</figcaption>" if table.caption else ""
    rows: dict[int, list[str]] = {}
    head = 0
    for cell in table.cells:
        spans = f" rowspan={cell.rowspan}" * (cell.rowspan > 1) + f" colspan={cell.colspan}" * (cell.colspan > 1)
        tag = "th" if cell.header else "td"
        rows.setdefault(cell.row, []).append(f"<{tag}{spans}>{_marked(document, cell.span)}</{tag}>")
    while any(cell.header and cell.row == head for cell in table.cells):
        head += 1
    lines = [f"<tr>{''.join(rows.get(row, ()))}</tr>" for row in range(max(rows) + 1)]
    grid = f"<table><thead>{''.join(lines[:head])}</thead><tbody>{''.join(lines[head:])}</tbody></table>"
    under = f"<div class=notes>{notes}</div>" if notes else ""
    parts = (grid, caption, under) if below else (caption, grid, under)
    return f"<figure><div>{''.join(parts)}</div></figure>"


def _marked(document: Document, span: Span) -> str:
    """Characters as HTML, Unicode's raised ones as superscripts."""
    text = html.escape(document.text[span.start : span.end])
    return _MARKS.sub(lambda found: f"<sup>{''.join(_RAISED[char] for char in found.group())}</sup>", text)
