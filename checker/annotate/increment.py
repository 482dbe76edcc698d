"""A further revision of a PDF, written behind the bytes of the file: its objects and its table of them."""

import re
import struct
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

_START = re.compile(rb"startxref\s+(\d+)")
# What a trailer says of the document rather than of the table that it ends.
_KEPT = ("/Root", "/Info", "/ID")


class Increment:
    """Objects added to a file, or changed in it."""

    def __init__(self, reader: pypdf.PdfReader, source: bytes) -> None:
        """Begin a revision.

        Raises:
            ValueError: where the file does not say where its table of objects is.
        """
        starts = _START.findall(source)
        if not starts:
            raise ValueError("no startxref")
        self.reader, self.source = reader, source
        self.previous = int(starts[-1])
        self.objects: dict[tuple[int, int], PdfObject] = {}
        numbers = [number for table in reader.xref.values() for number in table] + list(reader.xref_objStm)
        size = reader.trailer.get("/Size", 0)
        self.next = max([size if isinstance(size, int) else 0, *(number + 1 for number in numbers)])

    def add(self, item: PdfObject) -> IndirectObject:
        """Add an object; how others refer to it."""
        self.objects[self.next, 0] = item
        self.next += 1
        return IndirectObject(self.next - 1, 0, self.reader)

    def change(self, reference: IndirectObject, item: PdfObject) -> None:
        """Put an object in the place of one of the file."""
        self.objects[reference.idnum, reference.generation] = item

    def written(self) -> bytes:
        """The file with the revision."""
        out = BytesIO()
        out.write(self.source)
        if not self.source.endswith((b"\n", b"\r")):
            out.write(b"\n")
        places: dict[tuple[int, int], int] = {}
        for (number, generation), item in sorted(self.objects.items(), key=lambda entry: entry[0]):
            places[number, generation] = out.tell()
            out.write(f"{number} {generation} obj\n".encode())
            item.write_to_stream(out)
            out.write(b"\nendobj\n")
        # Tables of one file are all of one form.
        if self.source[self.previous : self.previous + 4] == b"xref":
            self._table(out, places)
        else:
            self._stream(out, places)
        return out.getvalue()

    def _trailer(self, size: int) -> dict[Any, Any]:
        known = {NameObject(key): self.reader.trailer.raw_get(key) for key in _KEPT if key in self.reader.trailer}
        return known | {NameObject("/Size"): NumberObject(size), NameObject("/Prev"): NumberObject(self.previous)}

    def _table(self, out: BytesIO, places: dict[tuple[int, int], int]) -> None:
        start = out.tell()
        out.write(b"xref\n0 1\n0000000000 65535 f \n")
        for (number, generation), place in places.items():
            out.write(f"{number} 1\n{place:010} {generation:05} n \n".encode())
        out.write(b"trailer\n")
        DictionaryObject(self._trailer(self.next)).write_to_stream(out)
        out.write(f"\nstartxref\n{start}\n%%EOF\n".encode())

    def _stream(self, out: BytesIO, places: dict[tuple[int, int], int]) -> None:
        start = out.tell()
        own = self.next
        rows = [*places.items(), ((own, 0), start)]
        table = DecodedStreamObject()
        table.update(self._trailer(own + 1))
        table[NameObject("/Type")] = NameObject("/XRef")
        table[NameObject("/W")] = ArrayObject(map(NumberObject, (1, 4, 2)))
        table[NameObject("/Index")] = ArrayObject(NumberObject(each) for (number, _), _ in rows for each in (number, 1))
        table.set_data(b"".join(struct.pack(">BIH", 1, place, generation) for (_, generation), place in rows))
        out.write(f"{own} 0 obj\n".encode())
        table.write_to_stream(out)
        out.write(f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode())
