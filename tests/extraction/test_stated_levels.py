"""The level of significance that a paper says it judges by."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.stated_levels import levels
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A p value of less than 0.01 was considered significant.", ("0.01",)),
        ("P <.05 was considered statistically significant.", ("0.05",)),
        ("Significance was set at 0.10.", ("0.10",)),
        ("An alpha of 0.01 was used, and of 0.05 elsewhere; significance was accepted at 0.05.", ("0.01", "0.05")),
        ("The difference of p = 0.01 was significant.", ()),
        ("With a power of 80% and an alpha of 0.10 we needed 200 patients.", ()),
        ("P = 0.03 was taken as significant.", ()),
        ("Fever fell.", ()),
    ],
)
def test_levels(text: str, expected: tuple[str, ...]) -> None:
    assert levels(Page(from_text(text))) == expected
