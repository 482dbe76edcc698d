"""Words about significance, or about no difference, and the p-values that they are said of."""

import re
from collections.abc import Iterator

from checker.document import Span
from checker.extraction import stated_levels
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, over, settled
from checker.extraction.outline import characters
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.significance_words import (
    CLAUSE,
    CONTRAST,
    DENIED,
    NEGATED,
    NEGATED_SOMEWHERE,
    NEW_CLAUSE,
    OF_ONE,
    OTHER_CLAUSE,
    OTHER_SENSE,
    OTHER_TEST,
    PREDICATED,
    SAME,
    UNNUMBERED,
)
from checker.kinds import Significance
from checker.model import Certainty, Reported

_Q = characters("Q")
# ``A but not B significantly lowered it``
_NOT_OF_ONE = re.compile(r"\b(?:but|and) not (?!statistical)[a-z]")
_OF_THE_OTHER = re.compile(r"\b(?:in|of|among) (?:the )?(?:other|remaining|rest)\b")
_AGAINST = re.compile(r"\bvs?\b|\bversus\b|compared|\bthan\b")
# What did not change in one group may have the p of the difference from another.
_OF_ONE_GROUP = re.compile(
    rf"{_AGAINST.pattern}|\b(?:in|with|on|after|for) (?:the )?(?!(?:all|any|both|either|each)\b)[a-z]"
)
_AGAINST_P = re.compile(rf"[{_Q}] (?:vs?\.?|versus) (?:[{_Q}])?$")
# ``A was significant while B was not significant (p, p, respectively)``
_IN_TURN = re.compile(f"[{_Q}][^();]{{0,90}}respectively")
# The bracket in which the p stands, where it is open.
_BRACKET = re.compile(r"\([^()]*$")
# ``no significant difference in pain, either at rest (p``
_STILL = re.compile(r", (?:either|both|neither|in terms|with respect|with regard|regarding|including) ")
# A bracket of its own says no more than that of the figure in front.
_ASIDE = re.compile(r"[^()]{0,12}\)")
_WORD = re.compile("significan")
_LEADS_ON = re.compile(rf"[,;:({_Q}]|\b(?:and|or|of|in|for|between|with|than)\b")
# ``significantly lower pain scores (p``
_AT_ONCE = 5
_NEAR = 60
_FAR = 120
_AGAINST_IT = re.compile(r"\b(?:although|though|while|whereas|since|because)\b")
_P = re.compile(f"[{_Q}]")
# ``three fell, and one was unchanged (sign test, p``
_COUNTED = re.compile(f"[{characters('N')}] $")
_SAME = rf"(?:(?!significan)(?:[^{_Q};:]|[;:](?= ?[{_Q}])))"

_USUAL = "0.05"


def something_else(match: Match) -> str | None:
    """Why the word and the p may not speak of each other."""
    text = match.outline.text
    if text.count("significan") > 1 or match.outline.types["Q"] > 1 or UNNUMBERED.search(text):
        return "several words about significance, or several p-values"
    if found := OTHER_SENSE.search(text):
        return f"{found.group()!r}: another sense of the word"
    if found := CONTRAST.search(text):
        return f"{found.group()!r}: the p may be of the other clause"
    if NEW_CLAUSE.search(_BRACKET.sub("", match.words)):
        return "another clause between the word and the p"
    if DENIED.search(match.words):
        return "what is said of it is denied"
    if OF_ONE.match(match.after(30)):
        return "a p of one part of what the word is said of"
    before = match.before(_NEAR)
    if NEGATED_SOMEWHERE.search(before) and not NEGATED.search(before):
        return "what is negated may be something else"
    return None


def another_clause(match: Match) -> str | None:
    """Why a word may not be said of the p next to it, where the sentence has several of either."""
    if something_else(match) is None:
        return "the only word and the only p"
    word = _word(match)
    if word is None or word.start() < match.start:
        return "no word"
    return _apart(match, word, match.words)


def no_word_shared(match: Match) -> str | None:
    """Why a further p does not share the word of those in front."""
    word = _word(match)
    if word is None:
        return "no word about significance in front"
    between = match.outline.text[word.end() : match.outline.place(match.one("p"))]
    first = _P.search(between)
    if first is None:
        return "the first p behind the word"
    if found := PREDICATED.search(between, first.end()):
        return f"{found.group()!r}: something is said of it by itself"
    return _apart(match, word, between)


