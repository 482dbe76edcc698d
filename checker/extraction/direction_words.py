"""Words that put one figure above or below another, and when they do not say which."""

import re

from checker.extraction import phrases
from checker.extraction.grammar import Match, compiled
from checker.extraction.outline import ANY, characters

# What ``more`` and ``less`` may stand before: how often, or how many.
_EVENTS = "events|deaths|complications|episodes|infections|relapses|recurrences|withdrawals|falls"
_MANY = (
    r"(?:likely|often|frequent(?:ly)?|common(?:ly)?|prevalent|"
    rf"(?:(?!than\b)[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS}|{_EVENTS})|"
    r"(?:[a-z-]{2,20} ){0,2}[a-z-]{2,20}s (?:were|had|received|underwent|achieved|reported|experienced|required|"
    r"occurred)|(?:time|blood|bleeding|pain|nausea|vomiting|morphine|opioid|analgesics?|fluid|oxygen|insulin|fear|anxiety)"
    r" (?!loss))\b"
)
DIRECTION = (
    rf"\b(?:(?P<high>higher|greater|larger|longer|more (?={_MANY})|more (?=than (?:that|those))|older(?= than))"
    r"|(?P<low>lower(?:ed)?(?![a-z])|shorter|smaller|fewer|"
    rf"less (?=(?:in|with|among|after) |than (?:that|those)|{_MANY})|younger(?= than)))"
    # No name (``lower limb``, ``or higher``) and no bound (``higher than 5``).
    r"(?<![/%>]high)(?!-)(?! ?/| (?:than|or) (?:or )?equal|"
    rf" than (?:[a-z]{{1,12}} ){{0,3}}[<>≥≤~]? ?[{ANY}]|"
    r" (?:limb|extremit|respirat|back|leg|eyelid|lip|urin|abdom|lobe|body|third|half|quartile|tertile|quintile|"
    r"socio|income|class|education|order|gastro|gi\b|airway|tract|bound|limit|end|risk group|pitch|trochant|omentum|"
    r"curvature|uti))"
    r"(?<!or higher)(?<!or lower)(?<!or more )(?<!or less )(?<!or greater)(?<!or fewer)(?<!or longer)"
)
FIGURE = characters("A")
# Up to the next figure: a time, at which all was measured, is passed over.
CLAUSE = rf"(?: \(<:Q>[^(){ANY}]{{0,20}}\))?(?:[^{ANY};:]|<:U>|<:N>){{0,220}}?"
SHORT = f"(?=[a-z]{{2}})(?:[^{ANY};:()]|<:N>){{1,90}}?"
LABEL = r"(?: ?(?:means?|medians?|averages?|rates?|with|i\.e\.,?|of)[ =:,]{1,2}){0,2}"
# Units that are spelled out: ``mu l(-1)``, ``counts/s``; and whose a figure is: ``vs 10% in the control group``.
UNITS = (
    r"(?: (?:[a-z]{1,6} )?[a-z]{1,8}(?:/[a-z0-9]{1,6}){1,2}| [a-z]{1,5}(?:[ .][a-z]{1,5}){0,2} ?\(-[1-3]\)|"
    r" (?:cm ?h2o|hrs?|beats|points?|units?|(?:of )?predicted))?"
)
# Who or what a figure in the bracket is of, by name: ``(alfa 3 vs beta 5``, ``(3 with alfa vs 5 with beta``.
NAME = rf"(?:[a-z][^;:(){ANY}]{{0,40}}?[ ,:=]{{1,2}})?"
BELONGS = rf"(?:,? (?:in|for|with|of|among|on) [^;:(),{ANY}]{{2,50}})?"
END = rf"(?= ?(?:[),;.:(]|$|- |(?:and|or|at|after|by|per|during|within|annually) |[{ANY}]))(?! ?,? ?{{versus}})"
CLOSED = rf"(?:[^();{FIGURE}]{{0,30}}|[ ,;]{{1,2}}n ?= ?<:N>)\)"


def alone(role: str, words: str = "") -> str:
    """A figure in a bracket, or a percentage, which needs none."""
    return rf"(?P<{role}_opens>\( ?{words})?(?({role}_opens)|(?=<:P>))<{role}:A>{{aside}}"


