"""Which part of a paper a character stands in: its introduction, methods, results or discussion."""

import bisect
import re
from enum import StrEnum

from checker.document import Document


class Part(StrEnum):
    """A part that papers have whatever its headings say."""

    INTRODUCTION = "introduction"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"


_NUMBERING = re.compile(r"^[\W_]*(?:[0-9IVX]{1,4}(?:\.[0-9]{1,2}){0,3}[.)]?\s+)?")
_NAMES = {
    Part.METHODS: r"(?:(?:patients?|subjects?|participants?|materials?|study population|design|population|experimental)"
    r"(?:,? (?:and|&) | )?){0,2}(?:methods?|methodology|procedures?)(?: (?:and|&) (?:materials?|design|procedures?))?"
    r"|materials? (?:and|&) methods?|experimental (?:section|design|procedures?|protocol)"
    r"|(?:study|trial) (?:design|setting|population|procedures?|protocol|participants|subjects|interventions?)"
    r"|participants|interventions?|data (?:collection|analys[ie]s|management)|setting|recruitment|screening|blinding"
    r"|(?:sample size|power)(?: calculations?)?|(?:in|ex)clusion criteria|eligibility criteria|statistics|instruments"
    r"|(?:method of )?randomi[sz]ation(?: and blinding)?|(?:outcome )?measure(?:s|ments)|design"
    r"|statistical (?:analys[ie]s|methods|design)[a-z &]{0,40}|methods (?:and|of) (?!results|findings)[a-z]{3,20}",
    Part.RESULTS: r"results?(?: (?:and|&) discussion)?|(?:main |principal |safety )?(?:results|findings|outcomes)"
    r"|(?:patient|baseline) (?:characteristics|data)|participant flow|adverse (?:events|effects)",
    Part.DISCUSSION: r"(?:general )?discussions?|conclusions?|discussion (?:and|&) conclusions?|interpretation|comment"
    r"|(?:strengths and |study )?limitations(?: of (?:this|the) study)?",
    Part.INTRODUCTION: r"introduction|background(?: and (?:aims?|objectives?))?",
}
_PARTS = {part: re.compile(rf"(?:{name})[\s:.]*", re.IGNORECASE) for part, name in _NAMES.items()}
# Headings that end a part and open none of these.
_OTHER = re.compile(
    r"(?:abstract|summary|references|acknowledge?ments?|funding|appendix|supplement|declarations?|abbreviations|"
    r"author|competing|conflicts? of|supporting information|availability of)",
    re.IGNORECASE,
)


class Parts:
    """The parts of a paper, as its headings tell them."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self._parts: list[Part | None] = []
        for block in document.blocks:
            if block.kind != "heading":
                continue
            name = _NUMBERING.sub("", document.text[block.span.start : min(block.span.end, block.span.start + 120)])
            name = name.partition("/")[0].strip()
            part = next((part for part, pattern in _PARTS.items() if pattern.fullmatch(name)), None)
            if part is not None or _OTHER.match(name):
                self._starts.append(block.span.start)
                self._parts.append(part)

    def at(self, offset: int) -> Part | None:
        """The part in which a character stands; None where no heading tells."""
        at = bisect.bisect_right(self._starts, offset) - 1
        return self._parts[at] if at >= 0 else None
