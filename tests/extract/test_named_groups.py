"""Which two groups two figures are of."""

import pytest

from checker.extract.named_groups import two_groups
from checker.extract.sentences import Page
from checker.model import Certainty
from checker.read.text import from_text

ARMS = "Patients received either alfa (n = 30) or beta (n = {}). "


def read(text, size=60):
    page = Page(from_text(ARMS.format(size) + text))
    sentence = page.sentences[-1]
    one, other, *_ = sentence.printed.figures
    return two_groups(sentence, one.tokens, other.tokens, sentence.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 12.4 days with alfa and 10.2 days with beta.", [30, 60]),
        ("It took 12.4 days with beta and 10.2 days with alfa.", [60, 30]),
        ("With beta it took 12.4 days, with alfa 10.2 days.", [60, 30]),
        ("With alfa and beta it took 12.4 and 10.2 days, respectively.", [30, 60]),
    ],
)
def test_words_beside_the_figures_name_their_groups(text, expected):
    found = read(text)
    assert [population.size.value for _, population in found.populations] == expected
    assert found.certainty is Certainty.NAMED


def test_no_words_name_groups():
    text = "It took 12.4 days in women and 10.2 days in men."
    assert read(text) is None
    found = read(text, 31)
    assert found.certainty is Certainty.GUESSED
    assert found.why


def test_a_population_is_declared_once(read_paper):
    paper = read_paper(
        ARMS.format(28) + "It took 12.4 ± 3.1 days with alfa vs 10.2 ± 2.9 days with beta (P = 0.007). Fever occurred "
        "in 20% with alfa and 25% with beta."
    )
    sizes = [population.size.literal for population in paper.populations.values()]
    assert len(sizes) == len(set(sizes)) == 2


@pytest.fixture
def read_paper():
    from checker.extract import extract

    return lambda text: extract(from_text(text))
