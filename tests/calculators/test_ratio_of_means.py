from math import exp

import pytest

from checker.calculators.ratio_of_means import ratio_of_means


def test_scales():
    log = ratio_of_means("2.4000/0.31/30", "2.2000/0.29/28", scale="log")
    assert log.rows[0][1] == pytest.approx(exp(0.2), rel=1e-3)
    geometric = ratio_of_means(
        f"{exp(2.4):.6f}/{exp(0.31):.6f}/30", f"{exp(2.2):.6f}/{exp(0.29):.6f}/28", scale="geometric"
    )
    assert geometric.rows[0][3:5] == pytest.approx(log.rows[0][3:5], rel=1e-4)
    assert len(ratio_of_means("12.4/3.1/30", "10.2/2.9/28").rows) == 4


def test_printed_ratio():
    answer = ratio_of_means("12.4/3.1/30", "10.2/2.9/28", printed="1.22")
    assert answer.notes[0].startswith("The printed 1.22 fits geometric, Student;")
    assert ratio_of_means("12.4/3.1/30", "10.2/2.9/28", printed="2.2").notes[0] == "2.2 fits none of these."


@pytest.mark.parametrize(
    ("given", "scale", "problem"),
    [
        (("12.4/3.1/30", "-10.2/2.9/28"), "raw", "means above 0"),
        (("12.4/3.1/30", "10.2/2.9/28"), "square", "no scale"),
        (("12.4/se1.1/30", "10.2/2.9/28"), "geometric", "geometric SD"),
        (("12.4/0.3/30", "10.2/0.9/28"), "geometric", "1 or more"),
    ],
)
def test_wrong_figures(given, scale, problem):
    with pytest.raises(ValueError, match=problem):
        ratio_of_means(*given, scale=scale)
