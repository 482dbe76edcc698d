"""Of whom each share of a paper is, for all who ask: the claims of shares, comparisons, effects."""

from collections.abc import Iterator

import msgspec

from checker.extraction import phrases
from checker.extraction.arithmetic import nearly, possible
from checker.extraction.numbers import Token
from checker.extraction.people.alone import alone
from checker.extraction.people.counted import Figure, placed
from checker.extraction.people.groups import Group
from checker.extraction.people.resolving import Resolver
from checker.extraction.printed import Figure as Printed
from checker.extraction.sentences import Sentence
from checker.model import Certainty

# How shares are printed: with count and total, with the count only, alone.
WHOLE, COUNTED, ALONE = "n/N (p%)", "n (p%)", "p%"
_NEAR, _JUST_BEHIND = 40, 20


class Share(msgspec.Struct, frozen=True):
    """A share of people, or of things.

    Attributes:
        sentence: where it stands.
        percent: as printed.
        count: how many, if that is printed.
        total: of how many, where that is printed with them.
        group: of whom, where it is not.
        alternatives: others who may be meant, of whom it would be a share too.
        certainty, why: how this is known.
        reading: the name of the way in which it is printed.
        people: the words or the arithmetic that found the group.
    """

    sentence: Sentence
    percent: Token
    count: Token | None = None
    total: Token | None = None
    group: Group | None = None
    alternatives: tuple[Group, ...] = ()
    certainty: Certainty = Certainty.PRINTED
    why: str = ""
    reading: str = ""
    people: str = ""

    @property
    def size(self) -> Token | None:
        """The number of all, wherever it is printed."""
        if self.total is not None or self.group is None:
            return self.total
        return self.group.token if self.group.size == self.group.token.value else None

    @property
    def pair(self) -> tuple[Token, Token] | None:
        """Count and total, unless these are guessed and do not even make the percentage."""
        total = self.size
        if self.count is None or total is None:
            return None
        guessed = self.certainty is Certainty.GUESSED
        agrees = Figure(self.sentence, self.count, self.percent).makes(int(total.value))
        return (self.count, total) if agrees or not guessed else None


def shares(resolver: Resolver) -> Iterator[Share]:
    """The shares of a paper in the order of its sentences."""
    people = resolver.people
    for sentence in people.page.sentences:
        if not any(token.percent for token in sentence.tokens):
            continue
        for figure in sentence.printed.figures:
            number, total, percent = figure.count, figure.total, figure.value
            if number is not None and total is not None and _is_plain(number, total, percent):
                certainty, why = _printed(sentence, figure)
                yield Share(
                    sentence, percent, number, total, certainty=certainty, why=why, reading=WHOLE,
                )  # fmt: skip
        for each in people.of(sentence):
            if each.total is None and each.percent.value <= 100:
                yield _counted(resolver, each)
        if not people.page.says(phrases.WEIGHTED):
            yield from _alone(resolver, sentence)


def _counted(resolver: Resolver, figure: Figure) -> Share:
    """A count and its percentage, of the group that words name; of nobody where that would be no more than a guess."""
    share = Share(
        figure.sentence, figure.percent, figure.count, why="count and percentage are printed together", reading=COUNTED
    )
    found = resolver.resolve(figure)
    if found is None or figure.count is None:
        return share
    cut_off = figure.sharp and nearly(figure.count.value, found.group.size, figure.percent)
    if not (found.agrees or found.close or found.certainty != "guessed" or cut_off):
        return share
    certainty, why, group = Certainty(found.certainty), found.why, found.group
    alternatives: tuple[Group, ...] = ()
    if not found.agrees:
        fitting = tuple(other for other in found.alternatives if figure.makes(other.size))
        if figure.percent.start < figure.count.start:
            near = nearly(figure.count.value, group.size, figure.percent)
            if not fitting and (
                possible(figure.percent, int(figure.count.value)) or not (near or _is_form(resolver, figure, group))
            ):
                # ``70% (n = 30)``: as well 21 of 30; ``35% (n = 3)``: as well a limit that 3 are beyond.
                return share
            certainty, why = Certainty.GUESSED, "the number behind the percentage may be that of those it is of"
        if certainty is Certainty.GUESSED and found.close:
            alternatives = fitting
        elif certainty is Certainty.GUESSED and fitting:
            # Words that are far away bind less than a size that makes the percentage.
            group = fitting[0]
    named = certainty is not Certainty.GUESSED or not resolver.people.page.says(phrases.WEIGHTED)
    return msgspec.structs.replace(
        share, group=group if named else None, alternatives=alternatives, certainty=certainty, why=why,
        people=found.binding,
    )  # fmt: skip


def _is_form(resolver: Resolver, figure: Figure, group: Group) -> bool:
    """Whether another figure of the sentence has its count behind its percentage, and agrees with the group."""
    return any(
        other.key != figure.key
        and other.count is not None
        and other.percent.start < other.count.start
        and other.makes(group.size)
        for other in resolver.people.of(figure.sentence)
    )


def _alone(resolver: Resolver, sentence: Sentence) -> Iterator[Share]:
    """Percentages without a count, of a group that the words name, or of all, where their list is."""
    asked = [(token, resolver.resolve(placed(sentence, None, token))) for token in alone(resolver.people, sentence)]
    named = {found.binding for _, found in asked if found is not None and found.certainty == "named"}
    for token, found in asked:
        if found is None or not (found.close or found.certainty == "implied"):
            continue
        # Words may speak of no share at all: a percentage that no count of the group makes is held against it only
        # where another of the sentence, which the same words bind, shows that they are shares of people.
        fitting = () if found.agrees else tuple(each for each in found.alternatives if possible(token, each.size))
        shown = found.certainty == "implied" or (token.decimals and found.binding in named)
        if found.agrees or shown or fitting:
            yield Share(
                sentence, token, group=found.group, alternatives=fitting, certainty=Certainty(found.certainty),
                why=found.why, reading=ALONE, people=found.binding,
            )  # fmt: skip


def _is_plain(number: Token, total: Token, percent: Token) -> bool:
    """Whether count and total are no bounds, and the percentage may be that of a count."""
    return number.comparator == "=" and total.comparator in ("=", "~") and percent.value <= 100


def _printed(sentence: Sentence, figure: Printed) -> tuple[Certainty, str]:
    """Printed, unless words say that the percentage is no plain share of the count."""
    if figure.doubt is not None:
        return Certainty.GUESSED, figure.doubt
    if sentence.page.says(phrases.WEIGHTED):
        return Certainty.GUESSED, "the paper weights its percentages"
    tokens = figure.tokens
    around = sentence.page.low[
        max(sentence.start, tokens[0].start - _NEAR) : min(sentence.end, tokens[-1].end + _JUST_BEHIND)
    ]
    if phrases.MODELLED.search(around):
        return Certainty.GUESSED, "the percentage may come from a model, or be over time"
    return Certainty.PRINTED, "count, total and percentage are printed together"
