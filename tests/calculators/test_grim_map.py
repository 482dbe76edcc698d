import statistics
from itertools import product

import pytest

from checker.calc import grim, grim_map, grimmer


def test_of_the_same_people():
    found = {row[0] for row in grim_map("3.43", "5.28", max=60).rows}
    assert found == {n for n in range(1, 61) if all("can have" in grim(mean, n).notes[0] for mean in ("3.43", "5.28"))}


def test_groups_of_a_known_sum():
    """Sizes up to five from half (tests of R scrutiny, grim_map_total_n)."""
    rows = grim_map("3.43", "5.28", total=90).rows
    assert [row for row in rows if 40 <= row[0] <= 50] == [(40, 50), (44, 46), (47, 43)]
    assert [row for row in grim_map("2.97", "4.42", total=103).rows if 46 <= row[0] <= 57] == []


def test_deviations_leave_fewer():
    rows = grim_map("2.97:0.43", "4.42:1.65", total=65).rows
    assert set(rows) <= set(grim_map("2.97", "4.42", total=65).rows)
    for one, other in rows:
        assert "can have" in grimmer("2.97", "0.43", one).notes[0]
        assert "can have" in grimmer("4.42", "1.65", other).notes[0]


def test_three_groups():
    answer = grim_map("3.43", "5.28", "4.1", total=60)
    fits = [[n for n in range(1, 59) if "can have" in grim(mean, n).notes[0]] for mean in ("3.43", "5.28", "4.1")]
    every = [sizes for sizes in product(*fits) if sum(sizes) == 60]
    assert every
    for size, *possible in answer.rows:
        assert possible == [any(sizes[at] == size for sizes in every) for at in range(3)]
    assert grim_map("3.43", "5.28", "4.1", total=10).notes[0] == "No sizes that make 10 fit all of the figures."


def test_true_groups_are_found():
    groups = [1, 2, 2, 5, 7], [3, 3, 4]
    means = [f"{statistics.fmean(group):.2f}:{statistics.stdev(group):.2f}" for group in groups]
    assert (5, 3) in grim_map(*means, total=8).rows


def test_none():
    assert grim_map("3.43", max=5).notes == ("None of the numbers up to 5 fits all of the figures.",)
    with pytest.raises(ValueError, match="at least one mean"):
        grim_map()
