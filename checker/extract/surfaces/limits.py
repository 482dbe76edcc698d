"""Pairs of limits: confidence intervals, quartiles, ranges.

The value that they are of, where it is not right in front, is found by `checker.extract.printed`.
"""

from checker.extract.grammar import Reading

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
    leaves=("The mean difference (95% CI) was 4.5.",),
    hints=("ci", "conf", "c.i", "c.l", "cl", "cred", "interval", "ui", "hdi"),
)
QUARTILES = Reading(
    name="(IQR l to u)",
    shape=f"{{quartile_words}}{_LED}<lower:A>{{to_upper}}<upper:A>",
    reads=("Median age was 62 years (IQR {lower 54}-{upper 70}).",),
    hints=("iqr", "quartile", "percentile", "q1"),
)
RANGE = Reading(
    name="(range l to u)",
    shape=f"{{range_words}}{_LED}<lower:A>{{to_upper}}<upper:A>",
    reads=("Median age was 62 years (range {lower 18}-{upper 80}).",),
    hints=("rang", "min"),
)
BRACKETED = Reading(
    name="x (l-u)",
    shape=f"<value:A>{_UNIT}[ ]?[(,;:][ ]?<lower:A>{{to_upper_bare}}<upper:A>{_CLOSES}",
    reads=("The odds ratio was {value 2.2} ({lower 1.2}-{upper 4.1}).",),
)
TOGETHER = Reading(
    name="(x, l-u)",
    shape=f"[(;] ?<value:A>[,;] <lower:A>{{dash}}<upper:A>{_CLOSES}",
    reads=("Fever was rarer ({value 0.61}, {lower 0.49}-{upper 0.75}).",),
)
READINGS = (CONFIDENCE, QUARTILES, RANGE, BRACKETED, TOGETHER)
