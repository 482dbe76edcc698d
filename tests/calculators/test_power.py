import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.power import TTestIndPower

from checker.calc import power, sample_size


@given(st.integers(5, 300), st.floats(0.1, 1))
def test_agrees_with_statsmodels(size, effect):
    found = {row[0]: row[1] for row in power(size, difference=effect, sd=1).rows}
    expected = TTestIndPower().power(effect, size, 0.05)
    # scipy has no number for some tails that are as good as 0.
    assert found["t"] == pytest.approx(100 if math.isnan(expected) else 100 * expected, abs=1e-4)


@pytest.mark.parametrize("design", [{"p1": "60%", "p2": "45%"}, {"difference": 4, "sd": 10}])
def test_sizes_have_the_power_that_they_were_made_for(design):
    for name, _, size, *_ in sample_size(**design).rows:
        found = {row[0]: row[1] for row in power(size, **design).rows}
        if name in found:
            assert found[name] >= 80
            assert {row[0]: row[1] for row in power(size - 1, **design).rows}[name] < 80


def test_clusters_tell_less():
    alone = power(100, p1="60%", p2="45%").rows
    assert power(195, p1="60%", p2="45%", cluster_size=20, correlation=0.05).rows == alone
    assert "tell as much as 100.0" in power(195, p1="60%", p2="45%", cluster_size=20, correlation=0.05).notes[0]


def test_what_is_no_design():
    with pytest.raises(ValueError, match="expected p1 and p2"):
        power(100)
    with pytest.raises(ValueError, match="clusters"):
        power(100, p1=0.5, p2=0.4, cluster_size=5)
    with pytest.raises(ValueError, match="allocation"):
        power(100, p1=0.5, p2=0.4, allocation=0)
    with pytest.raises(ValueError, match="no size"):
        power(0, p1=0.5, p2=0.4)
