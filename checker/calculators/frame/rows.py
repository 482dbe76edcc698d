"""A calculator asked for every row of a table."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.calculators.frame.discovery import Calculator, Parameter

if TYPE_CHECKING:
    import pandas as pd


def answered(
    calculator: Calculator, table: "Path | pd.DataFrame", columns: Mapping[str, str], held: Mapping[str, Any]
) -> "pd.DataFrame":
    """The rows of its answers, each with the number of the row that it is of, from 1, and with what follows.

    Args:
        calculator: that is asked.
        table: a CSV file, whose cells are taken as they stand, or a frame of texts.
        columns: the heads of the columns, by the parameters that they are; those not named have the name of theirs.
        held: what is the same for every row, by parameter.

    Raises:
        ValueError: where a column is missing, or a row cannot be answered, with its number.
    """
    import pandas as pd

    frame = table if isinstance(table, pd.DataFrame) else pd.read_csv(table, dtype=str, keep_default_na=False)
    known = {each.name: each for each in calculator.parameters}
    if unknown := sorted(set(columns) - set(known)):
        raise ValueError(f"{unknown[0]!r} is not known; expected one of {', '.join(known)}")
    heads = {name: columns.get(name, name) for name in known if name in columns or name in frame.columns}
    for name, each in known.items():
        if heads.get(name, name) not in frame.columns and (name in columns or (each.required and name not in held)):
            raise ValueError(f"there is no column {heads.get(name, name)!r}; the table has {', '.join(frame.columns)}")
    found = []
    for number, cells in enumerate(frame[list(heads.values())].itertuples(index=False), 1):
        given = dict(held)
        try:
            given.update(
                {name: _made(known[name], cell) for name, cell in zip(heads, cells, strict=True) if str(cell).strip()}
            )
            for each in calculator.parameters:
                if each.required and each.name not in given:
                    raise ValueError(f"{each.name} is empty")
            placed = [given.pop(each.name, each.default) for each in calculator.parameters if not each.option]
            answer = calculator.function(*placed, **given)
        except ValueError as error:
            raise ValueError(f"row {number}: {error}") from None
        one = answer.to_pandas() if answer.rows else pd.DataFrame(index=[0])
        one.insert(0, "row", number)
        one["note"] = answer.notes[0] if answer.notes else ""
        found.append(one)
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame({"row": []})


def _made(parameter: Parameter, cell: Any) -> Any:
    """A cell as what the calculator takes."""
    text = str(cell).strip()
    if parameter.type is bool:
        if text.lower() not in ("true", "false", "yes", "no", "1", "0"):
            raise ValueError(f"expected yes or no for {parameter.name}, not {text!r}")
        return text.lower() in ("true", "yes", "1")
    if parameter.type in (int, float):
        try:
            return parameter.type(text)
        except ValueError:
            raise ValueError(f"expected a number for {parameter.name}, not {text!r}") from None
    return text
