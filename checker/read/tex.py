"""Formulas in TeX, which some archives give beside or instead of MathML, as a reader would type them."""

import re

from checker.read.inline import Line

_TEX_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_TEX_RAISED = re.compile(r"\^\{([^{}]{1,20})\}|\^([0-9])")
_TEX_WORDS = {
    r"\times": "×", r"\pm": "±", r"\le": "≤", r"\leq": "≤", r"\ge": "≥", r"\geq": "≥", r"\%": "%", r"\cdot": "·",
    r"\sim": "~", r"\approx": "≈", r"\chi": "χ", r"\beta": "β", r"\alpha": "α", r"\mu": "μ",
}  # fmt: skip
_TEX_COMMAND = re.compile(r"\\(?:[a-zA-Z]+|.)")


def plain(source: str) -> str:
    """A formula in TeX as a reader would type it; what has no plain form is left out."""
    body = _TEX_BODY.search(source)
    text = (body.group(1) if body else source).strip().strip("$")
    line = Line()
    end = 0
    for found in _TEX_RAISED.finditer(text):
        line.text(text[end : found.start()])
        line.raised(found.group(1) or found.group(2))
        end = found.end()
    line.text(text[end:])
    plain = _TEX_COMMAND.sub(lambda found: _TEX_WORDS.get(found.group(), " "), str(line))
    return plain.replace("{", "").replace("}", "").replace("&", "")
