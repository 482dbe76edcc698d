"""What surrounds a number and makes it something other than data: why a token is not a count or a result.

Language alone decides here; no arithmetic.
"""

import re

from checker.extraction.vocabulary import (
    COUNT_NOUNS,
    DOSES,
    LABELS,
    MEASURES,
    MONTHS,
    NAMELESS_GLUE,
    REGISTRY,
    TIMES,
    WORDY_MEASURES,
)

# Behind a number that ``v`` sets against another.
_DATA_BEHIND_V = re.compile(r" ?(?:/|%|of |\(|±|\+/-)")
_AFTER = re.compile(
    r"(?P<space>[ ]{0,2})(?P<dash>-?)(?P<word>[A-Za-z°][A-Za-z]{0,24})(?P<per>(?:[ ]?/[ ]?[A-Za-z]{1,8}){0,3})"
)
_EQUATED = re.compile(" ?[=<>]")
_MIDDLE_AGE = re.compile(r"\b(?:median|mean|average)s?(?: ?[(\[][^()\[\]]{1,24}[)\]])? age[ ,:=]{1,3}$", re.IGNORECASE)
# ``aged 62 ± 8``, ``aged 20-75 years (mean 46)``.
_SUMMED_UP = re.compile(
    r"[ ]?(?:±|\+/-|\(SD)|(?:--?| to )[0-9.]{1,5}(?: ?years?| ?yrs?)?(?: old| of age)?[ ,;(\[]{1,3}"
    r"(?:mean|median|average)\b",
    re.IGNORECASE,
)
# ``a 15-percentage-point increase``; the 10-point scale is no figure.
_POINTS = re.compile(
    r"-percentage[- ]points?\b|-points? (?:[a-z]{3,12} ){0,2}(?:increase|rise|gain|improve|decrease|reduc|decline|"
    r"drop|fall|differ|change|higher|lower|greater)",
    re.IGNORECASE,
)
# Between clauses, where other dashes join words.
_CLAUSE_DASHES = "\u2014\u2015"
_DATA_BEHIND = re.compile(
    r"[ ]?(?:\(|\[|/[0-9]|of |%|out of )|[ ]?(?:patients|subjects|women|men|children|participants|cases)\b"
)


def separate_numbers(text: str, norm: str, start: int, end: int) -> bool:
    """Whether digits in groups of three are several numbers after all (``day 2 200 mg``)."""
    spaces = {text[offset] for offset in range(start, end) if norm[offset] == " "}
    if spaces & {"\n", "\t", "\r", "\v", "\f"}:
        return True
    if " " not in spaces:
        return False
    if norm.count(" ", start, end) > 1:
        return True
    # A row of numbers in a table.
    if (start >= 2 and norm[start - 1] == " " and norm[start - 2].isdigit()) or (
        norm[end : end + 1] == " " and norm[end + 1 : end + 2].isdigit()
    ):
        return True
    if word_before(norm, start)[0] in LABELS:
        return True
    after = _AFTER.match(norm, end)
    return after is not None and after["word"].lower() in DOSES


def word_before(norm: str, start: int) -> tuple[str, bool]:
    """The word in front of an offset, in lower case, and whether a digit stands before that word."""
    left = norm[max(0, start - 30) : start].rstrip(" .<>=≤≥~")
    rest, _, word = left.rpartition(" ")
    return word.lstrip("([").lower(), bool(rest) and rest[-1].isdigit()


