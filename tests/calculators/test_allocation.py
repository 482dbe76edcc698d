import pytest
from scipy.stats import binomtest

from checker.calc import allocation


def test_says_what_chance_and_blocks_make():
    answer = allocation(80, 25, ratio="1:1", block=4)
    assert f"p = {binomtest(80, 105).pvalue:.4g}" in answer.notes[0]
    assert "cannot" in answer.notes[1]
    assert "can make" in allocation("53", "52", block=4).notes[1]
    assert [row[2] for row in allocation(66, 34, ratio="2:1").rows] == pytest.approx([200 / 3, 100 / 3])


@pytest.mark.parametrize(
    ("sizes", "options"),
    [((30,), {}), ((30, 25), {"ratio": "1:1:1"}), ((3, 4), {"ratio": "a:b"}), ((3, 4), {"block": 3})],
)
def test_what_is_wrong(sizes, options):
    with pytest.raises(ValueError, match=r"allocation|ratio|block"):
        allocation(*sizes, **options)
