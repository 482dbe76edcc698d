"""GRIM, GRIMMER and DEBIT over columns of a million rows against a loop of the same functions, in one run.

    python benchmarks/granularity_speed.py [--rows 1000000] [--seed 1]

The rows are those of tables of whole numbers: 2 to 150 people, two decimals. A row's figures are made ranges and
answered, in the loop one by one, in the columns at once; the answers must be the same for every row.
"""

import argparse
from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np

from checker.rounding import printed_bounds
from checker.statistics.granularity import grim, grim_percent
from checker.statistics.grimmer import debit, grimmer

_PLACES = 2


def _grim(mean: Any, sd: Any, total: Any) -> Any:
    return grim(printed_bounds(mean, _PLACES), total)


def _grim_percent(mean: Any, sd: Any, total: Any) -> Any:
    return grim_percent(printed_bounds(mean, 1), total)


def _grimmer(mean: Any, sd: Any, total: Any) -> Any:
    return grimmer(printed_bounds(mean, _PLACES), printed_bounds(sd, _PLACES), total)


def _debit(mean: Any, sd: Any, total: Any) -> Any:
    return debit(printed_bounds(mean % 101, _PLACES), printed_bounds(sd % 51, _PLACES), total)


def _columns(rows: int, seed: int) -> tuple[Any, Any, Any]:
    random = np.random.default_rng(seed)
    return random.integers(100, 700, rows), random.integers(30, 300, rows), random.integers(2, 151, rows)


def _best(work: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The shortest of several runs, and what the last one answered."""
    seconds = []
    for _ in range(times):
        start = perf_counter()
        answer = work()
        seconds.append(perf_counter() - start)
    return min(seconds), answer


def main() -> None:
    """Print a line for each test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10**6)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    columns = _columns(given.rows, given.seed)
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    print(f"{'test':14}{'loop, s':>10}{'columns, s':>12}{'times':>8}{'possible':>10}  answers")
    for test in (_grim, _grim_percent, _grimmer, _debit):
        slow, one_by_one = _best(lambda test=test: [test(*row) for row in rows], 1)  # type: ignore[misc]
        fast, at_once = _best(lambda test=test: test(*columns), 3)  # type: ignore[misc]
        same = "the same" if at_once.tolist() == [bool(each) for each in one_by_one] else "DIFFERENT"
        share = f"{100 * at_once.mean():.1f}%"
        print(f"{test.__name__[1:]:14}{slow:10.2f}{fast:12.4f}{slow / fast:8.0f}{share:>10}  {same}")


if __name__ == "__main__":
    main()
