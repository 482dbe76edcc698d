"""Figures said to be higher or lower than others: ``higher in A (45%) than in B (30%)``, ``fewer ... (12% vs 17%)``.

Which figure is whose, order or brackets say. The sense of the word must be that of the number: a better outcome or a
greater reduction may be a smaller figure.
"""

import re
from collections.abc import Iterator

from checker.extract import phrases
from checker.extract.drafts import reported
from checker.extract.grammar import Match, Reading, compiled, matches, settled
from checker.extract.outline import ANY, characters
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page, Sentence
from checker.kinds import Ranking
from checker.model import Certainty

# What ``more`` and ``less`` may stand before: how often, or how many.
_MANY = (
    rf"(?:likely|often|frequent(?:ly)?|common(?:ly)?|prevalent|(?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS}|events))\b"
)
_DIRECTION = (
    rf"\b(?:(?P<high>higher|greater|larger|longer|more (?={_MANY})|more (?=than (?:that|those))|older(?= than))"
    rf"|(?P<low>lower(?:ed)?|shorter|smaller|fewer|less (?=(?:in|with|among|after) |than (?:that|those)|{_MANY})|"
    r"younger(?= than)))"
    # No name (``lower limb``, ``or higher``) and no bound (``higher than 5``).
    r"(?<![/%>]high)(?!-)(?! ?/| (?:than|or) (?:or )?equal|"
    rf" than (?:[a-z]{{1,12}} ){{0,3}}[<>≥≤~]? ?[{ANY}]|"
    r" (?:limb|extremit|respirat|back|leg|eyelid|lip|urin|abdom|lobe|body|third|half|quartile|tertile|quintile|"
    r"socio|income|class|education|order|gastro|gi\b|airway|tract|bound|limit|end|risk group|trochant|omentum|"
    r"curvature))"
    r"(?<!or higher)(?<!or lower)(?<!or more )(?<!or less )(?<!or greater)(?<!or fewer)(?<!or longer)"
)
_N = characters("A")
# Up to the next figure: a time, at which all was measured, is passed over.
_CLAUSE = f"(?:[^{ANY};:]|<:U>|<:N>){{0,220}}?"
_SHORT = f"(?=[a-z]{{2}})(?:[^{ANY};:()]|<:N>){{1,90}}?"
_LABEL = r"(?: ?(?:means?|medians?|averages?|rates?|with|i\.e\.,?|of)[ =:,]{1,2}){0,2}"
_END = rf"(?= ?(?:[),;.:(]|$|- |(?:and|or|at|after|by|per|during|within|annually) |[{ANY}]))(?! ?,? ?{{versus}})"
_CLOSED = rf"(?:[^();{_N}]{{0,30}}|[ ,;]{{1,2}}n ?= ?<:N>)\)"


def _alone(role: str, words: str = "") -> str:
    """A figure in a bracket, or a percentage, which needs none."""
    return rf"(?P<{role}_opens>\( ?{words})?(?({role}_opens)|(?=<:P>))<{role}:A>{{aside}}"


_EACH = (
    rf"{_DIRECTION}{_CLAUSE}{_alone('value', _LABEL)}(?(value_opens){_CLOSED}),? {{than}} {_SHORT}"
    rf"{_alone('other', _LABEL)}"
)


_WORD = re.compile(_DIRECTION)
_THAN = compiled("{than}")
_RESULT = re.compile(f"[{characters('PDQ')}]|\\([{ANY}]")
# ``(2.1% vs 2.8%) was more common than B (0.7% vs 1.0%)``, behind the last figure.
_OWN_FIGURES = re.compile(r"[^,;:(a-z]{0,3}\) (?:was|were|is|are|had|has|have|occurred)\b[^,;:]{0,80}$")
# In front of the word: negations near it, and what no figure of this study shows.
_NEGATED = re.compile(
    r"(?:\b(?:no|not|nor|neither|never|none|cannot|hardly|fail(?:ed|s)?)|n't)(?: [a-z-]{1,15}){0,4} $|"
    r"\b(?:unlikely|similar|equal(?:ly)?|comparable|if|whether|hypothes\w{1,5}|expect\w{0,3}|assum\w{1,5}|tended|unless|"
    r"except|rather)\b"
)
_STILL = re.compile(
    r"(?:(?:but|though|although|albeit)[ ,]{1,2})?(?:it was |this was )?not (?:statistically )?"
    r"significant(?:ly)?(?: so)?|\bnon-?significantly?\b"
)
# ``in every age group except the oldest (31% vs 34%)``
_EXCEPTED = re.compile(r"\b(?:except|excepting|other than|apart from|but not|with the exception)\b")
# Nouns whose greater amount may be a smaller figure, and comparisons of something else than two figures.
_SENSE = re.compile(
    r"reduc|decreas|declin|drop(?!-?out|ped out)|\bfall|\bfell\b|\bloss|lowering|improve|chang|differen|\bgain|increas|"
    r"\brise|\brose|\bratio|hazard|\brank|\bp[- ]values?|potency|\bpotent\b|affinity|sensitiv|dilution|effective|"
    r"\beffects? on\b|\beffic|better|worse|correlat|threshold|quartile|tertile|quintile|suppress|inhibit|respectively|"
    r"preced|titer|titre|deficit|delay"
)
_HOW_OFTEN = re.compile(
    r"rate|incidence|frequen|likely|common|often|proportion|percent|prevalen|risk|mortality|share|"
    rf"\b(?:fewer|more) (?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS})\b"
)
# What follows in time: ``the most common treatment was surgery (40%), followed by radiotherapy``.
_IN_TIME = re.compile(r"treatments?\b(?!-)|therap|regimen|approach|strateg|procedure|surger|sequence|\bfirst")
_AFTERWARDS = re.compile(f"[^():]{{0,60}}[{ANY}][^():]{{0,20}}{phrases.NAMED['versus']}[^();:]{{0,20}}[{ANY}]")


