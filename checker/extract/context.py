"""What surrounds a number and makes it something other than data: why a token is not a count or a result.

Language alone decides here; no arithmetic.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.extract.numbers import Token

# Regions inside which every number has one reason. The reasons in WHOLE are of one piece: one token.
WHOLE = frozenset({"identifier", "date"})
_NUMERIC_REGION = re.compile(
    r"""(?<![\w./-])(?:
      (?P<identifier> 10\.[0-9]{4,9}/[^\s<>"]{1,200} | [0-9]{4}-[0-9]{6}-[0-9]{2}(?![0-9]) )
    | (?P<date> [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]) | [0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9])
        | [0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?![0-9]) ) )""",
    re.VERBOSE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,400}|\bdoi:? ?10\.[^\s<>\"]{1,200}", re.IGNORECASE)
# Bracketed whole numbers, alone or in lists and ranges, behind a word: references. Behind a number,
# a unit or a word of statistics they are data (``45 years [33-55]``).
_CITATION = re.compile(
    r"(?P<word>[A-Za-z]{2,20})[\"').,;:%]{0,2} ?(?P<list>\[ ?[0-9]{1,3}(?: ?[,;-] ?[0-9]{1,3}){0,40} ?\])"
)
_CITATION_BEHIND = re.compile(r"[%)\]\-] ?(?P<list>\[ ?[0-9]{1,3}(?: ?[,;-] ?[0-9]{1,3}){0,40} ?\])")
_STATISTIC_WORDS = frozenset(
    "ci iqr range median mean sd se sem interval limits age aged day days week weeks month months year years yr yrs "
    "hour hours min minutes points mg kg cm mm ml g mmhg score scores n or rr hr to of versus vs".split()
)

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
_DATE_WORDS = frozenset(
    "in since from between during until till year years of by spring summer autumn winter fall".split()
)
_COUNT_NOUNS = frozenset(
    "patients patient participants participant subjects subject women men children adults infants neonates newborns "
    "persons people individuals cases case controls eyes girls boys males females samples sample students respondents "
    "pregnancies deliveries births deaths events families mothers residents veterans volunteers recipients survivors "
    "procedures operations lesions tumors tumours specimens isolates episodes articles studies trials hospitals "
    "centers centres sites pairs physicians nurses households schools users visits admissions patients' "
    "consecutive eligible randomized randomised healthy evaluable".split()
)
_LABELS = {
    **dict.fromkeys("table tables tab figure figures fig figs box appendix panel".split(), "figure number"),
    **dict.fromkeys("section sections chapter chapters page pages volume vol".split(), "section number"),
    **dict.fromkeys("version versions v ver release ctcae".split(), "version"),
    **dict.fromkeys("reference references ref refs".split(), "citation"),
    **dict.fromkeys("number no grant award protocol approval registration id nr".split(), "identifier"),
    **dict.fromkeys("grade grades stage stages phase phases type types class classes category categories level levels "
                    "score scores step steps nyha ecog asa bi-rads gleason kellgren lawrence genotype genotypes "
                    "serotype exon exons codon chromosome chromosomes domain factor factors".split(), "label"),
    **dict.fromkeys("group groups arm arms cohort cohorts model models study studies trial trials experiment "
                    "experiments aim question item items file part parts region regions scenario "
                    "sequence site case".split(), "weak label"),
    **dict.fromkeys("day days week weeks month months year years cycle cycles course visit hour hours d wk "
                    "wave round session trimester".split(), "time point"),
    **dict.fromkeys("age aged ages".split(), "age"),
}  # fmt: skip
_NAMELESS_GLUE = frozenset(
    "ci or rr hr irr shr ahr aor arr smr sd se sem iqr n p r d rd md wmd smd rrr nnt beta".split()
)
_REGISTRY = re.compile(
    r"(?:NCT|ISRCTN|ACTRN|UMIN|DRKS|CTRI|IRCT|EUCTR|KCT|JPRN|ChiCTR|PMC|PMID|PACTR|TCTR|NTR|CRD)[- :]{0,2}"
    r"(?:[A-Z]{1,6}[- ]?)?$"
)

_DOSES = frozenset("mg ug mcg ng iu gy cgy mci mbq meq miu".split())
_TIMES = {
    **dict.fromkeys("day days d".split(), "days"),
    **dict.fromkeys("week weeks wk wks".split(), "weeks"),
    **dict.fromkeys("month months mo mos mth mths".split(), "months"),
    **dict.fromkeys("year years yr yrs y".split(), "years"),
    **dict.fromkeys("hour hours h hr hrs".split(), "hours"),
    **dict.fromkeys("minute minutes min mins".split(), "minutes"),
    **dict.fromkeys("second seconds sec secs s ms msec".split(), "seconds"),
}  # fmt: skip
_MEASURES = {
    **_TIMES,
    **{dose: dose for dose in _DOSES},
    **{unit: unit for unit in (
        "g kg l ml dl ul cm mm um nm m km cc mmhg kpa cmh2o mmol umol nmol pmol mol mosm hz khz mhz kcal kj cal "
        "bpm db w watts j v mv ma kda da kb bp ppm ppb u units unit points point degrees deg fold times cells "
        "copies beats breaths drops lb lbs oz inches feet miles logmar diopters diopter d dioptres dpt "
        "pack-years person-years percentile centile sd sds mets").split()},
}  # fmt: skip
_WORDY_MEASURES = frozenset("units unit points point degrees fold times cells copies beats breaths days weeks months "
                            "years hours minutes seconds day week month year hour minute second".split())  # fmt: skip
_AFTER = re.compile(
    r"(?P<space>[ ]{0,2})(?P<dash>-?)(?P<word>[A-Za-z°][A-Za-z]{0,24})(?P<per>(?:[ ]?/[ ]?[A-Za-z]{1,8}){0,3})"
)
_DATA_BEHIND = re.compile(
    r"[ ]?(?:\(|\[|/[0-9]|of |%|out of )|[ ]?(?:patients|subjects|women|men|children|participants|cases)\b"
)
_CHAIN = re.compile(
    r"(?:[ ]?[,;][ ]?(?:and |or )?|[ ]?-[ ]?|[ ]?/[ ]?| and | or | to | through | & |\+| vs\.? | versus )"
)
_UNIT_CHAIN = re.compile(r"(?:[ ]?,[ ]?(?:and |or )?|[ ]?-{1,2}[ ]?| and | or | to | ?~ ?| through )")
_RANGE = re.compile(r"(?:[ ]?-{1,2}[ ]?| to | ?~ ?)")


def regions(norm: str) -> list[tuple[int, int, str]]:
    """Identifiers, dates and citations in order: start, end, reason."""
    found = [(match.start(), match.end(), match.lastgroup or "") for match in _NUMERIC_REGION.finditer(norm)]
    if "://" in norm or "www." in norm or "doi" in norm or "DOI" in norm:
        found += [(match.start(), match.end(), "identifier") for match in _URL.finditer(norm)]
    if "[" in norm:
        for match in _CITATION.finditer(norm):
            if match["word"].lower() not in _STATISTIC_WORDS:
                found.append((match.start("list"), match.end("list"), "citation"))
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


_COMMA_DECIMAL = re.compile(r"(?<![0-9.,])0,[0-9]{1,3}(?![0-9,])")
_POINT_DECIMAL = re.compile(r"[0-9]\.[0-9]")
_COMMA_FRACTION = re.compile(r",[0-9]{1,2}(?![0-9]|,[0-9])")
_COMMA_ZERO = re.compile(r",[0-9]{1,4}(?![0-9]|,[0-9])")


def comma_decimals(norm: str) -> bool:
    """Whether this text writes its decimals with a comma throughout."""
    return _COMMA_DECIMAL.search(norm) is not None and _POINT_DECIMAL.search(norm) is None


def comma_decimal(norm: str, start: int, end: int, throughout: bool) -> int:
    """Where the decimals of a comma decimal end (``0,001``; ``33,9`` where the whole text does so), or 0."""
    before = norm[start - 1] if start else ""
    if before and before in ".,[":
        return 0
    found = None
    if end - start == 1 and norm[start] == "0":
        found = _COMMA_ZERO.match(norm, end)
    elif throughout:
        found = _COMMA_FRACTION.match(norm, end)
    return found.end() if found else 0


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
    if (norm[start - 2 : start - 1].isdigit() and start >= 2) or (
        norm[end : end + 1] == " " and norm[end + 1 : end + 2].isdigit()
    ):
        return True
    if _word_before(norm, start)[0] in _LABELS:
        return True
    after = _AFTER.match(norm, end)
    return after is not None and after["word"].lower() in _DOSES


def _word_before(norm: str, start: int) -> tuple[str, bool]:
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
        if text[first - 1] not in "\u2014\u2015":
            return "name", None
    elif before == "." and first >= 2 and norm[first - 2].isalpha():
        word = _word_before(norm, first)[0]
        return (_LABELS.get(word) or "reference"), None
    elif before == "(" and after == ")" and end - first == 1 and first >= 2 and norm[first - 2].isalnum():
        return "name", None
    if unit == "%":
        return _level(norm, first, end, value), None
    whole = decimals == 0
    measure: str | None = None
    if after.isalpha() or after in " -°/":
        found = _AFTER.match(norm, end)
        if found:
            word = found["word"].lower()
            if found["dash"] and not found["space"]:
                if word in _TIMES:
                    return ("age" if norm.startswith(("-old", " old"), found.end()) else "duration"), None
                if word == "fold":
                    measure = "fold"
                elif word not in ("to", "and", "or"):
                    return "compound", None
            elif not found["dash"]:
                verdict, measure = _behind(found, word, value, whole)
                if verdict:
                    return verdict, measure
    if whole and 1900 <= value <= 2035 and end - start == 4 and _is_year(norm, first, end, measure):
        return "date", None
    if whole or measure is None:
        word, digit_before = _word_before(norm, first)
        if word in _MONTHS and whole and value <= 31:
            return "date", None
        label = _LABELS.get(word)
        if label and not (digit_before and label == "time point") and (whole or label in ("version", "section number")):
            settled = _label(label, norm, end, value, measure)
            if settled:
                return settled, None
    if whole and value >= 1_000_000 and end - start >= 7 and norm[start:end].isdigit():
        return "identifier", None
    if measure in _DOSES:
        return "dose", measure
    return None, measure


def _glued(norm: str, first: int, after: str) -> str | None:
    """The reason of digits glued to letters in front; None for ``CI0.5`` and the like."""
    left = norm[max(0, first - 24) : first]
    word = left[len(left.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")) :]
    lowered = word.lower()
    if _REGISTRY.search(left):
        return "identifier"
    if lowered in _NAMELESS_GLUE and (first + 1 < len(norm) and "." in norm[first : first + 3]):
        return None
    if lowered == "n" and after in ",;) ":
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
        if word in _MEASURES:
            return ("dose" if word in _DOSES and not _concentration(found["per"]) else None), _measure(
                word, found["per"]
            )
        if word in ("vs", "to", "and", "or", "versus", "patients", "p", "x", "weeks"):
            return None, None
        return "name", None
    if word in _MONTHS and whole and value <= 31 and found["word"][0].isupper():
        return "date", None
    if word in _MEASURES and (len(word) > 1 or word in "gljhd" or found["per"]):
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
        return ("dose" if word in _DOSES and not _concentration(found["per"]) else None), _measure(word, found["per"])
    return None, None


def _measure(word: str, per: str) -> str:
    return _MEASURES[word] + per.replace(" ", "").lower()


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
    r"[ ]{0,2}-?[ ]?[(\[]?(?:c\.?[ ]?i\b|c\.i\.|cl\b|cr\.?i\b|ui\b|pi\b|hdi\b|bci\b|conf|credib|uncertainty|prediction"
    r"|bayes|bootstrap|limits|simultaneous|two-sided|one-sided|lower|upper|posterior|bca|wald|exact|interval)",
    re.IGNORECASE,
)


def _level(norm: str, first: int, end: int, value: float) -> str | None:
    """A percentage that is the level of an interval, not a result."""
    if not 50 <= value < 100:
        return None
    if _AFTER_LEVEL.match(norm, end):
        return "level"
    word = _word_before(norm, first)[0].rstrip("=: ")
    if word in ("ci", "interval", "intervals", "limits", "level") and value in (90, 95, 99, 97.5, 80, 98, 99.9):
        return "level"
    return None


def _is_year(norm: str, first: int, end: int, measure: str | None) -> bool:
    if measure is not None or (
        norm.startswith((",", "/", "%", " of ", " (", " [", "."), end) and not _year_like(norm, end)
    ):
        return False
    after = _AFTER.match(norm, end)
    word = _word_before(norm, first)[0]
    if word.endswith("=") or word == "n":
        return False
    if after and not after["dash"] and after["word"].lower() in _COUNT_NOUNS:
        return False
    if word == "the" and after and after["word"][0].isupper():
        return True
    return not after or word not in ("of", "total", "all", "these", "those", "the", "included", "enrolled", "were")


def _year_like(norm: str, end: int) -> bool:
    """Whether what follows may follow a year: the end of a clause or the bracket that cites it."""
    return norm[end] in ",." or not norm[end + 1 : end + 4].strip(" ([").isdigit()


def word_reason(lowered: str, start: int, end: int, value: float) -> tuple[str | None, str | None]:
    """Why a number in words is no data, or None; and its measure."""
    if lowered.startswith("-", end):
        found = _AFTER.match(lowered, end)
        if found and found["word"] in _TIMES:
            return "duration", None
        return "wording", None
    if start and lowered[start - 1] == "-":
        return "wording", None
    if value == 1 and (
        lowered.startswith((" another", " or more", " of the"), end) or lowered.endswith("no ", 0, start)
    ):
        return ("wording" if not lowered.startswith(" of the", end) else None), None
    found = _AFTER.match(lowered, end)
    if found and found["space"] and found["word"] in _WORDY_MEASURES:
        return None, _MEASURES.get(found["word"])
    if _word_before(lowered, start)[0] in ("grade", "stage", "phase", "type", "group", "day", "week", "month", "table"):
        return "label", None
    return None, None


def settle(found: list["Token"], norm: str, replace: Callable[..., Any]) -> list["Token"]:
    """Hand reasons, measures and percent signs along lists and ranges (``groups 1 and 2``, ``6.0-7.5%``)."""
    size = len(found)
    for index in range(1, size):
        previous, token = found[index - 1], found[index]
        width = token.start - previous.end
        if width < 0 or width > 10:
            continue
        gap = norm[previous.end : token.start]
        if gap == "":
            continue
        if (
            previous.reason is not None
            and token.reason is None
            and token.unit is None
            and token.decimals == 0
            and _passes_on(previous, token, gap, norm)
        ):
            found[index] = replace(token, reason=previous.reason)
        elif gap in (":", " : ") and _is_ratio(previous, token):
            found[index - 1] = replace(previous, reason="ratio")
            found[index] = replace(token, reason="ratio")
        elif (
            previous.unit == "%"
            and token.unit is None
            and token.reason is None
            and previous.reason is None
            and 0 <= token.value <= 100
            and _RANGE.fullmatch(gap)
        ):
            found[index] = replace(token, unit="%")
    for index in range(size - 2, -1, -1):
        token, following = found[index], found[index + 1]
        if following.unit is None or token.unit is not None or token.reason is not None:
            continue
        width = following.start - token.end
        if not 0 < width <= 10 or (token.start and norm[token.start - 1] == "="):
            continue
        gap = norm[token.end : following.start]
        if following.unit == "%":
            if (
                _RANGE.fullmatch(gap) or (gap == " and " and _word_before(norm, token.start)[0] == "between")
            ) and following.reason is None:
                found[index] = replace(token, unit="%")
        elif _UNIT_CHAIN.fullmatch(gap) and following.kind != "spread":
            if following.reason == "dose" and (token.decimals == 0 or "-" in gap):
                found[index] = replace(token, unit=following.unit, reason="dose")
            elif following.reason is None:
                found[index] = replace(token, unit=following.unit)
    return found


def _passes_on(previous: "Token", token: "Token", gap: str, norm: str) -> bool:
    reason = previous.reason
    if reason in ("label", "figure number", "section number", "time point", "age", "citation", "version"):
        if not _CHAIN.fullmatch(gap):
            return False
        following = norm[token.end : token.end + 3]
        if (following[:1] == "/" and following[1:2].isdigit()) or (
            following.startswith((" (", "(", " [", "%")) and token.value > 6
        ):
            return False
        if reason == "label":
            return token.value <= 10 and not following.startswith(" of")
        return not (following.startswith(" of")) and (token.value > previous.value or reason == "citation")
    if reason == "date":
        return gap in (", ", "-", " - ", " ", "/") and (
            1900 <= token.value <= 2035 or (token.value <= 31 and gap in "-/")
        )
    if reason == "reference":
        return gap in (",", "-")
    if reason == "name":
        return gap in ("/", "-", ",") and not norm.startswith(("%", " (", " of"), token.end)
    if reason == "duration":
        return False
    return False


def _is_ratio(previous: "Token", token: "Token") -> bool:
    return (
        all(member.countable and member.value <= 10_000 for member in (previous, token))
        and min(previous.value, token.value) <= 10
    )


def reasons(found: Sequence["Token"]) -> dict[str, int]:
    """How often each reason occurs; for reports on the lexer."""
    counted: dict[str, int] = {}
    for token in found:
        if token.reason:
            counted[token.reason] = counted.get(token.reason, 0) + 1
    return counted