def _apart(match: Match, word: re.Match[str], between: str) -> str | None:
    """Why a word may not be said of a p with such words between."""
    text = match.outline.text
    before = text[max(0, word.start() - _NEAR) : word.start()]
    around = CLAUSE.split(before)[-1] + word.group() + between + match.after(30)
    if found := OTHER_SENSE.search(around) or OTHER_TEST.search(around):
        return f"{found.group()!r}: another sense of the word"
    if _IN_TURN.match(text, match.outline.place(match.one("p"))) and _WORD.search(text, 0, word.start()):
        return "p-values in turn, of results that are significant and others"
    if found := CONTRAST.search(between) or OTHER_CLAUSE.search(between):
        return f"{found.group()!r}: the p may be of another clause"
    first = between[: found.start()] if (found := _P.search(between)) else between
    if NEW_CLAUSE.search(_BRACKET.sub("", first)) or UNNUMBERED.search(between):
        return "another clause between the word and the p"
    if OF_ONE.match(match.after(30)) or match.after(1) == "/" or _AGAINST_P.search(between):
        return "a p of one part of what the word is said of"
    if match.one("p").value >= 1:
        return "no p-value"
    if _ASIDE.match(between):
        return "the word is said of the figure in front"
    behind_comma = "," in first.rpartition("(")[0]
    if behind_comma and _AGAINST_IT.search(text, 0, word.start()):
        return "the p is of the clause behind"
    clause = CLAUSE.split(text[max(0, word.start() - _FAR) : word.start()])[-1]
    if not NEGATED_SOMEWHERE.search(clause + before) and not _none(match, word.start() - len(clause), word.start()):
        return None
    if not NEGATED.search(before) or _NOT_OF_ONE.search(before):
        return "what is negated may be something else"
    return "another clause behind what is negated" if behind_comma and not _STILL.search(between) else None


def _none(match: Match, start: int, end: int) -> bool:
    """Whether there is a ``none`` between two places: it is a number."""
    return any(token.value == 0 and start <= match.outline.place(token) < end for token in match.outline.tokens)


def difference_of_another(match: Match) -> str | None:
    """Why the p may be of something else than what is said not to differ."""
    around = match.before(_NEAR) + match.words + match.after(40)
    if _COUNTED.search(match.before(2)):
        return "people of whom it is said one by one"
    if found := OTHER_SENSE.search(around) or OTHER_TEST.search(around):
        return f"{found.group()!r}: no test of a difference"
    if found := CONTRAST.search(match.words) or PREDICATED.search(match.words, len(match.texts["same"])):
        return f"{found.group()!r}: the p may be of another clause"
    if _AGAINST.search(match.after(12)) or ("chang" in match.texts["same"] and _OF_ONE_GROUP.search(match.words)):
        return "a p of two groups, of which one did not change"
    if "," in match.words.rpartition("(")[0] or OF_ONE.match(match.after(30)) or match.after(1) == "/":
        return "the p may be of a part"
    return "said of one part" if _OF_THE_OTHER.search(match.before(_NEAR)) else None


def which_p(match: Match) -> str | None:
    """Why the claim of one of several is a guess: unless the p follows its word at once."""
    said = match.words.rpartition("(")[0]
    if match.words.startswith("significan") and said and not _LEADS_ON.search(said) and len(said.split()) <= _AT_ONCE:
        return None
    return "the word may be said of another p of the sentence"


def _word(match: Match) -> re.Match[str] | None:
    """The last word about significance in front of the p."""
    held = list(_WORD.finditer(match.outline.text, 0, match.outline.place(match.one("p"))))
    return held[-1] if held else None


