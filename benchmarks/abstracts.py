"""Precision of `discrepant` over a corpus of abstracts, recall of printed figures, and speed.

    python benchmarks/abstracts.py CORPUS.jsonl               the figures of the table in benchmarks/README.md
    python benchmarks/abstracts.py CORPUS.jsonl --unlabelled  findings that nobody has read yet, with their words
    python benchmarks/abstracts.py CORPUS.jsonl --save FILE   verdicts as TSV, for gained_lost.py

Labels are in ``labels.tsv``: document, offsets and check of a finding, and what a reader found: ``real`` (the
printed figures cannot all be right), ``innocent`` (they can), or ``misread`` (they are not what was extracted).
No words of the texts are kept.
"""

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path

from checker import run
from checker.auditing import audit_document
from checker.document import Document
from checker.extract import extract
from checker.model import Finding
from checker.read.text import from_text

LABELS = Path(__file__).with_name("labels.tsv")
# Figures as people print them, found without the grammar that is measured.
_SHARE = re.compile(
    r"\b\d{1,5} ?(?:/|of|out of) ?\d{1,5} ?[(\[]\d{1,3}(?:[.·]\d)? ?%|"
    r"\b\d{1,3}(?:[.·]\d)? ?% ?[(\[]\d{1,5} ?(?:/| of ) ?\d{1,5}"
)
_RATIO = re.compile(
    r"\b(?:OR|HR|RR|odds ratio|hazard ratio|relative risk)[ ,:=]{0,3}\d+[.·]\d+[ ,;:(\[]{1,3}"
    r"95 ?% (?:CI|confidence interval)[ ,:=]{0,3}\d+[.·]\d+ ?(?:-|–|to|,) ?\d+[.·]\d+"
)

Key = tuple[str, int, int, str]


def extent(finding: Finding, document: Document) -> tuple[int, int]:
    """The first and last character of a finding's figures."""
    spans = [span for place in finding.claim.at if (span := document.span(place)) is not None]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def labels() -> dict[Key, str]:
    """The labels given so far."""
    found = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]:
        document, start, end, check, label = line.split("\t")[:5]
        found[document, int(start), int(end), check] = label
    return found


def recall(text: str, document: Document, pattern: re.Pattern[str], kind: str) -> tuple[int, int]:
    """How many of the figures that a pattern finds overlap a claim of a kind, and how many there are."""
    places = [
        span
        for claim in extract(document).claims
        if claim.__struct_config__.tag == kind
        for place in claim.at
        if (span := document.span(place)) is not None
    ]
    found = list(pattern.finditer(text))
    hit = sum(any(span.start < match.end() and match.start() < span.end for span in places) for match in found)
    return hit, len(found)


def main() -> None:
    """Audit the corpus and print what was asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--unlabelled", action="store_true")
    ask.add_argument("--save", type=Path)
    arguments = ask.parse_args()
    known = labels()
    rows = [json.loads(line) for line in arguments.corpus.read_text(encoding="utf-8").splitlines()]
    verdicts: Counter[str] = Counter()
    given: Counter[str] = Counter()
    saved = []
    for row in rows:
        document = from_text(row["text"])
        for finding in audit_document(document).findings:
            verdicts[finding.verdict.value] += 1
            start, end = extent(finding, document)
            saved.append(f"{row['id']}\t{start}\t{end}\t{finding.check}\t{finding.verdict.value}")
            if finding.verdict.value != "discrepant":
                continue
            label = known.get((row["id"], start, end, finding.check), "unread")
            given[label] += 1
            if label == "unread" and arguments.unlabelled:
                words = row["text"][max(0, start - 150) : end + 100].replace("\n", " ")
                print(f"{row['id']}\t{start}\t{end}\t{finding.check}\t?\t{finding.message[:200]}\n    {words}")
    if arguments.save:
        arguments.save.write_text("\n".join(saved) + "\n", encoding="utf-8")
    read = given["real"] + given["innocent"] + given["misread"]
    print(f"{len(rows)} abstracts: {dict(sorted(verdicts.items()))}")
    print(f"discrepant: {dict(sorted(given.items()))}; precision of those read {given['real']}/{read}")
    for name, pattern, kind in (("n/N-percent", _SHARE, "proportion"), ("ratio-CI", _RATIO, "effect")):
        hits = [recall(row["text"], from_text(row["text"]), pattern, kind) for row in rows]
        found, total = sum(hit for hit, _ in hits), sum(number for _, number in hits)
        print(f"extracted of the {name} figures present: {found}/{total} = {found / max(1, total):.1%}")
    documents = [from_text(row["text"]) for row in rows]
    started = time.process_time()
    for document in documents:
        run.verify(extract(document))
    print(f"speed: {len(rows) / (time.process_time() - started):.0f} abstracts/s on one core")


if __name__ == "__main__":
    main()
