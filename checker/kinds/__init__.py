"""The kinds of claims: figures that must agree, with the names the field gives them.

A kind is a struct with a tag in a module of this folder, and is found by discovery.
"""

import importlib
import pkgutil
from typing import TYPE_CHECKING, Union

from checker.kinds.claim import Claim, Expectation, Group, Identifier, TimeUnit
from checker.kinds.counts import BinomialInterval, Partition, Proportion, Quantifier
from checker.kinds.design import Allocation, PowerOfTen, Regimen, Registry, SampleSize, Segment
from checker.kinds.effects import Change, Coefficient, Comparison, Effect, Ranking, Significance, TestStatistic
from checker.kinds.measurements import MeanComparison, MeanGroup, SeveralMeans, Summary
from checker.kinds.repeating import Mention, Passage, Repeat
from checker.kinds.survival import FollowUp, MedianSurvival, SurvivalInterval

__all__ = [
    "KINDS",
    "Allocation",
    "AnyClaim",
    "BinomialInterval",
    "Change",
    "Claim",
    "Coefficient",
    "Comparison",
    "Effect",
    "Expectation",
    "FollowUp",
    "Group",
    "Identifier",
    "MeanComparison",
    "MeanGroup",
    "MedianSurvival",
    "Mention",
    "Partition",
    "Passage",
    "PowerOfTen",
    "Proportion",
    "Quantifier",
    "Ranking",
    "Regimen",
    "Registry",
    "Repeat",
    "SampleSize",
    "Segment",
    "SeveralMeans",
    "Significance",
    "Summary",
    "SurvivalInterval",
    "TestStatistic",
    "TimeUnit",
]


def _every() -> tuple[type[Claim], ...]:
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, Claim)
        and kind.__module__ == module.__name__
        and kind is not Claim
    )


KINDS = _every()
# What a paper's claims are of: msgspec decodes by it, and a reader of the code need only know that all are claims.
if TYPE_CHECKING:
    AnyClaim = Claim
else:
    AnyClaim = Union[KINDS]  # noqa: UP007
