"""Hostile documents of a few kilobytes: each is read in seconds or refused, and what is not read is said."""

import io
import re
import time
import zipfile
import zlib

import docx
import pytest
from click.testing import CliRunner

from checker import read
from checker.cli import main
from checker.read import ReadError, bounds, nesting, streams

SAID = "<p>Of 55 patients, 10 (22%) were at high risk.</p>"


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body><h1>Trial</h1>{SAID}{body}</body></html>".encode()


def in_seconds(content: bytes, most: float = 5.0):
    start = time.process_time()
    try:
        return read.from_bytes(content, "paper")
    finally:
        assert time.process_time() - start < most


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td rowspan=0 colspan=1000>1</td></tr>" * 1000,
        "<tr>" + "<td rowspan=5000>1" * 3000 + "<tr><td>2" * 5000,
        ("<tr>" + "<td>1 (3%)" * 5000) * 2,
    ],
    ids=["spans", "pushed", "wide"],
)
def test_a_table_is_as_wide_as_tables_are(rows):
    document = in_seconds(page(f"<table>{rows}</table>"))
    assert document.left_out == (bounds.WIDE_TABLE,)
    assert max(cell.column + cell.colspan for cell in document.tables[0].cells) == bounds.MOST_COLUMNS


def test_a_head_over_more_columns_than_there_are_leaves_nothing_out():
    document = in_seconds(page("<table><tr><td colspan=1000>Deaths</td></tr><tr><td>a<td>1<td>2</tr></table>"))
    assert document.left_out == ()
    assert len(document.tables[0].cells) == 4


def test_the_cells_of_a_document_are_bounded(monkeypatch, tmp_path):
    monkeypatch.setattr("checker.read.assembly.MOST_CELLS", 10)
    monkeypatch.setattr("checker.read.text.MOST_CELLS", 10)
    rows = [["death", "1 (3%)", "2"]] * 5
    marked_up = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    piped = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    for content in (page(f"<table>{marked_up}</table>"), f"Of 55 patients, 10 (22%) died.\n\n{piped}\n".encode()):
        document = in_seconds(content)
        assert document.left_out == (bounds.MANY_CELLS,)
        assert 10 <= sum(len(table.cells) for table in document.tables) < 13
        (tmp_path / "paper").write_bytes(content)
        result = CliRunner().invoke(main, ["audit", str(tmp_path / "paper")])
        assert result.exit_code == 1
        assert "Not read, as there is more of it than papers have: what tables have" in result.stdout


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 100_000,
        "<title>" * 500 + "x" * 200,
        "<textarea>a</textarea" * 40_000,
        "<script >" * 300,
        "<!-- a -->" * 40_000 + "<!--",
    ],
)
def test_what_is_never_closed_is_looked_for_once(body):
    assert "10 (22%)" in in_seconds(page(body)).text


def test_an_element_of_more_attributes_than_pages_have_is_refused():
    def attributes(number):
        return page(f"<p {' '.join(f'a{n}=1' for n in range(number))}>x</p>")

    with pytest.raises(ReadError, match="more than 1,000 attributes"):
        in_seconds(attributes(150_000))
    in_seconds(attributes(nesting.MOST_ATTRIBUTES - 10))
    in_seconds(page(f'<svg><path d="{"M 1 2 " * 9000}"/></svg>'))


def word(styles: int) -> bytes:
    """A Word document with so many styles, each based on the one before, and a paragraph in each."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    made = io.BytesIO()
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s{}"/></w:pPr><w:r><w:t>Of 40</w:t></w:r></w:p>'
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode("utf-8", "surrogateescape")
            if name == "word/styles.xml":
                added = "".join(style.format(n, n - 1) for n in range(styles))
                content = content.replace("</w:styles>", added + "</w:styles>")
            if name == "word/document.xml":
                added = "".join(map(paragraph.format, range(2 * styles)))
                content = content.replace("<w:sectPr", added + "<w:sectPr", 1)
            target.writestr(name, content.encode("utf-8", "surrogateescape"))
    return made.getvalue()


def test_styles_of_a_word_document_are_looked_up_by_name():
    assert in_seconds(word(5_000)).text.count("Of 40") == 10_000


def pdf(content: bytes, filters: int) -> bytes:
    """A PDF of one page with this content, packed so many times before, and once more here."""
    content = zlib.compress(content, 9)
    head = b"<</Filter[%s]/Length %d>>" % (b"/FlateDecode " * filters, len(content))
    return b"%%PDF-1.4\n1 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (head, content)


def test_a_pdf_that_unpacks_to_gigabytes_is_refused():
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b" " * 1_000_000) for _ in range(200)) + packer.flush()
    with pytest.raises(ReadError, match="refused as a bomb"):
        in_seconds(pdf(inner, 2), 2.0)
    streams.check(pdf(b" " * 30_000_000, 1), "paper")
    with pytest.raises(ReadError, match="refused as a bomb"):
        streams.check(pdf(b" " * 30_000_000, 1) * 20, "paper")


@pytest.mark.parametrize("cut", [0, 5, 400])
def test_streams_that_do_not_unpack_are_left_to_pdfium(cut):
    whole = pdf(bytes(range(256)) * 40, 1)
    streams.check(whole[: len(whole) - cut] + b"stream\n" * 100, "paper")


def packed(sizes: list[int]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for number, size in enumerate(sizes):
            package.writestr(f"{number}.txt", b"Of 40 patients, 12 (35%) died. " * (size // 30))
    return stream.getvalue()


def test_an_archive_that_amplifies_is_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed([300_000] * 60))
    (unread,) = read.every([tmp_path / "a.zip"])
    assert "refused as a ZIP bomb" in unread.reason
    (tmp_path / "b.zip").write_bytes(packed([30_000] * 6))
    assert all(not isinstance(found, ReadError) for found in read.every([tmp_path / "b.zip"]))


def test_members_that_are_the_same_bytes_are_refused(tmp_path):
    content = packed([30_000])
    start, end = content.find(b"PK\x01\x02"), content.find(b"PK\x05\x06")
    directory = content[start:end] * 3
    tail = bytearray(content[end:])
    tail[8:12] = (3).to_bytes(2, "little") * 2
    tail[12:16] = len(directory).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(content[:start] + directory + bytes(tail))
    (unread,) = read.every([tmp_path / "a.zip"])
    assert "refused as a ZIP bomb" in unread.reason


def test_a_text_longer_than_any_paper_is_refused():
    with pytest.raises(ReadError, match="at most 3,000,000 characters"):
        in_seconds(b"12 of 40. " * 400_000)


def test_markup_of_a_word_document_is_bounded(monkeypatch):
    monkeypatch.setattr("checker.read.docx.MOST_IN_MEMBER", 10_000)
    with pytest.raises(ReadError, match=re.escape("whose text is at most")):
        in_seconds(word(1_000))
