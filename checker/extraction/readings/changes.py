"""Changes and differences printed beside the two figures they compare: ``fell by 12%, from 50 to 44``."""

import re
from collections.abc import Iterator

from checker.extraction.change_words import (
    AND,
    APART,
    BACK,
    CHANGE,
    CHANGE_BEHIND,
    FOLD,
    FOLDS,
    FROM,
    HEDGE,
    INSIDE,
    LEADING,
    LEADS,
    MORE,
    NOUN,
    NUMBER,
    SECOND_CHANGE,
    SUBJECT,
    VERB,
    VERSUS,
    words,
)
from checker.extraction.changed import Measured, estimated, otherwise, unit
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Change

_IN_LIST = re.compile(rf"[{ANY}][^;:.()]{{0,40}}(?:,|\band\b|\bvs?\b|\bversus\b|/)[^;:.(){ANY}]{{0,30}}$")
_LIST_GOES_ON = re.compile(rf"[^;:.(){ANY}]{{0,30}}\b(?:and|vs?|versus)\b[^;:.(){ANY}]{{0,30}}[{ANY}]")
_WORD = re.compile(r"[a-z]{2,}")
_STOPS = re.compile(f"[{ANY};]")
_SAID_SPREAD = re.compile(r"\((?:sd|sem?)\)")
_SIZE = re.compile(r"\bn ?= ?$")
_BEHIND_NUMBER = re.compile(rf"{NUMBER} ?\( ?$")
_OPENED_BY = re.compile(r"[(:]([^(:]{0,40})$")
_COURSE = re.compile(rf"\bfrom\b[^;.]{{0,60}}{NUMBER}[^;.]{{0,60}}\bto\b[^;.]{{0,60}}{NUMBER}[^;.]{{0,80}}\bfrom\b")
_POWER = re.compile("-[1-9]")
_CHANGES = re.compile(rf" ?%?[^;:.(){ANY}]{{0,14}}(?:,|\band\b|\bor\b|/|&) {{0,2}}(?:and )?(?:by |of )?{NUMBER}")
# ``(8 vs 24), a 76% reduction in duration (50 vs 205)``: the second change is of the second pair.
_OWN_PAIR = re.compile(
    rf"[^;:,(){ANY}]{{0,90}}\((?:[^;:()]{{0,30}}\bfrom\b|[^;:(){ANY}]{{0,30}}{NUMBER}[^;:()]{{0,30}}(?:vs?|versus|compared)\b)"
)
_OF_ANOTHER = re.compile(
    r"[^.;()]{0,30}\b(?:compared|versus|vs?|relative to|than|between|over placebo|per|/|a year|annually|each)\b"
    r"(?! (?:with |to )?(?:the )?(?:baseline|before|initial|pre-?treatment|entry))"
)
_BETWEEN_GROUPS = re.compile(r"between|treatment|group|arms?\b|adjusted|net")
_RANGES = re.compile(
    r"\b(?:rang(?:e[ds]?|ing)|varied|varying|var(?:y|ies)|aged?|ci|interval|iqr|limits|between)\b[^;:]{0,30}$"
)
_OF_CHANGES = re.compile(rf"\b{VERB}\b[^;:()]{{0,60}}\bby{HEDGE}{{0,4}}[ ]{{0,2}}$")
_CHANGED_ITSELF = re.compile(rf"\b(?:{NOUN}|{VERB})\b")
_FALLS = re.compile(r"reduc|decreas|low|halv|f[ae]ll|drop|declin|few|less|short|arr|rrr|diminish|saving")
_MAYBE = re.compile(
    r"increas|decreas|reduc|r[io]se|gr[eo]w|declin|drop|f[ae]ll|differ|gain|improv|chang|low|high|great|few|short|long|"
    r"doubl|tripl|halv|fold|arr|rrr|saving|loss|\( ?[+-]|; ?[+-]|, ?[+-]"
)


def within(match: Match) -> str | None:
    """Why two figures with ``from`` and ``to`` are no course that a change is of."""
    outline, change = match.outline, match.one("change") if "change" in match.roles else None
    first = min(outline.place(match.one(role)) for role in ("before", "after"))
    if _RANGES.search(_STOPS.split(outline.text[max(0, first - 90) : first].rpartition("from")[0])[-1]):
        return "a range"
    if change is not None and outline.place(change) > first:
        if "differ" in match.texts.get("said", "") and _COURSE.search(outline.text[:first]):
            return "the difference of two courses"
        rest = outline.after(change)
        if _OF_ANOTHER.match(rest) or _BETWEEN_GROUPS.search(match.texts.get("said", "") + match.texts.get("noun", "")):
            return "the change is one against another group"
    return _listed(match)


def signed(match: Match) -> str | None:
    """Why a number in a bracket behind two figures is no change with its sign."""
    change = match.one("change")
    if "sign" not in match.texts and change.value >= 0:
        return "a number without a sign"
    if _POWER.fullmatch(change.literal):
        return "a power of a unit"
    return within(match)


