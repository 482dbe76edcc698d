"""Recompute the figures a paper prints from the other figures it prints.

>>> import checker
>>> result = checker.audit("Of 55 patients, 10 (22%) were at high risk.")
>>> [finding.message for finding in result.findings if finding.verdict == "discrepant"]
['10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46']
"""

import sys
import types
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import audit as audit
    from checker.run import Result as Result

__version__ = "0.1.0"
__all__ = ["Result", "__version__", "audit"]


class _Package(types.ModuleType):
    """Loads what is asked for when it is asked for: importing checker costs nothing else.

    A property, and not a module's ``__getattr__``, since importing the module ``checker.audit`` would put the
    module in the function's place.
    """

    @property
    def audit(self) -> Any:
        """See `checker.api.audit`."""
        from checker.api import audit

        return audit

    @audit.setter
    def audit(self, module: types.ModuleType) -> None:
        """The import system sets a package's modules on it; the function keeps the name."""

    @property
    def Result(self) -> Any:
        """See `checker.run.Result`."""
        from checker.run import Result

        return Result


sys.modules[__name__].__class__ = _Package
