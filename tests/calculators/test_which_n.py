import pytest

from checker.calc import which_n


def test_fractions():
    answer = which_n("22%", max=30)
    assert answer.rows == ((9, "2", "22.2%"), (18, "4", "22.2%"), (23, "5", "21.7%"), (27, "6", "22.2%"))
    assert (55, "12", "21.8%") in which_n("22%").rows


@pytest.mark.parametrize("printed", ["22", "33.3", "0", "7.69", "100"])
def test_all_fractions(printed):
    places = len(printed.partition(".")[2])
    every = {n: [c for c in range(n + 1) if f"{100 * c / n:.{places}f}" == printed] for n in range(1, 201)}
    found = {row[0] for row in which_n(printed, max=200).rows}
    # A half may be rounded either way.
    assert {n for n, counts in every.items() if counts} <= found
    half = 0.5 * 10.0**-places + 1e-9
    assert found == {n for n in every if any(abs(100 * c / n - float(printed)) <= half for c in range(n + 1))}


def test_none():
    assert which_n("1%", max=20).notes == ("No number up to 20 has a count that makes 1%.",)
    with pytest.raises(ValueError, match="at least 1"):
        which_n("1%", max=0)
