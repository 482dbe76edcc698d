"""Boxes from glyphs, and stretches of runs from places."""

import pytest

from checker.origin import Box, Boxes, Runs


def boxes(glyphs, turn=0, pages=1):
    """Glyphs on pages, each a text of its own character: where it starts, ends, stands, and its size."""
    found = Boxes()
    for _ in range(pages):
        found.begin()
        found.turns[-1] = turn
        for glyph in glyphs:
            found.places.append(len(found.edges) // 4)
            found.edges.extend(glyph)
    return found


def near(box, *edges):
    assert box[1:5] == pytest.approx(edges, abs=0.01)


def test_glyphs_of_one_line_are_one_box_also_over_a_space_and_where_one_is_raised():
    found = boxes([(10, 15, 100, 10), (15, 20, 100, 10), (23, 28, 100, 10), (28, 31, 104, 6)])
    found.places.insert(2, -1)
    (box,) = found.boxes(0, 5)
    near(box, 10, 97.8, 31, 108.68)
    assert (box.page, box.turn) == (1, 0)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((60, 65, 100, 10), id="another cell"),
        pytest.param((10, 15, 88, 10), id="the next line"),
        pytest.param((300, 305, 700, 10), id="the next column"),
    ],
)
def test_what_stands_elsewhere_is_another_box(other):
    found = boxes([(10, 15, 100, 10), other])
    assert len(found.boxes(0, 2)) == 2
    assert found.boxes(1, 2)[0].left == pytest.approx(other[0])


def test_what_goes_on_on_another_page_is_another_box():
    assert [box.page for box in boxes([(10, 15, 100, 10)], pages=2).boxes(0, 2)] == [1, 2]


@pytest.mark.parametrize(
    ("turn", "edges"),
    [(0, (10, 98, 15, 106)), (1, (-106, 10, -98, 15)), (2, (-15, -106, -10, -98)), (3, (98, -15, 106, -10))],
)
def test_a_turned_page_has_its_boxes_where_they_are_printed(turn, edges):
    (box,) = boxes([(10, 15, 100.2, 10 * 0.8 / 1.0)], turn).boxes(0, 1)
    assert box.turn == turn
    assert box[1:5] == pytest.approx(edges, abs=0.6)


def test_what_the_reader_puts_in_is_nowhere():
    found = boxes([(10, 15, 100, 10)])
    found.places.append(-1)
    assert found.boxes(1, 2) == ()
    assert found.boxes(5, 9) == ()
    assert found.boxes(0, 2) == (Box(1, *found.boxes(0, 1)[0][1:]),)


def test_stretches_of_runs():
    runs = Runs()
    for part, paragraph, run, length in [("a", 0, 0, 4), ("a", 0, 1, 2), ("a", 0, 1, 3), ("b", 2, 0, 5)]:
        runs.places.extend(runs.add(part, paragraph, run, length))
    assert runs.runs(1, 3) == (("a", 0, 0, 1, 3),)
    assert runs.runs(3, 11) == (("a", 0, 0, 3, 4), ("a", 0, 1, 0, 5), ("b", 2, 0, 0, 2))
    assert runs.runs(7, 8) == (("a", 0, 1, 3, 4),)
