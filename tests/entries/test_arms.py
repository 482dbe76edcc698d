from checker.entries.arms import Group, of_arms
from checker.entries.mapping import Figure
from checker.entries.roles import heading


def groups(whole, *arms):
    found = {"": Group(whose="", fields={role: Figure(at) for at, role in enumerate(whole)}, headings={})}
    for place, (whose, roles) in enumerate(arms):
        fields = {role: Figure(10 * (place + 1) + at) for at, role in enumerate(roles)}
        found[whose] = Group(whose=whose, fields=fields, headings={})
    return found


def test_a_p_compares_two_arms():
    (relation,) = of_arms(groups(["p"], ("a", ["count", "total"]), ("b", ["count", "total"])))
    assert (relation.kind, relation.figures["p",]) == ("comparison", Figure(0))


def test_an_effect_needs_to_know_which_arm_is_the_control():
    named = groups(["estimate"], ("placebo", ["count", "total"]), ("drug", ["count", "total"]))
    unnamed = groups(["estimate"], ("early", ["count", "total"]), ("late", ["count", "total"]))
    for each in (named, unnamed):
        each[""].headings["estimate"] = heading("OR")
    (relation,) = of_arms(named)
    assert relation.figures["groups", 1, "count"] == Figure(10)
    assert of_arms(unnamed) == []


def test_means_of_two_arms():
    (relation,) = of_arms(groups(["p"], ("t", ["mean", "sd", "total"]), ("c", ["mean", "sd", "total"])))
    assert relation.kind == "mean-comparison"


def test_three_arms_are_not_two():
    arms = [(name, ["count", "total"]) for name in "xyz"]
    assert of_arms(groups(["p"], *arms)) == []
