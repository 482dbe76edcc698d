"""Figures said to be higher or lower than others: ``higher in A (45%) than in B (30%)``, ``fewer ... (12% vs 17%)``.

A claim is made only where order or brackets say which figure is whose, and where the sense of the word is that of
the number: a better outcome or a greater reduction may be a smaller figure.
"""

import re

from checker.extract import phrases
from checker.extract.comparing.ranked_figures import Figure, figure_at
from checker.extract.drafts import Drafts, reported
from checker.extract.sentences import Page, Sentence
from checker.kinds import Ranking

_ANY = re.compile(r"(?:high|great|larg|long|low|short|small|few|old|young)e(?:r|st)\b")
_MORE = re.compile(r"(?:more|most|less) (?<=\b.{5})")
# What ``more`` and ``less`` may stand before: how often, or how many.
_MANY = (
    rf"(?:likely|often|frequent(?:ly)?|common(?:ly)?|prevalent|(?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS}|events))\b"
)
_WORD = re.compile(
    rf"\b(?:(?P<high>higher|greater|larger|longer|more (?={_MANY})|more (?=than (?:that|those))|older(?= than))"
    rf"|(?P<low>lower|shorter|smaller|fewer|less (?=(?:in|with|among|after) |{_MANY}|than (?:that|those))"
    r"|younger(?= than)))"
    r"(?!-)(?! ?/| (?:than|or) (?:or )?equal| than (?:[a-z]{1,12} ){0,3}[<>≥≤~]? ?[0-9])"
)
# Words of direction that belong to a name or a bound.
_NAME = re.compile(
    r"(?: (?:limb|extremit|respirat|back|leg|eyelid|lip|urin|abdom|lobe|body|third|half|quartile|tertile|quintile|"
    r"socio|income|class|education|order|gastro|gi\b|airway|tract|bound|limit|end|risk group|"
    r"trochant|omentum|curvature))"
)
_BEFORE_NAME = re.compile(r"(?:\bor|/|[0-9%](?: and)?) $")
# In front of the word: negations near it, and what no figure of this study shows.
_NEGATED = re.compile(
    r"(?:\b(?:no|not|nor|neither|never|none|cannot|hardly|fail(?:ed|s)?)|n't)(?: [a-z-]{1,15}){0,4} $|"
    r"\b(?:unlikely|similar|equal(?:ly)?|comparable|if|whether|hypothes\w{1,5}|expect\w{0,3}|assum\w{1,5}|tended|unless|"
    r"except|rather)\b"
)
# What the words of direction are not said of: ``in every age group except the oldest (31% vs 34%)``.
_EXCEPTED = re.compile(r"\b(?:except|excepting|other than|apart from|but not|with the exception)\b")
_STILL = re.compile(
    r"(?:(?:but|though|although|albeit)[ ,]{1,2})?(?:it was |this was )?not (?:statistically )?"
    r"significant(?:ly)?(?: so)?|"
    r"\bnon-?significantly?\b"
)
# Nouns whose greater amount may be a smaller figure, and comparisons of something else than two figures.
_SENSE = re.compile(
    r"reduc|decreas|declin|drop(?!-?out|ped out)|\bfall|\bfell\b|\bloss|lowering|improve|chang|differen|\bgain|increas|"
    r"\brise|\brose|\bratio|hazard|\brank|\bp[- ]values?|potency|\bpotent\b|affinity|sensitiv|dilution|effective|"
    r"\beffic|better|worse|correlat|threshold|quartile|tertile|quintile|suppress|inhibit|respectively|preced|titer|titre|"
    r"deficit|delay"
)
_THAN = re.compile(
    r"\bthan\b|\b(?:as |when )?compared (?:with|to)\b|\bversus\b|\bvs\b\.?|\brelative to\b|\bas against\b"
)
_RATE = re.compile(r"rate|incidence|frequen|likely|common|often|proportion|percent|prevalen|risk|mortality|share")
_PEOPLE = re.compile(rf"\b(?:fewer|more) (?:[a-z-]{{2,20}} ){{0,3}}(?:{phrases.NOUNS})\b")
_BEGIN = re.compile(
    r"[(:;,] ?(?:(?:[a-z][a-z -]{1,25} ?=|means?|medians?|averages?|rates?|with|i\.e\.,?|n|of)[ =:,]{1,2}){0,2}$"
)
_OPENED = re.compile(r" \( ?(?:means? |medians? )?$")
_VERSUS = re.compile(r" ?(?:,|;)? ?(?:vs\.?|versus|v\.?|(?:as )?compared (?:with|to)|against) (?:(?:only|just|a|of) )?")
_END = re.compile(r" ?(?:\)|,|;|\.|:|$|p ?[=<>]|\(|- |(?:and|or|at|after|by|per|during|within|annually) )")
_SUPERLATIVE = re.compile(
    r"(?<!of the )(?<!second )(?<!third )(?<!next )\b(?:"
    r"(?P<high>highest|longest|largest|greatest|most (?:common|frequent|prevalent|often)\w{0,5})|"
    r"lowest|shortest|smallest|least (?:common|frequent|prevalent|often)\w{0,5})\b[^0-9;:]{0,150}$"
)
_FOLLOWED = re.compile(r",? (?:and )?(?:then )?followed by ")
# What follows in time: ``the most common treatment was surgery (40%), followed by radiotherapy``.
_IN_TIME = re.compile(r"treatments?\b(?!-)|therap|regimen|approach|strateg|procedure|surger|sequence|\bfirst")
_OPENS = re.compile(r" \( ?(?:n ?= ?)?$")
_NO_FIGURE = re.compile(r"[^0-9;:.()]{1,90}\( ?(?:n ?= ?)?")
_CLOSED = r"[^()0-9;]{0,30}\)"
_TO_OTHER = re.compile(
    rf"(?:{_CLOSED})?,? ?(?:than|(?:when |as )?compared (?:with|to)|versus|vs\.?|relative to) [^0-9;:().]{{1,90}}"
    r"\( ?(?:means?|medians?|n ?=|only)? ?"
)
_WAS_THAN = re.compile(
    rf"{_CLOSED}[^0-9;:().]{{0,20}}\b(?:was|were|is|are) (?P<words>[^0-9;:().]{{0,90}}) than [^0-9;:().]{{1,90}}"
    r"\( ?(?:means?|medians?|n ?=)? ?"
)
_TO_NEXT = re.compile(r"[^()0-9;]{0,30}\)[^0-9;:().]{0,30}(?:,|and|or) [^0-9;:().]{0,60}\( ?(?:n ?=)? ?")

