"""The shares of two groups or more, and the p-value that compares them."""

import itertools
import re

from checker.extract import phrases
from checker.extract.arithmetic import nearly
from checker.extract.comparing.shares import Share, beside, shares
from checker.extract.drafts import Drafts, reported
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.extract.sentences import Page, Sentence
from checker.kinds import Comparison

# Tests of something else than independent proportions.
OTHER_TEST = re.compile(
    r"adjust|trend|multivaria|regress|log[- ]?rank|\bcox\b|interaction|\bgee\b|mixed|match|\bpaired|mantel|stratif|"
    r"mcnemar|non-?inferior|equivalen|model|propensity|weighted|hazard|\bratio|baseline|at entry|kaplan|actuarial|"
    r"before (?:and|or|vs|treat|therap|(?:the )?interv|after|implem|surg|operat)|\bbefore\b.{0,60}\bafter\b|"
    r"survival|survived (?:at|for)|\bpre-|\bpost-(?:test|treat|interv|op)|crossover|cross-over|both eyes|"
    r"overall (?:p\b|comp|diff|test)|among all|bonferroni|corrected|wilcoxon|mann-whitney|\bt[- ]test|student|anova|"
    r"kruskal|\bsign test|cochran|friedman|repeated|same patients|fellow eye|contralateral|(?:pre|post)[- ]treatment"
)
# What only the order of the figures says, and what the p of several groups is not.
_SEVERAL = re.compile(r"(?:three|four|five|3|4|5) groups|all groups")
_VERSUS = re.compile(r"\bvs\b|\bv\b|versus|compar|than|\band\b|whereas|while|but|against|,|;|relative to|contrast")
_AGAINST = re.compile(r"\bvs\b|\bv\b|versus|compar|than|against|relative to")
_CHANGE = re.compile(r"\bfrom\b[^;.]{0,60}$")
_TO = re.compile(r"\bto\b")
_GROUPS = re.compile(
    r"\bgroups?\b|\barms?\b|placebo|control|\bwomen\b|\bmales?\b|treated|recipients|received|receiving|randomi[sz]|"
    r"\bthan\b|assigned|patients with|without|\bgiven\b"
)
_CROSSED = re.compile(
    r"cross-?over|crossed over|each (?:patient|subject|participant) (?:served|received)|intra-?individual"
)
_OVERALL = re.compile(r"overall|(?:between|among|across) (?:the )?(?:three|four|five|all|groups)|differen")
_AGAIN = re.compile(r"[ ,;]{0,2}(?:and|or|,|;) ?(?:p ?)?(?:=|<|>|less|greater)? ?$")
_TESTS = {
    "Fisher's exact test": re.compile(r"fisc?her"),
    "chi-squared test": re.compile(r"chi[- (]{0,2}(?:2|squared?)|χ2|χ²|\bx2\b"),
}
# One group's share has the event, the other's has it not.
_OPPOSITE = re.compile(r"\b(?:show(?:ed|ing)|had|having|reported|experienced) no\b")
_ONE_TAILED = re.compile(r"one[- ](?:tailed|sided)|1[- ](?:tailed|sided)")
_FARTHEST = 90
_APART = 15
# Behind a p, what it is of where that is not the shares in front of it.
_OF_OTHERS = re.compile(
    r"[^.;()]{0,20}\b(?:between (?!groups|the (?:two )?groups|both)|for (?!the (?:overall )?(?:comp|diff)|diff)|"
    r"vs\b|versus|than)"
)


def find(page: Page, drafts: Drafts, populations: Populations) -> None:
    """Add a claim for every p-value right behind shares that it can only compare."""
    for sentence in page.sentences:
        tokens = sentence.tokens
        if len(tokens) < 3:
            continue
        ps = [index for index, token in enumerate(tokens) if token.unit is None and is_p(sentence, token)]
        if not ps or ps[-1] < 2:
            continue
        found = shares(sentence)
        for previous, index in itertools.pairwise([-1, *ps]):
            before = [share for share in found if previous < share.first and share.last < index]
            if len(before) >= 2 and tokens[index].start not in page.used:
                _read(sentence, before, previous, index, drafts, populations)


