import csv as reader
import io

import pytest

from checker.report import csv


def test_no_cell_is_a_formula(hostile, everything):
    rows = list(reader.reader(io.StringIO(csv.write([hostile], everything))))
    assert len(rows) > 2
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "|", "%")) for row in rows for cell in row)
    assert all(len(row) == len(csv.COLUMNS) for row in rows)
    assert all(cell.isprintable() for row in rows for cell in row)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "\r\n=1", "|a", "＝1", "%0A=1"])
def test_formulas_are_text(cell):
    assert csv.inert(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "1", "a=b", "10 of 55", "'quoted'"])
def test_text_stays_as_it_is(cell):
    assert csv.inert(cell) == cell
