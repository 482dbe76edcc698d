from checker.extraction import vocabulary
from checker.extraction.numbers import lex
from checker.extraction.vocabulary import DOSES, LABELS, MEASURES, MONTHS, TIMES, UNITS_OF_TIME


def reasons(text):
    return [token.reason for token in lex(text, text)]


def test_a_time_has_one_name():
    assert {TIMES[word] for word in ("wk", "weeks")} == {"weeks"}
    assert {"days", "weeks", "months", "years", "hours", "minutes", "seconds"} == UNITS_OF_TIME
    assert {word for word in TIMES if len(word) > 1} <= MEASURES.keys()


def test_words_stand_in_lower_case():
    words = {*MONTHS, *LABELS, *MEASURES, *DOSES, *vocabulary.COUNT_NOUNS, *vocabulary.STATISTIC_WORDS}
    assert all(word == word.lower() for word in words)


def test_what_the_words_tell_the_lexer():
    assert reasons("on 12 March") == ["date"]
    assert reasons("Table 3") == ["figure number"]
    assert reasons("12 mg") == ["dose"]
    assert reasons("NCT01234567") == ["identifier"]
    assert reasons("12 patients") == [None]
