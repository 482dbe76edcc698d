import pytest

from checker.extraction.sentences import Page
from checker.read.text import from_text


def sentences(text):
    page = Page(from_text(text))
    return [page.text[sentence.start : sentence.end].strip() for sentence in page.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "It fell in both (e.g. The Hague, vs. Delft) by 12%.",
        "It was 2.1 (95% C.I. 0.31 to 4) in all.",
        "It is shown in Fig. 3 of E. Miller.",
        "Fever was seen in 30. 8% and 26.1%.",
    ],
)
def test_stops_that_end_no_sentence(text):
    assert len(sentences(text)) == 1


def test_sentences_with_their_numbers():
    page = Page(from_text("Twelve of 60 fell ill (grade 3). Then 6 of 30 did, at 12 ± 3 days."))
    assert [[token.literal for token in sentence.tokens] for sentence in page.sentences] == [
        ["Twelve", "60"],
        ["6", "30", "12"],
    ]
    assert [[token.literal for token in sentence.others] for sentence in page.sentences] == [["3"], ["3"]]
    assert page.sentence(page.text.index("30")) is page.sentences[1]
    first = page.sentences[0]
    assert first.gap(0) == first.between(*first.tokens) == " of "
    assert (first.before(first.tokens[1], 4), first.after(first.tokens[1], 5)) == (" of ", " fell")


def test_labels_of_an_abstract_are_its_sections():
    page = Page(from_text("METHODS: We treated 60. RESULTS: Fever occurred in 12. It passed."))
    assert [sentence.section for sentence in page.sentences] == ["Methods", "Results", "Results"]


def test_no_text_is_one_endless_sentence():
    assert max(map(len, sentences("word " * 5000))) <= 3000


def test_what_is_made_of_a_page_is_made_once():
    page = Page(from_text("Fever occurred in 12."))
    assert page.once(list_of) is page.once(list_of)


def list_of(page):
    return [page]
