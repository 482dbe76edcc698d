"""Figures said to be higher or lower than others: ``higher in A (45%) than in B (30%)``, ``fewer ... (12% vs 17%)``.

Which figure is whose, order or brackets say. The sense of the word must be that of the number: a better outcome or a
greater reduction may be a smaller figure.
"""

import re
from collections.abc import Iterator

from checker.extraction import phrases
from checker.extraction.direction_words import (
    BELONGS,
    CLAUSE,
    CLAUSES,
    CLOSED,
    DIRECTION,
    END,
    FIGURE,
    LABEL,
    NAME,
    SENSE,
    SHORT,
    THAN,
    UNITS,
    WORD,
    alone,
    in_turn,
    lead,
    unclear,
    unclear_words,
)
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, over, settled
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Ranking
from checker.model import Certainty

_EACH = (
    rf"{DIRECTION}{CLAUSE}{alone('value', LABEL)}(?(value_opens){CLOSED}),? {{than}} {SHORT}"
    rf"{alone('other', LABEL)}"
)

# ``(2.1% vs 2.8%) was more common than B (0.7% vs 1.0%)``, behind the last figure.
_OWN_FIGURES = re.compile(r"[^,;:(a-z]{0,3}\) (?:was|were|is|are|had|has|have|occurred)\b[^,;:]{0,80}$")
_ALTERED = re.compile(
    r"\b(?:increas|decreas|reduc|improv|elevated|raised|diminish|shorten|prolong|impair|worsen|attenuat|chang|differ)"
)
_NOT_ALTERED = re.compile(r"\b(?:no|not|nor|neither|never|if|whether|may|might|could|similar|but|while|whereas)\b")
_IN_ORDER = re.compile(
    r"\b(?:than|compared (?:with|to)) (?:before|prior|at (?:baseline|entry)|baseline|pre-?treatment|initial)"
)
# What follows in time: ``the most common treatment was surgery (40%), followed by radiotherapy``.
_IN_TIME = re.compile(r"treatments?\b(?!-)|therap|regimen|approach|strateg|procedure|surger|sequence|\bfirst")
_AFTERWARDS = re.compile(f"[^():]{{0,60}}[{ANY}][^():]{{0,20}}{phrases.NAMED['versus']}[^();:]{{0,20}}[{ANY}]")


def unclear_pair(match: Match) -> str | None:
    """The same where both figures share a bracket, so that words must name both groups in front."""
    held = lead(match)
    if len(list(THAN.finditer(held))) != 1:
        return "compared with several, or with none"
    if _IN_ORDER.search(held):
        return "an order in time, in which the earlier may stand first"
    if _OWN_FIGURES.match(held):
        return "who comes first has figures of its own, so that both of these are the other's"
    first, _, second = held.partition(THAN.search(held).group())  # type: ignore[union-attr]
    return in_turn(match, first, second) or unclear(match)


def unclear_altered(match: Match) -> str | None:
    """The same of what was altered in one group, compared with another."""
    held = match.words[: match.outline.place(match.one("value")) - match.start]
    found = list(THAN.finditer(held))
    if len(found) != 1 or "(" in held[: found[0].start()] or WORD.search(held) or len(_ALTERED.findall(held)) > 1:
        return "compared with several, or in several ways"
    if _IN_ORDER.search(held) or _NOT_ALTERED.search(CLAUSES.split(match.before(60))[-1] + held):
        return "an order in time, or denied"
    if any(token.comparator != "=" or token.value < 0 for token in match.tokens):
        return "a bound, or a negative figure, whose size words may mean"
    if len({token.unit for token in match.tokens if token.unit is not None}) > 1:
        return "figures of two units"
    return in_turn(match, match.before(120) + held[: found[0].start()], held[found[0].end() :])


def other_order(match: Match) -> str | None:
    """Why the two figures may stand in another order than the groups, as a bracket that has both always may."""
    if _AFTERWARDS.match(match.after(160)):
        return "several pairs of figures behind one comparison"
    return "the two figures may stand in another order than the groups"


def unclear_each(match: Match) -> str | None:
    """The same where each figure stands behind its group."""
    return "compared with another" if THAN.search(lead(match)) else unclear(match)


def unclear_between(match: Match) -> str | None:
    """The same where the word of direction stands between the figures."""
    held = lead(match)
    if WORD.search(held) or SENSE.search(held) or THAN.search(match.texts["words"]):
        return "another word of direction in front"
    return unclear_words(match.texts["words"] + "than that ", SENSE)


def unclear_first(match: Match) -> str | None:
    """Why the first of a list is not said to be the highest of it."""
    if _IN_TIME.search(match.words):
        return "followed in time"
    values = match.tokens
    return "figures of two units" if len({token.unit for token in values}) > 1 else None


