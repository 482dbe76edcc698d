"""Tables of entries: a curator's CSV, workbook or data frame in, verdicts that join back to its rows out.

``checker.table(frame_or_path)`` is `audit_table`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.entries.api import audit_table, audit_tables
    from checker.entries.errors import TableError
    from checker.entries.result import TableResult

__all__ = ["TableError", "TableResult", "audit_table", "audit_tables"]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for."""
    if name in ("audit_table", "audit_tables"):
        from checker.entries import api

        return getattr(api, name)
    if name == "TableError":
        from checker.entries.errors import TableError

        return TableError
    if name == "TableResult":
        from checker.entries.result import TableResult

        return TableResult
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
