"""Groups whose sizes are not printed: rates with intervals side by side, whose counts add up to the whole.

``63.9% (46.8-78.1) vs 75.0% (62.3-84.5), p = 0.246`` of 96 patients: where only 23 of 36 and 45 of 60 give the
figures, the sizes are assumed, and the p-values that compare the groups become claims.
"""

import itertools
import re

from checker.document import Span
from checker.extract import phrases
from checker.extract.comparing.comparisons import OTHER_TEST
from checker.extract.curves.rates import Rate
from checker.extract.drafts import Drafts, reported
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.extract.sentences import Page, Sentence
from checker.kinds import BinomialInterval, Comparison, Group, Partition
from checker.model import Count, Place, Places
from checker.paper import Population
from checker.reconstruct import hidden_counts

_MOST_GROUPS = 5
_MOST_TABLES = 500
_MOST_LISTS = 100
_NAMES = re.compile(
    r"(?:in|for|among) (?:the )?(?P<names>[a-z][a-z0-9 ,/-]{4,90}?) (?:sub)?(?:groups|arms|cohorts|patients)\b"
)
_COMPARED = re.compile(r"than|versus|\bvs\b|compared|differ|superior|inferior|interior")

Pair = tuple[int, int]


def find(page: Page, drafts: Drafts, populations: Populations, lists: list[list[Rate]]) -> None:
    """Declare the groups of every list that only one set of sizes explains; add claims for their p-values."""
    main = populations.main()
    several = [rates for rates in lists if 2 <= len(rates) <= _MOST_GROUPS][:_MOST_LISTS]
    if main is None or not several:
        return
    paper = drafts.file("")
    own = hidden_counts.own_methods(paper)
    if not own:
        return
    printed = {int(number.value) for number, total in page.shares.values() if total.value == main.value}
    for rates in several:
        options: list[list[Pair]] = []
        for rate in rates:
            claim = drafts.claims[rate.position][1]
            found = hidden_counts.fits(claim, paper, own) if isinstance(claim, BinomialInterval) else None
            fitting = [(fit.count, fit.total) for fit in found or () if fit.method.partition(" ")[0] in own]
            options.append(list(dict.fromkeys(fitting)))
        pairs = _adding_up(options, main.value)
        if pairs is None:
            continue
        together = sum(count for count, _ in pairs)
        if together not in printed and any(len(each) > 1 for each in options):
            continue
        reason = "no size is printed; " + " and ".join(f"{count}/{total}" for count, total in pairs)
        reason += f" give the rates with their intervals and add up to {main.value}"
        if together in printed:
            reason += f", their counts to the {together} printed"
        names = [_declare(drafts, rate, total, reason) for rate, (_, total) in zip(rates, pairs, strict=True)]
        groups = [Group(percent=reported(rate.estimate), of=name) for rate, name in zip(rates, names, strict=True)]
        if together in printed:
            estimates = [rate.estimate for rate in rates]
            drafts.add(Partition, rates[0].sentence, estimates, whole=Count(str(together)), parts=tuple(groups))
        _compare(page, drafts, rates, groups)


def _adding_up(options: list[list[Pair]], whole: int) -> tuple[Pair, ...] | None:
    """The one choice of groups whose sizes make the whole."""
    number = 1
    for each in options:
        number *= len(each)
    if not 0 < number <= _MOST_TABLES:
        return None
    found = [pairs for pairs in itertools.product(*options) if sum(total for _, total in pairs) == whole]
    return found[0] if len(found) == 1 else None


def _declare(drafts: Drafts, rate: Rate, size: int, reason: str) -> str:
    name = f"group-of-{size}"
    places = [_place(drafts, figure) for figure in (rate.estimate, rate.lower, rate.upper)]
    known = drafts.populations.get(name)
    if known is not None:
        # The same group, or another of its size: nothing rests on which.
        places = [*known.at, *places]
        reason = known.assumed or reason
    drafts.populations[name] = Population(size=Count(str(size)), at=Places(places), assumed=reason)
    return name


def _place(drafts: Drafts, figure: Token) -> Place:
    return drafts.page.document.place(Span(figure.start, figure.end))


def _compare(page: Page, drafts: Drafts, rates: list[Rate], groups: list[Group]) -> None:
    """The p-value behind a list, which compares all of its groups, and those of the sentence behind, of two each."""
    sentence = rates[0].sentence
    end = rates[-1].upper.end
    following = [token for token in sentence.tokens if token.start >= end]
    if following and is_p(sentence, following[0]) and following[0].start - end <= 120:
        p = following[0]
        words = page.low[max(sentence.start, rates[0].estimate.start - 120) : min(sentence.end, p.end + 30)]
        if _is_plain(words) and p.start not in page.used:
            _add(drafts, sentence, [*(rate.estimate for rate in rates), p], groups, p)
    stop = following[0].start if following else sentence.end
    named = _NAMES.search(page.low, end, min(stop, end + 160))
    keys = _keys(named["names"]) if named else []
    if len(keys) != len(groups) or sentence.index + 1 >= len(page.sentences):
        return
    behind = page.sentences[sentence.index + 1]
    if behind.paragraph == sentence.paragraph:
        _pairwise(behind, drafts, dict(zip(keys, groups, strict=True)))


def _keys(names: str) -> list[str]:
    """The words that tell the groups apart: ``favorable``, ``intermediate``, ``adverse``."""
    members = [re.split(r"[ ]", member.strip(" -")) for member in re.split(r",? and |, ", names)]
    keys = [member[-1].partition("-")[0] for member in members]
    return keys if len(set(keys)) == len(keys) and all(len(key) > 2 for key in keys) else []


def _pairwise(sentence: Sentence, drafts: Drafts, groups: dict[str, Group]) -> None:
    """``better in A than in B or C (P = 0.02; P = 0.03, respectively)``, and one p of two groups."""
    tokens = sentence.tokens
    if not 1 <= len(tokens) <= 2 or not all(is_p(sentence, token) for token in tokens):
        return
    words = sentence.page.low[sentence.start : tokens[0].start]
    pattern = re.compile(r"(?<![a-z])(" + "|".join(map(re.escape, groups)) + r")(?![a-z])")
    order = [found.group() for found in pattern.finditer(words)]
    respectively = "respectively" in sentence.low
    if len(order) != len(set(order)) or len(order) != len(tokens) + 1 or respectively != (len(tokens) == 2):
        return
    if not _COMPARED.search(words) or not _is_plain(sentence.low):
        return
    for token, other in zip(tokens, order[1:], strict=True):
        if token.start not in sentence.page.used:
            _add(drafts, sentence, [token], [groups[order[0]], groups[other]], token)


def _is_plain(words: str) -> bool:
    words = words.replace("respectively", "")
    return not OTHER_TEST.search(words) and not phrases.MODELLED.search(words)


def _add(drafts: Drafts, sentence: Sentence, figures: list[Token], groups: list[Group], p: Token) -> None:
    sentence.page.used.add(p.start)
    drafts.add(Comparison, sentence, figures, groups=tuple(groups), p=reported(p))
