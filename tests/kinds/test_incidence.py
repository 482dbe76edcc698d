"""Incidence rates in a claims file: what is read, what is taken for granted, what is a mistake."""

import pytest

from checker import claimfile
from checker.claimfile import ClaimFileError
from checker.kinds.incidence import IncidenceRate

CLAIM = "{id: falls, kind: incidence-rate, events: 52, person_time: '3,850', rate: 13.5%s}"


def loaded(claim: str) -> IncidenceRate:
    paper = claimfile.loads(f"document: {{title: test}}\nclaims: [{claim}]\n".encode())
    [found] = paper.claims
    assert isinstance(found, IncidenceRate)
    return found


def test_what_is_taken_for_granted() -> None:
    claim = loaded(CLAIM % "")
    assert (claim.events.value, claim.person_time.value, claim.rate.value) == (52, 3850, 13.5)
    assert (claim.per.value, claim.level.value, claim.lower, claim.upper) == (1, 95, None, None)


def test_what_is_printed_stands() -> None:
    claim = loaded(CLAIM % ", per: '100,000', lower: 10.10, upper: 17.7, level: 90")
    assert claim.lower is not None
    assert (claim.per.literal, claim.lower.literal, claim.level.literal) == ("100,000", "10.10", "90")


@pytest.mark.parametrize(
    "claim",
    [
        CLAIM.replace("52", "52.5") % "",
        CLAIM.replace("rate: 13.5", "per: 1000") % "",
        CLAIM % ", total: 60",
    ],
)
def test_mistakes_are_named(claim: str) -> None:
    with pytest.raises(ClaimFileError, match=r"whole number|rate|total"):
        loaded(claim)
