"""Highlights: on each page, painted once, in colours that leave print legible."""

from checker.annotate.marks import COLOURS, marks
from checker.annotate.notes import Note
from checker.document import Document, Span
from checker.origin import Boxes
from checker.report.statements import GROUPS


def document(pages=1) -> Document:
    """Five characters in a line of each page."""
    origin = Boxes()
    for _ in range(pages):
        origin.begin()
        for number in range(5):
            origin.places.append(len(origin.edges) // 4)
            origin.edges.extend((50 + 6 * number, 56 + 6 * number, 700, 10))
    return Document("a", "12345" * pages, origin=origin)


def note(group, *spans) -> Note:
    return Note(group=group, title="a", text="b", spans=tuple(Span(*span) for span in spans))


def test_figures_that_share_a_place_are_painted_once_and_the_graver_lies_on_top():
    below, above = marks(document(), [note("discrepant", (0, 2)), note("consistent", (0, 2), (3, 5))])
    assert (below.group, len(below.boxes), len(below.painted)) == ("consistent", 2, 1)
    assert (above.group, len(above.boxes), len(above.painted)) == ("discrepant", 1, 1)


def test_a_note_has_a_mark_on_each_of_its_pages():
    found = list(marks(document(pages=2), [note("query", (0, 2), (7, 9))]))
    assert [mark.page for mark in found] == [2, 1]
    assert all(mark.edges[0] < mark.edges[2] and mark.edges[1] < mark.edges[3] for mark in found)


def test_what_has_no_place_has_no_mark():
    assert list(marks(Document("a", "12"), [note("query", (0, 2))])) == []


def test_every_verdict_has_a_colour_on_which_black_print_is_read():
    assert set(COLOURS) == set(GROUPS)
    assert all(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.6 for red, green, blue in COLOURS.values())
