"""Groups whose sizes are not printed: rates with intervals side by side, whose counts add up to the whole.

``63.9% (46.8-78.1) vs 75.0% (62.3-84.5), p = 0.246`` of 96 patients: where only 23 of 36 and 45 of 60 give the
figures, the sizes are assumed, and the p-values that compare the groups become claims.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from checker.document import Span
from checker.extraction import phrases
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.percentages import Rate
from checker.extraction.proposals import Proposal
from checker.extraction.readings import rates
from checker.extraction.sentences import Page, Sentence
from checker.extraction.stated_tests import OTHER_THAN_PROPORTIONS
from checker.kinds import BinomialInterval, Comparison, Group, Partition
from checker.model import Certainty, Count, Places
from checker.paper import Description, Paper, Population
from checker.reconstruct import hidden_counts

# The names of its claims, of whose figures no one shape tells.
_NAME = "rates that reveal their sizes"
MAKES = (_NAME,)
_MOST_GROUPS = 5
_MOST_TABLES = 500
_MOST_LISTS = 100
_FARTHEST_P = 120
_NAMES = re.compile(
    r"(?:in|for|among) (?:the )?(?P<names>[a-z][a-z0-9 ,/-]{4,90}?) (?:sub)?(?:groups|arms|cohorts|patients)\b"
)
_COMPARED = re.compile(rf"{phrases.COMPARED}|differ|superior|inferior|interior")

Pair = tuple[int, int]


def propose(page: Page) -> Iterator[Proposal]:
    """Claims about the groups of every list of rates that only one set of sizes explains."""
    found = list(rates.shares(page))
    lists = [[share for share in each if share.counted is None] for each in found]
    lists = [each for each in lists if 2 <= len(each) <= _MOST_GROUPS][:_MOST_LISTS]
    main = page.once(People).main if lists else None
    if main is None:
        return
    claims = [_claim(page, share) for each in found for share in each]
    paper = Paper(document=Description(title=""), populations=page.populations, claims=tuple(claims))
    own = hidden_counts.own_methods(paper)
    printed = page.once(People).counts(main.size)
    for shares in lists if own else ():
        options = [_fitting(_claim(page, share), paper, own) for share in shares]
        pairs = _adding_up(options, main.size)
        together = sum(count for count, _ in pairs or ())
        if pairs is None or (together not in printed and any(len(each) > 1 for each in options)):
            continue
        reason = "no size is printed; " + " and ".join(f"{count}/{total}" for count, total in pairs)
        reason += f" give the rates with their intervals and add up to {main.size}"
        if together in printed:
            reason += f", their counts to the {together} printed"
        listed = [share.rate for share in shares]
        names = [_declare(page, rate, total, reason) for rate, (_, total) in zip(listed, pairs, strict=True)]
        groups = [Group(percent=reported(rate.estimate), of=name) for rate, name in zip(listed, names, strict=True)]
        if together in printed:
            estimates = tuple(rate.estimate for rate in listed)
            yield Proposal(
                kind=Partition,
                within=listed[0].sentence,
                figures=estimates,
                own=estimates,
                fields={"whole": Count(str(together)), "parts": tuple(groups)},
                # The whole is chosen as the printed count that they make.
                certainty=Certainty.GUESSED,
                why=reason,
                reading=_NAME,
                people="interval",
            )
        yield from _compared(page, listed, groups, reason)


def _claim(page: Page, share: rates.Share) -> BinomialInterval:
    return BinomialInterval(id="draft", **rates.proposal(page, share).fields)


def _fitting(claim: BinomialInterval, paper: Paper, own: tuple[str, ...]) -> list[Pair]:
    """The counts and sizes that give a rate with its interval by the paper's own method."""
    fits = hidden_counts.fits(claim, paper, own) or ()
    return list(dict.fromkeys((fit.count, fit.total) for fit in fits if fit.method.partition(" ")[0] in own))


