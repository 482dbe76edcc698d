"""The verdicts of every finding in abstracts and papers, as TSV for gained_lost.py.

    python benchmarks/verdicts.py SAVE.tsv --abstracts A.jsonl B.jsonl --papers FOLDER FILE --jobs 2

One row a finding, without words of the texts: document, extent of its figures, kind of claim, check, verdict,
severity, a digest of the message, and the assumption. A paper that cannot be read is one row with the verdict
``unreadable``, one that stops the checker one with ``crash`` and the exception's type for the check.
"""

import argparse
import itertools
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import material
from findings import HEADER, Found, digest, reported
from material import Text
from tqdm import tqdm

from checker.auditing import audit_document
from checker.document import Document

# Abstracts are short: so many at a time are handed to a process.
_BATCH = 32
_AHEAD = 8


def rows(text: Text) -> list[Found]:
    """The findings of one abstract or paper, in the order of their places."""
    found: list[Found] = []
    try:
        for name, document in text.documents():
            if isinstance(document, Document):
                found += sorted(Found.of(name, entry) for entry in reported(audit_document(document)))
            else:
                found.append(_failure(name, document, "unreadable"))
    except Exception as error:
        found.append(_failure(text.id, error, "crash"))
    return found


def batch(texts: list[Text]) -> list[list[Found]]:
    """The findings of several."""
    return [rows(text) for text in texts]


def _failure(name: str, error: Exception, verdict: str) -> Found:
    return Found(name, -1, -1, "", type(error).__name__, verdict, digest=digest(str(error)))


def audited(batches: Iterable[list[Text]], jobs: int) -> Iterator[list[Found]]:
    """The findings of each text, in the order of the texts, with few of them in memory."""
    rest = iter(batches)
    waiting: deque[list[Text]] = deque()
    while True:
        answers: deque[Future[list[list[Found]]]] = deque()
        try:
            with ProcessPoolExecutor(jobs) as pool:
                for ahead in itertools.chain([_AHEAD * jobs], itertools.repeat(1)):
                    for texts in itertools.islice(rest, ahead):
                        waiting.append(texts)
                        answers.append(pool.submit(batch, texts))
                    if not waiting:
                        return
                    yield from answers.popleft().result()
                    waiting.popleft()
        except BrokenProcessPool:
            # A process was killed, with the texts that were waiting: one by one, to see by which of them.
            while waiting:
                yield from map(alone, waiting.popleft())


def alone(text: Text) -> list[Found]:
    """The findings of a text, in a process of its own."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(rows, text).result()
        except BrokenProcessPool as error:
            return [_failure(text.id, error, "crash")]


def _batches(abstracts: list[Path], papers: list[Path]) -> Iterator[list[Text]]:
    known: set[str] = set()

    def once(texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            if text.id in known:
                raise SystemExit(f"{text.path}: there is another text called {text.id}")
            known.add(text.id)
            yield text

    short = once(material.abstracts(abstracts))
    while several := list(itertools.islice(short, _BATCH)):
        yield several
    for paper in once(material.papers(papers)):
        yield [paper]


def main() -> None:
    """Audit everything, save the rows, and print how many there are."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("save", type=Path)
    ask.add_argument("--abstracts", type=Path, nargs="+", default=[])
    ask.add_argument("--papers", type=Path, nargs="+", default=[])
    ask.add_argument("--jobs", type=int, default=2)
    options = ask.parse_args()
    started = time.monotonic()
    total = sum(map(len, _batches(options.abstracts, options.papers)))
    verdicts: Counter[str] = Counter()
    unfinished = options.save.with_name(options.save.name + ".part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        print(HEADER, file=file)
        texts = audited(_batches(options.abstracts, options.papers), options.jobs)
        for found in tqdm(texts, total=total, unit="text", smoothing=0.05):
            for row in found:
                print(row, file=file)
                verdicts[row.verdict] += 1
    unfinished.replace(options.save)
    print(
        f"{total} texts, {verdicts.total()} rows, {time.monotonic() - started:.0f} s: {dict(sorted(verdicts.items()))}"
    )


if __name__ == "__main__":
    main()
