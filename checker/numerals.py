"""How numbers are printed: the one place where the text of a number becomes a value.

Papers print one and the same number in many ways (``1,024``, ``1 024``, ``0·05``, ``.05``, ``1.8e-06``,
``3.0 × 10⁷``, ``Twenty-one``). `parse` reads a literal that is a number and nothing else; finding numbers
in running text is the lexer's work.
"""

import re
from typing import NamedTuple

MINUS_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

COMPARATORS = {
    "=": "=", "<": "<", ">": ">", "≤": "≤", "≥": "≥", "⩽": "≤", "⩾": "≥", "<=": "≤", ">=": "≥",
    "~": "~", "≈": "~", "∼": "~", "≃": "~",
}  # fmt: skip

UNITS_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS_WORDS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALE_WORDS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
ZERO_WORDS = {"no": 0, "none": 0, "nil": 0}

_LITERAL = re.compile(
    rf"""
    (?P<comparator> <= | >= | [=<>≤≥⩽⩾~≈∼≃] )? [{SPACES}]*
    (?P<sign> [{MINUS_SIGNS}+±] )? [{SPACES}]*
    (?: (?P<whole> [0-9]{{1,3}} (?: [,{SPACES}'’] [0-9]{{3}} )+ | [0-9]+ ) (?: [.·∙⋅] (?P<decimals> [0-9]+ ) )?
      | [.·∙⋅] (?P<bare> [0-9]+ ) )
    (?: [eE] (?P<e> [{MINUS_SIGNS}+]? [0-9]{{1,3}} )
      | [{SPACES}]* [×x*·] [{SPACES}]* 10
        (?: \^ (?P<power> [{MINUS_SIGNS}+]? [0-9]{{1,3}} ) | (?P<super> [⁻⁺]? [⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}} ) ) )?
    [{SPACES}]* (?P<unit> % | ％ | per[ ]?cent )?
    """,
    re.VERBOSE,
)
_POWER_OF_TEN = re.compile(
    rf"10 (?: \^ (?P<power> [{MINUS_SIGNS}+]? [0-9]{{1,3}} ) | (?P<super> [⁻⁺]? [⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}} ) )", re.VERBOSE
)
_LONGEST_LITERAL = 80


# Beyond these no figure of a paper lies, and reckoning with it leads out of what floating point has.
LARGEST = 1e15
FINEST = 305


class Numeral(NamedTuple):
    """A printed number taken apart: its value, and what its print says of precision."""

    value: float
    decimals: int
    comparator: str
    unit: str | None
    exponent: int


def parse(literal: str) -> Numeral:
    """Read one printed number.

    ``decimals`` counts the digits printed after the decimal mark; ``exponent`` is the power of ten that
    scales them, so ``1.8e-06`` has one decimal and exponent -6 and its last printed place is 10^-7.

    Raises:
        ValueError: when the text is not exactly one number.

    >>> parse("70.0")
    Numeral(value=70.0, decimals=1, comparator='=', unit=None, exponent=0)
    >>> parse("< 0·001").comparator, parse("1,024").value, parse("Twenty-one").value
    ('<', 1024.0, 21.0)
    """
    text = literal.strip()
    if len(text) <= _LONGEST_LITERAL:
        found = _LITERAL.fullmatch(text)
        if found:
            return _numeral(found)
        power = _POWER_OF_TEN.fullmatch(text)
        if power:
            exponent = _exponent(power["power"], power["super"])
            value = float(f"1e{exponent}")
            _require_figure(value, "1", 0, exponent)
            return Numeral(value, 0, "=", None, exponent)
        spelled = number_of_words(text)
        if spelled is not None:
            _require_figure(float(spelled), "", 0, 0)
            return Numeral(float(spelled), 0, "=", None, 0)
    raise ValueError(f"expected a printed number such as 12, 70.0, <0.001 or 1,024, not {literal[:40]!r}")


def is_figure(value: float, digits: str, decimals: int, exponent: int) -> bool:
    """Whether a number is of a size that papers print and that computers reckon with.

    >>> is_figure(1e-280, "1", 0, -280), is_figure(1e15, "1", 0, 15), is_figure(0.0, "3", 0, -412)
    (True, False, False)
    """
    if not abs(value) < LARGEST or decimals - exponent > FINEST:
        return False
    return value != 0 or not digits.strip("0.")


def number_of_words(text: str) -> int | None:
    """The whole number that words spell (``one hundred and five``), or None where they spell none.

    >>> number_of_words("Twenty-one"), number_of_words("none"), number_of_words("many")
    (21, 0, None)
    """
    words = [word for word in re.split(rf"[{MINUS_SIGNS}{SPACES}]+", text.lower()) if word]
    if len(words) == 1 and words[0] in ZERO_WORDS:
        return ZERO_WORDS[words[0]]
    total = current = 0
    previous = ""
    for position, word in enumerate(words):
        if word == "and" and previous in SCALE_WORDS and position < len(words) - 1:
            continue
        if word in UNITS_WORDS and (not previous or previous in SCALE_WORDS or previous in TENS_WORDS):
            if previous in TENS_WORDS and not 1 <= UNITS_WORDS[word] <= 9:
                return None
            current += UNITS_WORDS[word]
        elif word in TENS_WORDS and (not previous or previous in SCALE_WORDS):
            current += TENS_WORDS[word]
        elif word == "hundred" and 1 <= current <= 99:
            current *= 100
        elif word in ("thousand", "million") and current:
            total, current = total + current * SCALE_WORDS[word], 0
        else:
            return None
        previous = word
    return total + current if previous else None


def _require_figure(value: float, digits: str, decimals: int, exponent: int) -> None:
    if not is_figure(value, digits, decimals, exponent):
        raise ValueError(f"expected a number below 1e15 with its last digit above 1e-{FINEST}")


def _exponent(power: str | None, superscript: str | None) -> int:
    text = superscript.translate(SUPERSCRIPTS) if superscript else power or "0"
    return -int(text[1:]) if text[0] in MINUS_SIGNS else int(text)


def _numeral(found: re.Match[str]) -> Numeral:
    decimals = found["bare"] or found["decimals"] or ""
    whole = re.sub(r"[^0-9]", "", found["whole"] or "0")
    exponent = _exponent(found["e"] or found["power"], found["super"])
    sign = "-" if found["sign"] and found["sign"] in MINUS_SIGNS else ""
    value = float(f"{sign}{whole}.{decimals or 0}e{exponent}")
    _require_figure(value, whole + decimals, len(decimals), exponent)
    return Numeral(
        value=value,
        decimals=len(decimals),
        comparator=COMPARATORS[found["comparator"] or "="],
        unit="%" if found["unit"] else None,
        exponent=exponent,
    )