def reason(
    text: str, norm: str, first: int, start: int, end: int, value: float, decimals: int, unit: str | None
) -> tuple[str | None, str | None]:
    """Why digits are no data, or None; and the measure printed behind them, or None."""
    size = len(norm)
    before = norm[first - 1] if first else " "
    after = norm[end] if end < size else " "
    if before.isalpha() or before == "_":
        glued = _glued(norm, first, after)
        if glued:
            return glued, None
    elif before == "-" and first >= 2 and norm[first - 2].isalpha():
        # COVID-19, grade-3; but RESULTS--5 and, with a dash between clauses, RESULTS—5.
        if text[first - 1] not in _CLAUSE_DASHES:
            return "name", None
    elif before == "." and first >= 2 and norm[first - 2].isalpha():
        word = word_before(norm, first)[0]
        return (LABELS.get(word) or "reference"), None
    elif before == "(" and after == ")" and first >= 2 and _in_brackets(norm, first, end):
        # IL(2); but t(7) = 2.20.
        return (None if _EQUATED.match(norm, end + 1) else "name"), None
    if unit == "%":
        return _level(norm, first, end, value), None
    whole = decimals == 0
    measure: str | None = None
    if after.isalpha() or after in " -°/":
        found = _AFTER.match(norm, end)
        if found:
            word = found["word"].lower()
            if found["dash"] and not found["space"]:
                if word in TIMES:
                    return ("age" if norm.startswith(("-old", " old"), found.end()) else "duration"), None
                if word == "fold":
                    measure = "fold"
                elif _POINTS.match(norm, end):
                    measure = "points"
                elif word not in ("to", "and", "or", "not", "ne", "nr"):
                    return "compound", None
            elif not found["dash"]:
                verdict, measure = _behind(found, word, value, whole)
                if verdict:
                    return verdict, measure
    if whole and 1900 <= value <= 2035 and end - start == 4 and _is_year(norm, first, end, measure):
        return "date", None
    if whole or measure is None:
        word, digit_before = word_before(norm, first)
        if word in MONTHS and whole and value <= 31:
            return "date", None
        label = LABELS.get(word)
        if label == "age" and (_MIDDLE_AGE.search(norm, max(0, first - 48), first) or _SUMMED_UP.match(norm, end)):
            # ``median age 62 years``: a result, where ``aged 62`` is a condition.
            label = None
        elif word == "v" and (_DATA_BEHIND_V.match(norm, end) or "=" in norm[max(0, first - 2) : first]):
            # ``2/143 v 10/96``, Cramér's ``V = .28``: no version.
            label = None
        if label and not (digit_before and label == "time point") and (whole or label in ("version", "section number")):
            settled = _label(label, norm, end, value, measure)
            if settled:
                return settled, None
    if whole and value >= 1_000_000 and end - start >= 7 and norm[start:end].isdigit():
        return "identifier", None
    if measure in DOSES:
        return "dose", measure
    return None, measure


def _in_brackets(norm: str, first: int, end: int) -> bool:
    """Whether a number alone in brackets is part of a name, a unit or a scale (``min(-1)``, ``log (10)``)."""
    if norm[first - 2].isalnum():
        return end - first == 1 or (end - first == 2 and norm[first] == "-")
    return norm.endswith("log (", 0, first) and norm[first:end] in ("2", "10")


