"""What a file is, by its content: the extension of its name is not asked."""

import io
import re
import zipfile
from typing import Literal, NamedTuple

from checker.read.errors import ReadError

Format = Literal["pdf", "docx", "zip", "html", "jats", "tei", "text"]

EXPECTED = "expected PDF, DOCX, HTML, JATS or TEI XML, Markdown or plain text"
_HEAD = 4096
# What other files begin with, and what to call them.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "RTF, which can be saved as DOCX"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"%!PS", "PostScript, which can be saved as PDF"),
    (b"\\documentclass", "LaTeX, which can be typeset as PDF"),
    (b"PAR1", "a table of entries, which `checker table` checks"),
)
# Text by these names is a table of entries, whatever stands in it.
_TABLES = (".csv", ".tsv", ".tab")
_MEDIA: tuple[bytes, ...] = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"OggS", b"ID3", b"\x00\x00\x01\x00",
    b"\x1aE\xdf\xa3", b"fLaC", b"8BPS",
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "a spreadsheet, which `checker table` checks",
    "ppt/presentation.xml": "a presentation",
}
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]{1,40}:)?(?P<root>[A-Za-z][\w.-]{0,60})")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[.{0,20000}?\]\s{0,100})?>", re.DOTALL | re.IGNORECASE)
_HTML_TAGS = frozenset("html head body div p h1 h2 h3 article section main table span meta title center font".split())
_JATS_ROOTS = frozenset("article pmc-articleset articles oai-pmh record response".split())
_TEI_ROOTS = frozenset(("tei", "teicorpus"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Sniffed(NamedTuple):
    """A format and, for the formats that are text, the decoded characters."""

    format: Format
    text: str = ""


def is_media(data: bytes) -> bool:
    """Whether a file is an image, a sound or a film: what stands beside papers in a folder and holds no text."""
    return data.startswith(_MEDIA) or data[4:8] == b"ftyp"


def sniff(data: bytes, path: str) -> Sniffed:
    """Recognise the format of a file.

    Raises:
        ReadError: when it is empty or of no format that can be read, with the name of what it is where known.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadError(path, f"{EXPECTED}, but the file is empty")
    if b"%PDF-" in data[:1024]:
        return Sniffed("pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Sniffed(_zipped(data, path))
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(path, "expected a Word document without a password; this one is encrypted")
        raise ReadError(path, f"{EXPECTED}, not an Office file of before 2007, which can be saved as DOCX")
    for magic, name in _OTHERS:
        if data.startswith(magic):
            raise ReadError(path, f"{EXPECTED}, not {name}")
    if is_media(data):
        raise ReadError(path, f"{EXPECTED}, not an image, sound or film")
    text = decode(data)
    if text is None:
        raise ReadError(path, f"{EXPECTED}; the content is of none of these, or damaged")
    if path.lower().endswith(_TABLES):
        raise ReadError(path, f"{EXPECTED}, not a table of entries, which `checker table` checks")
    return Sniffed(_marked_up(text, path), text)


def decode(data: bytes) -> str | None:
    """The characters of a text file: UTF-8, UTF-16 with a byte order mark, else Windows-1252; None for no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            if text.count("\ufffd") > len(text) // 200:
                return None
    controls = sum(1 for _ in _CONTROL.finditer(text, 0, 1_000_000))
    return None if controls > min(len(text), 1_000_000) // 100 else text


def _zipped(data: bytes, path: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError):
        raise ReadError(path, f"{EXPECTED}; this is a damaged ZIP package or Word document") from None
    if "[Content_Types].xml" in names:
        for name, kind in _ZIPS.items():
            if name in names:
                if kind == "docx":
                    return "docx"
                raise ReadError(path, f"{EXPECTED}, not {kind}")
        return "docx"
    if "mimetype" in names and ("META-INF/container.xml" in names or "content.xml" in names):
        raise ReadError(path, f"{EXPECTED}, not an EPUB or OpenDocument file, which can be saved as DOCX or PDF")
    return "zip"


def _marked_up(text: str, path: str) -> Format:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if not head.startswith("<"):
        return "text"
    longer = _behind_comments(text)
    if not longer.startswith("<"):
        return "text"  # Markdown may begin with a comment
    lowered = longer[:_HEAD].lower()
    if lowered.startswith(("<!doctype html", "<html")):
        return "html"
    body = _DOCTYPE.sub("", longer, count=1)
    found = _ROOT.search(_behind_comments(body))
    root = found["root"].lower() if found else ""
    if root == "html":
        return "html"
    if root in _JATS_ROOTS and (head.startswith("<?xml") or "<!doctype article" in lowered or "<front" in body):
        return "jats"
    if root in _TEI_ROOTS and (head.startswith("<?xml") or "<teiheader" in lowered or "tei-c.org" in lowered):
        return "tei"
    if head.startswith("<?xml"):
        raise ReadError(path, f"{EXPECTED}, not XML of another kind (<{found['root'] if found else '?'}>)")
    if "<!doctype article" in lowered:
        return "jats"
    return "html" if root in _HTML_TAGS else "text"


def _behind_comments(text: str) -> str:
    """The beginning of a marked-up text behind the comments and instructions before it."""
    start, limit = 0, min(len(text), _HEAD * 16)
    while start < limit:
        if text[start] in "\ufeff \t\r\n":
            start += 1
            continue
        opening, closing = ("<!--", "-->") if text.startswith("<!--", start) else ("<?", "?>")
        end = text.find(closing, start, limit) if text.startswith(opening, start) else -1
        if end < 0:
            break
        start = end + len(closing)
    return text[start : start + _HEAD * 16]
