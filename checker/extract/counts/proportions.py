"""Counts of a total with their percentage, where one sentence prints all three.

``n/N (p%)``, ``n of the N X (p%)``, ``p% (n/N)``, ``n (p%) of N``, and their lists.
"""

import re

from checker.extract import phrases
from checker.extract.arithmetic import fits
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion

# Visual acuity is printed like a proportion: 20/40 or better.
_ACUITY = re.compile(r"acuit|vision|visual|snellen|or better|or worse|corrected to")
# An acronym in front of two small numbers names something: HPV 16/18, CDK 4/6.
_ACRONYM = re.compile(r"(?:^|[ (,-])(?:[A-Z]{2,6}|[a-z]{0,2}[A-Z]{2,5}-?) $")
_GRADED = re.compile(
    r"(?:grades?|stages?|types?|class|classes|phase|scores?|gleason|nyha|asa|mmhg|pressures?|ratio)[ :=]{0,3}(?:of )?$"
)
# Behind ``n/N (p%``, the percentage may turn out to measure something else.
_OTHER_MEASURE = re.compile(
    r"[ ]?(?:sensitiv|specific|accura|increase|decrease|reduc|declin|improve|change|agree|conf|c\.?i\b|power|level|"
    r"of (?!the |all |total|patients|cases|subjects|women|men|children|participants))"
)
# ``12 of 60 (25% in women, 15% in men)``: the percentages split the bracket.
_SPLIT_BY_GROUP = re.compile(r" (?:in|for|among|of|with) [^();%]{1,40}?(?:,|;| and| vs\.?| versus)(?: and)? ")
_OF_INSIDE = re.compile(rf" of (?:(?:{phrases.ADJECTIVES}) ){{1,3}}")
_BRACKET = re.compile(r" ?\( ?(?:n ?= ?)?")
# What a bracketed pair says of other people than the percentage in front of it counts.
_VERB = re.compile(r"[^();]{0,40}\b(?:were|was|had|did|have|has|are|is|died|not)\b")


