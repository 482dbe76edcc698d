"""Words about an estimate and the estimate itself: ``a lower risk (OR 0.72)``, ``significantly ... (HR 0.7, 0.5-0.9)``.

Which group is held against which, and of what event the ratio is, words leave open: all such claims are guesses.
"""

import re
from collections.abc import Iterator

from checker.extraction import quantities
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.outline import ANY, characters
from checker.extraction.printed import Figure, Limits
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import Scale
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page, Sentence
from checker.extraction.significance_words import (
    CLAUSE,
    CONTRAST,
    DENIED,
    NEGATED,
    NEGATED_SOMEWHERE,
    OTHER_CLAUSE,
    OTHER_SENSE,
    OTHER_TEST,
    SAME,
)
from checker.kinds import Significance
from checker.kinds.effects import Direction
from checker.model import Certainty, Reported

_Q = characters("Q")
_HIGH = r"(?:increased|higher|greater|elevated|raised|increases?|excess)"
_LOW = r"(?:reduced|lower(?:ed)?|decreased|reductions?|reduces?|decreases?|smaller)"
# What a ratio is of; a lower rate of something is no lower heart rate.
_EVENT = (
    r"(?:risks?|odds|hazards?|likelihood|probability|chances?|mortality|deaths?|incidence|prevalence|occurrence|"
    r"frequency|(?<!heart )(?<!filtration )(?<!respiratory )(?<!pulse )rates? of)\b"
)
_NO_VERB = (
    r"(?!(?:with|of|and|or|at|was|were|is|are|had|has|for|by|led|leads|predict\w*|associat\w*|caus\w*|increas\w*)\b)"
)
_WAY = (
    rf"\b(?:(?:(?P<high>{_HIGH})|(?P<low>{_LOW})) (?:in (?:the )?)?(?:{_NO_VERB}[a-z-]{{1,18}} ){{0,4}}?{_EVENT}|"
    rf"{_EVENT} (?:of [a-z -]{{1,60}}? )?(?:was|were|is|are) (?:[a-z]+ly )?(?:(?P<high_behind>{_HIGH})|"
    rf"(?P<low_behind>{_LOW}))\b|(?P<more>more) (?:likely|often|frequent(?:ly)?|common(?:ly)?)\b|"
    r"(?P<less>less) (?:likely|often|frequent(?:ly)?|common(?:ly)?)\b)"
)
_GAP = (
    rf"(?:[^{ANY};:]|;(?= ?(?:or|rr|hr|adj|odds|haz|rel|95))|:(?= ?(?:or|rr|hr|adj|odds|haz|rel))|"
    "<:Q>|<:U>|<:N>|<:P>)"
)
# Events turned round (survival for death), and ratios of something else.
_TURNED = re.compile(
    r"surviv|free\b|freedom|protect|inverse|\bper\b|each|every|for (?:an? )?(?:one|1)|increment|decrement|versus|"
    r"\bvs?\b|refer(?:ence|ent)|attenuat|correlat|abstinen|common causes|"
    r"risk (?:perception|score|factor|aversion|group)"
)
_ANOTHER_WAY = re.compile(
    r"\b(?:increas\w{1,3}|decreas\w{1,3}|reduc\w{1,5}|higher|lower|greater|smaller|less|more|fewer|longer|shorter|better|"
    r"worse|improv\w{1,6}|elevated|raised)\b"
)
_NOT_FOUND = re.compile(
    r"\b(?:similar\w{0,2}|if|whether|hypothes\w{1,5}|trend|tend\w{0,3}|unable|may|might|could|would)\b"
)
_P = re.compile(f"[{_Q}]")
_ITS_P = re.compile(rf"[^;:({ANY}]{{0,12}}[{_Q}]")
_NEAR = 60
_QUOTES = tuple("'\"‘“")
# From a word about significance to an estimate: no result of another.
_BETWEEN = rf"(?:(?!significan)(?:[^{ANY};]|<:U>|<:N>))"
_HINTS = ("ratio", "or ", "rr", "hr", "risk", "odds", "hazard", "differen")


def another_way(match: Match) -> str | None:
    """Why the word may not be said of the ratio."""
    value = match.one("estimate")
    between = match.words
    if len(_ANOTHER_WAY.findall(between)) > 1:
        return "several words of direction"
    if turned := _TURNED.search(between):
        return f"{turned.group()!r}: the ratio may be of the other group, or of the other event"
    if CONTRAST.search(between) or re.search(r"\b(?:not|no|nor|neither|without)\b|n't", between):
        return "the ratio may be of another clause"
    before = CLAUSE.split(match.before(60))[-1]
    if NEGATED_SOMEWHERE.search(before) or _NOT_FOUND.search(before):
        return "negated, or not observed"
    return "a bound" if value.comparator != "=" or value.percent or value.value <= 0 else None


