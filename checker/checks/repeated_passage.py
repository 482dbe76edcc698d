"""A passage of text that is printed twice.

What it checks
--------------
How many words two passages share, in the same order, against what two passages written independently share.

Example
-------
>>> from checker.examples import example
>>> example("repeated_passage", "{kind: passage, words: 210, shared: 210}")
discrepant (major): two independent passages of 210 words share 0 to 105, not 210; 210 of the 210 words stand in \
both places in the same order: the passage is printed twice
>>> example("repeated_passage", "{kind: passage, words: 60, shared: 14}")
consistent: two independent passages of 60 words share 0 to 30, printed 14

Assumptions tried
-----------------
Independent passages on one matter share some of their words in order, mostly function words and terms: at most
half of them. Anything of fewer than eight words may repeat by chance.

Limits
------
A repeated passage says nothing of the figures: it is a slip of typesetting, or boilerplate. Definitions and
descriptions of methods are repeated by right.

References
----------
Broder AZ. On the resemblance and containment of documents. Proc. Compression and Complexity of Sequences
1997:21-9.
"""

from collections.abc import Iterator

from checker.kinds import Passage
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper

KINDS = (Passage,)

_SHORTEST = 8
_LARGEST_SHARE = 0.5


def recompute(claim: Passage, paper: Paper) -> Iterator[Recomputation]:
    """How many words passages of that length share when neither was copied from the other."""
    words, shared = int(claim.words.value), claim.shared
    most = words if words < _SHORTEST else int(_LARGEST_SHARE * words)
    yield Recomputation(
        fields=("shared",),
        targets=(shared,),
        candidates=(
            Candidate(
                (Interval(0, most),),
                "independent passages",
                f"two independent passages of {words} words",
                relation="share",
            ),
        ),
        hint=lambda: (
            f"{shared} of the {words} words stand in both places in the same order: the passage is printed twice"
        ),
    )
