import pytest

from checker.extraction.sentences import Page
from checker.extraction.side_by_side import clear, shares
from checker.read.text import from_text


def read(text):
    [sentence] = Page(from_text(text)).sentences
    return [tuple(figure.literal for figure in share.figures) for share in shares(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/60 (20%) vs 20/58 (34%; 95% CI 22-48%)", [("12", "60", "20%"), ("20", "58", "34%")]),
        ("12 of the 60 patients and 20 of 58", [("12", "60"), ("20", "58")]),
        ("12 of 60 on A against 20 of 58 on B (20% vs 34%)", [("12", "60", "20%"), ("20", "58", "34%")]),
        ("20% versus 34%", [("20%",), ("34%",)]),
        ("a 20% reduction, by 30%, to 40%-50%", []),
        ("scores of 8/10 and 6/10", []),
        ("a ratio of 12/60/4", []),
    ],
)
def test_shares(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("normal values (35 torr) in 12/60", True),
        ("more than 35 or more in 12/60", True),
        ("35 had fever in 12/60", False),
        ("p = 0.35 in 12/60", False),
    ],
)
def test_what_stands_between_shares(text, expected):
    [sentence] = Page(from_text(text)).sentences
    assert clear(sentence, [0], sentence.end) is expected


def test_thresholds_between_shares_are_passed_over(claims):
    found = claims("Falls were seen in 12/60 men and, of 3 or more, in 20/58 women (p = 0.07).")
    assert [claim.rows for claim in found if claim.__struct_config__.tag == "comparison"] != []


def test_a_share_begins_with_the_count_that_opens_its_bracket():
    text = "At month 12 (10% with alfa vs 7% with beta) fewer smoked (p = 0.02)."
    [sentence] = Page(from_text(text)).sentences
    assert [share.start for share in shares(sentence)] == [text.index("12"), text.index("7%")]
