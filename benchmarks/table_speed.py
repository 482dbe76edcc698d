"""How fast a long table is checked, screened and row by row, and that both give the same verdicts.

    python benchmarks/table_speed.py [--rows 1000000] [--compared 100000] [--json]

Three tables of made-up entries with planted errors (1 in 1,000 rows): percent of a count; three relations a row (the
percent, an odds ratio with its interval and p, two parts of a whole); the percent again as a data frame.
"""

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Callable, Iterator

import pandas as pd

from checker.entries.auditing import Asking, audit_sheet
from checker.entries.delimited import read
from checker.entries.frames import of_frame
from checker.entries.result import TableResult
from checker.entries.sheet import Sheet

ONE_IN = 1000
THREE = """\
rows:
- {kind: proportion, count: n, total: total, percent: pct}
- {kind: effect, measure: OR, scale: log, estimate: or, lower: low, upper: high, p: p}
- {kind: partition, whole: all, parts: [{count: men}, {count: women}]}
"""


def percents(number: int, seed: int = 20261122) -> Iterator[str]:
    """Entries of a count, its total and its percentage."""
    choice = random.Random(seed)
    yield "study,n,total,pct"
    for row in range(number):
        total = choice.randint(10, 2000)
        count = choice.randint(0, total)
        slip = choice.choice((1, 2, 10)) if choice.random() < 1 / ONE_IN else 0
        yield f"S{row},{count},{total},{100 * count / total + slip:.1f}"


def threes(number: int, seed: int = 20261122) -> Iterator[str]:
    """Entries with a percentage, an odds ratio and a whole."""
    choice = random.Random(seed)
    yield "study,n,total,pct,or,low,high,p,men,women,all"
    for row in range(number):
        total, effect, error = choice.randint(10, 2000), choice.gauss(0, 0.5), choice.uniform(0.05, 0.6)
        count, men, women = choice.randint(0, total), choice.randint(0, 900), choice.randint(0, 900)
        ratio, low, high = (math.exp(effect + z * error) for z in (0, -1.96, 1.96))
        p = math.erfc(abs(effect / error) / math.sqrt(2))
        printed = "<0.001" if p < 0.001 else f"{p:.3f}"
        slips = [choice.random() < 1 / ONE_IN for _ in range(3)]
        yield (
            f"S{row},{count},{total},{100 * count / total + slips[0]:.1f},{ratio:.2f},{low:.2f},"
            f"{high * (2 if slips[1] else 1):.2f},{printed},{men},{women},{men + women + slips[2]}"
        )


def frame(number: int) -> pd.DataFrame:
    """The entries of `percents` as numbers."""
    rows = [line.split(",") for line in percents(number)]
    found = pd.DataFrame(rows[1:], columns=rows[0])
    return found.astype({"n": int, "total": int, "pct": float})


def unmet(result: TableResult) -> set[tuple[str, str, str]]:
    """What does not hold: claim, check and verdict."""
    return {(f.claim.id, f.check, f.verdict.value) for f in result.findings if f.verdict != "consistent"}


def held(result: TableResult) -> int:
    """How many checks hold, those that are only counted among them."""
    return result.held + sum(finding.verdict == "consistent" for finding in result.findings)


def timed(work: Callable[[], TableResult]) -> tuple[float, TableResult]:
    """The seconds of one processor that some work takes, and its result.

    Not those of a clock, since others may be at work on the same machine.
    """
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measure(
    name: str, sheet: Callable[[int], Sheet], mapping: str | None, rows: int, compared: int
) -> dict[str, object]:
    """Both ways on fewer rows, compared; the screened one on all rows."""
    by_row = Asking(mapping=mapping, screened_from=sys.maxsize)
    screened = Asking(mapping=mapping, screened_from=0)
    slow, one = timed(lambda: audit_sheet(sheet(compared), by_row))
    quick, other = timed(lambda: audit_sheet(sheet(compared), screened))
    same = unmet(one) == unmet(other) and held(one) == held(other)
    whole, result = timed(lambda: audit_sheet(sheet(rows), screened))
    return {
        "table": name, "rows_compared": compared, "row_by_row_s": round(slow, 1), "screened_s": round(quick, 1),
        "unmet": len(unmet(one)), "identical_verdicts": same, "rows": rows, "screened_all_s": round(whole, 1),
        "checks": held(result) + len(unmet(result)), "unmet_all": len(unmet(result)),
    }  # fmt: skip


def main() -> int:
    """Measure; the exit code is 1 where verdicts differ."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--compared", type=int, default=100_000)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()

    def text(lines: Callable[[int], Iterator[str]]) -> Callable[[int], Sheet]:
        made = {number: "\n".join(lines(number)).encode() for number in (asked.rows, asked.compared)}
        return lambda number: read(made[number], "entries.csv")

    frames = {number: frame(number) for number in (asked.rows, asked.compared)}
    found = [
        measure("percent (CSV)", text(percents), None, asked.rows, asked.compared),
        measure("percent (data frame)", lambda number: of_frame(frames[number]), None, asked.rows, asked.compared),
        measure("three relations a row (CSV)", text(threes), THREE, asked.rows, asked.compared),
    ]
    print(json.dumps(found, indent=1) if asked.json else pd.DataFrame(found).T.to_string(header=False))
    return int(not all(each["identical_verdicts"] for each in found))


if __name__ == "__main__":
    sys.exit(main())
