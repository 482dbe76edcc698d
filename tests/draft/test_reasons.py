"""Every reason holds of the numbers that it says, and of no other."""

import re

import pytest

from checker.draft import reasons
from checker.draft.conditions import Seen
from checker.draft.parts import Parts
from checker.extraction.sentences import Page
from checker.read.text import from_text

_MARK = re.compile(r"\[\[([^\[\]]+)\]\]")


def seen(marked):
    """The number in double brackets where it stands."""
    text = _MARK.sub(r"\1", marked)
    start = _MARK.search(marked).start()
    document = from_text(text)
    page = Page(document)
    token = next(token for token in page.tokens if token.start <= start < token.end)
    return Seen(page, token, page.sentence(token.start), Parts(document).at(token.start))


@pytest.mark.parametrize("reason", reasons.REASONS, ids=lambda reason: reason.name)
def test_it_holds_of_what_it_says(reason):
    assert reason.reads
    assert reason.leaves
    for marked in reason.reads:
        assert reason.holds(seen(marked)), marked
    for marked in reason.leaves:
        assert not reason.holds(seen(marked)), marked


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("Fever was seen in 12 of 60 (20%; [[95%]] CI 11 to 32).", "level of an interval"),
        ("The trial ran in [[2019]].", "date or year"),
        ("Patients took [[100]] mg.", "dose"),
        ("This is shown in Table [[3]].", "number of a table or figure"),
        ("It was measured with IL-[[6]].", "part of a name or a unit"),
        ("They are said to be common [4, [[12]]].", "citation"),
        ("[[Half]] of them had fever.", "fraction in words"),
        ("Fever was seen in [[12]] patients.", None),
        ("Twenty ([[40%]]) had fever.", None),
    ],
)
def test_what_is_known_of_a_number(marked, reason):
    assert reasons.of(seen(marked)) == reason
