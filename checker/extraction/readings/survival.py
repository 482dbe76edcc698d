"""Survival and cumulative incidence at a time, with the confidence interval or with the group they are of."""

import re
from collections.abc import Iterator, Sequence

from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import ANY, characters
from checker.extraction.people import Group, People
from checker.extraction.percentages import CURVES, Rate, at_a_time, rates, side_by_side
from checker.extraction.proposals import Proposal
from checker.extraction.quantity_names import may_be_survival
from checker.extraction.readings.rates import is_whole
from checker.extraction.sentences import Page, Sentence
from checker.extraction.times import only_time, several
from checker.kinds import SurvivalInterval
from checker.model import Certainty, Reported

# The names of its claims, of whose figures no one shape tells.
_NAME = "survival with its interval"
MAKES = (_NAME,)
_PLANNED = re.compile(r"power|assum|expected|hypothesi|detect")
_LISTED = re.compile(f"[{characters('P')}](?:,|,? (?:and|or|vs?\\.?|versus)) $")
_IN_REMISSION = re.compile(r"relapse|disease-free|\bdfs\b|\brfs\b|duration of")
_IN_FRONT, _BEHIND = 40, 60
_BACK = 2


def _of_another(match: Match) -> str | None:
    """Why the group right behind a rate is not the one in which it was observed."""
    if _PLANNED.search(match.outline.text):
        return "a rate that was planned for"
    return "the last of a list, whose groups are listed behind it" if _LISTED.search(match.before(12)) else None


READINGS = (
    Reading(
        name="p% in a group",
        shape=(
            "<rate:P>[ ]?\\)?[ ]?(?:of (?:the )?(?:patients|subjects|participants|those) )?"
            f"(?:in|of|with|for|on|among) (?P<group>[^.;(){ANY}]{{1,40}})"
        ),
        reads=("Survival at 4 years was {rate 72%} in group A.",),
        leaves=(
            "With 80% power to detect a 2-year survival of 72% in group A.",
            "Survival rates were 72% and 67% in groups A and B.",
        ),
        unless=_of_another,
        hints=("surviv", "os", "fs", "ttp", "-free", "kaplan", "actuarial", "cumulative"),
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every rate at a time."""
    if not may_be_survival(page.low):
        return
    for found in rates(page):
        if any(rate.of_time for rate in found):
            yield from _with_intervals(page.once(People), found)
    for sentence in page.sentences:
        if sentence.tokens:
            yield from _of_groups(page, sentence)


def _with_intervals(people: People, found: Sequence[Rate]) -> Iterator[Proposal]:
    """The survival rates among those of a sentence that have an interval."""
    sentence = found[0].sentence
    two = people.two(sentence) if _in_pairs(found) else None
    pair = [people.declare(group) for group in two] * (len(found) // 2) if two is not None else []
    whole = is_whole(found)
    for at, (rate, time) in enumerate(zip(found, _times(found), strict=True)):
        if rate.meaning is None or not rate.of_time or not rate.own:
            continue
        certainty, why = Certainty.PRINTED, "a rate and its interval in one phrase"
        of, told = None, ""
        if pair:
            of, told = pair[at], "order"
            certainty, why = Certainty.NAMED, "of two groups that one word tells apart, in their order"
        elif whole:
            words = sentence.page.low[max(sentence.start, rate.estimate.start - 60) : rate.estimate.start]
            group = _at_risk(people, sentence) if _IN_REMISSION.search(words) else people.main
            if group is not None:
                of, told = people.declare(group), "whole"
                certainty, why = Certainty.NAMED, "of those of whom the text speaks, as the sentence names no group"
        if rate.doubt is not None:
            certainty, why = Certainty.GUESSED, rate.doubt
        yield Proposal(
            kind=SurvivalInterval,
            within=sentence,
            figures=(rate.estimate, rate.lower, rate.upper),
            own=(rate.estimate, rate.lower, rate.upper),
            fields={
                "quantity": CURVES[rate.meaning.quantity],
                **rate.printed,
                "time": Reported(time) if time else None,
                "of": of,
            },
            certainty=certainty,
            why=why,
            reading=_NAME,
            people=told,
        )


def _at_risk(people: People, sentence: Sentence) -> Group | None:
    """Those of whom the sentences just before say how many there were: who can have a relapse."""
    first = people.page.sentences[max(0, sentence.index - _BACK)]
    totals = [
        group
        for group in people.between(first.start, sentence.start)
        if group.how == "of" and group.paragraph == sentence.paragraph
    ]
    return totals[-1] if totals else None


def _in_pairs(found: Sequence[Rate]) -> bool:
    """Whether the rates of a sentence stand two by two: two of them, or ``A versus B`` each time."""
    pairs = list(zip(found[::2], found[1::2], strict=False))
    return len(found) == 2 or (
        len(found) in (4, 6) and all(side_by_side(one.sentence, one, other) for one, other in pairs)
    )


def _times(found: Sequence[Rate]) -> list[str | None]:
    """The time of each rate: of a list of times in front each its own; else the one named around it, or before."""
    low = found[0].sentence.page.low
    start = found[0].sentence.start
    listed = several(low[max(start, found[0].begin - _IN_FRONT) : found[0].estimate.start])
    if len(listed) > 1:
        return list(listed) if len(listed) == len(found) else [None] * len(found)
    times: list[str | None] = []
    for rate in found:
        own = only_time(low[max(start, rate.begin - _IN_FRONT) : rate.estimate.end + _BEHIND])
        carried = rate.meaning is not None and rate.meaning.carried and times
        times.append(times[-1] if carried and own is None else own)
    return times


def _of_groups(page: Page, sentence: Sentence) -> Iterator[Proposal]:
    """Rates without an interval, each of a group that the paper gives the size of."""
    for match in matches(READINGS, sentence.brief):
        people = page.once(People)
        token = match.one("rate")
        figure = sentence.printed.figure(token)
        group = people.arm(match.texts["group"])
        if figure is None or figure.limits or figure.count is not None or group is None:
            continue
        fields = at_a_time(page, sentence, token)
        if fields is not None:
            yield Proposal(
                kind=SurvivalInterval,
                within=sentence,
                figures=(token,),
                own=(token,),
                fields={**fields, "of": people.declare(group)},
                certainty=Certainty.NAMED,
                why="the group is named right behind it",
                reading=match.reading.name,
                people="behind",
            )
