"""The parts of a paper, told by its headings."""

from checker.extraction.parts import Parts
from checker.extraction.sentences import Page
from checker.read.text import from_text

TEXT = "\n\n".join(
    (
        "A trial of alfa", "Abstract", "Results", "One fell.", "Conclusions", "Two fell.",
        "Introduction", "Three fell.", "Methods", "Four fell.", "Results", "Five fell.", "Safety", "Six fell.",
        "Discussion", "Seven fell.",
    )
)  # fmt: skip


def test_any_other_heading_stands_inside_one_of_them() -> None:
    parts = Parts()
    found = {sentence.low.split()[0]: parts.of(sentence) for sentence in Page(from_text(TEXT)).sentences}
    assert [found[word] for word in ("one", "two", "three", "four", "five", "six", "seven")] == [
        "abstract results", "abstract conclusion", "introduction", "methods", "results", "results", "discussion",
    ]  # fmt: skip
