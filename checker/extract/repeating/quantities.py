"""Which quantity a mention is of: its words, and what keeps two mentions apart."""

import itertools
import re
from collections.abc import Sequence

from checker.extract.numbers import Token
from checker.extract.repeating.mentions import Mention
from checker.extract.repeating.terms import Vocabulary
from checker.extract.sentences import Page
from checker.rounding import unit

# Words that any quantity may have around it.
_GENERIC = frozenset(
    "patient participant subject case group arm study trial month year week day hour t median mean percent percentage "
    "ci iqr range interval total number n result after before during all each per vs versus no not without than i e "
    "g ne nr na conclusion finding main interpretation discussion".split()
)
# A word of these in one place only is another quantity.
_QUALIFIERS = frozenset(
    "bivariate propensity weighted matched imputed evaluable per sensitivity interim final baseline subgroup "
    "investigator central independent local without not no never female male women men woman man girl boy first "
    "second third placebo control geometric minimum maximum relative absolute expected predicted external "
    "internal validation training derivation discovery replication confirmed unconfirmed age stratified non mild "
    "moderate severe early late".split()
)
# Words that make every figure of a sentence one of an analysis.
_ADJUSTED = dict.fromkeys(("arr", "aor", "ahr", "airr", "adj", "adjusting", "adjustment"), "adjusted")
_ANALYSES = frozenset(
    "adjusted unadjusted crude univariate univariable multivariate multivariable itt intention protocol sensitivity "
    "imputed excluding".split()
)
# Words of which a quantity has one.
_OPPOSITES = [
    frozenset(words.split())
    for words in (
        "median mean", "men women", "man woman", "male female", "boy girl", "increase decrease", "positive negative",
        "intervention control", "treatment placebo", "os pfs efs dfs rfs orr", "hr or rr",
    )
]  # fmt: skip
_ARMS = frozenset("intervention control treatment placebo baseline follow up".split())
_STATISTICS = frozenset("median mean hr or rr os pfs efs dfs rfs orr".split())
_TIME = re.compile(r"t([0-9]+)")

Words = tuple[str, ...]


