import pytest

from checker.entries.arms import Group
from checker.entries.denominators import settle_n, total_of
from checker.entries.mapping import Figure


def group(whose, *roles, size=None):
    fields = {role: Figure(at) for at, role in enumerate(roles)}
    return Group(whose=whose, fields=fields, headings=dict.fromkeys(roles), size=size)


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (["n", "total", "percent"], "count"),
        (["n", "count", "percent"], "total"),
        (["n", "percent"], "count"),
        (["n", "mean", "sd"], "total"),
    ],
)
def test_what_n_is_among_its_neighbours(roles, role):
    own = group("", *roles)
    settle_n(own, {"": own})
    assert own.fields[role] == Figure(0)


def test_n_of_the_row_is_the_total_of_its_outcomes():
    whole, outcome = group("", "n"), group("cr", "count", "percent")
    settle_n(whole, {"": whole, "cr": outcome})
    assert total_of(outcome, {"": whole, "cr": outcome}) == (Figure(0), False)


def test_the_total_with_most_words_in_common_is_the_one():
    shared, own = group("", "total"), group("treatment", "total")
    outcome = group("cr treatment", "count")
    groups = {each.whose: each for each in (shared, own, outcome)}
    assert total_of(outcome, groups)[0] is own.fields["total"]


def test_several_that_fit_alike_are_not_known_apart():
    groups = {name: group(name, "total") for name in ("early", "late")} | {"early late": group("early late", "count")}
    assert total_of(groups["early late"], groups)[1]
