"""The shares that a sentence prints side by side: counts of a total, or percentages of groups of known size."""

import re

import msgspec

from checker.extract import phrases
from checker.extract.arithmetic import fits
from checker.extract.drafts import count, reported
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Sentence
from checker.kinds import Group

# Pairs of whole numbers that are no count of a total.
_NO_SHARE = re.compile(
    r"score|scale|apgar|\bratios?\b|m[:/]f\b|males?[/:]|men[/:]|female|acuity|vision|mmhg|blood pressure|titer|titre|"
    r"dilution|median|mean|per (?:year|1|patient)|person|events? per|/1000|days? of"
)
_SCORES = 10
# From a count to its percentage: ``355 [29.7%]``.
_OPEN = re.compile(r"(?: [a-z]{3,20}){0,2} ?\( ?")


class Share(msgspec.Struct):
    """A count of a total, or a percentage, with its first and last position among the sentence's numbers."""

    first: int
    last: int
    count: Token | None
    total: Token | None
    percent: Token | None
    of: str | None = None

    @property
    def figures(self) -> list[Token]:
        """Its numbers as printed, in the order of the text."""
        found = [figure for figure in (self.count, self.total, self.percent) if figure is not None]
        return sorted(found, key=lambda figure: figure.start)

    @property
    def counted(self) -> bool:
        """Whether its count and total are known."""
        return self.count is not None and self.total is not None

    @property
    def sized(self) -> bool:
        """Whether it tells how many of how many, if only within the rounding of a percentage."""
        return self.counted or (self.percent is not None and self.of is not None)

    def group(self) -> Group:
        """The group that it is a share of."""
        if self.count is not None and self.total is not None:
            return Group(count=count(self.count), total=count(self.total))
        return Group(percent=reported(self.percent), of=self.of)


# Behind a percentage that is no share of a group.
_OTHERWISE = re.compile(
    r" (?:or (?:more|greater|less|higher|lower|better)|reduc|increas|decreas|improv|declin|change|loss|gain|power|"
    r"ci\b|c\.i|conf|level|relative|absolute|risk|difference)"
)


# Between the limits of an interval or range.
_LIMIT_BEHIND = re.compile(r" ?(?:-{1,2}|to) ?[0-9]")
_LIMIT_BEFORE = re.compile(r"[0-9] ?%? ?(?:-{1,2}|to) ?$")
# A bracket that holds two limits and nothing else: ``(22-48%)``.
_UPPER_BEHIND = re.compile(r" ?%? ?(?:-{1,2}|to) ?[0-9.]{1,6} ?%? ?\)")
_LOWER_BEFORE = re.compile(r"\( ?[0-9.]{1,6} ?%? ?(?:-{1,2}|to) ?$")
_CLOSING = re.compile(r" ?%? ?\)")
_THRESHOLD = re.compile(r" or (?:more|less|few|great|high|low)")
# Round a number in brackets that hold no share: ``(35 to 45 torr)``.
_ASIDE_BEFORE = re.compile(r"\([^()%/]{0,59}$")
_ASIDE_BEHIND = re.compile(r"[^()%/]{0,39}\)")


def shares(sentence: Sentence) -> list[Share]:
    """The shares of a sentence in the order of the text."""
    page, tokens = sentence.page, sentence.tokens
    position = {token.start: index for index, token in enumerate(tokens)}
    taken: set[int] = set()
    found: list[Share] = []
    for index, token in enumerate(tokens):
        known = page.shares.get(token.start)
        if known is None:
            continue
        own = [index, *(at for figure in known if abs((at := position.get(figure.start, -9)) - index) <= 2)]
        taken.update(own)
        found.append(Share(min(own), max(own), *known, token))
    for index in range(len(tokens) - 1):
        if index not in taken and index + 1 not in taken and _is_pair(sentence, index):
            taken.update((index, index + 1))
            found.append(Share(index, index + 1, tokens[index], tokens[index + 1], None))
    for index, token in enumerate(tokens):
        if index not in taken and token.percent and _is_share(sentence, token):
            begin = index - 1 if index and index - 1 not in taken and _is_count(sentence, index - 1) else index
            found.append(Share(begin, index, None, None, token, page.of.get(token.start)))
    found.sort(key=lambda share: share.first)
    return _merged(found)


def beside(sentence: Sentence, figure: Token, until: int) -> bool:
    """Whether a number between shares belongs to none: a limit of an interval, a threshold, or an aside.

    An aside stands in brackets that close before ``until``.
    """
    if figure.comparator in ("<", ">", "≤", "≥") or _THRESHOLD.match(sentence.after(figure, 10)):
        return not is_p(sentence, figure)
    if re.search(r"\bci\b|confidence", sentence.before(figure, 50)):
        return True
    before, after = sentence.before(figure, 24), sentence.after(figure, 24)
    if (before.endswith("(") and _UPPER_BEHIND.match(after)) or (
        _LOWER_BEFORE.search(before) and _CLOSING.match(after)
    ):
        return True
    closing = _ASIDE_BEHIND.match(sentence.after(figure, 40))
    if closing is None or figure.end + closing.end() > until:
        return False
    return _ASIDE_BEFORE.search(sentence.before(figure, 60)) is not None


def _is_share(sentence: Sentence, token: Token) -> bool:
    """Whether a percentage alone may be a share."""
    if token.comparator != "=" or not 0 <= token.value <= 100:
        return False
    before, after = sentence.before(token, 6), sentence.after(token, 16)
    if _OTHERWISE.match(after) or _LIMIT_BEHIND.match(after) or before.endswith((" by ", "±", "± ")):
        return False
    return _LIMIT_BEFORE.search(before) is None


def _is_count(sentence: Sentence, index: int) -> bool:
    """Whether a number is the count of the percentage behind it, of a total that is not known."""
    return sentence.tokens[index].countable and _OPEN.fullmatch(sentence.gap(index)) is not None


def _is_pair(sentence: Sentence, index: int) -> bool:
    """``12/60`` and ``12 of the 60 patients``, where the words around speak of no score or ratio."""
    one, other = sentence.tokens[index : index + 2]
    gap = sentence.gap(index)
    if not (one.countable and other.countable) or one.start in sentence.page.used or other.start in sentence.page.used:
        return False
    if gap == " in " or not phrases.OF_GAP.fullmatch(gap) or not one.value <= other.value or other.value < 2:
        return False
    if one.comparator != "=" or other.comparator != "=" or sentence.after(other, 2).startswith(("/", "-")):
        return False
    if sentence.before(one, 1) in ("/", "-"):
        return False
    return other.value > _SCORES or not _NO_SHARE.search(sentence.low)


def _merged(found: list[Share]) -> list[Share]:
    """The shares, where counts and their percentages stand in two lists: ``12/60 and 20/58 (20% and 34%)``."""
    result: list[Share] = []
    index = 0
    while index < len(found):
        four = found[index : index + 4]
        pairs, percents = four[:2], four[2:]
        if len(four) == 4 and all(_same(pair, percent) for pair, percent in zip(pairs, percents, strict=True)):
            one, other = (
                msgspec.structs.replace(pair, percent=percent.percent)
                for pair, percent in zip(pairs, percents, strict=True)
            )
            result += (one, msgspec.structs.replace(other, last=percents[1].last))
            index += 4
        else:
            result.append(found[index])
            index += 1
    return result


def _same(pair: Share, percent: Share) -> bool:
    return (
        pair.count is not None
        and pair.total is not None
        and pair.percent is None
        and percent.percent is not None
        and not percent.counted
        and fits(pair.count.value, pair.total.value, percent.percent)
    )
