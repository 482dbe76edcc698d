import pytest

from checker.calculators.frame import samples


def test_groups_keep_their_print():
    found = samples.group("5.10/1.2/30")
    assert found.sample().mean == pytest.approx((5.095, 5.105))
    assert found.sample(exactly=True).sd == (1.2, 1.2)
    error = samples.group("5.10/SEM 0.2/25")
    assert error.sample(exactly=True).sd == (1.0, 1.0)
    assert error.sample(exactly=True, swapped=True).sd == (0.2, 0.2)


@pytest.mark.parametrize(
    "given", ["5.1/1.2", "5.1/x/30", "5.1/1.2/1", "5.1/-1/30", "5.1/1.2/30.5", "<5/1/30", "5/1/<30"]
)
def test_what_is_no_group(given):
    with pytest.raises(ValueError, match=r"."):
        samples.group(given)


@pytest.mark.parametrize(
    ("given", "found"), [("<.05", (0, 0.05)), (".05", (0.045, 0.055)), ("1", (0.5, 1)), (">.9", (0.9, 1))]
)
def test_chances(given, found):
    assert samples.chances(given) == pytest.approx(found)


@pytest.mark.parametrize("given", ["1.2", "-0.3", "p"])
def test_no_chance(given):
    with pytest.raises(ValueError, match=r"."):
        samples.chances(given)


@pytest.mark.parametrize("given", ["0", "2.5", "-1", "<3"])
def test_no_whole_number(given):
    with pytest.raises(ValueError, match="whole number"):
        samples.whole(given)
