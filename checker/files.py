"""Files read whole, and written whole.

What is no file (a pipe, a device, a socket) is never opened: reading it may wait for ever, or never end. A report is
written beside the old one and takes its place when it is complete.
"""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

NO_FILE = "expected a file, not a device or a pipe"


class TooLarge(OSError):
    """A file larger than its reader takes."""


def content(path: str | os.PathLike[str], most: int | None = None, first: int | None = None) -> bytes:
    """The bytes of a file.

    Args:
        path: of the file.
        most: how many bytes it may have; any number where None.
        first: read no more than so many of them.

    Raises:
        OSError: where it cannot be read, or is no file; `TooLarge` where it has more bytes.
    """
    # Looked at before it is opened, and again once it is: what is opened must be what was looked at.
    _require_file(os.stat(path), path)
    # A pipe put in the file's place meanwhile would be waited for, but for O_NONBLOCK.
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        found = os.fstat(file.fileno())
        _require_file(found, path)
        if most is not None and found.st_size > most:
            raise TooLarge(errno.EFBIG, f"expected a file of at most {most // 1_000_000} MB", os.fspath(path))
        return file.read(-1 if first is None else first)


def save(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that, whatever happens meanwhile, it is what it was or what it is to be.

    A link stays a link. What is no file, such as a terminal or a pipe, is written to as it is.

    Raises:
        OSError: where it cannot be written; its ``filename`` is the path given.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        _replace(target, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), os.fspath(path)) from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _require_file(found: os.stat_result, path: str | os.PathLike[str]) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, NO_FILE, os.fspath(path))
