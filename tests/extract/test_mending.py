"""Damaged print is mended in place."""

import pytest

from checker.extract.mending import mended


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("t(43) p 3.01, p ! .01", "t(43) = 3.01, p < .01"),
        ("Fs(1, 702)b1.55, psN.21", "Fs(1, 702)<1.55, p >.21"),
        ("x2 (1, N p 84) p 86.32, p p .05", "x2 (1, N = 84) = 86.32, p = .05"),
        ("t(191) = 9.   42,p<.01", "t(191) =    9.42,p<.01"),
        ("t(43) = - 2.57", "t(43) =  -2.57"),
        ("b = 0.3, patients p. 12", "b = 0.3, patients p. 12"),
    ],
)
def test_mended(damaged: str, meant: str) -> None:
    assert mended(damaged) == meant
    assert len(damaged) == len(meant)
