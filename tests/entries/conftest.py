"""What the tests of tables share: a table in a few lines, and a workbook of cells with their number formats."""

import pytest

openpyxl = pytest.importorskip("openpyxl")

from checker.entries.auditing import Asking, audit_sheet  # noqa: E402
from checker.entries.delimited import read  # noqa: E402

ENTRIES = """\
study,n,total,pct
Smith 2019,10,55,22
Jones 2020,28,55,50.9
Chen 2021,16,30,53.3
"""


@pytest.fixture
def entries(tmp_path):
    path = tmp_path / "entries.csv"
    path.write_text(ENTRIES)
    return path


@pytest.fixture(scope="session")
def sheet_of():
    """A sheet of CSV text."""

    def made(text, **how):
        return read(text.encode(), "entries.csv", **how)

    return made


@pytest.fixture(scope="session")
def audit_of(sheet_of):
    """The result of CSV text, with a mapping if one is given."""

    def made(text, mapping=None, **options):
        return audit_sheet(sheet_of(text), Asking(mapping=mapping, **options))

    return made


@pytest.fixture(scope="session")
def verdicts_of(audit_of):
    """The verdict of each claim that does not hold, by its id and check."""

    def made(text, mapping=None, **options):
        result = audit_of(text, mapping, **options)
        return {f"{f.claim.id} {f.check}": str(f.verdict) for f in result.findings if f.verdict != "consistent"}

    return made


@pytest.fixture
def workbook(tmp_path):
    """A workbook: sheets by name, rows of values, each a value or a pair of a value and its number format."""

    def made(merged=(), name="entries.xlsx", **sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for i, row in enumerate(rows, 1):
                for j, cell in enumerate(row, 1):
                    value, code = cell if isinstance(cell, tuple) else (cell, None)
                    made_cell = sheet.cell(i, j, value)
                    if code:
                        made_cell.number_format = code
            for span in merged:
                sheet.merge_cells(span)
        path = tmp_path / name
        book.save(path)
        return path

    return made