def _glued(norm: str, first: int, after: str) -> str | None:
    """The reason of digits glued to letters in front; None for ``CI0.5`` and the like."""
    left = norm[max(0, first - 24) : first]
    word = left[len(left.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")) :]
    lowered = word.lower()
    if REGISTRY.search(left):
        return "identifier"
    if lowered in NAMELESS_GLUE and (first + 1 < len(norm) and "." in norm[first : first + 3]):
        return None
    if lowered == "n" and after in ",;) " and not left[: -len(word)][-1:].isdigit():
        return None
    if lowered == "ci":
        return None
    if lowered in ("d", "day", "days", "wk", "week", "month", "q"):
        return "time point"
    if len(word) >= 5 and word[1:].islower():
        return "reference"
    return "name"


def _behind(found: re.Match[str], word: str, value: float, whole: bool) -> tuple[str | None, str | None]:
    """The reason and the measure that a word behind digits gives them."""
    spaced = bool(found["space"])
    if not spaced:
        if word in ("st", "nd", "rd", "th"):
            return "ordinal", None
        if word == "s" and whole and 1900 <= value <= 2035:
            return "date", None
        if word in MEASURES:
            return ("dose" if word in DOSES and not _concentration(found["per"]) else None), _measure(
                word, found["per"]
            )
        if word in ("vs", "to", "and", "or", "versus", "patients", "p", "x", "weeks"):
            return None, None
        return "name", None
    if word in MONTHS and whole and value <= 31 and found["word"][0].isupper():
        return "date", None
    if word in MEASURES and (len(word) > 1 or word in "gljhd" or found["per"]):
        if (
            word in ("d", "g", "l", "j", "h", "v", "w", "m", "s", "u", "y")
            and not found["per"]
            and found["word"].isupper()
        ):
            return None, None
        if (
            word in ("min", "mets", "times", "cal", "second", "sd", "sds", "da", "point")
            and not whole
            and not found["per"]
        ):
            return None, word
        return ("dose" if word in DOSES and not _concentration(found["per"]) else None), _measure(word, found["per"])
    return None, None


def _measure(word: str, per: str) -> str:
    return MEASURES[word] + per.replace(" ", "").lower()


def _concentration(per: str) -> bool:
    return "/dl" in per.lower() or "/l" in per.lower() or "/ml" in per.lower()


def _label(label: str, norm: str, end: int, value: float, measure: str | None) -> str | None:
    if label == "weak label":
        return "label" if value <= 6 and not norm.startswith("/", end) else None
    if measure is not None and label != "age":
        return None
    if label in ("identifier", "label", "time point") and value > 6 and _DATA_BEHIND.match(norm, end):
        return None
    if label == "identifier" and value < 100:
        return None
    return label


_AFTER_LEVEL = re.compile(
    r"[ ]{0,2}-?[ ]?[(\[]?(?:c\.?[ ]?is?\b|c\.i\.|cl\b|cr\.?i\b|ui\b|pi\b|hdi\b|bci\b|conf|credib|uncertainty"
    r"|prediction|bayes|bootstrap|limits|simultaneous|two-sided|one-sided|posterior|bca|wald|exact|interval"
    # ``60% lower`` is a result.
    r"|(?:lower|upper)[ ](?:[a-z-]{1,12}[ ])?(?:ci\b|cl\b|conf|limit|bound|credib))",
    re.IGNORECASE,
)


def _level(norm: str, first: int, end: int, value: float) -> str | None:
    """A percentage that is the level of an interval, not a result."""
    if not 50 <= value < 100:
        return None
    if _AFTER_LEVEL.match(norm, end):
        return "level"
    word = word_before(norm, first)[0].rstrip("=: ")
    if word in ("ci", "interval", "intervals", "limits", "level") and value in (90, 95, 99, 97.5, 80, 98, 99.9):
        return "level"
    return None


# What a year, and no number of people, stands in front of: ``of the 1985 sample``.
_OF_A_YEAR = frozenset(
    "sample survey cohort census season wave study report edition version guideline guidelines criteria definition "
    "classification consensus conference meeting outbreak epidemic pandemic".split()
)


# ``2000 person-years``: what is followed by a time of people or of things in use is no year.
_PERSON_TIME = re.compile(
    r"[ -](?:person|patient|subject|participant|wom[ae]n|m[ae]n|child|infant|player|catheter|device|ventilator|bed|"
    r"line)s?[ -](?:year|yr|month|week|day|hour)s?\b",
    re.IGNORECASE,
)


def _is_year(norm: str, first: int, end: int, measure: str | None) -> bool:
    if measure is not None or _PERSON_TIME.match(norm, end):
        return False
    if norm.startswith((",", "/", "%", " of ", " (", " [", "."), end) and not _year_like(norm, end):
        return False
    after = _AFTER.match(norm, end)
    word = word_before(norm, first)[0]
    if word.endswith("=") or word == "n":
        return False
    if word == "the" and after and after["word"] in _OF_A_YEAR:
        return True
    if after and not after["dash"] and after["word"].lower() in COUNT_NOUNS:
        return False
    if word == "the" and after and after["word"][0].isupper():
        return True
    return not after or word not in ("of", "total", "all", "these", "those", "the", "included", "enrolled", "were")


def _year_like(norm: str, end: int) -> bool:
    """Whether what follows may follow a year: the end of a clause or the bracket that cites it."""
    return norm[end] in ",." or not norm[end + 1 : end + 4].strip(" ([").isdigit()


# ``pain was none in 12 (20%), mild in 30``: how much it was, of whom there are 12.
_A_LEVEL = re.compile(r" in [0-9]{1,5}(?: [a-z]{2,14})? ?\((?!0(?:\.0+)? ?%)[0-9.]{1,5} ?%")
_LEVELS = re.compile(r"\b(?:mild|moderate|severe|slight|minimal|marked|partial|poor|good|excellent|fair) in [0-9]")


def word_reason(text: str, lowered: str, start: int, end: int, value: float) -> tuple[str | None, str | None]:
    """Why a number in words is no data, or None; and its measure."""
    if lowered.startswith("-", end):
        found = _AFTER.match(lowered, end)
        if found and found["word"] in TIMES:
            return "duration", None
        return "wording", None
    if start and lowered[start - 1] == "-" and text[start - 1] not in _CLAUSE_DASHES and lowered[start - 2] != "-":
        return "wording", None
    if value == 1 and (
        lowered.startswith((" another", " or more", " of the"), end) or lowered.endswith("no ", 0, start)
    ):
        return ("wording" if not lowered.startswith(" of the", end) else None), None
    if value == 0 and _A_LEVEL.match(lowered, end) and _LEVELS.search(lowered, max(0, start - 160), end + 160):
        return "label", None
    found = _AFTER.match(lowered, end)
    if found and found["space"] and found["word"] in WORDY_MEASURES:
        return None, MEASURES.get(found["word"])
    if word_before(lowered, start)[0] in ("grade", "stage", "phase", "type", "group", "day", "week", "month", "table"):
        return "label", None
    return None, None
