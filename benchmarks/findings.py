"""Findings as rows of a TSV file: where, which check, which verdict, and no words of any text."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from checker.finding import Result
from checker.model import Verdict
from checker.report import Options
from checker.report import json as report

_ALL = Options(verdicts=frozenset(Verdict))


class Found(NamedTuple):
    """One finding. `start` and `end` are -1 where its figures have no place in the text."""

    document: str
    start: int
    end: int
    kind: str
    check: str
    verdict: str
    severity: str = ""
    digest: str = ""
    assumption: str = ""

    @classmethod
    def of(cls, document: str, entry: dict[str, Any]) -> Self:
        """A finding of the JSON report."""
        start, end = (-1, -1) if entry["start"] is None else (entry["start"], entry["end"])
        assumption = " ".join((entry["assumption"] or "").split())
        said = entry["severity"] or "", digest(entry["message"]), assumption
        return cls(document, start, end, entry["kind"], entry["check"], entry["verdict"], *said)

    @classmethod
    def parse(cls, line: str) -> Self:
        """A finding of a saved row."""
        document, start, end, *rest = line.removesuffix("\n").split("\t")
        return cls(document, int(start), int(end), *rest)

    def __str__(self) -> str:
        return "\t".join(map(str, self))

    def shared(self, start: int, end: int) -> float:
        """The characters shared with an extent, of those of either: 1 where they are the same."""
        if (self.start, self.end) == (start, end):
            return float(start >= 0)
        both = min(self.end, end) - max(self.start, start)
        return max(0, both) / (max(self.end, end) - min(self.start, start))


HEADER = "\t".join(Found._fields)


def digest(message: str) -> str:
    """A message as a few letters, the same for the same message."""
    return hashlib.sha256(message.encode()).hexdigest()[:12]


def reported(result: Result) -> list[dict[str, Any]]:
    """The findings of the JSON report, whose shape stays when the code behind it changes."""
    entries: list[dict[str, Any]] = json.loads(report.write([result], _ALL))["documents"][0]["findings"]
    return entries


def read(path: Path) -> Iterator[Found]:
    """The findings of a saved run."""
    with path.open(encoding="utf-8") as lines:
        if next(lines, "").rstrip("\n") != HEADER:
            raise SystemExit(f"{path}: expected the header of a file written by verdicts.py")
        yield from map(Found.parse, lines)
