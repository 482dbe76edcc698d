"""Whatever the text, claims are found or not; nothing else happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.auditing import audit_document
from checker.read.text import from_text

# What fuzzing brought down, in words of our own.
FOUND = [
    "Of the rest, 10⁻⁴ (20.0%) were treated.",
    # A word tried in pieces would take minutes here.
    "The odds were 2 " + "abc/" * 24 + "? ci 1, 3.",
]

WORDS = (
    "12 10⁻⁴ 1.5×10^7 < % ( ) [ ] CI p= of patients n= / - – 0.05 100 1e-9 median IQR HR ± , ; and respectively vs "
    "group arm Twenty-one half all none NCT04424147 t(28)= 1:1 999999999999 survival months 1-year 95% 33.3% (12) 7/9"
).split()
PIECES = st.sampled_from([*WORDS, "\n", "\t", "|", "Results\n", "not reached", "95% CI 0.5 to 1.2", "12 (33.3%)"])


@pytest.mark.parametrize("text", FOUND)
def test_what_fuzzing_found(text):
    audit_document(from_text(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_mixture_of_figures_and_words_is_audited(pieces):
    audit_document(from_text(" ".join(pieces)))
