"""A paper cut into sentences, each with its numbers: what every grammar reads."""

import bisect
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from checker.document import Block, Document, Span
from checker.extraction import literals, quantities
from checker.extraction.numbers import Token, lex
from checker.extraction.outline import Outline
from checker.extraction.printed import Printed
from checker.extraction.quantities import Meaning
from checker.extraction.sieve import Sieve, Sieved
from checker.extraction.typography import plain, rounded
from checker.paper import Population

Made = TypeVar("Made")

# A stop, closing quotes or brackets, white space, and what may begin a sentence.
_END = re.compile(r"[.!?][)\]\"']{0,3}[ ]{1,4}(?=[A-Z0-9(\[\"'<>≥≤~])")
# Words whose full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    "vs cf eg ie e.g i.e fig figs no nos approx dr mr mrs ms prof al ca resp incl st vol ed eds ref refs tab etc p n "
    "respect avg min max dept univ int inc ltd co ref spp sp subsp var "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# The same where a number follows: ``95% C.I. 0.31``.
_DOTTED = frozenset("c.i c.l h.r o.r r.r s.d s.e".split())
# Labels inside a structured abstract printed as one paragraph.
_LABEL = re.compile(
    r"(?<![a-z])(?P<label>(?:BACKGROUND|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|PATIENTS AND METHODS|MATERIALS? AND METHODS|"
    r"DESIGN|SETTING|PARTICIPANTS|PATIENTS|INTERVENTIONS?|MAIN OUTCOME MEASURES?|MEASUREMENTS|RESULTS?|"
    r"MAIN RESULTS|FINDINGS|CONCLUSIONS?|INTERPRETATION|DISCUSSION|"
    r"Background|Objectives?|Aims?|Purpose|Methods|Patients and [Mm]ethods|Materials and [Mm]ethods|Results|Findings|"
    r"Main [Rr]esults|Conclusions?|Interpretation|Discussion))(?: ?:|--?(?=[A-Z])|\.(?= [A-Z])| ?- )"
)

# Work on a sentence may grow with its square, so that no text may pass for one endless sentence.
_LONGEST = 3_000


# What patterns need of the whole text of a page.
_SIEVE = Sieve()


@functools.cache
def _needs(pattern: re.Pattern[str]) -> int:
    """The bits of what a text must have for a pattern to be worth its search."""
    return 0 if pattern.flags & re.IGNORECASE else _SIEVE.asked(literals.needed(pattern.pattern))


class Sentence:
    """A sentence with its data numbers.

    Attributes:
        page: the text it belongs to.
        start: offset of its first character.
        end: offset behind its last.
        tokens: its numbers that are data, in order, spreads and levels left out.
        others: its other numbers.
        paragraph: the number of its block.
        section: the section it stands in, where known.
        block: the block it stands in.
    """

    __slots__ = (
        "_meanings",
        "_printed",
        "block",
        "end",
        "index",
        "others",
        "page",
        "paragraph",
        "section",
        "start",
        "tokens",
    )

    def __init__(
        self,
        page: "Page",
        start: int,
        end: int,
        found: Sequence[Token],
        paragraph: int,
        section: str | None,
        block: Block,
    ) -> None:
        self.page = page
        self.start = start
        self.end = end
        self.tokens = [token for token in found if token.reason is None and token.kind in ("number", "word")]
        self.others = [token for token in found if token.reason is not None or token.kind not in ("number", "word")]
        self.paragraph = paragraph
        self.section = section
        self.block = block
        self.index = 0
        self._printed: Printed | None = None
        self._meanings: dict[int, Meaning] | None = None

    @property
    def printed(self) -> Printed:
        """Its figures, put together once."""
        if self._printed is None:
            # No dose is printed behind a plus-minus sign.
            spreads = [token for token in self.others if token.kind == "spread" and token.reason in (None, "dose")]
            numbers = sorted([*self.tokens, *spreads], key=lambda token: token.start) if spreads else self.tokens
            outline = Outline.of(self.page.norm, self.page.low, self.start, self.end, numbers)
            outline.log = self.page.log
            self._printed = Printed(outline)
        return self._printed

    @property
    def meanings(self) -> dict[int, Meaning]:
        """What each of its figures measures, by the offset of its value, where words say so."""
        if self._meanings is None:
            self._meanings = quantities.meanings(self.printed, self.page.norm, self.start)
        return self._meanings

    @property
    def outline(self) -> Outline:
        """Every number of it that is data as a symbol."""
        return self.printed.outline

    @property
    def brief(self) -> Outline:
        """Its figures as symbols, and nothing of what is printed with them in passing."""
        return self.printed.brief

    @property
    def low(self) -> str:
        """The sentence as grammars compare it."""
        return self.page.low[self.start : self.end]

    def gap(self, index: int) -> str:
        """What stands between a data number and the next one."""
        return self.page.low[self.tokens[index].end : self.tokens[index + 1].start]

    def between(self, left: Token, right: Token) -> str:
        """What stands between two numbers."""
        return self.page.low[left.end : right.start]

    def before(self, token: Token, width: int = 60) -> str:
        """What stands before a number in this sentence."""
        return self.page.low[max(self.start, token.start - width) : token.start]

    def after(self, token: Token, width: int = 60) -> str:
        """What stands behind a number in this sentence."""
        return self.page.low[token.end : min(self.end, token.end + width)]


