"""Recompute the figures a paper prints from the other figures it prints.

>>> import checker
>>> result = checker.audit("Of 55 patients, 10 (22%) were at high risk.")
>>> [finding.message for finding in result.findings if finding.verdict == "discrepant"]
['10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46']
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import audit
    from checker.finding import Result

__version__ = "0.1.0"
__all__ = ["Result", "__version__", "audit"]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: importing checker costs nothing else."""
    if name == "audit":
        from checker.api import audit

        return audit
    if name == "Result":
        from checker.finding import Result

        return Result
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
