"""What a figure measures: the word nearest in front of it says so, or that of the list it continues.

``the odds ratio was 2.2 (1.2-4.1) and, after adjustment, 1.9 (1.0-3.6)``: two odds ratios. Decided once for each
figure; whether it is then an effect, a rate or a summary is no longer a matter of words.
"""

import re
from enum import StrEnum
from typing import Literal

import msgspec

from checker.extract.numbers import Token
from checker.extract.printed import Figure, Printed

Scale = Literal["log", "linear"]


class Quantity(StrEnum):
    """What a figure is of."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    COEFFICIENT = "coefficient"
    REDUCTION = "relative reduction"
    SURVIVAL = "survival"
    INCIDENCE = "cumulative incidence"
    ACCURACY = "accuracy of a test"
    MEDIAN = "median"
    MEAN = "mean"
    OTHER = "something else"


class Meaning(msgspec.Struct, frozen=True):
    """What a figure measures, in the paper's words; ``start`` and ``end``: where these stand.

    ``statistic``: whether it is a median or a mean of that. ``carried``: they stand before another figure of the same
    list.
    """

    quantity: Quantity
    words: str
    start: int
    end: int
    statistic: Literal["median", "mean"] | None = None
    carried: bool = False


# Words in any case, abbreviations in capitals. Of several the last in front of the figure counts, and of those that end
# at one place the longest.
_NAMES: tuple[tuple[Quantity, str], ...] = (
    (
        Quantity.RATIO,
        r"(?i:(?:sub-?(?:distribution )?)?hazards?[ -]ratios?|relative hazards?)|"
        r"\b[a-z]{0,4}S?HRs?(?:adj)?\b|\b[AMU]HRs?\b|"
        r"(?i:odds[ -]ratios?|relative odds)|\b(?:[a-z]{0,4}|[AMUPDC])ORs?(?:adj)?\b|\bAdj\.?OR\b|\bO\.R\.|"
        r"(?i:(?:incidence |mortality )?rate ratios?|incidence (?:density )?ratios?|relative rates?)|"
        r"\b(?:[a-z]{0,2}|A)IRRs?\b|\bMRRs?\b|"
        r"(?i:risk[ -]ratios?|relative (?:[a-z]{3,15} ){0,3}?risks?(?! (?:reduc|increase|decrease)))|"
        r"\b(?:[a-z]{0,4}|[AM])RRs?\b|\bR\.R\.|"
        r"(?i:prevalence (?:rate )?ratios?)|\b[a-z]?A?PRs?\b(?= ?(?:=|[0-9(,:]))",
    ),
    (
        Quantity.DIFFERENCE,
        r"(?i:(?:weighted |standardi[sz]ed |adjusted )?mean[ -]differences?|differences? in (?:the )?means?)|"
        r"\b[WSL]?S?MDs?\b|(?i:(?:absolute )?risk differences?|absolute (?:risk )?(?:reduction|increase|difference))|"
        r"\bA?RDs?\b|\bARRs?\b|(?i:differences?)|\bAdj\.?Diff\b",
    ),
    (Quantity.COEFFICIENT, r"(?i:\bbetas?\b(?!-)|β(?!-)|(?:regression )?coefficients?\b|\bslopes?\b)|\bB(?= ?=)"),
    (
        Quantity.REDUCTION,
        r"(?i:relative (?:risk )?(?:reduction|increase|difference|change)|efficacy|effectiveness)|\bRRR\b",
    ),
    (
        Quantity.SURVIVAL,
        r"(?i:surviv(?!or)\w{0,4}|\b[oedprl]f?s\b|\bttp\b|kaplan|actuarial|"
        r"(?:relapse|event|disease|progression|failure|recurrence)[- ]free)",
    ),
    (Quantity.INCIDENCE, r"(?i:cumulative (?:incidence|rate|risk|probabilit\w{1,3}))"),
    (Quantity.ACCURACY, r"(?i:sensitivit\w{1,3}|specificit\w{1,3}|predictive values?|accurac\w{1,3}|\bppv\b|\bnpv\b)"),
    (Quantity.MEDIAN, r"(?i:\bmedians?\b)"),
    (Quantity.MEAN, r"(?i:\b(?:means?|averages?)\b(?!-))"),
    (
        Quantity.OTHER,
        r"(?i:standardi[sz]ed (?:mortality|incidence|morbidity) ratios?|likelihood ratios?)|\bS[MI]Rs?\b|"
        r"(?i:percent(?:age)? (?:change|reduction|difference)|kappa|correlation|\br ?=|\bicc\b|area under|\bauc\b|"
        r"prevalence (?!ratio|rate ratio)|incidence (?!rate ratio|ratio|density)|\bnnt\b|number needed|"
        r"(?<!in )(?<!in absolute )proportions?|heritab\w{1,6}|geometric|fold|ratio of|attributable|preventable|"
        r"dollars)|[$€£]",
    ),
)
_NAMED = re.compile("|".join(f"(?P<{quantity.name}>{pattern})" for quantity, pattern in _NAMES))
_STATISTICS: dict[str | None, Literal["median", "mean"]] = {"MEDIAN": "median", "MEAN": "mean"}
_TIMES = frozenset(("days", "weeks", "months", "years", "hours"))
_FARTHEST, _FARTHEST_CARRIED = 110, 90
# From one figure of a list to the next that has no name of its own.
_ENDS_LIST = re.compile(r"[;.](?<!vs\.)(?![0-9])")


def meanings(printed: Printed, norm: str, start: int) -> dict[int, Meaning]:
    """What each figure measures, by the offset of its value, where words say so.

    Args:
        printed: the figures of a sentence or cell.
        norm: the plain form of the document, in its own letters.
        start: where the sentence or cell begins.
    """
    found: dict[int, Meaning] = {}
    previous: Meaning | None = None
    percent = False
    begin = start
    for figure in printed.figures:
        if figure.value.start in printed.ps:
            continue
        tokens = figure.tokens
        first = tokens[0].start
        own = _nearest(norm, max(begin, first - _FARTHEST), first)
        if own is None and previous is not None and figure.value.percent is percent and _continues(norm, begin, first):
            own = msgspec.structs.replace(previous, carried=True)
        if own is not None:
            found[figure.value.start] = own
        if len(tokens) > 1 or not _is_time(figure.value):
            # ``differences after 12 weeks were 4.2``: the time is no figure of another result.
            begin, previous, percent = tokens[-1].end, own, figure.value.percent
    return found


def _nearest(norm: str, start: int, end: int) -> Meaning | None:
    last, statistic = None, None
    for last in _NAMED.finditer(norm, start, end):
        statistic = _STATISTICS.get(last.lastgroup, statistic)
    if last is None:
        return None
    return Meaning(Quantity[last.lastgroup or ""], last.group(), last.start(), last.end(), statistic)


def _continues(norm: str, begin: int, first: int) -> bool:
    return first - begin <= _FARTHEST_CARRIED and not _ENDS_LIST.search(norm, begin, first)


def _is_time(token: Token) -> bool:
    return token.unit in _TIMES


def of(figure: Figure, found: dict[int, Meaning]) -> Meaning | None:
    """What a figure measures."""
    return found.get(figure.value.start)


_SCALES: dict[Quantity, Scale] = {Quantity.RATIO: "log", Quantity.DIFFERENCE: "linear", Quantity.COEFFICIENT: "linear"}


def scale_of(meaning: Meaning | None) -> Scale | None:
    """The scale on which the customary interval of an estimate of effect is symmetric; None of anything else."""
    return _SCALES.get(meaning.quantity) if meaning is not None else None


def named(words: str) -> list[Meaning]:
    """All quantities that words name."""
    return [Meaning(Quantity[each.lastgroup or ""], each.group(), *each.span()) for each in _NAMED.finditer(words)]


def headed(words: str) -> Meaning | None:
    """The estimates of effect that the head of a column or row names, where it names nothing but what they are of.

    >>> headed("Adjusted OR (95% CI)").words, headed("OS, HR (95% CI)").words, headed("Median survival, HR")
    ('OR', 'HR', None)
    """
    found = named(words)
    if any(each.quantity not in (*_SCALES, Quantity.MEAN, Quantity.SURVIVAL) for each in found):
        return None
    effects = [each for each in found if each.quantity in _SCALES]
    return max(effects, key=lambda each: (each.quantity is Quantity.RATIO, each.start), default=None)
