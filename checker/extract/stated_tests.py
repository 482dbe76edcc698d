"""The t test of independent groups that a paper states for its means, in sentences and in tables."""

import functools
import re
from typing import Literal

from checker.extract.sentences import Page

OTHER_TEST = re.compile(
    r"adjust|ancova|covarian|regress|\bmodel|mixed|mann|wilcoxon|rank|kruskal|non-?parametric|log-?(?:transf|rank)|"
    r"transformed|geometric|bonferroni|tukey|scheff|dunnett|newman|duncan|anova|analysis of variance|f-test|trend|"
    r"interaction|non-?inferior|equivalen|permutation|bootstrap|bayes|medians?\b|signed|estimating equation|"
    r"least[- ]squares|propensity|weighted|stratif|friedman|log[- ]?rank"
)
_T_TEST = re.compile(r"(?<![a-z])t[- ]?tests?(?![a-z])|student'?s|\bunpaired t\b")
_PAIRED = re.compile(r"(?<!un)paired")
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


def _stated(text: str) -> Literal["t", "welch"] | None:
    if not _T_TEST.search(text) or OTHER_TEST.search(text) or _PAIRED.search(text):
        return None
    return "welch" if _WELCH.search(text) else "t"
