"""Who is counted in a paper, for readings that must look beyond their sentence: the one place that asks."""

import re

from checker.extract import arms
from checker.extract.numbers import Token
from checker.extract.populations import PEOPLE, Populations, Size
from checker.extract.sentences import Page, Sentence


class People:
    """Who is counted in a paper, asked only where it matters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def in_front(self, sentence: Sentence, first: Token) -> list[Size]:
        """Numbers of people that figures may be of, the likeliest first."""
        return [
            size
            for size in self.page.once(Populations).before(sentence, first.start)
            if size.rank <= PEOPLE and size.token.start < first.start and size.token.comparator == "="
        ]

    def arm(self, words: str) -> Size | None:
        """The arm that words name."""
        known = self.page.once(arms.of_page)
        return next((arm.size for arm in known if re.search(rf"(?<!\w){re.escape(arm.word)}(?!\w)", words)), None)
