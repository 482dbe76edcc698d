import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.auditing import audit_document
from checker.extraction.typography import plain, rounded
from checker.read.text import from_text

ODD = st.characters(categories=["Co", "Cc", "Cn", "Cs", "Cf", "Sm", "Zs", "Nd", "Lu", "So"])


@given(st.text(st.one_of(st.characters(), ODD)))
def test_the_plain_form_has_the_same_length(text):
    assert len(plain(text)) == len(text)
    assert len(rounded(plain(text))) == len(text)


@given(st.text(st.one_of(st.characters(), ODD)))
def test_the_plain_form_has_no_characters_that_nobody_sees(text):
    assert not {unicodedata.category(char) for char in plain(text)} & {"Cc", "Co", "Cn", "Cs"}


@pytest.mark.parametrize("mark", ["\uf0b7", "\ue000", "\uf8ff", "\U000f0000", "\U0010fffd", "\x07", "\x9d", "\u0378"])
def test_bullets_of_a_symbol_font_do_not_matter(mark):
    said = "Of 55 patients, 10 (22%) were at high risk"
    text = f"{said} {mark}.\n{mark} Scores fell from {mark} 5 to 7.{mark} 12 vs 13 {mark}"
    messages = [finding.message for finding in audit_document(from_text(text)).findings]
    assert "10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46" in messages
