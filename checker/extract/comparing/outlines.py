"""A sentence reduced to its words and figures: each figure one character, and what is said of a figure in passing gone.

``fell from 8.3 ± 0.4 to 6.9% (P = 0.002)`` becomes ``fell from ① to ②``, so that a grammar need not know every way
to print a spread, an interval, a count or a p-value between two figures.
"""

import re

import msgspec

from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Sentence
from checker.extract.vocabulary import TIMES

# The character of the first figure; a sentence has fewer figures than there are characters of private use.
_FIRST = 0xE000
FIGURE = "[\ue000-\uf8ff]"
_FIGURE = re.compile(FIGURE)
# A bracket that is kept stands in braces, which no sentence has: its brackets are all round.
OPEN, CLOSE = "{", "}"

_TIME_WORDS = frozenset(TIMES.values())
_TO_TIME = re.compile(
    r"\b(?:at|after|over|within|during|for|until|next|first|last|every|in|in the|after the|"
    r"(?:period|follow-up|course|interval|minimum|total) of)[ (]{1,2}$"
)
_POINTS_BEHIND = re.compile(r"-(?:percentage[- ])?points?\b")
# ``n = 12``, ``t(34) = 2.1``: the size of a sample, the value of a test statistic.
_SAMPLE = re.compile(
    r"\bn ?= ?$|\b[tfzrdghuw] ?(?:\([\d., ]{1,12}\))? ?[=<>] ?$|"
    r"\b[tf] ?\((?:[\d.]{1,6}, ?)?$|(?:χ2?|χ²|chi2|\bdf) ?[=(] ?$"
)
_FOLD = re.compile(
    r"\b(?P<word>two|three|four|five|six|seven|eight|nine|ten)[- ]?fold\b|"
    r"(?:(?P<more>more than|over)|(?P<about>nearly|almost|approximately|about|roughly) )? ?"
    r"\b(?P<verb>doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing))\b"
)
_FOLDS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)} | {
    "doub": 2, "trip": 3, "quad": 4, "halv": 2
}  # fmt: skip

# A lost sign leaves ``+/-1.9`` a negative number.
_SPREAD = re.compile(
    rf"[ ]?(?P<open>\([ ]?)?(?:±|\+ ?/ ?-|\+ ?/ ?(?={FIGURE})|\+-|\+(?= ?[\d.]{{1,6}} ?%)|\+ or -)"
    rf"[ ]?(?:[\d.,]{{1,9}}|{FIGURE})(?:[ ]?(?P<percent>%))?"
    rf"(?(open)[ ]?\))"
)
_P_VALUE = re.compile(r"[,;]?[ ]?\bp ?(?:<|>|=|≤|≥|less than|greater than){1,2} ?(?:or ?= ?)?[\d.]{1,8}(?![\w.]*\d)")
_P_SIGN = re.compile(r"p ?(?:<|>|=|≤|≥|less than|greater than)")
_BRACKET = re.compile(r"[ ]?\(([^()]{0,200})\)")
_EXPONENT = re.compile(rf"[ ]?\({FIGURE}\)")
_SAID_AGAIN = re.compile(rf"{FIGURE}[^;()]{{0,40}}?$")
_NO_CHANGE = re.compile(r"\b(?:range|ranging|iqr|interquartile|aged?)\b")
_CHANGE = re.compile(
    r"increas|decreas|reduc|rise|rose|drop|declin|fall|fell|differ|gain|improv|chang|loss|lower|higher|greater|fewer|"
    r"less|shorter|longer|arr\b|rrr\b|rd\b|\bby\b|fold"
)
_COMPARED = re.compile(
    rf"\bfrom\b[^;]{{0,60}}{FIGURE}[^;]{{0,60}}\bto\b|"
    rf"{FIGURE}[^;]{{0,60}}(?:\bvs?\b|versus|compared|against)[^;]{{0,60}}{FIGURE}"
)


# A percentage with its count, and its total, in front of it.
_COUNTED = re.compile(
    rf"{FIGURE}(?:[ ]?(?:/|of|out of)[ ][^;:{{}}\ue000-\uf8ff]{{0,20}}{FIGURE})?[^;:{{}}\ue000-\uf8ff]{{0,30}} "
    rf"<({FIGURE})>"
)


