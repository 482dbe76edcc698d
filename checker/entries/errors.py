"""Why a table of entries could not be read or checked."""


class TableError(Exception):
    """A table, or a mapping of one, that cannot be used. Its text is ``path: [sheet!cell:] what was expected``.

    Attributes:
        path: the file, as it was given.
        reason: what is wrong and what was expected.
        where: the sheet, cell or line, in words; None where the whole file is meant.
    """

    def __init__(self, path: str, reason: str, where: str | None = None) -> None:
        self.path, self.reason, self.where = path, reason, where
        super().__init__(": ".join(filter(None, (path, where, reason))))


class NothingToCompareError(TableError):
    """A table in which no columns are known whose figures must agree, such as a sheet of notes."""
