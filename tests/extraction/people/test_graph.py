from checker.extraction.people.graph import Graph
from checker.extraction.sentences import Page
from checker.read.text import from_text


def graph(text):
    return Graph(Page(from_text(text)))


def test_groups_and_what_they_make_together():
    found = graph("We compared alfa (n = 50) with beta (n = 40). Fever occurred in 10 (20%).")
    assert [group.size for group in found.groups if group.how != "counted"] == [50, 40]
    assert [(group.size, group.how) for group in found.derived] == [(90, "sum")]
    assert found.groups[0].parent is found.derived[0]


def test_what_a_part_leaves_of_a_whole():
    found = graph("Fever occurred in 12 of 60 patients (20%).")
    assert [(group.size, group.how) for group in found.derived] == [(48, "complement")]


def test_those_of_whom_the_paper_speaks():
    assert graph("We studied 90 men. Fever began in 18 (20%).").only.size == 90
    two = graph("We studied 90 men and 40 women.")
    assert two.only is None
    assert two.whole.size == 90


def test_those_only_screened_are_not_studied():
    assert graph("We screened 300 patients. Of them 90 patients were enrolled.").whole.size == 90


def test_groups_in_front_of_a_figure():
    found = graph("We treated 90 men. In one clinic 40 women and 30 men came, and 6 (20%) fell ill.")
    sentence = found.page.sentences[1]
    offset = found.page.text.index("6 (20%)")
    assert [group.size for group in found.just_before(sentence, offset)][:2] == [30, 40]
    assert [group.size for group in found.in_front(sentence, offset)][-1] == 90


def test_things_are_no_people():
    found = graph("We treated 80 eyes of 50 patients.")
    assert [set(sizes) for sizes in found.things.values()] == [{80}]
