import re

import pytest

from checker.extraction import change_words
from checker.extraction.change_words import BACK, CHANGE, CHANGE_BEHIND, FOLD, FOLDS, FROM, LEADS, MORE, NOUN, VERB
from checker.extraction.grammar import compiled
from checker.extraction.sentences import Page
from checker.read.text import from_text


def roles(shape, text):
    [sentence] = Page(from_text(text)).sentences
    outline = sentence.brief
    found = compiled(shape).search(outline.text)
    held = found.groupdict() if found else {}
    return {role: outline.at(found.start(role)).literal for role in held if role in ("before", "after", "change")}


@pytest.mark.parametrize(
    ("shape", "text", "expected"),
    [
        (FROM, "It fell from 24 (n = 30) to 18 points.", {"before": "24", "after": "18"}),
        (FROM, "It fell from 24 in men, and the range was 12 to 18.", {}),
        (BACK, "It fell to 18 points from 24.", {"after": "18", "before": "24"}),
        (CHANGE, "It fell in all by 15%.", {"change": "15%"}),
        (CHANGE, "An increase in use of about 15% was seen.", {"change": "15%"}),
        (CHANGE, "Use was 15% lower in both.", {"change": "15%"}),
        (CHANGE, "Use was 15% in both.", {}),
        (CHANGE_BEHIND, "It was better, by 15%.", {"change": "15%"}),
    ],
)
def test_pieces_of_shapes(shape, text, expected):
    assert roles(shape, text) == expected


def test_words_of_direction():
    assert all(re.fullmatch(VERB, word) for word in ("rose", "increased", "fell", "improving", "differed"))
    assert all(re.fullmatch(NOUN, word) for word in ("rise", "reductions", "differences", "loss"))
    assert all(re.fullmatch(MORE, word) for word in ("lower", "greater", "fewer"))
    assert not re.fullmatch(VERB, "remained")


def test_words_that_lead_from_a_pair_to_its_change():
    assert compiled(LEADS).fullmatch(" (an absolute risk ")
    assert not compiled(LEADS).fullmatch(" (in women ")


@pytest.mark.parametrize(("text", "factor"), [("a twofold rise", 2), ("it tripled", 3), ("it was halved", 2)])
def test_how_many_fold(text, factor):
    found = re.search(FOLD, text)["fold"]
    assert FOLDS[found.partition("fold")[0].strip("- ") if "fold" in found else found[:3]] == factor


def test_another_subject_ends_the_words():
    pattern = compiled(f"it{change_words.words(60)}$")
    assert pattern.match("it in all of them")
    assert not pattern.match("it in all whereas they")
