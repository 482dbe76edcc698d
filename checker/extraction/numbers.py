"""The lexer: every number of a text, in digits or words, with what its print says and what it is not.

`tokens` yields all of them, also those that are no data (a date, a dose, a citation): a token's ``reason``
names why. The grammars look at the rest. All patterns repeat a bounded number of times, so that the work
is linear in the length of any text.
"""

import bisect
import re

import msgspec

from checker.extraction import chains, context, literals, regions, sieve
from checker.extraction.token import Kind, Token
from checker.extraction.typography import plain
from checker.numerals import LARGEST, SUPERSCRIPTS, is_figure, number_of_words

__all__ = ["MOST_NUMBERS", "Token", "lex", "tokens"]

# A literal of more characters than this is a serial number, a sequence or an attack, never a measurement.
_LONGEST = 30

# A book of tables has fewer numbers; what follows so many is left unread, which bounds the memory of a hostile text.
MOST_NUMBERS = 1_000_000

# Thousands in groups of three: by commas, or by exactly one space. At most four groups, which keeps a
# hostile run of groups linear. A bare decimal needs a non-word before its dot. A decimal point may have lost
# its place (``98 . 0%``, ``30. 8% and``). A plain number otherwise.
_DIGITS = re.compile(
    r"""
    (?P<commas> [1-9][0-9]{0,2} (?: ,[0-9]{3} ){1,4} (?! [0-9] | ,[0-9] ) (?: \.[0-9]+ )? )
    | (?P<spaces> (?<! [0-9.,] ) [1-9][0-9]{0,2} (?: [ ][0-9]{3} ){1,4} (?! [0-9] | [ ]?% | [.,-][0-9]
        | /(?! [1-9][0-9]{0,2}[ ][0-9]{3}(?![0-9]) )[0-9] ) )
    | (?P<bare> (?<! [\w.)] ) \.[0-9]+ (?! \.[0-9] ) )
    | (?P<broken> (?<! [0-9.] ) (?: [0-9]{1,3}[ ]\.[ ][0-9]{1,3} (?= [ ]?% | [ ]?\) )
        | [0-9]{1,3}\.[ ][0-9] (?= [ ]?% (?! [ ] (?: of | were | had | have | in )\b ) ) ) )
    | (?P<plain> [0-9]+ (?: \.[0-9]+ )? )
    """,
    re.VERBOSE,
)
# Where digits begin, with the dot of a bare decimal: all that need be tried.
_BEGIN = re.compile(r"[.0-9](?:(?<=[0-9])|(?=[0-9]))")
# Scientific notation behind the digits: 1.8e-06, 3.0 x 10^7, 3.0 × 10⁷ and 3.0 × 107, its raised 7 lost.
_POWER = re.compile(
    r"""
    [eE] (?P<e> [-+]? [0-9]{1,3} ) (?! [\w.] )
    | [ ]{0,2} [x*.] [ ]{0,2} 10 (?: [ ]?\^[ ]? \(? (?P<caret> [-+]? [0-9]{1,3} ) \)?
        | (?P<raised> [⁻⁺]? [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} ) | (?P<lost> [ ]?-?[1-9][0-9]? ) (?! [0-9.,%] ) )
    """,
    re.VERBOSE,
)
_TEN = re.compile(r"\^[ ]? \(? (?P<caret> [-+]? [0-9]{1,3} ) \)? | (?P<raised> [⁻⁺]? [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} )", re.VERBOSE)
_VARIES = re.compile(r"\((?:range|iqr)[ :,=]{1,3}[0-9.]{1,8}[ ]?(?:--?|to)[ ]?$", re.IGNORECASE)
_PERCENT = re.compile(r"[ ]{0,2}(?:%|per ?cent(?![a-z])|pct\b)")
_POINTS = re.compile(r"[ ]{0,2}(?:%|per ?cent|percentage)[ -]{1,2}points?\b")

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[- ]{{1,2}}(?:{_ONES}))?|(?:{_ONES}|{_TEENS})(?![a-z]))"
_SCALE = r"(?:[ -]{1,2}(?:hundred|thousand|million)(?![a-z]))"
# Words that spell whole numbers; fractions and ordinals in words, which are no counts.
_WORDS = re.compile(
    rf"""(?<![\w])(?:
      (?P<fraction> half | (?:one|two|three|four|a)[ -](?:half|thirds?|quarters?|fourths?|fifths?|tenths?) )
    | (?P<cardinal> zero | none | nil | {_SMALL} {_SCALE}{{0,2}}
        (?: [ -]{{1,2}} (?: and[ ]{{1,2}} )? {_SMALL}
            (?: {_SCALE} (?: [ ]{{1,2}} (?: and[ ]{{1,2}} )? {_SMALL} )? )? )? )
    | (?P<ordinal> first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
        | eleventh | twelfth | (?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth )
    )(?![\w])""",
    re.VERBOSE,
)
_PARTS = "half|third|quarter|fourth|fifth|tenth"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
# How all of them begin.
_BEGIN_WORDS = sieve.finder(
    [
        *(f"zero|none|nil|half|{_ONES}|{_TEENS}|{_TENS}|twent|thirt|fort|fift|sixt".split("|")),
        *_ORDINALS,
        *(f"a{gap}{part}" for gap in " -" for part in _PARTS.split("|")),
    ]
)
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_NUMERATORS = {"one": 1, "two": 2, "three": 3, "four": 4, "a": 1}

