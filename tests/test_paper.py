from checker.kinds import Group, Proportion
from checker.model import Count
from checker.paper import Description, Paper, Population

PAPER = Paper(
    document=Description(title="A trial"),
    populations={
        "randomised": Population(size=Count("55")),
        "treated": Population(size=Count("30"), within="randomised"),
        "followed": Population(size=Count("28"), within="randomised", assumed="the rest was lost"),
    },
    claims=(Proportion(id="women", count=Count("12"), of="treated"),),
)


def test_nesting_makes_claims_but_of_assumed_sizes():
    assert [claim.id for claim in PAPER.all_claims()] == ["population-treated", "women"]


def test_a_total_printed_with_the_figure_comes_before_the_population():
    assert PAPER.denominator(Group(of="treated")) == Count("30")
    assert PAPER.denominator(Group(of="treated", total=Count("29"))) == Count("29")
    assert PAPER.denominator(Group()) is None
