"""Damaged print is mended in place."""

import pytest

from checker.extract.mending import mended


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("t(52) p 4.10, p ! .01", "t(52) = 4.10, p < .01"),
        ("Fs(1, 480)b1.20, psN.27", "Fs(1, 480)<1.20, p >.27"),
        ("x2 (1, N p 70) p 5.12, p p .05", "x2 (1, N = 70) = 5.12, p = .05"),
        ("t(140) = 6.   31,p<.01", "t(140) =    6.31,p<.01"),
        ("t(52) = - 3.15", "t(52) =  -3.15"),
        ("b = 0.3, patients p. 12", "b = 0.3, patients p. 12"),
    ],
)
def test_mended(damaged: str, meant: str) -> None:
    assert mended(damaged) == meant
    assert len(damaged) == len(meant)
