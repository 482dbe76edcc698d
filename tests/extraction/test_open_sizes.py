"""Of whom figures are that print no size."""

from checker.extraction.open_sizes import everybody, sizes
from checker.extraction.sentences import Page
from checker.read.text import from_text


def of(text: str) -> list[int]:
    page = Page(from_text(text))
    return [group.size for group in sizes(page)]


def test_all_or_the_groups_compared():
    assert of("In all 105 adults were randomised.") == [105]
    assert of("In all 105 adults were randomised to alfa (n = 55) or beta (n = 50).") == [55, 50]
    assert of("In all 105 adults were seen; alfa (n = 12) and beta (n = 10) were rare.") == [105]
    assert of("Two groups of 24 adults each got alfa or beta.") == [24, 24]
    assert of("Of 503 adults given alfa, most recovered. Of the 505 adults in the beta group, few did.") == [505, 503]
    assert of("Pressure rose from 94 ± 2 to 104 ± 3 mm Hg.") == []


def test_everybody():
    page = Page(from_text("We gave alfa to 30 adults and beta to 28 adults."))
    found = everybody(page)
    assert found is not None
    assert [each.value for each in found] == [30, 58]
    page = Page(from_text("We saw 4 adults."))
    assert everybody(page) is None
