"""One value with the same limits in two places, which call them an interval here and quartiles or a range there."""

from collections.abc import Iterator

from checker.document import Span
from checker.extraction.printed import Figure, Limits
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Mention, Repeat
from checker.model import Certainty, Places

# The names of its claims, of whose figures no one shape tells.
_NAME = "limits with two names"
MAKES = (_NAME,)

_LABELS = {"iqr": "IQR", "ci": "CI", "range": "range"}


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every pair of limits that is called two things."""
    first: dict[tuple[str, str, str], tuple[Sentence, Limits]] = {}
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        for figure in sentence.printed.figures:
            for limits in figure.limits:
                lower, upper = limits.ordered
                if limits.name is None or not _plain(figure, limits):
                    continue
                key = figure.value.canonical, lower.canonical, upper.canonical
                where, earlier = first.setdefault(key, (sentence, limits))
                if where is sentence or earlier.name == limits.name:
                    continue
                yield Proposal(
                    kind=Repeat,
                    within=sentence,
                    figures=(figure.value, upper),
                    own=(),
                    fields={"mentions": (_mention(page, earlier), _mention(page, limits))},
                    certainty=Certainty.NAMED,
                    why="the same three figures in two places",
                    reading=_NAME,
                )


def _plain(figure: Figure, limits: Limits) -> bool:
    """Whether these are plain figures that do not agree by chance, as whole numbers easily do."""
    tokens = (figure.value, limits.lower, limits.upper)
    return limits.lower.decimals + limits.upper.decimals > 0 and all(token.comparator in "=~" for token in tokens)


def _mention(page: Page, limits: Limits) -> Mention:
    lower, upper = limits.ordered
    place = page.document.place(
        Span(lower.start, upper.end) if lower.start < upper.start else Span(upper.start, lower.end)
    )
    return Mention(figures=(lower.canonical, upper.canonical), at=Places([place]), label=_LABELS[limits.name or ""])
