"""The shares of two groups or more, and the p-value that compares them."""

import itertools
import re
from collections.abc import Iterator, Sequence

from checker.extraction import phrases
from checker.extraction.arithmetic import nearly
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.side_by_side import OF_OTHERS, OPPOSITE, Share, clear, gap, of_one, shares
from checker.extraction.stated_tests import OTHER_THAN_PROPORTIONS
from checker.kinds import Comparison
from checker.model import Certainty

# The names of its claims, of whose figures no one shape tells.
_NAME = "shares and the p behind them"
MAKES = (_NAME,)
_SEVERAL = re.compile(r"(?:three|four|five|3|4|5) groups|all groups")
_OVERALL = re.compile(r"overall|(?:between|among|across) (?:the )?(?:three|four|five|all|groups)|differen")
_AGAINST = re.compile(phrases.COMPARED)
_CHANGE = re.compile(r"\bfrom\b[^;.]{0,60}$")
_TO = re.compile(r"\bto\b")
_GROUPS = re.compile(
    r"\bgroups?\b|\barms?\b|placebo|control|\bwomen\b|\bmales?\b|treated|recipients|received|receiving|randomi[sz]|"
    r"\bthan\b|assigned|patients with|without|\bgiven\b"
)
_AGAIN = re.compile(r"[ ,;]{0,2}(?:and|or|,|;) ?(?:p ?)?(?:=|<|>|less|greater)? ?$")
_TESTS = {
    "Fisher's exact test": re.compile(r"fisc?her"),
    "chi-squared test": re.compile(r"chi[- (]{0,2}(?:2|squared?)|χ2|χ²|\bx2\b"),
}
_ONE_TAILED = re.compile(r"one[- ](?:tailed|sided)|1[- ](?:tailed|sided)")
# From one member of a list to the next, and to the last.
_NEXT, _LAST = re.compile(r"^[^;:.()]*, ?$"), re.compile(r"^[^;:.()]*, and ")
_FARTHEST, _APART, _LIST = 90, 15, 12


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every p-value right behind shares that it can only compare."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        printed = sentence.printed
        if not printed.ps:
            continue
        ps = [at for at, figure in enumerate(printed.figures) if figure.value.start in printed.ps]
        found = shares(sentence) if ps[-1] >= 2 else []
        for previous, at in itertools.pairwise([-1, *ps]):
            before = [share for share in found if previous < share.first and share.last < at]
            if len(before) < 2:
                continue
            p = printed.figures[at].value
            compared = _compared(sentence, before, p)
            reason = _unless(sentence, compared, previous, at) if compared else "which shares it compares is left open"
            page.note(p, reason)
            if reason is None:
                yield _proposal(sentence, compared, p)


def _proposal(sentence: Sentence, compared: Sequence[Share], p: Token) -> Proposal:
    low = sentence.page.low
    around = low[compared[-1].end : min(sentence.end, p.end + 45)]
    named = any(share.of is not None for share in compared)
    shown = Certainty.NAMED if named else Certainty.PRINTED
    figures = [figure for share in compared for figure in share.figures]
    people = sentence.page.once(People)
    known = (people.share(figure) for figure in figures)
    doubt = next((share.why for share in known if share is not None and share.certainty is Certainty.GUESSED), None)
    return Proposal(
        kind=Comparison,
        within=sentence,
        figures=(*figures, p),
        own=(p,),
        fields={
            "groups": tuple(share.group() for share in compared),
            "p": reported(p),
            "test": next((name for name, pattern in _TESTS.items() if pattern.search(around)), None),
            "tails": "1" if _ONE_TAILED.search(sentence.low) else None,
        },
        certainty=shown if doubt is None else Certainty.GUESSED,
        why=doubt or ("the words name the groups" if named else "the p stands right behind the shares"),
        reading=_NAME,
    )