# Comparators before the digits, in lower case, longest first.
_COMPARATOR = literals.compiled(
    r"""(?:
      (?P<le> <[ ]?or[ ]?= | </= | <[ ]?= | =[ ]?< | ≤ | (?:less|lower|fewer|smaller)[ ]than[ ]or[ ]equal[ ]to
            | \bat[ ]most | \bup[ ]to )
    | (?P<ge> >[ ]?or[ ]?= | >/= | >[ ]?= | ≥ | (?:greater|more|higher|larger)[ ]than[ ]or[ ]equal[ ]to | \bat[ ]least )
    | (?P<lt> < | (?:less|lower|fewer|smaller)[ ]than | \b(?:under|below) | \balmost | \bnearly )
    | (?P<gt> > | (?:greater|more|higher|larger)[ ]than | \b(?:over|above|exceeding) )
    | (?P<about> ~ | \b(?:about|approximately|approx\.?|roughly|around|circa|some|an?[ ]estimated) )
    )[ ]{0,2}(?:an?[ ])?$""",
    re.VERBOSE,
)
_COMPARATORS = {"le": "≤", "ge": "≥", "lt": "<", "gt": ">", "about": "~"}
# ``almost 70%`` may be 70.4 rounded down as well as 69.8: approximate, not an upper bound.
_ROUGHLY = ("nearly", "almost")
# The last character before a number, when a comparator may stand there, and the last characters of all of them.
_MAY_COMPARE = frozenset("<>=≤≥~neytodgrwa.")
_COMPARE = (
    "<", ">", "=", "≤", "≥", "~", "than", " to", "most", "least", "under", "below", "nearly", "over", "above",
    "exceeding", "about", "approximately", "approx", "approx.", "roughly", "around", "circa", "some", "estimated",
    " a", " an",
)  # fmt: skip

# A sign with a space behind it, where no dash can be anything else: ``confidence interval, - 0.7 to + 20.4``.
_SPACED_SIGN = re.compile(r"(?:(?:intervals?|limits|\bc\.?i\.?s?)[\])]?[,:;=] ?|[0-9] ?%? to )- $", re.IGNORECASE)
# What may stand before a sign; anything else before a dash makes the dash a range or a hyphen.
_BEFORE_SIGN = frozenset(" (,;:=<>≤≥[~/")


def tokens(text: str) -> list[Token]:
    """Every number of the text in order, in digits and words, data or not.

    >>> [(token.literal, token.comparator, token.reason) for token in tokens("P < 0·05 in 12 of 60 (Table 3)")]
    [('0·05', '<', None), ('12', '=', None), ('60', '=', None), ('3', '=', 'figure number')]
    """
    return lex(text, plain(text))


def lex(text: str, norm: str) -> list[Token]:
    """`tokens` of a text whose plain form is at hand."""
    found = [*_digit_tokens(text, norm), *_word_tokens(text, norm)]
    found.sort(key=lambda token: token.start)
    return chains.settle(found, norm, msgspec.structs.replace)


