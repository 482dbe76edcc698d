"""Which denominator a figure belongs to: the numbers of people or things that a paper states.

Language ranks the candidates (the same sentence before the paragraph before the paper, ``of the 96`` before
a mere ``96 patients``); arithmetic only chooses among them.
"""

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extract import phrases
from checker.extract.drafts import Drafts, count
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.model import Count, Places
from checker.paper import Population

# How a size is stated, from the strongest to the weakest.
STATED, GROUP, PEOPLE, PART, SUM = range(5)

_N_EQUALS = re.compile(r"(?:^|[^a-z])n ?(?:=|:) ?$|(?:^|[^a-z])n$")
_OF = re.compile(
    rf"(?:^|[ (,;:-])(?:of|among|in|from|for|with|on|included|enrolled|all)(?: (?:{phrases.ADJECTIVES}))* ?$"
)
_OF_ALONE = re.compile(
    rf"(?:^|[ (,;:-])(?:out of|of|among|amongst)(?: (?:{phrases.ADJECTIVES}))* ?(?:and )?(?:a )?(?:total of )?$"
)
_PEOPLE = re.compile(rf" (?:[a-z0-9/+-]{{1,24}},? ){{0,5}}?(?:{phrases.NOUNS}|people|patients)\b")
_DID = re.compile(
    r" (?:responded|completed|participated|agreed|consented|were (?:included|enrolled|eligible|evaluable|analy[sz]ed|"
    r"randomi[sz]ed|assessable))\b"
)
_TO_GROUP = re.compile(
    r" (?:[a-z]{1,20} )?(?:to|in|into|for|on|received|receiving|with|were (?:assigned|allocated|randomi[sz]ed) to) "
)
_EACH = re.compile(
    r" ?(?:patients |subjects |participants |women |men |children |eyes )?(?:(?:in|to|for) each|per) (?:group|arm)\b"
)
_NOT_PEOPLE = re.compile(
    r" (?:years|months|weeks|days|hours|minutes|times|mg|centers|centres|hospitals|sites|countries|cycles|items)\b"
)
# Groups that only a letter or number tells apart.
LETTERED = re.compile(r"(?:group|arm|drug|regimen|cohort|treatment) (?:[a-e]|[1-5]|i{1,3}|iv)")
_LETTERED_BEFORE = re.compile(rf"(?<![a-z])(?P<name>{LETTERED.pattern}) ?[(,:]? ?(?:n ?[=:]? ?)?$")
_LETTERED_BEHIND = re.compile(
    rf"(?: to| into| received| receiving|, in|,|; in|;) (?:the )?(?P<name>{LETTERED.pattern})\b"
)
# ``22 patients were treated with alfa (alfa group)``
_CALLED = re.compile(
    rf" (?:[a-z-]{{1,20}} )?(?:{phrases.NOUNS})\b[^.;()0-9]{{0,80}}\((?:the )?"
    r"(?P<name>[a-z][a-z/+ -]{1,30}) (?:group|arm|cohort)\b"
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+/-]{0,30}")
_EMPTY_WORDS = frozenset(
    "the a an and or of in to for with was were is are had have has been by on at from group groups arm arms patients "
    "patient subjects participants n who received receiving either assigned randomly randomized randomised allocated "
    "treated treatment therapy cohort total all we these those as vs versus than that which then only each both "
    "per".split()
)


# How many sizes to each side are looked at: more than any page states.
_NEAREST = 200


class Size(msgspec.Struct, frozen=True):
    """A size that the paper states."""

    value: int
    token: Token
    sentence: int
    paragraph: int
    rank: int
    name: str


