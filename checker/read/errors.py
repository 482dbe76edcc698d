"""Why a file could not be read."""


class ReadError(Exception):
    """A file that cannot be read as a paper: damaged, encrypted, scanned, empty, too large or of another kind.

    Its message is one sentence that names the file and what was expected of it.

    Attributes:
        path: the file, as it was given.
        reason: the sentence without the name of the file.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
