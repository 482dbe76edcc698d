import ast
from pathlib import Path

import pytest

import checker
from checker.extraction.numbers import tokens
from checker.model import Count, Interval, Reported
from checker.rounding import CUT_OFF, Shortening, bounds, coarse, interval, near, unit, units_off

ROOT = Path(checker.__file__).parent


@pytest.mark.parametrize(
    ("value", "printed", "units", "expected"),
    [
        (18.15, "18.2", 0.5, True),
        (18.14, "18.2", 0.5, False),
        (18.28, "18.2", CUT_OFF, True),
        (18.3, "18.2", CUT_OFF, False),
        (0.04, "<0.05", 0.5, True),
        (0.06, "<0.05", 0.5, False),
        (52.4, "~50", 0.5, False),
    ],
)
def test_a_value_near_what_is_printed(value, printed, units, expected):
    assert near(value, Reported(printed), units) is expected


def test_what_about_leaves_open_may_be_more_than_a_unit():
    assert near(52.4, Reported("~50"), roughly=5.0)


def test_a_lexed_number_rounds_as_a_reported_one():
    [token] = tokens("20.0%")
    assert unit(token) == unit(Reported("20.0")) == 0.1
    assert near(20.04, token)


def test_of_several_figures_the_coarsest_counts():
    assert unit(Reported("20.05"), Reported("20"), Reported("7.5")) == 1


def test_few_digits_fit_any_total():
    assert coarse(Reported("22"), 100, 100)
    assert not coarse(Reported("22"), 99, 100)
    assert not coarse(Reported("22.5"), 100, 100)


def test_units_off_are_counted_from_the_edge_of_the_rounding():
    assert units_off(Reported("22"), Interval(23.5, 24)) == 1


@pytest.mark.parametrize("literal", ["70.8", "-3.40", "5", "1.8e3", "1.8e-06", "~50", "12,300"])
@pytest.mark.parametrize("shortening", Shortening)
def test_bounds_in_whole_numbers_are_the_interval(literal, shortening):
    exact = bounds(Reported(literal), shortening)
    ends = exact.low / exact.scale, exact.high / exact.scale
    assert ends == pytest.approx(
        (interval(Reported(literal), shortening).low, interval(Reported(literal), shortening).high)
    )


def test_what_is_one_sided_has_no_bounds():
    assert bounds(Reported("<0.05")) is None
    assert bounds(Count("12")) == (12, 12, 1, 0, 0)


def test_no_other_module_makes_a_place_of_decimals():
    """A power of ten of a number of decimals is a rounding rule."""

    def makes_a_place(node: ast.AST) -> bool:
        return (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Pow)
            and isinstance(node.left, ast.Constant)
            and node.left.value == 10
            and "decimals" in ast.dump(node.right)
        )

    found = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if any(map(makes_a_place, ast.walk(ast.parse(path.read_text("utf-8")))))
    ]
    assert found == ["rounding.py"]
