"""A cell taken apart: one figure, or the several that its column says it holds (``28 (50.9)``)."""

import functools
import re

import msgspec

from checker.model import Reported
from checker.numerals import MINUS_SIGNS

# What stands in a cell where nothing was reported.
MISSING = frozenset(
    [*"- -- – — . .. ... … ? / n/a na n.a. n.a nr n.r. nd n.d. ne n.e. none nan null ns #n/a unknown missing".split()]
    + [f"not {word}" for word in "reported available applicable done evaluable given stated".split()]
)
_DIGITS = r"(?:\d+(?:[,\u00a0\u2009\u202f']\d{3})*(?:[.·]\d+)?|[.·]\d+)(?:[eE][-+]?\d+)?"
_NUMBER = rf"(?:[<>≤≥=~≈]|<=|>=)?\s*[{MINUS_SIGNS}+]?\s*{_DIGITS}\s*%?"
_TO = rf"\s*(?:to|bis|à|;|\.\.|,(?!\d{{3}}\b)|[{MINUS_SIGNS}])\s*"
_MARKS = re.compile(r"[*†‡§¶#ᵃᵇᶜᵈ]+$")
_NAMED = re.compile(r"^(?:[nN]|[pP](?:[ -]?(?:value|val))?)\s*(?==|<|>|≤|≥)")
_DATE = re.compile(
    r"\d{1,2}[-/. ]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/. ]\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]\d{1,4}|\d{4}-\d\d-\d\d(?: .*)?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
    re.IGNORECASE,
)
_LARGEST = 1e15
_AMBIGUOUS = re.compile(r"\d{1,3},\d{3}")
_OPEN, _CLOSE = r"\s*[(\[{]\s*", r"\s*[)\]}]?\s*"


class Form(msgspec.Struct, frozen=True):
    """A way of printing several figures in one cell: how it is written in a mapping, and the names of its figures."""

    written: str
    parts: tuple[str, ...]
    pattern: str


def _form(written: str, parts: str, shape: str) -> Form:
    names = tuple(parts.split())
    figures = [f"(?P<{name}>{_NUMBER})" for name in names]
    return Form(written, names, shape.format(*figures, open=_OPEN, close=_CLOSE, to=_TO))


FORMS = {
    form.written: form
    for form in (
        _form("count (percent)", "count percent", "{0}(?:{open}|\\s*[,;:]\\s*|\\s+){1}{close}"),
        _form("percent (count)", "percent count", "{0}(?:{open}|\\s*[,;:]\\s*|\\s+){1}{close}"),
        _form(
            "count/total (percent)", "count total percent",
            "{0}\\s*(?:/|of)\\s*{1}(?:{open}|\\s*[,;:]\\s*|\\s+){2}{close}",
        ),
        _form("percent (count/total)", "percent count total", "{0}{open}{1}\\s*(?:/|of)\\s*{2}{close}"),
        _form("count/total", "count total", "{0}\\s*(?:/|of)\\s*{1}"),
        _form("mean (sd)", "mean sd", "{0}(?:{open}|\\s*(?:±|\\+/-|\\+-)\\s*){1}{close}"),
        _form("mean (se)", "mean se", "{0}(?:{open}|\\s*(?:±|\\+/-|\\+-)\\s*){1}{close}"),
        _form("estimate (se)", "estimate se", "{0}(?:{open}|\\s*(?:±|\\+/-|\\+-)\\s*){1}{close}"),
        _form("median (q1 - q3)", "median q1 q3", "{0}(?:{open}|\\s*[,;:]\\s*){1}{to}{2}{close}"),
        _form("median (min - max)", "median min max", "{0}(?:{open}|\\s*[,;:]\\s*){1}{to}{2}{close}"),
        _form("estimate (lower - upper)", "estimate lower upper", "{0}(?:{open}|\\s*[,;:]\\s*){1}{to}{2}{close}"),
        _form("mean (lower - upper)", "mean lower upper", "{0}(?:{open}|\\s*[,;:]\\s*){1}{to}{2}{close}"),
        _form("percent (lower - upper)", "percent lower upper", "{0}(?:{open}|\\s*[,;:]\\s*){1}{to}{2}{close}"),
        _form("lower - upper", "lower upper", "[(\\[]?\\s*{0}{to}{1}\\s*[)\\]]?"),
        _form("q1 - q3", "q1 q3", "[(\\[]?\\s*{0}{to}{1}\\s*[)\\]]?"),
        _form("min - max", "min max", "[(\\[]?\\s*{0}{to}{1}\\s*[)\\]]?"),
    )
}  # fmt: skip
# Cells by themselves tell these, whatever stands above them: a percent sign, or a stroke and a percentage.
TELLING = (
    ("count/total (percent)", re.compile(rf"\s*\d[\d,]*\s*/\s*\d[\d,]*{_OPEN}{_NUMBER}{_CLOSE}")),
    ("count (percent)", re.compile(rf"\s*\d[\d,]*{_OPEN}\d[\d.,·]*\s*%{_CLOSE}")),
)


class UnreadableError(ValueError):
    """A cell that holds something else than its column should; the text says what was expected."""


@functools.cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(FORMS[written].pattern)


def is_missing(text: str) -> bool:
    """Whether a cell says that nothing was reported, or nothing at all."""
    return not text or text.strip().casefold() in MISSING or not text.strip()


def figures(text: str, form: str | None = None, decimal: str = ".") -> dict[str, str]:
    """The figures of a cell by name; by the name ``""`` where the column holds one figure.

    Raises:
        UnreadableError: where the cell does not hold what the form says.

    >>> figures("28 (50.9)", "count (percent)"), figures("<0,001*", decimal=",")
    ({'count': '28', 'percent': '50.9'}, {'': '<0.001'})
    """
    plain = _MARKS.sub("", text.strip()).strip()
    if decimal == ",":
        plain = _with_points(plain)
    if form is None:
        plain = _NAMED.sub("", plain).strip()
        return {"": _number(plain, text)}
    found = _compiled(form).fullmatch(plain)
    if found is None:
        # A count of none is often printed without its percentage.
        if form == "count (percent)" and plain == "0":
            return {"count": plain}
        raise UnreadableError(_expected(f"`{form}`", text))
    return {name: _number(found[name].strip(), text) for name in FORMS[form].parts}


def _number(figure: str, text: str) -> str:
    """A figure, if it is a number that something may be counted or measured by."""
    try:
        known = abs(Reported(figure).value) < _LARGEST
    except ValueError:
        known = False
    if not known:
        raise UnreadableError(_expected("a number", text))
    return figure


def is_ambiguous(text: str) -> bool:
    """Whether a comma may stand between thousands or before decimals (``1,234``)."""
    return _AMBIGUOUS.fullmatch(text.strip()) is not None


def _expected(wanted: str, text: str) -> str:
    shown = text.strip()
    if _DATE.fullmatch(shown):
        return f"expected {wanted}, not the date {shown!r}; spreadsheets make dates of entries such as 3/12"
    return f"expected {wanted}, not {shown[:40]!r}"


def _with_points(text: str) -> str:
    """Decimal commas as points, and points between thousands as commas."""
    return text.translate(str.maketrans(",.", ".,"))
