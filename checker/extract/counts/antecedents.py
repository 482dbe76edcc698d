"""Counts of those just counted: ``of whom``, ``of these``, ``among the responders``, ``with type 1``."""

import re
from collections.abc import Iterator, Sequence

from checker.extract import phrases
from checker.extract.arithmetic import lacks_values
from checker.extract.count_and_percent import OF_OTHERS, Figure, Scope
from checker.extract.populations import SUM, Populations, Size
from checker.extract.sentences import Sentence

# More sizes just before than these leave open which is meant.
_MOST_CANDIDATES = 2
_KEYED = re.compile(
    rf"(?<![a-z])(?:of|among|amongst) (?:the |those |(?:the |all )?(?:{phrases.NOUNS}) (?:who |with ))(?:had |were |"
    r"received |treated with |an? |the ){0,3}(?P<key>[a-z][a-z0-9/-]{4,30})"
)
# ``with type 1``, ``with early onset``: two words, so that they name something.
_WITH = re.compile(
    rf" ?\) (?:of )?(?:the )?(?:(?:{phrases.NOUNS}|those|the remaining) )?(?:with|who had) (?:an? |the )?"
    r"(?P<key>[a-z][a-z-]{2,20} [a-z0-9][a-z0-9-]{0,20})"
)
_NEXT = re.compile(r"[;.]|(?:,| and| while| whereas| but) (?=[0-9])")
# Endings that do not tell those who responded from responders.
_ENDING = re.compile(r"(?:ers?|ents?|ed|ing|ors?|ive|ion|s)$")
_EMPTY = frozenset(
    "patient subject participant remain surviv women children other total these those whom which".split()
)
_BRACKETED = re.compile(r"\([^)]{0,30}\)?")
_BREAK = re.compile(r"[;,]|\.(?![0-9])|(?<![a-z])[0-9]| and | while | whereas | but ")
_NEGATED = re.compile(r"\bno[tn]?\b|without|\bun|\bnon-")
# Those counted just before.
_THESE = re.compile(
    rf"(?:^|[ ,;:(-])(?:(?:of|among|amongst|in) (?:(?:whom|which)\b|(?:these|them|those)(?=,| [0-9]|"
    rf" (?:{phrases.NOUNS})\b(?! (?:who|with|in|not|without|of|treated))))|(?:including|included)\b)"
)


class Antecedents:
    """The sizes just stated that figures look back to."""

    def __init__(self, populations: Populations) -> None:
        self.populations = populations

    def part(self, figure: Figure) -> Size | None:
        """The part of the paragraph's people that the words right behind a figure name: ``20 (40%) with type 1``."""
        sentence = figure.sentence
        behind = _WITH.match(sentence.after(figure.percent, 80))
        if behind is None:
            return None
        key = re.compile(rf"(?<![a-z]){re.escape(behind['key'])}(?![a-z0-9])")
        first = self.populations.page.sentences[max(0, sentence.index - 2)]
        sizes = {
            size.value: size
            for size in self.populations.between(first.start, sentence.start)
            if size.paragraph == sentence.paragraph and key.search(self._clause(size))
        }
        return next(iter(sizes.values())) if len(sizes) == 1 else None

    def _clause(self, size: Size) -> str:
        """The words behind a size, up to the next number that counts something."""
        low = self.populations.page.low
        behind = _BRACKETED.sub("", low[size.token.end : size.token.end + 90])
        return _NEXT.split(behind)[0]

    def keyed(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Figures of those whom a word names that stands behind their number: ``among the responders``."""
        for figure in figures:
            sentence = figure.sentence
            low = sentence.page.low
            spoken = [*_KEYED.finditer(low, max(sentence.start, figure.count.start - 160), figure.count.start)]
            if not spoken or re.search(r"[0-9]", low[spoken[-1].end() : figure.count.start]):
                continue
            key = _ENDING.sub("", spoken[-1]["key"])
            found = {size.value: size for size in self._counted(key, spoken[-1].start(), sentence)}
            if len(found) == 1 and key not in _EMPTY:
                yield figure, Scope(next(iter(found.values())))

    def _counted(self, key: str, offset: int, sentence: Sentence) -> Iterator[Size]:
        """The counts in front of an offset, in this paragraph, right behind which a word stands."""
        low = self.populations.page.low
        first = max(0, sentence.index - 2)
        begin = self.populations.page.sentences[first].start
        for size in self.populations.between(begin, offset):
            if size.paragraph != sentence.paragraph or size.rank == SUM:
                continue
            behind = _BRACKETED.sub("", low[size.token.end : min(offset, size.token.end + 90)])
            behind = _BREAK.split(behind)[0]
            if re.search(rf"\b{re.escape(key)}", behind) and not _NEGATED.search(behind):
                yield size

    def before(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Figures of those counted just before: ``of whom``, ``of these``, ``including``, ``among the responders``."""
        sentence = figures[0].sentence
        page = sentence.page
        groups: dict[int, list[Figure]] = {}
        for figure in figures:
            words = page.low[sentence.start : figure.count.start]
            spoken = [*_THESE.finditer(words)]
            if spoken:
                groups.setdefault(sentence.start + spoken[-1].start(), []).append(figure)
        for offset, members in groups.items():
            if any(sentence.start + 1 < size.token.start and offset < size.token.start < members[0].count.start
                   for size in self.populations.inside(sentence, members[0].count.start)):  # fmt: skip
                continue
            within = [size for size in self.populations.inside(sentence, offset) if size.rank != SUM][::-1]
            candidates = within or self.populations.just_before(sentence, members[0].count.start)
            if not candidates:
                continue
            fitting = [size for size in candidates if any(member.makes(size.value) for member in members)]
            if not fitting and len({size.value for size in candidates}) > _MOST_CANDIDATES:
                continue
            for member in members:
                if member.count.value > candidates[0].value or OF_OTHERS.match(member.sentence.after(member.percent)):
                    continue
                implied = 100 * member.count.value / member.percent.value if member.percent.value else 0.0
                if not any(lacks_values(implied, size.value) for size in candidates):
                    yield member, Scope((fitting or candidates)[0])
