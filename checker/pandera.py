"""Checks for pandera schemas: figures of a row that must agree as printed.

>>> import pandas as pd, pandera.pandas as pa
>>> from checker.pandera import percent_of_total
>>> schema = pa.DataFrameSchema(checks=percent_of_total("n", "total", "pct"))
>>> len(schema.validate(pd.DataFrame({"n": [28], "total": [55], "pct": ["50.9"]})))
1

A frame that does not agree is a ``SchemaError``, whose failure cases are its rows.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from checker.entries.api import audit_table
from checker.finding import FailOn, counts

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa


def percent_of_total(count: str, total: str, percent: str, **options: Any) -> "pa.Check":
    """A pandera check that a percentage is its count over its total, as printed.

    Args:
        count: the column of the counts.
        total: the column of the denominators.
        percent: the column of the percentages; as text it keeps its trailing zeros.
        options: those of `agrees`.
    """
    relation = {"kind": "proportion", "count": count, "total": total, "percent": percent}
    return agrees({"rows": [relation]}, name=f"{percent} == {count}/{total} as printed", **options)


def agrees(
    mapping: "Mapping[str, Any] | str",
    *,
    only: Iterable[str] = (),
    fail_on: str = "discrepant",
    name: str = "figures agree as printed",
    **options: Any,
) -> "pa.Check":
    """A pandera check of whole frames that the figures of a mapping agree, row by row and across rows.

    Args:
        mapping: what the columns are: that of `checker.entries.audit_table`.
        only: the names of the checks to run; all if empty.
        fail_on: what makes a row fail: ``discrepant``, ``query`` (what is discrepant, too) or ``decision``.
        name: what pandera calls it.
        options: further arguments of pandera's ``Check``.
    """
    import pandera.pandas as pa

    chosen, wanted = tuple(only), FailOn(fail_on)

    def hold(frame: "pd.DataFrame") -> "pd.Series[bool]":
        import pandas as pd

        held = [True] * len(frame)
        if len(frame):
            result = audit_table(frame, mapping, only=chosen)
            for row, _ in result.problem_cells:
                held[row] = False
            for finding in result.findings:
                if counts(finding, wanted) and finding.claim.id in result.origins:
                    for row in result.origins[finding.claim.id].rows:
                        held[row] = False
        return pd.Series(held, index=frame.index, dtype=bool)

    return pa.Check(hold, name=name, error=name, **options)
