"""Two groups' means with their spreads, and the p or the difference printed for them.

Many tests can be behind such a p. Where the paper states none, or does not say what stands behind its plus-minus signs,
`p_from_means` has another test for an explanation; where the sizes are those of the groups that words name, missing
values.
"""

import re
from collections.abc import Iterator
from typing import Any

from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import ANY, characters
from checker.extraction.people import People
from checker.extraction.phrases import NAMED
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.stated_tests import OTHER_THAN_MEANS, test_of
from checker.extraction.surfaces.spreads import SpreadName, of_paper
from checker.kinds import MeanComparison, MeanGroup
from checker.model import Certainty, Reported

# Means of the same people.
_DEPENDENT = re.compile(
    r"paired(?<!unpaired)|\bbefore\b|baseline|\bpre(?:-|op|treat|test|inter|proc)\w{0,10}\b(?=.{0,40}\bpost)|"
    r"\bfrom\b|\binitial|cross-?over|same (?:patients|subjects|eye)|matched|repeated|contralateral|fellow eye|"
    r"time points?|admission|discharge|\bthen\b|\bat the (?:beginning|start|outset)\b|"
    r"\bat the end of (?:the )?(?:treatment|study|trial|therapy|period)\b|"
    r"\bin (?:both|each|all) [^.;]{0,60}\bgroups\b"
)
# ``fell by 3.3 in alfa and rose by 2.7 in beta``: which sign the second has, words say.
_FELL, _ROSE = (
    re.compile(rf"\b(?:{words})\b")
    for words in ("decreas(?:ed|e)|fell|declined?|dropped|loss|lost", "increas(?:ed|e)|rose|gain(?:ed)?")
)
_ONE_SIDED = re.compile(r"\b(?:one|1|single)[- ](?:tailed|sided)")
_LISTED = re.compile(rf"[{characters('A')}]{NAMED['units']}(?:{NAMED['and']}|[^{ANY}.;(]{{0,30}}(?:,|\band\b) ?)$")
_IN_FRONT, _BEHIND = 140, 40

_WORDS = f"[^{ANY}]"
_TWO = rf"<one:A>(?={_WORDS}{{0,110}}?{{against}}){_WORDS}{{1,110}}<other:A>"


def not_two_groups(match: Match) -> str | None:
    """Why two means are not those of two groups that a t test compares."""
    words = _around(match)
    if _DEPENDENT.search(words):
        return "the same people twice"
    if OTHER_THAN_MEANS.search(words):
        return "another test"
    front, between = words[:_IN_FRONT], match.outline.between(match.one("one"), match.one("other"))
    if (_FELL.search(front) and _ROSE.search(between)) or (_ROSE.search(front) and _FELL.search(between)):
        return "two changes in opposite directions"
    return "the end of a longer list" if _LISTED.search(match.before(_IN_FRONT)) else None


READINGS = (
    Reading(
        name="x ± s vs x ± s (p)",
        shape=rf"{_TWO}{_WORDS}{{0,110}}<p:Q>",
        reads=(
            "It took {one 12.4} ± 3.1 days (n = 30) with alfa vs {other 10.2} ± 2.9 days (n = 28) (P = {p 0.007}).",
            "In men {one 12.4} (SD 3.1) and in women {other 10.2} (SD 2.9) visits were made, p<{p 0.01}.",
        ),
        leaves=(
            "It fell from 12.4 ± 3.1 to 10.2 ± 2.9 days (P = 0.07).",
            "In both the alfa and beta groups it fell (12.4 ± 3.1 vs 10.2 ± 2.9 days, P = 0.07).",
            "It took 12.4 ± 3.1 days compared with 10.2 ± 2.9 days at the beginning (P = 0.07).",
            "It fell by 12.4 ± 3.1 days with alfa and rose by 10.2 ± 2.9 days with beta (P = 0.07).",
            "The adjusted means were 12.4 ± 3.1 and 10.2 ± 2.9 days (P = 0.07).",
            "It took 12.4 ± 3.1 (n = 30), 9.9 ± 3.0 (n = 29) and 10.2 ± 2.9 (n = 28) days (P = 0.07).",
            "It took 12.4 ± 3.1 vs 10.2 ± 2.9 days, and 4 of 20 died (P = 0.07).",
        ),
        unless=not_two_groups,
    ),
    Reading(
        name="x ± s vs x ± s, difference d",
        shape=rf"{_TWO}{_WORDS}{{0,110}}differen{_WORDS}{{0,110}}<difference:A>(?:{_WORDS}{{0,110}}<p:Q>)?",
        reads=(
            "It took {one 12.4} (SD 3.1) vs {other 10.2} (SD 2.9) days; the difference was {difference 2.2} days "
            "(95% CI, 0.6 to 3.8; P = {p 0.007}).",
        ),
        unless=not_two_groups,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every p or difference that two printed means can be held against."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        if sum(figure.spread is not None for figure in sentence.printed.figures) < 2:
            continue
        for match in matches(READINGS, sentence.brief):
            proposal = _comparison(sentence, match)
            if proposal is not None:
                yield proposal


def _comparison(sentence: Sentence, match: Match) -> Proposal | None:
    one, other = (sentence.printed.figure(match.one(role)) for role in ("one", "other"))
    if one is None or other is None or one.spread is None or other.spread is None:
        return None
    if one.spread_name != other.spread_name or not one.value.comparator == other.value.comparator == "=":
        return None
    sizes = [figure.size for figure in (one, other) if figure.size is not None]
    people = sentence.page.once(People)
    two = people.two_named(sentence, one.tokens, other.tokens, match.tokens[-1].start) if not sizes else None
    if two is None and (len(sizes) < 2 or min(size.value for size in sizes) < 2):
        return None
    name = one.spread_name or of_paper(sentence.page.low)
    names = [people.declare(group) for group in two.groups] if two is not None else [None, None]
    p = match.one("p") if "p" in match.roles else None
    fields: dict[str, Any] = {
        "groups": tuple(_group(figure, name, of) for figure, of in zip((one, other), names, strict=True)),
        "p": reported(p),
        "test": test_of(sentence.page, _around(match)) if one.spread_name is not None else None,
        "tails": "1" if _ONE_SIDED.search(sentence.low) else None,
    }
    figures = [one.value, one.spread, other.value, other.spread, *sizes]
    if "difference" in match.roles:
        difference = sentence.printed.figure(match.one("difference"))
        limits = difference.named("ci") if difference is not None else None
        if difference is None or limits is None:
            return None
        lower, upper = limits.ordered
        fields |= {"difference": reported(difference.value), "level": Reported(limits.level)}
        fields |= {"lower": reported(lower), "upper": reported(upper)}
        figures += [difference.value, lower, upper]
    return Proposal(
        kind=MeanComparison,
        within=sentence,
        figures=(*figures, *([p] if p is not None else [])),
        own=(one.value, other.value),
        fields=fields,
        certainty=two.certainty if two else Certainty.PRINTED,
        why=two.why if two else "sizes printed with the means",
        reading=match.reading.name,
        people=two.binding if two else "",
    )


def _around(match: Match) -> str:
    return match.before(_IN_FRONT) + match.words + match.after(_BEHIND)


def _group(figure: Figure, name: SpreadName | None, of: str | None) -> MeanGroup:
    """A mean; ``name``: what its spread is, if anything says so. ``of``: its population, if no size is printed."""
    spread: dict[str, Any] = {name or "spread": reported(figure.spread)}
    return MeanGroup(mean=reported(figure.value), total=count(figure.size), of=of, **spread)
