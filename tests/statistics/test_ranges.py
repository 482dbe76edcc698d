import pytest

from checker.statistics.ranges import over


def test_over():
    assert over(lambda a, b: a / b, (1, 2), (4, 8)) == (0.125, 0.5)
    assert over(lambda: 3.0) == (3.0, 3.0)
    with pytest.raises(ValueError, match="reversed"):
        over(lambda a: a, (2, 1))
