"""What is different between two reports in JSON: another version of the program, or of the manuscript.

A finding of the one is that of the other where the same check compared the same figures; of what is left, where the
same check compared figures of which most are the same, so that one that was corrected is seen to be.
"""

import enum
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from checker import files
from checker.finding import UNMET, WORST_FIRST
from checker.model import Verdict
from checker.report.json import SCHEMA


class Known(msgspec.Struct, frozen=True):
    """A finding, as far as a report in JSON has it."""

    check: str
    verdict: Verdict
    message: str
    reported: dict[str, str] = {}
    line: int | None = None
    page: int | None = None


class Audited(msgspec.Struct, frozen=True):
    """A document of a report."""

    path: str
    sha256: str | None = None
    findings: tuple[Known, ...] = ()
    error: str | None = None


class Report(msgspec.Struct, frozen=True):
    """A report: what wrote it, and the documents."""

    checker: str
    schema: int
    documents: tuple[Audited, ...]


class Change(enum.StrEnum):
    """What became of a finding: there is a new one, one holds now, is gone, or is another."""

    NEW = "new"
    MENDED = "mended"
    GONE = "gone"
    OTHER = "other"


class Difference(NamedTuple):
    """A finding that is not what it was: the old and the new one, None where there is none."""

    change: Change
    path: str
    old: Known | None
    new: Known | None

    @property
    def is_worse(self) -> bool:
        """Whether something is discrepant that was not."""
        was = self.old is not None and self.old.verdict is Verdict.DISCREPANT
        return not was and self.new is not None and self.new.verdict is Verdict.DISCREPANT


def unread(old: Report, new: Report) -> list[str]:
    """Which documents could not be read in the one or the other, and so are not compared."""
    return [
        f"{each.path}: not compared, as it could not be read: {each.error}"
        for report in (old, new)
        for each in report.documents
        if each.error
    ]


def load(path: Path) -> Report:
    """Read a report that ``--format json`` wrote.

    Raises:
        ValueError: where it is none, or of another shape.
    """
    try:
        report = msgspec.json.decode(files.content(path), type=Report)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror or error}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: expected a report written with --format json: {error}") from None
    if report.schema != SCHEMA:
        raise ValueError(f"{path}: expected a report of schema {SCHEMA}, not {report.schema}")
    return report


def between(old: Report, new: Report) -> list[Difference]:
    """What is different, the gravest first; findings that hold in both, or that say the same in both, are left out."""
    found = [each for one, other in _paired(old, new) for each in _of_document(one, other)]
    return sorted(found, key=lambda each: (list(Change).index(each.change), _gravity(each)))


def _gravity(difference: Difference) -> int:
    finding = difference.new if difference.change in (Change.NEW, Change.OTHER) else difference.old
    return WORST_FIRST.index(finding.verdict) if finding is not None else len(WORST_FIRST)


def _paired(old: Report, new: Report) -> Iterator[tuple[Audited | None, Audited | None]]:
    """The documents that are the same: by path, by content, by the name of the file, or because there is only one."""
    left, right = list(old.documents), list(new.documents)
    for same in (
        lambda one, other: one.path == other.path,
        lambda one, other: one.sha256 is not None and one.sha256 == other.sha256,
        lambda one, other: PurePath(one.path).name == PurePath(other.path).name,
        lambda one, other: len(old.documents) == len(new.documents) == 1,
    ):
        for one in list(left):
            other = next((each for each in right if same(one, each)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other
    yield from ((one, None) for one in left)
    yield from ((None, other) for other in right)


def _of_document(old: Audited | None, new: Audited | None) -> Iterator[Difference]:
    path = new.path if new is not None else old.path if old is not None else ""
    if (old is not None and old.error) or (new is not None and new.error):
        # What could not be read has not lost its findings.
        return
    before = list(old.findings) if old is not None else []
    after = list(new.findings) if new is not None else []
    for one, other in _matched(before, after):
        was, is_now = one is not None and one.verdict in UNMET, other is not None and other.verdict in UNMET
        if is_now and not was:
            yield Difference(Change.NEW, path, one, other)
        elif was and not is_now:
            yield Difference(Change.MENDED if other is not None else Change.GONE, path, one, other)
        elif one is not None and other is not None and was and one != msgspec.structs.replace(other, line=one.line):
            yield Difference(Change.OTHER, path, one, other)


def _matched(old: Sequence[Known], new: Sequence[Known]) -> Iterator[tuple[Known | None, Known | None]]:
    left: dict[tuple[str, frozenset[tuple[str, str]]], list[Known]] = defaultdict(list)
    for one in old:
        left[one.check, frozenset(one.reported.items())].append(one)
    unmatched = []
    for other in new:
        same = left[other.check, frozenset(other.reported.items())]
        if same:
            yield same.pop(0), other
        else:
            unmatched.append(other)
    rest = [one for found in left.values() for one in found]
    # The most alike first; of those that are equally so, in the order of the text.
    pairs = sorted(
        (-alike, at, behind)
        for at, one in enumerate(rest)
        for behind, other in enumerate(unmatched)
        if one.check == other.check and (alike := _alike(one, other)) >= 0.5
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for _, at, behind in pairs:
        if at not in taken[0] and behind not in taken[1]:
            taken[0].add(at)
            taken[1].add(behind)
            yield rest[at], unmatched[behind]
    yield from ((one, None) for at, one in enumerate(rest) if at not in taken[0])
    yield from ((None, other) for behind, other in enumerate(unmatched) if behind not in taken[1])


def _alike(one: Known, other: Known) -> float:
    """The share of their figures that are the same."""
    names = one.reported.keys() | other.reported.keys()
    if not names:
        return 0.0
    return sum(one.reported.get(name) == other.reported.get(name) for name in names) / len(names)
