"""Plain text and Markdown: from lines to blocks, sections and tables.

Lines wrapped by hand or by a PDF converter are joined to paragraphs; a line of its own that names a section
opens that section; the reference list and what stands around a paper are marked as such. The text itself is
never changed, so that offsets are those of the file.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from checker import files
from checker.document import Block, BlockKind, Document, Span, Table
from checker.read.bounds import MANY_CELLS, MOST_CELLS
from checker.read.lines import ITEM, Line, as_table, table_runs

# A line longer than this was not wrapped: it is a paragraph of its own.
_WRAPPED = 160
_SECTIONS = re.compile(
    r"""(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?[ ]+|[IVX]{1,4}\.[ ]+)?(?:
    abstract|summary|background|introduction|objectives?|aims?|purpose|design|setting|participants|interventions?
    |(?:patients?|subjects?|materials?)[ ]and[ ]methods?|methods?(?:[ ]and[ ]materials?)?
    |statistical[ ](?:analysis|methods)|results?(?:[ ]and[ ]discussion)?|findings|outcomes?|discussion|conclusions?
    |interpretation|limitations|references|bibliography|literature[ ]cited|works[ ]cited
    |acknowledge?ments?|funding|conflicts?[ ]of[ ]interests?|competing[ ]interests?|declarations?
    |authors?'?[ ]contributions?|author[ ]information|ethics[ ].{0,60}|data[ ]availability.{0,40}
    |availability[ ]of[ ]data.{0,40}|additional[ ]information|supplementary[ ](?:information|materials?)
    |rights[ ]and[ ]permissions|about[ ]this[ ]article|cite[ ]this[ ]article|publisher.?s[ ]note|keywords?
    |abbreviations|appendix|consent[ ].{0,40}|affiliations|contributions|corresponding[ ]authors?
    |figure[ ]legends?|tables?|trial[ ]registration
    )[ ]?[:.]?""",
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCES = frozenset({"references", "bibliography", "literature cited", "works cited"})
_AROUND = re.compile(
    r"acknowledge?ments?|funding|conflicts? of interests?|competing interests?|declarations?|author|ethics|"
    r"data availability|availability of data|additional information|supplementary|rights and permissions|"
    r"about this article|cite this article|publisher|consent|affiliations|contributions|corresponding",
    re.IGNORECASE,
)
# ``Methods: …`` at the start of a line inside an abstract wrapped into lines.
_RUN_IN = re.compile(
    r"(?P<name>Background|Introduction|Objectives?|Aims?|Purpose|Design|Setting|Participants|Patients|Methods?|"
    r"Patients and methods|Results?|Findings|Conclusions?|Interpretation|Discussion|Trial registration|"
    r"[A-Z]{4,24})[:.] ?(?=\S)"
)
_CAPTION = re.compile(
    r"(?:Table|Fig(?:ure|\.)?|TABLE|FIG(?:URE|\.)?|Supplementary (?:Table|Figure)|figure) ?S?[0-9IVX]{1,4}\b"
)
_HEADING_MARK = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<name>.*?)[ \t#]*$")


def read(path: str | Path) -> Document:
    """Read a text or Markdown file. Bytes that are not UTF-8 are taken for Windows-1252.

    Raises:
        OSError: when the file cannot be read.
    """
    content = files.content(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return from_text(text, str(path))


def from_text(text: str, path: str = "<text>") -> Document:
    """Find blocks, sections and tables in a text.

    >>> document = from_text("Results\\n\\nOf 20 patients, 5 died.\\n\\nReferences\\n\\n1. A paper.")
    >>> [(block.kind, block.section) for block in document.blocks]
    [('heading', None), ('paragraph', 'Results'), ('heading', None), ('reference', 'References')]
    """
    lines = list(_lines(text))
    runs = table_runs(lines)
    blocks: list[Block] = []
    tables: list[Table] = []
    section: str | None = None
    kind: BlockKind = "paragraph"
    caption: Span | None = None
    left = MOST_CELLS
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.blank:
            index += 1
            continue
        name = _heading(lines, index)
        if name is not None:
            section, kind = _open(name, section, kind)
            blocks.append(Block("heading", Span(line.start, line.end)))
            index += 1
            continue
        if index in runs:
            end = runs[index]
            table = as_table(lines[index:end], caption, section, left)
            if table:
                left = max(0, left - len(table.cells))
                tables.append(table)
                blocks.append(Block("table", Span(line.start, lines[end - 1].end), section))
                index, caption = end, None
                continue
        run_in = _RUN_IN.match(line.text)
        if run_in and kind == "paragraph":
            section = run_in["name"].capitalize()
        end = _paragraph_end(lines, index, runs)
        span = Span(line.start, lines[end - 1].end)
        found = _kind(line, kind)
        blocks.append(Block(found, span, section))
        caption = span if found == "caption" else None
        index = end
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    unread = () if left else (MANY_CELLS,)
    return Document(path, text, tuple(_titled(blocks, text)), tuple(tables), sha256=digest, left_out=unread)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    blank = False
    for found in re.finditer(r"\r\n|\n|\r", text):
        line = Line(start, found.start(), text[start : found.start()])
        start = found.end()
        if not (blank and line.blank):
            # One blank line says as much as many.
            yield line
        blank = line.blank
    yield Line(start, len(text), text[start:])


def _open(name: str, section: str | None, kind: BlockKind) -> tuple[str | None, BlockKind]:
    """The section and the kind of block that a heading opens."""
    lowered = name.lower()
    if lowered in _REFERENCES:
        return name, "reference"
    if _AROUND.match(lowered):
        return name, "furniture"
    if kind in ("reference", "furniture") and not _SECTIONS.fullmatch(lowered):
        # A subheading inside the reference list or the back matter.
        return section, kind
    return name, "paragraph"


def _heading(lines: list[Line], index: int) -> str | None:
    """The name of the section that a line opens, or None."""
    text = lines[index].text.strip()
    marked = _HEADING_MARK.match(lines[index].text)
    if marked and marked["name"]:
        return marked["name"].strip("*_ ")
    if len(text) > 100:
        return None
    bare = text.strip("*_ ")
    if _SECTIONS.fullmatch(bare):
        return re.sub(r"^[0-9IVX.]+ +", "", bare).rstrip(":. ")
    alone = (index == 0 or lines[index - 1].blank) and (index + 1 == len(lines) or lines[index + 1].blank)
    if (
        alone
        and text[:1].isupper()
        and text[-1] not in ".:;,)%"
        and len(text.split()) <= 8
        and not any(character.isdigit() for character in text)
        and not _CAPTION.match(text)
    ):
        return text
    return None


def _paragraph_end(lines: list[Line], index: int, runs: dict[int, int]) -> int:
    """The line behind the paragraph that starts at a line."""
    first = index
    item = ITEM.match(lines[index].text) is not None
    index += 1
    while index < len(lines) and not lines[index].blank:
        previous = lines[index - 1].text
        text = lines[index].text
        if len(previous) > _WRAPPED or _RUN_IN.match(text) or ITEM.match(text) or _CAPTION.match(text):
            break
        if index in runs or _heading(lines, index) is not None:
            break
        if not item and first == index - 1 and _CAPTION.match(previous) and previous.rstrip().endswith("."):
            break
        index += 1
    return index


def _kind(line: Line, kind: BlockKind) -> BlockKind:
    if kind != "paragraph":
        return kind
    if _CAPTION.match(line.text):
        return "caption"
    return "list-item" if ITEM.match(line.text) else "paragraph"


def _titled(blocks: list[Block], text: str) -> list[Block]:
    """Mark the title: the longest line of its own before the first known section, if there is one."""
    front = []
    for position, block in enumerate(blocks):
        printed = text[block.span.start : block.span.end].strip()
        if block.kind == "heading" and _SECTIONS.fullmatch(printed.strip("#*_ ")):
            break
        if (
            position < 6
            and block.kind in ("paragraph", "heading")
            and 20 <= len(printed) <= 300
            and not printed.endswith((".", "!", "?"))
        ):
            front.append((len(printed), -position))
    else:
        return blocks
    if front:
        position = -max(front)[1]
        blocks[position] = Block("title", blocks[position].span)
    return blocks