def _adding_up(options: Sequence[Sequence[Pair]], whole: int) -> tuple[Pair, ...] | None:
    """The one choice of groups whose sizes make the whole."""
    number = 1
    for each in options:
        number *= len(each)
    if not 0 < number <= _MOST_TABLES:
        return None
    found = [pairs for pairs in itertools.product(*options) if sum(total for _, total in pairs) == whole]
    return found[0] if len(found) == 1 else None


def _declare(page: Page, rate: Rate, size: int, reason: str) -> str:
    name = f"group-of-{size}"
    populations = page.populations
    places = [page.document.place(Span(token.start, token.end)) for token in (rate.estimate, rate.lower, rate.upper)]
    known = populations.get(name)
    if known is not None:
        # The same group, or another of its size: nothing rests on which.
        places = [*known.at, *places]
        reason = known.assumed or reason
    populations[name] = Population(size=Count(str(size)), at=Places(places), assumed=reason)
    return name


def _compared(page: Page, listed: Sequence[Rate], groups: Sequence[Group], reason: str) -> Iterator[Proposal]:
    """The p-value behind a list, which compares all of its groups, and those of the sentence behind, of two each."""
    sentence, end = listed[0].sentence, listed[-1].figure.tokens[-1].end
    p = listed[-1].figure.p or next((token for token in sentence.tokens if token.start >= end), None)
    if p is not None and p.start in sentence.printed.ps and p.start - listed[-1].upper.end <= _FARTHEST_P:
        words = page.low[max(sentence.start, listed[0].estimate.start - 120) : min(sentence.end, p.end + 30)]
        if _is_plain(words):
            yield _comparison(sentence, [*(rate.estimate for rate in listed), p], groups, reason)
    stop = p.start if p is not None else sentence.end
    named = _NAMES.search(page.low, listed[-1].upper.end, min(stop, listed[-1].upper.end + 160))
    keys = _keys(named["names"]) if named else []
    if len(keys) == len(groups) and sentence.index + 1 < len(page.sentences):
        behind = page.sentences[sentence.index + 1]
        if behind.paragraph == sentence.paragraph:
            yield from _pairwise(behind, dict(zip(keys, groups, strict=True)), reason)


def _keys(names: str) -> list[str]:
    """The words that tell the groups apart: ``favorable``, ``intermediate``, ``adverse``."""
    members = [member.strip(" -").split(" ") for member in re.split(r",? and |, ", names)]
    keys = [member[-1].partition("-")[0] for member in members]
    return keys if len(set(keys)) == len(keys) and all(len(key) > 2 for key in keys) else []


def _pairwise(sentence: Sentence, groups: dict[str, Group], reason: str) -> Iterator[Proposal]:
    """``better in A than in B or C (P = 0.02; P = 0.03, respectively)``, and one p of two groups."""
    tokens = sentence.tokens
    if not 1 <= len(tokens) <= 2 or not all(token.start in sentence.printed.ps for token in tokens):
        return
    words = sentence.page.low[sentence.start : tokens[0].start]
    pattern = re.compile(r"(?<![a-z])(" + "|".join(map(re.escape, groups)) + r")(?![a-z])")
    order = [found.group() for found in pattern.finditer(words)]
    respectively = "respectively" in sentence.low
    if len(order) != len(set(order)) or len(order) != len(tokens) + 1 or respectively != (len(tokens) == 2):
        return
    if _COMPARED.search(words) and _is_plain(sentence.low):
        for token, other in zip(tokens, order[1:], strict=True):
            yield _comparison(sentence, [token], [groups[order[0]], groups[other]], reason)


def _is_plain(words: str) -> bool:
    words = words.replace("respectively", "")
    return not OTHER_THAN_PROPORTIONS.search(words) and not phrases.MODELLED.search(words)


def _comparison(sentence: Sentence, figures: Sequence[Token], groups: Sequence[Group], reason: str) -> Proposal:
    return Proposal(
        kind=Comparison,
        within=sentence,
        figures=tuple(figures),
        own=(figures[-1],),
        fields={"groups": tuple(groups), "p": reported(figures[-1])},
        certainty=Certainty.IMPLIED,
        why=reason,
        reading=_NAME,
        people="interval",
    )
