"""Precision of `discrepant` over a corpus of abstracts, recall of printed figures, and speed.

python benchmarks/abstracts.py CORPUS.jsonl                the figures of the table in benchmarks/README.md
python benchmarks/abstracts.py CORPUS.jsonl --unlabelled   findings that nobody has read yet, with their words
python benchmarks/abstracts.py CORPUS.jsonl --labels FILE  labels other than those of labels.tsv
"""

import argparse
import re
import time
from collections import Counter
from pathlib import Path

import findings
import material
from findings import Found
from labels import LABELS, NAMES, UNREAD, Labels

from checker.auditing import audit_document
from checker.document import Document
from checker.finding import Result

# Figures as people print them, found without the grammar that is measured.
_SHARE = re.compile(
    r"\b\d{1,5} ?(?:/|of|out of) ?\d{1,5} ?[(\[]\d{1,3}(?:[.·]\d)? ?%|"
    r"\b\d{1,3}(?:[.·]\d)? ?% ?[(\[]\d{1,5} ?(?:/| of ) ?\d{1,5}"
)
_RATIO = re.compile(
    r"\b(?:OR|HR|RR|odds ratio|hazard ratio|relative risk)[ ,:=]{0,3}\d+[.·]\d+[ ,;:(\[]{1,3}"
    r"95 ?% (?:CI|confidence interval)[ ,:=]{0,3}\d+[.·]\d+ ?(?:-|–|to|,) ?\d+[.·]\d+"
)

FIGURES = (("n/N-percent", _SHARE, "proportion"), ("ratio-CI", _RATIO, "effect"))


def recall(result: Result, document: Document, pattern: re.Pattern[str], kind: str) -> tuple[int, int]:
    """How many of the figures that a pattern finds overlap a claim of a kind, and how many there are."""
    places = [
        span
        for claim in (result.paper.claims if result.paper else ())
        if claim.__struct_config__.tag == kind
        for place in claim.at
        if (span := document.span(place)) is not None
    ]
    found = list(pattern.finditer(document.text))
    hit = sum(any(span.start < match.end() and match.start() < span.end for span in places) for match in found)
    return hit, len(found)


def main() -> None:
    """Audit the corpus and print what was asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--labels", type=Path, nargs="+", default=[LABELS])
    ask.add_argument("--unlabelled", action="store_true")
    arguments = ask.parse_args()
    labels = Labels(arguments.labels)
    verdicts: Counter[str] = Counter()
    given: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    present: Counter[str] = Counter()
    abstracts, seconds = 0, 0.0
    for text in material.abstracts([arguments.corpus]):
        [(name, document)] = text.documents()
        started = time.process_time()
        result = audit_document(document)
        seconds += time.process_time() - started
        abstracts += 1
        for entry in findings.reported(result):
            found = Found.of(name, entry)
            verdicts[found.verdict] += 1
            if found.verdict != "discrepant":
                continue
            label = labels.name(found)
            given[label] += 1
            if label == UNREAD and arguments.unlabelled:
                words = document.text[max(0, found.start - 150) : found.end + 100].replace("\n", " ")
                print(name, found.start, found.end, found.check, "?", entry["message"][:200], sep="\t")
                print(f"    {words}")
        for figure, pattern, kind in FIGURES:
            hit, number = recall(result, document, pattern, kind)
            hits[figure] += hit
            present[figure] += number
    print(f"{abstracts} abstracts: {dict(sorted(verdicts.items()))}")
    read = sum(given[label] for label in NAMES)
    print(f"discrepant: {dict(sorted(given.items()))}; precision of those read {given['real']}/{read}")
    for figure, _, _ in FIGURES:
        share = hits[figure] / max(1, present[figure])
        print(f"extracted of the {figure} figures present: {hits[figure]}/{present[figure]} = {share:.1%}")
    print(f"speed: {abstracts / seconds:.0f} abstracts/s on one core")


if __name__ == "__main__":
    main()
