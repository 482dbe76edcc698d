"""What a change gained and lost: the rows that verdicts.py saved before and after it, compared.

    python benchmarks/gained_lost.py BEFORE.tsv AFTER.tsv
    python benchmarks/gained_lost.py BEFORE.tsv AFTER.tsv --labels benchmarks/labels.tsv FLAGS.jsonl --list
    python benchmarks/gained_lost.py BEFORE.tsv AFTER.tsv --show A.jsonl FOLDER

A finding is the same when document and check are, and the extents share a character, or else the message is the
same: it may have moved, or say something else. Where several could be, those with most in common are paired.
"""

import argparse
import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import findings
import material
from findings import Found
from labels import NAMES, UNREAD, Labels
from tabulate import tabulate

from checker.document import Document

DISCREPANT = "discrepant"
CHANGES = ("gained", "lost", "changed")
_AROUND = 150


class Change(NamedTuple):
    """A finding before, and the same one after; one of them where it was gained or lost."""

    before: Found | None
    after: Found | None

    @property
    def row(self) -> Found:
        """The finding as it is now, or was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def verdicts(self) -> str:
        """One verdict, or two with an arrow."""
        return " -> ".join(dict.fromkeys(found.verdict for found in self if found is not None))

    @property
    def kind(self) -> str:
        """Gained, lost, changed, moved, reworded or the same."""
        if self.before is None or self.after is None:
            return "lost" if self.after is None else "gained"
        if self.before.verdict != self.after.verdict:
            return "changed"
        if (self.before.start, self.before.end) != (self.after.start, self.after.end):
            return "moved"
        return "same" if self.before.digest == self.after.digest else "reworded"


def compared(before: Iterable[Found], after: Iterable[Found]) -> list[Change]:
    """Each finding with what became of it, in the order of the documents."""
    left, right = _grouped(before), _grouped(after)
    changes = [
        change for key in dict.fromkeys([*left, *right]) for change in _paired(left.get(key, []), right.get(key, []))
    ]
    order = {document: i for i, document in enumerate(dict.fromkeys(key[0] for key in (*left, *right)))}
    return sorted(changes, key=lambda change: (order[change.row.document], change.row))


def _grouped(found: Iterable[Found]) -> dict[tuple[str, str], list[Found]]:
    groups = defaultdict(list)
    for row in found:
        groups[row.document, row.check].append(row)
    return groups


def _paired(left: list[Found], right: list[Found]) -> Iterator[Change]:
    """The findings of one check in one document: first those that are identical, as most are."""
    identical: dict[Found, list[Found]] = defaultdict(list)
    for row in right:
        identical[row].append(row)
    rest = []
    for row in left:
        if identical[row]:
            yield Change(row, identical[row].pop())
        else:
            rest.append(row)
    others = [row for rows in identical.values() for row in rows]
    pairs = sorted(
        (_unlikeness(one, other), i, j)
        for (i, one), (j, other) in itertools.product(enumerate(rest), enumerate(others))
        if one.shared(other.start, other.end) or one.digest == other.digest
    )
    came: dict[int, int] = {}
    became: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in became and j not in came:
            became[i], came[j] = j, i
            yield Change(rest[i], others[j])
    yield from (Change(row, None) for i, row in enumerate(rest) if i not in became)
    yield from (Change(None, row) for j, row in enumerate(others) if j not in came)


def _unlikeness(one: Found, other: Found) -> tuple[bool, bool, float, bool, int]:
    """Elsewhere, other words, less of the place, another verdict, further away."""
    shared = one.shared(other.start, other.end)
    return (not shared, one.digest != other.digest, -shared, one.verdict != other.verdict, abs(one.start - other.start))


def _now(change: Change) -> str:
    return change.after.verdict if change.after is not None else "gone"


def was_discrepant(change: Change) -> bool:
    """Before the change."""
    return change.before is not None and change.before.verdict == DISCREPANT


def is_discrepant(change: Change) -> bool:
    """After the change."""
    return change.after is not None and change.after.verdict == DISCREPANT


class Teller:
    """Prints a finding: where it is, what became of it and, where the texts are given, the words around it."""

    def __init__(self, changes: list[Change], labels: Labels, corpora: Iterable[Path]) -> None:
        self.labels = labels
        self.flagged: dict[str, list[Found]] = defaultdict(list)
        for change in changes:
            if change.after is not None and is_discrepant(change):
                self.flagged[change.after.document].append(change.after)
        told = {change.row.document for change in changes if change.kind in CHANGES}
        self.texts = {text.id: text for text in material.every(corpora) if text.id in told}
        self.document = functools.lru_cache(4)(self._document)

    def __call__(self, change: Change) -> None:
        row = change.row
        parts = [change.kind, row.document, f"{row.start}-{row.end}", row.check, change.verdicts, row.severity]
        if was_discrepant(change) or is_discrepant(change):
            parts.append(self.labels.name(change.before if change.before and was_discrepant(change) else row))
        if was_discrepant(change) and not is_discrepant(change):
            others = {
                o.check for o in self.flagged[row.document] if o.shared(row.start, row.end) and o.check != row.check
            }
            parts += [f"still flagged by {check}" for check in sorted(others)]
        print("    " + "\t".join(filter(None, [*parts, row.assumption])))
        document = self.document(row.document)
        if document is not None and row.start >= 0:
            start, end = max(0, row.start - _AROUND), row.end + _AROUND
            pieces = document.text[start : row.start], document.text[row.start : row.end], document.text[row.end : end]
            print("       ", "{}[[{}]]{}".format(*(" ".join(f"|{piece}|".split())[1:-1] for piece in pieces)))

    def _document(self, name: str) -> Document | None:
        for found, document in self.texts[name].documents() if name in self.texts else ():
            if found == name and isinstance(document, Document):
                return document
        return None


def print_changes(changes: list[Change], teller: Callable[[Change], None] | None) -> None:
    """How many findings came, went and changed their verdict, by check."""
    kinds = Counter(change.kind for change in changes)
    for kind in CHANGES:
        some = [change for change in changes if change.kind == kind]
        print(f"{kind}: {len(some)}")
        for (check, verdicts), number in sorted(Counter((one.row.check, one.verdicts) for one in some).items()):
            print(f"  {number:6} {check} {verdicts}")
        for one in some if teller else ():
            teller(one)
    kept = kinds["same"] + kinds["moved"] + kinds["reworded"]
    print(f"kept: {kept}, of them moved {kinds['moved']}, reworded where they were {kinds['reworded']}")


def print_labels(changes: list[Change], labels: Labels, teller: Callable[[Change], None]) -> None:
    """What readers said of the discrepant findings, and which of those said to be real are gone."""
    before = [change.before for change in changes if change.before and was_discrepant(change)]
    after = [change.after for change in changes if change.after and is_discrepant(change)]
    gained = [change.after for change in changes if change.after and is_discrepant(change) > was_discrepant(change)]
    lost = [change for change in changes if was_discrepant(change) > is_discrepant(change)]
    gone = [change.before for change in lost if change.before]
    table = []
    for name, some in (("before", before), ("after", after), ("gained", gained), ("lost", gone)):
        given = Counter(map(labels.name, some))
        table.append([name, len(some), *(given[label] for label in (*NAMES, UNREAD))])
    print(tabulate(table, headers=["discrepant", "all", *NAMES, UNREAD]), end="\n\n")
    met = [{labels.of(found) for found in some} for some in (before, after)]
    total = Counter((label.file, label.name) for label in labels.all)
    table = [
        [*key, number, *(sum(label in some for label in labels.all if (label.file, label.name) == key) for some in met)]
        for key, number in total.items()
    ]
    print(tabulate(table, headers=["labels of", "label", "given", "met before", "met after"]), end="\n\n")
    fate = Counter(
        (labels.name(change.before or change.row), verdict)
        for change in changes
        for verdict in [_now(change)]
        if was_discrepant(change) or is_discrepant(change)
    )
    columns = sorted({verdict for _, verdict in fate})
    table = [[name, *(fate[name, verdict] for verdict in columns)] for name in (*NAMES, UNREAD)]
    print(tabulate(table, headers=["discrepant before or now: they are", *columns]), end="\n\n")
    real = [change for change in lost if change.before and labels.name(change.before) == "real"]
    now = Counter(f"now {change.after.verdict}" if change.after else "gone" for change in real)
    detail = ", ".join(f"{number} {what}" for what, number in sorted(now.items()))
    print(f"discrepant findings labelled real that were lost: {len(real)}" + f" ({detail})" * bool(real))
    for change in real:
        teller(change)


def main() -> None:
    """Compare two runs."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("before", type=Path)
    ask.add_argument("after", type=Path)
    ask.add_argument("--labels", type=Path, nargs="+", default=[], help="what readers said of discrepant findings")
    ask.add_argument("--labelled", type=Path, help="the run whose findings they read, if it was not BEFORE")
    ask.add_argument("--list", action="store_true", help="list what was gained, lost or changed")
    ask.add_argument("--show", type=Path, nargs="+", default=[], help="the texts: list with the words around")
    options = ask.parse_args()
    changes = compared(findings.read(options.before), findings.read(options.after))
    labels = Labels(options.labels, findings.read(options.labelled or options.before))
    teller = Teller(changes, labels, options.show)
    print_changes(changes, teller if options.list or options.show else None)
    if options.labels:
        print()
        print_labels(changes, labels, teller)


if __name__ == "__main__":
    main()
