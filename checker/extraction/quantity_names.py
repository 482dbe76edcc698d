"""The names of what figures measure: odds ratios, differences, survival; in words and in abbreviations."""

import functools
import re
from enum import StrEnum

from checker.extraction import literals


class Quantity(StrEnum):
    """What a figure is of."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    COEFFICIENT = "coefficient"
    REDUCTION = "relative reduction"
    NEEDED = "number needed to treat"
    SURVIVAL = "survival"
    INCIDENCE = "cumulative incidence"
    ACCURACY = "accuracy of a test"
    MEDIAN = "median"
    MEAN = "mean"
    OTHER = "something else"


# Of survival overall, event-free, ...: in two letters of which all words are full, and so looked for from the last.
_SURVIVALS = r"[oedprl]f?s\b"
_ENDS_SURVIVALS = re.compile(r"s\b(?:(?<=\b[oedprl]s)|(?<=\b[oedprl]fs))")
_ENDS_TIME_TO = re.compile(r"ttp\b(?<=\bttp)")
_OF_SURVIVAL = literals.sought([("surviv", "-free", "kaplan", "actuarial", "cumulative")])
# Words in any case, and abbreviations as they are printed, where a word begins. Of several the last in front of the
# figure counts, and of those that end at one place the longest.
_NAMES: tuple[tuple[Quantity, str, str], ...] = (
    (
        Quantity.RATIO,
        r"sub-?(?:distribution )?hazards?[ -]ratios?|hazards?[ -]ratios?|relative hazards?|odds[ -]ratios?|"
        r"relative odds|(?:incidence|mortality) rate ratios?|rate ratios?|incidence (?:density )?ratios?|"
        r"relative rates?|risk[ -]ratios?|relative (?:[a-z]{3,15} ){0,3}?risks?(?! (?:reduc|increase|decrease))|"
        r"prevalence (?:rate )?ratios?",
        r"[a-z]{0,4}S?HRs?(?:adj)?\b|[AMU]HRs?\b|(?:[a-z]{0,4}|[AMUPDC])ORs?(?:adj)?\b|Adj\.?OR\b|O\.R\.|"
        r"(?:[a-z]{0,2}|A)IRRs?\b|MRRs?\b|(?:[a-z]{0,4}|[AM])RRs?\b|R\.R\.|[a-z]?A?PRs?\b(?= ?(?:=|[0-9(,:]))",
    ),
    (
        Quantity.DIFFERENCE,
        r"(?:weighted|standardi[sz]ed|adjusted) mean[ -]differences?|mean[ -]differences?|"
        r"differences? in (?:the )?means?|absolute risk differences?|risk differences?|"
        r"absolute (?:risk )?(?:reduction|increase|difference)|differences?",
        r"[WSL]?S?MDs?\b|A?RDs?\b|ARRs?\b|Adj\.?Diff\b",
    ),
    (
        Quantity.COEFFICIENT,
        r"\bbetas?\b(?!-)|β(?!-)|regression coefficients?\b|coefficients?\b|\bslopes?\b",
        r"B(?= ?=)",
    ),
    (
        Quantity.REDUCTION,
        r"relative (?:risk )?(?:reduction|increase|difference|change)|risk (?:reduction|increase)|efficacy|"
        r"effectiveness",
        r"RRR\b",
    ),
    (Quantity.NEEDED, r"numbers? needed(?:[ -]to[ -](?:treat|harm|screen))?", r"NN[TH]s?\b"),
    (
        Quantity.SURVIVAL,
        r"surviv(?!or)\w{0,4}|\bttp\b|kaplan|actuarial(?! (?:[a-z]{3,12} )?(?:risk|incidence|probab|mortality))|"
        r"(?:relapse|event|disease|progression|failure|recurrence)[- ]free",
        f"(?i:{_SURVIVALS})",
    ),
    (
        Quantity.INCIDENCE,
        r"(?:cumulative|actuarial) (?:(?!surviv)[a-z]{3,12} ){0,3}?"
        r"(?:incidences?|rates?|risks?|probabilit\w{1,3}|mortality)",
        "",
    ),
    (Quantity.ACCURACY, r"sensitivit\w{1,3}|specificit\w{1,3}|predictive values?|accurac\w{1,3}|\bppv\b|\bnpv\b", ""),
    (Quantity.MEDIAN, r"\bmedians?\b", ""),
    (Quantity.MEAN, r"\b(?:means?|averages?)\b(?!-)", ""),
    (
        Quantity.OTHER,
        r"standardi[sz]ed (?:mortality|incidence|morbidity) ratios?|likelihood ratios?|"
        r"percent(?:age)? (?:change|reduction|difference)|kappa|correlation|\br ?=|\bicc\b|area under|\bauc\b|"
        r"prevalence (?!ratio|rate ratio)|incidence (?!rate ratio|ratio|density)|"
        r"(?<!in )(?<!in absolute )proportions?|heritab\w{1,6}|geometric|fold|ratio of|attributable|preventable|"
        r"dollars|[$€£]",
        r"S[MI]Rs?\b",
    ),
)
_NAMED = {
    quantity: f"(?P<{quantity.name}>(?i:{words})|\\b(?:{abbreviations or '(?!)'}))"
    for quantity, words, abbreviations in _NAMES
}
# Pieces of which none stands where nothing is named, of all quantities and of each: these are found much sooner.
_WORDS = literals.sought(literals.needed("|".join(words for _, words, _ in _NAMES)))
_ABBREVIATIONS = literals.sought(
    literals.needed(
        "|".join(printed for quantity, _, printed in _NAMES if printed and quantity is not Quantity.SURVIVAL)
    )
)
_PIECES = [
    (
        quantity,
        literals.sought(literals.needed(words)),
        literals.sought(literals.needed(abbreviations)) if abbreviations else None,
    )
    for quantity, words, abbreviations in _NAMES
]
_EFFECT = re.compile(r"ratio|[OR]Rs?\b|elative|isk|ifference|reduction|RDs?\b|NN[TH]|needed|times|fold")
_OF_EFFECTS = literals.sought(literals.needed(_EFFECT.pattern))


def names(norm: str, start: int, end: int) -> list[re.Match[str]]:
    """Every name of a quantity in a stretch of text."""
    words = norm[start:end]
    low = words.lower()
    survivals = _ENDS_SURVIVALS.search(low) is not None
    if not (survivals or literals.has(low, _WORDS) or literals.has(words, _ABBREVIATIONS)):
        return []
    named = tuple(
        quantity
        for quantity, pieces, printed in _PIECES
        if literals.has(low, pieces)
        or (survivals if quantity is Quantity.SURVIVAL else printed is not None and literals.has(words, printed))
    )
    return list(_named(named).finditer(norm, start, end)) if named else []


@functools.cache
def _named(quantities: tuple[Quantity, ...]) -> re.Pattern[str]:
    """The names of some quantities."""
    return re.compile("|".join(_NAMED[quantity] for quantity in quantities))


def may_be_survival(low: str) -> bool:
    """Whether a text in lower case has a word of which one stands wherever survival or an incidence over time does."""
    return literals.has(low, _OF_SURVIVAL) or any(each.search(low) for each in (_ENDS_SURVIVALS, _ENDS_TIME_TO))


def may_be_effects(norm: str, start: int, end: int) -> bool:
    """Whether a stretch of text has a word of which one stands wherever estimates of the effect of two groups do."""
    return literals.has(norm[start:end], _OF_EFFECTS) and _EFFECT.search(norm, start, end) is not None
