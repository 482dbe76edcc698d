"""What a heading says of its column: the role of its figures, and whose they are."""

import re

import msgspec

from checker.measures import Measure

# The usual names, the surest first; what a heading has besides is whose figures they are (an arm, an outcome).
_ROLES = tuple(
    (role, re.compile(rf"(?<![a-z0-9%])(?:{pattern})(?![a-z0-9%])"))
    for role, pattern in (
        ("ci", r"(?:\d\d ?% ?|\d\d )?(?:ci|confidence interval|conf int)(?: ?\(?\d\d ?%?\)?)?"),
        ("iqr", r"iqr|interquartile range|q1 ?(?:-|to|,|/) ?q3"),
        ("range", r"range|min ?(?:-|to|,|/) ?max"),
        ("person_time", r"person[ -]?(?:years?|months?|days?|time)|patient[ -]?years?|py"),
        ("percent", r"percent(?:age)?|perc|pct|prct|%|per cent"),
        ("proportion", r"proportion|prop|fraction"),
        ("se", r"standard error|std ?err(?:or)?|stderr|s ?e ?m|s ?e"),
        ("sd", r"standard deviation|std ?dev|stdev|std|s ?d"),
        ("statistic", r"chi ?-?(?:sq(?:uared?)?|2)|chi²|χ2|χ²|[tfz] ?-?(?:statistic|stat|value)"),
        ("p", r"p ?-?val(?:ue)?s?|pvals?|sig(?:nificance)?|p"),
        ("df2", r"df ?2|ddf|df ?denominator|denominator df"),
        ("df", r"df ?1?|d ?f|degrees of freedom|ndf"),
        ("q1", r"q1|p25|lower quartile|25th"),
        ("q3", r"q3|p75|upper quartile|75th"),
        ("mean", r"mean|average|avg"),
        ("median", r"median|med"),
        ("min", r"minimum|min"),
        ("max", r"maximum|max"),
        ("total", r"denom(?:inator)?s?|sample ?size|n ?total|total ?n|(?:group|arm) ?size"),
        ("total", r"(?:n ?)?(?:randomi[sz]ed|evaluable|analy[sz]ed|assessed)"),
        ("count", r"(?:n ?)?(?:events?|cases|responders)|counts?|case|responder|freq(?:uency)?|n ?yes|successes"),
        ("count", r"number of (?:events|cases)"),
        ("total", r"totals?|patients|participants|subjects|all patients"),
        ("total", r"number of (?:patients|participants|subjects)"),
        ("n", r"n|no|num|number|nr|nobs|obs|size"),
        ("statistic", r"^[tfz]$"),
    )
)
# A limit of an interval, with or without a word for the interval; alone, a letter is none.
_INTERVAL = r"(?:\d\d ?%? ?)?(?:ci|confidence interval|conf|cl)(?: ?\d\d ?%?)?"
_LOW, _HIGH = r"(?:lower|low|lo|ll|lb|lwr|min)", r"(?:upper|upp|high|hi|ul|ub|upr|max)"
_LIMITS = tuple(
    (role, re.compile(rf"(?<![a-z0-9%])(?:{pattern})(?![a-z0-9%])"))
    for role, word, letter in (("lower", _LOW, "l"), ("upper", _HIGH, "u"))
    for pattern in (
        rf"{_INTERVAL}[ (-]*{word}(?: limit| bound)?\)?(?: 95 ?%?)?",
        rf"{word}(?: limit| bound)?(?: of)?(?: the)? {_INTERVAL}",
        rf"{word} (?:limit|bound|\d\d ?%?)|{word} ?95|{letter}(?:cl|ci|l|b|95)|ci ?{letter}(?:b|l)?",
        "lower" if role == "lower" else "upper",
        # Behind or before a measure, the word alone will do.
        rf"(?:(?<=\b[ohrp]r )|(?<=\b[mr]d )|(?<=ratio )|(?<=beta )|(?<=erence )){word}",
        rf"{word}(?= (?:or|rr|hr|md|rd|odds|risk|hazard)\b)",
    )
)
_MEASURES = re.compile(
    r"(?<![a-z])(?P<name>(?:adjusted |adj |unadjusted |crude |pooled |log )?"
    r"(?:odds ratio|(?:relative )?risk ratio|relative risk|hazards? ratio|rate ratio|incidence rate ratio"
    r"|prevalence ratio|risk difference|absolute risk (?:difference|reduction)|mean difference"
    r"|standardi[sz]ed mean difference|ratio of means|[ac]?or|[ac]?rr|[ac]?hr|s?irr|pr|rd|arr|[ws]?md|smd|beta"
    r"|β|coef(?:ficient)?|slope|regression coefficient))(?![a-z])"
)
_LEVEL = re.compile(r"(?<!\d)(\d\d(?:\.\d)?) ?%? ?(?:ci|confidence)|(?:ci|confidence interval) ?\(?(\d\d) ?%?\)?")
_SIZE = re.compile(r"[(\[,]?\s*\bn\s*=\s*(?P<size>\d[\d,]*)\s*[)\]]?", re.IGNORECASE)
_N, _PERCENT, _CI = (
    r"(?:n|no\.?|number|events?|count|freq(?:uency)?|x|r)",
    r"(?:%|\bpct|\bpercent(?:age)?)",
    (r"(?:\d\d\s*%?\s*)?(?:ci|confidence interval)"),
)
_IN, _OUT, _WITH = r"\s*[(,;\[]\s*", r"\s*[)\]]?", r"\s*(?:[(,;\[]|±|\+/-)\s*"
_PAIRS = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        ("count/total (percent)", rf"\b{_N}\s*/\s*(?:n|total){_IN}{_PERCENT}{_OUT}"),
        ("percent (count/total)", rf"{_PERCENT}{_IN}{_N}\s*/\s*(?:n|total){_OUT}"),
        ("count (percent)", rf"\b{_N}(?:{_IN}{_PERCENT}{_OUT}|\s%)"),
        ("percent (count)", rf"{_PERCENT}{_IN}{_N}{_OUT}(?![a-z])"),
        ("count/total", rf"\b{_N}\s*/\s*(?:n|total)\b"),
        ("mean (sd)", rf"\bmean\b(?P<of>[^(±\[;,]*){_WITH}(?:sd|s\.d\.|standard deviation){_OUT}"),
        ("mean (se)", rf"\bmean\b(?P<of>[^(±\[;,]*){_WITH}(?:sem?|s\.e\.(?:m\.)?|standard error){_OUT}"),
        ("median (q1 - q3)", rf"\bmedian\b(?P<of>[^(±\[;,]*){_IN}(?:iqr|interquartile range|q1\s*[-–,]\s*q3){_OUT}"),
        ("median (min - max)", rf"\bmedian\b(?P<of>[^(±\[;,]*){_IN}(?:range|min\s*[-–,]\s*max){_OUT}"),
        ("mean (lower - upper)", rf"\bmean\b(?P<of>[^(±\[;,]*){_IN}{_CI}{_OUT}"),
        ("percent (lower - upper)", rf"{_PERCENT}{_IN}{_CI}{_OUT}"),
        ("estimate (lower - upper)", rf"[(,;\[]\s*{_CI}\s*[)\]]"),
        ("estimate (se)", r"[(,;\[]\s*(?:se|s\.e\.|standard error)\s*[)\]]"),
    )
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBERED = re.compile(r"(?<=[a-z])(?=\d+$)")
_LOG_SCALE = (
    Measure.ODDS_RATIO, Measure.RISK_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.PREVALENCE_RATIO,
    Measure.STANDARDISED_RATIO,
)  # fmt: skip
_PAIR_ROLES = {"ci": "lower - upper", "iqr": "q1 - q3", "range": "min - max"}


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What a heading says.

    Attributes:
        role: the name of the one figure in each cell; empty where there are several, or it says nothing.
        form: how several figures stand in a cell.
        whose: the other words, folded: an arm, an outcome; empty where the figures are of the row as a whole.
        measure: the measure of effect that it names, as printed.
        level: of the confidence interval, where it is not 95.
        size: the number of people that it gives (``N = 55``).
    """

    role: str = ""
    form: str | None = None
    whose: str = ""
    measure: str | None = None
    level: str | None = None
    size: str | None = None

    @property
    def scale(self) -> str:
        """The scale on which the interval of the measure is symmetric."""
        return "log" if self.measure is not None and Measure.named(self.measure) in _LOG_SCALE else "linear"


def heading(text: str) -> Heading:
    """Read a heading.

    >>> heading("CR, n (%)").form, heading("CR, n (%)").whose, heading("events_ctrl").role, heading("events_ctrl").whose
    ('count (percent)', 'cr', 'count', 'ctrl')
    """
    size = _SIZE.search(text)
    rest = text[: size.start()] + " " + text[size.end() :] if size else text
    number = size["size"] if size else None
    level = _level(rest)
    pair = _pair(rest, level, number)
    if pair is not None:
        return pair
    folded = _folded(rest)
    for role, pattern in _LIMITS:
        if found := pattern.search(folded):
            measure, remainder = _measure(_without(folded, found))
            printed = _printed(text, measure) if measure is not None else None
            return Heading(role=role, whose=_whose(remainder), measure=printed, level=level, size=number)
    measure, remainder = _measure(folded)
    for role, pattern in _ROLES:
        if found := _best(pattern, remainder if measure else folded):
            if measure is not None and role not in ("ci", "se", "p"):
                continue
            whose = _whose(_without(remainder if measure else folded, found))
            said = found.group() if role == "statistic" else _printed(text, measure) if measure is not None else None
            return Heading(
                role="" if role in _PAIR_ROLES else role, form=_PAIR_ROLES.get(role), whose=whose, measure=said,
                level=level, size=number,
            )  # fmt: skip
    if measure is not None:
        return Heading(role="estimate", whose=_whose(remainder), measure=_printed(text, measure), level=level)
    return Heading(whose=folded, size=number)


def _pair(text: str, level: str | None, size: str | None) -> Heading | None:
    for form, pattern in _PAIRS:
        found = pattern.search(text)
        if found is None:
            continue
        rest = f"{found.groupdict().get('of') or ''} {_without(text, found)}"
        measure = None
        if form.startswith("estimate"):
            measure, remainder = _measure(_folded(rest))
            if measure is None:
                return Heading(form=form, whose=_folded(rest), level=level, size=size)
            return Heading(
                form=form, whose=_whose(remainder), measure=_printed(text, measure), level=level, size=size
            )  # fmt: skip
        return Heading(form=form, whose=_whose(_folded(rest)), measure=measure, level=level, size=size)
    return None


def _folded(text: str) -> str:
    spaced = _CAMEL.sub(" ", text).casefold()
    spaced = re.sub(r"[_.:,;/()\[\]=|]+|(?<=\w)-(?=\w)", " ", spaced).replace("%", " % ")
    return " ".join(_NUMBERED.sub(" ", word) if word not in _KEPT else word for word in spaced.split())


_IDLE = frozenset("of in with the a an by to and no number column value values - – ±".split()) - {"a"}
_KEPT = frozenset("q1 q3 p25 p75 df1 df2 chi2 χ2 l95 u95 lower95 upper95".split())


def _best(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The longest match; of several letters, the first."""
    return max(pattern.finditer(text), key=lambda found: len(found.group()), default=None)


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + " " + text[found.end() :]


def _whose(text: str) -> str:
    words = text.strip(" ,;:-–—()[]").split()
    while words and words[-1] in _IDLE:
        words.pop()
    while words and words[0] in _IDLE:
        words.pop(0)
    return " ".join(words)


def _measure(folded: str) -> tuple[str | None, str]:
    found = _MEASURES.search(folded)
    return (found["name"], _without(folded, found)) if found else (None, folded)


def _printed(text: str, folded: str) -> str:
    """The measure as the heading prints it."""
    words = r"[\s_.-]*".join(map(re.escape, folded.split()))
    found = re.search(words, text, re.IGNORECASE)
    printed = found.group().replace("_", " ") if found else folded
    return printed.upper() if len(printed) <= 3 else printed


def _level(text: str) -> str | None:
    found = _LEVEL.search(text.casefold())
    level = (found[1] or found[2]) if found else None
    return level if level not in (None, "95") else None
