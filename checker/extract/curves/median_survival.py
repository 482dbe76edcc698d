"""A median survival and a survival at a time of the same curve: same quantity, same patients.

A median and a rate meet where all that is said of them is equal, in one sentence or in two next to each other; lists
(``10 months with alfa and 17 months with beta; 1-year survival 34% and 63%, respectively``) meet member by member.
"""

import itertools

from checker.extract.curves.curve_facts import Fact, abbreviations, facts
from checker.extract.drafts import Drafts, reported
from checker.extract.sentences import Page
from checker.kinds import MedianSurvival
from checker.model import Reported


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every median and rate of one curve that stand in one sentence or next to each other."""
    if "median" not in page.low or "%" not in page.low:
        return
    names = abbreviations(page)
    found = [fact for sentence in page.sentences for fact in facts(sentence, names)]
    lists = [list(group) for _, group in itertools.groupby(found, key=lambda fact: (fact.sentence.start, fact.number))]
    for index, group in enumerate(lists):
        for distance, other in enumerate(lists[index + 1 : index + 6]):
            if not _near(group, other):
                break
            between = lists[index + 1 : index + 1 + distance]
            if (group[0].time is None) != (other[0].time is None) and _same(group, other, between):
                medians, rates = (group, other) if group[0].time is None else (other, group)
                for median, rate in zip(medians, rates, strict=True):
                    _add(drafts, median, rate)


def _near(one: list[Fact], other: list[Fact]) -> bool:
    here, there = one[0].sentence, other[0].sentence
    return here is there or (here.paragraph == there.paragraph and there.index - here.index == 1)


def _same(one: list[Fact], other: list[Fact], between: list[list[Fact]]) -> bool:
    """Whether two lists speak of the same quantity of the same patients, one by one."""
    if one[0].quantity != other[0].quantity or len(one) != len(other):
        return False
    if one[0].sentence is not other[0].sentence and any(word.isalpha() for word in one[-1].rest):
        # Other patients may have become the subject.
        return False
    named = all(fact.name for fact in one) and all(fact.name for fact in other)
    for fact, its in zip(one, other, strict=True):
        if fact.patients != its.patients or (fact.name != its.name and (named or len(one) == 1)):
            return False
    return len(one) > 1 or all(
        fact.patients == one[0].patients and (not fact.name or fact.name == one[0].name)
        for group in between
        for fact in group
    )


def _add(drafts: Drafts, median: Fact, rate: Fact) -> None:
    assert rate.time is not None
    assert rate.figure is not None
    drafts.add(
        MedianSurvival,
        rate.sentence,
        [median.span, rate.span],
        median=reported(median.figure),
        median_lower=median.lower,
        median_upper=median.upper,
        unit=median.unit,
        time=Reported(rate.time),
        estimate=reported(rate.figure),
        lower=rate.lower,
        upper=rate.upper,
    )
