"""The habits of a paper, told by what its own figures hold under; and the findings that one answer would settle.

A habit is shown by the figures that tell: those that one customary way of computing them reproduces, and another does
not. Each is reported once, for the paper, instead of with every figure that has it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker import checks
from checker.finding import Finding
from checker.model import Because, Candidate, Interval, Reported, Verdict
from checker.rounding import SLACK, Shortening

# So many figures that tell, and more than half of all that do, show a habit.
_FEWEST = 3
# So many figures of one kind that need no excuse make one that does stand out.
_FEWEST_OTHERS = 8
# A way of computing that allows more than so many units of the last printed place is none.
_VAGUE = 20
_CUT_OFF = "digits are cut off, not rounded"
_BASE, _DENOMINATOR = "of those with values, not of all", "denominator="


class Habit(msgspec.Struct, frozen=True):
    """What most figures of a paper that tell are made by.

    Attributes:
        check: whose figures they are.
        figures: what these are, in the plural.
        practice: how they are made, or what they are of.
        shown_by: how many of them show it.
        telling: how many tell at all, one way or another.
    """

    check: str
    figures: str
    practice: str
    shown_by: int
    telling: int

    def __str__(self) -> str:
        """The habit as a clause, with its numbers."""
        return f"{self.figures}: {self.practice} ({self.shown_by} of {self.telling} that tell)"


def habits(findings: Iterable[Finding]) -> list[Habit]:
    """The habits of a paper, by the findings of its checks, in the order of the checks."""
    by_check: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_check[finding.check].append(finding)
    found: list[Habit | None] = []
    for name, check in checks.every().items():
        if check.figures:
            several = by_check.get(name, [])
            alike: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
            for finding in several:
                alike[finding.fields].append(finding)
            found += [_practice(name, check.figures, each) for each in alike.values()]
            found += [_shortening(name, check.figures, several), _base(name, check.figures, several)]
    return [habit for habit in found if habit is not None]


def grouped(findings: Sequence[Finding]) -> list[Finding]:
    """The same findings; those that one answer would settle share a cause, and a lone misfit says so."""
    known = habits(findings)
    causes = [_cause(finding, known) for finding in findings]
    shared = Counter(causes)
    settled = []
    for finding, cause in zip(findings, causes, strict=True):
        if cause is not None and shared[cause] > 1:
            finding = msgspec.structs.replace(finding, cause=cause)
        settled.append(finding)
    return list(_standing_out(settled, known))


def _practice(name: str, figures: str, findings: Sequence[Finding]) -> Habit | None:
    """The assumption under which most figures hold that do not hold under every customary one."""
    votes: Counter[str] = Counter()
    order: dict[str, None] = {}
    telling = 0
    for finding in findings:
        ordinary = _ordinary(finding)
        order.update(dict.fromkeys(ordinary))
        held = {_named(each.assumption) for each in finding.judgement.matched}
        if not ordinary or finding.judgement.shortening is not None or held >= set(ordinary):
            continue
        telling += 1
        votes.update({_named(each.assumption) for each in finding.judgement.matched if _is_definite(finding, each)})
    ranks = {each: rank for rank, each in enumerate(order)}
    # The customary order of the candidates breaks a tie.
    practice = max(votes, key=lambda each: (votes[each], -ranks.get(each, len(ranks)), each), default="")
    return _if_shown(name, figures, practice, votes[practice], telling)


def _shortening(name: str, figures: str, findings: Sequence[Finding]) -> Habit | None:
    """Digits that are cut off: of those figures that rounding and cutting off make different."""
    cut = sum(finding.judgement.shortening is Shortening.TRUNCATED for finding in findings)
    return _if_shown(name, figures, _CUT_OFF, cut, cut + sum(map(_is_rounded_up, findings))) if cut else None


def _base(name: str, figures: str, findings: Sequence[Finding]) -> Habit | None:
    """Percentages of those with values, where most that are not of all known are."""
    known = [
        finding for finding in findings if any(c.assumption.startswith(_DENOMINATOR) for c in finding.judgement.matched)
    ]
    others = sum(finding.verdict is Verdict.QUERY for finding in findings)
    return _if_shown(name, figures, _BASE, len(known), len(known) + others) if known else None


def _if_shown(check: str, figures: str, practice: str, shown_by: int, telling: int) -> Habit | None:
    return (
        Habit(check, figures, practice, shown_by, telling) if shown_by >= _FEWEST and 2 * shown_by > telling else None
    )


def _ordinary(finding: Finding) -> list[str]:
    """The customary assumptions."""
    return list(dict.fromkeys(each.assumption for each in finding.recomputation.candidates if each.ordinary))


def _named(assumption: str) -> str:
    """The assumption without what else shows it."""
    return assumption.partition(", as ")[0]


def _is_definite(finding: Finding, candidate: Candidate) -> bool:
    """Whether an assumption says how a figure was made, leaves no number open and would not allow most others too."""
    if candidate.assumption.startswith(_DENOMINATOR) or " up to " in candidate.assumption:
        return False
    return all(
        value.high - value.low <= _VAGUE * target.place for target, value in finding.recomputation.numbers(candidate)
    )


def _is_rounded_up(finding: Finding) -> bool:
    """Whether a figure that holds would be another one, were its digits cut off."""
    if finding.verdict is not Verdict.CONSISTENT or len(finding.recomputation.targets) != 1:
        return False
    target, matched = finding.recomputation.targets[0], finding.judgement.matched
    values = [value for each in matched for value in each.values if isinstance(value, Interval)]
    return (
        isinstance(target, Reported)
        and target.comparator == "="
        and not target.exact
        and bool(values)
        and all(abs(value.high) + SLACK < abs(target.value) for value in values)
    )


def _cause(finding: Finding, known: Sequence[Habit]) -> str | None:
    """What one answer would settle, this finding among others."""
    if finding.cause is not None or finding.verdict is Verdict.CONSISTENT:
        return finding.cause
    query, figures = finding.query, checks.every()[finding.check].figures
    if query is not None and query.because is Because.UNSTATED:
        of = getattr(finding.claim, "of", None) or figures
        return f"{of}: {query.settled_by} is not stated" if of else None
    own = {_named(each.assumption) for each in finding.judgement.matched} - set(_ordinary(finding))
    if finding.judgement.shortening is Shortening.TRUNCATED:
        own = {_CUT_OFF}
    return next((str(each) for each in known if each.check == finding.check and each.practice in own), None)


def _standing_out(findings: Sequence[Finding], known: Sequence[Habit]) -> Iterator[Finding]:
    """The findings; where no other figure of the paper needs the excuse that a query offers, it says so."""
    held: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for finding in findings:
        if finding.verdict is Verdict.CONSISTENT:
            held[finding.check] += 1
        elif finding.verdict is not Verdict.UNVERIFIABLE:
            others[finding.check] += 1
    for finding in findings:
        figures = checks.every()[finding.check].figures
        query = finding.query
        alone = others[finding.check] == 1 and held[finding.check] >= _FEWEST_OTHERS
        if figures and alone and query is not None and query.because is Because.UNSTATED:
            habit = next((each for each in known if each.check == finding.check), None)
            by = f", {habit.shown_by} of the {habit.telling} that tell by {habit.practice}" if habit else ""
            remark = f"the other {held[finding.check]} {figures} hold without such a reason{by}"
            said = msgspec.structs.replace(finding.said, remark=(*finding.said.remark, remark))
            finding = msgspec.structs.replace(finding, said=said)
        yield finding
