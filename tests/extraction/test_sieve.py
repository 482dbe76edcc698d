from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.sieve import Sieve, Sieved, finder

WORDS = st.lists(st.text("abc ", min_size=1, max_size=4), min_size=1, max_size=6)
TEXTS = st.text("abc ", max_size=40)


@given(WORDS, TEXTS)
def test_every_place_of_every_word_is_found_once(words, text):
    places = {place for word in words for place in range(len(text)) if text.startswith(word, place)}
    assert finder(words)(text) == sorted(places)


@given(st.lists(WORDS, min_size=1, max_size=5), TEXTS)
def test_a_list_is_found_where_one_of_its_pieces_stands(clauses, text):
    sieve = Sieve()
    each = [sieve.asked([clause]) for clause in clauses]
    found = sieve.found(text)
    assert [found & bits == bits for bits in each] == [any(piece in text for piece in clause) for clause in clauses]
    every = sieve.asked(clauses)
    assert (found & every == every) == all(any(map(text.count, clause)) for clause in clauses)


def test_what_is_asked_later_is_found_from_then_on():
    sieve = Sieve()
    fever = sieve.asked([("fever", "rash")])
    assert sieve.found("no rash, but cough") == fever
    cough = sieve.asked([("cough",)])
    assert cough != fever
    assert sieve.asked([("cough",)]) == cough
    assert sieve.found("no rash, but cough") == fever | cough


def test_nothing_is_asked():
    assert Sieve().asked([]) == 0
    assert Sieve().found("anything") == 0


class Text(Sieved):
    def __init__(self, sieve, text):
        super().__init__(sieve)
        self.text, self.searches = text, 0

    def _searched(self):
        self.searches += 1
        return self.text


def test_a_text_is_searched_again_only_for_what_was_asked_since():
    sieve = Sieve()
    fever = sieve.asked([("fever",)])
    text = Text(sieve, "no rash, but cough")
    assert not text.has(fever)
    assert not text.has(fever)
    assert text.searches == 1
    assert text.has(sieve.asked([("rash", "hives")]))
    assert text.has(sieve.asked([("cough",)]))
    assert text.searches == 3
    assert text.has(0)
