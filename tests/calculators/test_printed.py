from decimal import Decimal

import pytest

from checker.calculators.printed import figure, fraction, named


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
