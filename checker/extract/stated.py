"""Who is counted in a paper, for readings that must look beyond their sentence: the one place that asks."""

import re

from checker.extract import arms
from checker.extract.numbers import Token
from checker.extract.populations import PEOPLE, Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.extract.tables import table_groups


class People:
    """Who is counted in a paper, asked only where it matters."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._sizes: Populations | None = None

    @property
    def sizes(self) -> Populations:
        """The sizes that the paper states."""
        self._sizes = self._sizes or Populations(self.page)
        return self._sizes

    def in_front(self, sentence: Sentence, first: Token) -> list[Size]:
        """Numbers of people that figures may be of, the likeliest first."""
        return [
            size
            for size in self.sizes.before(sentence, first.start)
            if size.rank <= PEOPLE and size.token.start < first.start and size.token.comparator == "="
        ]

    def arm(self, words: str) -> Size | None:
        """The arm that words name."""
        known = arms.arms(self.sizes, table_groups.arms(self.page))
        return next((arm.size for arm in known if re.search(rf"(?<!\w){re.escape(arm.word)}(?!\w)", words)), None)
