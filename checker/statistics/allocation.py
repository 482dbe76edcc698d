"""Sizes of arms that a ratio of allocation makes, by simple randomisation and in permuted blocks.

Sizes and parts of a ratio are whole numbers, sizes of 0 or more and parts of 1 or more, in the same order. ValueError
for unequal numbers of both, fewer than two arms, or a block that the ratio does not fill.

Schulz KF, Grimes DA. Unequal group sizes in randomised trials: guarding against guessing. Lancet 2002;359:966-70.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.statistics.tails import chi_square_upper_tail


def simple_p(sizes: Sequence[int], ratio: Sequence[int]) -> float:
    """P of arms as unequal as these by simple randomisation; 1 without anybody.

    Of two arms exact, the probability of all sizes that are no likelier; of more, Pearson's chi-squared.
    """
    _require(sizes, ratio)
    total, parts = sum(sizes), sum(ratio)
    if not total:
        return 1.0
    if len(sizes) == 2:
        return _binomial(sizes[0], total, ratio[0] / parts)
    expected = [total * part / parts for part in ratio]
    statistic = sum((size - mean) ** 2 / mean for size, mean in zip(sizes, expected, strict=True))
    return chi_square_upper_tail(statistic, len(sizes) - 1)


def in_blocks(total: int, ratio: Sequence[int], block: int) -> list[tuple[int, int]]:
    """Smallest and largest size of each arm when so many are randomised in permuted blocks without strata."""
    _require([total] * len(ratio), ratio)
    parts = sum(ratio)
    if block < 1 or block % parts:
        raise ValueError(f"a block of {block} is not filled by {':'.join(map(str, ratio))}")
    whole, rest = divmod(total, block)
    ends = []
    for part in ratio:
        each = part * block // parts
        ends.append((whole * each + max(0, rest - (block - each)), whole * each + min(each, rest)))
    return ends


def _binomial(count: int, total: int, share: float) -> float:
    """Two-sided exact p by the sum of no likelier counts, on logarithms so that no total is too large."""
    import numpy as np
    from scipy.special import gammaln

    k = np.arange(total + 1.0)
    logs = gammaln(total + 1) - gammaln(k + 1) - gammaln(total - k + 1) + k * np.log(share)
    logs += (total - k) * np.log1p(-share)
    return min(1.0, float(np.exp(logs[logs <= logs[count] + 1e-7]).sum()))


def _require(sizes: Sequence[int], ratio: Sequence[int]) -> None:
    if len(sizes) != len(ratio) or len(sizes) < 2 or min(sizes) < 0 or min(ratio) < 1:
        raise ValueError("an allocation has sizes of 0 or more for as many parts of a ratio, two at least")