def _compared(sentence: Sentence, before: list[Share], p: Token) -> list[Share]:
    """The shares that a p is of: two, or all those of a list; none where the text leaves that open."""
    low = sentence.page.low
    gaps = [gap(sentence, one, other) for one, other in itertools.pairwise(before)]
    if not phrases.VERSUS.search(gaps[-1]):
        return []
    if (
        "respectively" in low[before[-1].end : p.start]
        and not _AGAINST.search(gaps[-1])
        and not all(share.of for share in before[-2:])
    ):
        # ``20% and 34%, respectively (p = 0.04)``: a list, whose p may be of more than these two.
        return []
    if len(before) == 2:
        return before
    listed = _NEXT.search(gaps[-2]) and _LAST.search(gaps[-1])
    if listed and not _AGAINST.search(gaps[-1]) and not _OVERALL.search(sentence.low):
        # ``92% of A, 96% of B, and 94% of C (p = 0.04)``
        return []
    opening = low.rfind("(", before[-3].end, before[-2].start)
    if opening >= 0 and low.count(")", opening, p.start) < low.count("(", opening, p.start):
        # ``..., cough (3/60 vs 5/58; p = 0.4)``: what the bracket holds.
        return before[-2:]
    if re.search(r"[;:]", gaps[-2]) or (not before[-3].sized and len(gaps[-2]) > _APART):
        return before[-2:]
    versus = [re.search(r"\bvs\b|versus", each) is not None for each in gaps]
    if all(versus) or (not any(versus) and _OVERALL.search(sentence.low)):
        return before
    return []


def _unless(sentence: Sentence, compared: list[Share], previous: int, at: int) -> str | None:
    """Why a p is not of the shares in front of it."""
    low, figures = sentence.page.low, sentence.printed.figures
    p, first, last = figures[at].value, compared[0], compared[-1]
    begin = max(sentence.start, figures[previous].value.end if previous >= 0 else 0, first.start - 100)
    words = low[begin : min(sentence.end, p.end + 40)].replace("respectively", "")
    own = {position for share in compared for position in range(share.first, share.last + 1)}
    if not all(share.sized for share in compared):
        return "a percentage of nobody knows whom"
    if len(low[last.end : p.start]) > _FARTHEST:
        return "too far away"
    if not clear(sentence, (each for each in range(first.first, at) if each not in own), p.start):
        return "another figure stands between"
    if OTHER_THAN_PROPORTIONS.search(words if len(compared) == 2 else words.replace("overall", "")):
        return "another test"
    if phrases.MODELLED.search(words):
        return "the shares come from a model"
    if OPPOSITE.search(low, first.end, p.start):
        return "of one group the event, of the other its absence"
    if _another(sentence, at):
        return "one of a list of p-values"
    if OF_OTHERS.match(sentence.after(p, 50)) or (len(compared) == 2 and _SEVERAL.search(words)):
        return "it compares others"
    return None if _independent(sentence, compared) else "the shares may be of the same people"


def _independent(sentence: Sentence, compared: list[Share]) -> bool:
    """Whether the shares are of different people, as far as words and totals tell."""
    if any(of_one(sentence, one, other) for one, other in itertools.combinations(compared, 2)):
        return False
    people = sentence.page.once(People)
    told = [
        share for each in compared if each.percent is not None and (share := people.share(each.percent)) is not None
    ]
    groups = [share.group for share in told if share.group is not None and share.group.how != "each"]
    if len({id(group) for group in groups}) < len(groups):
        return False
    totals = [share.total for share in compared if share.total is not None]
    if len(totals) < len(compared):
        return True
    if not all(
        nearly(share.count.value, share.total.value, share.percent)
        for share in compared
        if share.percent and share.count and share.total
    ):
        # Which figures of a share are wrong, or whether it is one, is open.
        return False
    low, first, other = sentence.page.low, compared[0], compared[1]
    if _TO.search(gap(sentence, first, other)) and _CHANGE.search(
        low, max(sentence.start, first.start - 60), first.start
    ):
        return False
    if len({total.value for total in totals}) == len(totals):
        return True
    return _GROUPS.search(sentence.low) is not None and not sentence.page.once(People).twice(totals)


def _another(sentence: Sentence, at: int) -> bool:
    """Whether the p is one of a list (``p = 0.04 and 0.30, respectively``): which of them, no one can tell."""
    figures, ps = sentence.printed.figures, sentence.printed.ps
    p = figures[at].value
    if figures[at - 1].value.start in ps and p.start - figures[at - 1].value.end <= _LIST:
        return True
    if at + 1 >= len(figures):
        return False
    following = figures[at + 1].value
    words = sentence.between(p, following)
    if following.unit is not None or not 0 <= following.value <= 1 or len(words) > _LIST:
        return False
    return _AGAIN.match(words) is not None
