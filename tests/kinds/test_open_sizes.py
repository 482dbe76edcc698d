"""Comparisons of groups of open sizes in a claims file."""

from checker import claimfile
from checker.kinds.open_sizes import MeanContrast, OpenCorrelation, PercentContrast

HEAD = "document: {title: test}\nclaims:\n- "


def test_what_is_taken_for_granted() -> None:
    claim = "{id: a, kind: percent-contrast, percents: [45, 30], people: ['1,120'], p: 0.09}"
    [found] = claimfile.loads((HEAD + claim).encode()).claims
    assert isinstance(found, PercentContrast)
    assert [each.value for each in found.people] == [1120]
    assert found.alpha.value == 0.05
    claim = "{id: a, kind: mean-contrast, groups: [{mean: 1, sd: 2}, {mean: 3, sd: 4}], people: [30, 28], p: 0.09}"
    [means] = claimfile.loads((HEAD + claim).encode()).claims
    assert isinstance(means, MeanContrast)
    assert not means.paired


def test_a_correlation() -> None:
    [found] = claimfile.loads(
        (HEAD + "{id: a, kind: open-correlation, value: .2, people: [9, 18], p: 0.4}").encode()
    ).claims
    assert isinstance(found, OpenCorrelation)
    assert [each.value for each in found.people] == [9, 18]
