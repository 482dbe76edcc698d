"""Measures of effect: what a paper calls them, and which of those that the field knows each is."""

import enum
import re


class Measure(enum.StrEnum):
    """What an estimate of effect is of."""

    ODDS_RATIO = "odds ratio"
    RISK_RATIO = "risk ratio"
    PREVALENCE_RATIO = "prevalence ratio"
    HAZARD_RATIO = "hazard ratio"
    RATE_RATIO = "rate ratio"
    STANDARDISED_RATIO = "standardised ratio"
    RISK_DIFFERENCE = "risk difference"
    RELATIVE_RISK_REDUCTION = "relative risk reduction"
    NUMBER_NEEDED_TO_TREAT = "number needed to treat"
    MEAN_DIFFERENCE = "mean difference"
    MEDIAN_DIFFERENCE = "median difference"
    COEFFICIENT = "coefficient"
    EFFICACY = "efficacy"
    DIFFERENCE = "difference"
    CHANGE = "change"
    ESTIMATE = "estimate"
    CORRELATION = "correlation"
    RATIO = "ratio"

    @classmethod
    def named(cls, words: str) -> "Measure":
        """The measure that words name; a ratio of who knows what where they name none.

        >>> Measure.named("aOR").value, Measure.named("adjusted mean difference").value, Measure.named("times").value
        ('odds ratio', 'mean difference', 'ratio')
        """
        return next((measure for measure, pattern in _NAMES if pattern.search(words)), cls.RATIO)


# Words in any case, abbreviations in capitals; the first that fits: a relative reduction is no relative risk.
_NAMES = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (Measure.MEAN_DIFFERENCE, r"(?i:\bmeans?\b)|\b[WSL]?S?MDs?\b"),
        (Measure.COEFFICIENT, r"(?i:beta|β|coefficient|slope)|^B$"),
        (Measure.MEDIAN_DIFFERENCE, r"(?i:median)"),
        (Measure.EFFICACY, r"(?i:efficacy)"),
        (Measure.NUMBER_NEEDED_TO_TREAT, r"(?i:numbers?[ -]needed)|\bNN[TH]s?\b"),
        (Measure.RELATIVE_RISK_REDUCTION, r"(?i:relative.*(?:reduction|increase|decrease))|\bRRR\b"),
        (Measure.HAZARD_RATIO, r"(?i:hazard)|\b\w{0,4}S?HRs?(?:adj)?\b"),
        (Measure.STANDARDISED_RATIO, r"(?i:standardi[sz]ed)|\bS[MI]R?Rs?\b"),
        (Measure.RATE_RATIO, r"(?i:\brate ratio|relative rate|incidence (?:rate|density|ratio))|\b\w{0,2}[MI]R?Rs?\b"),
        (Measure.ODDS_RATIO, r"(?i:\bodds)|\b\w{0,4}ORs?\b"),
        (Measure.RISK_DIFFERENCE, r"(?i:\babsolute|\brisk (?:difference|reduction|increase))|\bA?RDs?\b|\bARRs?\b"),
        (Measure.PREVALENCE_RATIO, r"(?i:prevalence)|\b\w{0,4}PRs?\b"),
        (Measure.RISK_RATIO, r"(?i:\brisk|relative|proportion)|\b\w{0,4}RRs?\b"),
        (Measure.DIFFERENCE, r"(?i:difference)"),
        (Measure.CHANGE, r"(?i:^change$)"),
        (Measure.ESTIMATE, r"(?i:^estimate$)"),
        (Measure.CORRELATION, r"(?i:^correlation$)"),
    )
)


class ReportedMeasure:
    """A measure as a paper calls it (``aOR``, ``relative risk``), and which one that is."""

    __slots__ = ("kind", "words")

    def __init__(self, words: str) -> None:
        self.words = words.value if isinstance(words, Measure) else words
        self.kind = Measure.named(words)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.words == self.words

    def __hash__(self) -> int:
        return hash(self.words)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.words!r})"

    def __str__(self) -> str:
        return self.words
