"""Waivers: discrepancies and queries that somebody has looked at and accepts, with the reason.

A waiver names the check and the figures it compared, so that it stays with them when the text around them is
edited, and ends when they change. It is read as strictly as a claims file.
"""

import fnmatch
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec
import yaml

from checker import checks, files, yamltree
from checker.finding import UNMET, FailOn, Finding, Result, failures
from checker.model import Wording
from checker.spelling import unknown
from checker.yamltree import Node, Steps

_LARGEST = 4_000_000


class WaiverError(Exception):
    """A file of waivers that cannot be read. Its text is ``path:line: what was expected``."""


class Waiver(msgspec.Struct, frozen=True, kw_only=True):
    """A discrepancy accepted, or a query.

    Attributes:
        check: the check that finds it.
        figures: the figures it compares, as printed, by the names that ``--write-waivers`` gives them.
        reason: why it is accepted.
        paper: the name of the paper's file, with ``*`` and ``?`` as in a shell; every paper where None.
        line: where it stands in its file.
    """

    check: str
    figures: dict[str, str]
    reason: str
    paper: str | None = None
    line: int = 0

    def covers(self, result: Result) -> bool:
        """Whether the waiver speaks of this paper."""
        return self.paper is None or fnmatch.fnmatchcase(PurePath(result.path).name, self.paper)

    def is_about(self, finding: Finding) -> bool:
        """Whether the waiver speaks of this check of these figures."""
        return finding.check == self.check and compared(finding) == self.figures


def compared(finding: Finding) -> dict[str, str]:
    """The figures that a finding is about, as printed, and the words it is about where they are no figures."""
    texts = {
        field: str(target)
        for field, target in zip(finding.fields, finding.recomputation.targets, strict=True)
        if isinstance(target, Wording)
    }
    return {**finding.reported, **texts}