class Quantities:
    """The mentions of a paper with their words."""

    def __init__(self, page: Page, found: Sequence[Mention]) -> None:
        self.vocabulary = Vocabulary(page)
        self.known: dict[int, tuple[Words, Words]] = {}
        beside = [pair for pair in itertools.pairwise(found) if pair[0].sentence is pair[1].sentence]
        self.before = {other.index: one for one, other in beside}
        self.behind = {one.index: other for one, other in beside}

    def words(self, mention: Mention) -> tuple[Words, Words]:
        """What stands before and behind a mention; members of a list share what stands before the first."""
        if mention.index not in self.known:
            pending = []
            at: Mention | None = mention
            while at is not None and at.index not in self.known:
                pending.append(at)
                at = self.before.get(at.index)
            for each in reversed(pending):
                self.known[each.index] = self._read(each)
        return self.known[mention.index]

    def _read(self, mention: Mention) -> tuple[Words, Words]:
        lead, trail = self.vocabulary.lead(mention), self.vocabulary.trail(mention)
        previous = self.before.get(mention.index)
        if previous is not None and not {*lead} - {"vs", "versus"}:
            head = self.known[previous.index][0]
            place = int(head[-1][1:]) + 1 if head and head[-1][0] == "#" else 2
            lead = (*(head[:-1] if place > 2 else head), f"#{place}")
        return lead, trail

    def all(self, mention: Mention) -> set[str]:
        """The words on both sides, without the place in a list."""
        lead, trail = self.words(mention)
        return {word for word in (*lead, *trail) if word[0] != "#"}

    def content(self, mention: Mention) -> set[str]:
        """The words that tell a quantity from others."""
        return {
            word
            for word in self.all(mention)
            if len(word) > 1 and word[0].isalpha() and word not in _GENERIC and not _TIME.fullmatch(word)
        }

    def shared(self, one: Mention, other: Mention) -> set[str]:
        """The words that tell what both mentions are of; none where some word parts them."""
        shared = self.content(one) & self.content(other)
        if not shared or self._apart(one, other):
            return set()
        behind = [{*self.words(each)[1]} & self.content(each) for each in (one, other)]
        if all(behind) and not shared & (behind[0] | behind[1]):
            # ``36 (90%) received a transplant``, ``36 (90%) died``.
            return set()
        for each in (one, other):
            if each.heads and not shared & {*self.vocabulary.words(each.heads[0].start, each.heads[0].end)} - _ARMS:
                # The head of a column is that of every row.
                return set()
        return shared

    def _apart(self, one: Mention, other: Mention) -> bool:
        """Whether the words name two times or two opposites."""
        mine, theirs = self.all(one), self.all(other)
        times, others = ({word for word in words if _TIME.fullmatch(word)} for words in (mine, theirs))
        if times and others and not times & others:
            return True
        return any(mine & pair and theirs & pair and not mine & theirs & pair for pair in _OPPOSITES)

    def alike(self, one: Mention, other: Mention) -> set[str]:
        """The words in the same order around two mentions; none where either has more that counts."""
        (lead, trail), (before, behind) = self.words(one), self.words(other)
        back = _common(lead[::-1], before[::-1])
        forth = _common(trail, behind)
        rest = {*lead[: len(lead) - back], *before[: len(before) - back], *trail[forth:], *behind[forth:]}
        if rest - _GENERIC or self.all(one) & _QUALIFIERS != self.all(other) & _QUALIFIERS:
            return set()
        return {word for word in (*lead[len(lead) - back :], *trail[:forth]) if word[0] != "#"}

    def analysis(self, mention: Mention) -> set[str]:
        """What the sentence, or the head of the cell, says of the analysis."""
        sentence = mention.sentence
        words = self.vocabulary.words(sentence.start, min(sentence.end, mention.behind))
        return {_ADJUSTED.get(word, word) for word in (*words, *self.words(mention)[0])} & _ANALYSES

    def alone(self, shared: set[str]) -> set[str]:
        """Shared words without the names of statistics, which many quantities have."""
        return shared - _STATISTICS

    def named(self, words: set[str]) -> bool:
        """Whether words name a quantity by themselves, whatever stands further in front."""
        return any(word in _STATISTICS or _TIME.fullmatch(word) for word in words)

    def beside(self, one: Mention, other: Mention) -> list[bool]:
        """Of the mentions right before and right behind both, whether they agree, where they can be compared."""
        found = []
        for way in (self.before, self.behind):
            first, second = way.get(one.index), way.get(other.index)
            if first is None or second is None:
                continue
            roles = [role for role in first.roles if role in second.roles]
            if any(plain(first.roles[role]) != plain(second.roles[role]) for role in roles):
                if self.shared(first, second) or not self.content(first) or not self.content(second):
                    found.append(False)
            elif any(digits(first.roles[role]) > 1 for role in roles):
                found.append(True)
        return found

    def label(self, found: Sequence[Mention]) -> str:
        """The words that all mentions of a quantity share."""
        lead, trail = self.words(found[0])
        shared = set.intersection(*(self.all(each) for each in found))
        words = dict.fromkeys(word for word in (*lead, *trail) if word in shared)
        return " ".join(_TIME.sub(r"\1-month", word) if _TIME.fullmatch(word) else word for word in words)


def plain(token: Token) -> tuple[object, ...]:
    """What makes two prints the same: ``twelve`` and ``12``, but not ``70`` and ``70.0``."""
    return (token.value, token.decimals, token.comparator) if token.canonical else (token.literal,)


def digits(token: Token) -> int:
    """How many digits of a figure tell something: ``0.65`` has two, ``100`` one."""
    printed = f"{abs(token.value):.{token.decimals}f}"
    if "." in printed:
        return len(printed.replace(".", "").lstrip("0"))
    return len(printed.strip("0"))


def mistyped(one: Token, other: Token) -> bool:
    """Whether one slip makes a figure of another: a digit replaced, left out or put in, or two swapped."""
    if one.decimals != other.decimals:
        return False
    first, second = (f"{each.value:.{each.decimals}f}" for each in (one, other))
    if len(first) == len(second):
        wrong = [at for at in range(len(first)) if first[at] != second[at]]
        swapped = len(wrong) == 2 and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]
        return len(wrong) == 1 or swapped
    short, long = sorted((first, second), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def differ(one: Token, other: Token) -> bool:
    """Whether two figures differ by more than the digits printed allow."""
    place = unit(one, other) if one.decimals != other.decimals else 0
    return one.unit == other.unit and abs(one.value - other.value) > place * 1.001


def _common(one: Words, other: Words) -> int:
    """How many words two sequences begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
