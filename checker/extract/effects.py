"""Estimates of effect with their confidence interval and p: ratios and differences."""

import re

import msgspec

from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, reported
from checker.extract.intervals import Interval, bare_limits, intervals
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Effect
from checker.measures import ReportedMeasure
from checker.model import Reported

# Names of ratios: words in any case, abbreviations in capitals.
_RATIOS = re.compile(
    r"""
    (?P<hazard> (?i: (?:sub-?(?:distribution[ ])?)? hazards?[ -]ratios? | relative[ ]hazards? )
        | \b[a-z]{0,4}S?HRs?(?:adj)?\b | \b[AMU]HRs?\b )
    | (?P<odds> (?i: odds[ -]ratios? | relative[ ]odds ) | \b(?:[a-z]{0,4}|[AMUPDC])ORs?(?:adj)?\b | \bAdj\.?OR\b
        | \bO\.R\. )
    | (?P<rate> (?i: (?:incidence[ ]|mortality[ ])?rate[ ]ratios? | incidence[ ](?:density[ ])?ratios?
        | relative[ ]rates? ) | \b(?:[a-z]{0,2}|A)IRRs?\b | \bMRRs?\b )
    | (?P<risk> (?i: risk[ -]ratios? | relative[ ](?:[a-z]{3,15}[ ]){0,3}?risks?(?![ ](?:reduc|increase|decrease)) )
        | \b(?:[a-z]{0,4}|[AM])RRs?\b | \bR\.R\. )
    | (?P<prevalence> (?i: prevalence[ ](?:rate[ ])?ratios? ) | \b[a-z]?A?PRs?\b(?=[ ]?(?:=|[0-9(,:])) )
    | (?P<exact> (?i: standardi[sz]ed[ ](?:mortality|incidence|morbidity)[ ]ratios? | likelihood[ ]ratios? )
        | \bS[MI]Rs?\b )
    """,
    re.VERBOSE,
)
_DIFFERENCES = re.compile(
    r"""
    (?P<mean> (?i: (?:weighted[ ]|standardi[sz]ed[ ]|adjusted[ ])?mean[ -]differences?
        | differences?[ ]in[ ](?:the[ ])?means? ) | \b[WSL]?S?MDs?\b )
    | (?P<risk> (?i: (?:absolute[ ])?risk[ ]differences? | absolute[ ](?:risk[ ])?(?:reduction|increase|difference) )
        | \bA?RDs?\b | \bARRs?\b )
    | (?P<coefficient> (?i: \bbetas?\b(?!-) | β(?!-) | (?:regression[ ])?coefficients?\b | \bslopes?\b )
        | \bB(?=[ ]?=) )
    | (?P<difference> (?i: differences? ) | \bAdj\.?Diff\b )
    """,
    re.VERBOSE,
)
# What else an interval may be of; nothing that is symmetric on either scale.
_OTHERS = re.compile(
    r"relative (?:risk )?(?:reduction|increase|difference|change)|efficacy|effectiveness|rrr\b|"
    r"percent(?:age)? (?:change|reduction|difference)|kappa|correlation|\br ?=|\bicc\b|area under|\bauc\b|sensitiv|"
    r"specific|prevalence (?!ratio)|incidence (?!rate ratio|ratio)|median|survival|nnt|number needed|"
    r"(?<!in )(?<!in absolute )proportion|heritab|geometric|fold|ratio of|attributable|preventable|dollars|\$|€|£"
)
NO_CUSTOMARY_INTERVAL = re.compile(
    r"bootstrap|bayes|credib|exact|profile|jack-?knife|permutation|non-?parametric|hodges|median difference"
)
_DIRECTION = re.compile(
    r"favou?r|lower|less|fewer|reduc|decreas|declin|worse|better|smaller|shorter|loss|fall|fell|drop"
)
_TIMES = ("days", "weeks", "months", "years", "hours", "minutes")
_ABOUT_DIFFERENCE = re.compile(
    r"differ|change|reduc|decreas|increas|improv|declin|lower|higher|effect(?!iv)|mean|loss|gain|compared|fell\b|rose\b"
)
# A ratio in words behind its figures: ``5.6 (95% CI 4.5-7.0) times more likely``.
_TIMES_MORE = re.compile(
    r"[ ]?[)(]{0,2}[ ]?(?:-?fold|times)[ ](?:more|higher|greater|as|the (?:risk|odds|rate|hazard)|likelier|increased)\b"
)
_TIMES_INCREASED = re.compile(r"(?:-fold)?[ ]?\)?[ ](?:increase|higher|greater|more\b|elevated|excess|risk)")
# Between the name of a ratio and its value, where what follows in brackets can only be its interval.
_RIGHT_BEHIND = re.compile(r"[ ]?(?:\(?[a-z]{2,4}\) ?)?(?:=|:|,|of|was|were|is)?[ ]?\(?")
# In a list of ratios, a figure behind such words is of another kind.
_ANOTHER_KIND = re.compile(r"mean|score|level|concentration|index|statistic|cost|duration|time|rate\b|%|coefficient")
_AGAINST_ANOTHER = re.compile(r"(?:than|compared (?:with|to)|from) (?:that|those|the (?:risk|odds|rate))\b")
# Words about a difference, not its value.
_NO_DIFFERENCE = re.compile(
    r"\b(?:no|not|without|any|significant|statistically|significantly|were)(?: [a-z]{1,16}){0,2} $", re.IGNORECASE
)