def read(path: str | Path) -> tuple[Waiver, ...]:
    """Read a file of waivers.

    Raises:
        WaiverError: for whatever is wrong with it, the first problem only.
    """
    try:
        content = files.content(path, _LARGEST)
    except files.TooLarge:
        raise WaiverError(f"{path}: expected at most {_LARGEST:,} bytes of waivers") from None
    except OSError as error:
        raise WaiverError(f"{path}: {error.strerror or error}") from None
    try:
        return _Reader(str(path)).read(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise WaiverError(f"{path}:{line}: expected UTF-8 text, not the byte 0x{content[error.start]:02x}") from None


def apply(waivers: Sequence[Waiver], results: Iterable[Result]) -> list[Result]:
    """The results with what is accepted acknowledged, each with its waiver's reason for a note."""
    return [
        msgspec.structs.replace(
            result, findings=tuple(_accepted(finding, result, waivers) for finding in result.findings)
        )
        for result in results
    ]


def stale(waivers: Iterable[Waiver], results: Sequence[Result], only: frozenset[str] = frozenset()) -> list[str]:
    """What is wrong with waivers that accept nothing, one line each, with their line.

    A waiver of a paper that was not read, or of a check that was not run, is left alone.
    """
    problems = []
    for waiver in waivers:
        read_ones = [result for result in results if result.error is None and waiver.covers(result)]
        if not read_ones or (only and waiver.check not in only):
            continue
        about = [finding for result in read_ones for finding in result.findings if waiver.is_about(finding)]
        if any(finding.verdict in UNMET for finding in about):
            continue
        figures = ", ".join(f"{name} {figure}" for name, figure in waiver.figures.items())
        now = f"they are {about[0].verdict}" if about else "no such figures were found"
        problems.append(f"{waiver.line}: {waiver.check} of {figures} is waived, but {now}")
    return problems


def dumps(results: Iterable[Result]) -> str:
    """A file of waivers for every discrepancy and query that is left, its reasons still to be written."""
    drafts: dict[str, dict[str, Any]] = {}
    for result in results:
        for finding in failures(result.findings, FailOn.QUERY):
            draft = {
                "check": finding.check,
                "paper": PurePath(result.path).name,
                "figures": compared(finding),
                "reason": "",
            }
            drafts.setdefault(repr(draft), draft)
    head = "# Discrepancies and queries to accept: write the reason of each, and take out the others.\n"
    return head + str(
        yaml.safe_dump({"waivers": list(drafts.values())}, sort_keys=False, allow_unicode=True, width=120)
    )


def _accepted(finding: Finding, result: Result, waivers: Sequence[Waiver]) -> Finding:
    if finding.verdict not in UNMET:
        return finding
    waiver = next((waiver for waiver in waivers if waiver.is_about(finding) and waiver.covers(result)), None)
    if waiver is None:
        return finding
    claim = msgspec.structs.replace(finding.claim, expect=finding.verdict.value, note=waiver.reason)
    return msgspec.structs.replace(finding, claim=claim)


class _Reader:
    """Reads one file, remembering on which line each node stands."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[Steps, int] = {}

    def read(self, text: str) -> tuple[Waiver, ...]:
        try:
            tree, self.lines = yamltree.parse(text)
        except yamltree.YAMLProblem as problem:
            raise self._error(problem.line, str(problem).replace("claims file", "file of waivers")) from None
        if not isinstance(tree, dict) or "waivers" not in tree:
            raise self._error(1, "expected the key `waivers` with a list of waivers")
        for key in tree:
            if key != "waivers":
                raise self._error(self.lines[(key,)], f"expected only the key `waivers`, not `{key}`")
        nodes = tree["waivers"]
        if not isinstance(nodes, list):
            raise self._error(self.lines[("waivers",)], "expected a list of waivers")
        found = [self._waiver(node, ("waivers", position)) for position, node in enumerate(nodes)]
        seen: dict[str, int] = {}
        for waiver in found:
            same = repr((waiver.check, sorted(waiver.figures.items()), waiver.paper))
            if same in seen:
                raise self._error(waiver.line, f"expected each waiver once, but the same is on line {seen[same]}")
            seen[same] = waiver.line
        return tuple(found)

    def _waiver(self, node: Node, steps: Steps) -> Waiver:
        line = self.lines[steps]
        if not isinstance(node, dict):
            raise self._error(line, "expected a waiver with the keys check, figures and reason")
        for key in node:
            if key not in ("check", "figures", "reason", "paper"):
                raise self._error(
                    self.lines[(*steps, key)], f"expected one of check, figures, reason, paper, not {key!r}"
                )
        for key in ("check", "figures", "reason"):
            if key not in node:
                raise self._error(line, f"expected the key `{key}`")
        check = self._text(node, steps, "check")
        if check not in checks.every():
            problem = f"expected a check; {unknown(check, checks.every(), '`checker checks`')}"
            raise self._error(self.lines[(*steps, "check")], problem)
        figures = node["figures"]
        if not isinstance(figures, dict) or not figures or not all(isinstance(one, str) for one in figures.values()):
            problem = "expected figures by name, such as {count: 10, total: 55, percent: 22}"
            raise self._error(self.lines[(*steps, "figures")], problem)
        return Waiver(
            check=check,
            figures={name: str(figure) for name, figure in figures.items()},
            reason=self._text(node, steps, "reason"),
            paper=self._text(node, steps, "paper") if "paper" in node else None,
            line=line,
        )

    def _text(self, node: dict[str, Node], steps: Steps, key: str) -> str:
        value = node[key]
        if not isinstance(value, str) or not value.strip():
            wanted = "a reason why it is accepted" if key == "reason" else f"a text for `{key}`"
            raise self._error(self.lines[(*steps, key)], f"expected {wanted}")
        return value.strip()

    def _error(self, line: int | None, problem: str) -> WaiverError:
        return WaiverError(f"{self.path}:{line}: {problem}" if line else f"{self.path}: {problem}")
