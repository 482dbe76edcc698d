"""Recompute the figures a paper prints from the other figures it prints.

>>> import checker
>>> result = checker.audit("Of 55 patients, 10 (22%) were at high risk.")
>>> [finding.message for finding in result.findings if finding.verdict == "discrepant"]
['10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46']
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker import calc
    from checker.api import audit, verify
    from checker.finding import Finding, Result

__version__ = "0.1.0"
__all__ = ["Finding", "Result", "__version__", "audit", "calc", "verify"]

_HOMES = {
    "Finding": "checker.finding",
    "Result": "checker.finding",
    "audit": "checker.api",
    "verify": "checker.api",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: importing checker costs nothing else."""
    if name == "calc":
        return importlib.import_module("checker.calc")
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
