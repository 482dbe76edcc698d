"""Figures: a number with all that is printed with it, put together once, in sentences and cells alike.

``67% (16/24; 95% CI 45-84)`` is one figure: a percentage with its count and total and its interval. What it measures,
and of whom, others say.
"""

import functools
import re
from typing import Literal

import msgspec

from checker.extraction.grammar import Match, compiled, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY, Outline, characters
from checker.extraction.phrases import NAMED, NOUNS
from checker.extraction.surfaces import limits as limit_readings
from checker.extraction.surfaces import p_values, sizes
from checker.extraction.surfaces.shares import shares
from checker.extraction.surfaces.spreads import SpreadName, spreads
from checker.extraction.vocabulary import UNITS_OF_TIME

LimitsName = Literal["ci", "iqr", "range"]

_FARTHEST = 110
_FARTHEST_P = 60
# From a value to the words of its interval, past units, a few words, brackets and stops. Atomic, since a word must
# not be tried in pieces.
_TO_INTERVAL = re.compile(
    r"(?:[ ]?\))?(?:-fold)?(?:[ ]?(?>%|per 10[0, ]{1,7}|[a-z][\w²°/%.-]{0,24}|\([a-z][\w /-]{0,20}\))){0,8}"
    r"[ ]?[,;:(]{0,2}[ ]?"
    r"(?:\(|with (?:a |an )?|and (?:a )?|or )?(?:the )?[ (]{0,2}(?:two-sided )?"
)
# Quartiles and ranges are set apart from their value, and nothing else is named between.
_APART = re.compile(r"(?!.{0,100}\b(?:and|to|than|but|vs|versus|sd)\b).{0,100}[,;:(]")
# What stands in front of a number that another is counted in: ``7.3/17``, ``2.2 per 100 years``, ``3.5 of 10``; and
# in front of one that is the rest of another: ``9 1/2``.
_PER = re.compile(f"[{characters('A')}](?:{NAMED['units']} ?(?:/|per)| (?:out )?of) ?$")
# ``t(30) = -2.54, 95% CI``: the interval is of the estimate that the statistic tests, which stands farther in front.
_STATISTIC = re.compile(r"(?<![a-z])(?:t|z|f|χ2?|wald)(?: ?\([^()]{1,12}\))? ?= ?$")
# ``day 21 (OR 95% CI 0-0.9)``: when the estimate was had, which is not printed.
_VISIT = re.compile(r"\b(?:day|week|month|year|visit|cycle) $")
_UNCLEAR = re.compile("(?:/|\\bper) ?$")
_PART = re.compile(f"[{characters('A')}] [{characters('A')}]/$")
_TO_P = re.compile(
    r"[ ]?[%)a-z/]{0,12}[ )]{0,3}(?:[,;:.]|and|with)?[ ]?\(?(?:and |with |a |an )?(?:two-(?:sided|tailed) )?\(?p.{0,24}"
)
_OTHER_P = re.compile(r"\bfor |trend|interact|heterog")
_OTHER_P_BEHIND = re.compile(
    r"[^.;()]{0,12}(?:trend|interaction|heterogen|non-?inferior|linear|overall|homogen|between|all comp|equival)"
)
# Shares and p-values that stand between a value and its interval.
_PASSED_OVER = re.compile(
    f" (?:at|after|by|for|over|within|in) [{ANY}](?= ?-?(?:year|month|week|day|hour))| per [{ANY}]|"
    f" ?\\(?(?:n ?= ?)?[{ANY}](?:(?:/| of )[{ANY}])?(?:[;,]|(?: [a-z]{{3,15}})? ?\\))?|"
    f"\\(?p ?[<=>≤≥]+ ?[{ANY}][;,]?"
)
# The words that say what bare limits behind them are.
_STYLE = compiled("{quartile_words}|{range_words}|{interval_words}")
_EMPTY_BRACKET = re.compile(rf" ?\((?:[ ]?n ?=)?[\s;,:/]*(?:{NOUNS})?\)")
_BEGINS = re.compile(r"\( ?[;,:] ?")
_CLOSING = re.compile(r"(?: ?(?:%|[a-z/²°]{1,12}))? ?\)")
# Levels of confidence intervals.
_LEVELS = (90, 95, 99)
_WHEN = re.compile(r" (?:at|after|by|over|within|in) ")
# What stands, while a brief outline is made, for a number that goes, and for a character that does.
_GONE, _CUT = "\x00", "\x01"
_UNIT_BEHIND = re.compile(rf"{_CUT} ?(?:%|[a-z/²°]{{1,12}})(?= ?[);,])")
_EMPTY_OF = re.compile(r"(?: (?:out )?of(?: (?:the|all|these|those))?)? ?/?\x00")


