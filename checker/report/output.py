"""What was asked of the reports: which findings, in which formats, into which files."""

import importlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from checker import files, waivers
from checker.finding import UNMET, FailOn, Result, failures
from checker.model import Verdict
from checker.report import QUIET, Options
from checker.waivers import Waiver


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The wishes of one run.

    Attributes:
        format: the report to print.
        only: the checks to run, all if empty.
        verdicts: what to list; each report has its own idea where empty.
        everything: list also what held.
        files: the paths to write to, by the name of the report.
        waivers: the discrepancies and queries accepted, and the file they are from.
        drafts: where to write waivers for what is discrepant or a query.
        annotated: where to write the paper itself, with comments.
        fail_on: what the run is to fail for.
        debug: show where the program itself failed.
    """

    format: str = "table"
    only: frozenset[str] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    everything: bool = False
    files: dict[str, str] = {}
    waivers: tuple[Waiver, ...] = ()
    waivers_path: str | None = None
    drafts: str | None = None
    annotated: str | None = None
    fail_on: FailOn = FailOn.DISCREPANT
    debug: bool = False

    def misplaced(self, inputs: Sequence[str]) -> str | None:
        """What is wrong with the paths to write to: found out before any work is done."""
        taken = {Path(path).resolve() for path in inputs}
        targets: list[Path] = []
        others = {"write-waivers": self.drafts, "annotate": self.annotated}
        for name, path in [*self.files.items(), *((name, path) for name, path in others.items() if path)]:
            target = Path(path).resolve()
            if not target.parent.is_dir():
                return f"--{name}: there is no folder {target.parent}"
            if target in taken or any(_same(target, other) for other in targets):
                return f"--{name}: {path} is read, or written to, by this same command"
            if target.exists() and any(_same(target, file) for given in inputs for file in _files(given)):
                return f"--{name}: {path} is read by this same command; write it elsewhere"
            taken.add(target)
            targets.append(target)
        return None

    def write(self, name: str, results: Sequence[Result], width: int = 80, colour: bool = False) -> str:
        """One report as text."""
        module = importlib.import_module(f"checker.report.{name}")
        quiet = frozenset() if self.everything else getattr(module, "QUIET", QUIET)
        verdicts = self.verdicts or frozenset(Verdict) - quiet
        text: str = module.write(results, Options(verdicts=verdicts, width=width, colour=colour))
        return text

    def save(self, results: Sequence[Result]) -> list[str]:
        """Write the files; which of them could not be written, and why."""
        reports = [(path, self.write(name, results) + "\n") for name, path in self.files.items()]
        if self.drafts is not None:
            reports.append((self.drafts, waivers.dumps(results)))
        problems = []
        for path, text in reports:
            try:
                # Names of files may hold bytes that are no text; a report of them must still be written.
                files.save(path, text.encode("utf-8", "replace"))
            except OSError as error:
                problems.append(f"{path}: {error.strerror}")
        return problems

    @property
    def noted(self) -> frozenset[Verdict]:
        """The verdicts that are commented on in the paper itself: what could not be checked only by name."""
        return self.verdicts or frozenset(set(Verdict) - {Verdict.UNVERIFIABLE} if self.everything else UNMET)

    def judge(self, results: Sequence[Result]) -> tuple[list[Result], list[str]]:
        """The results with the waivers applied, and what is wrong with waivers that accept nothing."""
        problems = waivers.stale(self.waivers, results, self.only)
        return waivers.apply(self.waivers, results), [f"{self.waivers_path}:{problem}" for problem in problems]


def failed(results: Sequence[Result], fail_on: FailOn) -> bool:
    """Whether something is left to fail for that nobody has accepted."""
    return any(failures(result.findings, fail_on) for result in results)


def _files(given: str) -> Iterator[Path]:
    """The files that a command given this path may read, a link or a second name of a file being that file."""
    path = Path(given)
    if path.is_dir():
        for folder, _, names in os.walk(path):
            yield from (Path(folder, name) for name in names)
    else:
        yield path


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
