"""Change one figure of each quantity that a paper prints twice, and see whether `audit` notices.

    python benchmarks/change_repeats.py PAPER...              files in any format that `audit` reads
    python benchmarks/change_repeats.py ABSTRACTS.jsonl       one abstract a line: `id`, `text`
    python benchmarks/change_repeats.py PAPER... --show       list what passes unnoticed

Of each pair of mentions that agrees, every figure is changed once in either place, in the ways people mistype: a
first digit one higher, or two neighbours swapped. The length of the text stays, so that all else does.
Found: some finding is discrepant that holds the changed figure; and by `repeated_figure` alone.
"""

import argparse
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import material
import msgspec

from checker.auditing import audit_document
from checker.document import Document, Span
from checker.extraction import extract
from checker.figures import places_of
from checker.finding import Finding
from checker.kinds import Repeat
from checker.model import Verdict


def documents(paths: list[Path]) -> Iterator[Document]:
    """The papers of files and folders, and the abstracts of corpora, those that can be read."""
    for text in material.every(paths):
        for _, document in text.documents():
            if isinstance(document, Document):
                yield document
            else:
                print(document, file=sys.stderr)


def figures(document: Document) -> Iterator[tuple[Span, str]]:
    """Each figure of the mentions that agree, with what the places together print of it."""
    seen = set()
    for claim in extract(document).claims:
        if not isinstance(claim, Repeat) or len({mention.figures for mention in claim.mentions}) > 1:
            continue
        for mention in claim.mentions:
            for place in mention.at:
                span = document.span(place)
                if span is not None and span not in seen:
                    seen.add(span)
                    yield span, ", ".join(mention.figures)


def mistyped(literal: str) -> Iterator[str]:
    """A figure with two digits swapped, or with its first digit one higher."""
    digits = [position for position, character in enumerate(literal) if character in "0123456789"]
    for one, other in itertools.pairwise(digits):
        if literal[one] != literal[other] and (one > digits[0] or literal[other] != "0"):
            swapped = list(literal)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield "".join(swapped)
            break
    if digits:
        first = digits[0]
        beside = "1234567891"[int(literal[first])]
        yield literal[:first] + beside + literal[first + 1 :]


def noticed(document: Document, at: Span) -> list[Finding]:
    """The discrepant findings that hold a figure."""
    found = []
    for finding in audit_document(document).findings:
        if finding.verdict is Verdict.DISCREPANT:
            spans = [document.span(place) for place in places_of(finding.claim)]
            if any(span is not None and span.overlaps(at) for span in spans):
                found.append(finding)
    return found


def main() -> None:
    """Print the share of changes that are noticed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("papers", type=Path, nargs="+")
    ask.add_argument("--show", action="store_true", help="list the changes that pass unnoticed")
    options = ask.parse_args()
    papers = repeated = changes = found = alone = 0
    for document in documents(options.papers):
        repeats = list(figures(document))
        papers += bool(repeats)
        repeated += len(repeats)
        for span, printed in repeats:
            literal = document.text[span.start : span.end]
            for other in mistyped(literal):
                changed = msgspec.structs.replace(
                    document, text=document.text[: span.start] + other + document.text[span.end :]
                )
                findings = noticed(changed, span)
                changes += 1
                found += bool(findings)
                alone += any(finding.check == "repeated_figure" for finding in findings)
                if options.show and not findings:
                    print(f"{document.path}\t{span.start}\t{literal} -> {other}\tof {printed}")
    print(f"{repeated} figures printed twice in {papers} papers, {changes} changes")
    print(
        f"noticed {found} = {found / max(1, changes):.0%}; by repeated_figure {alone} = {alone / max(1, changes):.0%}"
    )


if __name__ == "__main__":
    main()
