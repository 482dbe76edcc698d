"""The texts that are measured on: abstracts, one JSON object a line, and papers in any format that `audit` reads."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from checker import read
from checker.document import Document
from checker.read.text import from_text

# What stands in a folder of papers and is about them.
_ABOUT = {".json", ".jsonl"}


class Text(NamedTuple):
    """An abstract with its words, or the file of a paper, read when it is asked for."""

    id: str
    path: Path
    words: str | None = None

    def documents(self) -> Iterator[tuple[str, Document | read.ReadError]]:
        """The document with its id, or why it cannot be read; an archive has several."""
        if self.words is not None:
            yield self.id, msgspec.structs.replace(from_text(self.words), path=self.id)
            return
        for found in read.every([self.path]):
            yield self.id + found.path.removeprefix(str(self.path)), found


def abstracts(corpora: Iterable[Path]) -> Iterator[Text]:
    """The abstracts of corpora, each known by its `id`, in the order of the files."""
    for corpus in corpora:
        with corpus.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield Text(row["id"], corpus, row["text"])


def papers(paths: Iterable[Path]) -> Iterator[Text]:
    """Papers, each known by its name, or by its path in the folder given, in the order of the paths."""
    for path in paths:
        if not path.is_dir():
            yield Text(path.name, path)
            continue
        for file in sorted(path.rglob("*")):
            inside = file.relative_to(path)
            if file.is_file() and file.suffix not in _ABOUT and not any(part[0] == "." for part in inside.parts):
                yield Text(inside.as_posix(), file)


def every(paths: Iterable[Path]) -> Iterator[Text]:
    """Abstracts where a path ends in `.jsonl`, papers elsewhere."""
    for path in paths:
        yield from abstracts([path]) if path.suffix == ".jsonl" else papers([path])
