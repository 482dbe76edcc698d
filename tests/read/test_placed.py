"""Places of characters through what readers do to text."""

from array import array

import pytest

from checker.read import scripts
from checker.read.assembly import collapse
from checker.read.inline import Line
from checker.read.placed import NOWHERE, Placed, joined, places_of, rewritten, scripted


def counted(text, first=0):
    return Placed(text, range(first, first + len(text)))


def test_text_without_places_is_text():
    assert places_of("ab") == array("i", [NOWHERE, NOWHERE])
    assert type(joined(["a", "b"], " ")) is str
    assert type(rewritten("a b", "ab", [(1, 2)])) is str
    assert type(scripted("2", "²")) is str
    assert type(collapse(" a  b ")) is str


def test_joining_puts_in_what_is_nowhere():
    text = joined([counted("ab"), "c", counted("d", 9)], " ")
    assert (text, list(places_of(text))) == ("ab c d", [0, 1, -1, -1, -1, 9])


@pytest.mark.parametrize(
    ("text", "expected", "places"),
    [
        ("12 (5%)", "12 (5%)", [0, 1, 2, 3, 4, 5, 6]),
        ("  1\t\n 2 ", "1 2", [2, 3, 6]),
        ("1\n2", "1 2", [0, 1, 2]),
        (" \n ", "", []),
    ],
)
def test_white_space_goes_with_its_places(text, expected, places):
    found = collapse(counted(text))
    assert (found, list(places_of(found))) == (expected, places)


@pytest.mark.parametrize(
    ("printed", "written", "places"),
    [
        ("-4", "⁻⁴", [0, 1]),
        (" -4 ", "⁻⁴", [1, 2]),
        ("1.5", "^1.5", [-1, 0, 1, 2]),
        ("th", "th", [0, 1]),
    ],
)
def test_raised_text_stands_where_it_is_printed(printed, written, places):
    found = scripted(counted(printed), scripts.raised(printed))
    assert (found, list(places_of(found))) == (written, places)


def test_a_line_of_pieces_keeps_their_places():
    line = Line()
    line.text(counted("10"))
    line.raised(counted("-4", 7))
    line.text(" of ")
    line.raised(counted("12", 20), citation=True)
    assert line.placed == str(line) == "10⁻⁴ of ¹²"
    assert list(places_of(line.placed)) == [0, 1, 7, 8, -1, -1, -1, -1, 20, 21]
