from checker.draft.quoting import quoted, quoting
from checker.extraction.sentences import Page
from checker.kinds import Proportion
from checker.model import Count, Place, Places, Reported
from checker.read.text import from_text

TEXT = "There were 60 patients.\nOf these 60, 12 had fever (20%), 30 had pain.\nThere were 30 others."


def test_the_places_of_all_figures_in_the_block_the_earlier_ones_first():
    page = Page(from_text(TEXT))
    claim = Proportion(
        id="a", at=Places([Place(2, 14, 15)]), count=Count("12"), total=Count("60"), percent=Reported("20")
    )
    assert quoting(page, claim) == (Place(2, 14, 15), Place(2, 10, 11), Place(2, 28, 30))


def test_what_is_printed_nowhere_near_has_no_place():
    page = Page(from_text(TEXT))
    claim = Proportion(id="a", at=Places([Place(2, 14, 15)]), count=Count("12"), total=Count("70"))
    assert quoting(page, claim) == claim.at


def test_the_sentences_of_the_figures_each_once():
    page = Page(from_text(TEXT))
    claim = Proportion(id="a", at=Places([Place(2, 14, 15), Place(1, 12, 13), Place(2, 28, 30)]), count=Count("12"))
    assert quoted(page, claim) == "Of these 60, 12 had fever (20%), 30 had pain. / There were 60 patients."


def test_a_long_sentence_is_cut():
    page = Page(from_text("word " * 100 + "12 (20%)."))
    claim = Proportion(id="a", at=Places([Place(1, 501, 502)]), count=Count("12"))
    assert len(quoted(page, claim)) <= 302
