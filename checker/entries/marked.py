"""The curator's own table with its findings: a workbook with coloured cells, or CSV with two more columns.

No cell that is written starts a formula: text stays text, and a formula of the curator's workbook becomes the value
that it shows.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from checker import files
from checker.entries.errors import TableError
from checker.entries.result import TableResult
from checker.entries.sheet import letters, name_of
from checker.finding import WORST_FIRST, Finding
from checker.model import Verdict
from checker.report import Options, listed
from checker.report.csv import inert

SUFFIXES = (".xlsx", ".csv")
FINDINGS = "checker findings"
_COLOURS = {
    Verdict.DISCREPANT: "FFC7CE", Verdict.QUERY: "E4D7F5", Verdict.EXPLAINED: "FFEB9C", Verdict.UNVERIFIABLE: "D9D9D9",
    Verdict.CONSISTENT: "E8F5E9",
}  # fmt: skip
_UNREADABLE = "F4B183"
_COLUMNS = ("verdict", "severity", "cell", "row", "label", "message", "recomputed", "check", "certainty", "id")
_WIDTHS = (13, 10, 18, 8, 24, 90, 30, 24, 11, 24)
_PLAIN = re.compile(r"-?\d{1,15}(?:\.(?P<decimals>\d{1,10}))?")
_NO_TITLE = re.compile(r"[\\/*?:\[\]]")
_LONGEST_TITLE, _LONGEST_COMMENT, _LONGEST_CELL, _MOST_FINDINGS = 31, 2000, 32_000, 200_000
# Beyond this a workbook costs more memory than a desk has.
_MOST_CELLS = 3_000_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

# By cell: the gravest verdict, and what is said of it.
Marks = dict[tuple[int, int], tuple[Verdict | None, list[str]]]


def save(results: Sequence[TableResult], path: str, everything: bool = False) -> None:
    """Write the tables of some results, marked, to a path that ends in .xlsx or .csv.

    Raises:
        TableError: where the format cannot hold them, or openpyxl is not installed.
        OSError: where the file cannot be written.
    """
    if path.lower().endswith(".csv"):
        if len(results) != 1:
            raise TableError(
                path, f"expected one table for a CSV file, not {len(results)}; write .xlsx, or name --sheet"
            )
        data = ("\ufeff" + as_csv(results[0])).encode("utf-8", "replace")
    else:
        data = as_workbook(results, path, everything)
    files.save(path, data)


def as_csv(result: TableResult) -> str:
    """The table with a column for the gravest verdict of each row, and one for what is said of it."""
    sheet, verdicts = result.sheet, _by_row(result)
    said: dict[int, list[str]] = {}
    for finding in listed(result, Options(verdicts=frozenset(Verdict) - {Verdict.CONSISTENT})):
        for row in result.origins[finding.claim.id].rows if finding.claim.id in result.origins else ():
            said.setdefault(row, []).append(finding.message)
    for (row, column), problem in sorted(result.problem_cells.items()):
        said.setdefault(row, []).append(f"{sheet.names[column]}: {problem}")
    text = io.StringIO()
    delimiter = sheet.delimited.delimiter if sheet.delimited is not None else ","
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    rows.writerow([inert(name) for name in (*sheet.names, "checker verdict", "checker message")])
    for row in range(len(sheet)):
        verdict = verdicts.get(row)
        cells = [_kept(column[row]) for column in sheet.columns]
        rows.writerow([*cells, str(verdict) if verdict else "", inert("; ".join(dict.fromkeys(said.get(row, []))))])
    return text.getvalue()


def as_workbook(results: Sequence[TableResult], path: str, everything: bool = False) -> bytes:
    """The workbook of the results, or a new one with a sheet for each, its cells marked; and a sheet of findings."""
    try:
        import openpyxl
    except ImportError:
        reason = "writing XLSX needs openpyxl: pip install 'reported-stats-checker[table]'"
        raise TableError(path, reason) from None
    cells = sum(len(result.sheet) * len(result.sheet.columns) for result in results)
    if cells > _MOST_CELLS:
        raise TableError(path, f"expected at most {_MOST_CELLS:,} cells for a workbook, not {cells:,}; write .csv")
    paths = {result.sheet.path for result in results}
    own = len(paths) == 1 and all(result.sheet.source == "workbook" for result in results)
    if own:
        book: Any = openpyxl.load_workbook(paths.pop(), data_only=True, keep_links=False)
        _disarm(book)
        sheets = [book[result.sheet.sheet] for result in results]
        offsets = [result.sheet.first for result in results]
    else:
        book = openpyxl.Workbook()
        book.remove(book.active)
        sheets = [_copied(book, result) for result in results]
        offsets = [2 for _ in results]
    for result, sheet, first in zip(results, sheets, offsets, strict=True):
        _mark(sheet, marks(result), first)
    _findings(book, results, sheets, offsets, everything)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def marks(result: TableResult) -> Marks:
    """The gravest verdict of each cell in question, with what is said of it, the gravest first."""
    found: Marks = {}
    for finding in listed(result, Options(verdicts=frozenset(Verdict))):
        for cell in _in_question(result, finding):
            said = found.setdefault(cell, (finding.verdict, []))[1]
            if finding.verdict is not Verdict.CONSISTENT:
                said.append(f"{finding.verdict}: {finding.message}")
    for cell, problem in result.problem_cells.items():
        found[cell] = (None, [problem, *found.get(cell, (None, []))[1]])
    return found


def _in_question(result: TableResult, finding: Finding) -> tuple[tuple[int, int], ...]:
    """The cells of the figures compared; all cells of the claim where these are not cells by themselves."""
    origin = result.origins.get(finding.claim.id)
    if origin is None:
        return ()
    return tuple(origin.cells[field] for field in finding.fields if field in origin.cells) or result.cells(finding)


def _by_row(result: TableResult) -> dict[int, Verdict]:
    """The gravest verdict of each row; of those that are only counted, that they hold."""
    found = {row: Verdict.CONSISTENT for row, passed in enumerate(result.passed) if passed}
    for finding in result.findings:
        for row in result.origins[finding.claim.id].rows if finding.claim.id in result.origins else ():
            if row not in found or WORST_FIRST.index(finding.verdict) < WORST_FIRST.index(found[row]):
                found[row] = finding.verdict
    return found


def _kept(cell: str) -> str:
    """A cell of the curator's: a plain number as it is, text that might be a formula as text."""
    return cell if _PLAIN.fullmatch(cell.strip().replace(",", ".", 1)) else inert(cell) if cell else ""


