"""What labels, heads and captions say that the figures of a cell are: ``n (%)``, ``mean (SD)``, ``OR (95% CI)``."""

import functools
import re
from typing import TypeVar

import msgspec

from checker.extraction import phrases
from checker.extraction.printed import LimitsName
from checker.extraction.quantities import Meaning, headed, scale_of
from checker.extraction.surfaces.spreads import SpreadName

_SPREAD = re.compile(phrases.NAMED["spread_label"])
_INTERVAL = re.compile(phrases.NAMED["interval_words"])
_LIMITS = re.compile("|".join(phrases.NAMED[name] for name in ("quartile_words", "interval_words", "range_words")))
_INTERVAL_ALONE = re.compile(
    rf"\(?(?:exact |clopper-pearson |two-sided )*{phrases.NAMED['interval_words']}(?:, ?%| ?\(%\)|%)?\)?$"
)
_PERCENT = re.compile(r"\(? ?%|percent|per cent")
# What a caption says of the cells of the whole table.
_ALL_SHARES = re.compile(
    r"(?:\bn|\bno\.?|numbers?|counts?|frequenc(?:y|ies))(?: of (?:patients|participants|subjects|women|cases))?"
    r" ?[(,]{1,2} ?(?:%|percent)|percentages? (?:is |are )?(?:given |shown )?in (?:paren|brack)|\(%\)"
)
# Percentages that stand in front of their counts: ``% (n)``.
_PERCENT_FIRST = re.compile(r"(?:%|percent(?:age)?s?),? ?[(\[] ?(?:n|no|numbers?|counts?|frequency)\b\.? ?[)\]]")
_P_LAST = re.compile(r"[,;(/] ?p(?:[ -]?values?)?\)?$")
_SIZE_LAST = re.compile(r"[,;/] ?(?:n|no\.?|numbers?)\)?$")
# Words of a row or column whose figures are no counts with percentages.
_NO_COUNTS = re.compile(
    r"mean|median|\bsd\b|s\.d\.|\biqr\b|\branges?\b|±|\bci\b|\bratios?\b|\brate per\b|weighted|\bchanges?\b|"
    r"difference"
)
# Words of what is measured, unless a row is one class of it: ``<16 years``, ``Score 5-7``.
_MEASURED = re.compile(r"\bscores?\b|years|duration|concentrat|\bage\b")
_CLASS = re.compile(
    r"[<>≤≥]|\b[0-9]+(?:\.[0-9]+)? ?(?:-|to) ?[0-9]+|[0-9]\+|"
    r"\b(?:or|and) (?:more|less|older|younger|over|under|above|below)\b|"
    r"\b(?:over|under|above|below|(?:less|more) than) [0-9]"
)
# ``ORᵃ(95% CI)``
_FOOTNOTE = re.compile(r"[ᵃᵇᶜᵈᵉᶠᵍʰⁱ*†‡§¶#¥]+")
_STATISTIC = re.compile(r"\b(?P<name>median|mean)s?\b")
ANOTHER_SUMMARY = re.compile(r"median|iqr|inter-?quartile|range|\bci\b|confidence|geometric|adjusted|change|differen")

# The words of one row, column or caption are asked about by many cells.
_once = functools.lru_cache(maxsize=4096)


Name = TypeVar("Name")


