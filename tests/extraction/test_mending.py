"""Damaged print is mended in place."""

import pytest

from checker.extraction.mending import mended


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


@pytest.mark.parametrize(
    ("damaged", "p"),
    [
        ("F(2, 28) p 4.10, p b .05", "<.05"),
        (r"\textit{t}(28) = 2.20, \textit{p} = .036", ".036"),
        ("B2(1) = 6.90, p < .01", "<.01"),
        ("F(2, 28) = 4.10, ps < .05", "<.05"),
        ("F(l, 61) = 4.2, p = .04", ".04"),
        ("x2 (1, N p 70) p 5.12, p p .05", ".05"),
        ("F = 5.10, df = 1,380, p = .01", ".01"),
        ("F(1,150) = 9.2, p ! .01", "<.01"),
        ("t(52)b1.10, p N .27", ">.27"),
    ],
)
def test_read_as_mended(read, damaged: str, p: str) -> None:
    assert read(f"Groups were compared: {damaged}.", "test-statistic", "p") == [(p,)]