class Populations:
    """The sizes of a paper, in the order of the text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sizes: list[Size] = []
        for sentence in page.sentences:
            self._read(sentence)
        self._sums()
        self._starts = [size.token.start for size in self.sizes]
        self._names: dict[int, str] = {}
        self._stated = {size.value for size in self.sizes if size.rank != SUM}
        self._of_people: dict[int, set[int]] = defaultdict(set)
        for size in self.sizes:
            if size.rank == PEOPLE:
                self._of_people[size.value].add(size.sentence)

    def _read(self, sentence: Sentence) -> None:
        shares = self.page.shares
        totals = {id(shares[token.start][1]) for token in sentence.tokens if token.start in shares}
        for index, token in enumerate(sentence.tokens):
            if not token.countable or token.value < 2 or token.comparator not in ("=", "~") or token.value > 1e8:
                continue
            before, after = sentence.before(token, 40), sentence.after(token, 130)
            following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
            if _N_EQUALS.search(before):
                rank = GROUP
            elif id(token) in totals:
                rank = STATED
            elif _NOT_PEOPLE.match(after):
                continue
            elif _OF_ALONE.search(before):
                rank = STATED
            elif _CALLED.match(after):
                rank = GROUP
            elif _PEOPLE.match(after) or _DID.match(after):
                rank = PEOPLE
            elif _TO_GROUP.match(after) or _EACH.match(after):
                rank = GROUP
            elif following is not None and following.percent and sentence.gap(index).endswith("("):
                rank = PART
            elif _OF.search(before):
                rank = PEOPLE
            else:
                continue
            name = self._name(sentence, token, rank)
            self.sizes.append(Size(int(token.value), token, sentence.index, sentence.paragraph, rank, name))

    def _sums(self) -> None:
        """Arms stated side by side make a whole that is not always printed."""
        extra: list[Size] = []
        by_sentence: dict[int, list[Size]] = {}
        for size in self.sizes:
            if size.rank == GROUP and not _EACH.match(self.page.low, size.token.end):
                by_sentence.setdefault(size.sentence, []).append(size)
        for groups in by_sentence.values():
            if 2 <= len(groups) <= 4:
                whole = sum(group.value for group in groups)
                extra.append(
                    Size(whole, groups[-1].token, groups[-1].sentence, groups[-1].paragraph, SUM, f"sum-{whole}")
                )
        if extra:
            self.sizes = sorted([*self.sizes, *extra], key=lambda size: (size.token.start, size.rank))

    def _name(self, sentence: Sentence, token: Token, rank: int) -> str:
        """A name in the paper's own words: those before ``(n = 42)``, those behind ``96 patients``."""
        page = self.page
        called = _CALLED.match(sentence.after(token, 130)) if rank == GROUP else None
        if called:
            return "-".join(called["name"].split())
        if rank == GROUP:
            lettered = _LETTERED_BEHIND.match(sentence.after(token, 50)) or _LETTERED_BEFORE.search(
                sentence.before(token, 40)
            )
            if lettered:
                return lettered["name"].replace(" ", "-")
        if (
            rank == GROUP
            and _TO_GROUP.match(sentence.after(token, 90))
            and not _N_EQUALS.search(sentence.before(token))
        ):
            right = _TO_GROUP.sub("", page.norm[token.end : token.end + 80].replace("[", "("), count=1)
            right = re.split(r"[,;:.()\[\]0-9]| and | or |\bgroup|\barm\b", right)[0]
            words = [word for word in _NAME.findall(right) if word.lower() not in _EMPTY_WORDS][:3]
            if words:
                return "-".join(word.replace("/", "-") for word in words)
        if rank == GROUP:
            left = page.norm[max(sentence.start, token.start - 60) : token.start]
            left = re.sub(r"[,(\[ ]*[nN] ?[=:]? ?$", "", left)
            left = re.split(r"[,;:.()\[\]]| and | or | to | versus | vs ", left)[-1]
            words = [word for word in _NAME.findall(left) if word.lower() not in _EMPTY_WORDS][-3:]
            if words:
                return "-".join(word.replace("/", "-") for word in words)
        right = re.split(r"[,;:.()\[\]]", page.norm[token.end : token.end + 60])[0]
        words = [word for word in _NAME.findall(right) if word.lower() not in _EMPTY_WORDS][:2]
        return "-".join(word.replace("/", "-") for word in words) or "people"

    def before(self, sentence: Sentence, offset: int) -> Iterator[Size]:
        """The sizes that may be the denominator of a figure, the likeliest first.

        In the same sentence the nearest in front; then the nearest sentences in front, those of the same
        paragraph first; the paper's first sizes; and what only follows after that.
        """
        at = bisect.bisect_left(self._starts, offset)
        front = self.sizes[max(0, at - _NEAREST) : at][::-1]
        yield from sorted(
            (size for size in front if size.sentence == sentence.index), key=lambda size: size.rank > PEOPLE
        )
        earlier = [size for size in front if size.sentence != sentence.index]
        yield from (size for size in earlier if size.paragraph == sentence.paragraph)
        yield from (size for size in earlier if size.paragraph != sentence.paragraph)
        if at > _NEAREST:
            yield from self.sizes[: min(_NEAREST, at - _NEAREST)]
        yield from (size for size in self.sizes[at : at + _NEAREST] if size.token.start > offset)

    def inside(self, sentence: Sentence, offset: int) -> list[Size]:
        """The sizes stated in a sentence before an offset."""
        return self.sizes[bisect.bisect_left(self._starts, sentence.start) : bisect.bisect_left(self._starts, offset)]

    def stated(self, value: int) -> bool:
        """Whether the paper states a size, rather than parts that make it."""
        return value in self._stated

    def of_people(self, value: int) -> set[int]:
        """The sentences that speak of so many people."""
        return self._of_people.get(value, set())

    def main(self) -> Size | None:
        """The population that most counts and percentages read so far belong to; None where that is one only."""
        found = Counter(int(total.value) for _, total in self.page.shares.values())
        sizes = {size.value: size for size in reversed(self.sizes) if size.rank <= PEOPLE}
        ranked = [(number, value) for value, number in found.items() if value in sizes]
        number, value = max(ranked, default=(0, 0))
        return sizes[value] if number >= 2 else None

    def declare(self, size: Size, drafts: Drafts) -> str:
        """The name under which the claims file has this population."""
        known = self._names.get(size.value)
        if known is None:
            # One that a reading has declared before.
            same = (name for name, each in drafts.populations.items() if each.size.value == size.value)
            known = next(same, None)
        if known is not None:
            return known
        name, population = self.described(size)
        if name in drafts.populations:
            name = f"n-{size.value}"
        self._names[size.value] = name
        drafts.populations[name] = population
        return name

    def described(self, size: Size) -> tuple[str, Population]:
        """A population of a size, and its name."""
        place = self.page.document.place(Span(size.token.start, size.token.end))
        inferred = "the sum of the groups" if size.rank == SUM else None
        number = Count(str(size.value)) if size.rank == SUM else count(size.token)
        return f"{size.name}-{size.value}"[:100], Population(size=number, at=Places([place]), inferred=inferred)
