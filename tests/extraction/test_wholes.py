from checker.extraction.sentences import Page
from checker.extraction.wholes import proposals
from checker.model import Certainty
from checker.read.text import from_text

PAGE = Page(from_text("We followed 60 adults. They were 26 men and 34 women, and 90 others."))
WHOLE, MEN, WOMEN, OTHERS = PAGE.tokens
SENTENCE = PAGE.sentences[1]


def test_parts_of_a_whole():
    [made] = proposals(SENTENCE, WHOLE, [MEN, WOMEN], "a men and b women", presumed=True)
    assert made.fields["whole"].literal == "60"
    assert [part.count.literal for part in made.fields["parts"]] == ["26", "34"]
    assert made.fields["presumed"]
    # Another figure may be a part of the same whole; a part is that of one.
    assert made.own == (MEN, WOMEN)


def test_a_whole_of_its_own_sentence_is_printed_with_its_parts():
    certainty = {
        at: next(proposals(PAGE.sentences[at], WHOLE, [MEN, WOMEN], "a men and b women")).certainty for at in (0, 1)
    }
    assert certainty == {0: Certainty.PRINTED, 1: Certainty.NAMED}


def test_what_may_be_no_parts_is_a_guess_and_presumes_nothing():
    [made] = proposals(SENTENCE, WHOLE, [MEN, WOMEN], "a men and b women", "of others", presumed=True)
    assert (made.certainty, made.why) == (Certainty.GUESSED, "of others")
    assert not made.fields["presumed"]
    assert not list(proposals(SENTENCE, WHOLE, [MEN, OTHERS], "a men and b women", "of others"))
