"""The level of significance that a paper says it judges by."""

import re

from checker.extraction.sentences import Page

_JUDGED = (
    r"(?:considered|regarded|defined|accepted|taken|set|deemed|judged|used|employed|chosen|denot\w{1,3}|indicat\w{1,3})"
)
_CUSTOMARY = r"(?P<{}>0?\.(?:10?|05|025|01|005|001))(?![0-9])"
_LEVEL = re.compile(
    r"(?:\bp(?:[ -]?values?)?|\balpha)(?: level)?(?: of)? ?(?:[<≤=]|less than|below|at)? ?(?:or equal to )?"
    rf"{_CUSTOMARY.format('of_p')} (?:or less |level )?(?:was|were|is|are|being) "
    rf"[^.;]{{0,40}}{_JUDGED}[^.;]{{0,40}}\bsignifican|"
    rf"\bsignificance\b[^.;0-9]{{0,30}}\b{_JUDGED}\b[^.;0-9]{{0,30}}{_CUSTOMARY.format('set_at')}|"
    rf"\balpha(?: level)?(?: of| was| at|) ?=? ?{_CUSTOMARY.format('alpha')}"
)
# What it planned with, and looked at on the way.
_PLANNED = re.compile(r"power|sample size|detect|one-sided|one-tailed|interim")
# Said anywhere in a paper, some of its tests may be judged by a lower level.
MULTIPLE = re.compile(r"bonferroni|multiple (?:comparisons?|testing|tests)|holm\b|false discovery|multiplicity")


def levels(page: Page) -> tuple[str, ...]:
    """The levels stated, without those that a study was planned with."""
    if "significan" not in page.low and "alpha" not in page.low:
        return ()
    found = set()
    for match in _LEVEL.finditer(page.low):
        if not _PLANNED.search(page.low, max(0, match.start() - 80), match.end() + 40):
            stated = next(level for level in match.groups() if level)
            found.add(stated if stated[0] == "0" else f"0{stated}")
    return tuple(sorted(found))
