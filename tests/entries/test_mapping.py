from checker.entries.mapping import dotted, figure_fields, names_of
from checker.kinds import Proportion, Summary
from checker.model import Count, Reported


def test_the_printed_numbers_of_a_kind():
    assert figure_fields(Proportion) == {("count",): Count, ("total",): Count, ("percent",): Reported}
    assert figure_fields(Summary)["groups", "mean"] is Reported


def test_paths():
    assert dotted(("parts", 1, "count")) == "parts[1].count"
    assert names_of(("parts", 1, "count")) == ("parts", "count")
