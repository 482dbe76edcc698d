"""Whom a rate is of: all, two groups told apart by one word, or those a sentence before speaks of.

The one place where readings of rates ask who is counted.
"""

import functools
import re

from checker.document import Span
from checker.extract import arms
from checker.extract.arms import Arm
from checker.extract.drafts import Drafts
from checker.extract.numbers import Token
from checker.extract.populations import PART, STATED, SUM, Populations, Size
from checker.extract.printed import Figure
from checker.extract.sentences import Page, Sentence
from checker.extract.tables import table_groups
from checker.model import Count, Places
from checker.paper import Population

_RECEIVED = re.compile(
    r"(?:received|receive|underwent|undergo|had|achieved|reached) or (?:who )?(?:did|had) not [a-z]+ "
    r"(?P<key>[a-z0-9][\w/-]{1,30})"
)
# ``without X ... with X``, in either order.
_WITH_AND_WITHOUT = re.compile(
    r"\bwith(?P<out>out)? (?P<key>[a-z0-9][\w/-]{1,30}).{0,120}?\bwith(?(out)|out) (?P=key)\b"
)
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


class Counted:
    """The populations of a page, and the groups that the sentences of a paragraph speak of, one after another.

    Attributes:
        populations: every size that the page states.
        drafts: where those are declared that a proposal names.
    """

    def __init__(self, page: Page, drafts: Drafts) -> None:
        self.page = page
        self.populations = Populations(page)
        self.drafts = drafts
        self._arm_words: re.Pattern[str] | None = None
        self._pair: list[str] = []
        self._paragraph = -1
        self._index = -1

    @classmethod
    def of(cls, page: Page, drafts: Drafts | None = None) -> "Counted":
        """Those of a page, made once; ``drafts``: where to declare them."""
        if not isinstance(page.counted, cls):
            page.counted = cls(page, drafts or Drafts(page))
        return page.counted

    @functools.cached_property
    def main(self) -> Size | None:
        """The population that most shares are of, if any are."""
        return self.populations.main()

    @functools.cached_property
    def arms(self) -> list[Arm]:
        """The groups that the paper names, with their sizes."""
        return arms.arms(self.populations, table_groups.arms(self.page))

    def share(self, figure: Figure) -> tuple[Token, Token] | None:
        """The count and the total of a percentage, printed with it or found elsewhere."""
        if figure.count is not None and figure.total is not None:
            return figure.count, figure.total
        return self.page.shares.get(figure.value.start)

    def counts(self, total: int) -> set[int]:
        """The counts that the page gives of a total."""
        return {int(count.value) for count, whole in self.page.shares.values() if whole.value == total}

    def arm(self, words: str) -> Size | None:
        """The size of the first group that words name, of a paper that names at least two."""
        if self._arm_words is None:
            named = "|".join(re.escape(arm.word) for arm in self.arms)
            self._arm_words = re.compile(rf"(?<![a-z0-9])(?:{named})(?![a-z0-9])")
        found = self._arm_words.search(words) if len(self.arms) > 1 else None
        return next((arm.size for arm in self.arms if arm.word == found.group()), None) if found else None

    def declare(self, size: Size) -> str:
        """The name of a population."""
        return self.populations.declare(size, self.drafts)

    def two(self, sentence: Sentence) -> list[str]:
        """The names of the two groups of a sentence, in the order of its figures; empty where it tells none."""
        low = sentence.low
        received = _RECEIVED.search(low)
        found = received or _WITH_AND_WITHOUT.search(low)
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
        names = [self.declare(part), self._rest(base, part)]
        if not received and found["out"]:
            names.reverse()
        self._pair, self._paragraph, self._index = names, sentence.paragraph, sentence.index
        return names

    def one(self, sentence: Sentence, words: str) -> str | None:
        """The name of the group of a rate in a sentence that speaks of no subgroup."""
        size = self.main
        if _IN_REMISSION.search(words):
            size = self._before(sentence)
        return self.declare(size) if size is not None else None

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