def between(match: Match) -> str | None:
    """Why two figures set against each other are none that a change is of."""
    outline = match.outline
    one, other = match.one("one"), match.one("other")
    if _CHANGED_ITSELF.search(outline.between(one, other)) or _OF_CHANGES.search(outline.before(one, 90)):
        return "the figures are changes themselves"
    if _IN_LIST.search(outline.before(one, 80)) and "change" in match.roles and one.start < match.one("change").start:
        return "a list of figures"
    if _LIST_GOES_ON.match(outline.after(other, 80)):
        return "a list of figures"
    if _SIZE.search(outline.before(one, 12)):
        return "sizes of samples"
    if _is_behind_change(match):
        opened = _OPENED_BY.search(outline.before(one, 50))
        if opened and not all(
            word in LEADING or word in match.outline.text[: outline.place(one) - len(opened[1])]
            for word in _WORD.findall(opened[1])
        ):
            return "the bracket names something else"
        if _SAID_SPREAD.search(outline.text):
            return "the spread of the change"
    elif _BEHIND_NUMBER.search(outline.before(one, 12)):
        return "the spread of another figure"
    return _listed(match)


def _is_behind_change(match: Match) -> bool:
    """Whether the change is the last number in front of the pair, or says itself in words."""
    if "fold" in match.texts:
        return True
    return match.outline.index(match.one("one")) == match.outline.index(match.one("change")) + 1


def _listed(match: Match) -> str | None:
    if "change" not in match.roles:
        return None
    change = match.one("change")
    if change.start < match.one("before" if "before" in match.roles else "one").start:
        return None
    rest = match.outline.after(change, 130)
    if _CHANGES.match(rest):
        return "a list of changes"
    return "the change is of a pair behind it" if _OWN_PAIR.match(rest) else None


