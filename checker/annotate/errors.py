"""What keeps a paper from being annotated."""


class AnnotateError(Exception):
    """A paper that cannot be annotated; the message says which and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