WORD = re.compile(DIRECTION)
THAN = compiled("{than}")
_OPENED = re.compile(r"\((?=[^()]*$)")
_NAME = re.compile(r"[a-z]{3,}|\b[a-z0-9]\b(?=[ )])")
_WITH_WHOM = re.compile(r"[^,;]{0,24}?\b(?:in|with|for|among|on|after) ")
_COMPARATORS = {"placebo", "control", "controls", "usual", "standard"}
_ANOTHER_MEASURE = re.compile(r"scale|\btest|positiv|negativ|prevalence|threshold|(?:mean|average|problem) score|index")
_NO_NAMES = frozenset(
    "the and with for was were mean median group groups patients arm rate than versus from that those had per days day "
    "hours weeks months years respectively range points score p n a ci sd iqr".split()
)
_RESULT = re.compile(f"[{characters('PDQ')}]|\\([{ANY}]")
_ITS_P = compiled(rf"(?P<word>{DIRECTION}) \(<:Q>[^(){ANY}]{{0,20}}\)")
# In front of the word: negations near it, and what no figure of this study shows.
_NEGATED = re.compile(
    r"(?:\b(?:no|not|nor|neither|never|none|cannot|hardly|fail(?:ed|s)?)|n't)(?: [a-z-]{1,15}){0,4} $|"
    r"\b(?:unlikely|similar|equal(?:ly)?|comparable|if|whether|hypothes\w{1,5}|expect\w{0,3}|assum\w{1,5}|tended|unless|"
    r"except|rather)\b"
)
CLAUSES = re.compile(r"(?:,|^| and) (?:but|although|though|whereas|while|however)\b")
_STILL = re.compile(
    r"(?:(?:but|though|although|albeit)[ ,]{1,2})?(?:it was |this was )?not (?:statistically )?"
    r"significant(?:ly)?(?: so)?|\bnon-?significantly?\b"
)
# ``in every age group except the oldest (31% vs 34%)``
_EXCEPTED = re.compile(r"\b(?:except|excepting|other than|apart from|but not|with the exception)\b")
# Nouns whose greater amount may be a smaller figure, and comparisons of something else than two figures.
SENSE = re.compile(
    r"reduc|decreas|declin|drop(?!-?out|ped out)|\bfall|\bfell\b|\bloss|lowering|improve|chang|differen|\bgain|increas|"
    r"\brise|\brose|\bratio|hazard|\brank|\bp[- ]values?|potency|\bpotent\b|affinity|sensitiv|dilution|effective|"
    r"\beffects? on\b|\beffic|better|worse|correlat|threshold|quartile|tertile|quintile|suppress|inhibit|respectively|"
    r"preced|titer|titre|deficit|delay|prophyla|protect|prevent"
)
_HOW_OFTEN = re.compile(
    r"rate|incidence|frequen|likely|common|often|proportion|percent|prevalen|risk|mortality|share|"
    rf"\b(?:fewer|more) (?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS})\b"
)
# How many people, whatever it is that befell them.
_OF_PEOPLE = re.compile(
    r"(?:higher|greater|larger|lower|smaller) (?:proportions?|percentages?|share) of "
    r"(?!(?:reduc|decreas|increas|chang))|"
    rf"(?:more|fewer) (?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.PERSONS})\b"
)


def unclear(match: Match) -> str | None:
    """Why the words do not say that the one figure is above, or below, the others."""
    values = match.tokens
    units = {token.unit for token in values if token.unit is not None}
    if len(units) > 1:
        return "figures of two units"
    if any(token.comparator != "=" or token.value < 0 for token in values):
        return "a bound, or a negative figure, whose size words may mean"
    held = lead(match)
    if not units and _HOW_OFTEN.search(held) and all(token.decimals == 0 for token in values):
        return "counts of groups that may differ in size"
    return unclear_words(held, SENSE)


def unclear_words(said: str, sense: re.Pattern[str]) -> str | None:
    """Why words alone do not say it; ``sense``: what greater may mean another thing of."""
    said = _STILL.sub(" ", said)
    words = list(WORD.finditer(said))
    if len(words) != 1:
        return "several words of direction, or none"
    if _NEGATED.search(CLAUSES.split(said[: words[0].start()])[-1]):
        return "negated"
    if sense.search(said) and not _OF_PEOPLE.match(said, words[0].start()):
        return "a greater amount may be a smaller figure"
    return "with an exception" if _EXCEPTED.search(said, words[0].end()) else None


def lead(match: Match) -> str:
    """The clause in front of the first figure."""
    outline = match.outline
    value = outline.place(match.one("value"))
    start = next((found.end() for found in reversed(list(re.finditer(r"[;:](?= )", outline.text[: value - 2])))), 0)
    held = outline.text[max(start, value - 220) : value]
    held = _ITS_P.sub(lambda found: found["word"], held)
    # Results in front are of another clause; doses, times and numbers of people are not.
    return _RESULT.split(held)[-1]


def in_turn(match: Match, first: str, second: str = "") -> str | None:
    """Why the figures are not in the order of the groups, where names in the bracket say whose they are.

    ``first``, ``second``: the words about the one group and about the other.
    """
    outline = match.outline
    value, other = outline.place(match.one("value")), outline.place(match.one("other"))
    between = THAN.split(outline.text[value + 1 : other])
    opened = max(outline.text.rfind(mark, 0, value) for mark in "(:;")
    names = [
        _names(outline.text[opened + 1 : value] + " " + between[0]),
        _names(between[-1] + " " + outline.text[other + 1 : other + 40].partition(")")[0]),
    ]
    groups = [_names(_OPENED.split(said)[0]) for said in (first, second)]
    straight = len(names[0] & groups[0]) + len(names[1] & groups[1])
    crossed = len(names[0] & groups[1]) + len(names[1] & groups[0])
    behind = _names(between[0]) if _WITH_WHOM.match(between[0]) else set()
    if names[0] & _COMPARATORS - groups[0] or (behind and not behind & groups[0]):
        return "the group that is compared with has the first figure"
    if THAN.search(outline.text, opened + 1, value):
        return "the bracket says which comes first"
    if _ANOTHER_MEASURE.search(outline.text[opened + 1 : value]):
        return "the bracket names another measure"
    return "names beside the figures say that they stand in the other order" if crossed > straight else None


def _names(said: str) -> set[str]:
    return set(_NAME.findall(said)) - _NO_NAMES
