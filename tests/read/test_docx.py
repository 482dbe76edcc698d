"""Word documents: changes, notes, marks, merged cells, and packages that are none."""

import io
import struct
import zipfile

import docx
import pytest

from checker import read
from checker.read import ReadError

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def package(body: str = "", **parts: str) -> bytes:
    """A Word document with this body, and other parts by their names in ``word/``."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml" and body:
                content = f"<w:document {_W} {_M}><w:body>{body}</w:body></w:document>".encode()
            if member.filename == "word/_rels/document.xml.rels":
                links = "".join(
                    f'<Relationship Id="x{name}" Target="{name}.xml" Type='
                    f'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"/>'
                    for name in parts
                )
                content = content.replace(b"</Relationships>", f"{links}</Relationships>".encode())
            target.writestr(member.filename, content)
        for name, content in parts.items():
            target.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def blocks_of(body: str, **parts: str) -> list[tuple[str, str]]:
    document = read.from_bytes(package(body, **parts), "paper.docx")
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (run("p = 10") + run("-4", RAISED), "p = 10⁻⁴"),
        (run("45%") + run("12,13", RAISED), "45%¹²,¹³"),
        (run("1") + run("2 of ") + run("40"), "12 of 40"),
        (f"<w:ins>{run('12')}</w:ins><w:del><w:r><w:delText>13</w:delText></w:r></w:del>{run(' of 40')}", "12 of 40"),
        (f"<w:moveFrom>{run('13')}</w:moveFrom><w:moveTo>{run('12')}</w:moveTo>{run(' of 40')}", "12 of 40"),
        (f"<w:hyperlink>{run('12 of ')}</w:hyperlink><w:smartTag>{run('40')}</w:smartTag>", "12 of 40"),
        (run("12") + run("99", "<w:vanish/>") + run(" of 40"), "12 of 40"),
        ("<w:r><w:instrText>PAGEREF 13</w:instrText></w:r>" + run("12 of 40"), "12 of 40"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", "a b c-d"),
        ('<w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:t> 1</w:t></w:r>', "5 ± 1"),
        ("<m:oMath><m:sSup><m:e><m:r><m:t>χ</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
         + run(" = 3.1"), "χ² = 3.1"),
    ],
)  # fmt: skip
def test_a_paragraph(runs, text):
    assert blocks_of(f"<w:p>{runs}</w:p>") == [("paragraph", text)]


def test_notes_follow_the_text_under_the_numbers_that_refer_to_them():
    notes = (
        f'<w:footnotes {_W}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r>{run(" Of whom 3 died.")}</w:p></w:footnote>'
        f'<w:footnote w:id="9"><w:p>{run("Never referred to.")}</w:p></w:footnote></w:footnotes>'
    )
    mark = f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="4"/></w:r>'
    body = f"<w:p>{run('Of 40 patients, 12')}{mark}</w:p>"
    assert blocks_of(body, footnotes=notes) == [
        ("paragraph", "Of 40 patients, 12\u2009¹"),
        ("footnote", "1 Of whom 3 died."),
    ]


def test_headings_by_style_level_and_look():
    def paragraph(text, style="", look=""):
        return f"<w:p><w:pPr>{style}</w:pPr>{run(text, look)}</w:p>"

    body = (
        paragraph("Methods", '<w:pStyle w:val="Heading2"/>')
        + paragraph("Patients", '<w:outlineLvl w:val="2"/>')
        + paragraph("Results", look="<w:b/>")
        + paragraph("Of 40 patients, 12 died.", look='<w:b w:val="0"/>')
        + paragraph("References")
        + paragraph("1. Able 2011;12:34.")
    )
    assert [kind for kind, _ in blocks_of(body)] == ["heading"] * 3 + ["paragraph", "heading", "reference"]


def test_merged_cells_and_deleted_rows(tools):
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    body = "".join(
        (
            f"<w:p>{run('Table 1. Deaths')}</w:p><w:tbl>",
            "<w:tr>" + cell("A", '<w:vMerge w:val="restart"/>') + cell("B", '<w:gridSpan w:val="2"/>') + "</w:tr>",
            "<w:tr>" + cell("", "<w:vMerge/>") + cell("C") + cell("D") + "</w:tr>",
            "<w:tr><w:trPr><w:del/></w:trPr>" + cell("97") + cell("98") + cell("99") + "</w:tr>",
            "<w:sdt><w:sdtContent><w:tr>"
            + cell("1")
            + cell("2")
            + cell("3")
            + "</w:tr></w:sdtContent></w:sdt></w:tbl>",
        )
    )
    document = read.from_bytes(package(body), "paper.docx")
    tools.check_contract(document)
    assert tools.grid(document) == [
        {(0, 0, 2, 1): "A", (0, 1, 1, 2): "B", (1, 1, 1, 1): "C", (1, 2, 1, 1): "D",
         (2, 0, 1, 1): "1", (2, 1, 1, 1): "2", (2, 2, 1, 1): "3"}
    ]  # fmt: skip
    assert document.text[document.tables[0].caption.start :].startswith("Table 1. Deaths")


def test_macros_and_links_of_a_package_are_left_alone(docx_bytes):
    stream = io.BytesIO(docx_bytes)
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert read.from_bytes(stream.getvalue(), "paper.docm").text.startswith("Early mobilisation")


def bomb() -> bytes:
    stream = io.BytesIO(package())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/media/image1.bin", bytes(60_000_000))
    return stream.getvalue()


def without(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package())) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.infolist():
            if member.filename != name:
                target.writestr(member.filename, source.read(member))
    return out.getvalue()


def locked() -> bytes:
    """A document whose members are marked as encrypted."""
    content = bytearray(package("<w:p/>"))
    position = content.find(b"PK\x01\x02")
    while position >= 0:
        struct.pack_into("<H", content, position + 8, 1)
        position = content.find(b"PK\x01\x02", position + 4)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: package()[:2000], "damaged"),
        (bomb, "bomb"),
        (locked, "encrypted"),
        (lambda: without("word/document.xml"), "damaged"),
        (lambda: without("word/styles.xml"), "damaged"),
        (lambda: package("<w:p>"), "damaged"),
        (lambda: package("<w:p/>"), "no text"),
        (lambda: package("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"), "damaged"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + b"x", "before 2007"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(content, said):
    with pytest.raises(ReadError, match=said):
        read.from_bytes(content(), "paper.docx")


EQUATION = (
    "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>-4</m:t></m:r></m:sup></m:sSup></m:oMath>"
)
NOTES = f"<w:footnotes {_W}><w:footnote w:id='2'><w:p>{run('Of 31 centres.')}</w:p></w:footnote></w:footnotes>"


def test_every_character_knows_its_part_paragraph_and_run():
    body = (
        f"<w:p>{run('None')}</w:p>"
        f"<w:p>{run('1')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>{run('2 of ')}</w:ins>"
        f"<w:r><w:t>4</w:t><w:tab/><w:t>patients</w:t></w:r>{EQUATION}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Deaths')}</w:p></w:tc><w:tc><w:p>{run('17')}</w:p></w:tc></w:tr></w:tbl>"
    )
    document = read.from_bytes(package(body, footnotes=NOTES), "paper.docx")

    def runs(text):
        start = document.text.index(text)
        return [(run.part.rpartition("/")[2], *run[1:]) for run in document.runs(start, start + len(text))]

    assert runs("12 of") == [("document.xml", 1, 0, 0, 1), ("document.xml", 1, 2, 0, 4)]
    assert runs("4 patients") == [("document.xml", 1, 3, 0, 10)]
    assert runs("10⁻⁴") == [("document.xml", 1, 4, 0, 2), ("document.xml", 1, 5, 0, 2)]
    assert runs("17") == [("document.xml", 3, 0, 0, 2)]
    assert runs("31 centres") == [("footnotes.xml", 0, 0, 3, 13)]
    assert document.boxes(0, 5) == ()