class Printed(msgspec.Struct, frozen=True):
    """An estimate of effect with its interval: its figures, and its position among the drafts."""

    sentence: Sentence
    figures: tuple[Token, ...]
    position: int


def find(page: Page, drafts: Drafts) -> list[Printed]:
    """Add a claim for every ratio or difference printed with its interval, and return where they are."""
    found: list[Printed] = []
    for sentence in page.sentences:
        if len(sentence.tokens) >= 3:
            _read(sentence, drafts, found)
    return found


def _read(sentence: Sentence, drafts: Drafts, found: list[Printed]) -> None:
    last_measure: tuple[str, str] | None = None
    seen: set[int] = set()
    for interval in intervals(sentence):
        seen.update((interval.lower.start, interval.upper.start))
        if interval.estimate is None:
            continue
        measure = _measure(sentence, interval.estimate, interval, last_measure)
        if measure is None:
            continue
        last_measure = measure
        _add(sentence, drafts, found, interval, measure)
    _wordless(sentence, drafts, found, seen)


def _wordless(sentence: Sentence, drafts: Drafts, printed: list[Printed], seen: set[int]) -> None:
    """``odds ratio 2.2, 1.2 to 4.3``: no word for the interval, but a ratio right before its three numbers."""
    tokens = sentence.tokens
    for position in range(1, len(tokens) - 1):
        estimate, lower, upper = tokens[position - 1 : position + 2]
        if lower.start in seen or upper.start in seen or estimate.start in seen:
            continue
        if not (estimate.decimals and lower.decimals and upper.decimals) or estimate.unit or lower.unit or upper.unit:
            continue
        if not (bare_limits(sentence, position) or re.fullmatch(r"[,;] ?", sentence.gap(position - 1))):
            continue
        if not re.fullmatch(r" ?--? ?| to ", sentence.gap(position)):
            continue
        found = _last(_RATIOS, sentence.page.norm, max(sentence.start, estimate.start - 40), estimate.start)
        if not found or not re.fullmatch(r"[ a-z=:,()-]{0,24}", sentence.page.low[found.end() : estimate.start]):
            continue
        plain = _RIGHT_BEHIND.fullmatch(sentence.page.low, found.end(), estimate.start)
        if not plain and not lower.value <= estimate.value <= upper.value:
            continue
        interval = Interval(position, position + 1, lower, upper, Reported("95"), lower.start, estimate, None, False)
        _add(sentence, drafts, printed, interval, (found.group(), "log"))