def _digit_tokens(text: str, norm: str) -> list[Token]:
    found_regions = regions.regions(norm)
    starts = [region[0] for region in found_regions]
    comma_decimals = regions.comma_decimals(norm)
    result: list[Token] = []
    append = result.append
    position, size = 0, len(norm)
    previous_end = -1
    begin_at, match = _BEGIN.search, _DIGITS.match
    while len(result) < MOST_NUMBERS and (begins := begin_at(norm, position)):
        found = match(norm, begins.start())
        if found is None:
            position = begins.end()
            continue
        start, end = found.span()
        position = end
        group = found.lastgroup
        if found_regions and (at := bisect.bisect_right(starts, start) - 1) >= 0 and start < found_regions[at][1]:
            region = found_regions[at]
            end = position = max(end, region[1]) if region[2] in regions.WHOLE else end
            begin = region[0] if region[2] in regions.WHOLE else start
            append(Token(begin, end, text[begin:end], "", float("nan"), 0, "=", None, "number", region[2]))
            previous_end = end
            continue
        if end - start > _LONGEST:
            append(Token(start, end, text[start:end], "", float("nan"), 0, "=", None, "number", "identifier"))
            previous_end = end
            continue
        if group == "spaces" and context.separate_numbers(text, norm, start, end):
            end = position = norm.index(" ", start)
            group = "plain"
        digits = norm[start:end]
        if group == "commas" or group == "spaces" or group == "broken":
            digits = digits.replace(",", "").replace(" ", "")
        elif group == "plain" and end + 1 < size and norm[end] == "," and norm[end + 1].isdigit():
            comma = regions.comma_decimal(norm, start, end, comma_decimals)
            if comma:
                end = position = comma
                digits = norm[start:end].replace(",", ".")
        token = _finish(text, norm, start, end, digits, previous_end)
        position = max(position, token.end)
        previous_end = token.end
        append(token)
    return result


def _finish(text: str, norm: str, start: int, end: int, digits: str, previous_end: int) -> Token:
    """A token of the digits found: its sign, power, unit, comparator and reason."""
    whole, _, fraction = digits.partition(".")
    decimals = len(fraction)
    size = len(norm)
    after = norm[end] if end < size else ""
    before = norm[start - 1] if start else ""
    glued = before.isalpha() or before == "_"
    power = ""
    scale = 0
    kind: Kind = "number"
    unit: str | None = None
    first = start
    if after in "eExX*. ^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹" and after and not glued:
        found = _POWER.match(norm, end)
        if found and not (found["e"] is None and norm[end] == "." and norm[end : end + 2] != ".1"):
            exponent = found["e"] or found["caret"] or (found["raised"] or "").translate(SUPERSCRIPTS)
            power = f" × 10^{exponent or (found['lost'] or '').strip()}"
            end = found.end()
        elif digits == "10" and (found := _TEN.match(norm, end)):
            exponent = found["caret"] or (found["raised"] or "").translate(SUPERSCRIPTS)
            digits, power = "1", f" × 10^{exponent}"
            end = found.end()
        after = norm[end] if end < size else ""
    if after and (after in "% pP"):
        found = _POINTS.match(norm, end) or _PERCENT.match(norm, end)
        if found:
            unit = "points" if found.re is _POINTS else "%"
            if unit == "%":
                end = found.end()
    sign = ""
    if before == "-" and not glued:
        if _is_sign(text, norm, start - 1, previous_end):
            sign, first = "-", start - 1
    elif before == " " and norm[start - 2 : start - 1] == "-":
        minus = text[start - 2] == "\u2212" and _is_sign(text, norm, start - 2, previous_end)
        if minus or _SPACED_SIGN.search(norm, max(0, start - 24), start):
            sign, first = "-", start - 2
    left = norm[max(0, first - 4) : first].rstrip(" ")
    if left.endswith(("±", "+/-", "+-", "-/+")):
        kind = "spread"
    comparator = _comparator(norm, first) if left and left[-1] in _MAY_COMPARE and not glued else "="
    if comparator == "~" and left[-1] == "~" and previous_end >= 0 and not norm[previous_end:first].strip(" ~"):
        # ``0.11~0.51`` is a range.
        comparator = "="
    if power:
        scale = int(power.partition("^")[2].strip())
    value = float(f"{sign}{whole or 0}.{fraction or 0}e{scale}" if power else f"{sign}{whole or 0}.{fraction or 0}")
    if not is_figure(value, whole + fraction, decimals, scale):
        return Token(first, end, text[first:end], "", float("nan"), 0, "=", None, "number", "beyond")
    canonical = f"{'' if comparator == '=' else comparator}{sign}{digits}{power}"
    reason, measure = context.reason(text, norm, first, start, end, value, decimals, unit)
    if reason == "dose" and (kind == "spread" or _VARIES.search(norm, max(0, first - 24), first)):
        # What varies was measured, not given.
        reason = None
    return Token(
        first, end, text[first:end], canonical, value, decimals, comparator, unit or measure,
        "ordinal" if reason == "ordinal" else kind, reason, scale,
    )  # fmt: skip


