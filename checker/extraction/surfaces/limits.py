"""Pairs of limits: confidence intervals, quartiles, ranges.

The value that they are of, where it is not right in front, is found by `checker.extraction.printed`.
"""

import re

from checker.extraction.grammar import Match, Reading
from checker.extraction.outline import ANY
from checker.extraction.phrases import NAMED


def cut(match: Match) -> str | None:
    """Why what looks like an upper limit may be the beginning of a longer number: ``6955-12 577``."""
    upper = match.one("upper")
    after = match.outline.norm[upper.end : upper.end + 4]
    return "a number cut in two" if re.fullmatch(" [0-9]{3}", after) else None


def of_others(match: Match) -> str | None:
    """Why an interval is not that of the figure in front of it."""
    if _COMPARES.search(match.words):
        return "the interval of a difference, which stands elsewhere"
    if _DIRECTED.search(match.outline.between(match.one("lower"), match.one("upper"))):
        return "limits whose signs words tell"
    if _FURTHER.match(match.after()):
        return "intervals in the order of several figures"
    return cut(match)


# ``95% CI for the difference = 10% to 24%``
_COMPARES = re.compile(r" for (?:the )?[a-z ]{0,20}(?:differ|change|reduc|ratio)")
# ``0.95 and 1.23, with confidence intervals of 0.72 to 1.25 and 0.88 to 1.71, respectively``
_FURTHER = re.compile(f",? and [{ANY}] ?%? ?(?:-|to) ?[{ANY}][^;.]{{0,20}}respectively")
# ``a 31% reduction to a 2% increase``
_DIRECTED = re.compile(r"\b(?:reduction|decrease|increase|lower|higher|less|more|gain|loss|fewer|greater)\b")
_UNIT = r"(?:[ ]?(?:%|[a-z][a-z/]{0,12}(?: hg| h2o)?))?"
_CLOSES = "(?=[ ]?%?[ ]?[);,])"
_LED = "[ ]?(?:=|:|,|from|of|was|between)?[ ]?\\(?"

CONFIDENCE = Reading(
    name="95% CI l to u",
    shape="{interval_words}<lower:A>{to_upper}<upper:A>",
    reads=(
        "The odds ratio was 2.2 (95% CI {lower 1.2}-{upper 4.1}).",
        "Fever was rarer (odds ratio, 0.61; 95 percent confidence interval, {lower 0.49} to {upper 0.75}).",
        "The difference was 4.5 points (95% CI {lower -0.5}; {upper 9.5}).",
    ),
    leaves=(
        "The mean difference (95% CI) was 4.5.",
        "Data of 30% and of 48% were at hand (95% CI for difference 10% to 24%).",
        "Deaths fell by 16% (95% CI, 31% reduction to 2% increase).",
        "The risks were 0.95 and 1.23, with 95% CI of 0.72 to 1.25 and 0.88 to 1.71, respectively.",
    ),
    hints=("ci", "conf", "c.i", "c.l", "cl", "cred", "interval", "ui", "hdi"),
    unless=of_others,
)
QUARTILES = Reading(
    name="(IQR l to u)",
    shape=f"{{quartile_words}}{_LED}<lower:A>{{to_upper}}<upper:A>",
    reads=("Median age was 62 years (IQR {lower 54}-{upper 70}).",),
)
RANGE = Reading(
    name="(range l to u)",
    shape=f"{{range_words}}{_LED}<lower:A>{{to_upper}}<upper:A>",
    reads=("Median age was 62 years (range {lower 18}-{upper 80}).",),
)
BRACKETED = Reading(
    name="x (l-u)",
    shape=(
        f"<value:A>(?:{_UNIT} ?{{plus_minus}} ?<:S>)?{_UNIT}[ ]?[(,;:][ ]?<lower:A>{{to_upper_bare}}<upper:A>{_CLOSES}"
    ),
    reads=(
        "The odds ratio was {value 2.2} ({lower 1.2}-{upper 4.1}).",
        "The mean was {value 3.70} ± 0.99 ({lower 3.15}-{upper 4.26}).",
    ),
)
TOGETHER = Reading(
    name="(x, l-u)",
    shape=f"[(;] ?<value:A>[,;] <lower:A>{{dash}}<upper:A>{_CLOSES}",
    reads=("Fever was rarer ({value 0.61}, {lower 0.49}-{upper 0.75}).",),
)
IN_FRONT = Reading(
    name="l to u (mean x)",
    shape=(
        r"(?P<range>\bage(?:d|s| range)|\brang(?:e|es|ed|ing))[ ]?[=:,]?[ ]?(?:was |from |of |between )?"
        r"<lower:A>{to_upper}<upper:A>[ ]?(?:years?|yrs?|months?|weeks?|days?)?(?: old| of age)?"
        r"[ ]?(?:[,;:(]{1,2}|with)[ ]?"
        r"(?:and )?(?:with )?(?:an? |the )?(?:means?|medians?|averages?|m)(?: age)?[ ]?(?:of|was|is|=|:|,)?[ ]?\(?"
        "<value:A>"
    ),
    reads=(
        "They were aged {lower 20}-{upper 75} years (mean {value 46}, SD 14).",
        "It took long (range {lower 2} to {upper 90} days; median {value 12} days).",
    ),
    leaves=("They were aged 20-75 years; 46 died.",),
)
READINGS = (CONFIDENCE, QUARTILES, RANGE, BRACKETED, TOGETHER, IN_FRONT)
# What words in front say of the limits in brackets behind: ``median (IQR) age 62 (54-70)``.
HEADER = re.compile(
    rf"\b(?:median|mean|average)s? ?[,(] ?(?:{NAMED['quartile_words']}|{NAMED['range_words']}) ?[,)][^.;()]{{0,70}}$"
)
