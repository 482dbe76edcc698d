import pytest

from checker.calculators.smd import smd


def test_as_in_borenstein():
    answer = smd("103/5.5/50", "100/4.5/50")
    assert "d = 0.597 and g = 0.5924" in answer.notes[0]
    assert answer.rows[0][1] < 0.597 < answer.rows[0][2]
    assert "95% interval (g, normal): 0.1949 to 0.99." in answer.notes


def test_printed_difference_of_either_sign():
    one, other = (smd("103.0/5.5/50", "100.0/4.5/50", printed=each) for each in ("0.59", "-0.59"))
    assert [row[-1] for row in one.rows] == [row[-1] for row in other.rows]
    assert smd("103.0/5.5/50", "100.0/4.5/50", printed="1.9").notes[0] == "1.9 fits none of these."


def test_a_control_group_that_does_not_vary_has_no_delta():
    assert [row[0] for row in smd("103.0/5.5/50", "100.0/0.0/50").rows][-1] == "d (mean variance)"


def test_wrong_figures():
    with pytest.raises(ValueError, match="do not vary"):
        smd("103.0/0.0/50", "100.0/0.0/50")
    with pytest.raises(ValueError, match="mean/SD/n"):
        smd("103.0/0.0", "100.0/0.0/50")
