import pytest

from checker.entries import headings


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([["study", "n"], ["A", "1"]], (0, 1)),
        ([["Table 1. Responses"], [], ["study", "n"], ["A", "1"]], (2, 1)),
        ([["", "Arm A", "", "Arm B", ""], ["study", "n", "%", "n", "%"], ["A", "1", "2", "3", "4"]], (0, 2)),
        ([["study", "n", ""], ["A", "1", "x"]], (0, 1)),
        ([], (0, 0)),
        ([["", ""], ["", ""]], (2, 0)),
    ],
)
def test_where_the_headings_stand(records, found):
    assert headings.found(records) == found


def test_groups_above_columns_are_part_of_their_names():
    names, width = headings.joined([["", "Arm A", "", "Arm B", ""], ["study", "n", "%", "n", "%"]], [])
    assert names == ["study", "Arm A n", "Arm A %", "Arm B n", "Arm B %"]
    assert width == 5


def test_a_column_with_cells_and_no_heading_gets_a_name():
    assert headings.named(["a", "", ""], [["1"], ["2"], [""]]) == ("a", "column 2", "")