READINGS = (
    Reading(
        name="significant (p)",
        shape="significan(?:t|ce|tly)[^a-z].{0,159}?<p:Q>",
        reads=(
            "Scores were significantly better with alfa (p = {p 0.20}).",
            "There was no statistically significant difference (p = {p 0.30}).",
        ),
        leaves=(
            "The difference was clinically significant (p = 0.20).",
            "The difference just missed significance (p = 0.07).",
            "Significant stenosis was no more frequent in men (p = 0.72).",
            "Scores were significant, and pain fell slightly (p = 0.20).",
            "Scores did not improve, which was significant (p = 0.40).",
            "Scores were not significantly different (p = NS), in contrast to pain (p = 0.01).",
            "There was no significant difference in scores (p = 0.04 for age).",
        ),
        unless=something_else,
    ),
    Reading(
        name="significant (p), and significant (p)",
        shape=rf"significan(?:t|ce|tly)[^a-z]{_SAME}{{0,159}}?<p:Q>",
        reads=(
            "Fever was significantly rarer (p = {p 0.01}) and cough was not (p = 0.30).",
            "Fever was rarer (p = 0.04), but there was no significant difference in cough (p = {p 0.30}).",
        ),
        leaves=(
            "Cough fell by 4% (not significant) and 16% (p = 0.01), fever by 5% (p = 0.02).",
            "Fever (p = 0.01) but not cough significantly fell (p = 0.02).",
        ),
        unless=another_clause,
        doubt=which_p,
        hints=("significan",),
    ),
    Reading(
        name="significant (p), (p)",
        shape=rf"(?:,|\band\b|\bor\b|<:Q>){_SAME}{{0,120}}?<p:Q>",
        reads=("Alfa led to significantly less pain (p = 0.01), fever (p = 0.03), and cough (p = {p 0.04}).",),
        leaves=("Alfa led to significantly less pain (p = 0.01), fever was as frequent (p = 0.40).",),
        unless=no_word_shared,
        doubt=which_p,
        hints=("significan",),
    ),
    Reading(
        name="no difference (p)",
        shape=(rf"(?P<same>{SAME}){_SAME}{{0,120}}?<p:Q>"),
        reads=(
            "Scores did not differ between men and women (p = {p 0.30}).",
            "The groups were comparable in age (p = {p 0.60}).",
        ),
        leaves=(
            "There were similar reductions in both groups (p = 0.01).",
            "Response was similar in men, but was higher in women (p = 0.01).",
            "In the other groups there was no difference in pain (p = 0.30).",
        ),
        unless=difference_of_another,
        doubt=lambda _: "what does not differ is not said to be so by this p",
    ),
)
_WHOLE = READINGS[0]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for each p of which a word about significance is said."""
    for sentence in page.sentences:
        if not sentence.tokens or not sentence.brief.types["Q"]:
            continue
        for match in settled(list(matches(READINGS, sentence.brief)), over("p")):
            yield _proposal(page, sentence, match)


def _proposal(page: Page, sentence: Sentence, match: Match) -> Proposal:
    p, word = match.one("p"), _word(match)
    figures: tuple[Span, ...] = ()
    negated, wording = True, "not-found"
    if "same" not in match.texts and word is not None:
        negated = NEGATED.search(match.outline.text[max(0, word.start() - _NEAR) : word.start()]) is not None
        wording = "not-significant" if negated else "significant"
        figures = tuple(_place(sentence, p.start))
    levels = page.once(stated_levels.levels)
    alpha = (min if negated else max)(levels, key=float) if levels else _USUAL
    doubt = match.doubt
    if alpha != _USUAL:
        doubt = doubt or f"a level of {alpha} may be of another analysis"
    elif negated and page.says(stated_levels.MULTIPLE):
        doubt = doubt or "with many comparisons the level may lie below 0.05"
    return Proposal(
        kind=Significance,
        within=sentence,
        figures=(p, *figures),
        own=(p,),
        fields={
            "wording": wording,
            "p": reported(p),
            **({"alpha": Reported(alpha)} if alpha != _USUAL else {}),
        },
        certainty=Certainty.PRINTED if doubt is None else Certainty.GUESSED,
        why=doubt or "the only word about significance and the only p of a sentence",
        reading=match.reading.name,
    )


def _place(sentence: Sentence, before: int) -> Iterator[Span]:
    """Where the word stands in the document."""
    low = sentence.page.low
    start = low.rfind("significan", sentence.start, before)
    if start >= 0:
        end = next(at for at in range(start, sentence.end + 1) if at == sentence.end or not low[at].isalpha())
        yield Span(start, end)
