"""The ledger of readings: how many claims each makes, and what share of them fails.

    python benchmarks/readings.py --abstracts A.jsonl B.jsonl --papers FOLDER --labels LABELS... --write

Papers err in 1 to 4 % of their figures. A reading of whose claims certainly more than 8 % fail misreads, and no label
is needed to see it: its claims may only be guesses, until it does better. Failures that somebody has read and found to
be real errors are not held against it. The figures of one text are not independent of each other (one odd habit fails
them all), so it is the share of each text that is averaged, and the Wilson interval is that of so many texts.

Rows are written to ``readings.tsv``, one for each kind of claim, reading, words or arithmetic that told whom it counts,
and certainty: the texts and the claims, those that fail (discrepant or queries), the lower end of the 95 % interval in
percent; and of the failures that were read, how many were real errors, innocent, misread. A row without a kind is of a
reading that makes no claim by itself, with the texts in which it fits.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple, Self

import material
from findings import Found, read, reported
from labels import LABELS, NAMES, Labels
from material import Text
from scipy.special import ndtri
from tqdm import tqdm

from checker import run
from checker.document import Document
from checker.extraction import catalogue, of_page
from checker.extraction.grammar import Match
from checker.extraction.sentences import Page
from checker.finding import Result
from checker.model import Certainty, Verdict

LEDGER = Path(__file__).with_name("readings.tsv")
MOST = 8.0
HEADER = ("kind", "reading", "people", "certainty", "texts", "claims", "failing", "lower", *NAMES)
FAILING = {Verdict.DISCREPANT.value, Verdict.QUERY.value}
NO_CLAIM = "-"
_BATCH = 16


class Key(NamedTuple):
    """What a row is about."""

    kind: str
    reading: str
    people: str
    certainty: str

    @classmethod
    def alone(cls, reading: str) -> Self:
        """That of a reading that makes no claim by itself."""
        return cls(NO_CLAIM, reading, NO_CLAIM, NO_CLAIM)


class Row(NamedTuple):
    """A row of the ledger."""

    key: Key
    texts: int
    claims: int
    failing: int
    lower: float
    labels: tuple[int, ...]

    @property
    def misreads(self) -> bool:
        """Whether certainly too many of its claims fail."""
        return self.lower > MOST

    def __str__(self) -> str:
        return "\t".join(map(str, (*self.key, *self[1:4], f"{self.lower:.1f}", *self.labels)))

    @classmethod
    def parse(cls, line: str) -> Self:
        """A row as written."""
        cells = line.split("\t")
        numbers = cells[len(Key._fields) :]
        labels = tuple(map(int, numbers[4:]))
        return cls(Key(*cells[: len(Key._fields)]), *map(int, numbers[:3]), float(numbers[3]), labels)


class Heard(NamedTuple):
    """What one text adds: its claims, each with the findings of it that fail, and the readings that fit."""

    claims: list[tuple[Key, list[Found]]]
    fits: set[str]


def heard(text: Text) -> Heard:
    """Read and audit a text."""
    found = Heard([], set())
    for name, document in text.documents():
        if not isinstance(document, Document):
            continue
        page = Page(document)
        page.log = []
        paper = of_page(page)
        found.fits.update(what.reading.name for what, reason in page.log if isinstance(what, Match) and not reason)
        failing: dict[str, list[Found]] = defaultdict(list)
        result = Result(path=name, paper=paper, document=document, findings=tuple(run.verify(paper)))
        for entry in reported(result):
            if entry["verdict"] in FAILING:
                failing[entry["id"]].append(Found.of(name, entry))
        for claim in paper.claims:
            binding = paper.binding(claim)
            kind = str(claim.__struct_config__.tag)
            key = Key(kind, binding.reading, binding.people or NO_CLAIM, binding.certainty.value)
            found.claims.append((key, failing[claim.id]))
    return found


def batch(texts: list[Text]) -> list[Heard]:
    """Several of them."""
    return [heard(text) for text in texts]


def lower(shares: Iterable[float]) -> float:
    """The lower end of the 95 % Wilson interval of the mean share of some texts, in percent."""
    held = list(shares)
    if not held:
        return 0.0
    square, total = ndtri(0.975) ** 2, len(held)
    mean = sum(held) / total
    half = (square * mean * (1 - mean) / total + (square / total) ** 2 / 4) ** 0.5
    return 100 * max(0.0, mean + square / total / 2 - half) / (1 + square / total)


def ledger(texts: Iterable[Heard], labels: Labels) -> Iterator[Row]:
    """The rows, sorted."""
    shares: dict[Key, list[float]] = defaultdict(list)
    number, failed, within, fits = Counter[Key](), Counter[Key](), Counter[Key](), Counter[str]()
    read_as: dict[Key, Counter[str]] = defaultdict(Counter)
    for text in texts:
        made, fails, real = Counter[Key](), Counter[Key](), Counter[Key]()
        fits.update(text.fits)
        for key, failing in text.claims:
            names = {labels.name(each) for each in failing}
            made[key] += 1
            fails[key] += bool(failing)
            real[key] += "real" in names
            read_as[key].update(names)
        number.update(made)
        failed.update(fails)
        within.update(made.keys())
        for key, claims in made.items():
            # Of a text in which all are real errors nothing is known.
            if claims > real[key]:
                shares[key].append((fails[key] - real[key]) / (claims - real[key]))
    making = {key.reading for key in number}
    known = {*catalogue.names(), *(entry.reading.name for entry in catalogue.every())}
    for key in sorted({*number, *map(Key.alone, known - making)}):
        texts_of = within[key] if key.kind != NO_CLAIM else fits[key.reading]
        least = round(lower(shares[key]), 1)
        yield Row(key, texts_of, number[key], failed[key], least, tuple(read_as[key][name] for name in NAMES))


def rows() -> list[Row]:
    """The ledger as written."""
    header, *lines = LEDGER.read_text(encoding="utf-8").splitlines()
    assert header == "\t".join(HEADER), f"{LEDGER.name} has another header than it is written with"
    return [Row.parse(line) for line in lines]


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
    texts = [*material.abstracts(options.abstracts), *material.papers(options.papers)]
    batches = [texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH)]
    with ProcessPoolExecutor(options.jobs) as pool:
        found = tqdm(pool.map(batch, batches), total=len(batches), unit="batch")
        made = list(ledger((text for several in found for text in several), labels))
    for row in made:
        if row.misreads and row.key.certainty != Certainty.GUESSED:
            print("misreads:", str(row).replace("\t", "  "))
        if not row.texts:
            print("used by no text:", row.key.reading)
    if options.write:
        LEDGER.write_text("\n".join(["\t".join(HEADER), *map(str, made)]) + "\n", encoding="utf-8")
    print(f"{len(texts)} texts, {sum(row.claims for row in made)} claims, {len(made)} rows")


if __name__ == "__main__":
    main()
