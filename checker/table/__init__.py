"""Tables of entries: a curator's CSV, workbook or data frame in, verdicts that join back to its rows out.

``checker.table(frame_or_path)`` is `audit_table`.
"""

import sys
import types
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.table.api import audit_table, audit_tables
    from checker.table.errors import TableError
    from checker.table.result import TableResult

__all__ = ["TableError", "TableResult", "audit_table", "audit_tables"]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for."""
    if name in ("audit_table", "audit_tables"):
        from checker.table import api

        _register()
        return getattr(api, name)
    if name == "TableError":
        from checker.table.errors import TableError

        return TableError
    if name == "TableResult":
        from checker.table.result import TableResult

        return TableResult
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _register() -> None:
    """``frame.checker`` for whoever has pandas open; nobody else pays for it."""
    if "pandas" in sys.modules:
        from checker.table import accessor  # noqa: F401


class _Callable(types.ModuleType):
    def __call__(self, *arguments: Any, **options: Any) -> "TableResult":
        from checker.table.api import audit_table

        _register()
        return audit_table(*arguments, **options)


sys.modules[__name__].__class__ = _Callable
_register()
