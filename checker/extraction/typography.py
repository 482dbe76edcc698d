"""Length-preserving maps: every dash, space, decimal dot and fullwidth form as its plain sister.

An offset into the normalised text is an offset into the source, so that nothing is ever mapped back.
"""

import unicodedata

from checker.numerals import MINUS_SIGNS, SPACES

_DASHES = MINUS_SIGNS + "\u2015\u2043\u207b\u2e3a\u2e3b\ufe58\u00ad"
_DOTS = "\u00b7\u2219\u22c5\u2027\u30fb\uff0e"
_TILDES = "\u223c\u2248\u2243\uff5e\u301c"

# What no reader sees: control characters that converters leave where a glyph had no name, the private codes of a font
# (its bullets, its operators), codes that nobody has assigned, halves of a pair.
_UNSEEN = frozenset({"Cc", "Co", "Cn", "Cs"})


class _Plain(dict[int, int | str]):
    """The plain form of each character, looked up once for those that are not listed."""

    def __missing__(self, code: int) -> int | str:
        self[code] = " " if unicodedata.category(chr(code)) in _UNSEEN else code
        return self[code]


_PLAIN = _Plain(
    {
        **{ord(mark): "-" for mark in _DASHES if mark != "\u207b"},
        **{ord(mark): " " for mark in SPACES + "\t\r\n\v\f\u0085\u2028\u2029\u1680\ufeff\u200b\u3000"},
        **{ord(mark): "." for mark in _DOTS},
        **{ord(mark): "~" for mark in _TILDES},
        **{0xFF01 + offset: chr(0x21 + offset) for offset in range(94)},
        ord("⩽"): "≤",
        ord("⩾"): "≥",
        ord("≦"): "≤",
        ord("≧"): "≥",
        ord("‘"): "'",
        ord("’"): "'",
        ord("“"): '"',
        ord("”"): '"',
        ord("×"): "x",
        ord("µ"): "u",
        ord("μ"): "u",
        ord("＜"): "<",
        ord("＞"): ">",
        0x130: "I",  # the one letter that grows when put in lower case
    }
)
_BRACKETS = str.maketrans("[]{}", "()()")


def plain(text: str) -> str:
    """The text with its typography made plain, character for character.

    >>> plain("1·96 [1·40–2·75]")
    '1.96 [1.40-2.75]'
    """
    return text.translate(_PLAIN)


def rounded(text: str) -> str:
    """The text in lower case with every bracket a round one: what grammars compare gaps with.

    >>> rounded("[95% CI")
    '(95% ci'
    """
    return text.translate(_BRACKETS).lower()
