import pytest

from checker.extraction.regions import comma_decimals, regions
from checker.extraction.sentences import Page
from checker.read.text import from_text


def reasons(text):
    return [(text[start:end], reason) for start, end, reason in regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/2019/12 for 12 more", [("https://example.org/2019/12", "identifier")]),
        ("registered as 2012-001234-56", [("2012-001234-56", "identifier")]),
        ("on 2019-03-12 and on 12/03/2019", [("2019-03-12", "date"), ("12/03/2019", "date")]),
        ("with R 4.1.2 and 12.5", [("4.1.2", "version")]),
        ("as said before [3, 5-7]", [("[3, 5-7]", "citation")]),
        ("as said before [3] by 12% [4]", [("[3]", "citation"), ("[4]", "citation")]),
        ("aged 45 years [33-55]", []),
        ("12 women", []),
    ],
)
def test_stretches_without_data(text, expected):
    assert reasons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p = 0,05 was small", True),
        ("OR 1,83 was large", True),
        ("8,5% were ill", True),
        ("8,500 were ill", False),
        ("p = 0,05 and 0.3", False),
    ],
)
def test_whether_a_text_writes_decimals_with_a_comma(text, expected):
    assert comma_decimals(text) is expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sensitivity was 0.9 and 28,8 % of all.", [0.9, 28.8]),
        ("Accuracy was 0.9, and 90,2% [84,1; 96,2].", [0.9, 90.2, 84.1, 96.2]),
        ("They were 0.9 and 0,001 long.", [0.9, 0.001]),
        ("OR 1,83 and 2,15 were found.", [1.83, 2.15]),
    ],
)
def test_decimals_with_a_comma(text, values):
    assert [token.value for token in Page(from_text(text)).tokens] == values