class Said(msgspec.Struct, frozen=True):
    """The words about a cell: its row's label and the heading above it, its column's heads, caption and notes.

    ``printed_label``, ``printed_head``: in their own letters. ``stub``: what stands above the labels of all rows.
    """

    label: str
    heading: str
    head: str
    about: str
    printed_label: str
    printed_head: str
    stub: str = ""

    @property
    def own(self) -> str:
        """Those that are of its row."""
        return f"{self.heading} {self.label}"

    @property
    def no_counts(self) -> bool:
        """Whether row or column say that figures are something else than counts."""
        return no_counts(self.label, self.heading) or no_counts(self.head)

    @property
    def says_no_counts(self) -> bool:
        """The same, whatever is measured under the heading of its row, which may have ended further up."""
        return no_counts(self.label) or says_summary(self.heading) or no_counts(self.head)

    @property
    def shares(self) -> bool:
        """Whether row or column say that percentages stand here, or the head of all rows that these do with counts."""
        if self.no_counts:
            return False
        return any(map(_says_percent, (self.label, self.heading, self.head))) or all_shares(self.stub)

    @property
    def percent_first(self) -> bool:
        """Whether the nearest words that tell it say that percentages stand in front of their counts."""
        return any(map(_is_percent_first, (self.label, self.heading, self.head, self.stub, self.about)))

    def spread(self, decimals: int) -> SpreadName | None:
        """What stands in brackets behind a value of so many decimals, if that is a spread.

        Below ``mean (SD) or n (%)`` a whole number may be a count: the words must be those of its own row.
        """
        told = next((text for text in (self.own, self.head, self.stub, self.about) if _spreads(text)), "")
        if ANOTHER_SUMMARY.search(self.own + self.head):
            return None
        if told != self.own and ("%" in self.own + self.head or not decimals):
            return None
        return _only(_spreads(told))

    @property
    def signed_spread(self) -> SpreadName | None:
        """What a plus-minus sign stands before, if somebody says so."""
        told = (self.own, self.head, self.stub, self.about)
        return next((_only(found) for text in told if (found := _spreads(text))), None)

    @property
    def limits(self) -> LimitsName | None:
        """What pairs of limits are, as the nearest words say; nothing where these name several."""
        near = next((found for text in (self.label, self.head, self.heading) if (found := _limits(text))), None)
        if near is None and scale_of(self.measure) == "log":
            return "ci"
        return _only(near or _limits(self.stub) or _limits(self.about))

    @property
    def level(self) -> str:
        """The level of confidence that the words name, or the customary one."""
        texts = (self.label, self.head, self.heading, self.stub, self.about)
        return next((level for text in texts if (level := _level(text))), "95")

    @property
    def measure(self) -> Meaning | None:
        """The measure of effect that the row names, if it speaks of an interval too, or else the column."""
        of_row = _headed(self.printed_label)
        own = of_row if "ci" in _limits(self.label) else None
        return own or _headed(self.printed_head) or of_row

    @property
    def own_statistic(self) -> str | None:
        """Median or mean, as row or column say."""
        return next((name for text in (self.label, self.head, self.heading) if (name := _statistic(text))), None)

    @property
    def statistic(self) -> str | None:
        """The same, as the nearest words say."""
        return self.own_statistic or _statistic(self.stub) or _statistic(self.about)


@_once
def no_counts(text: str, heading: str = "") -> bool:
    """Whether words say that figures are something else than counts; an interval may be of shares."""
    both = _INTERVAL.sub(" ", f"{heading} {text}")
    return _NO_COUNTS.search(both) is not None or (_MEASURED.search(both) is not None and not _CLASS.search(text))


@_once
def says_summary(text: str) -> bool:
    """Whether words name a summary of a measure, or something else than counts."""
    return _NO_COUNTS.search(_INTERVAL.sub(" ", text)) is not None


@_once
def interval_alone(text: str) -> bool:
    """Whether a label or head names a confidence interval and nothing else."""
    return _INTERVAL_ALONE.match(text) is not None


@_once
def all_shares(about: str) -> bool:
    """Whether a caption says that the table's cells are counts and percentages."""
    return _ALL_SHARES.search(about) is not None


@_once
def _says_percent(text: str) -> bool:
    return _PERCENT.search(_INTERVAL.sub(" ", text)) is not None


@_once
def _is_percent_first(text: str) -> bool:
    return _PERCENT_FIRST.search(text) is not None


@_once
def ends_with_p(head: str) -> bool:
    """Whether a head names a p behind what stands in front."""
    return _P_LAST.search(head) is not None


@_once
def ends_with_size(head: str) -> bool:
    """Whether a head names a number of people behind what stands in front."""
    return _SIZE_LAST.search(head) is not None


@_once
def _spreads(text: str) -> frozenset[SpreadName]:
    return frozenset("sd" if found["sd"] else "se" for found in _SPREAD.finditer(text))


@_once
def _limits(text: str) -> frozenset[LimitsName]:
    return frozenset("iqr" if found["iqr"] else "range" if found["range"] else "ci" for found in _LIMITS.finditer(text))


@_once
def _level(text: str) -> str | None:
    found = _INTERVAL.search(text)
    return found["level"] or found["level_behind"] if found else None


@_once
def _statistic(text: str) -> str | None:
    found = _STATISTIC.search(text)
    return found["name"] if found else None


@_once
def _headed(words: str) -> Meaning | None:
    return headed(_FOOTNOTE.sub(" ", words))


def _only(names: frozenset[Name]) -> Name | None:
    return next(iter(names)) if len(names) == 1 else None
