"""Findings as a pandas table, for notebooks."""

import pandas as pd

from checker.finding import Result
from checker.model import Verdict
from checker.report import Options, csv, listed, quoted


def of(result: Result) -> pd.DataFrame:
    """A row a finding of every verdict, the gravest first, with the columns of the CSV, the page and the quote."""
    rows = []
    for finding in listed(result, Options(verdicts=frozenset(Verdict))):
        document, span = result.document, quoted(result, finding)
        cells: dict[str, object] = dict(csv.cells(result, finding))
        cells["acknowledged"] = bool(cells["acknowledged"])
        cells["line"] = int(str(cells["line"])) if cells["line"] else None
        cells["page"] = document.page(span.start) if document is not None and span is not None else None
        cells["quote"] = document.text[span.start : span.end] if document is not None and span is not None else None
        rows.append(cells)
    frame = pd.DataFrame(rows, columns=[*csv.COLUMNS, "page", "quote"])
    return frame.astype({"line": "Int64", "page": "Int64", "acknowledged": "bool"})
