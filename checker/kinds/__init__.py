"""The kinds of claims: figures that must agree, with the names the field gives them."""

from checker.kinds.claim import Claim, Expectation, Group, Identifier, TimeUnit
from checker.kinds.counts import BinomialInterval, Partition, Proportion, Quantifier
from checker.kinds.design import Allocation, PowerOfTen, Regimen, Registry, SampleSize, Segment
from checker.kinds.effects import Change, Coefficient, Comparison, Effect, Ranking, Significance, TestStatistic
from checker.kinds.measurements import MeanComparison, MeanGroup, Summary
from checker.kinds.repeating import Mention, Passage, Repeat
from checker.kinds.survival import FollowUp, MedianSurvival, SurvivalInterval

__all__ = [
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
    "Significance",
    "Summary",
    "SurvivalInterval",
    "TestStatistic",
    "TimeUnit",
]

AnyClaim = (
    Proportion
    | Partition
    | BinomialInterval
    | SurvivalInterval
    | Comparison
    | Effect
    | Summary
    | MeanComparison
    | TestStatistic
    | Coefficient
    | Repeat
    | Quantifier
    | Ranking
    | Significance
    | Change
    | Allocation
    | SampleSize
    | FollowUp
    | MedianSurvival
    | Passage
    | Registry
    | PowerOfTen
    | Regimen
)