def no_interval(match: Match) -> str | None:
    """Why the word may not be said of the interval."""
    between = match.words
    before = CLAUSE.split(match.before(_NEAR))[-1]
    around = before + between
    if found := OTHER_SENSE.search(around) or OTHER_TEST.search(around):
        return f"{found.group()!r}: another sense of the word"
    if _P.search(between) or _ITS_P.match(match.after(60)):
        return "it has a p of its own"
    same = match.texts.get("same", "")
    if found := CONTRAST.search(between) or OTHER_CLAUSE.search(between, len(same)):
        return f"{found.group()!r}: another clause"
    if same:
        return "words that are quoted" if match.before(1) in _QUOTES else None
    if DENIED.search(between) or (NEGATED_SOMEWHERE.search(before) and not NEGATED.search(before)):
        return "what is negated may be something else"
    return None


READINGS = (
    Reading(
        name="a lower risk (ratio)",
        shape=rf"{_WAY}{_GAP}{{0,150}}?[(\[,:;]{_GAP}{{0,60}}?<estimate:A>",
        reads=(
            "Alfa was associated with a lower risk of death (odds ratio {estimate 1.42}).",
            "Smokers were more likely to relapse (OR {estimate 0.42}, 95% CI 0.31-0.56).",
        ),
        leaves=(
            "Alfa was not associated with a lower risk of death (odds ratio 1.42).",
            "Lower weight was a risk factor (odds ratio 1.42).",
        ),
        unless=another_way,
    ),
    Reading(
        name="significant (interval)",
        shape=rf"significan(?:t|tly)[^a-z]{_BETWEEN}{{0,120}}?[(\[,:;]{_BETWEEN}{{0,60}}?<estimate:A>",
        reads=("Pain was significantly rarer with alfa (odds ratio {estimate 0.72}, 95% CI 0.46-1.12).",),
        leaves=("Pain was significantly rarer with alfa (odds ratio 0.72, 95% CI 0.46-1.12, p = 0.02).",),
        unless=no_interval,
    ),
    Reading(
        name="no difference (interval)",
        shape=rf"(?P<same>{SAME}){_BETWEEN}{{0,120}}?[(\[,:;]{_BETWEEN}{{0,60}}?<estimate:A>",
        reads=("Pain did not differ between groups (odds ratio {estimate 0.72}, 95% CI 0.56-0.92).",),
        leaves=("Pain did not differ, but fever was rarer (odds ratio 0.72, 95% CI 0.56-0.92).",),
        unless=no_interval,
    ),
)


_DIRECTION = READINGS[0]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every estimate of which words say on which side of no effect it lies, or its interval."""
    for sentence in page.sentences:
        if not sentence.tokens or not any(word in sentence.low for word in _HINTS):
            continue
        for match in matches(READINGS, sentence.brief):
            figure = sentence.printed.figure(match.one("estimate"))
            scale = _scale(sentence, figure) if figure is not None else None
            if figure is None or scale is None:
                continue
            if match.reading is _DIRECTION:
                if scale == "log":
                    yield _direction(sentence, match)
            elif (limits := figure.named("ci")) is not None and limits.level == "95" and figure.p is None:
                # What does not differ may be changes, each with its own interval.
                if "same" in match.texts and scale != "log":
                    continue
                yield _significance(sentence, match, limits, scale)


def _scale(sentence: Sentence, figure: Figure) -> Scale | None:
    """The scale of an effect: a ratio's or a difference's."""
    meaning = quantities.of(figure, sentence.meanings)
    if meaning is None or meaning.quantity not in (Quantity.RATIO, Quantity.DIFFERENCE):
        return None
    scale = quantities.scale_of(meaning)
    return None if scale == "log" and figure.value.unit is not None else scale


def _direction(sentence: Sentence, match: Match) -> Proposal:
    value = match.one("estimate")
    above = any(match.texts.get(name) for name in ("high", "high_behind", "more"))
    return Proposal(
        kind=Direction,
        within=sentence,
        figures=(value,),
        own=(value,),
        fields={"wording": "higher" if above else "lower", "estimate": reported(value)},
        certainty=Certainty.GUESSED,
        why="the ratio may be that of the other group, or of the other event",
        reading=match.reading.name,
    )


def _significance(sentence: Sentence, match: Match, limits: Limits, scale: Scale) -> Proposal:
    lower, upper = limits.ordered
    wording = "not-found"
    if "same" not in match.texts:
        negated = NEGATED.search(match.before(_NEAR))
        wording = "not-significant" if negated else "significant"
    return Proposal(
        kind=Significance,
        within=sentence,
        figures=(match.one("estimate"), lower, upper),
        own=(lower, upper),
        fields={
            "wording": wording,
            "lower": reported(lower),
            "upper": reported(upper),
            "null": Reported("1" if scale == "log" else "0"),
        },
        certainty=Certainty.GUESSED,
        why="the words may be said of another result of the sentence",
        reading=match.reading.name,
    )
