from checker.extraction.people.groups import read
from checker.extraction.people.naming import Names
from checker.extraction.sentences import Page
from checker.read.text import from_text


def names(text):
    page = Page(from_text(text))
    return Names([group for sentence in page.sentences for group in read(sentence, sentence.outline)], (), ())


SMOKERS = names("We followed current smokers (n = 50), former smokers (n = 45) and others (n = 40).")


def test_the_group_that_has_most_of_the_words():
    assert SMOKERS.named("the former smokers").size == 45
    assert SMOKERS.named("current smokers of the town").size == 50


def test_words_that_several_groups_have_name_none():
    assert SMOKERS.named("smokers") is None
    assert SMOKERS.named("drinkers") is None
    assert SMOKERS.named("of the") is None


def test_a_number_is_not_some_of_itself():
    group = SMOKERS.named("former smokers")
    assert SMOKERS.named("former smokers", counted=group.token) is not group


def test_the_groups_that_are_compared_in_their_order():
    assert [group.size for group in SMOKERS.compared] == [50, 45, 40]
    arms = names("We gave alfa (n = 50) or beta (n = 40).")
    assert [(at, group.size) for at, group in arms.mentioned("beta, then alfa")] == [(0, 40), (11, 50)]