class Limits(msgspec.Struct, frozen=True, gc=False):
    """Two limits as printed; ``name`` None where nothing says what they are.

    ``styled``: only the words before an earlier figure do.
    """

    lower: Token
    upper: Token
    name: LimitsName | None = None
    level: str = "95"
    styled: bool = False

    @property
    def ordered(self) -> tuple[Token, Token]:
        """In ascending order; print has them reversed at times, which is no error of theirs."""
        return (self.lower, self.upper) if self.lower.value <= self.upper.value else (self.upper, self.lower)


class Figure(msgspec.Struct, gc=False):
    """A number and what is printed with it.

    Attributes:
        value: the number; of a share its percentage.
        count, total: those of a share; the count may stand alone with its percentage.
        limits: the pairs of limits behind it.
        spread, spread_name: its standard deviation or error; no name where only a sign stands before it.
        error: its standard error, where its standard deviation is printed too.
        size: the number of values, printed with the spread.
        p: the p-value right behind it.
        doubt: why its count and total may belong to another, if they may.
    """

    value: Token
    count: Token | None = None
    total: Token | None = None
    limits: tuple[Limits, ...] = ()
    spread: Token | None = None
    spread_name: SpreadName | None = None
    error: Token | None = None
    size: Token | None = None
    p: Token | None = None
    doubt: str | None = None

    def named(self, *names: LimitsName | None) -> Limits | None:
        """Its first limits of one of these names."""
        return next((limits for limits in self.limits if limits.name in names), None)

    @property
    def unit(self) -> str | None:
        """Its unit, which stands behind its spread where it has one."""
        return self.value.unit or (self.spread.unit if self.spread is not None else None)

    @property
    def number(self) -> Token | None:
        """How many things it counts, where it counts any."""
        plain = self.value.countable and self.spread is None and not self.limits
        return self.count or (self.value if plain else None)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All its numbers in the order of the text."""
        parts = (self.value, self.count, self.total, self.spread, self.error, self.size, self.p)
        held = [token for token in parts if token is not None]
        held += [token for limits in self.limits for token in (limits.lower, limits.upper)]
        return tuple(sorted(held, key=lambda token: token.start))


class Printed:
    """The figures of an outline.

    Attributes:
        outline: every number.
        figures: in the order of the text, each number in one of them at most; p-values of nothing in particular too.
        ps: the offsets of all p-values, each with where its words begin in the outline.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._figures = {token.start: Figure(token) for token in outline.tokens}
        self._inside: set[int] = set()
        # The figure that a spread is part of, and from where to where in the outline its spread is printed.
        self._whole: dict[int, Figure] = {}
        self._spans: dict[int, tuple[int, int]] = {}
        self._cuts: list[tuple[int, int]] = []
        # Limits of a figure that was not found.
        self._nobodys: set[int] = set()
        self.ps: dict[int, int] = {}
        if outline.tokens:
            self._ps()
        if len(outline.tokens) > 1:
            self._shares()
            self._spreads()
            self._sizes()
            self._limits()
            self._attach_ps()
        self.figures = [figure for start, figure in self._figures.items() if start not in self._inside]

    def figure(self, token: Token) -> Figure | None:
        """The figure whose value a number is, if it is no part of another."""
        return None if token.start in self._inside else self._figures.get(token.start)

    def _shares(self) -> None:
        for share in shares(self.outline):
            figure = self._figures[share.percent.start]
            figure.count, figure.total, figure.doubt = share.count, share.total, share.doubt
            self._inside.update(token.start for token in (share.count, share.total) if token is not None)

    def _ps(self) -> None:
        for match in settled(list(matches(p_values.READINGS, self.outline))):
            if 0 <= match.one("p").value <= 1:
                self.ps[match.one("p").start] = match.start

    def _spreads(self) -> None:
        for each in spreads(self.outline):
            parts = {token.start for token in (each.spread, each.error) if token is not None}
            if self._inside & {each.value.start, *parts}:
                continue
            figure = self._figures[each.value.start]
            figure.spread, figure.spread_name, figure.error = each.spread, each.name, each.error
            self._inside |= parts
            self._whole.update(dict.fromkeys(parts, figure))
            self._span(figure, each.start, each.end)

    def _sizes(self) -> None:
        for match in matches(sizes.READINGS, self.outline):
            size, figure = match.one("size"), self._whole.get(self.outline.at(match.start).start)
            if figure is not None and figure.spread is not None and size.start not in self._inside:
                figure.size = size
                self._inside.add(size.start)
                self._span(figure, match.start + 1, match.end)

    def _span(self, figure: Figure, start: int, end: int) -> None:
        """Note from where to where the spread of a figure is printed, its size included."""
        start, _ = self._spans.get(figure.value.start, (start, end))
        self._spans[figure.value.start] = start, end
        self._cuts.append((start, end))

    def _limits(self) -> None:
        found = settled(list(matches(limit_readings.READINGS, self.outline)))
        styles = list(_STYLE.finditer(self.outline.text)) if found else []
        for match in found:
            value = self._named(match) if "value" in match.roles else self._of(match)
            if value is None or value.start in self._inside or match.one("lower").start in self._inside:
                self._nobodys.update((match.one("lower").start, match.one("upper").start))
                continue
            name: LimitsName | None = None
            if match.reading is limit_readings.CONFIDENCE:
                name = "ci"
            elif "iqr" in match.texts or "range" in match.texts:
                name = "iqr" if "iqr" in match.texts else "range"
            elif header := limit_readings.HEADER.search(
                self.outline.text, max(0, self.outline.place(value) - 120), self.outline.place(value)
            ):
                name = "iqr" if header["iqr"] else "range"
            level = match.texts.get("level") or match.texts.get("level_behind")
            styled = name is None
            if name is None:
                # ``mean difference (95% CI) -1.8 (-3.5 to -0.1)``, and further ones in the style of those before.
                style = next((each for each in reversed(styles) if each.end() <= self.outline.place(value)), None)
                if style is not None and not (style["iqr"] or style["range"]):
                    name, level = "ci", style["level"] or style["level_behind"]
            limits = Limits(match.one("lower"), match.one("upper"), name, level or "95", styled and name is not None)
            figure = self._figures[value.start]
            figure.limits = (*figure.limits, limits)
            self._inside.update((limits.lower.start, limits.upper.start))
            between = "value" in match.roles and value.start < limits.lower.start
            start = self.outline.place(limits.lower) if between else match.start
            self._cuts.append((start, self.outline.place(limits.upper) + 1))

    def _of(self, match: Match) -> Token | None:
        """The number that limits without one of their own are of: the nearest in front that is no part of another."""
        outline = self.outline
        at = self._free(outline.index(match.one("lower")) - 1)
        if at > 0 and outline.tokens[at].value in _LEVELS and match.start - outline.place(outline.tokens[at]) <= 2:
            # ``2.2, 95 confidence interval 1.2-4.1``: the sign is missing.
            at -= 1
        if at > 0 and self._is_when(outline.tokens[at], outline.tokens[at - 1]):
            at = self._free(at - 1)
        if at < 0:
            return None
        value = outline.tokens[at]
        place = outline.place(value) + 1
        _, end = self._spans.get(value.start, (place, place))
        # ``56 (IQR 47-68), range 19-87``: past the limits that it has already.
        end = max([end, *(outline.place(limits.upper) + 1 for limits in self._figures[value.start].limits)])
        words = _PASSED_OVER.sub("", outline.text[end : match.start])
        if len(words) > _FARTHEST or not _TO_INTERVAL.fullmatch(words):
            return None
        if (
            match.reading is not limit_readings.CONFIDENCE
            and value.start not in self._spans
            and not self._figures[value.start].limits
            and not _APART.match(words)
        ):
            return None
        return self._counted_in(value)

    def _is_when(self, token: Token, before: Token) -> bool:
        """Whether a number only says when the figure in front of it was had: ``58% at 3 years (95% CI 49% to 66%)``."""
        if token.unit not in UNITS_OF_TIME or not before.percent:
            return False
        return _WHEN.fullmatch(self.outline.between(before, token)) is not None

    def _named(self, match: Match) -> Token | None:
        """The number right in front of limits in brackets."""
        at = self.outline.index(match.one("value"))
        if at > 0 and self._is_when(self.outline.tokens[at], self.outline.tokens[at - 1]):
            at -= 1
        return self._counted_in(self.outline.tokens[at])

    def _counted_in(self, value: Token) -> Token | None:
        """A number, or the one in front that it only says the unit of: ``1,033 mg/24 h``."""
        before = self.outline.before(value, 40)
        if _PER.search(before) and not _PART.search(before):
            at = self._free(self.outline.index(value) - 1)
            return self.outline.tokens[at] if at >= 0 else None
        unclear = _UNCLEAR.search(before) or _STATISTIC.search(before) or _VISIT.search(before)
        return None if unclear else value

    def _free(self, at: int) -> int:
        """The position of the nearest number at one or in front of it that is no part of another and no p; else -1."""
        taken = self._inside | self._nobodys | self.ps.keys()
        while at >= 0 and self.outline.tokens[at].start in taken:
            at -= 1
        return at

    def _attach_ps(self) -> None:
        """Give p-values to the figure right in front of them."""
        outline = self.outline
        for at, token in enumerate(outline.tokens):
            if token.start not in self.ps or not at:
                continue
            gap = outline.between(outline.tokens[at - 1], token)
            if len(gap) > _FARTHEST_P or not _TO_P.fullmatch(gap) or _OTHER_P.search(gap):
                continue
            if _OTHER_P_BEHIND.match(outline.after(token, 40)):
                continue
            before = at - 1
            while before >= 0 and outline.tokens[before].start in self._inside:
                before -= 1
            if before >= 0 and outline.tokens[before].start not in self.ps:
                self._figures[outline.tokens[before].start].p = token

    @functools.cached_property
    def brief(self) -> Outline:
        """The outline with one symbol for each figure, without spreads, intervals and counts.

        The words of a p-value are in its symbol: ``fell from 8.3 ± 0.4 to 6.9% (P = 0.002)`` becomes
        ``fell from 8.3 to 6.9% (Q)``.
        """
        if not self._inside and not self.ps:
            return self.outline
        outline = self.outline
        first = {figure.tokens[0].start: figure.value for figure in self.figures if figure.count is not None}
        moved = {value.start for value in first.values()}
        text = list(outline.text)
        for token in outline.tokens:
            place = outline.place(token)
            if token.start in self.ps:
                text[place] = outline.symbol(token, "Q")
                self._cuts.append((self.ps[token.start], place))
            elif token.start in first:
                # A share's symbol stands where the share begins.
                value = first[token.start]
                text[place] = outline.text[outline.place(value)]
            elif token.start in self._inside or token.start in moved:
                text[place] = _GONE
        for start, end in self._cuts:
            kept = ""
            if outline.text.count("(", start, end) > outline.text.count(")", start, end):
                closing = _CLOSING.match(outline.text, end)
                # More stands in the bracket: it stays open.
                end, kept = (closing.end(), "") if closing else (end, " (")
            text[start:end] = [*kept, *[_CUT] * (end - start - len(kept))]
        made = "".join(text)
        if _GONE in made:
            made = _EMPTY_OF.sub("", made).replace(_GONE, "")
        made = _UNIT_BEHIND.sub("", made).replace(_CUT, "")
        return outline.retold(_BEGINS.sub("(", _EMPTY_BRACKET.sub("", made)))
