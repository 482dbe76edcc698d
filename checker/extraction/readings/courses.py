"""Figures that words let rise or fall from one to the other: ``fell from 50 to 44``, ``rose to 60% from 45%``."""

import re
from collections.abc import Iterator

from checker.extraction.change_words import SUBJECT, words
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.vocabulary import TIMES
from checker.kinds import Ranking
from checker.model import Certainty

_UP = (
    r"increas(?:ed|es|ing|e)|r(?:ose|isen|ises|ising|ise)|grew|grown|grow(?:s|ing|th)|climb(?:ed|s|ing)|"
    r"rais(?:ed|es|ing)|elevat(?:ed|es|ing|ion)|doubled|tripled"
)
_DOWN = (
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|reductions?|f(?:ell|allen|alls|alling|all)|drop(?:ped|s|ping)?|"
    r"declin(?:ed|es|ing|e)|lower(?:ed|s|ing)|diminish(?:ed|es|ing)|(?<!fractional )shorten(?:ed|s|ing)|halved"
)
_DIRECTION = rf"(?<![a-z-])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![a-z-])"
# A ratio, or a median, may rise.
_OTHER = SUBJECT.replace("se|median|ratio|", "se|")
_OF_MEANS = r"(?: an?)?(?: (?:mean|median|average|baseline))(?: (?:value|score|of)){0,2} "
_PAIR = (
    rf"\bfrom(?![a-z])(?:{_OF_MEANS})?{words(60)}<before:A>{{aside}}{words(70)}[ ,]?"
    rf"(?:\bto\b|-{{1,2}}>)(?:{_OF_MEANS})?{words(40)}<after:A>{{aside}}"
)
_BACK = rf"\bto\b{words(40)}<after:A>{{aside}}{words(50)}[ ,(]from(?![a-z]){words(50)}<before:A>{{aside}}"

_WAY = re.compile(_DIRECTION)
_NUMBER = re.compile(f"[{ANY}]")
_NEGATED = re.compile(
    r"(?:\b(?:no|not|nor|neither|never|none|cannot|hardly|without|fail(?:ed|s)?|prevent\w{0,3}|if|whether|would|"
    r"could|may|might|should|hypothes\w{1,5}|expect\w{0,3}|assum\w{1,5}|detect|attenuat\w{1,3}|blunt\w{1,3})\b|n't)"
    r"[^;:.,()]{0,60}$"
)
# Ranges of changes; and what rises while its figure falls.
_RANGES = re.compile(
    r"\b(?:rang(?:e[ds]?|ing)|var(?:ied|ying|ies|y)|differ\w{0,6}|between|by|of|scales?(?: of)?|"
    r"(?:in|over|during) (?:the|this) (?:period|interval|time)) $"
)
_FROM_START = re.compile(
    r"\bfrom (?:the )?(?:baseline|placebo|pre-?treatment|start|base-line)(?:,|\)| (?:in|to|at|by|was|were)\b)[^;:]*$"
)
_INVERSE = re.compile(r"potency|sensitivity to|sensitiv|affinity|negativ|deficit|dilution|scores? on|\bp[- ]values?")
# Between the word and a further pair: one pair at least, and nobody of whom another thing is said.
_FURTHER = re.compile(f"\\bfrom\\b[^;:]{{0,60}}?[{ANY}][^;:]{{0,80}}?\\bto\\b[^;:]{{0,40}}?[{ANY}]")
_OTHERWISE = re.compile(
    r"\b(?:but|while|whereas|although|unchanged|remain\w{0,3}|chang\w{1,3}|improv\w{1,4}|went|differ\w{0,4}|compared|"
    r"than|respectively|was|were|did|had|ranged|varied|ranging|led|delay\w{0,3})\b|\. "
)
_TIMES = frozenset(TIMES.values())
_DURATION = re.compile(
    r"\btimes?\b|days|hours|minutes|months|years|duration|stay|surviv|\bage\b|interval|hospital|period|delay|latency|"
    r"length|half-li|wait"
)


