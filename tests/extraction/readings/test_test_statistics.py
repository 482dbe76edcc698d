"""Test statistics with their p, as journals and damaging fonts print them."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t(28) = 2.20, p = .036", ("t", "2.20", "28", None, ".036")),
        ("t(7) = 2.20, two-tailed p = .064", ("t", "2.20", "7", None, ".064")),
        ("t28 = 2.20, p = .036", ("t", "2.20", "28", None, ".036")),
        ("t = 2.20, df = 28, p = .036", ("t", "2.20", "28", None, ".036")),
        ("F(2, 28) = 4.10, p < .05", ("F", "4.10", "2", "28", "<.05")),
        ("F(2,128) = 4.10, p < .05", ("F", "4.10", "2", "128", "<.05")),
        ("F(2, 1,128) = 4.10, MSE = 3.4, p < .05", ("F", "4.10", "2", "1128", "<.05")),
        ("F2,28 = 4.10, p < .05", ("F", "4.10", "2", "28", "<.05")),
        ("F = 4.10, df = 2,128, p < .05", ("F", "4.10", "2", "128", "<.05")),
        ("χ2(1, N = 100) = 6.53, p = .011", ("chi2", "6.53", "1", None, ".011")),
        ("χ2 = 6.53, 1 df, p = .011", ("chi2", "6.53", "1", None, ".011")),
        ("chi 2 = 6.53, 1 df, p = .011", ("chi2", "6.53", "1", None, ".011")),
        ("chi(2) = 5.24, df = 1, p <.05", ("chi2", "5.24", "1", None, "<.05")),
        ("chi(2)(1) = 5.24, p <.05", ("chi2", "5.24", "1", None, "<.05")),
        ("r(28) = −.22, p = .26", ("r", "-.22", "28", None, ".26")),
        ("r(N = 30) = −.22, p = .26", ("r", "-.22", "28", None, ".26")),
        ("Z = 2.10, p = .036", ("z", "2.10", None, None, ".036")),
        ("Q(4) = 9.10, p = .06", ("Q", "9.10", "4", None, ".06")),
        ("t(28) = 0.20, n.s.", ("t", "0.20", "28", None, ">.05")),
        ("*t*(28) = 2.20, *p* = .036", ("t", "2.20", "28", None, ".036")),
        # Signs and spaces that the fonts of a PDF lost or made.
        ("F(1, 52) p 21.30, p ! .01", ("F", "21.30", "1", "52", "<.01")),
        ("F(1, 350)=19.4, pb.001", ("F", "19.4", "1", "350", "<.001")),
        ("F(l, 61) = 17.20, ps < .001", ("F", "17.20", "1", "61", "<.001")),
        ("t(140) ¼ − 6. 31, p < . 01", ("t", "-6.31", "140", None, "<.01")),
    ],
)
def test_read(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert read(f"It rose, {text}.", "test-statistic", "statistic", "value", "df", "df2", "p") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "r(2) = 0.79, p < .0001",
        "t(2, 28) = 2.20, p = .03",
        "t(28) = 2.20, p = 1.03",
        "f(2, 28) = 4.10, p = .03",
        "R(28) = 0.22, p = .03",
        "F(28) = 4.10, p = .03",
    ],
)
def test_left_alone(read: Read, text: str) -> None:
    assert read(f"It rose, {text}.", "test-statistic", "p") == []


def test_two_in_a_row_and_the_whole_of_each_is_pointed_at(claims: Callable[[str], Any]) -> None:
    one, other = claims("It rose, Z = 1.48, p = .14F(2,58) = 1.315, p < .001.")
    assert [str(place) for claim in (one, other) for place in claim.at] == ["1:10-26", "1:27-51"]


def test_a_test_in_one_direction(read: Read) -> None:
    assert read("It rose, t(28) = 2.20, one-tailed p = .018.", "test-statistic", "tails") == [("1",)]


def test_a_paper_with_exact_tests(read) -> None:
    result = "Groups differed, t(28) = 2.20, p = .036."
    assert read(f"Counts were compared by Fisher's test. {result}", "test-statistic", "exact") == [(True,)]
    assert read(result, "test-statistic", "exact") == [(False,)]