def _measure(
    sentence: Sentence, estimate: Token, interval: Interval, previous: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The name of the measure and its scale, when the text tells them."""
    norm, low = sentence.page.norm, sentence.page.low
    at = interval.first - 1
    while at > 0 and (sentence.tokens[at] is not estimate or sentence.tokens[at - 1].unit in _TIMES):
        # ``differences after 12 weeks were 4.2``: the time is no figure of another result.
        at -= 1
    begin = max(sentence.start, sentence.tokens[at - 1].end if at else sentence.start, estimate.start - 100)
    ratio = _last(_RATIOS, norm, begin, estimate.start) or _further(sentence, at, begin, estimate)
    difference = _last(_DIFFERENCES, norm, begin, estimate.start)
    other = _last(_OTHERS, low, begin, estimate.start)
    if ratio and (not difference or difference.end() <= ratio.start()) and not (other and other.start() >= ratio.end()):
        if ratio.lastgroup == "exact" or estimate.value <= 0:
            return None
        return ratio.group(), "log"
    if difference and not (other and other.end() > difference.start() - 24):
        spoken_of = _NO_DIFFERENCE.search(norm, max(sentence.start, difference.start() - 24), difference.start())
        if spoken_of and interval.lower.value >= 0:
            return None
        return difference.group(), "linear"
    if other:
        return None
    if estimate.value < 0 and _ABOUT_DIFFERENCE.search(low, sentence.start, estimate.start):
        # Below zero no ratio can be.
        return "difference", "linear"
    upper = interval.upper
    if any(_TIMES_MORE.match(low, figure.end, figure.end + 40) for figure in (estimate, upper)) or (
        estimate.unit in ("fold", "times")
        and any(_TIMES_INCREASED.match(low, figure.end, figure.end + 20) for figure in (estimate, upper))
    ):
        return ("times", "log") if estimate.value > 0 else None
    if previous is not None and at and not difference and not ratio and interval.lower.unit is None:
        words = low[begin : estimate.start]
        if len(words) <= 60 and not re.search(r"[;.]", words):
            return previous
        if previous[1] == "log" and len(words) <= 90 and "." not in words and not _ANOTHER_KIND.search(words):
            # ``low weight, 2.20 (1.28-3.77); maternal history, 1.68 (0.85-3.31)``.
            return previous
    return None


def _further(sentence: Sentence, at: int, begin: int, estimate: Token) -> re.Match[str] | None:
    """The name of a ratio, past whole numbers that describe what it compares (``RR for 4 cups or more: 0.72``)."""
    tokens = sentence.tokens
    first = at
    while first and at - first < 4 and tokens[first - 1].decimals == 0 and not tokens[first - 1].percent:
        first -= 1
    start = max(sentence.start, tokens[first - 1].end if first else sentence.start, estimate.start - 100)
    if start >= begin or not estimate.decimals:
        return None
    found = _last(_RATIOS, sentence.page.norm, start, estimate.start)
    between = sentence.page.low[found.end() : estimate.start] if found else ""
    if ";" in between or "ci" in between or _ANOTHER_KIND.search(between) or _DIFFERENCES.search(between):
        return None
    return found


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


def _add(
    sentence: Sentence, drafts: Drafts, printed: list[Printed], interval: Interval, measure: tuple[str, str]
) -> None:
    estimate, lower, upper = interval.estimate, interval.lower, interval.upper
    if estimate is None or estimate.start in sentence.page.used:
        return
    name, scale = measure
    if scale == "log" and (lower.value < 0 or upper.value <= 0 or estimate.unit == "%" or lower.unit == "%"):
        return
    if scale == "log" and (
        estimate.unit not in ((None,) if name != "times" else (None, "times", "fold"))
        or sentence.before(estimate, 2).endswith("/")
    ):
        # ``1.06/10 msec``, ``2.08 over the 6.8 years``: not the estimate itself.
        return
    if scale == "log" and not (estimate.decimals or lower.decimals or upper.decimals):
        return
    if any(figure.comparator != "=" for figure in (estimate, lower, upper)):
        return
    if scale == "linear" and max(abs(lower.value), abs(upper.value)) == 100:
        # A difference of percentages that can go no further: the interval is cut off on one side.
        return
    if scale == "linear" and _turned(sentence, estimate, lower, upper):
        return
    around = sentence.page.low[max(sentence.start, estimate.start - 80) : min(sentence.end, upper.end + 30)]
    if NO_CUSTOMARY_INTERVAL.search(around):
        return
    figures = [estimate, lower, upper]
    p = interval.p
    if p is not None and _AGAINST_ANOTHER.search(sentence.page.low, sentence.start, estimate.start):
        # ``greater than that for former use (1.20, 0.91-1.58; P<.001)``: the p compares two ratios.
        p = None
    if p is not None:
        figures.append(p)
    sentence.page.used.update(figure.start for figure in figures)
    added = drafts.add(
        Effect,
        sentence,
        figures,
        measure=ReportedMeasure(name),
        estimate=reported(estimate),
        lower=reported(ordered(lower, upper)[0]),
        upper=reported(ordered(lower, upper)[1]),
        level=interval.level,
        p=reported(p),
        scale=scale,
    )
    if added:
        printed.append(Printed(sentence, tuple(figures), len(drafts.claims) - 1))


def _turned(sentence: Sentence, estimate: Token, lower: Token, upper: Token) -> bool:
    """Whether words give the direction of the estimate and the signs that of the interval (``1.2% in favor of``)."""
    middle = (lower.value + upper.value) / 2
    if abs(-estimate.value - middle) >= abs(estimate.value - middle):
        return False
    return _DIRECTION.search(sentence.low) is not None


def measure_of(head: str) -> tuple[str, str] | None:
    """The measure that the head of a column names, with its scale (``log`` or ``linear``); None where it names none."""
    ratio, difference = (_last(pattern, head, 0, len(head)) for pattern in (_RATIOS, _DIFFERENCES))
    if _OTHERS.search(head.lower()) or (ratio and ratio.lastgroup == "exact"):
        return None
    found = ratio or difference
    return (found.group(), "log" if found is ratio else "linear") if found else None
