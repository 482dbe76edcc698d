import pytest

from checker.extraction.people.known import Known
from checker.extraction.people.ordered import order
from checker.extraction.sentences import Page
from checker.read.text import from_text

ARMS = "We gave alfa (n = 50) or beta (n = 40). "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With alfa and beta, 10 (20%) and 12 (30%) died, respectively.", [50, 40]),
        ("With beta and alfa, 12 (30%) and 10 (20%) died, respectively.", [40, 50]),
        ("Fewer died: 10 (20%) vs 12 (30%).", [50, 40]),
        # Nothing says that the order is that of the groups.
        ("With them 10 (20%) slept and 12 (30%) died.", [None, None]),
        ("With them 10 (20%) died.", [None]),
        # Two figures and three names.
        ("With alfa, beta and gamma, 10 (20%) vs 12 (30%) died.", [50, 40]),
    ],
)
def test_the_order_of_figures_is_that_of_groups(text, expected):
    people = Known(Page(from_text(ARMS + text)))
    found = [order(people, figure, figure.sentence.outline) for figure in people.figures]
    assert [each and each[0].size for each in found] == expected