class Pair:
    """A count and its total: ``12/60``, ``12 of the 60 patients``."""

    __slots__ = ("count", "first", "inside", "last", "slash", "total")

    def __init__(self, sentence: Sentence, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.count = sentence.tokens[first]
        self.total = sentence.tokens[last]
        self.slash = "/" in sentence.between(self.count, self.total)
        self.inside = sentence.before(self.count, 40).rstrip(" n=").endswith("(")


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every count, total and percentage printed together."""
    weighted = page.says(phrases.WEIGHTED)
    for sentence in page.sentences:
        if len(sentence.tokens) >= 3:
            _Reader(sentence, drafts, weighted).read()


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, sentence: Sentence, drafts: Drafts, weighted: bool) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.drafts = drafts
        self.weighted = weighted
        self.used = sentence.page.used
        # The order of percentage and counts inside brackets, once one bracket has shown it.
        self.pair_first = self.percent_first = False
        self.gaps = [sentence.gap(index) for index in range(len(self.tokens) - 1)]

    def read(self) -> None:
        if not any(token.unit == "%" for token in self.tokens):
            return
        pairs = self._pairs()
        if pairs:
            self._lists(pairs)
            for pair in pairs:
                if pair.count.start not in self.used:
                    self._beside(pair)
        self._split()

    def _pairs(self) -> list[Pair]:
        pairs = []
        index = 0
        while index < len(self.tokens) - 1:
            one, other = self.tokens[index], self.tokens[index + 1]
            if (
                one.countable
                and other.countable
                and other.value >= 1
                and one.start not in self.used
                and other.start not in self.used
                and phrases.OF_GAP.fullmatch(self.gaps[index])
                and self._is_pair(index)
            ):
                pairs.append(Pair(self.sentence, index, index + 1))
                index += 1
            index += 1
        return pairs

    def _is_pair(self, index: int) -> bool:
        """Whether two whole numbers with a slash or ``of`` between are a count and a total."""
        one, other, gap = self.tokens[index], self.tokens[index + 1], self.gaps[index]
        if "/" not in gap:
            return gap != " in " or other.value > one.value
        before, after = self.sentence.before(one), self.sentence.after(other, 20)
        if after.startswith("/") or before.endswith("/"):
            return False
        if one.value == 20 and _ACUITY.search(self.sentence.low):
            return False
        return not _GRADED.search(before)

    def _lists(self, pairs: list[Pair]) -> None:
        """``30% and 44% (12/39 and 17/39)``, and the counts before the percentages."""
        index = 0
        while index < len(pairs):
            run = [pairs[index]]
            while (
                index + 1 < len(pairs)
                and pairs[index + 1].first == run[-1].last + 1
                and phrases.AND.fullmatch(self.gaps[run[-1].last])
            ):
                index += 1
                run.append(pairs[index])
            index += 1
            if len(run) > 1:
                self._assign(run)

    def _assign(self, run: list[Pair]) -> None:
        size = len(run)
        first, last = run[0].first, run[-1].last
        after = self._percents(last + 1, size)
        if after and phrases.TO_PERCENT.fullmatch(self.gaps[last]):
            matched = after
        else:
            before = self._percents(first - size, size)
            if not before or not phrases.TO_COUNT.fullmatch(self.gaps[first - 1]):
                if run[0].inside or (first and phrases.TO_COUNT.fullmatch(self.gaps[first - 1])):
                    # Several counts behind one percentage: which of them it is made of, no one can tell.
                    for pair in run:
                        self.used.add(pair.count.start)
                return
            matched = before
        for pair, percent in zip(run, matched, strict=True):
            self._add(pair.count, pair.total, percent, suspicious=False)

    def _percents(self, start: int, size: int) -> list[Token]:
        """A list of exactly so many percentages beginning at a number; empty where there is none."""
        if start < 0 or start + size > len(self.tokens):
            return []
        members = self.tokens[start : start + size]
        if not all(member.percent and member.start not in self.used for member in members):
            return []
        joined = all(phrases.AND.fullmatch(self.gaps[start + step]) for step in range(size - 1))
        preceded = start > 0 and self.tokens[start - 1].percent and phrases.AND.fullmatch(self.gaps[start - 1])
        return members if joined and not preceded else []

    def _beside(self, pair: Pair) -> None:
        """The percentage behind a pair, or else the one in front of it."""
        percent = self._behind(pair) or self._before(pair)
        if percent is not None:
            before = percent.start < pair.count.start
            self._add(pair.count, pair.total, percent, suspicious=self._suspicious(pair, before))

    def _behind(self, pair: Pair) -> Token | None:
        at = pair.last + 1
        if at >= len(self.tokens) or not self.tokens[at].percent or self.tokens[at].start in self.used:
            return None
        percent = self.tokens[at]
        gap = self.gaps[pair.last]
        following = self.sentence.after(percent, 40)
        if phrases.TO_PERCENT_INSIDE.fullmatch(gap) and not _OTHER_MEASURE.match(following):
            # Right behind an opening bracket the pair comes first, and so it does in the next bracket or clause.
            if pair.inside or self.pair_first:
                self.pair_first = True
                return percent
            return percent if following.lstrip().startswith(")") else None
        if not phrases.TO_PERCENT.fullmatch(gap) or _OTHER_MEASURE.match(following):
            return None
        if not phrases.CLOSED.match(following):
            return None
        if (
            at + 1 < len(self.tokens)
            and self.tokens[at + 1].percent
            and (phrases.AND.fullmatch(self.gaps[at]) or _SPLIT_BY_GROUP.fullmatch(self.gaps[at]))
        ):
            # A list of percentages behind one pair.
            return None
        if self._is_range(at):
            return None
        return percent

    def _before(self, pair: Pair) -> Token | None:
        at = pair.first - 1
        if at < 0 or not self.tokens[at].percent or self.tokens[at].start in self.used:
            return None
        percent, gap = self.tokens[at], self.gaps[at]
        fitting = phrases.TO_COUNT.fullmatch(gap)
        if not fitting and (self.percent_first or self.sentence.before(percent, 12).rstrip().endswith("(")):
            fitting = phrases.TO_COUNT_INSIDE.fullmatch(gap)
            self.percent_first = self.percent_first or fitting is not None
        if not fitting or self._is_range(at):
            return None
        following = self.sentence.after(pair.total, 4)
        if following.startswith((" +", "+", " =", "=")):
            return None
        if at and phrases.AND.fullmatch(self.gaps[at - 1]) and self.tokens[at - 1].percent and not self._own(at - 1):
            # The last of a list of percentages in front of one pair.
            between = self.gaps[at - 1]
            if "vs" in between or "and" in between or "," in between:
                return percent if self._alone(pair) and fits(pair.count.value, pair.total.value, percent) else None
        return percent

    def _own(self, at: int) -> bool:
        return self.tokens[at].start in self.used

    def _alone(self, pair: Pair) -> bool:
        return self.sentence.after(pair.total, 80).lstrip().startswith(")") or not pair.inside

    def _is_range(self, at: int) -> bool:
        """Whether the percentage is an end of a range."""
        gaps = (self.gaps[at - 1] if at else "", self.gaps[at] if at < len(self.gaps) else "")
        return any(gap.strip() in ("-", "to", "~") for gap in gaps)

    def _split(self) -> None:
        """The total at the end: ``5 (25%) of 20``, ``25% (5) of 20``, ``5 (25% of the 20 patients)``."""
        for index in range(len(self.tokens) - 2):
            three = self.tokens[index : index + 3]
            total = three[2]
            if not total.countable or total.value < 1 or any(token.start in self.used for token in three):
                continue
            one, percent = three[:2] if three[1].percent else (three[1], three[0])
            if not one.countable or not percent.percent:
                continue
            first, second = self.gaps[index], self.gaps[index + 1]
            if one is three[0]:
                closed = phrases.OF_BEHIND.fullmatch(second) or _OF_INSIDE.fullmatch(second)
                if not closed or not phrases.TO_PERCENT.fullmatch(first):
                    continue
            elif not phrases.OF_BEHIND.fullmatch(second) or not _BRACKET.fullmatch(first):
                continue
            if index and self.tokens[index - 1].countable and phrases.OF_GAP.fullmatch(self.gaps[index - 1]):
                continue
            previous = self.tokens[index - 1] if index else None
            if (
                previous is not None
                and previous.countable
                and not fits(one.value, total.value, percent)
                and fits(previous.value + one.value, total.value, percent)
            ):
                # ``1019 male and 1395 female (62.9%) out of 3838``: the percentage counts both.
                continue
            self._add(one, total, percent, suspicious=self._year_like(total))

    def _suspicious(self, pair: Pair, before: bool) -> bool:
        """Whether the pair may be something else, so that only arithmetic can show that it is a share.

        A name (HPV 16/18), a dilution (1/200000), a year (``40% of the 1985 sample``), other people.
        """
        total = pair.total
        if self._year_like(total):
            return True
        if before and _VERB.match(self.sentence.after(total, 60)):
            return True
        if not pair.slash:
            return False
        if before and pair.count.value == 1 and total.value >= 1000:
            return True
        start = pair.count.start
        return total.value <= 60 and bool(_ACRONYM.search(self.sentence.page.norm[max(0, start - 12) : start]))

    def _year_like(self, total: Token) -> bool:
        """``40% of the 1985 sample``."""
        if not (total.literal.isdigit() and 1900 <= total.value <= 2035):
            return False
        return self.sentence.before(total, 5) == " the "

    def _add(self, number: Token, total: Token, percent: Token, suspicious: bool) -> None:
        if number.comparator != "=" or total.comparator not in ("=", "~"):
            return
        if not fits(number.value, total.value, percent):
            if suspicious or self.weighted or percent.value > 100:
                return
            first, last = min(number.start, percent.start), max(total.end, percent.end)
            around = self.sentence.page.low[max(self.sentence.start, first - 40) : min(self.sentence.end, last + 20)]
            if phrases.MODELLED.search(around):
                return
        self.used.update((number.start, total.start, percent.start))
        self.sentence.page.shares[percent.start] = (number, total)
        self.drafts.add(
            Proportion,
            self.sentence,
            [number, total, percent],
            count=count(number),
            total=count(total),
            percent=reported(percent),
        )