def no_course(match: Match) -> str | None:
    """Why the words do not say that the one figure is above the other."""
    outline = match.outline
    way = _way(match)
    if way is None:
        return "no word of direction in front"
    lead = re.split("[;:] ", _NUMBER.split(outline.text[max(0, way.start() - 120) : way.start()])[-1])[-1]
    first = min(outline.place(match.one(role)) for role in ("before", "after"))
    between = outline.text[max(way.end(), match.start) : first]
    if _NEGATED.search(lead):
        return "negated, or not observed"
    if _WAY.search(re.split(r",|\band\b|\bbut\b", lead)[-1]):
        return "a change of a change"
    if _RANGES.search(between.rpartition("from")[0]) or _FROM_START.search(between):
        return "a range of changes"
    if _INVERSE.search(lead + between):
        return "what rises may be a figure that falls"
    before, after = match.one("before"), match.one("after")
    if any(token.comparator not in "=~" or token.value < 0 for token in (before, after)):
        return "a bound, or a negative figure"
    if before.unit is not None and after.unit is not None and before.unit != after.unit:
        return "figures of two units"
    own = re.split(r",|\bbut\b", lead)[-1] + between.rpartition("from")[0]
    if {before.unit, after.unit} & _TIMES and not _DURATION.search(own):
        return "times, at which all was measured"
    return None


def at_a_distance(match: Match) -> str | None:
    """Why a pair that does not follow its word at once may be of something else."""
    way = _way(match)
    if way is None or way.start() < match.start:
        return "the word is said of the pair in front"
    between = match.words[way.end() - match.start :].partition("from")[0]
    return "several words between the word and its figures" if len(between.split()) > _DIRECTLY else None


def _way(match: Match) -> re.Match[str] | None:
    """The word of direction of a match, or the one that a further pair of figures shares with those in front."""
    outline = match.outline
    if "up" in match.texts or "down" in match.texts:
        return _WAY.match(outline.text, match.start)
    held = list(_WAY.finditer(outline.text, 0, match.start))
    if not held:
        return None
    between = outline.text[held[-1].end() : outline.place(match.one("before"))]
    return held[-1] if _FURTHER.search(between) and not _OTHERWISE.search(between) else None


# ``fell significantly (from``, ``fell in both groups from``
_DIRECTLY = 4

READINGS = (
    Reading(
        name="rose from a to b",
        shape=rf"{_DIRECTION}{words(90, _OTHER)}(?:by {words(20)}<:A>{{aside}},? )?[ ,(]?{_PAIR}",
        reads=("Use rose from {before 45%} to {after 60%}.",),
        leaves=(
            "Alfa led to reductions from baseline in pressure of 6.3 to 15 mmHg.",
            "Alfa attenuated the increase in flow from 50 to 30 units.",
            "Use rose slowly from 12 to 18 months.",
        ),
        unless=no_course,
        doubt=at_a_distance,
        hints=("from",),
    ),
    Reading(
        name="rose to b from a",
        shape=rf"{_DIRECTION}{words(70, _OTHER)}[ ,(]?{_BACK}",
        reads=("Use rose to {after 60%} from {before 45%}.",),
        leaves=("Use did not rise to 60% from 45%.",),
        unless=no_course,
        doubt=at_a_distance,
        hints=("from",),
    ),
    Reading(
        name="rose from a to b, and from c to d",
        shape=rf"(?:,|;|\band\b){words(90, _OTHER)}[ ,(]?{_PAIR}",
        reads=("Flow fell from 941 to 729 and filtration from {before 105} to {after 92}.",),
        leaves=("Flow fell from 941 to 729, but filtration went from 92 to 105.",),
        unless=no_course,
        doubt=at_a_distance,
        hints=("from",),
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every two figures of which words let the one become the other."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2 or "from" not in sentence.low:
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    before, after = match.one("before"), match.one("after")
    way = _way(match)
    assert way is not None
    return Proposal(
        kind=Ranking,
        within=sentence,
        figures=(after, before),
        own=(after,),
        fields={
            "position": "highest" if way["up"] else "lowest",
            "value": reported(after),
            "others": (reported(before),),
        },
        certainty=Certainty.PRINTED if match.doubt is None else Certainty.GUESSED,
        why=match.doubt or "the word stands at the figures of which it says what became of them",
        reading=match.reading.name,
    )