def _is_sign(text: str, norm: str, dash: int, previous_end: int) -> bool:
    """Whether the dash at this offset is a minus sign, not a hyphen, a range or a dash between clauses.

    Behind a number and a space, a dash is a range (``1.5 -2.3``) unless a dash stands there already.
    """
    if not dash:
        return True
    before = norm[dash - 1]
    if before == "-":
        # ``2.8--4.2`` is a range typed with two hyphens; ``1.2 - -3.4`` has a minus.
        return False
    if before not in _BEFORE_SIGN or norm[max(0, dash - 2) : dash] == "+/":
        return False
    gap = norm[max(previous_end, dash - 4) : dash] if previous_end >= 0 else " "
    if before != " ":
        return True
    stripped = gap.rstrip(" ")
    if previous_end >= 0 and not stripped and dash - previous_end <= 3:
        # ``3.58 -8.16`` may be a range; not across the edge of a cell, which several spaces are in a table of lines.
        return "\t" in text[previous_end:dash] or "\n" in text[previous_end:dash] or text[dash - 2 : dash] == "  "
    return True


def _comparator(norm: str, start: int) -> str:
    if not norm[max(0, start - 20) : start].rstrip(" ").lower().endswith(_COMPARE):
        return "="
    found = _COMPARATOR.search(norm[max(0, start - 33) : start].lower(), start > 32)
    if not found:
        return "="
    if found.group().strip() in _ROUGHLY:
        return "~"
    return _COMPARATORS[found.lastgroup or "about"]


def _word_tokens(text: str, norm: str) -> list[Token]:
    result = []
    lowered = norm.lower()
    position = 0
    for begin in _BEGIN_WORDS(lowered):
        if begin < position or not (found := _WORDS.match(lowered, begin)):
            continue
        start, end = found.span()
        position = end
        words = found.group()
        kind: Kind = "word"
        reason = None
        canonical = ""
        value: float
        unit = None
        comparator = "="
        if found.lastgroup == "cardinal":
            while (number := number_of_words(words)) is None:
                # Two numbers in a row (``twenty two-arm``, ``one hundred one``): keep the part that spells one.
                shorter = max(words.rfind(" "), words.rfind("-"))
                if shorter < 0:
                    break
                words = words[:shorter].rstrip(" -").removesuffix(" and")
            if number is None or number >= LARGEST:
                continue
            end = start + len(words)
            value = float(number)
            comparator = _comparator(norm, start) if start and norm[start - 1] == " " else "="
            canonical = words if comparator == "=" else f"{comparator}{number}"
            percent = _PERCENT.match(lowered, end)
            if percent:
                unit, end, canonical = "%", percent.end(), f"{'' if comparator == '=' else comparator}{number}"
            reason, measure = context.word_reason(text, lowered, start, end, value)
            unit = unit or measure
        elif found.lastgroup == "fraction":
            kind = "fraction"
            top, _, bottom = words.replace("-", " ").rpartition(" ")
            value = _FRACTIONS[bottom.rstrip("s") if bottom != "half" else "half"] * _NUMERATORS.get(top, 1)
            if lowered[end : end + 1] == "-":
                reason = "wording"
        else:
            kind, reason = "ordinal", "ordinal"
            value = float(_ORDINALS.index(words) + 1) if words in _ORDINALS else float("nan")
        result.append(Token(start, end, text[start:end], canonical, value, 0, comparator, unit, kind, reason))
    return result
