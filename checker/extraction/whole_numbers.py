"""Means of things that people have a whole number of, in sentences and in tables."""

import re

from checker.model import Reported
from checker.rounding import bounds, coarse
from checker.statistics.granularity import grim
from checker.statistics.grimmer import grimmer

_WHOLE = re.compile(
    r"\bnumbers? of (?!times the)(?:[a-z-]{2,16} ){0,2}?(?:episodes|children|visits|cycles|attacks|falls|exacerbations|"
    r"seizures|relapses|admissions|hospitali[sz]ations|pregnancies|lesions|teeth|sessions|injections|doses|oocytes|"
    r"embryos|nodes|comorbidities|medications|drugs|operations|days|symptoms|attempts|deliveries|births|errors|"
    r"appointments|calls|implants|transfusions|biopsies|consultations|infections|events|sites|joints|cigarettes)\b"
    r"[^0-9.;]{0,60}$"
)
_NOT_WHOLE = re.compile(
    r"\b(?:per|daily|weekly|monthly|annual|yearly|a (?:day|week|month|year)|each|log|chang|differen)"
)
_MISSING_VALUES = 2
_FEWEST = 5


def is_whole(before: str, behind: str = "") -> bool:
    """Whether the words around a mean speak of things that people have a whole number of."""
    return _WHOLE.search(before) is not None and not _NOT_WHOLE.search(before) and not _NOT_WHOLE.search(behind)


def says_nothing(value: Reported, size: int) -> bool:
    """Whether any mean printed so coarsely is one of so many whole numbers."""
    return size < _FEWEST or coarse(value, size)


def missing_values_explain(value: Reported, sd: Reported | None, size: int, most: int = _MISSING_VALUES) -> bool:
    """Whether so many whole numbers cannot have a mean and SD, and a few less, ``most`` at most, can."""
    if _possible(value, sd, size):
        return False
    return any(_possible(value, sd, size - missing) for missing in range(1, most + 1))


def _possible(value: Reported, sd: Reported | None, size: int) -> bool:
    mean, spread = bounds(value), None if sd is None else bounds(sd)
    if mean is None:
        return True
    return bool(grim(mean, size) if spread is None else grimmer(mean, spread, size))
