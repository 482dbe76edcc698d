"""Percentages with a confidence interval: plain shares, and survival or incidence at a time."""

import itertools
import re

import msgspec

from checker.extract import phrases
from checker.extract.arithmetic import ordered, possible
from checker.extract.curves.curve_groups import Curves
from checker.extract.curves.times import TIME, only_time
from checker.extract.drafts import Drafts, count, reported
from checker.extract.intervals import Interval, intervals, is_p
from checker.extract.numbers import Token
from checker.extract.populations import Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.kinds import BinomialInterval, SurvivalInterval
from checker.model import Reported

SURVIVAL = re.compile(
    r"surviv|\b[oedprl]f?s\b|\bttp\b|(?:relapse|event|disease|progression|failure|recurrence)[- ]free|kaplan|actuarial"
)
_INCIDENCE = re.compile(r"cumulative (?:incidence|rate|risk|probabilit)")
# Estimates in percent that are no share of people, and intervals that no formula for one sample gives.
_NOT_A_SHARE = re.compile(
    r"efficacy|effectiveness|reduc|increase|decrease|declin|improve|change|differen|lower|higher|greater|excess|"
    r"heritab|attributable|variance|bootstrap|bayes|credib|median|mean|adjusted|weighted|"
    r"pooled|meta-|random[- ]effects|cluster|gee|standardi[sz]ed|capture|model|vaccine"
)
# Shares of cases or of controls, which only their counts tell.
_OF_A_TEST = re.compile(r"sensitiv|specific|predictive|accura")

# Words that speak of some of the patients only.
_SUBGROUP = re.compile(
    r"versus|\bvs\b|respectively|group|\barms?\b|\bwith(?:out)?\b|\bwho\b|whom|among|subset|cohort|men\b|women|"
    r"stage|grade|positive|negative|responders|between|\bif\b|older|younger|treated|receiv"
)
# Words that make a percentage without its count a share all the same.
_A_SHARE = re.compile(
    r"prevalen|proportion|frequency|rate|percentage|positiv|patients|women|men|children|participants|respon|remission|"
    r"\bcr[ci]?\b|\borr\b"
)
_NO_DIFFERENCE = re.compile(r"\bno (?:[a-z]{1,15} ){0,2}differen\w{1,6}")
# From one rate with its interval to the next of a list: ``(46.8-78.1%) vs``, ``(16.3-76.7) for one and``.
_LISTED = re.compile(
    r" ?%?\)?(?: (?:for|in|among|with|of|on) [^.;:()]{1,60}?)?(?: ?, ?| ?; ?| )"
    r"(?:and |vs\.? |versus |compared (?:with|to) |or )?(?:and )?"
)
_VERSUS = re.compile(r" ?%?\)? ?(?:vs\.?|versus) ")
SHARE = ("share", None)


class Rate(msgspec.Struct, frozen=True):
    """A percentage printed with its interval, and the position of its claim among the drafts, once it is made."""

    sentence: Sentence
    estimate: Token
    lower: Token
    upper: Token
    position: int = -1

    @property
    def figures(self) -> tuple[Token, Token, Token]:
        """The percentage and both limits."""
        return self.estimate, self.lower, self.upper


def find(page: Page, drafts: Drafts, populations: Populations) -> list[list[Rate]]:
    """Add a claim for every percentage printed with its confidence interval; the lists of those without a count."""
    curves = Curves(populations, drafts)
    lists: list[list[Rate]] = []
    style: Interval | None = None
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            style, paragraph = None, sentence.paragraph
        if len(sentence.tokens) < 3 or "%" not in sentence.low:
            continue
        found = list(intervals(sentence))
        bare = not found and style is not None
        if bare:
            found = list(intervals(sentence, style))
        curve = SURVIVAL.search(sentence.low) or _INCIDENCE.search(sentence.low)
        pair = curves.two(sentence) if curve and _in_pairs(sentence, found) else []
        pair *= len(found) // 2
        whole = not _SUBGROUP.search(sentence.low) and not _side_by_side(sentence, found)
        previous: tuple[str, str | None] | None = None
        for position, interval in enumerate(found):
            of = pair[position] if pair else None
            if of is None and whole:
                estimate = interval.estimate.start if interval.estimate else interval.start
                of = curves.one(sentence, page.low[max(sentence.start, estimate - 60) : estimate])
            reading = _Reading(sentence, drafts, populations, curves.main, lists, bare)
            previous = _read(reading, interval, previous, of, whole)
            if previous == SHARE:
                style = interval
    return lists


