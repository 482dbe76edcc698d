"""The shares that a sentence prints side by side: counts of a total, or percentages of groups of known size."""

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from checker.extraction.drafts import count, reported
from checker.extraction.grammar import matches
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.printed import Figure
from checker.extraction.sentences import Sentence
from checker.extraction.surfaces import pairs
from checker.kinds import Group

# From a count to its percentage: ``355 [29.7%]``.
_OPEN = re.compile(r"(?: [a-z]{3,20}){0,2} ?\( ?")
# Round a percentage that is no share of a group: a change, a limit, a threshold.
_OTHERWISE = re.compile(
    r" (?:or (?:more|greater|less|higher|lower|better)|reduc|increas|decreas|improv|declin|change|loss|gain|power|"
    r"ci\b|c\.i|conf|level|relative|absolute|risk|difference)| ?(?:-{1,2}|to) ?[0-9]"
)
_BY = re.compile(
    r"(?: by |± ?|[0-9] ?%? ?(?:-{1,2}|to) ?|(?:increase|decrease|reduction|difference|change|improvement)s?(?: of)? )$"
)
_THRESHOLD = re.compile(r" or (?:more|less|few|great|high|low)")
# Round a number in brackets that hold no share: ``(35 to 45 torr)``.
_ASIDE_BEFORE = re.compile(r"\([^()%/]{0,59}$")
_ASIDE_BEHIND = re.compile(r"[^()%/]{0,39}\)")
# One group's share has the event, the other's has it not.
OPPOSITE = re.compile(r"\b(?:show(?:ed|ing)|had|having|reported|experienced) no\b")
# Behind a p, what it is of where that is not the shares in front of it.
OF_OTHERS = re.compile(
    r"[^.;()]{0,20}\b(?:between (?!groups|the (?:two )?groups|both)|for (?!the (?:overall )?(?:comp|diff)|diff)|"
    r"vs\b|versus|than)"
)
# Among figures, from a percentage to its count and total.
_NEAR = 2
_AGAINST = 15


class Share(msgspec.Struct, frozen=True):
    """A count of a total, or a percentage.

    Attributes:
        first, last: the positions of its first and last number among the figures of the sentence.
        start, end: where it begins and ends, its interval included.
        of: the population of a percentage alone, where it is known.
    """

    first: int
    last: int
    start: int
    end: int
    count: Token | None = None
    total: Token | None = None
    percent: Token | None = None
    of: str | None = None

    @property
    def figures(self) -> list[Token]:
        """Its numbers as printed, in the order of the text."""
        found = [figure for figure in (self.count, self.total, self.percent) if figure is not None]
        return sorted(found, key=lambda figure: figure.start)

    @property
    def sized(self) -> bool:
        """Whether it tells how many of how many, if only within the rounding of a percentage."""
        return self.total is not None or self.of is not None

    def group(self) -> Group:
        """The group that it is a share of."""
        if self.count is not None and self.total is not None:
            return Group(count=count(self.count), total=count(self.total))
        return Group(percent=reported(self.percent), of=self.of)


def shares(sentence: Sentence) -> list[Share]:
    """The shares of a sentence in the order of the text."""
    figures = sentence.printed.figures
    totals = {match.one("count").start: match.one("total") for match in matches(pairs.READINGS, sentence.outline)}
    found: list[Share] = []
    for at, figure in enumerate(figures):
        last = found[-1].last if found else -1
        if at <= last or figure.value.start in sentence.printed.ps:
            continue
        value, following = figure.value, figures[at + 1].value if at + 1 < len(figures) else None
        if value.percent:
            found += _percentage(sentence, figures, at, last)
        elif totals.get(value.start, value) is following and not figure.limits:
            found.append(_share(figures, [at, at + 1], value, following))
    return _merged(sentence, found)


def _percentage(sentence: Sentence, figures: Sequence[Figure], at: int, last: int) -> Iterable[Share]:
    """A percentage with its count and total, wherever these stand, or alone."""
    figure = figures[at]
    percent = figure.value
    if figure.total is not None:
        yield _share(figures, [at], figure.count, figure.total, percent)
        return
    people = sentence.page.once(People)
    share = people.share(percent)
    known = share.pair if share is not None else None
    if known is not None:
        around = range(max(last + 1, at - _NEAR), min(len(figures), at + _NEAR + 1))
        own = [position for position in around if position == at or figures[position].value in known]
        yield _share(figures, own, *known, percent)
        return
    if percent.comparator != "=" or not 0 <= percent.value <= 100:
        return
    if not _OTHERWISE.match(sentence.after(percent, 16)) and not _BY.search(sentence.before(percent, 20)):
        front = figures[at - 1].value if at - 1 > last else None
        opened = front is not None and front.countable and _OPEN.fullmatch(sentence.between(front, percent))
        own = [at - 1, at] if opened else [at]
        group = share.group if share is not None and share.count is None else None
        yield _share(figures, own, None, None, percent, people.declare(group) if group is not None else None)


def _share(
    figures: Sequence[Figure],
    own: Sequence[int],
    number: Token | None,
    total: Token | None,
    percent: Token | None = None,
    of: str | None = None,
) -> Share:
    held = [token for at in own for token in figures[at].tokens if token is not figures[at].p]
    return Share(own[0], own[-1], held[0].start, held[-1].end, number, total, percent, of)


def _merged(sentence: Sentence, found: list[Share]) -> list[Share]:
    """The shares, where two counts stand in front of a bracket with their percentages: ``... (20% and 34%)``."""
    for at in range(len(found) - 3):
        one, other, *percents = found[at : at + 4]
        counts = one.percent is None and other.percent is None and not any(share.total for share in percents)
        if counts and gap(sentence, other, percents[0]).endswith("("):
            one = msgspec.structs.replace(one, percent=percents[0].percent)
            other = msgspec.structs.replace(
                other, percent=percents[1].percent, last=percents[1].last, end=percents[1].end
            )
            return [*found[:at], one, other, *_merged(sentence, found[at + 4 :])]
    return found


def gap(sentence: Sentence, one: Share, other: Share) -> str:
    """What stands between two shares."""
    return sentence.page.low[one.end : other.start]


def of_one(sentence: Sentence, one: Share, other: Share) -> bool:
    """Whether two shares are of one group of people, as far as their totals tell."""
    if one.of is not None or other.of is not None:
        # Two right against each other (``35% vs 15%``) are of two groups, though their sizes may be equal.
        return one.of == other.of and len(gap(sentence, one, other)) > _AGAINST
    return one.total is not None and one.total is other.total


def clear(sentence: Sentence, between: Iterable[int], until: int, passed: Collection[int] = ()) -> bool:
    """Whether figures between others are in passing: thresholds, asides in brackets that close before ``until``.

    ``passed``: where figures begin that may stand there.
    """
    figures = (sentence.printed.figures[at].value for at in between)
    return all(value.start in passed or _is_in_passing(sentence, value, until) for value in figures)


def _is_in_passing(sentence: Sentence, value: Token, until: int) -> bool:
    if value.start in sentence.printed.ps:
        return False
    if value.comparator in ("<", ">", "≤", "≥") or _THRESHOLD.match(sentence.after(value, 10)):
        return True
    closing = _ASIDE_BEHIND.match(sentence.after(value, 40))
    closes = closing is not None and value.end + closing.end() <= until
    return closes and _ASIDE_BEFORE.search(sentence.before(value, 60)) is not None