def _disarm(book: Any) -> None:
    """Text that begins like a formula says that it is text."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.lstrip().startswith(("=", "+", "-", "@")):
                    cell.data_type, cell.quotePrefix = "s", True


def _copied(book: Any, result: TableResult) -> Any:
    """A sheet with the cells as they are printed, plain numbers as numbers that show the same digits."""
    name = result.sheet.sheet or name_of(result.sheet.path).rpartition(".")[0] or name_of(result.sheet.path)
    sheet = book.create_sheet(_NO_TITLE.sub(" ", name)[:_LONGEST_TITLE].strip("'") or "entries")
    for column, heading in enumerate(result.sheet.names, 1):
        _write(sheet.cell(1, column), heading)
    for column, cells in enumerate(result.sheet.columns, 1):
        for row, text in enumerate(cells, 2):
            if text:
                _write(sheet.cell(row, column), text, number=True)
    sheet.freeze_panes = "A2"
    return sheet


def _write(cell: Any, text: str, number: bool = False) -> None:
    """Write a text; never a formula."""
    plain = _PLAIN.fullmatch(text) if number else None
    if plain is not None and not re.match(r"-?0\d", text):
        cell.value = float(text) if plain["decimals"] else int(text)
        cell.number_format = f"0.{'0' * len(plain['decimals'])}" if plain["decimals"] else "0"
        return
    cell.value = _FORBIDDEN.sub("\ufffd", text)[:_LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = text.lstrip().startswith(("=", "+", "-", "@", "'"))


def _mark(sheet: Any, found: Marks, first: int) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    fills = {verdict: PatternFill("solid", fgColor=colour) for verdict, colour in _COLOURS.items()}
    unreadable = PatternFill("solid", fgColor=_UNREADABLE)
    for (row, column), (verdict, said) in found.items():
        cell = sheet.cell(first + row, column + 1)
        if isinstance(cell, MergedCell):
            continue
        cell.fill = fills[verdict] if verdict is not None else unreadable
        if said:
            text = _FORBIDDEN.sub("\ufffd", "\n\n".join(dict.fromkeys(said)))[:_LONGEST_COMMENT]
            cell.comment = Comment(text, "checker", width=420, height=40 + 20 * (len(text) // 60 + text.count("\n")))


def _findings(
    book: Any, results: Sequence[TableResult], sheets: Sequence[Any], offsets: Sequence[int], everything: bool
) -> None:
    """The sheet of findings, the gravest first, each with a link to its cell."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    title, number = FINDINGS, 1
    while title in book.sheetnames:
        number += 1
        title = f"{FINDINGS} {number}"
    sheet = book.create_sheet(title)
    for column, (heading, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True), 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[letters(column - 1)].width = width
    sheet.freeze_panes = "A2"
    quiet = frozenset() if everything else frozenset({Verdict.CONSISTENT})
    chosen = Options(verdicts=frozenset(Verdict) - quiet)
    rows = [
        (finding, result, origin, first)
        for result, origin, first in zip(results, sheets, offsets, strict=True)
        for finding in listed(result, chosen)
    ]
    rows.sort(key=lambda row: WORST_FIRST.index(row[0].verdict))
    for position, (finding, result, origin, first) in enumerate(rows[:_MOST_FINDINGS], 2):
        cells = _in_question(result, finding)
        place = f"{letters(cells[0][1])}{first + cells[0][0]}" if cells else ""
        where = f"{origin.title}!{place}" if place and len(sheets) > 1 else place
        row = ", ".join(map(str, result.rows(finding)))
        recomputed = "; ".join(f"{value} ({assumption})" for value, assumption in finding.recomputed)
        texts = (
            finding.verdict.value, str(finding.severity or ""), where, row, finding.claim.label or "", finding.message,
            recomputed, finding.check, str(finding.certainty or ""), finding.claim.id,
        )  # fmt: skip
        for column, text in enumerate(texts, 1):
            _write(sheet.cell(position, column), text)
            sheet.cell(position, column).alignment = Alignment(wrap_text=column in (5, 6, 7), vertical="top")
        sheet.cell(position, 1).fill = PatternFill("solid", fgColor=_COLOURS[finding.verdict])
        if place:
            target = "'" + origin.title.replace("'", "''") + f"'!{place}"
            sheet.cell(position, 3).hyperlink = Hyperlink(ref=f"C{position}", location=target)
