"""ZIP packages, looked at before anything in them is unpacked: a bomb is refused by what it says it holds."""

import io
import zipfile
from typing import NamedTuple

from checker.read.errors import ReadError

MOST_MEMBERS = 20_000
# Real documents shrink by a factor of 10 to 40; a bomb by 1,000. Small members may shrink by any factor.
MOST_SHRUNK = 300
# All of them together: what is text in them shrinks by a factor of 3 to 10.
MOST_SHRUNK_TOGETHER = 100
_SMALL = 10_000_000


class Content(NamedTuple):
    """What a paper is read from: its bytes, and what to call it."""

    path: str
    data: bytes


def check(data: bytes, path: str, most_unpacked: int, expected: str, most_of_markup: int | None = None) -> None:
    """Refuse a ZIP package that is damaged, encrypted or a bomb.

    Args:
        data: the package.
        path: what to call it.
        most_unpacked: how many bytes all that is in it may have.
        expected: what it is to be.
        most_of_markup: how many bytes one member in XML may have.

    Raises:
        ReadError: when it is one of these.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError):
        raise ReadError(path, f"expected {expected}; its ZIP package is damaged") from None
    if len(members) > MOST_MEMBERS:
        raise ReadError(path, f"expected {expected} of at most {MOST_MEMBERS:,} files, not {len(members):,}")
    unpacked = sum(member.file_size for member in members)
    # Members that are the same bytes of the package, some of them or all, have more than it has.
    overlap = sum(member.compress_size for member in members) > len(data)
    shrunk = unpacked > _SMALL and unpacked > MOST_SHRUNK_TOGETHER * len(data)
    if unpacked > most_unpacked or overlap or shrunk or any(_bomb(member) for member in members):
        raise ReadError(
            path, f"expected {expected} that unpacks to at most {most_unpacked // 1_000_000} MB; refused as a ZIP bomb"
        )
    if most_of_markup is not None and any(
        member.file_size > most_of_markup and member.filename.endswith((".xml", ".rels")) for member in members
    ):
        raise ReadError(path, f"expected {expected} whose text is at most {most_of_markup // 1_000_000} MB")
    if any(member.flag_bits & 1 for member in members):
        raise ReadError(path, f"expected {expected} that is not encrypted; unlock it and try again")


def _bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _SMALL and member.file_size > MOST_SHRUNK * max(1, member.compress_size)


def member(package: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, path: str) -> bytes:
    """The content of one member, of which no more is unpacked than is allowed, whatever its header says.

    Raises:
        ReadError: when it is larger, or damaged.
    """
    try:
        with package.open(info) as stream:
            content = stream.read(most + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise ReadError(path, f"expected a ZIP member that unpacks; it seems damaged ({str(error)[:80]})") from None
    except Exception as error:  # zlib, lzma and bz2 each raise their own
        if type(error).__module__ not in ("zlib", "lzma", "_lzma", "bz2"):
            raise
        raise ReadError(path, f"expected a ZIP member that unpacks; it seems damaged ({str(error)[:80]})") from None
    if len(content) > most:
        raise ReadError(path, f"expected a file of at most {most // 1_000_000} MB")
    return content
