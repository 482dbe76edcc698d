"""The two groups whose shares stand beside an estimate of effect: ``20% vs 34%, odds ratio 0.48``.

Also estimates without an interval, which say something only beside such groups: ratios, differences, relative
reductions, numbers needed to treat.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.extraction import phrases, quantities
from checker.extraction.drafts import count, reported
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import Meaning, Scale
from checker.extraction.quantity_names import Quantity, may_be_effects
from checker.extraction.readings.effects import Estimate, estimates
from checker.extraction.sentences import Page, Sentence
from checker.extraction.side_by_side import Share, clear, gap, of_one, shares
from checker.kinds import Effect
from checker.measures import Measure, ReportedMeasure
from checker.model import Certainty, Interval
from checker.reconstruct.effect_measures import WITHOUT_RISKS, complement, of_groups, possible, risk, wholes
from checker.reconstruct.group_tables import Missing
from checker.rounding import unit

# The names of its claims, of whose figures no one shape tells.
_NAME = "estimate beside two shares"
MAKES = (_NAME,)
# In which unit an estimate without an interval may be printed.
_UNITS: dict[Quantity, tuple[str | None, ...]] = {
    Quantity.RATIO: (None,),
    Quantity.NEEDED: (None,),
    Quantity.DIFFERENCE: ("%", "points"),
    Quantity.REDUCTION: ("%",),
}
_RIGHT_BEHIND = re.compile(
    r"[ ]?(?:\([a-z]{2,4}\)|\))?(?: (?:in|for|among) [a-z ]{1,40}?)?[ ]?(?:=|:|,|of|was|is|were)?[ ]?"
)
# What a bare risk reduction may be.
_REDUCTION = re.compile(r"(?i)risk (?:reduction|increase)")
_REDUCTIONS = (ReportedMeasure("absolute risk reduction"), ReportedMeasure("relative risk reduction"))
_IN_POINTS = (Measure.RISK_DIFFERENCE, Measure.RELATIVE_RISK_REDUCTION)
_ADJUSTED_NAME = re.compile(r"(?:a|A|adj|Adj\.?|m|M)(?:OR|RR|PR)s?")
_CRUDE = re.compile(r"crude|un-?adjusted|univaria[a-z]{2,4}|without adjustment")
# Near an estimate, or anywhere in its sentence: it is of something else than two shares.
_OF_OTHERS = re.compile(
    r"trend|per (?:unit|year|1|10)|increment|change|score|\bmean|median|kappa|\bsd\b|predict|"
    r"independent(?:ly)? (?:risk|assoc|of)|each [a-z0-9-]{1,12} (?:increase|higher|lower)"
)
_OF_TIMES = re.compile(r"hazard|cumulative|kaplan|actuarial|surviv(?!ors)|-year rate|failure-free|disease-free")
# What may lead from a sentence with two shares to the estimate that the next one gives.
_FURTHER = re.compile(r"(?:[a-z]{4,12}: ?)?(?:the|this|an?|for an?) [^.;:()]{0,60}$")
_LISTED = re.compile(r"[ %)]{0,3}(?:,|and|, and|;)[ (]{0,2}|[ ,]{0,2}(?:vs|versus|v)[ .]{1,2}")
_DOWN = re.compile(r"reduc|lower|less|fewer|decreas")
_FARTHEST, _APART, _BEFORE = 110, 160, 60

Pair = tuple[Share, Share]


class Subject(msgspec.Struct, frozen=True):
    """An estimate that may be of two groups, by its position among the figures; with its interval, if it has one."""

    at: int
    value: Token
    measures: tuple[ReportedMeasure, ...]
    scale: Scale
    interval: Estimate | None = None


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every estimate beside the shares of two groups."""
    for sentence in page.sentences:
        if len(sentence.tokens) >= 3 and may_be_effects(page.norm, sentence.start, sentence.end):
            yield from _of_sentence(sentence)