READINGS = (
    Reading(
        name="by x, from a to b",
        shape=rf"{CHANGE}{words(60)}\)?[,(]? ?{FROM}",
        reads=(
            "Admissions fell by {change 12%}, from {before 50} to {after 44}.",
            "There was a {change 33%} relative reduction (from {before 15%} to {after 10%}).",
            "There was an increase of {change 15%} in the use of aspirin, from {before 45%} to {after 60%}.",
        ),
        leaves=("The dose was increased from 5 to 10 mg; pain fell by 3.1 points.",),
        unless=within,
    ),
    Reading(
        name="by x to b from a",
        shape=rf"{CHANGE}{words(60)}{BACK}",
        reads=("Use rose by {change 15%} to {after 60%} from {before 45%}.",),
        unless=within,
    ),
    Reading(
        name="from a to b, by x",
        shape=rf"{FROM}\)?{words(60)}{LEADS}{CHANGE_BEHIND}",
        reads=(
            "Use rose from {before 45%} to {after 60%} (an increase of {change 15} percentage points).",
            "Costs fell from {before 4500} to {after 3600} per patient ({change 20%} decrease).",
            "Pain went from {before 7.9} to {after 7.1}: mean change {change -0.8}.",
        ),
        leaves=(
            "Use rose from 45% to 60%; mortality, a 3% reduction.",
            "Pain fell from 45 to 30 points, a reduction (between groups) of 15 points.",
        ),
        unless=within,
    ),
    Reading(
        name="from a to b (+x)",
        shape=rf"{FROM}{words(50)}\( ?(?P<sign>\+ ?)?<change:A>",
        reads=("The fraction rose from {before 49.9%} to {after 55.2%} (+{change 5.3%}; n = 10).",),
        leaves=("Resistance fell from 1428 to 997 dyne x s x cm(-5).", "Use rose from 45% to 60% (30%)."),
        unless=signed,
    ),
    Reading(
        name="x more (a vs b)",
        shape=rf"{CHANGE}\)?{words(110, SUBJECT)}[(:]{INSIDE}",
        reads=(
            "Complications were {change 10%} lower in group A ({one 12%} vs {other 22%}).",
            "Mortality fell (absolute risk reduction {change 5%} ({one 12%} v {other 17%})).",
        ),
        leaves=(
            "Pain fell by 30%; 45% vs 60% needed rescue.",
            "A 15% increase in use (45 vs 30 and 28) was seen.",
        ),
        unless=between,
    ),
    Reading(
        name="a vs b, difference x",
        shape=rf"{VERSUS}{APART}{CHANGE_BEHIND}",
        reads=("Response was {one 60%} vs {other 45%}, a difference of {change 15} percentage points.",),
        leaves=("Rates were 20%, 25% and 31%, a difference of 11%.",),
        unless=between,
    ),
    Reading(
        name="a vs b, relative y, absolute x",
        shape=rf"{VERSUS}{APART}{SECOND_CHANGE}",
        reads=(
            "Cure was {one 42.6%} vs {other 53.1%}, a 24.6% relative increase and {change 10.5%} absolute increase.",
        ),
        unless=between,
    ),
    Reading(
        name="from a to b, relative y, absolute x",
        shape=rf"{FROM}\)?{words(60)}{LEADS}{SECOND_CHANGE}",
        reads=(
            "Use fell from {before 15.3%} to {after 11.9%} (relative reduction 22%, absolute reduction {change 3.4%}).",
        ),
        unless=within,
    ),
    Reading(
        name="a vs b (+x)",
        shape=rf"{VERSUS}[^;:{ANY}]{{0,30}}[;,] ?(?P<sign>\+ ?)<change:A>",
        reads=("Costs were higher ({one 450.5} vs {other 360.4}; +{change 25%}).",),
        unless=between,
    ),
    Reading(
        name="a and b, difference x",
        shape=rf"{AND}{APART}{CHANGE_BEHIND}",
        reads=(
            "Cure was {one 80%} with drug and {other 70%} with placebo, for an absolute difference of {change 10%}.",
        ),
        leaves=("Use rose from 45% to 60% and from 40% to 60% (increases of 15% and 20%).",),
        unless=between,
    ),
    Reading(
        name="the difference between A (a) and B (b) was x",
        shape=rf"\bdifferences?\b[^;:{ANY}]{{0,40}}\bbetween\b[^;:{ANY}]{{0,60}}{AND}"
        rf"[ )]{{0,3}}(?: [a-z]{{1,14}}){{0,3}}?(?: (?:was|is|of)| ?=){HEDGE}{{0,2}} {{0,2}}<change:A>",
        reads=("The difference between group A ({one 34.2%}) and group B ({other 25.1%}) was {change 9.1%}.",),
        unless=between,
    ),
    Reading(
        name="twofold, from a to b",
        shape=rf"{FOLD}{words(60)}\)?[,(]? ?{FROM}",
        reads=("The number of cases doubled from {before 12} to {after 24}.",),
        unless=within,
    ),
    Reading(
        name="twofold (a vs b)",
        shape=rf"{FOLD}(?: (?:{NOUN}|{MORE}))?{words(110, SUBJECT)}\({INSIDE}",
        reads=("Falls were threefold more frequent in group A ({one 30%} vs {other 10%}).",),
        unless=between,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every change that stands beside the figures it is a change of."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2 or not _MAYBE.search(sentence.low):
            continue
        for match in settled(list(matches(READINGS, sentence.brief)), _same_change):
            proposal = _proposal(sentence, match)
            if isinstance(proposal, Proposal):
                yield proposal
            else:
                sentence.brief.note(match, proposal)


def _same_change(one: Match, other: Match) -> bool:
    """Whether two readings are of one change; figures may have several."""
    own, others = (match.roles.get("change", match.tokens) for match in (one, other))
    return not {token.start for token in own}.isdisjoint(token.start for token in others)


def _proposal(sentence: Sentence, match: Match) -> Proposal | str:
    """The claim of a match, or why it is none."""
    of_one = "before" in match.roles
    first, second = (match.one(role) for role in (("before", "after") if of_one else ("one", "other")))
    if any(figure.comparator in "<>≤≥" for figure in (first, second)):
        return "bounds"
    fold = _fold(sentence, match)
    token = fold or match.one("change")
    a, b, x = (
        (Measured.of(sentence, each) for each in (first, second, token))
        if not fold
        else (Measured.of(sentence, first), Measured.of(sentence, second), Measured(Figure(token), "fold", ""))
    )
    words = _around(match)
    reason = otherwise(sentence, x, words)
    if reason is not None:
        return reason
    how = unit(a, b, x, words)
    if how is None:
        return "figures of several scales"
    what = match.texts.get("noun") or match.texts.get("said") or match.texts.get("fold") or match.words
    if not of_one or how == "ratio":
        # Between groups a reduction is one of the larger figure.
        falls = token.value < 1 if how == "ratio" else token.value < 0 or _FALLS.search(what) is not None
        first, second = (first, second) if (first.value > second.value) == falls else (second, first)
    limits = x.figure.named("ci") if how in ("difference", "either") else None
    lower, upper = limits.ordered if limits is not None else (None, None)
    return Proposal(
        kind=Change,
        within=sentence,
        figures=(first, second, token),
        own=(token,),
        fields={
            "before": reported(first),
            "after": reported(second),
            "change": reported(token),
            "unit": how,
            "estimated": estimated(sentence, of_one, a, b, x, how),
            "lower": reported(lower),
            "upper": reported(upper),
        },
        why="the change beside its two figures",
        reading=match.reading.name,
    )


def _around(match: Match) -> str:
    """The words at the change that say what sort of change it is."""
    if "change" not in match.roles:
        return match.words
    change = match.one("change")
    behind = _STOPS.split(match.outline.after(change, 60))[0]
    if "noun" in match.texts:
        return behind
    return _STOPS.split(match.outline.before(change, 45))[-1] + behind[:25]


def _fold(sentence: Sentence, match: Match) -> Token | None:
    """``doubled`` and ``threefold`` as the number that they say."""
    word = match.texts.get("fold")
    if word is None:
        return None
    number = FOLDS.get(word.partition("fold")[0].rstrip("- ")) or FOLDS[word[:3]]
    start = sentence.page.low.find(word, sentence.start, sentence.end)
    comparator = ">" if "more" in match.texts else "~" if "about" in match.texts else "="
    canonical = f"{'' if comparator == '=' else comparator}{number}"
    return Token(start, start + len(word), word, canonical, number, 0, comparator, "fold", "word", None)