def _side_by_side(sentence: Sentence, found: list[Interval]) -> bool:
    """Whether two rates stand in one list: those of groups, not of the whole."""
    return any(
        other.estimate is not None and _LISTED.fullmatch(sentence.between(one.upper, other.estimate))
        for one, other in itertools.pairwise(found)
    )


def _in_pairs(sentence: Sentence, found: list[Interval]) -> bool:
    """Whether the rates of a sentence stand two by two: two of them, or ``A versus B`` each time."""
    if len(found) == 2:
        return True
    pairs = [(found[i], found[i + 1]) for i in range(0, len(found) - 1, 2)]
    return len(found) in (4, 6) and all(
        other.estimate is not None and _VERSUS.fullmatch(sentence.between(one.upper, other.estimate))
        for one, other in pairs
    )


class _Reading(msgspec.Struct, frozen=True):
    """Where rates are read: ``bare`` where only a sentence before says that such brackets hold an interval."""

    sentence: Sentence
    drafts: Drafts
    populations: Populations
    main: Size | None
    lists: list[list[Rate]]
    bare: bool


def _read(
    reading: _Reading,
    interval: Interval,
    previous: tuple[str, str | None] | None,
    of: str | None,
    whole: bool,
) -> tuple[str, str | None] | None:
    """Add what an interval is of, and return that: a kind of rate with its time, or a plain share.

    What the rate before was, a rate without words of its own is too.
    """
    sentence = reading.sentence
    rate = _rate(sentence, interval)
    if rate is None:
        return previous
    estimate, low = rate.estimate, sentence.page.low
    begin = _first_word(sentence, estimate)
    words = low[begin : estimate.start] + low[estimate.end : min(sentence.end, estimate.end + 40)]
    kind = previous if previous != SHARE else None
    incidence = _INCIDENCE.search(words)
    if incidence or SURVIVAL.search(words):
        kind = (
            "cumulative-incidence" if incidence else "survival",
            only_time(low[max(sentence.start, begin - 40) : estimate.end + 60]),
        )
    elif previous is None or not re.fullmatch(r"[^.;]{0,80}", words[: estimate.start - begin]):
        kind = None
    if kind is None:
        return _read_share(reading, interval, rate, (begin, words), previous == SHARE, of if whole else None)
    if not reading.bare:
        sentence.page.used.update(figure.start for figure in rate.figures)
        reading.drafts.add(
            SurvivalInterval,
            sentence,
            rate.figures,
            quantity=kind[0],
            estimate=reported(estimate),
            lower=reported(rate.lower),
            upper=reported(rate.upper),
            level=interval.level,
            time=Reported(kind[1]) if kind[1] else None,
            of=of,
        )
        return kind
    return None


def _rate(sentence: Sentence, interval: Interval) -> Rate | None:
    """The percentage with its limits, where all three can be of a rate."""
    estimate = _percent(sentence, interval)
    if estimate is None or interval.lower.start in sentence.page.used:
        return None
    lower, upper = ordered(interval.lower, interval.upper)
    rate = Rate(sentence, estimate, lower, upper)
    if any(
        figure.comparator != "=" or not 0 <= figure.value <= 100 or figure.unit not in ("%", None)
        for figure in rate.figures
    ):
        return None
    return rate if interval.worded or lower.value <= estimate.value <= upper.value else None


