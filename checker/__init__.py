"""Recompute the figures a paper prints from the other figures it prints.

>>> import checker
>>> result = checker.audit("Of 55 patients, 10 (22%) were at high risk.")
>>> [finding.message for finding in result.findings if finding.verdict == "discrepant"]
['10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46']
"""

import importlib
import sys
from typing import TYPE_CHECKING, Any

from checker.version import __version__

if TYPE_CHECKING:
    from checker import calc
    from checker.api import audit, extract, verify
    from checker.entries.api import audit_table as table
    from checker.finding import Finding, Result

__all__ = ["Finding", "Result", "__version__", "audit", "calc", "extract", "table", "verify"]

_HOMES = {
    "Finding": ("checker.finding", "Finding"),
    "Result": ("checker.finding", "Result"),
    "audit": ("checker.api", "audit"),
    "extract": ("checker.api", "extract"),
    "table": ("checker.entries.api", "audit_table"),
    "verify": ("checker.api", "verify"),
}


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: importing checker costs nothing else."""
    _register()
    if name == "calc":
        return importlib.import_module("checker.calc")
    if name in _HOMES:
        module, called = _HOMES[name]
        return getattr(importlib.import_module(module), called)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _register() -> None:
    """``frame.checker`` for whoever has pandas open; nobody else pays for it."""
    if "pandas" in sys.modules:
        importlib.import_module("checker.entries.accessor")


_register()
