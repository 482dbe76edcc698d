"""Passages printed twice: runs of sentences that stand in two places, word for word."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, digits

from checker.document import Span
from checker.extraction.parts import Parts
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import Passage
from checker.model import Certainty, Count

# The names of its claims, of whose figures no one shape tells.
_NAME = "passage said twice"
MAKES = (_NAME,)

_WORD = re.compile(r"[a-z0-9]+(?:[.'-][a-z0-9]+)*")
# What words are not made of.
_NO_LETTERS = bytes(set(range(128)) - set((ascii_lowercase + digits).encode()))
# Fewer words may well be said twice.
_SHORTEST = 60
# Captions and footnotes repeat their explanations by right, lists the steps that two groups have in common.
_KINDS = ("paragraph",)
_SHORTEST_SENTENCE = 6


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every run of sentences that repeats an earlier one."""
    # Most texts say nothing twice, which their letters and digits tell without cutting them into words.
    letters = [sentence.low.encode("ascii", "ignore").translate(None, _NO_LETTERS) for sentence in page.sentences]
    letters = [each for each in letters if len(each) >= _SHORTEST_SENTENCE]
    if len(set(letters)) == len(letters):
        return
    words = [tuple(_WORD.findall(sentence.low)) if sentence.block.kind in _KINDS else () for sentence in page.sentences]
    # An abstract says by right what the paper says.
    parts = Parts()
    abstract = [parts.of(sentence).startswith("abstract") for sentence in page.sentences]
    first: dict[tuple[str, ...], int] = {}
    index = 0
    while index < len(words):
        earlier = first.get(words[index])
        if earlier is None:
            if len(words[index]) >= _SHORTEST_SENTENCE:
                first[words[index]] = index
            index += 1
            continue
        length = 1
        while (
            index + length < len(words)
            and earlier + length < index
            and words[earlier + length] == words[index + length]
        ):
            length += 1
        shared = sum(len(sentence) for sentence in words[index : index + length])
        if shared >= _SHORTEST and abstract[earlier] == abstract[index]:
            spans = tuple(_span(page, at, length) for at in (earlier, index))
            yield Proposal(
                kind=Passage,
                within=page.sentences[index],
                figures=spans,
                own=spans[1:],
                fields={"words": Count(str(shared)), "shared": Count(str(shared))},
                certainty=Certainty.NAMED,
                why="the same words in two places",
                reading=_NAME,
            )
        index += length


def _span(page: Page, index: int, length: int) -> Span:
    return Span(page.sentences[index].start, page.sentences[index + length - 1].end)