class Outline(msgspec.Struct):
    """The outline of a sentence and its figures, in the order of their characters."""

    text: str
    figures: list[Token]

    def figure(self, mark: str) -> Token:
        """The figure of a character."""
        return self.figures[ord(mark) - _FIRST]


def outline(sentence: Sentence) -> Outline:
    """A sentence with one character for each figure, without spreads, intervals, counts and p-values in brackets."""
    figures = sorted(_figures(sentence), key=lambda token: token.start)
    low = sentence.page.low
    pieces = []
    position = sentence.start
    kept: list[Token] = []
    for token in figures:
        if token.start < position:
            continue
        pieces += [low[position : token.start], chr(_FIRST + len(kept))]
        kept.append(token)
        position = token.end
    pieces.append(low[position : sentence.end])
    text = "".join(pieces)
    if "±" in text or "+" in text:
        text = _SPREAD.sub(r"\g<percent>", text)
    if _P_SIGN.search(text):
        text = _P_VALUE.sub("", text)
    result = Outline(text, kept)
    for _ in range(3 if "(" in text else 0):
        shorter = _BRACKET.sub(lambda found: _bracket(result, found), result.text)
        if shorter == result.text:
            break
        result.text = shorter
    result.text = _COUNTED.sub(r"\1", result.text) if "<" in result.text else result.text
    return result


def _figures(sentence: Sentence) -> list[Token]:
    """The figures that may be results: no p-values, no times at which something was measured."""
    low = sentence.page.low
    found = [
        token
        for token in sentence.tokens
        if not _SAMPLE.search(sentence.before(token, 20))
        and not (token.unit in _TIME_WORDS and _TO_TIME.search(sentence.before(token, 20)))
        and not is_p(sentence, token)
    ]
    for token in sentence.others:
        if token.reason == "compound" and (behind := _POINTS_BEHIND.match(low, token.end, sentence.end)):
            end = token.end if "percentage" not in behind.group() else behind.end()
            found.append(msgspec.structs.replace(token, end=end, unit="points", reason=None))
    for match in _FOLD.finditer(low, sentence.start, sentence.end):
        number = _FOLDS[match["word"] or match["verb"][:4]]
        comparator = ">" if match["more"] else "~" if match["about"] else "="
        canonical = f"{'' if comparator == '=' else comparator}{number}"
        # A verb stays in the text behind its number.
        end = match.end("word") if match["word"] else match.start("verb")
        start = match.start("word") if match["word"] else match.start("verb")
        found.append(Token(start, end, low[start:end], canonical, number, 0, comparator, "fold", "word", None))
    return found


def _bracket(result: Outline, found: re.Match[str]) -> str:
    """What becomes of a bracket: nothing, its one figure, or all of it in braces."""
    inside = found[1]
    marks = _FIGURE.findall(inside)
    if not marks:
        return "" if len(inside) < 40 else found.group()
    if _EXPONENT.fullmatch(found.group()) and re.fullmatch("-[1-9]", result.figure(marks[0]).literal):
        # ``kPa (-1)``
        return ""
    before = found.string[max(0, found.start() - 40) : found.start()]
    if _COMPARED.search(inside) and not _NO_CHANGE.search(inside):
        return f" {OPEN}{inside}{CLOSE}"
    if _CHANGE.search(inside):
        return f" {OPEN}{inside}{CLOSE}"
    first = result.figure(marks[0])
    signed = inside.lstrip().startswith("+") or (inside.lstrip()[:1] == marks[0] and first.value < 0)
    if signed and (len(marks) == 1 or re.search(rf"{FIGURE}[^;]{{0,12}};? ?n ?= ?{FIGURE}", inside)):
        return f" {OPEN}{inside}{CLOSE}"
    if len(marks) == 1 and not _SAID_AGAIN.search(before) and inside.lstrip()[:1] == marks[0]:
        # ``in group A (34.2%)``: the figure itself.
        return f" {marks[0]}"
    last = _FIGURE.findall(before)
    if last and first.percent and inside.lstrip()[:1] == marks[0] and result.figure(last[-1]).countable:
        # ``12 of 50 (24%)``: the percentage is the figure.
        return f" <{marks[0]}>"
    return ""
