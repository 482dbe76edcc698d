"""Two shares and the p-value that compares them."""

import re

from checker.extract import phrases
from checker.extract.drafts import Drafts, count, reported
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Comparison, Group

# Tests of something else than two independent proportions.
OTHER_TEST = re.compile(
    r"adjust|trend|multivaria|regress|log-?rank|\bcox\b|interaction|\bgee\b|mixed|match|paired|mantel|stratif|mcnemar|"
    r"non-?inferior|equivalen|model|propensity|weighted|hazard|ratio|before|baseline|kaplan|actuarial|surviv|"
    r"at entry|respectively|pre-|post-|crossover|cross-over|both eyes|three groups|four groups|overall|among all"
)
_VERSUS = re.compile(r"\bvs\b|versus|compared|than|\band\b|whereas|while|but|against|,|;|relative to")
_TEST = {
    "fisher": re.compile(r"fisher"),
    "chi2": re.compile(r"chi[- ]?squared?|χ2|χ²|x2 "),
}
_ONE_TAILED = re.compile(r"one[- ](?:tailed|sided)|1[- ](?:tailed|sided)")


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every p-value right behind two shares that it can only compare."""
    for sentence in page.sentences:
        shares = [index for index, token in enumerate(sentence.tokens) if token.start in page.shares]
        if len(shares) >= 2:
            _read(sentence, shares, drafts)


def _read(sentence: Sentence, shares: list[int], drafts: Drafts) -> None:
    tokens = sentence.tokens
    low = sentence.page.low
    previous_p = -1
    for index, token in enumerate(tokens):
        if not is_p(sentence, token):
            continue
        begin, previous_p = previous_p, index
        between = [share for share in shares if begin < share < index]
        if len(between) != 2 or token.start in sentence.page.used:
            continue
        one, other = (sentence.page.shares[tokens[share].start] for share in between)
        extent = sorted([*one, *other, *(tokens[share] for share in between)], key=lambda figure: figure.start)
        start = max(sentence.start, (tokens[begin].end if begin >= 0 else sentence.start), extent[0].start - 100)
        words = low[start : min(sentence.end, token.end + 40)]
        behind = low[extent[-1].end : token.start]
        numbers = [figure for figure in tokens[:index] if extent[0].start < figure.start and figure not in extent]
        if (
            numbers
            or len(behind) > 90
            or OTHER_TEST.search(words)
            or phrases.MODELLED.search(words)
            or not _VERSUS.search(low[extent[2].end : extent[3].start])
        ):
            continue
        if _overlap(one, other):
            continue
        sentence.page.used.add(token.start)
        drafts.add(
            Comparison,
            sentence,
            [*one, *other, token],
            groups=tuple(Group(count=count(share[0]), total=count(share[1])) for share in (one, other)),
            p=reported(token),
            tails="1" if _ONE_TAILED.search(low) else None,
        )


def _overlap(one: tuple[Token, Token], other: tuple[Token, Token]) -> bool:
    """Whether both shares may be of the same people: no test of two samples then."""
    return one[1].start == other[1].start
