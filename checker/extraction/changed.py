"""What sort of change three figures make: points, percent or a ratio, and whether it was estimated by itself."""

import re

import msgspec

from checker.extraction.numbers import Token
from checker.extraction.printed import Figure
from checker.extraction.sentences import Sentence
from checker.extraction.vocabulary import MEASURES, UNITS_OF_TIME

# What is counted, so that two shares and their difference are figures of the same people.
_PEOPLE = re.compile(
    r"\b(?:proportions?|percentages? of|per cent of|prevalence|incidence|mortality|(?<!heart )(?<!filtration )"
    r"(?<!respiratory )(?<!pulse )(?<!flow )(?<!sedimentation )(?<!metabolic )rates?|risks?|number of|patients who|"
    r"patients (?:achiev|receiv|with|had)|deaths|cases|survival|admissions|visits|events|prescri\w{1,8}|responders|orr|"
    r"use|coverage|uptake|performed|screen\w{1,4}|vaccinat\w{1,5}|immuni[sz]\w{1,5}|satisfaction|complications?|"
    r"infections?|remissions?|relapses?|recurrences?|failures?|abstinen\w{2}|cessation|success|attendance|smok\w{2,4})\b"
)
_MEASURED = re.compile(
    r"\bmeans?\b|average|a1c?\b|ha?emoglobin|ejection|lvef|ha?ematocrit|saturat|stenosis|fev|\bfmd\b|dilat|weight|"
    r"score|concentration|level|pressure|density|\bbmd\b|index|median|geometric|±|\+/-|\bsd\b|\bse\b"
)
_MODELLED = re.compile(
    r"adjust|regress|model|ancova|least[- ]squares?|stratif|weighted|pooled|meta-analy|standardi[sz]ed|imput|mantel|"
    r"difference-in|instrument|propensity|predicted|estimated|age-|log-?transf|trend|time series|segmented|"
    r"level change|power (?:to|of)|detect|sample size|assum|anticipat|expected|hypothes"
)
_OF_A_RATIO = re.compile(r"risk|hazard|odds|rrr|likel|mortality|death|proportional")
# Said anywhere in a paper, these make its differences other than those of the figures.
_MODELLED_PAPER = re.compile(
    r"meta-?analy|systematic review|pooled|generali[sz]ed estimating|\bgee\b|mixed[- ](?:effects? )?model|"
    r"mixed-effects|multilevel|difference-in-difference|interrupted time|segmented|cluster|mantel|imputation|"
    r"propensity|survey weight"
)
_MEASURE = re.compile(r"[ -]?(percentage[ -]points?|%|[a-z]{1,8})")
# Changes that are of something else than the two figures, by what the sentence says.
_OTHERWISE = (
    (re.compile(r"\bmedian"), "a difference of medians is no median of differences"),
    (
        re.compile(
            r"\b(?:after|on|following|with) (?:further |multivariable |multivariate |statistical )?"
            r"(?:adjust(?:ment|ing)|standardi[sz](?:ation|ing)|controlling|correct(?:ion|ing)|allowing|accounting)\b"
        ),
        "the change is that of a model",
    ),
)
_ODDS = re.compile(r"\bodds\b|hazards?\b|likelihood")
_OVER_TIME = re.compile(r"\b(?:annual(?:ly)?|yearly|monthly|weekly|daily|each)\b")
_EACH = re.compile(r"[^;:.()]{0,16}?(?:\b(?:per|a|every)|/)[ ]?(?:year|month|week|day|decade)")
_SD = re.compile(r"[ -]?(?:sds?|sem|standard|percentiles?|centiles?|quintiles?|log|z)\b")
_OF_PEOPLE = re.compile(r" ?(?:of |patients)")
_SCALE = re.compile(r"[ ](million|billion|thousand|log|x 10)")
# Three powers of ten less is 99.9% less.
_LOGARITHMS = re.compile(r"\blog(?:s|arithms?|[ -]?(?:10|2|e))?\b|\bln\b")


class Measured(msgspec.Struct):
    """A figure of a change: its unit, also where words behind it say it, and these words."""

    figure: Figure
    unit: str | None
    behind: str

    @classmethod
    def of(cls, sentence: Sentence, token: Token) -> "Measured":
        """The figure of a value in a sentence."""
        figure = sentence.printed.figure(token) or Figure(token)
        behind = sentence.brief.after(token, 24)
        found = _MEASURE.match(behind) if figure.unit is None else None
        unit = figure.unit
        if found is not None:
            unit = "points" if found[1].startswith("percentage") else "%" if found[1] == "%" else MEASURES.get(found[1])
        return cls(figure, unit, behind)


def unit(a: Measured, b: Measured, x: Measured, words: str) -> str | None:
    """How the change is to be read, from the units of the three figures and the words at the change."""
    share = b.unit == "%"
    scales = [found[1] if (found := _SCALE.match(each.behind)) else None for each in (a, b, x)]
    if (a.unit is not None and b.unit is not None and a.unit != b.unit) or (a.unit == "%" and not share):
        return None
    if scales[0] not in (None, scales[1]):
        return None
    if x.unit in ("fold", "times"):
        return "ratio"
    if x.unit == "%" and (not share or re.search(r"relative|proportional|rrr", words)):
        return "percent"
    if scales[2] != scales[1]:
        return None
    if x.unit == "%":
        return "difference" if re.search(r"absolute|point|arr\b", words) else "either"
    if x.unit == "points":
        return "difference"
    if share or (x.unit is not None and b.unit is not None and x.unit != b.unit):
        return None
    return None if x.unit in UNITS_OF_TIME and x.unit != b.unit else "difference"


def otherwise(sentence: Sentence, x: Measured, words: str) -> str | None:
    """Why a change may be of something else than two figures beside it."""
    token, low = x.figure.value, sentence.low
    if token.value == 0 or token.comparator in "≤≥":
        return "no change, or a threshold"
    if _OVER_TIME.search(words) or _EACH.match(x.behind):
        return "a change in each of several times"
    if _ODDS.search(words):
        return "a change of odds or hazards"
    if _SD.match(x.behind) or (token.unit != "fold" and _OF_PEOPLE.match(x.behind)):
        return "no figure of the same kind"
    if (token.percent or token.unit == "fold") and _LOGARITHMS.search(low):
        return "a change of logarithms"
    return next((reason for pattern, reason in _OTHERWISE if pattern.search(low)), None)


def estimated(sentence: Sentence, of_one: bool, a: Measured, b: Measured, x: Measured, unit: str) -> bool:
    """Whether the change may be one of its own: a mean of pairs, adjusted, or one less a ratio of hazards.

    ``of_one``: it is a change of one group.
    """
    low, page = sentence.low, sentence.page
    share = b.unit == "%"
    counted = share and (a.figure.count is not None or b.figure.count is not None)
    whole = a.figure.value.decimals == b.figure.value.decimals == 0
    of_people = (share or whole) and _PEOPLE.search(low) and not _MEASURED.search(low)
    # Without pairs and without a model a difference of means is that of the two means.
    of_groups = not of_one and unit == "difference" and not page.says(_MODELLED)
    return bool(
        not (counted or of_people or of_groups)
        or x.figure.named("ci") is not None
        or _MODELLED.search(low)
        or page.says(_MODELLED_PAPER)
        or (unit != "difference" and _OF_A_RATIO.search(low))
    )
