"""Fonts whose characters are not what they say: a PDF without a table of its glyphs gives the keys of their layout."""

# Adobe's Symbol, which Word places in the private use area; what figures are printed with, and the Greek of statistics.
_SYMBOL = {
    0x25: "%", 0x28: "(", 0x29: ")", 0x2A: "*", 0x2B: "+", 0x2C: ",", 0x2D: "−", 0x2E: ".", 0x2F: "/", 0x3A: ":",
    0x3C: "<", 0x3D: "=", 0x3E: ">", 0x40: "≅", 0x44: "Δ", 0x5B: "[", 0x5D: "]", 0x61: "α", 0x62: "β", 0x63: "χ",
    0x64: "δ", 0x65: "ε", 0x67: "γ", 0x68: "η", 0x6B: "κ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ", 0x73: "σ",
    0x74: "τ", 0x77: "ω", 0x7E: "∼", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "⋅",
} | {code: chr(code) for code in range(0x30, 0x3A)}  # fmt: skip
# Mathematical Pi 1: "P,.05" is P<.05, "12.3 6 4.5" is 12.3 ± 4.5.
_PI = str.maketrans("123456,.#$", "+−×÷=±<>≤≥")


def meant(char: str, font: str) -> str:
    """The character that a glyph of a font shows; an empty string where that is not known.

    Args:
        char: what the PDF says that it is.
        font: its name, in small letters.

    >>> meant("\\uf0b1", "symbolmt"), meant("6", "mathematicalpi-one"), meant("6", "times")
    ('±', '±', '6')
    """
    code = ord(char) if len(char) == 1 else 0
    if 0xF020 <= code <= 0xF0FF:
        return _SYMBOL.get(code - 0xF000, "") if "symbol" in font else ""
    if "mathematical" in font and "mathematicalpi" in font.replace("-", "").replace(" ", ""):
        return char.translate(_PI)
    return char
