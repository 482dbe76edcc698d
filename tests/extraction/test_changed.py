import pytest

from checker.extraction.changed import Measured, estimated, otherwise, unit
from checker.extraction.sentences import Page
from checker.read.text import from_text


def measured(text):
    page = Page(from_text(text))
    [sentence] = page.sentences
    return sentence, [Measured.of(sentence, figure.value) for figure in sentence.printed.figures][:3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell from 24% to 18%, by 6%.", "either"),
        ("It fell from 24% to 18%, an absolute reduction of 6%.", "difference"),
        ("It fell from 24% to 18%, a relative reduction of 25%.", "percent"),
        ("It fell from 24% to 18%, by 6 percentage points.", "difference"),
        ("It fell from 24 points to 18 points, by 25%.", "percent"),
        ("It fell from 24 points to 18 points, by 6 points.", "difference"),
        ("It rose from 12 to 36, by 3 times.", "ratio"),
        ("It fell from 24 kg to 18 cm, by 6 kg.", None),
        ("It rose from 2 million to 3 million, by 1 million.", "difference"),
        ("It rose from 2 million to 3, by 1.", None),
    ],
)
def test_what_sort_of_change(text, expected):
    sentence, (before, after, change) = measured(text)
    assert unit(before, after, change, sentence.low) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It fell from 24% to 18%, by 6%.", None),
        ("It fell from 24% to 18%, by 6% per year.", "a change in each of several times"),
        ("The odds fell from 24% to 18%, by 6%.", "a change of odds or hazards"),
        ("It fell from 24 to 18, by 6 SD.", "no figure of the same kind"),
        ("It fell from 24 to 18, by 6 of patients.", "no figure of the same kind"),
        ("Counts fell from 6 to 3 log10 units, by 99%.", "a change of logarithms"),
        ("It fell from 24% to 18%, by 6%, after adjustment for age.", "the change is that of a model"),
        ("It fell from 24 to 24, by 0.", "no change, or a threshold"),
    ],
)
def test_changes_of_something_else(text, reason):
    sentence, (*_, change) = measured(text)
    assert otherwise(sentence, change, sentence.low) == reason


@pytest.mark.parametrize(
    ("text", "of_one", "expected"),
    [
        # Shares of people differ by the difference of the shares.
        ("Mortality was 24% and 18%, a difference of 6%.", False, False),
        # A mean change of pairs need not be the change of the means.
        ("The mean pressure fell from 152 to 139, by 12.", True, True),
        ("The mean pressure was 152 and 139, a difference of 12.", False, False),
        ("The mean pressure was 152 and 139, an adjusted difference of 12.", False, True),
    ],
)
def test_whether_a_change_is_one_of_its_own(text, of_one, expected):
    sentence, (before, after, change) = measured(text)
    assert estimated(sentence, of_one, before, after, change, "difference") is expected
