"""Stretches of text whose numbers all have one reason, and decimals written with a comma."""

import re

from checker.extraction.vocabulary import STATISTIC_WORDS

# Every region of digits has two marks of one kind between its parts.
_PARTS = re.compile(r"[0-9](?:-[0-9]{2,6}-|/[0-9]{1,2}/|\.[0-9]{1,9}[./])")
# Regions inside which every number has one reason. The reasons in WHOLE are of one piece: one token.
WHOLE = frozenset({"identifier", "date", "version"})
_NUMERIC_REGION = re.compile(
    r"""(?<![\w./-])(?:
      (?P<identifier> 10\.[0-9]{4,9}/[^\s<>"]{1,200} | [0-9]{4}-[0-9]{6}-[0-9]{2}(?![0-9]) )
    | (?P<date> [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]) | [0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9])
        | [0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?![0-9]) )
    | (?P<version> [0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,3}(?![0-9.,%]) ) )""",
    re.VERBOSE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,400}|\bdoi:? ?10\.[^\s<>\"]{1,200}", re.IGNORECASE)
# Bracketed whole numbers, alone or in lists and ranges, behind a word: references. Behind a number,
# a unit or a word of statistics they are data (``45 years [33-55]``).
_LIST = r"\[ ?[0-9]{1,3}(?: ?[,;-] ?[0-9]{1,3}){0,40} ?\]"
_CITATION = re.compile(_LIST)
_CITED = re.compile(r"(?P<word>[A-Za-z]{2,20})[\"').,;:%]{0,2} ?$")
_CITATION_BEHIND = re.compile(rf"[%)\]\-] ?(?P<list>{_LIST})")


def regions(norm: str) -> list[tuple[int, int, str]]:
    """Identifiers, dates and citations in order: start, end, reason."""
    found = []
    if _PARTS.search(norm):
        found = [(match.start(), match.end(), match.lastgroup or "") for match in _NUMERIC_REGION.finditer(norm)]
    if "://" in norm or "www." in norm or "doi" in norm or "DOI" in norm:
        found += [(match.start(), match.end(), "identifier") for match in _URL.finditer(norm)]
    if "[" in norm:
        for match in _CITATION.finditer(norm):
            cited = _CITED.search(norm[max(0, match.start() - 23) : match.start()])
            if cited and cited["word"].lower() not in STATISTIC_WORDS:
                found.append((*match.span(), "citation"))
        if found and found[-1][2] == "citation":
            # In a text that cites so, brackets behind a percent sign or another bracket cite too.
            found += [(match.start("list"), match.end("list"), "citation") for match in _CITATION_BEHIND.finditer(norm)]
    if len(found) > 1:
        found.sort()
        kept = found[:1]
        for region in found[1:]:
            if region[0] >= kept[-1][1]:
                kept.append(region)
        return kept
    return found


# ``0,05``; ``HR 1,83``, ``8,5%``: thousands have three digits. The same in brackets, whose numbers a semicolon parts.
_COMMA_DECIMAL = re.compile(
    r"(?<![0-9.,])0,[0-9]{1,3}(?![0-9,])|\b(?:OR|HR|RR|CI|SD|mean|median)[ :=]{1,3}[0-9]{1,3},[0-9]{1,2}(?![0-9,])|"
    r"(?<![0-9.,])[0-9]{1,2},[0-9]{1,2}(?= ?%)"
)
_COMMA_LIMITS = re.compile(r"\[ ?-?[0-9]{1,4},[0-9]{1,3} ?; ?-?[0-9]{1,4},[0-9]{1,3} ?\]")
_COMMA_PERCENT = re.compile(r",[0-9]{1,2}(?= ?%)")
_COMMA_BETWEEN = re.compile(r"[0-9],[0-9]")
_POINT_DECIMAL = re.compile(r"[0-9]\.[0-9]")
_WITHIN = 24
_COMMA_FRACTION = re.compile(r",[0-9]{1,2}(?![0-9]|,[0-9])")
_COMMA_ZERO = re.compile(r",[0-9]{1,4}(?![0-9]|,[0-9])")


def comma_decimals(norm: str) -> bool:
    """Whether this text writes its decimals with a comma throughout."""
    if _POINT_DECIMAL.search(norm) or not _COMMA_BETWEEN.search(norm):
        return False
    return _COMMA_DECIMAL.search(norm) is not None


def comma_decimal(norm: str, start: int, end: int, throughout: bool) -> int:
    """Where the decimals of a comma decimal end (``0,001``; ``33,9`` where the whole text does so), or 0."""
    before = norm[start - 1] if start else ""
    if before and before in ".,":
        return 0
    found = None
    if _in_limits(norm, start, end):
        found = _COMMA_FRACTION.match(norm, end)
    elif before == "[":
        return 0
    elif end - start == 1 and norm[start] == "0":
        found = _COMMA_ZERO.match(norm, end)
    elif throughout:
        found = _COMMA_FRACTION.match(norm, end)
    elif end - start == 2:
        # Among decimals with a point: ``28,8 %``, where no list of two-digit numbers has a comma without a space.
        found = _COMMA_PERCENT.match(norm, end)
    return found.end() if found else 0


def _in_limits(norm: str, start: int, end: int) -> bool:
    """Whether a number stands in square brackets that hold two limits (``[84,1; 96,2]``) and no references."""
    opens = norm.rfind("[", max(0, start - _WITHIN), end)
    found = _COMMA_LIMITS.match(norm, opens) if opens >= 0 else None
    return found is not None and found.end() > end