READINGS = (
    Reading(
        name="higher in A than in B (a vs b)",
        shape=(
            rf"{DIRECTION}{CLAUSE}{{than}}{CLAUSE}[(:;,] ?(?:{LABEL}|{NAME})<value:A>{{aside}}{UNITS}{BELONGS}"
            rf" ?[,;]? ?{{versus}} (?:{LABEL}|{NAME})<other:A>{{aside}}{UNITS}{BELONGS}{END}"
        ),
        reads=(
            "Response was higher with alfa than with beta ({value 45%} vs {other 30%}).",
            "Stay was shorter in men than in women (median {value 5.1} versus {other 7.2} days, p = 0.01).",
            "A higher proportion of patients with alfa than with beta had better sleep ({value 30%} vs {other 20%}).",
        ),
        leaves=(
            "Response was not lower with alfa than with beta (45% vs 30%).",
            "Response was lower in the later series (45% vs 30%).",
            "Anaemia was less common with iron than before treatment (30% vs 20%).",
            "Fever (12% vs 18%) was more common than rash (5% vs 7%).",
            "Weight gain was lower with alfa than beta (7.5 vs 6.0 kg).",
        ),
        unless=unclear_pair,
        doubt=other_order,
    ),
    Reading(
        name="reduced in A compared with B (a vs b)",
        shape=(
            rf"\b(?:was|were|is|are) (?:[a-z]+ly )?(?:(?P<high>increased|elevated|raised|prolonged)|"
            rf"(?P<low>reduced|decreased|diminished|shortened)){CLAUSE}{{than}}{CLAUSE}[(:;,] ?(?:{LABEL}|{NAME})"
            rf"<value:A>{{aside}}{UNITS}{BELONGS} ?[,;]? ?{{versus}} (?:{LABEL}|{NAME})"
            rf"<other:A>{{aside}}{UNITS}{BELONGS}{END}"
        ),
        reads=("Flow was reduced in smokers compared with others ({value 4.1} vs {other 5.2}).",),
        leaves=("Flow was not reduced in smokers compared with others (4.1 vs 5.2).",),
        unless=unclear_altered,
        doubt=other_order,
    ),
    Reading(
        name="higher in A (a) than in B (b)",
        shape=rf"{_EACH}(?! ?,? ?{{versus}}|(?! ?[;,] ?n ?=)[^()]{{0,9}}[{FIGURE}])",
        reads=(
            "Response was higher with alfa ({value 45%}) than with beta ({other 30%}).",
            "Flow was higher (p < 0.001) with alfa ({value 2.8}) than with beta ({other 1.5}).",
        ),
        leaves=("Reduction of pain was smaller with alfa (45%) than with beta (30%).",),
        unless=unclear_each,
    ),
    Reading(
        name="higher in A (a) than in B (b) and C (c)",
        shape=(
            rf"{_EACH}(?(other_opens){CLOSED})(?: ?,| and| or){{1,2}} "
            rf"(?:(?!{{than}}|\b(?:not|similar|differ))[^;:().{ANY}]){{0,60}}(?(value_opens)(?=\())"
            rf"{alone('third')}"
            rf"(?![^;:.{ANY}]{{0,60}}?{{than}})"
        ),
        reads=(
            "Uptake was higher with alfa ({value 9.1%}) compared with beta ({other 3.0%}) and gamma ({third 4.1%}).",
        ),
        leaves=("Uptake was higher in men (14%) than in women (10%) and in towns (15%) than in villages (9%).",),
        unless=unclear_each,
    ),
    Reading(
        name="A (a) was higher than B (b)",
        shape=(
            rf"\( ?{LABEL}<value:A>{{aside}}{CLOSED}[^;:().{ANY}]{{0,20}}\b(?:was|were|is|are) "
            rf"(?P<words>[^;:().{ANY}]{{0,40}}?{DIRECTION}[^;:().{ANY}]{{0,60}}?)"
            rf"\bthan [^,;:().{ANY}]{{2,90}}\( ?{LABEL}<other:A>{{aside}}(?! ?[,;]? ?{{versus}})"
        ),
        reads=("Tension in veins ({value 5.0} g) was lower than that of arteries ({other 6.9} g).",),
        leaves=("A third (39.4%) were ill, more than a half (57.5%) were not.",),
        unless=unclear_between,
    ),
    Reading(
        name="the highest was A (a), followed by B (b)",
        shape=(
            r"(?<!of the )(?<!second )(?<!third )(?<!next )\b(?:(?P<high>highest|longest|largest|greatest|"
            r"most (?:common|frequent|prevalent|often)\w{0,5})|(?P<low>lowest|shortest|smallest|"
            r"least (?:common|frequent|prevalent|often)\w{0,5}))\b"
            rf"[^{ANY};:]{{0,150}} \(? ?(?:n ?= ?)?<value:A>(?: ?\))?(?:[ ,]|[^{ANY}();]){{0,30}} (?:and )?(?:then )?"
            rf"followed by (?P<others>[^;:.(){ANY}]{{1,90}}\( ?(?:n ?= ?)?<:A>[^(){ANY}]{{0,30}}\)"
            rf"(?:[^;:().{ANY}]{{0,30}}(?:,|and|or) [^;:().{ANY}]{{0,60}}\( ?(?:n ?= ?)?<:A>"
            rf"[^(){ANY}]{{0,30}}\)){{0,7}})"
        ),
        reads=(
            "The most common event was fever ({value 45%}), followed by nausea ({others 30%}) and rash ({others 12%}).",
        ),
        leaves=("The most common treatment was surgery (40%), followed by irradiation (60%).",),
        unless=unclear_first,
    ),
)
_LAST = READINGS[-1]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every figure that words put above or below others beside it."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        for match in settled(list(matches(READINGS, sentence.brief)), over("value")):
            yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    value, *others = match.tokens
    return Proposal(
        kind=Ranking,
        within=sentence,
        figures=match.tokens,
        own=(value,),
        fields={
            "position": "highest" if "high" in match.texts else "lowest",
            "value": reported(value),
            "others": tuple(reported(other) for other in others),
            "ties": match.reading is _LAST,
        },
        certainty=Certainty.PRINTED if match.doubt is None else Certainty.GUESSED,
        why=match.doubt or "the words of one clause",
        reading=match.reading.name,
    )
