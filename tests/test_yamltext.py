"""What is written is read back, whatever is in it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker import yamltext, yamltree

# A tree as claims files have them: text without lone surrogates, which no file can hold.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
HARD = st.sampled_from(
    ["", " ", "a: b", "a #b", "- a", "-2.8", "?x", "yes", "null", "70.0", "'", '"', "\\", "a\nb", "#a", "a:", "7:1-3",
     "---", "...", "[a]", "{a}", "a, b", "%", "@", "`", "!x", "&a", "*a", "|", ">", "a\u2028b", "\ufeffa", "\x85",
     "<0.001", "~", "=", "<<", "--- a", "é", "−0·4", ": a", ":a", "a :b", "-", "?", ":", "--", "-:"]
)  # fmt: skip
LEAVES = WORDS | HARD
TREES = st.dictionaries(
    LEAVES,
    st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LEAVES, inner, max_size=4)),
    max_size=4,
)


@given(TREES)
def test_any_tree_is_read_back(tree):
    assert yamltree.parse(yamltext.write(tree))[0] == tree


@given(TREES)
def test_any_tree_is_read_back_by_the_reader_without_the_c_library(tree):
    assert yaml.load(yamltext.write(tree), Loader=yaml.BaseLoader) == tree


@given(WORDS, LEAVES)
def test_no_words_of_a_comment_are_read(words, value):
    tree = {"claims": [{"id": value}, "b"]}
    comments = {("claims", 0): words, ("claims", 1): words, ("claims",): words}
    assert yamltree.parse(yamltext.write(tree, comments))[0] == tree


def test_figures_and_places_need_no_quotes():
    for text in ("70.0", "<0.001", "-2.8", "7:33-45", "~12", "0·40", "twenty-eight", "3.0 × 10^7"):
        assert yamltext.scalar(text) == text


@pytest.mark.parametrize("text", ["", " a", "a: b", "[a", "a, b", "- a", "a\nb"])
def test_what_would_be_read_as_something_else_is_quoted(text):
    assert yamltext.scalar(text)[0] == '"'


def test_what_is_short_stands_on_one_line_and_what_is_long_does_not():
    short = {"at": "1:1-2", "count": "10"}
    long = {"label": "x" * 80, "note": "y" * 60}
    written = yamltext.write({"claims": [short, long]}, {("claims", 1): "a quote"})
    assert written == (
        f"claims:\n  - {{at: 1:1-2, count: 10}}\n  # a quote\n  - label: {'x' * 80}\n    note: {'y' * 60}\n"
    )