def _read(
    sentence: Sentence, before: list[Share], previous: int, index: int, drafts: Drafts, populations: Populations
) -> None:
    p = sentence.tokens[index]
    compared = _compared(sentence, before, p)
    if not compared or not all(share.sized for share in compared) or not _independent(sentence, compared, populations):
        return
    low, tokens = sentence.page.low, sentence.tokens
    first, last = tokens[compared[0].first], tokens[compared[-1].last]
    begin = max(sentence.start, tokens[previous].end if previous >= 0 else sentence.start, first.start - 100)
    words = low[begin : min(sentence.end, p.end + 40)]
    own = {figure.start for share in compared for figure in share.figures}
    between = [figure for figure in tokens[compared[0].first : index] if figure.start not in own]
    if (
        len(low[last.end : p.start]) > _FARTHEST
        or not all(beside(sentence, figure, p.start) for figure in between)
        or OTHER_TEST.search(words if len(compared) == 2 else words.replace("overall", ""))
        or phrases.MODELLED.search(words)
        or _another(sentence, index)
        or _OPPOSITE.search(low, first.end, p.start)
        or _OF_OTHERS.match(sentence.after(p, 50))
        or (len(compared) == 2 and _SEVERAL.search(words))
    ):
        return
    sentence.page.used.add(p.start)
    around = low[last.end : min(sentence.end, p.end + 45)]
    drafts.add(
        Comparison,
        sentence,
        [*(figure for share in compared for figure in share.figures), p],
        groups=tuple(share.group() for share in compared),
        p=reported(p),
        test=next((name for name, pattern in _TESTS.items() if pattern.search(around)), None),
        tails="1" if _ONE_TAILED.search(sentence.low) else None,
    )


def _listed(low: str, gap: str, end: int, p: Token) -> bool:
    """``20% and 34%, respectively (p = 0.04)``: a list, whose p may be of more than these two."""
    return "respectively" in low[end : p.start] and not _AGAINST.search(gap)


def _compared(sentence: Sentence, before: list[Share], p: Token) -> list[Share]:
    """The shares that a p is of: two, or all those of a list; none where the text leaves that open."""
    low, tokens = sentence.page.low, sentence.tokens
    gaps = [low[tokens[one.last].end : tokens[other.first].start] for one, other in itertools.pairwise(before)]
    if not all(_VERSUS.search(gap) for gap in gaps[-1:]):
        return []
    if _listed(low, gaps[-1], tokens[before[-1].last].end, p):
        return []
    if len(before) == 2:
        return before
    opening = low.rfind("(", tokens[before[-3].last].end, tokens[before[-2].first].start)
    if opening >= 0 and low.count(")", opening, p.start) < low.count("(", opening, p.start):
        # ``..., cough (3/60 vs 5/58; p = 0.4)``: what the bracket holds.
        return before[-2:]
    if re.search(r"[;:]", gaps[-2]) or (not before[-3].sized and len(gaps[-2]) > _APART):
        return before[-2:]
    versus = [re.search(r"\bvs\b|versus", gap) is not None for gap in gaps]
    if all(versus) or (not any(versus) and _OVERALL.search(sentence.low)):
        return before
    return []


def _independent(sentence: Sentence, compared: list[Share], populations: Populations) -> bool:
    """Whether the shares are of different people, as far as words and totals tell."""
    if any(share.of is not None for share in compared):
        return len({share.of for share in compared}) == len(compared)
    totals = [share.total for share in compared if share.total is not None]
    if len({total.start for total in totals}) < len(compared):
        return False
    if not all(
        nearly(share.count.value, share.total.value, share.percent)
        for share in compared
        if share.percent and share.count and share.total
    ):
        return False
    low, tokens = sentence.page.low, sentence.tokens
    first, other = tokens[compared[0].first], tokens[compared[1].first]
    if _TO.search(low, tokens[compared[0].last].end, other.start) and _CHANGE.search(
        low, max(sentence.start, first.start - 60), first.start
    ):
        return False
    if len({total.value for total in totals}) == len(totals):
        return True
    return _GROUPS.search(sentence.low) is not None and not _within(totals, sentence, populations)


def _within(totals: list[Token], sentence: Sentence, populations: Populations) -> bool:
    """Whether totals that are equal are those of one group of people, all of them seen twice."""
    if sentence.page.says(_CROSSED):
        return True
    if populations.stated(int(sum(total.value for total in totals))):
        return False
    return bool(populations.of_people(int(totals[0].value)) - {sentence.index})


def _another(sentence: Sentence, index: int) -> bool:
    """Whether the p is one of a list (``p = 0.04 and 0.30, respectively``): which of them, no one can tell."""
    tokens = sentence.tokens
    if index and is_p(sentence, tokens[index - 1]) and len(sentence.gap(index - 1)) <= 12:
        return True
    if index + 1 >= len(tokens) or tokens[index + 1].unit is not None or not 0 <= tokens[index + 1].value <= 1:
        return False
    return len(sentence.gap(index)) <= 12 and _AGAIN.match(sentence.gap(index)) is not None
