"""Why a number is no data, by the words around it."""

import pytest

from checker.extraction.numbers import lex

REASONS = {
    "compound": "a 3-lead recording",
    "duration": "a 3-week course",
    "age": "a 45-year-old man",
    "level": "the 95% confidence interval",
    "date": "in the 1985 sample",
    "name": "COVID-19 was rare",
    "time point": "on day 12 they left",
    "figure number": "as in Table 3",
    "label": "grade 3 anaemia",
    "version": "SPSS 22.0 was used",
    "dose": "they took 20 mg",
    "beyond": "some 1e308 of them",
    "identifier": "registered as ISRCTN12345678",
    "ordinal": "the 5th day",
    "reference": "as shown12 before",
}
DATA = {
    "20 patients": None,
    "a median age of 62 years": "years",
    "aged 62 ± 8 years": None,
    "a 15-percentage-point increase": "points",
    "a 3-fold rise": "fold",
    "2/143 v 10/96": None,
    "grade 12 (20%)": None,
    "RESULTS--5 patients": None,
    "12 mg/dl": "mg/dl",
    "of 2012 patients": None,
}


@pytest.mark.parametrize(("reason", "text"), REASONS.items(), ids=REASONS)
def test_why_a_number_is_no_data(reason, text):
    assert [token.reason for token in lex(text, text)] == [reason]


@pytest.mark.parametrize(("text", "measure"), DATA.items(), ids=DATA)
def test_numbers_that_are_data(text, measure):
    first = lex(text, text)[0]
    assert (first.reason, first.unit) == (None, measure)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("one another", "wording"), ("one of the men", None), ("a two-week course", "duration"), ("grade three", "label")],
)
def test_number_words(text, reason):
    assert [token.reason for token in lex(text, text)] == [reason]