def _of_sentence(sentence: Sentence) -> Iterator[Proposal]:
    meanings = sentence.meanings
    if not any(meaning.quantity in _UNITS for meaning in meanings.values()):
        return
    read = {each.figure.value.start: each for each in estimates(sentence)}
    subjects = []
    for at, figure in enumerate(sentence.printed.figures):
        meaning = quantities.of(figure, meanings)
        subject = _subject(sentence, at, meaning, read.get(figure.value.start)) if meaning is not None else None
        if subject is not None:
            subjects.append(subject)
    own = {figure.start for each in read.values() for figure in each.tokens} | {each.value.start for each in subjects}
    found = [share for share in shares(sentence) if not any(figure.start in own for figure in share.figures)]
    if not found and len(read) == len(subjects) == 1:
        yield from _of_preceding(sentence, subjects[0])
    for subject in subjects if len(found) >= 2 else ():
        pair = _beside(sentence, found, subject.at, own)
        if pair is not None:
            lone = subject.interval is None and subject.scale == "linear"
            yield _proposal(sentence, subject, pair, "a difference may be one of anything" if lone else None)


def _subject(sentence: Sentence, at: int, meaning: Meaning, interval: Estimate | None) -> Subject | None:
    """A figure as an estimate of two groups, if it may be one."""
    value, measure = sentence.printed.figures[at].value, ReportedMeasure(meaning.words)
    scale = quantities.scale_of(meaning) or "linear"
    if measure.kind in WITHOUT_RISKS or isinstance(of_groups(measure, scale), Missing):
        return None
    if _ADJUSTED_NAME.fullmatch(measure.words) and scale == "log":
        return None
    if interval is not None:
        is_one = scale == "log" or any(token.unit in ("%", "points") for token in interval.tokens)
    else:
        form = value.countable if meaning.quantity is Quantity.NEEDED else value.decimals > 0 or scale == "linear"
        is_one = (
            form
            and value.unit in _UNITS.get(meaning.quantity, ())
            and value.comparator == "="
            and not meaning.carried
            and _RIGHT_BEHIND.fullmatch(sentence.page.low, meaning.end, value.start) is not None
        )
    measures = _REDUCTIONS if _REDUCTION.fullmatch(measure.words) else (measure,)
    return Subject(at, value, measures, scale, interval) if is_one else None


def _of_preceding(sentence: Sentence, subject: Subject) -> Iterator[Proposal]:
    """``A 12/60 and B 20/58 failed. The risk difference was -14.5% (95% CI ...).``"""
    before = sentence.page.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or _is_elsewhere(before, before.start, before.end):
        return
    if _FURTHER.match(sentence.page.low[sentence.start : subject.value.start]):
        found = shares(before)
        if len(found) == 2:
            yield _proposal(sentence, subject, (found[0], found[1]), "the shares stand in the sentence before")


def _beside(sentence: Sentence, found: list[Share], at: int, own: set[int]) -> Pair | None:
    """The two shares right in front of a figure, or else right behind it."""
    figures = sentence.printed.figures
    start, end = figures[at].value.start, figures[at].tokens[-1].end
    passed = own | sentence.printed.ps.keys()
    front = [share for share in found if share.last < at]
    behind = [share for share in found if share.first > at]
    if len(front) >= 2 and start - front[-1].end <= _FARTHEST and not _is_longer(sentence, front):
        pair = front[-2], front[-1]
        if _is_compared(sentence, pair, own) and clear(sentence, range(pair[1].last + 1, at), start, passed):
            return None if _is_elsewhere(sentence, pair[0].start, start) else pair
    if len(behind) == 2 and not any(share.sized for share in front):
        pair = behind[0], behind[1]
        begin = pair[0].start
        if (
            begin - end <= _FARTHEST
            and _is_compared(sentence, pair, own)
            and clear(sentence, range(at + 1, pair[0].first), begin, passed)
        ):
            return None if _is_elsewhere(sentence, start, pair[1].end) else pair
    return None


def _is_longer(sentence: Sentence, front: list[Share]) -> bool:
    """Whether the last two shares in front are the end of a longer list."""
    return len(front) > 2 and _LISTED.fullmatch(gap(sentence, front[-3], front[-2])) is not None


def _is_compared(sentence: Sentence, pair: Pair, own: set[int]) -> bool:
    """Whether words compare two shares, of two groups, with no other figure between them."""
    one, other = pair
    words, inner = gap(sentence, one, other), range(one.last + 1, other.first)
    if len(words) > _APART or not phrases.VERSUS.search(words) or of_one(sentence, one, other):
        return False
    if any(sentence.printed.figures[at].value.start in own for at in inner):
        return False
    return clear(sentence, inner, other.start)


