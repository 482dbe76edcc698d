"""Findings as a pandas table, for notebooks."""

import pandas as pd

from checker.finding import Finding, Result
from checker.model import Reported, Verdict
from checker.report import Options, csv, listed, quoted

# The figures that most claims have, each a column of its own.
_FIGURES = ("count", "total", "percent", "p")
_NUMBERS = (*_FIGURES, "printed", "recomputed_low", "recomputed_high")


def of(result: Result) -> pd.DataFrame:
    """A row a finding of every verdict, the gravest first.

    The columns are those of the CSV (text), the page, the line and the quote, and as numbers: ``count``, ``total``,
    ``percent`` and ``p`` as printed where the claim has them; what was compared (``compared``: its name,
    ``printed``: as printed) and the values that it may have, from ``recomputed_low`` to ``recomputed_high``.
    """
    rows = []
    for finding in listed(result, Options(verdicts=frozenset(Verdict))):
        document, span = result.document, quoted(result, finding)
        cells: dict[str, object] = dict(csv.cells(result, finding))
        cells["acknowledged"] = bool(cells["acknowledged"])
        cells["line"] = int(str(cells["line"])) if cells["line"] else None
        cells["page"] = document.page(span.start) if document is not None and span is not None else None
        cells["quote"] = document.text[span.start : span.end] if document is not None and span is not None else None
        rows.append({**cells, **_compared(finding), **_figures(finding)})
    frame = pd.DataFrame(rows, columns=[*csv.COLUMNS, "page", "quote", "compared", *_NUMBERS])
    numbers = dict.fromkeys(_NUMBERS, "Float64")
    return frame.astype({"line": "Int64", "page": "Int64", "acknowledged": "bool", **numbers})


def _compared(finding: Finding) -> dict[str, object]:
    """The first number compared, and the range of the values that it may have."""
    recomputation = finding.recomputation
    for name, target in zip(recomputation.fields, recomputation.targets, strict=True):
        if isinstance(target, Reported):
            pairs = (pair for each in finding.decisive for pair in recomputation.numbers(each))
            values = [value for printed, value in pairs if printed is target]
            return {
                "compared": name,
                "printed": target.value,
                "recomputed_low": min((value.low for value in values), default=None),
                "recomputed_high": max((value.high for value in values), default=None),
            }
    return {}


def _figures(finding: Finding) -> dict[str, object]:
    return {name: _value(finding.reported[name]) for name in _FIGURES if name in finding.reported}


def _value(literal: str) -> float | None:
    try:
        return Reported(literal).value
    except ValueError:
        return None
