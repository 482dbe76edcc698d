"""Whether the boxes of a paper's figures hold those figures.

    python benchmarks/boxes.py PAPER.pdf ... --show

The reader goes from the glyphs of a page to a document; this goes from the boxes that the document gives back to the
page, and asks PDFium anew what stands in them. Figures are all numbers of the text, of its references and running
heads too; one is right where the digits in its boxes are its own, no more and no fewer.
"""

import argparse
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import material
import pypdfium2

from checker.document import Document
from checker.extraction.numbers import tokens
from checker.origin import Box

# Of a box, what is left out above and below (other lines), and at its sides in points (the glyphs beside).
_EDGE, _SIDE = 0.25, 0.3


def digits(text: str) -> str:
    """The digits of a text, raised ones too."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())


def read_back(textpage: Any, box: Box) -> str:
    """What PDFium says stands in a box."""
    low, high = (box.left, box.right) if box.turn % 2 else (box.bottom, box.top)
    edge = _EDGE * (high - low)
    across, along = (edge, _SIDE) if box.turn % 2 else (_SIDE, edge)
    return str(textpage.get_text_bounded(box.left + across, box.bottom + along, box.right - across, box.top - along))


def figures(document: Document) -> Iterator[tuple[str, tuple[Box, ...]]]:
    """The numbers of a document, each with its boxes."""
    for token in tokens(document.text):
        text = document.text[token.start : token.end]
        if digits(text):
            yield text, document.boxes(token.start, token.end)


def wrong(path: Path, document: Document, counted: Counter[str]) -> Iterator[str]:
    """The figures whose boxes are missing, or hold something else."""
    file = pypdfium2.PdfDocument(path)
    pages: dict[int, Any] = {}
    for text, boxes in figures(document):
        counted["figures"] += 1
        held = ""
        for box in boxes:
            if box.page not in pages:
                pages[box.page] = file[box.page - 1].get_textpage()
            held += read_back(pages[box.page], box)
        if digits(held) == digits(text):
            counted["right"] += 1
        else:
            where = f"page {boxes[0].page}" if boxes else "nowhere"
            yield f"  {text!r} {where}: {held!r}"
    for textpage in pages.values():
        textpage.close()
    file.close()


def main(arguments: Iterable[str] | None = None) -> int:
    """Print a line a paper, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="list the figures that are wrong")
    asked = parser.parse_args(arguments if arguments is None else list(arguments))
    total: Counter[str] = Counter()
    for paper in material.papers(asked.papers):
        if paper.path.suffix.lower() != ".pdf":
            continue
        for _, document in paper.documents():
            if not isinstance(document, Document):
                print(document, file=sys.stderr)
                continue
            counted: Counter[str] = Counter()
            listed = list(wrong(paper.path, document, counted))
            print(f"{counted['right']:6} of {counted['figures']:6} {paper.id}")
            if asked.show and listed:
                print("\n".join(listed))
            total += counted
    share = total["right"] / max(1, total["figures"])
    print(f"{total['right']:6} of {total['figures']:6} figures under their boxes ({share:.2%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
