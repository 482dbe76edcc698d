"""Arms allocated one to one, and their sizes."""

import re
from collections.abc import Iterator, Sequence

from checker.document import Span
from checker.extraction.grammar import Reading, matches
from checker.extraction.outline import Outline
from checker.extraction.people import Group, People
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import Allocation
from checker.model import Certainty, Count

_RATIO = re.compile("[1-9] ?: ?[1-9]")

READINGS = (
    Reading(
        name="randomised 1:1",
        shape=r"random[^.;]{0,60}?\b(?P<ratio>[1-9](?: ?: ?[1-9]){1,3})\b",
        reads=("We randomised patients 1:1 to alfa or beta.",),
        leaves=("We diluted it 1:1.",),
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for each place that tells the ratio of as many arms as the paper has.

    Of equal ratios only: which arm an unequal one names first, the order of the sizes need not tell.
    """
    if "random" not in page.low or not page.says(_RATIO):
        return
    known: Sequence[Group] | None = None
    for sentence in page.sentences:
        if ":" not in sentence.low or "random" not in sentence.low:
            continue
        # Ratios are no data to the lexer: they stay words.
        outline = Outline.of(page.norm, page.low, sentence.start, sentence.end, ())
        match = next(matches(READINGS, outline), None)
        if match is None:
            continue
        if known is None:
            known = page.once(People).arms
        ratio = re.findall("[1-9]", match.texts["ratio"])
        if len(known) < 2 or len(ratio) != len(known) or len(set(ratio)) != 1:
            continue
        if len({arm.sentence for arm in known}) > 1:
            # Those of different sentences need not be those whom chance made.
            continue
        span = Span(match.span.end - len(match.texts["ratio"]), match.span.end)
        yield Proposal(
            kind=Allocation,
            within=sentence,
            figures=(span, *(arm.token for arm in known)),
            own=(span,),
            fields={
                "ratio": tuple(Count(part) for part in ratio),
                "sizes": tuple(Count(str(arm.size)) for arm in known),
            },
            certainty=Certainty.NAMED,
            why="the arms that the paper names with their sizes",
            reading=match.reading.name,
        )
