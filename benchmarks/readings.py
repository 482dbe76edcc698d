"""The ledger of readings: how many claims each makes, and what share of them fails.

    python benchmarks/readings.py --abstracts A.jsonl B.jsonl --papers FOLDER --labels LABELS... --write

Papers err in 1 to 4 % of their figures. A reading of whose claims certainly more than 8 % fail (the lower end of the
95 % Wilson interval) misreads, and no label is needed to see it: its claims may only be guesses. Failures that somebody
has read and found to be real errors are not held against it. Rows are written to ``readings.tsv``: kind of claim,
reading, certainty, claims, those that fail, that lower end in percent; and of the failures that were read, how many
were real errors, innocent, misread.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import material
from findings import Found, read, reported
from labels import LABELS, NAMES, Labels
from material import Text
from tqdm import tqdm

from checker.auditing import audit_document
from checker.document import Document
from checker.model import Certainty, Verdict
from checker.statistics.proportion import wilson

LEDGER = Path(__file__).with_name("readings.tsv")
MOST = 8.0
_HEADER = ("kind", "reading", "certainty", "claims", "failing", "lower", *NAMES)
_FAILING = {Verdict.DISCREPANT.value, "query"}
_BATCH = 64


class Key(NamedTuple):
    """What a row is about."""

    kind: str
    reading: str
    certainty: str


def claims(text: Text) -> Iterator[tuple[Key, list[Found]]]:
    """The claims of a text, each with the findings of it that fail."""
    for name, document in text.documents():
        if not isinstance(document, Document):
            continue
        result = audit_document(document)
        if result.paper is None:
            continue
        failing: dict[str, list[Found]] = defaultdict(list)
        for entry in reported(result):
            if entry["verdict"] in _FAILING:
                failing[entry["id"]].append(Found.of(name, entry))
        for claim in result.paper.claims:
            binding = result.paper.bindings.get(claim.id)
            kind = str(claim.__struct_config__.tag)
            certainty = binding.certainty if binding else Certainty.STATED
            yield Key(kind, binding.reading if binding else "", certainty.value), failing[claim.id]


def batch(texts: list[Text]) -> list[tuple[Key, list[Found]]]:
    """The claims of several."""
    return [found for text in texts for found in claims(text)]


def lower(failing: int, total: int) -> float:
    """The lower end of the 95 % Wilson interval of a share, in percent."""
    return 100 * wilson(failing, total, 0.95)[0]


def rows() -> list[dict[str, str]]:
    """The ledger as written."""
    lines = LEDGER.read_text(encoding="utf-8").splitlines()
    return [dict(zip(_HEADER, line.split("\t"), strict=True)) for line in lines[1:]]


def main() -> None:
    """Count, print what misreads, and write the ledger if asked to."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--abstracts", type=Path, nargs="+", default=[])
    ask.add_argument("--papers", type=Path, nargs="+", default=[])
    ask.add_argument("--labels", type=Path, nargs="+", default=[LABELS])
    ask.add_argument("--labelled", type=Path, help="the run that the labels without offsets were given to")
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("--write", action="store_true")
    options = ask.parse_args()
    labels = Labels(options.labels, read(options.labelled) if options.labelled else ())
    made: Counter[Key] = Counter()
    failed: Counter[Key] = Counter()
    read_as: dict[Key, Counter[str]] = defaultdict(Counter)
    texts = [*material.abstracts(options.abstracts), *material.papers(options.papers)]
    batches = [texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH)]
    with ProcessPoolExecutor(options.jobs) as pool:
        for found in tqdm(pool.map(batch, batches), total=len(batches), unit="batch"):
            for key, failing in found:
                made[key] += 1
                failed[key] += bool(failing)
                for name in {labels.name(each) for each in failing}:
                    read_as[key][name] += 1
    lines = ["\t".join(_HEADER)]
    for key in sorted(made):
        real = read_as[key]["real"]
        least = lower(failed[key] - real, made[key] - real) if made[key] > real else 0.0
        counts = (made[key], failed[key], f"{least:.1f}", *(read_as[key][name] for name in NAMES))
        lines.append("\t".join(map(str, (*key, *counts))))
        if least > MOST and key.certainty != Certainty.GUESSED:
            print("misreads:", lines[-1].replace("\t", "  "))
    if options.write:
        LEDGER.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(texts)} texts, {sum(made.values())} claims, {len(made)} rows")


if __name__ == "__main__":
    main()