def _first_word(sentence: Sentence, estimate: Token) -> int:
    """Where the words in front of a rate begin, behind the figure of another result."""
    tokens = sentence.tokens
    at = tokens.index(estimate)
    # ``survival at 5 years was 72%``: the time is no figure of another result.
    while at and (_is_member(sentence, tokens[at - 1], at - 1) or tokens[at - 1].unit in ("months", "years")):
        at -= 1
    return max(sentence.start, tokens[at - 1].end if at else sentence.start, estimate.start - 120)


def _read_share(
    reading: _Reading,
    interval: Interval,
    rate: Rate,
    wording: tuple[int, str],
    follows: bool,
    of: str | None,
) -> tuple[str, str | None] | None:
    """Add the interval of a plain share, if the words around it, or its count and total, say that it is one.

    ``wording``: where its words begin, and the words; ``follows``: the rate before was a share.
    """
    sentence, drafts, estimate = reading.sentence, reading.drafts, rate.estimate
    begin, words = wording
    listed = follows and _LISTED.fullmatch(sentence.page.low[begin : estimate.start]) is not None
    words = _NO_DIFFERENCE.sub("", words)
    if _NOT_A_SHARE.search(words) or phrases.MODELLED.search(words):
        return None
    share = sentence.page.shares.get(estimate.start)
    if share is None and _OF_A_TEST.search(words):
        return None
    if share is None and not listed and not _A_SHARE.search(words):
        return None
    if share is not None and reading.bare:
        return None
    main = reading.main
    if share is not None or main is None or not possible(estimate, main.value):
        of = None
    sample = reading.populations.declare(main, drafts) if share is None and of is None and main is not None else None
    sentence.page.used.update(figure.start for figure in rate.figures)
    if share is None and of is None:
        rate = msgspec.structs.replace(rate, position=len(drafts.claims))
        if listed and reading.lists and reading.lists[-1][-1].upper.end == begin:
            reading.lists[-1].append(rate)
        else:
            reading.lists.append([rate])
    drafts.add(
        BinomialInterval,
        sentence,
        [*(share or ()), *rate.figures],
        count=count(share[0]) if share else None,
        total=count(share[1]) if share else None,
        of=of,
        estimate=reported(estimate),
        lower=reported(rate.lower),
        upper=reported(rate.upper),
        level=interval.level,
        sample=sample,
    )
    return SHARE


def _is_member(sentence: Sentence, token: Token, index: int) -> bool:
    """Whether a number is a member of a list without an interval of its own: ``100%, 77.4% (63.9-86.8)``."""
    return (
        token.percent
        and token.start not in sentence.page.used
        and re.fullmatch(r" ?(?:,|and|vs\.?|, and) ?", sentence.gap(index)) is not None
    )


def _percent(sentence: Sentence, interval: Interval) -> Token | None:
    """The percentage that an interval is of: right before it, or before the count and total in between."""
    position = interval.first - 1
    tokens = sentence.tokens
    if position >= 0 and is_p(sentence, tokens[position]):
        position -= 1
    if position < 0:
        return None
    estimate = tokens[position]
    if estimate.percent:
        return estimate if interval.estimate is estimate else None
    shares = sentence.page.shares
    if position >= 2 and tokens[position - 2].percent:
        share = shares.get(tokens[position - 2].start)
        if share and share[1] is estimate and len(sentence.page.low[estimate.end : interval.start]) <= 40:
            return tokens[position - 2]
    return None


def add_rate(drafts: Drafts, sentence: Sentence | None, page: Page, token: Token, of: str) -> bool:
    """Add a survival or incidence at a time that is printed without its interval, if its words say so."""
    start = max(sentence.start if sentence is not None else 0, token.start - 80)
    words = page.low[start : token.start]
    incidence = _INCIDENCE.search(words)
    times = list(TIME.finditer(words))
    if not (SURVIVAL.search(words) or incidence) or not times or "median" in words[times[-1].start() :]:
        return False
    time = only_time(words)
    page.used.add(token.start)
    drafts.add(
        SurvivalInterval,
        sentence,
        [token],
        quantity="cumulative-incidence" if incidence else "survival",
        estimate=reported(token),
        time=Reported(time) if time else None,
        of=of,
    )
    return True
