"""``frame.checker``: the checks where curators have their data.

Importing this module registers the accessor; ``import checker`` does so where pandas is loaded already.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from checker.entries.api import Given
    from checker.entries.result import TableResult


@pd.api.extensions.register_dataframe_accessor("checker")
class CheckerAccessor:
    """The checks of a data frame of entries.

    >>> frame = pd.DataFrame({"n": [10], "total": [55], "pct": ["22"]})
    >>> frame.checker.audit(only=["percent_from_count"]).findings[0].message
    '10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46'
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def audit(
        self, mapping: "Given" = None, *, only: Iterable[str] = (), everything: bool | None = None
    ) -> "TableResult":
        """Recompute the figures of the frame; the arguments are those of ``checker.table``."""
        from checker.entries.api import audit_table

        return audit_table(self._frame, mapping, only=only, everything=everything)

    def findings(self, mapping: "Given" = None, **options: Any) -> pd.DataFrame:
        """The findings as a frame, the gravest first; its column ``row`` has the index of this one."""
        return self.audit(mapping, **options).to_pandas()

    def mapping(self) -> str:
        """The mapping that the names of the columns suggest, as YAML."""
        from checker.entries.frames import of_frame
        from checker.entries.guessing import guess
        from checker.entries.mappingfile import dumps

        sheet = of_frame(self._frame)
        return dumps(guess(sheet), sheet)
