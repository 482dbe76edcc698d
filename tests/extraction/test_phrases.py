import re
from pathlib import Path

import pytest

import checker.extraction
from checker.extraction.grammar import compiled
from checker.extraction.phrases import ADJUSTED, COMPARED, MODELLED, NAMED, NO_CUSTOMARY_INTERVAL, VERSUS, WEIGHTED

SOURCES = [path.read_text("utf-8") for path in Path(checker.extraction.__file__).parent.rglob("*.py")]


@pytest.mark.parametrize("name", NAMED)
def test_every_phrase_is_a_shape_that_somebody_needs(name):
    compiled(f"{{{name}}}")
    assert any(f"{{{name}}}" in text or f'NAMED["{name}"]' in text or f"NAMED['{name}']" in text for text in SOURCES)


def test_what_is_an_analysis_of_more_than_the_figures():
    for words in ("adjusted for age", "in a regression", "mixed model", "stratified", "matched pairs", "pooled"):
        assert ADJUSTED.search(words), words
    for words in ("the unadjusted ratio", "not adjusted", "in all"):
        assert not ADJUSTED.search(words), words


def test_what_is_set_against_what():
    for words in ("vs", "v", "versus", "compared with", "than", "against", "relative to"):
        assert re.search(COMPARED, words), words
        assert VERSUS.search(words), words
    assert VERSUS.search("and")
    assert not re.search(COMPARED, "and (v) others")


def test_figures_that_are_no_plain_shares():
    assert MODELLED.search("actuarial rate")
    assert MODELLED.search("2 per year")
    assert not MODELLED.search("predicted the outcome")
    assert WEIGHTED.search("nationally representative")
    assert NO_CUSTOMARY_INTERVAL.search("bootstrap")


def test_a_phrase_is_spelled_once():
    spelled = [value for value in NAMED.values() if len(value) > 40]
    assert len(spelled) == len(set(spelled))
