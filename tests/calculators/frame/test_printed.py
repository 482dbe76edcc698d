from decimal import Decimal

import pytest

from checker.calculators.frame.printed import confidence, figure, fraction, limits, named, share


@pytest.mark.parametrize(
    ("given", "literal"), [("5.10", "5.10"), (5.1, "5.1"), (28, "28"), (Decimal("5.10"), "5.10"), (1e-7, "0.0000001")]
)
def test_figure_keeps_what_was_printed(given, literal):
    assert figure(given).literal == literal


def test_what_is_no_figure():
    with pytest.raises(ValueError, match="expected a number, not 'many'"):
        figure("many")


@pytest.mark.parametrize("wrong", ["10", "1/2/3", "-1/2", "3/2"])
def test_what_is_no_fraction(wrong):
    with pytest.raises(ValueError, match=r"expected a count|above the total"):
        fraction(wrong)


@pytest.mark.parametrize(
    ("given", "problem"),
    [(("2.20",), "a name and a figure"), (("q=1",), "'q' is not known"), (("t=1", "t=2"), "t is given twice")],
)
def test_named_figures_that_are_wrong(given, problem):
    with pytest.raises(ValueError, match=problem):
        named(given, ("t", "df"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("53% to 73%", ["53%", "73%"]),
        ("53-73%", ["53%", "73%"]),
        ("(0.53, 0.73)", ["0.53", "0.73"]),
        ("[0.53;0.73]", ["0.53", "0.73"]),
        ("-5 to -2", ["-5", "-2"]),
        ("−0.5–0.2", ["−0.5", "0.2"]),
        ("1,200 to 2,400", ["1,200", "2,400"]),
    ],
)
def test_limits_as_printed(given, expected):
    assert [each.literal for each in limits(given)] == expected


@pytest.mark.parametrize("wrong", ["53", "53 to", "a to b", "73 to 53", "1 to 2 to 3"])
def test_what_are_no_limits(wrong):
    with pytest.raises(ValueError, match=r"two limits|above the upper"):
        limits(wrong)


@pytest.mark.parametrize("wrong", ["101", "-1", "<5%"])
def test_what_is_no_share_or_level(wrong):
    with pytest.raises(ValueError, match="expected a share"):
        share(wrong)
    with pytest.raises(ValueError, match="expected a level"):
        confidence(40)
