import pytest

from checker.extraction.curve_facts import abbreviations, facts
from checker.extraction.sentences import Page
from checker.read.text import from_text


def shown(text):
    page = Page(from_text(text))
    names = abbreviations(page)
    return [
        (fact.quantity, fact.time, fact.figure.token.literal if fact.figure.token else None)
        for sentence in page.sentences
        for fact in facts(sentence, names)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Median overall survival was 10 months.", [("overall", None, "10")]),
        ("Survival at 2 years was 40%.", [("overall", "24", "40%")]),
        ("Survival was 61% at 1 year and 40% at 2 years.", [("overall", "12", "61%"), ("overall", "24", "40%")]),
        ("At 1 and 2 years, overall survival was 61% and 40%.", [("overall", "12", "61%"), ("overall", "24", "40%")]),
        ("Median overall survival was not reached.", [("overall", None, None)]),
        ("Median age was 62 years, and 40% were men.", []),
        ("Survival rose to 40%.", []),
    ],
)
def test_medians_and_rates(text, expected):
    assert shown(text) == expected


def test_an_abbreviation_is_what_the_paper_says():
    page = Page(from_text("Disease-free survival (DFS) was long. Median DFS was 10 months."))
    names = abbreviations(page)
    assert [fact.quantity for fact in facts(page.sentences[1], names)] == [names["dfs"]]


def test_an_interval_without_an_end():
    page = Page(from_text("Median overall survival was 22 months (95% CI 12.7 to not reached)."))
    [fact] = facts(page.sentences[0], abbreviations(page))
    assert (fact.figure.lower.literal, fact.figure.upper) == ("12.7", None)


def test_whose_they_are():
    page = Page(from_text("Median overall survival was 10 months in arm A and 17 months in arm B."))
    one, other = facts(page.sentences[0], abbreviations(page))
    assert one.name != other.name
    assert one.number == other.number
