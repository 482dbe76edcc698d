"""The tests that papers name: those that the figures beside a p do not tell, and the t test of independent groups."""

import functools
import re
from typing import Literal

from checker.extraction.phrases import MODELS
from checker.extraction.sentences import Page

# Whatever is compared: a p of a model, of another hypothesis, of a distribution drawn by lot, corrected for others.
_ANOTHER = (
    rf"{MODELS}|\btrend|non-?inferior|equivalen|permutation|bootstrap|log[- ]?rank|hazard|bonferroni|benjamini|"
    r"\bholm\b|\bfdr\b|false discovery|correct(?:ed|ion) for (?!continuity)"
)
_CORRECTED = r"(?<!yates )(?<!yates' )(?<!continuity )(?<!continuity-)corrected(?! for continuity)"
# The same people twice.
_PAIRS = r"(?<!un)(?<!un-)\bpaired|mcnemar|before and after|change from"
_RANKS = r"mann[- ]whitney|wilcoxon|\branks?\b|rank[- ]sum|kruskal|friedman|non-?parametric|\bsigned|\bsign test"
_SEVERAL_GROUPS = r"anova|analysis of variance|\bf[- ]test|tukey|scheff|dunnett|newman|duncan"

# Than of the counts in the rows of a table, and of independent proportions or means in running text.
OTHER_THAN_COUNTS = re.compile(rf"{_ANOTHER}|{_PAIRS}|baseline vs|\bodds")
OTHER_THAN_PROPORTIONS = re.compile(
    rf"{_ANOTHER}|{_CORRECTED}|{_PAIRS}|{_RANKS}|{_SEVERAL_GROUPS}|\bt[- ]test|student|cochran|\bratio|baseline|"
    r"at entry|kaplan|actuarial|survival|survived (?:at|for)|\bbefore\b.{0,60}\bafter\b|"
    r"before (?:or|vs|treat|therap|(?:the )?interv|implem|surg|operat)|\bpre-|\bpost-(?:test|treat|interv|op)|"
    r"(?:pre|post)[- ]treatment|cross-?over|both eyes|overall (?:p\b|comp|diff|test)|among all|repeated|same patients|"
    r"fellow eye|contralateral"
)
OTHER_THAN_MEANS = re.compile(rf"{_ANOTHER}|{_RANKS}|{_SEVERAL_GROUPS}|log-?transf|transformed|geometric|medians?\b")
# Than of the means of several groups at once; and what is said of some rows, or of an analysis of more than groups.
OTHER_THAN_SEVERAL_MEANS = re.compile(rf"{_ANOTHER}|{_PAIRS}|repeated")
_NOT_OF_GROUPS_ALONE = re.compile(
    rf"{OTHER_THAN_SEVERAL_MEANS.pattern}|{_RANKS}|transformed|geometric|medians?\b|two[- ]way|mixed|covarian|adjust"
)
_ANOVA = re.compile(r"(?<![a-z])anova|analys[ei]s of variance")
_T_TEST = re.compile(r"(?<![a-z])t[- ]?tests?(?![a-z])|student'?s|\bunpaired t\b")
_PAIRED = re.compile(_PAIRS)
# Papers in which somebody is compared with himself.
_ONE_GROUP = re.compile(
    r"cross-?over|latin square|own controls?|within[- ](?:subject|patient|person)|\bmatched|twins?\b"
)
_WELCH = re.compile(r"welch|unequal variance|satterthwaite")


def test_of(page: Page, words: str) -> Literal["t", "welch"] | None:
    """The t test of independent groups that the words beside figures state, or else the paper as a whole."""
    has_one_group, test = _of_text(page.low)
    return None if has_one_group else _stated(words) or test


@functools.lru_cache(maxsize=1)
def _of_text(low: str) -> tuple[bool, Literal["t", "welch"] | None]:
    return _ONE_GROUP.search(low) is not None, _stated(low)


def says_more_than_groups(words: str) -> bool:
    """Whether words speak of a test of more than the means of several groups, be it of some rows only."""
    return _NOT_OF_GROUPS_ALONE.search(words) is not None


def states_anova(page: Page, words: str) -> bool:
    """Whether the words beside figures state a one-way analysis of variance, or else the paper, and no other test."""
    return any(_ANOVA.search(text) and not says_more_than_groups(text) for text in (words, page.low))


def _stated(text: str) -> Literal["t", "welch"] | None:
    if not _T_TEST.search(text) or OTHER_THAN_MEANS.search(text) or _PAIRED.search(text):
        return None
    return "welch" if _WELCH.search(text) else "t"
