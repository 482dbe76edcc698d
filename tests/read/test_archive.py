"""Files, folders and ZIP archives: what each is told by, and what is said of the rest."""

import io
import os
import zipfile

import pytest

from checker import read
from checker.document import Document
from checker.read import ReadError, archive

TEXT = b"Results\n\nOf 40 patients, 12 (30%) died."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def opened(content: bytes) -> list[Document | ReadError]:
    """What is in an archive."""
    found: list[Document | ReadError] = []
    for item in archive.from_bytes(content, "papers.zip"):
        try:
            found.append(item if isinstance(item, ReadError) else read.from_bytes(item.data, item.path))
        except ReadError as error:
            found.append(error)
    return found


def told(items) -> list[tuple[str, str]]:
    """Names with ``read`` or the reason why not."""
    return [
        (os.path.basename(item.path), "read" if isinstance(item, Document) else item.reason.split(";")[0])
        for item in items
    ]


def test_a_folder_is_read_with_the_folders_in_it(tmp_path, html_bytes):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, content in {
        "b/2.html": html_bytes, "1.txt": TEXT, "3.pdf": b"%PDF-1.7 no more", "figure.png": PNG, ".DS_Store": b"x",
        ".git/config": b"x", "4.txt": b"", "5.zip": zipped({"6.txt": TEXT}),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(content)
    assert told(read.every([tmp_path])) == [
        ("1.txt", "read"),
        ("3.pdf", "expected a PDF"),
        ("4.txt", "expected PDF, DOCX, HTML, JATS or TEI XML, Markdown or plain text, but the file is empty"),
        ("6.txt", "read"),
        ("2.html", "read"),
    ]


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "1.txt").write_bytes(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert told(read.every([tmp_path])) == [("1.txt", "read")]


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path, monkeypatch):
    (tmp_path / "1.txt").write_bytes(TEXT)
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def closing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closing)
    assert told(read.every([tmp_path])) == [
        ("1.txt", "read"), ("closed", "expected a folder that can be read (Permission denied)")
    ]  # fmt: skip


def test_an_archive_is_read_file_by_file(html_bytes, docx_bytes):
    members = {"b.docx": docx_bytes, "a/c.html": html_bytes, "__MACOSX/x": b"x", "d.png": PNG, "../../g.txt": TEXT}
    content = zipped({**members, "e.zip": zipped({"f.txt": TEXT})})
    found = list(opened(content))
    assert told(found) == [
        ("g.txt", "read"), ("c.html", "read"), ("b.docx", "read"),
        ("e.zip", "expected a paper, not an archive inside another"),
    ]  # fmt: skip
    assert found[1].path == "papers.zip/a/c.html"


def test_one_paper_in_an_archive_is_a_paper(tmp_path):
    (tmp_path / "one.zip").write_bytes(zipped({"paper.txt": TEXT}))
    (tmp_path / "two.zip").write_bytes(zipped({"paper.txt": TEXT, "other.txt": TEXT}))
    assert read.read(tmp_path / "one.zip").text == TEXT.decode()
    with pytest.raises(ReadError, match="several"):
        read.read(tmp_path / "two.zip")


def overlapping(count: int) -> bytes:
    """A bomb whose members all are the same bytes of the archive."""
    content = zipped({"a.txt": bytes(5_000_000)})
    start, end = content.find(b"PK\x01\x02"), content.find(b"PK\x05\x06")
    directory = content[start:end] * count
    tail = bytearray(content[end:])
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = len(directory).to_bytes(4, "little")
    return content[:start] + directory + bytes(tail)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({"a.txt": bytes(50_000_000)}), "bomb"),
        (overlapping(1000), "bomb"),
        (zipped({"a.txt": TEXT})[:-30], "damaged"),
        (zipped({}), "no files"),
        (zipped({f"{number}.txt": b"" for number in range(20_001)}, zipfile.ZIP_STORED), "20,000 files"),
    ],
    ids=["ratio", "overlapping", "damaged", "empty", "many"],
)
def test_archives_that_are_refused(content, said, tmp_path):
    (tmp_path / "papers.zip").write_bytes(content)
    (item,) = read.every([tmp_path / "papers.zip"])
    assert said in item.reason


def test_a_member_without_a_name_is_read():
    content = zipped({"abcde.txt": TEXT}, zipfile.ZIP_STORED)
    start = content.find(b"PK\x01\x02")
    nameless = bytearray(content[:start] + content[start:].replace(b"abcde.txt", b""))
    nameless[start + 28 : start + 30] = b"\0\0"
    size = len(nameless) - 22 - start
    nameless[-10:-6] = size.to_bytes(4, "little")
    (item,) = opened(bytes(nameless))
    assert item.path == "papers.zip/"


def test_a_member_that_is_damaged_leaves_the_others():
    content = bytearray(zipped({"a.txt": b"abc" * 99, "b.txt": TEXT}, zipfile.ZIP_STORED))
    content[content.find(b"abcabc") + 3] ^= 1
    assert told(opened(bytes(content))) == [
        ("a.txt", "expected a ZIP member that unpacks"),
        ("b.txt", "read"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\x00\x00", "empty"),
        (PNG, "image"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"%!PS-Adobe", "PostScript"),
        (bytes(range(256)) * 100, "none of these"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        (zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}), "EPUB"),
        (b"<?xml version='1.0'?><svg/>", "another kind"),
    ],
)
def test_what_is_no_paper_is_named(content, said, tmp_path):
    file = tmp_path / "paper.txt"
    file.write_bytes(content)
    with pytest.raises(ReadError, match=said) as raised:
        read.read(file)
    assert str(raised.value).startswith(f"{file}: expected ")


def test_what_is_not_there_or_no_file(tmp_path):
    for path in (tmp_path / "nothing.pdf", tmp_path / "a\0b", tmp_path):
        (item,) = read.every([path])
        assert isinstance(item, ReadError)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ReadError, match="pipe"):
            read.read(tmp_path / "pipe")


def test_what_is_too_large_is_not_opened(tmp_path, monkeypatch):
    file = tmp_path / "paper.txt"
    file.write_bytes(TEXT * 30_000)
    monkeypatch.setattr(read, "MOST_BYTES", 1_000_000)
    with pytest.raises(ReadError, match="at most 1 MB"):
        read.read(file)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("95% CI 0·5–0·9".encode(), "95% CI 0·5–0·9"),
        ("95% CI 0·5–0·9".encode("cp1252"), "95% CI 0·5–0·9"),
        ("95% CI 0·5–0·9".encode("utf-16"), "95% CI 0·5–0·9"),
        (b"p < 0.05 in 12 of 40\r\n", "p < 0.05 in 12 of 40\r\n"),
        (b"<!-- draft -->\n# Trial\n\n12 of <b>40</b>", "<!-- draft -->\n# Trial\n\n12 of <b>40</b>"),
        (b"<0.05 was the p value of 12 of 40", "<0.05 was the p value of 12 of 40"),
    ],
)
def test_plain_text_keeps_its_characters(content, text):
    assert read.from_bytes(content, "paper").text == text


def test_messages_are_one_line_that_no_terminal_acts_upon():
    error = ReadError("a\x1b[31m\nb.pdf", "two\nlines\x07")
    assert str(error) == "a?[31m?b.pdf: two lines?"
