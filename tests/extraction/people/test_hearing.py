from checker.extraction.people.hearing import Hearing, may
from checker.extraction.people.known import Known
from checker.extraction.sentences import Page
from checker.read.text import from_text

TEXT = (
    "We compared alfa (n = 50) with placebo (n = 40). Fever occurred in 12 (30%) in the placebo group. "
    "Cough occurred in 6 (15%) in the placebo group and in 10 (20%) in the gamma group."
)


def hearing(text):
    return Hearing(Known(Page(from_text(text))))


def test_the_nearest_words_and_whether_they_name_others():
    heard = hearing(TEXT)
    fever, _, gamma = heard.people.figures
    said = heard.said(fever)
    assert [(binding.name, group.size) for binding, group in said.held] == [("behind", 40)]
    assert not said.others
    assert heard.said(gamma).others


def test_sizes_that_make_a_percentage():
    heard = hearing(TEXT)
    assert [group.size for group in heard.candidates(heard.people.figures[0])] == [40]
    assert heard.chance(heard.people.figures[0]) < 1


def test_figures_around_that_agree():
    heard = hearing(TEXT)
    fever, _, _ = heard.people.figures
    [(binding, group)] = heard.said(fever).held
    assert heard.support(fever, binding, group) == (1, 0)


def test_a_count_is_not_of_fewer_than_itself():
    heard = hearing(TEXT)
    alfa, placebo = heard.people.arms
    [figure] = hearing("Fever occurred in 45 (90%).").people.figures
    assert may(figure, alfa)
    assert not may(figure, placebo)
