"""The two groups whose shares stand beside an estimate of effect: ``20% vs 34%, odds ratio 0.48``.

Also estimates without an interval, which say something only beside such groups: ratios, differences, relative
reductions, numbers needed to treat.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.document import Span
from checker.extract.comparing.shares import Share, beside, shares
from checker.extract.drafts import Drafts, count, reported
from checker.extract.effects import Printed
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Effect, Group
from checker.measures import Measure, ReportedMeasure
from checker.model import Interval, Places
from checker.reconstruct.effect_measures import OF_TIMES, WITHOUT_RISKS, complement, of_groups, possible, risk, wholes
from checker.reconstruct.group_tables import Missing
from checker.rounding import unit

# What the name of a measure in front of an estimate without an interval may be.
_RATIO = r"odds ratios?|relative risks?|risk ratios?|\b(?:or|rr)\b"
_DIFFERENCE = (
    r"(?:absolute )?risk (?:difference|reduction|increase)|absolute (?:difference|reduction|increase)|"
    r"difference|\barr\b|\brd\b"
)
_DERIVED = r"relative (?:risk )?(?:reduction|increase)|\brrr\b|numbers? needed[a-z ()-]{0,30}|\bnn[th]\b"
_NAMED = re.compile(
    rf"(?:(?P<derived>{_DERIVED})|(?P<difference>{_DIFFERENCE})|(?P<ratio>{_RATIO}))"
    r"[ ]?(?:\([a-z]{2,4}\))?(?: (?:in|for|among) [a-z ]{1,40}?)?[ ]?(?:=|:|,|of|was|is|were)?[ ]?$"
)
_MAYBE = re.compile(r"ratio\b|OR\b|RR|elative|isk|difference|reduction|RD\b|NN[TH]\b|needed")
# Before a name: the ratio or difference is of something else than two shares.
_OF_OTHERS = re.compile(r"hazard|\brate|incidence|mean|beta|β|coefficient|slope|likelihood|standardi")
# What a bare risk reduction may be.
_REDUCTIONS = (ReportedMeasure("absolute risk reduction"), ReportedMeasure("relative risk reduction"))
_IN_POINTS = (Measure.RISK_DIFFERENCE, Measure.RELATIVE_RISK_REDUCTION)
_MODELLED = re.compile(
    r"(?<!un)(?<!not )adjust|multi-?varia|regression|logistic|\bmodel|pooled|meta-|weighted|match|hazard|mantel|"
    r"stratif|propensity|trend|cumulative|kaplan|actuarial|surviv|per (?:unit|year|1|10)|increment|change|score|"
    r"independent(?:ly)? (?:risk|predict|assoc|of)|predict|\bmean|median|kappa|bayes|imput|\bsd\b|"
    r"each [a-z0-9-]{1,12} (?:increase|higher|lower)"
)
_TAKEN_BACK = re.compile(r"(?<!un)(?<!un-)adjust|multi-?varia|logistic|regression")
_OF_TIMES = re.compile(r"hazard|cumulative|kaplan|actuarial|surviv(?!ors)|-year rate|failure-free|disease-free")
_CRUDE = re.compile(r"crude|un-?adjusted|univaria[a-z]{2,4}|without adjustment")
_VERSUS = re.compile(
    r"\bvs\b|\bv\b|versus|compar|than|\band\b|whereas|while|but|against|relative to|,|;|contrast|similar to|\bover\b"
)
# What may lead from a sentence with two shares to the estimate that the next one gives.
_FURTHER = re.compile(r"(?:[a-z]{4,12}: ?)?(?:the|this|an?|for an?) [^.;:()]{0,60}$")
_LISTED = re.compile(r"[ %)]{0,3}(?:,|and|, and|;)[ (]{0,2}")
_DOWN = re.compile(r"reduc|lower|less|fewer|decreas")
# What a paper that adjusts somewhere says.
_ADJUSTING = re.compile(
    r"(?<!un)adjusted|adjusting|multi-?varia|regression|logistic|meta-analy|pooled|weighted|mantel|stratified by|"
    r"propensity|\bgee\b|mixed|\bcox\b|hierarch|bayes|cluster|imput|matched|systematic"
)
_SAME_CLAUSE = re.compile(r"(?:[^.A-Z]|(?<! )[A-Z]|(?<=[a-z(] )[A-Z])*")
_LIMITS_BEHIND = re.compile(r" ?%? ?(?:to|-|and) ?[0-9]")
_FARTHEST, _APART = 110, 160


def find(page: Page, drafts: Drafts, printed: Sequence[Printed]) -> None:
    """Give effects their groups, and add those that are printed without an interval."""
    by_sentence: dict[int, list[Printed]] = {}
    for effect in printed:
        by_sentence.setdefault(effect.sentence.index, []).append(effect)
    for sentence in page.sentences:
        if len(sentence.tokens) < 3 or not _MAYBE.search(page.norm, sentence.start, sentence.end):
            continue
        reader = _Reader(sentence, drafts, by_sentence.get(sentence.index, ()))
        if reader.printed or reader.alone:
            reader.read()


class _Reader:
    """Reads the effects of one sentence."""

    def __init__(self, sentence: Sentence, drafts: Drafts, printed: Sequence[Printed]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.low = sentence.page.low
        self.drafts = drafts
        self.printed = printed
        self.position = {token.start: index for index, token in enumerate(self.tokens)}
        taken = self.taken = {figure.start for effect in printed for figure in effect.figures}
        self.alone = list(self._alone(taken))
        self.shares: list[Share] = []

    def read(self) -> None:
        """Add what the sentence says of groups."""
        estimates = self.taken | {token.start for token, _, _ in self.alone}
        printed = shares(self.sentence)
        self.shares = [share for share in printed if not any(figure.start in estimates for figure in share.figures)]
        if not self.shares and len(self.printed) == 1:
            self._of_preceding(self.printed[0])
        if len(self.shares) < 2:
            return
        for effect in self.printed:
            claim = self.drafts.claims[effect.position][1]
            if isinstance(claim, Effect) and claim.estimate is not None:
                self._attach(effect, claim)
        for token, measure, scale in self.alone:
            index = self.position[token.start]
            pair = self._beside(index, index)
            # A difference may be one of anything.
            found = self._groups(pair, token, measure, scale, scale == "linear") if pair is not None else None
            if pair is None or found is None:
                continue
            named, groups, crude = found
            self.sentence.page.used.add(token.start)
            self.drafts.add(
                Effect, self.sentence, [token, *_figures(pair)], measure=named, estimate=reported(token), scale=scale,
                groups=groups, crude=crude,
            )  # fmt: skip

    def _of_preceding(self, effect: Printed) -> None:
        """``A 12/60 and B 20/58 failed. The risk difference was -14.5% (95% CI ...).``: only where they make it."""
        claim, sentence = self.drafts.claims[effect.position][1], self.sentence
        before = sentence.page.sentences[sentence.index - 1] if sentence.index else None
        if not isinstance(claim, Effect) or before is None or before.paragraph != sentence.paragraph:
            return
        estimate = effect.figures[0]
        if not self._of_shares(effect, claim) or not _FURTHER.match(self.low[sentence.start : estimate.start]):
            return
        found = shares(before)
        if len(found) == 2 and not _MODELLED.search(before.low):
            self._give(effect, claim, (found[0], found[1]), True)

    def _of_shares(self, effect: Printed, claim: Effect) -> bool:
        """Whether the effect may be one of two shares."""
        points = claim.scale != "linear" or any(figure.unit in ("%", "points") for figure in effect.figures)
        return points and claim.measure.kind not in OF_TIMES | WITHOUT_RISKS

    def _attach(self, effect: Printed, claim: Effect) -> None:
        if not self._of_shares(effect, claim):
            return
        indexes = [self.position[figure.start] for figure in effect.figures if figure.start in self.position]
        pair = self._beside(min(indexes), max(indexes))
        if pair is not None:
            self._give(effect, claim, pair, False)

    def _give(self, effect: Printed, claim: Effect, pair: tuple[Share, Share], fitting: bool) -> None:
        """Replace the claim by one with groups, if they are read so; ``fitting``: only where they make the estimate."""
        found = self._groups(pair, effect.figures[0], claim.measure, claim.scale, fitting)
        if found is None:
            return
        _, groups, crude = found
        document = self.sentence.page.document
        places = Places(document.place(Span(figure.start, figure.end)) for figure in (*effect.figures, *_figures(pair)))
        start = self.drafts.claims[effect.position][0]
        made = msgspec.structs.replace(claim, groups=groups, crude=crude, at=places)
        self.drafts.claims[effect.position] = (start, made)

    def _alone(self, taken: set[int]) -> Iterator[tuple[Token, ReportedMeasure, str]]:
        """The estimates that their name alone introduces, with the name and scale."""
        for index, token in enumerate(self.tokens):
            if token.start in taken or token.comparator != "=" or token.kind != "number":
                continue
            begin = max(self.sentence.start, self.tokens[index - 1].end if index else 0, token.start - 70)
            found = _NAMED.search(self.low, begin, token.start)
            if (
                not found
                or _LIMITS_BEHIND.match(self.sentence.after(token, 12))
                or _OF_OTHERS.search(self.low[max(begin, found.start() - 12) : found.start()])
            ):
                continue
            name = self.sentence.page.norm[found.start(found.lastgroup or 0) : found.end(found.lastgroup or 0)].strip()
            if found["ratio"] and token.unit is None and token.decimals and 0 < token.value < 100:
                if name.islower() and len(name) == 2:
                    continue
                yield token, ReportedMeasure(name), "log"
            elif found["difference"] and token.unit in ("%", "points"):
                yield token, ReportedMeasure(name), "linear"
            elif found["derived"]:
                needed = re.match(r"(?i)n", name) is not None
                if token.countable if needed else token.unit == "%":
                    yield token, ReportedMeasure(name), "linear"

    def _beside(self, first: int, last: int) -> tuple[Share, Share] | None:
        """The two shares right in front of the numbers from first to last, or else right behind them."""
        front = [share for share in self.shares if share.last < first]
        if len(front) >= 2:
            pair = front[-2], front[-1]
            end, begin = self.tokens[pair[1].last].end, self.tokens[first].start
            if begin - end <= _FARTHEST and self._plain(pair, pair[1].last + 1, first) and self._two(front):
                return None if self._modelled(self.tokens[pair[0].first].start - 60, begin) else pair
        behind = [share for share in self.shares if share.first > last]
        if len(behind) == 2 and not any(share.last < first and share.sized for share in front):
            begin, end = self.tokens[last].end, self.tokens[behind[0].first].start
            pair = behind[0], behind[1]
            near = end - begin <= _FARTHEST and _SAME_CLAUSE.fullmatch(self.sentence.page.norm, begin, end)
            if near and self._plain(pair, last + 1, behind[0].first):
                start, stop = self.tokens[first].start - 60, self.tokens[behind[1].last].end
                return None if self._modelled(start, stop) else pair
        return None

    def _plain(self, pair: tuple[Share, Share], begin: int, end: int) -> bool:
        """Whether words compare the pair, and no other figure stands inside it or between it and the estimate."""
        one, other = pair
        gap = self.low[self.tokens[one.last].end : self.tokens[other.first].start]
        if len(gap) > _APART or not _VERSUS.search(gap):
            return False
        if one.total is not None and other.total is not None and one.total.start == other.total.start:
            return False
        if one.of is not None and one.of == other.of:
            return False
        inner = self.tokens[one.last + 1 : other.first]
        start = self.tokens[other.first].start
        if any(figure.start in self.taken or not beside(self.sentence, figure, start) for figure in inner):
            return False
        until = self.tokens[end].start
        return all(
            figure.start in self.taken or is_p(self.sentence, figure) or beside(self.sentence, figure, until)
            for figure in self.tokens[begin:end]
        )

    def _two(self, front: list[Share]) -> bool:
        """Whether the last two shares in front are not the end of a longer list."""
        if len(front) < 3:
            return True
        gap = self.low[self.tokens[front[-3].last].end : self.tokens[front[-2].first].start]
        return _LISTED.fullmatch(gap) is None and re.fullmatch(r"[ ,]{0,2}(?:vs|versus|v)[ .]{1,2}", gap) is None

    def _modelled(self, begin: int, end: int) -> bool:
        if _OF_TIMES.search(self.low, self.sentence.start, end):
            return True
        return _MODELLED.search(self.low, max(self.sentence.start, begin), end) is not None

    def _groups(
        self, pair: tuple[Share, Share], estimate: Token, measure: ReportedMeasure, scale: str, fitting: bool = False
    ) -> tuple[ReportedMeasure, tuple[Group, ...], bool] | None:
        """The measure, the groups in the order that the estimate speaks of, and whether the paper calls it crude.

        None where nothing crude gives the estimate in a paper that adjusts.
        """
        words = self.low[max(self.sentence.start, estimate.start - 60) : estimate.start]
        crude = self._crude(estimate)
        measures = _REDUCTIONS if measure.words == "risk reduction" else (measure,)
        for named in measures:
            effect = of_groups(named, scale)
            if isinstance(effect, Missing):
                return None
            for order in (pair, pair[::-1]):
                if self._fits(effect, order, estimate):
                    return named, tuple(share.group() for share in order), crude
        if fitting or (not crude and self.sentence.page.says(_ADJUSTING)):
            return None
        one, other = (_risk(share) for share in pair)
        down = estimate.value < 1 if scale == "log" else estimate.value < 0 or _DOWN.search(words) is not None
        turned = one.low != other.low and (one.low < other.low) != down
        return measures[-1], tuple(share.group() for share in (pair[::-1] if turned else pair)), crude

    def _crude(self, estimate: Token) -> bool:
        """Whether the sentence says that nothing was adjusted for, and does not take it back before the estimate."""
        said = [found.end() for found in _CRUDE.finditer(self.low, self.sentence.start, estimate.start)]
        if not said:
            return False
        return _TAKEN_BACK.search(self.low, said[-1], estimate.start) is None

    def _fits(self, effect: Measure, pair: tuple[Share, Share], estimate: Token) -> bool:
        """Whether the shares make the estimate, within a unit of its last place."""
        one, other = (_risk(share) for share in pair)
        ways = [(effect, one, other)]
        if effect in (Measure.RISK_RATIO, Measure.ODDS_RATIO):
            ways += [(Measure.RISK_RATIO, one, other), (Measure.ODDS_RATIO, one, other)]
            ways.append((Measure.RISK_RATIO, complement(one), complement(other)))
        place = unit(estimate)
        for way in ways:
            values = possible(*way)
            for whole in wholes([reported(estimate)]) if effect in _IN_POINTS else (1.0,):
                if whole * values.low - place <= estimate.value <= whole * values.high + place:
                    return True
        return False


def _risk(share: Share) -> Interval:
    return risk(share.group(), count(share.total)) or Interval(0.0, 1.0)


def _figures(pair: tuple[Share, Share]) -> list[Token]:
    return list(itertools.chain.from_iterable(share.figures for share in pair))
