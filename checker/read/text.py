"""Plain text and Markdown."""

from checker.document import Document


def from_text(text: str, path: str = "<text>") -> Document:
    """A document of one text."""
    return Document(path, text)
