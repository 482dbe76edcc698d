"""What the streams of a PDF unpack to, told before PDFium unpacks them whole: a kilobyte can hold gigabytes."""

import re
import zlib
from collections.abc import Iterator

from checker.read.errors import ReadError

# The drawings of some papers make pages of ten megabytes. PDFium needs up to fifteen times as much memory.
MOST_IN_STREAM = 40_000_000
MOST_TOGETHER = 400_000_000

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LONGEST_HEAD = 2_000
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_OTHERWISE = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL)\b")
# Pictures are unpacked by whoever shows a page, not by whoever reads its text.
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_CHUNK = 1 << 16


def check(data: bytes, path: str) -> None:
    """Refuse a PDF whose streams unpack to more than a paper's.

    Raises:
        ReadError: when they do.
    """
    together = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _LONGEST_HEAD) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = len(_PACKED.findall(head))
        if not layers or _OTHERWISE.search(head) or _PICTURE.search(head):
            continue
        size = 0
        for part in _unpacked(_chunks(data, found.end()), layers):
            size += len(part)
            if size > MOST_IN_STREAM or together + size > MOST_TOGETHER:
                raise ReadError(
                    path,
                    f"expected a PDF whose pages unpack to at most {MOST_IN_STREAM // 1_000_000} MB each and "
                    f"{MOST_TOGETHER // 1_000_000} MB together; refused as a bomb",
                )
        together += size


def _chunks(data: bytes, start: int) -> Iterator[bytes]:
    view = memoryview(data)
    for at in range(start, len(data), _CHUNK):
        yield bytes(view[at : at + _CHUNK])


def _unpacked(packed: Iterator[bytes], layers: int) -> Iterator[bytes]:
    """What is packed so many times over, part by part, as far as it can be unpacked."""
    return packed if not layers else _unpacked(_inflated(packed), layers - 1)


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for chunk in packed:
            while chunk and not unpacker.eof:
                yield unpacker.decompress(chunk, _CHUNK)
                chunk = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:  # damaged, or encrypted: PDFium says which
        return
