"""The sizes that two groups may have."""

from checker.model import Candidate, Count, Interval, Reported
from checker.reconstruct import open_sizes

ALL, ARMS = [Count("100")], [Count("62"), Count("58")]


def test_halves_of_all_and_arms_in_either_order():
    assert [(round(one), round(other)) for one, other in open_sizes.usual(ALL)] == [(45, 55), (50, 50), (55, 45)]
    assert open_sizes.usual(ARMS) == [(62, 58), (58, 62)]
    assert (20, 80) in [(round(one), round(other)) for one, other in open_sizes.uneven(ALL)]


def test_fewer_of_all_than_of_an_arm():
    assert min(map(min, open_sizes.fewer([Count("1000")]))) < 25
    assert min(map(min, open_sizes.fewer(ARMS))) > 20
    assert open_sizes.fewest([Count("10")]) == 3


def test_a_level_is_printed_for_a_p_below_it():
    ordinary = [Candidate((Interval(0.0001, 0.0005),), "t test", "t test")]
    assert len(list(open_sizes.level(Reported("0.01"), ordinary, "it"))) == 1
    assert list(open_sizes.level(Reported("0.02"), ordinary, "it")) == []
    assert list(open_sizes.level(Reported("<0.01"), ordinary, "it")) == []
