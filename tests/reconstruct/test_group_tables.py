from checker.kinds import Group
from checker.model import Count, Reported
from checker.paper import Description, Paper
from checker.reconstruct.group_tables import (
    Counted,
    Missing,
    counted,
    edits,
    inference,
    rests_on_other_data,
    shown,
    tables,
)

PAPER = Paper(document=Description(title="x"))


def test_printed_counts_are_taken_as_they_are():
    assert counted(Group(count=Count("10"), total=Count("30")), PAPER, 0) == Counted(range(10, 11), 30)


def test_percentages_tell_the_counts_that_make_them():
    found = counted(Group(percent=Reported("43"), total=Count("300")), PAPER, 0)
    assert found == Counted(range(128, 131), 300, "43% of 300")
    assert inference([found]) == "counts inferred: 43% of 300 is 128-130"


def test_what_a_group_lacks_is_named():
    assert counted(Group(percent=Reported("43")), PAPER, 1) == Missing("the size of group 2")
    assert counted(Group(name="alfa", count=Count("31"), total=Count("30")), PAPER, 0).what.startswith(
        "a count of alfa"
    )
    assert "none of 3 makes 43%" in counted(Group(percent=Reported("43"), total=Count("3")), PAPER, 0).what


def test_every_table_that_the_groups_allow():
    groups = [Counted(range(1, 3), 5), Counted(range(4, 5), 6)]
    assert tables(groups, 10) == [((1, 4), (4, 2)), ((2, 3), (4, 2))]
    assert isinstance(tables(groups, 1), Missing)


def test_the_smallest_edits_alone_are_found():
    groups = [Counted(range(3, 4), 10), Counted(range(5, 6), 10)]
    found = edits(groups, lambda table: "held" if abs(table[0][0] - table[1][0]) >= 4 else None)
    assert found == {(0, 1): "held", (1, 7): "held"}


def test_tests_of_more_than_counts():
    assert rests_on_other_data("Log-rank test").what == "the data of each patient (Log-rank test)"
    assert rests_on_other_data("Fisher's exact") is None
    assert rests_on_other_data(None) is None


def test_tables_in_a_sentence():
    assert shown(((16, 14), (8, 17))) == "16/30, 8/25"
    assert shown(((1, 2, 3), (4, 5, 6))) == "1+2+3, 4+5+6"
