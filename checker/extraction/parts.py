"""The parts of a paper, told by their headings."""

import re

from checker.extraction.sentences import Sentence

_ABSTRACT = re.compile(r"(?:structured )?(?:abstract|summary)\b")
_BEHIND_ABSTRACT = re.compile(
    r"(?:clinical )?(?:trial )?regist|key ?words|funding|abbrev|significance|trial", re.IGNORECASE
)
_SECTION = r"(?:[0-9ivx]{1,4}[. ]{1,3})?"
_PARTS = {
    name: re.compile(rf"{_SECTION}(?:{words})[ :.]*$")
    for name, words in {
        "introduction": r"(?:background|introduction|objectives?|aims?|purpose|importance|context)(?: and .{3,30})?",
        "methods": r"(?:.{3,40} and )?methods?(?:/design| and .{3,30})?|(?:study )?design",
        "results": r"(?:main )?(?:results|findings)(?: and discussion)?",
        "discussion": r"discussion(?: and .{3,30})?|interpretation|comments?",
        "conclusion": r"conclusions?(?: and .{3,30})?|(?:summary and |discussion and )conclusions?",
    }.items()
}


class Parts:
    """The parts of a paper, told by their headings: any other heading stands inside one of them."""

    def __init__(self) -> None:
        self.part = ""
        self.abstract = False
        self.seen: set[str] = set()
        self.heading: str | None = None

    def of(self, sentence: Sentence) -> str:
        """The part of the paper in which a sentence stands."""
        kind = sentence.block.kind
        if kind == "title":
            return "title"
        heading = sentence.low.strip() if kind == "heading" else (sentence.section or "").lower()
        if heading and heading != self.heading:
            self.heading = heading
            self._enter(heading)
        return f"abstract {self.part}" if self.abstract else self.part

    def _enter(self, heading: str) -> None:
        if _ABSTRACT.match(heading):
            if self.abstract:
                return
            self.abstract, self.seen, self.part = True, set(), ""
            return
        part = next((name for name, words in _PARTS.items() if words.match(heading)), None)
        if self.abstract and not _BEHIND_ABSTRACT.match(heading):
            # A structured abstract ends where its first part comes again, or behind its conclusion.
            over = self.part == "conclusion" and part != "conclusion"
            again = part in self.seen and part != self.part
            self.abstract = not (over or again or (part is None and not self.seen))
        if part is not None:
            self.seen.add(part)
            self.part = part