# ``higher in A (14%) than in B (11%) and in C (15%) than in D (10%)``: C is compared with D.
_COMPARED_ITSELF = re.compile(rf"[^0-9;:.]{{0,60}}?(?:{_THAN.pattern})")


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every figure that words put above or below another beside it."""
    for sentence in page.sentences:
        here = page.low, sentence.start, sentence.end
        if len(sentence.tokens) < 2 or not (_ANY.search(*here) or _MORE.search(*here)):
            continue
        index = 0
        while index < len(sentence.tokens) - 1:
            index = max(index + 1, _read(sentence, index, drafts))
        for followed in _FOLLOWED.finditer(page.low, sentence.start, sentence.end):
            _superlative(sentence, followed, drafts)


def _read(sentence: Sentence, index: int, drafts: Drafts) -> int:
    """Read the comparison whose first figure begins at a position, if any; the position to go on from."""
    one = figure_at(sentence, index)
    if one is None or one.next >= len(sentence.tokens):
        return 0
    low = sentence.page.low
    begin = sentence.tokens[one.first].start
    lead = low[max(sentence.start, _stop(sentence, index), begin - 220) : begin]
    lead = re.split(r"[;:](?= )", lead[:-2])[-1] + lead[-2:]
    other = figure_at(sentence, one.next)
    if other is None:
        return 0
    between = low[one.end : sentence.tokens[other.first].start]
    if _BEGIN.search(lead) and _VERSUS.fullmatch(between) and _END.match(low, other.end, sentence.end):
        position = _position(lead)
        if position and _than_behind(lead) and not _other_order(sentence, one, other, position):
            return _add(sentence, one, [other], position, lead, drafts)
    if one.token.unit != other.token.unit or _VERSUS.match(low, other.end, sentence.end):
        return 0
    if _OPENED.search(lead) and (found := _WAS_THAN.fullmatch(between)):
        position = _position(found["words"] + " than that") if not _THAN.search(found["words"]) else None
        if position and not _WORD.search(lead) and not _SENSE.search(lead):
            return _add(sentence, one, [other], position, lead, drafts)
    elif _TO_OTHER.fullmatch(between) and (_OPENED.search(lead) or one.token.percent):
        position = _position(lead)
        if position and not _THAN.search(lead):
            return _add(sentence, one, [other, *_further(sentence, other)], position, lead, drafts)
    return 0


def _other_order(sentence: Sentence, one: Figure, other: Figure, position: str) -> bool:
    """Whether this pair and the next both run against the words: the paper names the groups in another order."""

    def against(first: Figure, second: Figure) -> bool:
        return (
            first.token.value < second.token.value if position == "highest" else first.token.value > second.token.value
        )

    if not against(one, other) or other.next + 1 >= len(sentence.tokens):
        return False
    for index in range(other.next, min(other.next + 3, len(sentence.tokens) - 1)):
        first = figure_at(sentence, index)
        second = figure_at(sentence, first.next) if first and first.next < len(sentence.tokens) else None
        if first is None or second is None:
            continue
        if _VERSUS.fullmatch(sentence.page.low, first.end, sentence.tokens[second.first].start):
            return against(first, second)
    return False


def _superlative(sentence: Sentence, followed: re.Match[str], drafts: Drafts) -> None:
    """``The most common event was A (45%), followed by B (30%) and C (20%)``."""
    low = sentence.page.low
    before = [
        index for index, token in enumerate(sentence.tokens) if followed.start() - 90 < token.start < followed.start()
    ]
    one = next(
        (figure for index in before if (figure := _alone(sentence, index)) and figure.end >= followed.start() - 45),
        None,
    )
    behind = next((index for index, token in enumerate(sentence.tokens) if token.start >= followed.end()), None)
    if one is None or behind is None or one.next != behind:
        return
    begin = sentence.tokens[one.first].start
    found = _SUPERLATIVE.search(low, max(_stop(sentence, one.first), begin - 160), begin)
    others = [figure for figure in [_alone(sentence, behind)] if figure is not None]
    if found is None or not others or _IN_TIME.search(found.group()):
        return
    if not _NO_FIGURE.fullmatch(low, followed.end(), sentence.tokens[behind].start):
        return
    while others[-1].next < len(sentence.tokens) and len(others) < 8:
        following = _alone(sentence, others[-1].next)
        if following is None or not _TO_NEXT.fullmatch(low, others[-1].end, sentence.tokens[following.first].start):
            break
        others.append(following)
    figures = [one, *others]
    if len({figure.token.unit for figure in figures}) > 1:
        return
    drafts.add(
        Ranking,
        sentence,
        [figure.token for figure in figures],
        position="highest" if found["high"] else "lowest",
        value=reported(one.token),
        others=tuple(reported(figure.token) for figure in others),
        ties=True,
    )


def _alone(sentence: Sentence, index: int) -> Figure | None:
    """A figure that has a bracket to itself."""
    figure = figure_at(sentence, index)
    low = sentence.page.low
    if figure is None or not _OPENS.search(low, sentence.start, sentence.tokens[index].start):
        return None
    closed = low[figure.end - 1] == ")" or low[figure.end : figure.end + 1] == ")"
    return figure if closed else None


def _stop(sentence: Sentence, index: int) -> int:
    """The end of the last result in front of a position: a percentage, a decimal, or a figure in brackets."""
    for token in reversed(sentence.tokens[max(0, index - 6) : index]):
        if token.percent or token.decimals or sentence.page.low[token.start - 1 : token.start] == "(":
            return token.end
    return sentence.start


def _further(sentence: Sentence, other: Figure) -> list[Figure]:
    """Figures of further groups: ``than in B (3%) and C (4%)``."""
    found: list[Figure] = []
    while other.next < len(sentence.tokens) and len(found) < 4:
        following = figure_at(sentence, other.next)
        if following is None:
            break
        between = sentence.page.low[other.end : sentence.tokens[following.first].start]
        if not _TO_NEXT.fullmatch(between) or _WORD.search(between) or _NEGATED.search(between):
            break
        if _COMPARED_ITSELF.match(sentence.page.low, following.end, sentence.end):
            break
        found.append(following)
        other = following
    return found


def _add(sentence: Sentence, one: Figure, others: list[Figure], position: str, lead: str, drafts: Drafts) -> int:
    figures = [one, *others]
    units = {figure.token.unit for figure in figures if figure.token.unit is not None}
    if len(units) > 1 or ("%" in units and any(figure.token.unit is None and figure.counted for figure in figures)):
        return 0
    if (
        not units
        and (_RATE.search(lead) or _PEOPLE.search(lead))
        and all(figure.token.decimals == 0 for figure in figures)
    ):
        # Numbers of people of groups that may differ in size.
        return 0
    if all(figure.token.unit is None and figure.counted for figure in figures):
        return 0
    drafts.add(
        Ranking,
        sentence,
        [figure.token for figure in figures],
        position=position,
        value=reported(one.token),
        others=tuple(reported(figure.token) for figure in others),
    )
    return others[-1].next


def _position(words: str) -> str | None:
    """Whether words say that the figure behind them is the higher one, or the lower; None where they are unclear."""
    words = _STILL.sub(" ", words)
    found = [
        word
        for word in _WORD.finditer(words)
        if not _NAME.match(words, word.end()) and not _BEFORE_NAME.search(words, 0, word.start())
    ]
    if len(found) != 1 or _NEGATED.search(words[: found[0].start()]) or _SENSE.search(words):
        return None
    if any(word.group() != found[0].group() for word in _WORD.finditer(words)):
        return None
    if _EXCEPTED.search(words, found[0].end()):
        return None
    return "highest" if found[0]["high"] else "lowest"


def _than_behind(lead: str) -> bool:
    """Whether the lead names both groups, the first with the word of direction: ``higher in A than in B``."""
    word = next(_WORD.finditer(lead), None)
    than = list(_THAN.finditer(lead))
    return word is not None and len(than) == 1 and than[0].start() > word.start()