def _is_elsewhere(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words say that an estimate is adjusted, or of something else than two shares."""
    low, begin = sentence.page.low, max(sentence.start, begin - _BEFORE)
    if _OF_TIMES.search(low, sentence.start, end):
        return True
    return any(pattern.search(low, begin, end) for pattern in (phrases.ADJUSTED, _OF_OTHERS))


def _proposal(sentence: Sentence, subject: Subject, pair: Pair, doubt: str | None) -> Proposal:
    """The claim of an estimate and its groups.

    Where these may not be its groups, or it may be adjusted, and they do not make it, the claim is a guess, beside the
    one of its interval.
    """
    crude = _is_crude(sentence, subject.value)
    if not crude and sentence.page.says(phrases.ADJUSTED):
        doubt = doubt or "the paper adjusts, and does not say that this estimate is crude"
    measure, order, fits = _ordered(sentence, subject, pair)
    whole = subject.interval if fits or doubt is None else None
    if whole is not None and whole.turned:
        order = order[::-1]
    guess = whole.doubt if whole is not None else None if fits else doubt
    tokens = whole.tokens if whole is not None else (subject.value,)
    fields = whole.fields() if whole is not None else {"estimate": reported(subject.value), "scale": subject.scale}
    return Proposal(
        kind=Effect,
        within=sentence,
        figures=(*tokens, *itertools.chain.from_iterable(share.figures for share in pair)),
        own=tokens[:3] if whole is not None or subject.interval is None else (),
        fields=fields | {"measure": measure, "groups": tuple(share.group() for share in order), "crude": crude},
        certainty=Certainty.GUESSED if guess else Certainty.PRINTED,
        why=guess or "the estimate stands beside the shares of two groups",
        reading=_NAME,
    )


def _is_crude(sentence: Sentence, estimate: Token) -> bool:
    """Whether the sentence says that nothing was adjusted for, and does not take it back before the estimate."""
    low = sentence.page.low
    said = [found.end() for found in _CRUDE.finditer(low, sentence.start, estimate.start)]
    return bool(said) and phrases.ADJUSTED.search(low, said[-1], estimate.start) is None


def _ordered(sentence: Sentence, subject: Subject, pair: Pair) -> tuple[ReportedMeasure, Sequence[Share], bool]:
    """The measure, the groups in the order that the estimate speaks of, and whether they make it.

    No words say which group is the first. Of the two orders, and of the two that a bare risk reduction may be, it is
    the one that makes the estimate, or else the one whose direction it has.
    """
    value, scale = subject.value, subject.scale
    for measure, order in itertools.product(subject.measures, (pair, pair[::-1])):
        if _makes(order, of_groups(measure, scale), value):
            return measure, order, True
    words = sentence.page.low[max(sentence.start, value.start - _BEFORE) : value.start]
    one, other = (_risk(share) for share in pair)
    down = value.value < 1 if scale == "log" else value.value < 0 or _DOWN.search(words) is not None
    turned = one.low != other.low and (one.low < other.low) != down
    return subject.measures[-1], pair[::-1] if turned else pair, False


def _makes(pair: Sequence[Share], effect: Measure | Missing, estimate: Token) -> bool:
    """Whether shares make an estimate within a unit of its last place; an odds ratio may pass for a risk ratio."""
    if isinstance(effect, Missing):
        return False
    one, other = (_risk(share) for share in pair)
    values = [possible(effect, one, other)]
    if effect in (Measure.RISK_RATIO, Measure.ODDS_RATIO):
        values += [possible(each, one, other) for each in (Measure.RISK_RATIO, Measure.ODDS_RATIO)]
        values.append(possible(Measure.RISK_RATIO, complement(one), complement(other)))
    place = unit(estimate)
    factors = wholes([reported(estimate)]) if effect in _IN_POINTS else (1.0,)
    return any(
        factor * each.low - place <= estimate.value <= factor * each.high + place
        for each in values
        for factor in factors
    )


def _risk(share: Share) -> Interval:
    return risk(share.group(), count(share.total)) or Interval(0.0, 1.0)
