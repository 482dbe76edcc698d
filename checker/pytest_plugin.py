"""One test item for each claim of a claims file: ``pytest claims/``.

A discrepancy fails with the arithmetic for its message; one that the file acknowledges is a strict xfail;
a query, worth asking the authors, passes, stands in the item's ``user_properties`` and is counted in the summary;
a claim that cannot be recomputed is skipped with what is missing. Files that are not claims files are left
alone, and nothing of checker is loaded for them.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.kinds import AnyClaim

_PEEK = 65_536
_QUERY = "checker_query"
_CLAIMS_FILE = re.compile(rb"^document:", re.MULTILINE)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take YAML files that have the key ``document`` at their top level."""
    if file_path.suffix in (".yaml", ".yml"):
        from checker import files

        try:
            is_claims = _CLAIMS_FILE.search(files.content(file_path, first=_PEEK)) is not None
        except OSError:
            is_claims = True  # reading it says what is wrong
        if is_claims:
            collector: pytest.Collector = ClaimsFile.from_parent(parent, path=file_path)
            return collector
    return None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Count the queries, and list them where asked to be verbose."""
    reports = (report for reports in terminalreporter.stats.values() for report in reports)
    # What other plugins count need not be reports of items.
    asked = [
        (report.nodeid, message)
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, message in report.user_properties
        if name == _QUERY
    ]
    if asked:
        number = f"{len(asked)} {'query' if len(asked) == 1 else 'queries'}"
        terminalreporter.write_line(f"{number}: worth asking the authors")
        for where, message in asked if terminalreporter.verbosity > 0 else ():
            terminalreporter.write_line(f"  {where}: {message}")


class ClaimsFile(pytest.File):
    """A claims file, collected as an item a claim."""

    def collect(self) -> Iterable[pytest.Item]:
        """Verify the file once; an unreadable one is a collection error in one line."""
        from checker import claimfile, run
        from checker.finding import by_claim

        paper, lines = claimfile.located(claimfile.content(self.path), str(self.path))
        grouped = by_claim(run.verify(paper))
        for claim in paper.all_claims():
            findings = grouped[claim.id]
            yield ClaimItem.from_parent(self, name=claim.id, claim=claim, findings=findings, line=lines[claim.id])

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what is wrong with the file, without a traceback."""
        from checker.claimfile import ClaimFileError

        if isinstance(excinfo.value, ClaimFileError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class Disagreement(Exception):
    """The figures of a claim cannot agree; the text is the arithmetic."""


class ClaimItem(pytest.Item):
    """One claim."""

    def __init__(self, *, claim: "AnyClaim", findings: "list[Finding]", line: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.claim = claim
        self.findings = findings
        self.line = line

    def runtest(self) -> None:
        """Judge the findings of the claim."""
        from checker.finding import acknowledged, worst
        from checker.model import Verdict

        verdict = worst(self.findings)
        messages = "\n".join(
            f"{finding.check}: {finding.message}" for finding in self.findings if finding.verdict is verdict
        )
        expected = self.claim.expect
        if verdict is Verdict.DISCREPANT:
            if acknowledged(self.claim, verdict):
                pytest.xfail("; ".join(filter(None, [messages, self.claim.note])))
            raise Disagreement(messages)
        if expected is not None and verdict.value != expected:
            raise Disagreement(f"acknowledged as {expected}, but it is {verdict}\n{messages}")
        if verdict is Verdict.QUERY:
            self.user_properties.append((_QUERY, messages))
        if verdict is Verdict.UNVERIFIABLE:
            pytest.skip(messages)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The file and line of the claim and the arithmetic, without a traceback."""
        if isinstance(excinfo.value, Disagreement):
            return f"{self.nodeid.partition('::')[0]}:{self.line}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the claim stands in its file; lines count from 0 here."""
        return self.path, self.line - 1, self.name