def unclear(match: Match) -> str | None:
    """Why the words do not say that the one figure is above, or below, the others."""
    values = match.tokens
    units = {token.unit for token in values if token.unit is not None}
    if len(units) > 1:
        return "figures of two units"
    if any(token.comparator != "=" or token.value < 0 for token in values):
        return "a bound, or a negative figure, whose size words may mean"
    lead = _lead(match)
    if not units and _HOW_OFTEN.search(lead) and all(token.decimals == 0 for token in values):
        return "counts of groups that may differ in size"
    return _unclear(lead)


def _unclear(lead: str) -> str | None:
    lead = _STILL.sub(" ", lead)
    words = list(_WORD.finditer(lead))
    if len(words) != 1:
        return "several words of direction, or none"
    if _NEGATED.search(lead[: words[0].start()]):
        return "negated"
    if _SENSE.search(lead):
        return "a greater amount may be a smaller figure"
    return "with an exception" if _EXCEPTED.search(lead, words[0].end()) else None


def _lead(match: Match) -> str:
    """The clause in front of the first figure."""
    outline = match.outline
    value = outline.place(match.one("value"))
    start = next((found.end() for found in reversed(list(re.finditer(r"[;:](?= )", outline.text[: value - 2])))), 0)
    held = outline.text[max(start, value - 220) : value]
    # Results in front are of another clause; doses, times and numbers of people are not.
    return _RESULT.split(held)[-1]


def unclear_pair(match: Match) -> str | None:
    """The same where both figures share a bracket, so that words must name both groups in front."""
    lead = _lead(match)
    if len(list(_THAN.finditer(lead))) != 1:
        return "compared with several, or with none"
    if _OWN_FIGURES.match(lead):
        return "who comes first has figures of its own, so that both of these are the other's"
    return unclear(match)


def other_order(match: Match) -> str | None:
    """Why the two figures may stand in another order than the groups, as a bracket that has both always may."""
    if _AFTERWARDS.match(match.after(160)):
        return "several pairs of figures behind one comparison"
    return "the two figures may stand in another order than the groups"


def unclear_each(match: Match) -> str | None:
    """The same where each figure stands behind its group."""
    return "compared with another" if _THAN.search(_lead(match)) else unclear(match)


def unclear_between(match: Match) -> str | None:
    """The same where the word of direction stands between the figures."""
    lead = _lead(match)
    if _WORD.search(lead) or _SENSE.search(lead) or _THAN.search(match.texts["words"]):
        return "another word of direction in front"
    return _unclear(match.texts["words"] + "than that ")


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
            rf"{_DIRECTION}{_CLAUSE}{{than}}{_CLAUSE}[(:;,] ?{_LABEL}<value:A>{{aside}} ?[,;]? ?{{versus}} "
            rf"(?:(?:only|just|a|of) )?<other:A>{{aside}}{_END}"
        ),
        reads=(
            "Response was higher with alfa than with beta ({value 45%} vs {other 30%}).",
            "Stay was shorter in men than in women (median {value 5.1} versus {other 7.2} days, p = 0.01).",
        ),
        leaves=(
            "Response was not lower with alfa than with beta (45% vs 30%).",
            "Response was lower in the later series (45% vs 30%).",
            "Fever (12% vs 18%) was more common than rash (5% vs 7%).",
            "Weight gain was lower with alfa than beta (7.5 vs 6.0 kg).",
        ),
        unless=unclear_pair,
        doubt=other_order,
    ),
    Reading(
        name="higher in A (a) than in B (b)",
        shape=rf"{_EACH}(?! ?,? ?{{versus}}|[^()]{{0,9}}[{_N}])",
        reads=("Response was higher with alfa ({value 45%}) than with beta ({other 30%}).",),
        leaves=("Reduction of pain was smaller with alfa (45%) than with beta (30%).",),
        unless=unclear_each,
    ),
    Reading(
        name="higher in A (a) than in B (b) and C (c)",
        shape=(
            rf"{_EACH}(?(other_opens){_CLOSED})(?: ?,| and| or){{1,2}} "
            rf"(?:(?!{{than}}|\b(?:not|similar|differ))[^;:().{ANY}]){{0,60}}(?(value_opens)(?=\())"
            rf"{_alone('third')}"
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
            rf"\( ?{_LABEL}<value:A>{{aside}}{_CLOSED}[^;:().{ANY}]{{0,20}}\b(?:was|were|is|are) "
            rf"(?P<words>[^;:().{ANY}]{{0,40}}?{_DIRECTION}[^;:().{ANY}]{{0,60}}?)"
            rf"\bthan [^,;:().{ANY}]{{2,90}}\( ?{_LABEL}<other:A>{{aside}}(?! ?[,;]? ?{{versus}})"
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
        for match in settled(list(matches(READINGS, sentence.brief)), _same_place):
            yield _proposal(sentence, match)


def _same_place(one: Match, other: Match) -> bool:
    return one.one("value").start == other.one("value").start


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
