"""The text that a spreadsheet shows for a number, by its number format: ``70.0`` is not ``70``, 10% is not 0.1."""

import re
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r"""
    "(?P<quoted> [^"]* )" | \\(?P<escaped> . ) | _(?P<blank> . ) | \*(?P<filler> . )
    | \[ (?P<bracket> [^\]]* ) \] | (?P<general> General )
    | (?P<digits> [#0?]+ (?: , [#0?]+ )* ,* (?: \. [#0?]* )? | \. [#0?]+ )
    | (?P<exponent> [Ee][+-]? [#0?]+ ) | (?P<percent> % ) | (?P<text> @ ) | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITION = re.compile(r"(?P<sign> <= | >= | <> | [<>=] ) (?P<limit> -?\d+(?:\.\d+)? )", re.VERBOSE)
_LITERAL = frozenset(" $-+()<>=:~%{}'^&!€£")
_GENERAL = "General"
# Excel computes with so many digits.
_DIGITS = 15


def displayed(value: float | int, code: str) -> str | None:
    """The text shown for a number in a format; None where it is not known (dates, fractions, what is rare).

    >>> displayed(70, "0.0"), displayed(0.1, "0%"), displayed(0.0004, '[<0.001]"<0.001";0.000'), displayed(1, "# ?/?")
    ('70.0', '10%', '<0.001', None)
    """
    sections = _sections(code or _GENERAL)
    chosen = _chosen(value, sections)
    if chosen is None:
        return None
    section, signed = chosen
    return _shown(value if signed else abs(value), section)


def _sections(code: str) -> list[str]:
    """The parts of a format that semicolons divide, those in quotes and brackets apart."""
    parts, start = [], 0
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            parts.append(code[start : token.start()])
            start = token.end()
    return [*parts, code[start:]]


def _chosen(value: float, sections: list[str]) -> tuple[str, bool] | None:
    """The section for a value, and whether the value keeps its sign there."""
    conditions = [_CONDITION.fullmatch(bracket) for bracket in map(_condition, sections)]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition["sign"], float(condition["limit"])):
                return section, True
        return None
    if len(sections) == 1 or value > 0:
        return sections[0], True
    if value < 0:
        return sections[1], False
    return sections[2 if len(sections) > 2 else 0], True


def _condition(section: str) -> str:
    brackets = [token["bracket"] for token in _TOKEN.finditer(section) if token["bracket"] is not None]
    return next((bracket for bracket in brackets if _CONDITION.fullmatch(bracket)), "")


def _holds(value: float, sign: str, limit: float) -> bool:
    match sign:
        case "<":
            return value < limit
        case "<=":
            return value <= limit
        case ">":
            return value > limit
        case ">=":
            return value >= limit
        case "=":
            return value == limit
    return value != limit


def _shown(value: float | int, section: str) -> str | None:
    before, after, core, exponent, percents = "", "", None, None, 0
    for token in _TOKEN.finditer(section):
        literal = token["quoted"] or token["escaped"] or ""
        match token.lastgroup:
            case "quoted" | "escaped":
                pass
            case "blank":
                literal = " "
            case "filler":
                continue
            case "bracket":
                inner = token["bracket"] or ""
                if inner.startswith("$"):
                    literal = inner[1:].partition("-")[0]
                elif re.match(r"[hmsHMS]+$", inner):
                    return None
            case "general" | "digits" if core is None:
                core = token.group()
                continue
            case "exponent" if core is not None and exponent is None and not after:
                exponent = token.group()
                continue
            case "percent":
                percents, literal = percents + 1, "%"
            case "other" if token.group() in _LITERAL:
                literal = token.group()
            case _:
                return None
        before, after = (before + literal, after) if core is None else (before, after + literal)
    if core is None:
        return before.strip() or None
    scaled = _exact(value).scaleb(2 * percents)
    sign = "-" if scaled < 0 else ""
    number = _general(abs(scaled)) if core == _GENERAL else _number(abs(scaled), core, exponent)
    if not re.search("[1-9]", number) and core != _GENERAL:
        sign = ""
    return f"{before}{sign}{number}{after}".strip() if sign == "" else f"{sign}{before}{number}{after}".strip()


def _exact(value: float | int) -> Decimal:
    """The number with the digits that a spreadsheet computes with."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")


def _general(value: Decimal) -> str:
    return f"{float(value):.{_DIGITS}g}"


def _number(value: Decimal, core: str, exponent: str | None) -> str:
    whole, _, fraction = core.partition(".")
    while whole.endswith(","):
        whole, value = whole[:-1], value.scaleb(-3)
    if exponent is not None:
        return _scientific(value, whole, fraction, exponent)
    digits = f"{value.quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP):f}"
    integer, _, decimals = digits.partition(".")
    least = sum(sign == "0" for sign in whole)
    integer = integer.lstrip("0").rjust(least, "0")
    if "," in whole:
        integer = f"{int(integer or 0):,}".rjust(least, "0") if integer else ""
    kept = len(fraction.rstrip("#?"))
    decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    return f"{integer}.{decimals}" if decimals else integer or "0"


def _scientific(value: Decimal, whole: str, fraction: str, exponent: str) -> str:
    if not value:
        power = 0
        mantissa = f"{Decimal(0):.{len(fraction)}f}"
    else:
        power = value.adjusted()
        rounded = value.scaleb(-power).quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP)
        if rounded >= 10:
            power, rounded = power + 1, rounded / 10
        mantissa = f"{rounded:.{len(fraction)}f}"
    width = sum(sign in "0#?" for sign in exponent)
    return f"{mantissa}e{'-' if power < 0 else '+'}{abs(power):0{width}d}"
