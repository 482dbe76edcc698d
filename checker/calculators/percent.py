"""What percentage a count is of its total, and what a printed one could be of.

>>> print(percent("10/55", printed="22%"))
10 of 55, printed as 22%
<BLANKLINE>
  decimals  percent
----------  ---------
         0  18
         1  18.2
         2  18.18
         3  18.182
<BLANKLINE>
10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, figure, fraction
from checker.kinds import Proportion
from checker.model import Count
from checker.paper import Description, Paper
from checker.run import verify

_DECIMALS = range(4)


def percent(count: str, *, printed: Printed | None = None) -> Answer:
    """The percentage to several decimals; of a printed one, whether it can be.

    Args:
        count: a count and its total, such as 10/55
        printed: the percentage as printed, such as 22%

    Raises:
        ValueError: where they are no count and total, or no percentage.
    """
    part, whole = fraction(count)
    if not whole:
        raise ValueError("there is no percentage of 0")
    title = f"{part} of {whole}"
    notes: tuple[str, ...] = ()
    if printed is not None:
        said = figure(printed)
        title += f", printed as {said.literal.removesuffix('%')}%"
        claim = Proportion(id="percent", count=Count(str(part)), total=Count(str(whole)), percent=said)
        found = [
            each
            for each in verify(Paper(document=Description(title=title), claims=(claim,)))
            if each.check == "percent_from_count"
        ]
        notes = tuple(f"{each.message}." for each in found)
    rows = tuple((places, f"{100 * part / whole:.{places}f}") for places in _DECIMALS)
    return Answer(title=title, columns=("decimals", "percent"), rows=rows, notes=notes)
