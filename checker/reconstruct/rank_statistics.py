"""The p of rank statistics as claims have them: by which tests, and what ties leave open."""

from collections.abc import Callable, Iterator
from functools import partial

from checker.kinds import TestStatistic
from checker.model import Because, Candidate, Excuse, Interval
from checker.rounding import ends
from checker.statistics import rank_tests
from checker.statistics.tails import Range

NAMES = ("U", "W", "rho", "tau")
# Of values in few classes most are tied: half of the variance is gone where nearly four in five share one.
_TIED = 0.5

P = Callable[..., Range]


def missing(claim: TestStatistic) -> str | None:
    """What a rank statistic lacks for its p."""
    if claim.value.comparator != "=":
        return "a statistic in digits"
    if claim.statistic == "U":
        return "the sizes of both groups" if claim.sizes is None else _beyond(claim)
    return "the number of values" if _number(claim) is None else _beyond(claim)


def _beyond(claim: TestStatistic) -> str | None:
    try:
        next(iter(_tests(claim)))[1](sides=2)
    except ValueError:
        return "a statistic that can be"
    return None


def candidates(claim: TestStatistic, sides: int, printed: str, *, ordinary: bool = True) -> Iterator[Candidate]:
    """The p by each test in use; less ordinary, that of the other number of sides."""
    for name, p in _tests(claim):
        try:
            values = p(sides=sides)
        except ValueError:
            # Beyond what the exact distribution is laid out for, or of ties.
            continue
        named = name if ordinary else f"{'one' if sides == 1 else 'two'}-sided {name}"
        yield Candidate((Interval(*values),), named, printed, ordinary, "gives p")


def excuses(claim: TestStatistic, sides: int) -> Iterator[Excuse]:
    """Ties lessen the variance of sums of ranks, and nothing tells how many there are."""
    if claim.statistic not in ("U", "W"):
        return
    low = min(p(sides=sides)[0] for name, p in _tests(claim, _TIED) if name.startswith("normal"))
    high = max(p(sides=sides)[1] for name, p in _tests(claim) if name.startswith("normal"))
    yield Excuse(
        because=Because.UNSTATED,
        reason="tied values would make the p so small",
        settled_by="how many values are tied",
        allows={"p": Interval(low, high)},
    )


def _tests(claim: TestStatistic, tied: float = 0.0) -> Iterator[tuple[str, P]]:
    """The tests by name; each takes the number of sides."""
    values, n = _values(claim), _number(claim)
    if claim.statistic == "U" and claim.sizes is not None:
        sizes = int(claim.sizes[0].value), int(claim.sizes[1].value)
        for name, by in (("normal with continuity correction", True), ("normal", False)):
            yield name, partial(rank_tests.u_p, values, *sizes, continuity=by, tied=tied)
        yield "exact", partial(rank_tests.u_p_exact, values, *sizes)
    elif n is None:
        return
    elif claim.statistic == "W":
        for name, by in (("normal with continuity correction", True), ("normal", False)):
            yield name, partial(rank_tests.signed_rank_p, values, n, continuity=by, tied=tied)
        yield "exact", partial(rank_tests.signed_rank_p_exact, values, n)
    elif claim.statistic == "rho":
        yield "t with n - 2 degrees of freedom", partial(rank_tests.rho_p, values, n)
        yield "exact", partial(rank_tests.rho_p_exact, values, n)
    else:
        yield "normal", partial(rank_tests.tau_p, values, n)
        yield "exact", partial(rank_tests.tau_p_exact, values, n)


def _number(claim: TestStatistic) -> int | None:
    if claim.total is not None:
        return int(claim.total.value)
    return int(claim.df.value) + 2 if claim.statistic == "rho" and claim.df is not None else None


def _values(claim: TestStatistic) -> Range:
    """Sums of ranks are whole, or halves where values are tied; a correlation is rounded."""
    value = claim.value.value
    if claim.statistic in ("U", "W") and value * 2 == int(value * 2):
        return value, value
    return ends(claim.value)
