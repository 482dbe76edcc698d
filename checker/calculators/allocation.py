"""Whether arms are as large as their ratio of allocation makes them, by chance or in blocks.

>>> print(allocation(30, 25))
55 allocated 1:1 to arms of 30, 25
<BLANKLINE>
  arm    size    expected
-----  ------  ----------
    1      30        27.5
    2      25        27.5
<BLANKLINE>
Simple randomisation makes arms as unequal as these, or more, with p = 0.5901.
>>> print(allocation(80, 25, ratio="1:1", block=4))
105 allocated 1:1 to arms of 80, 25
<BLANKLINE>
  arm    size    expected    least in blocks    most in blocks
-----  ------  ----------  -----------------  ----------------
    1      80        52.5                 52                53
    2      25        52.5                 52                53
<BLANKLINE>
Simple randomisation makes arms as unequal as these, or more, with p =
6.881e-08.
Blocks of 4 cannot make these sizes, without strata.

References: Schulz KF, Grimes DA, Lancet 2002;359:966-70.
"""

from checker.calculators.frame.answer import Answer, Cell, shown
from checker.statistics.allocation import in_blocks, simple_p


def allocation(*sizes: int, ratio: str | None = None, block: int | None = None) -> Answer:
    """The p of simple randomisation, and the sizes that permuted blocks make.

    Args:
        *sizes: how many were randomised to each arm, such as 30 25
        ratio: in which they were to be allocated, such as 2:1; equally, if it is not given
        block: the size of the blocks, without strata

    Raises:
        ValueError: where they are no sizes of as many arms as the ratio has.
    """
    arms = [int(size) for size in sizes]
    parts = [1] * len(arms) if ratio is None else _parts(ratio)
    p = simple_p(arms, parts)
    total, shares = sum(arms), sum(parts)
    bounds = None if block is None else in_blocks(total, parts, block)
    rows: list[tuple[Cell, ...]] = []
    for number, (size, part) in enumerate(zip(arms, parts, strict=True)):
        ends = () if bounds is None else bounds[number]
        rows.append((number + 1, size, total * part / shares, *ends))
    columns = ("arm", "size", "expected")
    notes = [f"Simple randomisation makes arms as unequal as these, or more, with p = {shown(p)}."]
    if bounds is not None:
        fits = all(low <= size <= high for size, (low, high) in zip(arms, bounds, strict=True))
        notes.append(f"Blocks of {block} {'can' if fits else 'cannot'} make these sizes, without strata.")
    return Answer(
        title=f"{total} allocated {':'.join(map(str, parts))} to arms of {', '.join(map(str, arms))}",
        columns=columns if bounds is None else (*columns, "least in blocks", "most in blocks"),
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _parts(ratio: str) -> list[int]:
    try:
        return [int(part) for part in ratio.split(":")]
    except ValueError:
        raise ValueError(f"expected a ratio such as 2:1, not {ratio!r}") from None
