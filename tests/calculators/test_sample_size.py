from math import ceil

import pytest
from statsmodels.stats.power import NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import proportion_effectsize

from checker.calc import power, sample_size
from checker.statistics.power import Errors
from checker.statistics.power_means import events_freedman


def rows_of(**design):
    return {row[0]: row[1:] for row in sample_size(**design).rows}


def test_agrees_with_statsmodels():
    arcsine = NormalIndPower().solve_power(proportion_effectsize(0.6, 0.45), None, 0.05, 0.8)
    assert rows_of(p1="60%", p2="45%")["arcsine"][1] == ceil(arcsine)
    t = TTestIndPower().solve_power(0.5, None, 0.05, 0.9)
    assert rows_of(difference=5, sd=10, power=90)["two groups, t"][1] == ceil(t)


def test_dropouts_clusters_and_allocation():
    plain = rows_of(p1="60%", p2="45%")["pooled"]
    assert rows_of(p1="60%", p2="45%", dropout="10%")["pooled"][4] == ceil(plain[3] / 0.9)
    clustered = rows_of(p1="60%", p2="45%", cluster_size=20, correlation=0.05)["pooled"]
    assert clustered[1] == pytest.approx(1.95 * plain[1], abs=2)
    notes = sample_size(p1="60%", p2="45%", cluster_size=20, correlation=0.05).notes
    assert f"{ceil(186 * 1.95 / 20)} clusters of the first group" in notes[2]
    _, n1, n2, both, _ = rows_of(p1="60%", p2="45%", allocation=2)["pooled"]
    assert n2 in (2 * n1, 2 * n1 - 1)
    assert both == n1 + n2


def test_the_first_group_has_the_hazard_that_the_ratio_multiplies():
    events = rows_of(hazard_ratio=0.7, allocation=0.5)["freedman"][0]
    assert events == ceil(events_freedman(0.7, Errors(), 2.0))
    found = {row[0]: row[1] for row in power(events, hazard_ratio=0.7, allocation=0.5).rows}
    assert found["freedman"] == pytest.approx(80, abs=0.2)


def test_subjects_from_events_margins_and_one_group():
    found = rows_of(hazard_ratio=0.7, p1="50%", p2="38%")["schoenfeld"]
    assert found[3] == pytest.approx(found[0] / 0.44, abs=2)
    assert rows_of(hazard_ratio=1, margin=1.25, sides=1, alpha="2.5%")["schoenfeld"][0] == 631
    assert rows_of(margin="10%", p1="85%", p2="85%", sides=1, alpha="2.5%")["non-inferiority, unpooled"][1] == 201
    assert rows_of(margin=2.5, sd=10, sides=1, alpha="2.5%", power="90%")["non-inferiority, normal"][1] == 337
    trial = rows_of(hazard_ratio=0.7, median=12, accrual=24, follow_up=12)["schoenfeld"]
    assert trial[0] == found[0]
    assert trial[3] == pytest.approx(trial[0] / 0.68, rel=0.05)
    assert sample_size(p1="50%", precision="5%").rows == (("wald, 95%", 385),)
    single = rows_of(p1="60%", null="45%")
    assert (single["exact, first"][1], single["exact, lasting"][1], single["exact, first"][2]) == (89, 95, None)


@pytest.mark.parametrize(
    "design",
    [
        {},
        {"p1": 0.5},
        {"p1": 0.5, "p2": 0.5},
        {"p1": 0.5, "p2": 0.4, "cluster_size": 20},
        {"p1": 0.5, "p2": 0.4, "sides": 3},
        {"p1": 0.5, "p2": 0.4, "power": 0},
        {"difference": 5, "sd": 0},
        {"hazard_ratio": 1},
        {"hazard_ratio": 0.7, "median": 12},
        {"hazard_ratio": 0.7, "median": 0, "accrual": 12},
    ],
)
def test_what_is_no_design(design):
    with pytest.raises(ValueError, match=r"expected|equal|clusters|sides|between|suffices|no trial|above 0"):
        sample_size(**design)
