"""Measures of accuracy in a claims file: what is read, what is taken for granted, what is a mistake."""

import pytest

from checker import claimfile
from checker.claimfile import ClaimFileError
from checker.kinds.accuracy import Accuracy

CLAIM = "{id: se, kind: accuracy, measure: %s, tp: 45, fn: 5, estimate: 90%s}"


def loaded(claim: str) -> Accuracy:
    [found] = claimfile.loads(f"document: {{title: test}}\nclaims: [{claim}]\n".encode()).claims
    assert isinstance(found, Accuracy)
    return found


def test_what_is_taken_for_granted() -> None:
    claim = loaded(CLAIM % ("sensitivity", ""))
    assert (claim.fp, claim.tn, claim.lower, claim.upper, claim.unit) == (None,) * 5
    assert claim.level.literal == "95"


@pytest.mark.parametrize("measure", ["lr+", "lr-", "balanced-accuracy", "mcc"])
def test_measures_as_they_are_written(measure: str) -> None:
    assert loaded(CLAIM % (measure, ", fp: 3, tn: 97")).measure == measure


@pytest.mark.parametrize(
    "claim",
    [
        CLAIM % ("auc", ""),
        CLAIM % ("sensitivity", ", unit: points"),
        CLAIM % ("sensitivity", ", fp: 1.5"),
        CLAIM % ("f1", ", n: 3"),
    ],
)
def test_mistakes_are_named(claim: str) -> None:
    with pytest.raises(ClaimFileError):
        loaded(claim)
