"""Why a file could not be read."""


class ReadError(Exception):
    """A file that cannot be read as a paper: damaged, encrypted, scanned, empty, too large or of another kind.

    Its message is one sentence that names the file and what was expected of it.

    Attributes:
        path: the file, as it was given.
        reason: the sentence without the name of the file.
        trace: where the program itself failed, if it did.
    """

    def __init__(self, path: str, reason: str, trace: str | None = None) -> None:
        # What a library says of a file may quote the file: one line, and nothing that a terminal acts upon.
        self.path = path
        self.trace = trace
        self.reason = _printable(" ".join(reason.split()))
        super().__init__(f"{_printable(path)}: {self.reason}")


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
