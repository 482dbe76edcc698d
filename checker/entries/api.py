"""What Python programs and notebooks call: ``checker.table``."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.entries.auditing import Asking, audit_paths, audit_sheet
from checker.entries.errors import TableError
from checker.entries.reading import Reading
from checker.entries.result import TableResult
from checker.finding import Result

if TYPE_CHECKING:
    import pandas as pd

# A mapping: its YAML text, the path of a file of it, or the same as Python data.
Given = str | os.PathLike[str] | Mapping[str, Any] | None


def audit_table(
    source: "pd.DataFrame | str | os.PathLike[str]",
    mapping: Given = None,
    *,
    sheet: str | None = None,
    only: Iterable[str] = (),
    everything: bool | None = None,
) -> TableResult:
    """Recompute the figures of a table of entries, row by row and across rows.

    Args:
        source: a data frame, or the path of a CSV, TSV, XLSX or parquet file.
        mapping: what the columns are, where their names do not say it: YAML, the path of a YAML file, or a dict.
        sheet: the sheet of a workbook; needed where several have entries.
        only: the names of the checks to run; all if empty.
        everything: list also what surely holds in tables of many rows, where it is only counted otherwise.

    Returns:
        What was found: ``findings``, ``to_pandas()`` with the row of each, and a summary in notebooks.

    Raises:
        TableError: where the table cannot be read, or nothing in it can be compared.
    """
    asking = _asking(mapping, sheet, only, everything)
    if not isinstance(source, str | os.PathLike):
        from checker.entries.frames import of_frame

        return audit_sheet(of_frame(source), asking)
    found = list(audit_paths([source], asking))
    if len(found) > 1:
        names = ", ".join(str(each.path).rpartition("#")[2] for each in found)
        raise TableError(os.fspath(source), f"expected the name of a sheet, since several have entries: {names}")
    if not isinstance(found[0], TableResult):
        raise TableError(os.fspath(source), (found[0].error or "").removeprefix(f"{os.fspath(source)}: "))
    return found[0]


def audit_tables(
    paths: Iterable[str | os.PathLike[str]],
    mapping: Given = None,
    *,
    sheet: str | None = None,
    only: Iterable[str] = (),
    everything: bool | None = None,
) -> list[Result]:
    """Recompute the tables of several files: a result for each, those that cannot be read with an ``error``.

    Args:
        paths: CSV, TSV, XLSX or parquet files.
        mapping: what the columns are, of all of them.
        sheet: the sheet of a workbook; all with entries where None.
        only: the names of the checks to run; all if empty.
        everything: list also what surely holds in tables of many rows.
    """
    return list(audit_paths(paths, _asking(mapping, sheet, only, everything)))


def _asking(mapping: Given, sheet: str | None, only: Iterable[str], everything: bool | None) -> Asking:
    text, path = mapping_text(mapping)
    return Asking(
        mapping=text, mapping_path=path, only=frozenset(only), everything=bool(everything), how=Reading(sheet=sheet)
    )


def mapping_text(mapping: Given) -> tuple[str | None, str]:
    """The YAML of a mapping and what to call it.

    Raises:
        TableError: where it is the path of a file that cannot be read.
    """
    if mapping is None:
        return None, ""
    if isinstance(mapping, Mapping):
        import yaml

        return yaml.safe_dump(_plain(mapping), sort_keys=False, allow_unicode=True), "<mapping>"
    if isinstance(mapping, str) and "\n" in mapping:
        return mapping, "<mapping>"
    try:
        return Path(mapping).read_text("utf-8"), os.fspath(mapping)
    except (OSError, ValueError) as error:
        if isinstance(mapping, str) and ":" in mapping:
            return mapping, "<mapping>"
        raise TableError(os.fspath(mapping), getattr(error, "strerror", None) or str(error)) from None


def _plain(value: Any) -> Any:
    """Python data as YAML writes it: text alone, for numbers, too."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
