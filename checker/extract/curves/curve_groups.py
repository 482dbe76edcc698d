"""Which patients a survival curve is of: two groups told apart by one word, and those a sentence before speaks of."""

import re

from checker.document import Span
from checker.extract.drafts import Drafts
from checker.extract.populations import PART, STATED, SUM, Populations, Size
from checker.extract.sentences import Sentence
from checker.model import Count, Places
from checker.paper import Population

_RECEIVED = re.compile(
    r"(?:received|receive|underwent|undergo|had|achieved|reached) or (?:who )?(?:did|had) not [a-z]+ "
    r"(?P<key>[a-z0-9][\w/-]{1,30})"
)
_WITHOUT_FIRST = re.compile(r"without (?P<key>[a-z0-9][\w/-]{1,30})[^.;]{0,5}.{0,120}?\bwith (?P=key)\b")
_WITH_FIRST = re.compile(r"\bwith (?P<key>[a-z0-9][\w/-]{1,30})\b.{0,120}?\bwithout (?P=key)\b")
_BASE = re.compile(
    r"(?:among|in|of) (?:the )?(?:[0-9]+ )?patients (?:who )?(?:with|reached|achieved|obtained|attained) "
    r"(?P<base>[a-z0-9][\w/-]{1,30})"
)
_CONTINUES = re.compile(
    r"(?:accordingly,? |similarly,? |likewise,? )?(?:the )?(?:[0-9]{1,2}|one|two|three|five)[- ](?:year|month)"
)
_IN_REMISSION = re.compile(r"relapse|disease-free|\bdfs\b|\brfs\b|duration of")
# Those who relapsed after a treatment are not those who got it in the study.
_ELSEWHEN = re.compile(r"(?:after|before|prior to|following|since|despite|failed)(?: [a-z]{1,10}){0,2} $")
# Endings that do not tell a mutation or a treatment from its name.
_ENDINGS = re.compile(r"(?:mut(?:ations?|ated)?|s)$")


class Curves:
    """The groups that the sentences of a paragraph speak of, one sentence after another."""

    def __init__(self, populations: Populations, drafts: Drafts) -> None:
        self.populations = populations
        self.drafts = drafts
        self.main = populations.main()
        self._pair: list[str] = []
        self._paragraph = -1
        self._index = -1

    def two(self, sentence: Sentence) -> list[str]:
        """The names of the two groups of a sentence, in the order of its figures; empty where it tells none."""
        low = sentence.low
        received, without, with_ = _RECEIVED.search(low), _WITHOUT_FIRST.search(low), _WITH_FIRST.search(low)
        found = received or without or with_
        if found is None:
            follows = sentence.paragraph == self._paragraph and sentence.index == self._index + 1
            if follows and self._pair and _CONTINUES.match(low):
                self._index = sentence.index
                return self._pair
            return []
        self._pair = []
        base = self._base(low)
        part = self._named(found["key"], base)
        if base is None or part is None:
            return []
        names = [self.populations.declare(part, self.drafts), self._rest(base, part)]
        if without and not received:
            names.reverse()
        self._pair, self._paragraph, self._index = names, sentence.paragraph, sentence.index
        return names

    def one(self, sentence: Sentence, words: str) -> str | None:
        """The name of the group of a rate in a sentence that speaks of no subgroup."""
        size = self.main
        if _IN_REMISSION.search(words):
            size = self._before(sentence)
        return self.populations.declare(size, self.drafts) if size is not None else None

    def named(self, key: str) -> Size | None:
        """The part of the main population that a word names."""
        return self._named(key, self.main)

    def _base(self, low: str) -> Size | None:
        found = _BASE.search(low)
        return self._named(found["base"], self.main) if found else self.main

    def _before(self, sentence: Sentence) -> Size | None:
        """The size that a total just before states: those who were at risk of a relapse."""
        sizes = [
            size
            for number in range(max(0, sentence.index - 2), sentence.index)
            for size in self.populations.inside(self.populations.page.sentences[number], sentence.start)
            if size.rank == STATED and size.sentence == number and size.paragraph == sentence.paragraph
        ]
        return sizes[-1] if sizes else None

    def _named(self, key: str, base: Size | None) -> Size | None:
        """The part of a population that a word names right behind its size; one counted of that population first."""
        key = _ENDINGS.sub("", key)
        page = self.populations.page
        found: list[tuple[bool, int, Size]] = []
        for size in self.populations.sizes[:2000]:
            if size.rank == SUM or size.rank > PART or (base is not None and size.value >= base.value):
                continue
            behind = re.sub(r"\([^)]{0,20}\)?", "", page.low[size.token.end : size.token.end + 70])
            # Up to the next number: what stands behind that is of another group.
            behind = re.split(r"[;]|\.(?![0-9])|(?<![a-z])[0-9]", behind)[0]
            if (
                key in behind
                and "not " not in behind
                and "without" not in behind
                and not _ELSEWHEN.search(behind[: behind.index(key)])
            ):
                totals = {int(total.value) for number, total in page.shares.values() if number is size.token}
                found.append((base is not None and base.value in totals, -size.token.start, size))
        return max(found, key=lambda item: item[:2])[2] if found else None

    def _rest(self, base: Size, part: Size) -> str:
        number = base.value - part.value
        name = f"rest-{number}-of-{base.value}"
        if name not in self.drafts.populations:
            place = self.populations.page.document.place(Span(part.token.start, part.token.end))
            self.drafts.populations[name] = Population(
                size=Count(str(number)), at=Places([place]), inferred=f"{base.value} less {part.value}"
            )
        return name
