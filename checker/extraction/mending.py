"""Print that the fonts of a PDF damaged, mended character for character, where a test statistic stands.

Only there do the neighbours tell what a lost sign was: elsewhere a ``b`` or a ``p`` is a letter.
"""

import re
from collections.abc import Callable

# Marks of emphasis and formulas stand between a letter and its number.
_MARKS = str.maketrans("*$¼", "  =")
_MENDED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # ``ps < .05``, ``(1, N p 2,400)``, ``F(l, 61)``.
    (re.compile(r"(?<![A-Za-z])([pP])s(?= {0,3}[=<>bN!p.])"), r"\1 "),
    (re.compile(r"(?<![A-Za-z])([nN] )p(?= [0-9])"), r"\1="),
    (re.compile(r"(?<=F\()[lI](?=,)"), "1"),
    # ``B2(1) = 6.90``, ``2 (1) = 6.90``: a letter that the font does not have.
    (re.compile(r"^B(?=2 ?\()|^2(?= ?\()"), "χ"),
    # LaTeX's ``\\textit{t}(28)``, read from its letter, and ``\\textit{p}``.
    (re.compile(r"^([A-Za-z]{1,2})\}(?= ?\()"), r"\1 "),
    (re.compile(r"\\(?:textit|mathit|emph)\{([pP])\}"), lambda found: f"{found[1]:>{len(found[0]) - 1}} "),
    # ``F(1,150) = 9.2``, ``F = 5.10, df = 1,380``: two numbers.
    (re.compile(r"^(F[^=]{0,3}\( ?[0-9]{1,3}),(?=[0-9])"), r"\1;"),
    (re.compile(r"^(F ?[=<>] ?[0-9.]{1,8} ?[,;(] ?(?:df|DF|d\.f\.) ?[=:] ?[0-9]{1,3}),(?=[0-9])"), r"\1;"),
    # ``p p .05``, ``pb.001``, ``p ! .01``, ``p N.27``: a p stands for =, a b or ! for <, an N for >.
    (re.compile(r"(?<![A-Za-z])([pP] {0,3})p(?= {0,3}[01]?\.)"), r"\1="),
    (re.compile(r"(?<![A-Za-z])([pP] {0,3})[b!](?= {0,3}[01]?\.)"), r"\1<"),
    (re.compile(r"(?<![A-Za-z])([pP] {0,3})N(?= {0,3}[01]?\.)"), r"\1>"),
    # ``t(52) p 4.10``, ``F(1, 480)b1.20``.
    (re.compile(r"([)\]}] {0,3})p(?= {0,3}-?[0-9.])"), r"\1="),
    (re.compile(r"([)\]}] {0,3})b(?= {0,3}-?[0-9.])"), r"\1<"),
)
# ``t(52) = - 3.15``, ``= 6.   31``, ``p < . 001``.
_SIGN = re.compile(r"(?<==)( {0,3})-( {1,2})(?=[0-9.])")
_BROKEN = re.compile(r"(?<=[=<>≤≥])( {0,3}-?[0-9]{0,3}\.)( {1,3})(?=[0-9])")


def mended(text: str) -> str:
    """The text as it was meant, of the same length.

    >>> mended("F(1, 52) p 21.30, pb. 01")
    'F(1, 52) = 21.30, p< .01'
    >>> mended("B2(1) = 6.90, p <.01"), mended("2 (1) = 6.90, p <.01")
    ('χ2(1) = 6.90, p <.01', 'χ (1) = 6.90, p <.01')
    """
    text = text.translate(_MARKS)
    for pattern, meant in _MENDED:
        text = pattern.sub(meant, text)
    return _BROKEN.sub(r"\2\1", _SIGN.sub(r"\1\2-", text))
