"""What a calculator answers: a small table under its question, and what follows from it."""

import html
import json
import textwrap
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | None
_WIDTH = 80
_DIGITS = 4


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of a calculator.

    Attributes:
        title: the question with its figures, in a line.
        columns: the heads of the table.
        rows: its cells, numbers unrounded; None where there is nothing.
        notes: sentences, the conclusion first, then what was assumed.

    >>> print(Answer(title="2 of 3", columns=("method", "lower", "upper"), rows=(("wald", 0.1331, 1.2001),)))
    2 of 3
    <BLANKLINE>
    method      lower    upper
    --------  -------  -------
    wald       0.1331      1.2
    """

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """For a terminal of 80 columns."""
        return self.text()

    def text(self, width: int = _WIDTH) -> str:
        """The question, the table and the notes, lines broken at a width in characters."""
        from tabulate import tabulate

        blocks = [textwrap.fill(self.title, width)]
        if self.rows:
            cells = [[shown(cell) for cell in row] for row in self.rows]
            right = [all(not isinstance(row[at], str) for row in self.rows) for at in range(len(self.columns))]
            align = ["right" if each else "left" for each in right]
            blocks.append(tabulate(cells, headers=self.columns, disable_numparse=True, colalign=align))
        # A note of several lines is a drawing, and stays as it is drawn.
        notes = [note if "\n" in note else textwrap.fill(note, width) for note in self.notes]
        if notes:
            blocks.append("\n".join(notes))
        return "\n\n".join("\n".join(map(str.rstrip, block.splitlines())) for block in blocks)

    def json(self) -> str:
        """The same as an object: ``title``, ``rows`` by their columns, ``notes``. What is infinite is text."""
        rows = [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.rows]
        return json.dumps({"title": self.title, "rows": rows, "notes": list(self.notes)}, ensure_ascii=False, indent=1)

    def to_pandas(self) -> "pd.DataFrame":
        """The table."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        """What notebooks show."""
        heads = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(shown(cell))}</td>" for cell in row) + "</tr>" for row in self.rows
        )
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if self.rows else ""
        notes = "".join(f"<pre>{html.escape(n)}</pre>" if "\n" in n else f"<p>{html.escape(n)}</p>" for n in self.notes)
        return f"<div><p><strong>{html.escape(self.title)}</strong></p>{table}{notes}</div>"


def shown(cell: Cell) -> str:
    """A cell in print: four significant digits, and all of those before the point.

    >>> [shown(each) for each in (0.000012345, 0.5, 1234.5678, 12, True, None, float("inf"), "welch")]
    ['1.234e-05', '0.5', '1235', '12', 'yes', '', 'no bound', 'welch']
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell != cell:
            return ""
        case float() if cell in (float("inf"), float("-inf")):
            return "no bound"
        case float() if abs(cell) >= 10**_DIGITS:
            return f"{cell:.0f}"
        case float():
            return f"{cell:.{_DIGITS}g}"
    return str(cell)


def _plain(cell: Cell) -> Any:
    """What JSON can hold."""
    if isinstance(cell, float) and (cell != cell or cell in (float("inf"), float("-inf"))):
        return None if cell != cell else str(cell)
    return cell
