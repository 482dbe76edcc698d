"""The groups of a paper by name: who is compared, whom some words name, which figures stand side by side."""

import functools
import re
from collections.abc import Sequence

from checker.extraction.numbers import Token
from checker.extraction.people import in_tables
from checker.extraction.people.counted import Figure, placed
from checker.extraction.people.graph import Graph
from checker.extraction.people.groups import PERSONS, Group, unit_of
from checker.extraction.people.naming import Names
from checker.extraction.sentences import Page, Sentence

_MOST_PARTS = 4
_MOST_LISTED = 5
# Numbers to each side of a percentage alone that may be of its list.
_BESIDE = 8
_CROSSED = re.compile(
    r"cross-?over|crossed over|each (?:patient|subject|participant) (?:served|received)|intra-?individual"
)


_THING = re.compile(
    r" ?[)\]] ?(?P<words>(?!(?:of|in|and|or|had|were|was|who|with|from|for|on)\b)(?:[a-z-]+ ){0,2}?[a-z-]+)"
    r"(?= |[,;.)]|$)"
)
_PAIRED = re.compile(
    r"[ ]?[)\]]?,? ?(?:[a-z-]{2,14} ){0,3}(?:and|vs\.?|versus|compared (?:with|to)|against|or|,|;)(?: only)? "
    r"(?:[a-z-]{2,14} ){0,2}\(?|[ ]?[)\]]? ?[/,;] ?"
)


def side_by_side(text: str, one: Figure, other: Figure) -> bool:
    """Whether two figures stand side by side: ``12 (20%) and 9 (15%)``."""
    return _PAIRED.fullmatch(text, one.last + 1, other.first) is not None


class Known(Graph):
    """The groups of a paper, what they are called, and which figures stand side by side."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        # What is asked of a figure in many ways is found once.
        self._listed: dict[tuple[int, bool], list[Figure]] = {}
        self._percentages: dict[int, Figure] = {}

    def listed(self, figure: Figure) -> list[Figure]:
        """The figures side by side with a figure, itself among them."""
        asked = figure.key, figure.count is None
        if asked not in self._listed:
            self._listed[asked] = self._list(figure)
        return self._listed[asked]

    def _list(self, figure: Figure) -> list[Figure]:
        around = self.of(figure.sentence)
        if figure.count is None:
            beside = figure.sentence.tokens[max(0, figure.index - _BESIDE) : figure.index + _BESIDE]
            around = [self._percentage(figure.sentence, token) for token in beside if token.percent]
        at = next((place for place, other in enumerate(around) if other.key == figure.key), -1)
        if at < 0:
            return [figure]
        text = figure.sentence.outline.text
        first = last = at
        least, most = max(0, at - _MOST_LISTED), min(len(around) - 1, at + _MOST_LISTED)
        while first > least and side_by_side(text, around[first - 1], around[first]):
            first -= 1
        while last < most and side_by_side(text, around[last], around[last + 1]):
            last += 1
        return around[first : last + 1]

    def _percentage(self, sentence: Sentence, token: Token) -> Figure:
        """A percentage as if it stood alone."""
        if token.start not in self._percentages:
            self._percentages[token.start] = placed(sentence, None, token)
        return self._percentages[token.start]

    def unit(self, figure: Figure) -> str | None:
        """The thing that a figure counts, where it says that it is no people."""
        text = figure.sentence.outline.text
        between = text[figure.first + 1 : figure.last]
        if PERSONS.search(between):
            return None
        behind = _THING.match(text, figure.last + 1)
        return unit_of(between) or (unit_of(f" {behind['words']}") if behind else None)

    # Who is who.

    @functools.cached_property
    def _names(self) -> Names:
        if not self.page.document.tables:
            return Names(self.groups, (), ())
        return Names(self.groups, in_tables.columns(self.page), in_tables.rows(self.page))

    def named(self, words: str, counted: Token | None = None) -> Group | None:
        """The one group that words name, in the text or in a table; ``counted``: the number that is some of it.

        >>> from checker.extraction.sentences import Page
        >>> from checker.read.text import from_text
        >>> people = Known(Page(from_text("We compared placebo (n = 40) with alfa (n = 42).")))
        >>> people.named("those who had received alfa").size
        42
        """
        return self._names.named(words, counted)

    @property
    def arms(self) -> list[Group]:
        """The groups compared, in the order in which the paper introduces them; or else the columns of a table."""
        return self._names.compared

    def arm(self, words: str) -> Group | None:
        """The one arm that words mention."""
        found = self.mentions(words)
        return found[0] if len(found) == 1 else None

    def mentioned(self, text: str) -> list[tuple[int, Group]]:
        """Where a text mentions arms, and which, in order."""
        return self._names.mentioned(text)

    def mentions(self, text: str) -> list[Group]:
        """The arms that a text mentions, in the order of their first mention."""
        return list({id(group): group for _, group in self.mentioned(text)}.values())

    @property
    def rows(self) -> Sequence[Group]:
        """The groups that rows of tables count."""
        return self._names.rows

    @property
    def columns(self) -> Sequence[Group]:
        """The groups whose sizes head the columns of a table."""
        return self._names.columns

    def independent(self, groups: Sequence[Group]) -> bool:
        """Whether groups are of different people, as far as words and sizes tell.

        Not where one is some of another, nor where equal sizes may be one group of people seen twice.
        """
        if len({group.token.start for group in groups}) < len(groups) or self.page.says(_CROSSED):
            return False
        for group in groups:
            above = group.parent
            for _ in range(_MOST_PARTS):
                if above is None:
                    break
                if any(above is other for other in groups):
                    return False
                above = above.parent
            if any(part is other for part in group.parts for other in groups):
                return False
        values = [group.size for group in groups]
        if len(set(values)) == len(values):
            return True
        together = self.sizes.get(sum(values))
        if together is not None and together.how not in ("sum", "complement"):
            return True
        sentences = {group.sentence for group in groups}
        return not any(self._spoken.get(size, set()) - sentences for size in values)
