"""Annotated Word documents: comments at the figures, and the text as it was, tracked changes and equations too."""

import io
import zipfile

import docx
import pytest
from lxml import etree

from checker import read
from checker.annotate import docx as annotated_docx
from checker.annotate.errors import AnnotateError
from checker.annotate.notes import notes
from checker.auditing import audit_document
from checker.model import Verdict

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NAMES = f'xmlns:w="{W[1:-1]}" xmlns:m="{M[1:-1]}"'
FOUND = frozenset({Verdict.DISCREPANT, Verdict.QUERY})
COMMENTS = (
    f'<w:comments {NAMES}><w:comment w:id="4" w:author="A reviewer"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def package(body: str, **parts: str) -> bytes:
    """A Word document with this body, and other parts by their names in ``word/``."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    out = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                content = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()
            if member.filename == "word/_rels/document.xml.rels":
                links = "".join(
                    f'<Relationship Id="x{name}" Target="{name}.xml" Type="{kind}/{name}"/>' for name in parts
                )
                content = content.replace(b"</Relationships>", f"{links}</Relationships>".encode())
            target.writestr(member.filename, content)
        for name, content in parts.items():
            target.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def written(content: bytes, verdicts: frozenset[Verdict] = FOUND) -> bytes:
    """The annotated document."""
    document = read.from_bytes(content, "paper.docx")
    found = notes(audit_document(document), verdicts)
    return annotated_docx.write(content, "paper.docx", document, found)


def member(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def said(content: bytes) -> list[str]:
    """Every text of the body in order, those that were deleted too."""
    root = etree.fromstring(member(content, "word/document.xml"))
    return ["".join(node.text or "" for node in root.iter(f"{W}t", f"{W}delText", f"{M}t"))]


def ranges(content: bytes) -> dict[str, str]:
    """The text of the range of each comment, by its number."""
    open_: dict[str, str] = {}
    closed: dict[str, str] = {}
    for node in etree.fromstring(member(content, "word/document.xml")).iter():
        number = node.get(f"{W}id")
        if node.tag == f"{W}commentRangeStart":
            open_[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            closed[number] = open_.pop(number)
        elif node.tag in (f"{W}t", f"{M}t"):
            open_ = {each: text + (node.text or "") for each, text in open_.items()}
    assert not open_
    return closed


def comments(content: bytes) -> list[tuple[str, str]]:
    """The comments, each with its author."""
    root = etree.fromstring(member(content, "word/comments.xml"))
    return [(each.get(f"{W}author"), "\n".join(p.xpath("string()") for p in each)) for each in root]


BODIES = {
    "one run": f"<w:p>{run('Fever occurred in 12 of 60 patients (25.0%) of all.')}</w:p>",
    "runs that cut figures": f"<w:p>{run('Fever occurred in 1')}{run('2', '<w:b/>')}{run(' of 60 patients (2')}"
    f"{run('5.0%', '<w:i/>')}{run(') of all.')}</w:p>",
    "tracked changes": f"<w:p>{run('Fever occurred in ')}<w:del w:id='1'><w:r><w:delText>15</w:delText></w:r></w:del>"
    f"<w:ins w:id='2' w:author='A'>{run('12 of')}</w:ins>{run(' 60 patients (25.0%) of all.')}</w:p>",
    "tabs and breaks": "<w:p><w:r><w:t>Fever occurred</w:t><w:tab/><w:t>in 12 of 60</w:t><w:br/>"
    "<w:t>patients (25.0%) of all.</w:t></w:r></w:p>",
    "a link": f"<w:p>{run('Fever occurred in ')}<w:hyperlink>{run('12 of 60')}</w:hyperlink>"
    f"{run(' patients (25.0%) of all.')}</w:p>",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_comment_stands_at_the_figures_and_the_text_is_as_it_was(body):
    content = package(body)
    after = written(content)
    assert said(after) == said(content)
    assert read.from_bytes(after, "a").text == read.from_bytes(content, "a").text
    ((author, text),) = comments(after)
    assert author == "checker"
    assert text.startswith("Cannot be right\n")
    assert "12 of 60 is 20.00%, not 25.0%." in text
    (found,) = ranges(after).values()
    assert "".join(found.split()).startswith("12of60")
    assert found.endswith("25.0%")
    assert [each.text for each in docx.Document(io.BytesIO(after)).paragraphs]


def test_the_look_of_a_run_that_is_split_stays():
    after = written(package(f"<w:p>{run('Fever occurred in 12 of 60 patients (25.0%) of all.', '<w:b/>')}</w:p>"))
    root = etree.fromstring(member(after, "word/document.xml"))
    runs = [each for each in root.iter(f"{W}r") if each.find(f"{W}t") is not None]
    texts = [each.findtext(f"{W}t") for each in runs]
    assert (texts[0], texts[-1]) == ("Fever occurred in ", ") of all.")
    assert "".join(texts) == "Fever occurred in 12 of 60 patients (25.0%) of all."
    assert all(each.find(f"{W}rPr/{W}b") is not None for each in runs)


def test_all_other_parts_are_copied_as_they_are():
    content = package(BODIES["one run"])
    after = written(content)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        changed = {name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)}
        assert set(old.namelist()) <= set(new.namelist())
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip


def test_comments_of_others_stay_and_numbers_go_on():
    body = f'<w:p><w:commentRangeStart w:id="4"/>{run("Fever occurred in 12 of 60 patients (25.0%).")}'
    content = package(f'{body}<w:commentRangeEnd w:id="4"/></w:p>', comments=COMMENTS)
    after = written(content)
    assert [author for author, _ in comments(after)] == ["A reviewer", "checker"]
    assert set(ranges(after)) == {"4", "5"}


def test_figures_in_an_equation_have_the_comment_around_the_whole_of_it():
    equation = "<m:oMath><m:r><m:t>12 of 60 patients (25.0%)</m:t></m:r></m:oMath>"
    content = package(f"<w:p>{run('Fever occurred in ')}{equation}{run(' of all.')}</w:p>")
    after = written(content)
    assert said(after) == said(content)
    assert list(ranges(after).values()) == ["12 of 60 patients (25.0%)"]


def test_figures_in_a_footnote_have_the_comment_at_its_mark():
    notes_ = f"<w:footnotes {NAMES}><w:footnote w:id='2'><w:p>{run('Fever occurred in 12 of 60 patients (25.0%).')}"
    body = f"<w:p>{run('Nothing else was found.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    after = written(package(body, footnotes=f"{notes_}</w:p></w:footnote></w:footnotes>"))
    root = etree.fromstring(member(after, "word/document.xml"))
    (start,) = root.iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}footnoteReference") is not None


def test_a_row_of_a_table_has_one_comment_that_names_its_figures():
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc><w:p>{run(cell)}</w:p></w:tc>' for cell in cells)}</w:tr>"

    caption = f"<w:p>{run('Table 1. Effects of treatment on all outcomes')}</w:p>"
    table = row("Outcome", "Odds ratio", "95% CI") + row("Death", "1.90", "0.45 to 0.90")
    after = written(package(f"{caption}<w:tbl>{table}</w:tbl>"))
    ((_, text),) = comments(after)
    assert "Of the figures 1.90, 0.45, 0.90." in text
    assert list(ranges(after).values()) == ["1.90"]


def test_nothing_found_is_nothing_written():
    content = package(f"<w:p>{run('Fever occurred in 15 of 60 patients (25.0%).')}</w:p>")
    assert written(content) == content


def test_a_package_without_a_body_is_an_error():
    content = package(BODIES["one run"])
    document = read.from_bytes(content, "paper.docx")
    found = notes(audit_document(document), FOUND)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", "<a/>")
    with pytest.raises(AnnotateError, match=r"paper\.docx: cannot be annotated"):
        annotated_docx.write(out.getvalue(), "paper.docx", document, found)
