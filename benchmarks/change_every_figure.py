#!/usr/bin/env python3
"""Change every count, percentage and bound of the bundled claims files, one at a time, and see who notices.

    python benchmarks/change_every_figure.py            print how many changes are flagged
    python benchmarks/change_every_figure.py --write    refresh the list of those that are not, with reasons

A count is changed by 1, any other figure by 3 units of its last printed place, up and down: beyond what
rounding, truncation or rounding twice can explain. A change counts as flagged when the claim is discrepant,
or no longer what its file acknowledges.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from checker import bundle, claimfile, run
from checker.figures import figures
from checker.finding import stale, worst
from checker.kinds import AnyClaim
from checker.model import Count, Reported, Verdict
from checker.paper import Paper

LIST = Path(__file__).parent / "changes_not_flagged.tsv"
FIELDS = re.compile(
    r"^(count|total|percent|whole|lower|upper|estimate|required|planned|median_lower|median_upper"
    r"|parts\[\d+\](\.count|\.percent|\.total)?|groups\[\d+\]\.(count|percent|total)"
    r"|(quartiles|range|interval)\[\d\]|rows\[\d+\]\[\d+\])$"
)
UNITS = 3


def changes() -> Iterator[tuple[str, str, str, str, str | None]]:
    """File, claim, field, changed literal, and why the change is not flagged: None when it is."""
    for path in claimfile.find([bundle.folder()]):
        paper = claimfile.read(path)
        for claim in paper.claims:
            for field, figure in figures(claim):
                if FIELDS.match(field):
                    for literal in changed(figure):
                        altered = replaced(claim, field, type(figure)(literal))
                        yield path.stem, claim.id, field, literal, unnoticed(paper, claim, altered)


def changed(figure: Reported) -> Iterator[str]:
    """The literal one step up and one step down, where there is a down."""
    step = 1 if isinstance(figure, Count) else UNITS * figure.place
    for value in (figure.value + step, figure.value - step):
        if value >= 0 or figure.value < 0:
            prefix = "" if figure.comparator == "=" else figure.comparator
            yield f"{prefix}{value:.{max(0, figure.decimals - figure.exponent)}f}"


def replaced(item: Any, field: str, figure: Reported) -> Any:
    """A claim with one figure replaced; ``field`` is a path such as ``parts[1].count``."""
    name, rest = re.fullmatch(r"\.?(\w+)(.*)", field).groups()  # type: ignore[union-attr]
    return msgspec.structs.replace(item, **{name: _inside(getattr(item, name), rest, figure)})


def _inside(value: Any, rest: str, figure: Reported) -> Any:
    if not rest:
        return figure
    index = re.match(r"\[(\d+)\]", rest)
    if index is None:
        return replaced(value, rest, figure)
    items = list(value)
    items[int(index[1])] = _inside(items[int(index[1])], rest[index.end() :], figure)
    return tuple(items)


def unnoticed(paper: Paper, claim: AnyClaim, altered: AnyClaim) -> str | None:
    """Why a changed claim passes, or None when it is flagged."""
    alone = msgspec.structs.replace(paper, claims=(altered,))
    findings = [finding for finding in run.verify(alone) if finding.claim.id == claim.id]
    verdict = worst(findings)
    if verdict is Verdict.DISCREPANT or stale(alone, findings):
        return None
    decisive = [finding for finding in findings if finding.verdict is verdict]
    if verdict is Verdict.CONSISTENT:
        checks = ", ".join(sorted({finding.check for finding in decisive}))
        return f"still consistent for {checks}: {decisive[0].assumption}"
    if verdict is Verdict.QUERY and decisive[0].query is not None:
        return f"a query: {decisive[0].query.reason}"
    if verdict is Verdict.UNVERIFIABLE:
        return decisive[0].message
    return f"explained by {decisive[0].assumption}"


def main() -> None:
    """Print the share of changes that are flagged; with ``--write`` refresh the list of the others."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help=f"refresh {LIST.name}")
    options = ask.parse_args()
    found = list(changes())
    missed = [row for row in found if row[-1] is not None]
    print(f"{len(found) - len(missed)} of {len(found)} changes flagged ({1 - len(missed) / len(found):.1%})")
    for reason, number in Counter(str(row[-1]).split(":")[0] for row in missed).most_common():
        print(f"{number:5}  {reason}")
    if options.write:
        LIST.write_text("".join("\t".join(map(str, row)) + "\n" for row in missed), encoding="utf-8")


if __name__ == "__main__":
    main()
