"""The probability of a condition after a test's result, from that before it and the likelihood ratio.

>>> print(post_test("25%", 2.43, 0.16))
a probability of 25% before the test
<BLANKLINE>
  LR    after (%)
----  -----------
2.43        44.75
0.16        5.063

References: Fagan TJ, N Engl J Med 1975;293:257. Deeks JJ, Altman DG, BMJ 2004;329:168-9.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, share
from checker.statistics import accuracy


def post_test(before: Printed, ratio: float, negative: float | None = None) -> Answer:
    """The probability after each result: odds times the likelihood ratio.

    Args:
        before: the probability before the test, such as 25%
        ratio: the likelihood ratio of the result
        negative: that of the other result, if there is one

    Raises:
        ValueError: where they are no probability and ratios of 0 or more.
    """
    known = share(before)
    ratios = [ratio] if negative is None else [ratio, negative]
    rows = tuple((each, 100 * accuracy.post_test(known, each)) for each in ratios)
    return Answer(title=f"a probability of {before} before the test", columns=("LR", "after (%)"), rows=rows)