class Page(Sieved):
    """A document prepared for the grammars: plain forms of its text, its numbers and its sentences."""

    def __init__(self, document: Document) -> None:
        super().__init__(_SIEVE)
        self.document = document
        self.text = document.text
        self.norm = plain(document.text)
        self.low = rounded(self.norm)
        self.tokens = lex(self.text, self.norm)
        self.starts = [token.start for token in self.tokens]
        self.sentences = list(self._sentences())
        for index, sentence in enumerate(self.sentences):
            sentence.index = index
        # The populations that claims are counted in, by the names that the claims file gives them.
        self.populations: dict[str, Population] = {}
        self._once: dict[Callable[[Page], Any], Any] = {}
        self._says: dict[re.Pattern[str], bool] = {}
        # What was matched, and set aside, where somebody asks.
        self.log: list[tuple[object, str | None]] | None = None

    def note(self, what: object, reason: str | None) -> None:
        """Remember what was read, and why it was set aside if it was, where somebody asks."""
        if self.log is not None:
            self.log.append((what, reason))

    def once(self, make: Callable[["Page"], Made]) -> Made:
        """What is made of the page once, however many ask for it: ``page.once(People)``."""
        if make not in self._once:
            self._once[make] = make(self)
        found: Made = self._once[make]
        return found

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text has a pattern anywhere; it is searched once, however many claims ask."""
        if pattern not in self._says:
            self._says[pattern] = self.has(_needs(pattern)) and pattern.search(self.low) is not None
        return self._says[pattern]

    def _searched(self) -> str:
        return self.low

    def within(self, start: int, end: int) -> list[Token]:
        """The numbers that begin in a stretch of text."""
        return self.tokens[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]

    def token(self, start: int) -> Token | None:
        """The number that begins at an offset, if any."""
        at = bisect.bisect_left(self.starts, start)
        return self.tokens[at] if at < len(self.starts) and self.starts[at] == start else None

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence in which a character stands, if any."""
        at = bisect.bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def _sentences(self) -> Iterator[Sentence]:
        blocks: Sequence[Block] = [block for block in self.document.prose() if block.kind != "table"]
        if not self.document.blocks:
            blocks = [Block("paragraph", Span(0, len(self.text)))]
        for number, block in enumerate(blocks):
            section = block.section
            for start, end in self._bounds(block.span):
                label = _LABEL.match(self.norm, start, end)
                if label:
                    section = label["label"].capitalize()
                yield Sentence(self, start, end, self.within(start, end), number, section, block)

    def _bounds(self, span: Span) -> Iterator[tuple[int, int]]:
        """Where the sentences of a block start and end."""
        start = span.start
        for found in _END.finditer(self.norm, span.start, span.end):
            stop = found.start()
            if self.norm[stop] == "." and (self._abbreviated(start, stop) or self._within_number(stop)):
                continue
            yield from self._pieces(start, found.end())
            start = found.end()
        if start < span.end:
            yield from self._pieces(start, span.end)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence, cut at a space where it is longer than any sentence is."""
        while end - start > _LONGEST:
            cut = self.norm.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cut = start + _LONGEST if cut < 0 else cut + 1
            yield start, cut
            start = cut
        yield start, end

    def _within_number(self, stop: int) -> bool:
        """Whether a point is that of a number which has lost a space: ``30. 8%``."""
        at = bisect.bisect_left(self.starts, stop) - 1
        return at >= 0 and stop < self.tokens[at].end

    def _abbreviated(self, start: int, stop: int) -> bool:
        word = self.norm[max(start, stop - 12) : stop].rpartition(" ")[2].lstrip("([").lower()
        if word in _ABBREVIATIONS or (word in _DOTTED and self.norm[stop + 1 : stop + 4].strip(" :=")[:1].isdigit()):
            # ``p`` and ``n`` may end a sentence, but hardly ever do.
            return True
        return len(word) == 1 and word.isalpha() and not self.norm[stop + 1 : stop + 4].strip().isdigit()
