"""Raised and lowered characters as text: ``10<sup>-4</sup>`` is 10⁻⁴, and the citation behind ``45%`` is no digit.

Unicode's own raised characters keep a power, a citation and a footnote mark apart from the number they stand
at, in the same way for every format.
"""

import re

_RAISED = dict(
    zip(
        "0123456789+abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_MINUS = "-‐‑‒–−"
_DECIMAL = re.compile(rf"[{_MINUS}+]?[0-9]+[.·][0-9]+")
# Digits with a sign that belongs to them (a power, an ion's charge), or a letter on its own.
_PIECE = re.compile(rf"^[{_MINUS}+]?[0-9]+(?:[{_MINUS}+]$)?|[0-9]+|(?<![a-zA-Z])[a-z](?![a-zA-Z])")
_BASE = re.compile(r"[0-9\])}]$")


def raised(text: str, before: str = "", citation: bool = False) -> str:
    """Superscript text in Unicode's raised characters; words (``4th``) and marks (``*``) stay as they are.

    Args:
        text: what is printed raised.
        before: the text that ends where it begins.
        citation: whether it is known to cite, so that it is no power even behind a 10.

    >>> "10" + raised("-4"), "45%" + raised("12,13"), "3.1" + raised("a"), "4" + raised("th")
    ('10⁻⁴', '45%¹²,¹³', '3.1ᵃ', '4th')
    """
    text = text.strip()
    if _DECIMAL.fullmatch(text) and not citation:
        return "^" + text
    apart = "\u2009" if citation and before[-1:].isdigit() else ""
    return apart + _PIECE.sub(_raise, text)


def _raise(found: re.Match[str]) -> str:
    return "".join("⁻" if char in _MINUS else _RAISED.get(char, char) for char in found.group())


def lowered(text: str, before: str = "") -> str:
    """Subscript text: plain behind a letter (``CO2``, ``HbA1c``), in lowered characters behind a number.

    >>> "CO" + lowered("2", "CO"), "0.5" + lowered("1", "0.5")
    ('CO2', '0.5₁')
    """
    text = text.strip()
    return text.translate(_LOWERED) if _BASE.search(before) else text
