"""Delimited text (CSV, TSV) to a sheet: its encoding, delimiter, decimal mark and headings found out."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from checker.entries import headings
from checker.entries.errors import TableError
from checker.entries.sheet import Delimited, Sheet, checked
from checker.read.sniff import decode

_DELIMITERS = (",", ";", "\t", "|")
# So much of a file tells how it is delimited.
_SAMPLE_LINES, _SAMPLE_CHARACTERS = 60, 200_000
_SEP = re.compile(r"sep=(?P<delimiter>[,;|\t])\n")
_WITH_COMMA = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,])|(?<![\d.,])0,\d+(?![\d,])")
_WITH_POINT = re.compile(r"(?<![\d.,/])\d+\.\d+(?![\d.,/])")
_MOST_FIELD = 1_000_000


def read(
    data: bytes, path: str, *, encoding: str | None = None, delimiter: str | None = None, decimal: str | None = None
) -> Sheet:
    """Read a delimited text; what is not said is found out.

    Raises:
        TableError: where it is no text, has no rows, or has a row with more cells than there are headings.
    """
    text, notes = _text(data, path, encoding)
    said = _SEP.match(text)
    if said:
        delimiter = delimiter or said["delimiter"]
        text = " " * (said.end() - 1) + text[said.end() - 1 :]
    delimiter = delimiter or sniffed(text, path)
    records, lines = _records(text, delimiter, path)
    top, height = headings.found(records)
    if top >= len(records):
        raise TableError(path, "expected a table of entries, but it is empty")
    body = records[top + height :]
    names, width = headings.joined(records[top : top + height], records)
    filled = [record for record in body if any(record)]
    if filled and all(len(record) == width + 1 for record in filled):
        # R writes the names of rows without a heading.
        names, width = ["", *names], width + 1
    body, numbers = _entries(body, lines[top + height :], width, path)
    columns: tuple[Sequence[str], ...] = tuple(zip(*body, strict=True)) if body else ((),) * width
    mark = decimal or _decimal(text, delimiter)
    if mark == ",":
        notes.append("read with decimal commas")
    return checked(
        Sheet(
            path=path, source="delimited", names=headings.named(names, columns), columns=columns, decimal=mark,
            first=numbers[0] if len(numbers) else 2, notes=tuple(notes),
            delimited=Delimited(text, delimiter, numbers),
        )
    )  # fmt: skip


def sniffed(text: str, path: str) -> str:
    """The delimiter by which most of the first lines have as many cells, two at least; a comma where none has."""
    sample = text[:_SAMPLE_CHARACTERS].split("\n")
    sample = sample[: min(_SAMPLE_LINES, max(1, len(sample) - 1))]
    best, most = ("\t" if path.lower().endswith((".tsv", ".tab")) else ","), (0.0, 0)
    for delimiter in _DELIMITERS:
        widths = Counter(len(record) for record in csv.reader(sample, delimiter=delimiter) if any(record))
        wide = {width: number for width, number in widths.items() if width > 1}
        if not wide:
            continue
        width = max(wide, key=lambda each: (wide[each], each))
        score = (wide[width] / sum(widths.values()), width)
        if score > most:
            best, most = delimiter, score
    return best


def _text(data: bytes, path: str, encoding: str | None) -> tuple[str, list[str]]:
    notes = []
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise TableError(path, "expected a table of entries, but the file is empty")
    if encoding is not None:
        try:
            text: str | None = data.decode(encoding)
        except (LookupError, UnicodeDecodeError) as error:
            raise TableError(path, f"expected text in {encoding}: {error}") from None
    else:
        text = decode(data)
        if text is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                notes.append("read as Windows-1252, since it is no UTF-8")
    if text is None or "\x00" in text:
        raise TableError(path, "expected delimited text (CSV or TSV); its content is no text")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, notes


def _records(text: str, delimiter: str, path: str) -> tuple[list[list[str]], Sequence[int]]:
    """The records, an empty one for a blank line, and the line on which each begins."""
    csv.field_size_limit(_MOST_FIELD)
    reader = csv.reader(text.split("\n") if '"' not in text else _with_breaks(text), delimiter=delimiter)
    try:
        if '"' not in text:
            records = list(reader)
            return records, range(1, len(records) + 1)
        records, lines, begins = [], [], 1
        for record in reader:
            records.append(record)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableError(path, f"expected delimited text: {error}", f"line {reader.line_num}") from None
    return records, lines


def _with_breaks(text: str) -> list[str]:
    """The lines with their ends, which a cell in quotes may hold."""
    return [line + "\n" for line in text.split("\n")]


def _entries(
    records: list[list[str]], lines: Sequence[int], width: int, path: str
) -> tuple[list[list[str]], Sequence[int]]:
    """The records that have a cell, each as wide as the headings, with their lines."""
    if records and all(len(record) == width for record in records):
        return records, lines
    kept, numbers = [], []
    for record, line in zip(records, lines, strict=True):
        if not any(map(str.strip, record)):
            continue
        if len(record) > width:
            if any(map(str.strip, record[width:])):
                reason = f"expected {width} cells, as there are headings, not {len(record)}; is a delimiter in a cell?"
                raise TableError(path, reason, f"line {line}")
            record = record[:width]
        kept.append(record + [""] * (width - len(record)))
        numbers.append(line)
    return kept, numbers


def _decimal(text: str, delimiter: str) -> str:
    """A comma where numbers have one that cannot stand between thousands, and none has a point."""
    sample = text[:_SAMPLE_CHARACTERS]
    cells = sample.replace(delimiter, "\t") if delimiter != "," else " ".join(re.findall(r'"([^"\n]*)"', sample))
    return "," if _WITH_COMMA.search(cells) and not _WITH_POINT.search(cells) else "."
