"""Of whom a count is, by the words around it: an arm, those counted just before, the whole of a list.

Language names the size. Whether the count makes its percentage of it is for `checker.extract.counts.bare` to ask.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from checker.extract import phrases
from checker.extract.arms import Arm
from checker.extract.count_and_percent import OF_OTHERS, Figure, Scope
from checker.extract.counts.antecedents import Antecedents
from checker.extract.populations import GROUP, PEOPLE, STATED, Populations, Size
from checker.extract.sentences import Sentence
from checker.extract.tables import table_groups
from checker.rounding import SLACK, unit

_PEOPLE = rf"(?:{phrases.NOUNS}|those|the remaining)"
_TO_ARM = re.compile(
    rf" ?\)? ?,? ?(?:of )?(?:the )?(?:{_PEOPLE} )?(?:who |that )?(?:were )?(?:in|on|of|with|for|among|from|receiving|"
    r"received|receive|given|taking|undergoing|underwent|(?:treated|managed) with|(?:assigned|allocated) to) "
    r"(?P<words>[^,;.:()0-9]{2,48})"
)
_TREATED = re.compile(
    r" ?\) ?(?:patients |women |men |subjects |participants |those )?(?:on|receiving|given|taking|treated with) "
)
_FROM_ARM = re.compile(r"(?:in|for|with|among) (?:the )?(?P<words>[^,;.:()0-9]{2,40}?)(?: (?:group|arm|cohort))?,? $")
_OTHER_ARM = re.compile(r"\b(?:and|or|vs|versus|than|compared|whereas|while|but)\b")
_RESPECTIVELY = re.compile(r"[^.;%]{0,90}\brespectively\b")
_PAIRED = re.compile(r" ?%? ?\)? ?(?:[a-z]{3,12} )?(?:and|vs\.?|versus|compared with|against|,) ")
# Other things than the members of an arm.
_OTHER_THINGS = re.compile(
    r"(?<!adverse )events?\b|episode|lesion|\beyes?\b|specimen|sample|cycle|visit|increase|decrease|reduc|improv|"
    r"declin|change|procedure|graft|limb|tumou?rs|nodes|teeth|sensitiv|specific|accura|isolate|deaths?\b|days\b"
)
_LISTED = re.compile(r"(?!.{0,110}(?:\bvs\b|versus|compared|than|whereas|group|\barm)).{0,110}")
_MOST_IN_ORDER = 5
_MOST_NUMBERS = 100
_MOST_FIGURES = 100
# From the size of a group to a count of it.
_SIZED = re.compile(r"(?:n ?[=:] ?)(?P<n>[0-9][0-9, ]{0,8}) ?\),? ?(?:[a-z-]{1,20} ){0,5}$")
_THING = (
    r"(eyes|lesions|tumou?rs|specimens|samples|episodes|isolates|procedures|grafts|implants|"
    r"teeth|hips|knees|fractures|cycles|visits|pregnancies|deliveries|families|studies|trials|limbs|nodes|infections)\b"
)
_THINGS = re.compile(rf" ?\) (?:of (?:the |all )?)?{_THING}(?! (?:of|in|with|from|treated|receiving) )")
_THINGS_INSIDE = re.compile(rf" {_THING} \(")
_OF_BEFORE = re.compile(r"[0-9] (?:of|/) (?:the )?$")
_NESTING = re.compile(r"of whom|of which|of these|of those|of them|among|including|whose|respectively|\bof the\b")


class Scopes:
    """The sizes that the sentences of a paper name for their figures."""

    def __init__(self, populations: Populations, known: Sequence[Arm]) -> None:
        self.populations = populations
        self.arms = {arm.word: arm for arm in known}
        words = "|".join(re.escape(arm.word) for arm in known)
        self.pattern = re.compile(rf"(?<![a-z0-9])({words})(?![a-z0-9])") if known else None
        self.each = populations.each_arm()
        self.antecedents = Antecedents(populations)
        self.rows = table_groups.rows(populations.page)

    def of(self, figures: Sequence[Figure]) -> dict[int, Scope]:
        """The scopes of the figures of one sentence, by the offset of their percentages."""
        found: dict[int, Scope] = {}
        before = (self.antecedents.keyed, self.antecedents.before)
        for reading in (self._lists, self._arms, self._sized, self._things, self._in_table, *before):
            for figure, scope in reading(figures):
                found.setdefault(figure.percent.start, scope)
        return found

    def _in_table(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        return table_groups.scopes(figures, self.rows) if self.rows else iter(())

    def _arms(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Figures of named arms, where at least one of them fits its own."""
        if len(figures) < 2:
            return
        named = [(figure, size) for figure in figures if (size := self._arm(figure)) is not None]
        if len(named) < 2:
            named = [(figure, size) for figure in figures if (size := self.antecedents.part(figure)) is not None]
        if len(named) < 2:
            named = self._in_order(figures)
        if len(named) >= 2 and any(figure.tells(size.value) for figure, size in named):
            for figure, size in named:
                if not _OTHER_THINGS.search(figure.sentence.low):
                    yield figure, Scope(size, firm=True)

    def _arm(self, figure: Figure) -> Size | None:
        """The arm that the words right behind a figure name, or else those right before it."""
        sentence = figure.sentence
        behind = _TO_ARM.match(sentence.after(figure.percent, 110))
        if behind:
            words = _OTHER_ARM.split(behind["words"])[0]
            treated = _group(words) or _TREATED.match(sentence.after(figure.percent, 60))
            return self._named(words) or (self.each if treated else None)
        before = _FROM_ARM.search(sentence.before(figure.count, 70))
        return self._named(_OTHER_ARM.split(before["words"])[-1]) if before else None

    def _named(self, words: str) -> Size | None:
        found = {match.group() for match in self.pattern.finditer(words)} if self.pattern else set()
        return self.arms[found.pop()].size if len(found) == 1 else None

    def _in_order(self, figures: Sequence[Figure]) -> list[tuple[Figure, Size]]:
        """Figures side by side, one for each arm, in the order in which the sentence or the paper names these."""
        sentence = figures[0].sentence
        gaps = [sentence.between(one.percent, other.count) for one, other in itertools.pairwise(figures)]
        if len(figures) > _MOST_IN_ORDER or not all(_PAIRED.fullmatch(gap) for gap in gaps):
            return []
        versus = len(figures) == 2 and "and" not in gaps[0]
        if not versus and not _RESPECTIVELY.match(sentence.after(figures[-1].percent, 110)):
            return []
        mentioned = [match.group() for match in self.pattern.finditer(sentence.low)] if self.pattern else []
        order = list(dict.fromkeys(mentioned))
        if len(order) == len(figures):
            return [(figure, self.arms[word].size) for figure, word in zip(figures, order, strict=True)]
        if self.each is not None:
            return [(figure, self.each) for figure in figures]
        sizes = {arm.size.value: arm.size for arm in self.arms.values()}
        if len(self.arms) == len(figures) and not order and (len(sizes) == 1 or not versus):
            return [(figure, arm.size) for figure, arm in zip(figures, self.arms.values(), strict=True)]
        return []

    def _lists(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Lists whose percentages make 100, or that of those they are part of, or whose counts make a size."""
        sentence = figures[0].sentence
        own = {figure.percent.start for figure in figures}
        others = (other for other in self._with_totals(sentence) if other.percent.start not in own)
        listed = sorted([*figures, *others], key=lambda figure: figure.count.start)
        # Of each size, where it is first stated.
        stated = {size.value: size for size in self.populations.just_before(sentence, sentence.end)}
        for first in range(min(len(listed), _MOST_FIGURES) - 1):
            for last in range(first + 1, min(len(listed), first + 8)):
                members = listed[first : last + 1]
                size = self._whole(members, stated)
                if size is not None:
                    for member in members:
                        yield member, Scope(size, firm=True, complete=True)

    def _with_totals(self, sentence: Sentence) -> Iterator[Figure]:
        """The figures of a sentence that print their own total."""
        for token in sentence.tokens:
            number, total = sentence.page.shares.get(token.start, (None, None))
            if number is None or total is None or not sentence.start <= total.start < sentence.end:
                continue
            size = self.populations.by_token.get(total.start)
            if size is not None and size.value == total.value and total.start < token.start + 60:
                yield Figure(sentence, number, token, size)

    def _whole(self, members: Sequence[Figure], stated: dict[int, Size]) -> Size | None:
        """The size of a list of which at least one figure fits it and counts or percentages leave nobody out."""
        if any(member.percent.comparator != "=" for member in members):
            return None
        sentence = members[0].sentence
        for one, other in itertools.pairwise(members):
            between = sentence.between(one.percent, other.count)
            if not _LISTED.fullmatch(between) or _NESTING.search(between) or OF_OTHERS.match(between):
                return None
        place = unit(*(member.percent for member in members))
        rounding = place * ((len(members) - 1) // 2) + SLACK
        percents = sum(member.percent.value for member in members)
        hundred = abs(percents - 100) <= rounding
        together = int(sum(member.count.value for member in members))
        own = {member.size.value: member.size for member in members if member.size and member.size.rank == STATED}
        whole = own.get(together) or _before(stated.get(together), members[0])
        if whole is not None:
            fitting = sum(member.makes(together) for member in members)
            return whole if hundred or fitting >= len(members) - 1 else None
        size = members[0].size or members[1].size
        if size is None or (size.value not in own and _before(stated.get(size.value), members[0]) is None):
            return None
        if sum(not member.makes(size.value) for member in members) != 1:
            return None
        return size if hundred or (place < 1 and _is_printed(sentence, percents, rounding, members)) else None

    def _sized(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Figures right behind the size of their group: ``in the second cohort (n = 50), 20 (40%) died``."""
        for figure in figures:
            sentence = figure.sentence
            before = sentence.before(figure.count, 90)
            found = _SIZED.search(before)
            if found is None:
                continue
            start = figure.count.start - len(before) + found.start("n")
            for size in self.populations.inside(sentence, figure.count.start):
                if size.rank == GROUP and size.token.start == start:
                    yield figure, Scope(size)

    def _things(self, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Scope]]:
        """Figures of things that are not people, where the paper counts them once: ``45 (60%) eyes``."""
        for figure in figures:
            found = _THINGS.match(figure.sentence.after(figure.percent, 40)) or _THINGS_INSIDE.match(
                figure.sentence.after(figure.count, 40)
            )
            if found is None or _OF_BEFORE.search(figure.sentence.before(figure.count, 12)):
                continue
            sizes = {
                size.value: size for size in self.populations.sizes if size.rank <= PEOPLE and self._is(size, found[1])
            }
            if len(sizes) == 1:
                yield figure, Scope(next(iter(sizes.values())))

    def _is(self, size: Size, thing: str) -> bool:
        return re.compile(rf" {thing}(?! \()").match(self.populations.page.low, size.token.end) is not None


def _before(size: Size | None, figure: Figure) -> Size | None:
    """A size where it stands in front of a figure."""
    return size if size is not None and size.token.start < figure.count.start else None


def _is_printed(sentence: Sentence, percent: float, rounding: float, members: Sequence[Figure]) -> bool:
    """Whether a sentence has a percentage besides those of its list."""
    own = {member.percent.start for member in members}
    near = (token for token in sentence.tokens[:_MOST_NUMBERS] if token.percent and token.start not in own)
    return any(abs(token.value - percent) <= rounding for token in near)


def _group(words: str) -> bool:
    """Whether words name a group that was treated somehow."""
    return re.search(r"\b(?:group|arm)\b", words) is not None
