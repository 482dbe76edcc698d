"""A whole and its parts as a claim."""

from collections.abc import Iterator, Sequence

from checker.extraction.drafts import count
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Sentence
from checker.kinds import Group, Partition
from checker.model import Certainty


def proposals(
    sentence: Sentence,
    whole: Token,
    parts: Sequence[Token],
    reading: str,
    doubt: str | None = None,
    presumed: bool = False,
) -> Iterator[Proposal]:
    """Counts that are to make a whole; none where it is only guessed to be theirs, and is too small for one of them.

    Args:
        sentence: which has the parts.
        whole: their number together.
        parts: their counts, in the order of the text.
        reading: that found them.
        doubt: why they may not be its parts, if they may not.
        presumed: that they are exclusive and complete is how one reads them, and not said.
    """
    if doubt is not None and any(part.value > whole.value for part in parts):
        return
    near = sentence.start <= whole.start < sentence.end
    certainty = Certainty.GUESSED if doubt is not None else Certainty.PRINTED if near else Certainty.NAMED
    yield Proposal(
        kind=Partition,
        within=sentence,
        figures=(whole, *parts),
        own=tuple(parts),
        fields={
            "whole": count(whole),
            "parts": tuple(Group(count=count(part)) for part in parts),
            # Where they may not be its parts at all, nobody presumes that they are all of them.
            "presumed": presumed and doubt is None,
        },
        certainty=certainty,
        why=doubt or "the parts are printed with their whole",
        reading=reading,
    )
