"""A median survival and a survival at a time of the same curve: same quantity, same patients.

A median and a rate meet where all that is said of them is equal, in one sentence or in two next to each other; lists
(``10 months with alfa and 17 months with beta; 1-year survival 34% and 63%, respectively``) meet member by member.
What each figure is (`checker.extraction.curve_facts`), the words since the figure before it tell.
"""

import itertools
from collections.abc import Iterator, Sequence

from checker.document import Span
from checker.extraction.curve_facts import Fact, abbreviations, facts
from checker.extraction.drafts import reported
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import MedianSurvival
from checker.model import Certainty, Reported

# The names of its claims, of whose figures no one shape tells.
_NAME = "median and rate of a curve"
MAKES = (_NAME,)

# A median and its rate stand so many lists apart at most.
_NEAREST = 5


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every median and rate of one curve that stand in one sentence or next to each other."""
    if "median" not in page.low or "%" not in page.low:
        return
    names = abbreviations(page)
    found = [fact for sentence in page.sentences for fact in facts(sentence, names)]
    lists = [list(group) for _, group in itertools.groupby(found, key=lambda fact: (fact.sentence.start, fact.number))]
    for index, group in enumerate(lists):
        for distance, other in enumerate(lists[index + 1 : index + 1 + _NEAREST]):
            if not _near(group, other):
                break
            between = lists[index + 1 : index + 1 + distance]
            if (group[0].time is None) != (other[0].time is None) and _same(group, other, between):
                medians, rates = (group, other) if group[0].time is None else (other, group)
                for median, rate in zip(medians, rates, strict=True):
                    yield _proposal(median, rate)


def _near(one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    here, there = one[0].sentence, other[0].sentence
    return here is there or (here.paragraph == there.paragraph and there.index - here.index == 1)


def _same(one: Sequence[Fact], other: Sequence[Fact], between: Sequence[Sequence[Fact]]) -> bool:
    """Whether two lists speak of the same quantity of the same patients, one by one."""
    if one[0].quantity != other[0].quantity or len(one) != len(other):
        return False
    if one[0].sentence is not other[0].sentence and any(word.isalpha() for word in one[-1].rest):
        # Other patients may have become the subject.
        return False
    named = all(fact.name for fact in (*one, *other))
    for fact, its in zip(one, other, strict=True):
        if fact.patients != its.patients or (fact.name != its.name and (named or len(one) == 1)):
            return False
    return len(one) > 1 or all(
        fact.patients == one[0].patients and fact.name in (frozenset(), one[0].name)
        for group in between
        for fact in group
    )


def _proposal(median: Fact, rate: Fact) -> Proposal:
    here = median.sentence is rate.sentence
    one, other = (Span(fact.figure.start, fact.figure.end) for fact in (median, rate))
    return Proposal(
        kind=MedianSurvival,
        within=rate.sentence,
        figures=(one, other),
        # A median is held against the rate at every time, a rate against one median.
        own=(other,),
        fields={
            "median": reported(median.figure.token),
            "median_lower": median.figure.lower,
            "median_upper": median.figure.upper,
            "unit": median.figure.unit,
            "time": Reported(rate.time or ""),
            "estimate": reported(rate.figure.token),
            "lower": rate.figure.lower,
            "upper": rate.figure.upper,
        },
        certainty=Certainty.PRINTED if here else Certainty.NAMED,
        why=f"median and rate of one quantity and the same patients, {'in one sentence' if here else 'side by side'}",
        reading=_NAME,
    )
