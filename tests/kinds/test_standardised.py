"""Effect sizes in a claims file: what is read, what is taken for granted, what is a mistake."""

import pytest

from checker import claimfile
from checker.claimfile import ClaimFileError
from checker.kinds.standardised import EffectSize

CLAIM = "{id: d, kind: effect-size, statistic: t, df: 28, value: 2.20, measure: d, effect: 0.80%s}"


def loaded(claim: str) -> EffectSize:
    paper = claimfile.loads(f"document: {{title: test}}\nclaims: [{claim}]\n".encode())
    [found] = paper.claims
    assert isinstance(found, EffectSize)
    return found


def test_what_is_taken_for_granted() -> None:
    claim = loaded(CLAIM % "")
    assert (claim.value.literal, claim.effect.literal) == ("2.20", "0.80")
    assert (claim.df2, claim.total, claim.sizes, claim.shape, claim.design) == (None,) * 5


def test_what_is_printed_stands() -> None:
    claim = loaded(CLAIM % ", sizes: [10, 20], design: independent")
    assert claim.sizes is not None
    assert [each.literal for each in claim.sizes] == ["10", "20"]
    assert claim.design == "independent"


@pytest.mark.parametrize("mistake", [", sizes: [10]", ", design: between", ", total: 10.5", ", n: 30"])
def test_mistakes_are_named(mistake: str) -> None:
    with pytest.raises(ClaimFileError):
        loaded(CLAIM % mistake)
