"""Changes and differences printed beside the two figures they compare."""

import re

from checker.extract.arithmetic import ordered
from checker.extract.comparing.change_phrases import Beside, Pair, beside, pairs
from checker.extract.comparing.outlines import FIGURE, outline
from checker.extract.drafts import Drafts, reported
from checker.extract.intervals import intervals
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.extract.vocabulary import MEASURES, TIMES
from checker.kinds import Change
from checker.model import Reported

_MAYBE = re.compile(r"\bfrom\b|\bvs?\b|versus|compared|against|\band\b| to ")
_CHANGE = re.compile(
    r"increas|decreas|reduc|r[io]se|gr[eo]w|declin|drop|f[ae]ll|differ|gain|improv|chang|low|high|great|few|short|long|doubl|"
    r"tripl|halv|fold|arr|rrr|saving|loss|\( ?[+-]|; ?[+-]|, ?[+-]"
)

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
_INTERVAL = re.compile(r"\bci\b|\bc\.i\.|confidence")
_FALLS = re.compile(r"reduc|decreas|low|halv|f[ae]ll|drop|declin|few|less|short|arr|rrr|diminish|saving")
_TIMES = frozenset(TIMES.values())
_MEASURE = re.compile(r"[ -]?(percentage[ -]points?|%|[a-z]{1,8})")
_COUNT_BESIDE = re.compile(r"[ ]?\(n ?=")
# Changes that are of something else than the two figures.
_SPREAD_IN_BRACKETS = re.compile(r"\((?:sd|se|sem)\)")
_OVER_TIME = re.compile(r"\b(?:annual(?:ly)?|yearly|monthly|weekly|daily|each)\b")
# The change is the model's, the two figures are as observed.
_AFTER_ADJUSTMENT = re.compile(
    r"\b(?:after|on|following|with) (?:further |multivariable |multivariate |statistical )?"
    r"(?:adjust(?:ment|ing)|standardi[sz](?:ation|ing)|controlling|correct(?:ion|ing)|allowing|accounting)\b"
)
_ODDS = re.compile(r"\bodds\b|hazards?\b|likelihood")
_EACH = re.compile(r"[ ]?(?:%|percentage points?|points?)?[ ]?(?:per|a|every|/)[ ]?(?:year|month|week|day|decade)")
_SD = re.compile(r"[ -]?(?:sds?|sem|standard|percentiles?|centiles?|quintiles?|log|z)\b")
_SCALE = re.compile(r"[ ](million|billion|thousand|log|x 10)")
_LOGARITHMS = re.compile(r"\blog(?:s|arithms?|[ -]?(?:10|2|e))?\b|\bln\b")
_WORDED = re.compile("fold|doubl|tripl|quadrupl|halv|-point|percentage-p")


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every change that stands beside the figures it is a change of."""
    for sentence in page.sentences:
        low = sentence.low
        if len(sentence.tokens) < 2 or (len(sentence.tokens) < 3 and not _WORDED.search(low)):
            continue
        if (" and " in low or _MAYBE.search(low)) and _CHANGE.search(low):
            _read(sentence, drafts)


def _read(sentence: Sentence, drafts: Drafts) -> None:
    view = outline(sentence)
    marks = [match.start() for match in re.finditer(FIGURE, view.text)]
    if len(marks) < 3:
        return
    figures = [view.figure(view.text[mark]) for mark in marks]
    taken: set[int] = set()
    limits: dict[int, tuple[Reported, Reported]] | None = None
    for pair in pairs(view.text, marks):
        for change in beside(view.text, marks, figures, pair):
            if change.index in taken:
                continue
            places = (pair.index, pair.index + 1, change.index)
            a, b, x = (figures[each] for each in places)
            behind = [view.text[marks[each] + 1 :][:24] for each in places]
            measures = [_measure(figures[each], words) for each, words in zip(places, behind, strict=True)]
            unit = _unit(measures, change.words)
            if unit is None or not _usable(sentence, (a, b, x), change) or not _one_scale(behind, unit):
                continue
            if change.index == pair.index - 1 and pair.kind != "from" and _SPREAD_IN_BRACKETS.search(sentence.low):
                # ``change (SD), -7.1 (4.8 vs -6.7 (4.3)``: a bracket that is not closed.
                continue
            taken.add(change.index)
            before, after = _ordered(pair, change, a, b, x, unit)
            if limits is None:
                limits = _limits(sentence)
            lower, upper = limits.get(x.start, (None, None)) if unit in ("difference", "either") else (None, None)
            drafts.add(
                Change,
                sentence,
                [a, b, x],
                before=reported(before),
                after=reported(after),
                change=reported(x),
                unit=unit,
                estimated=sentence.page.says(_MODELLED_PAPER)
                or _estimated(sentence, pair, (a, b, x), unit, measures[1] == "%"),
                lower=lower,
                upper=upper,
            )


def _usable(sentence: Sentence, figures: tuple[Token, Token, Token], change: Beside) -> bool:
    """Whether the figures are plain ones: no bounds, no medians, no change a year, no threshold of a response."""
    a, b, x = figures
    low = sentence.page.low
    if "median" in sentence.low or any(figure.comparator in "<>≤≥" for figure in (a, b)):
        return False
    if _OVER_TIME.search(change.words) or _ODDS.search(change.words) or _EACH.match(low, x.end, sentence.end):
        return False
    if (x.percent or x.unit == "fold") and _LOGARITHMS.search(sentence.low):
        # Three powers of ten less is 99.9% less.
        return False
    if _AFTER_ADJUSTMENT.search(sentence.low):
        return False
    if x.value == 0 or x.comparator in "≤≥" or (x.kind == "word" and x.unit is None):
        return False
    if change.what == "signed" and x.value > 0 and not sentence.before(x, 1).endswith("+"):
        return False
    return not low[x.end : x.end + 12].lstrip().startswith(("of ", "patients"))


def _ordered(pair: Pair, change: Beside, a: Token, b: Token, x: Token, unit: str) -> tuple[Token, Token]:
    """The two figures as the change goes: between groups a reduction is one of the larger figure."""
    if pair.kind == "from" and unit != "ratio":
        return (b, a) if pair.backward else (a, b)
    falls = x.value < 1 if unit == "ratio" else x.value < 0 or _FALLS.match(change.what) is not None
    return (a, b) if (a.value > b.value) == falls else (b, a)


def _estimated(sentence: Sentence, pair: Pair, figures: tuple[Token, Token, Token], unit: str, share: bool) -> bool:
    """Whether the change may be one of its own: a mean of pairs, adjusted, or one less a ratio of hazards."""
    a, b, x = figures
    low, page = sentence.low, sentence.page
    counted = share and any(
        each.start in page.shares or _COUNT_BESIDE.match(page.low, each.end, sentence.end) for each in (a, b)
    )
    of_people = (share or a.decimals == b.decimals == 0) and _PEOPLE.search(low) and not _MEASURED.search(low)
    # Without pairs and without a model a difference of means is that of the two means.
    of_groups = pair.kind != "from" and unit == "difference" and not page.says(_MODELLED)
    return bool(
        not (counted or of_people or of_groups)
        or _INTERVAL.search(sentence.after(x, 100))
        or _MODELLED.search(low)
        or (unit != "difference" and _OF_A_RATIO.search(low))
    )


def _unit(measures: list[str | None], words: str) -> str | None:
    """How the change is to be read, from the units of the three figures and the words at the change."""
    a, b, x = measures
    share = b == "%"
    if a is not None and b is not None and a != b:
        return None
    if a == "%" and not share:
        return None
    if x in ("fold", "times"):
        return "ratio"
    if x == "%":
        if not share or re.search(r"relative|proportional|rrr", words):
            return "percent"
        return "difference" if re.search(r"absolute|point|arr\b", words) else "either"
    if x == "points":
        return "difference"
    if share or (x is not None and b is not None and x != b) or (x in _TIMES and x != b):
        return None
    return "difference"


def _measure(token: Token, behind: str) -> str | None:
    """The unit of a figure, also where a spread stood between them."""
    found = _MEASURE.match(behind) if token.unit is None else None
    if found is None:
        return token.unit
    if found[1].startswith("percentage"):
        return "points"
    return found[1] if found[1] == "%" else MEASURES.get(found[1])


def _one_scale(behind: list[str], unit: str) -> bool:
    """Whether what stands behind the figures leaves them comparable: no ``1.2 million`` with ``900``, no SDs."""
    scales = [found[1] if (found := _SCALE.match(each)) else None for each in behind]
    if scales[0] not in (None, scales[1]) or _SD.match(behind[2]):
        return False
    return unit in ("percent", "ratio") or scales[2] == scales[1]


def _limits(sentence: Sentence) -> dict[int, tuple[Reported, Reported]]:
    """The intervals of a sentence, by the offset of what they are of."""
    found = {}
    for interval in intervals(sentence):
        if interval.estimate is not None:
            lower, upper = ordered(interval.lower, interval.upper)
            found[interval.estimate.start] = (reported(lower), reported(upper))
    return found
