"""A power of ten whose exponent lost its superscript.

What it checks
--------------
``107`` where the matter demands ten to the seventh (cells, copies, colony-forming units): the exponent came down
to the line, which happens on the way from a manuscript to plain text and, at times, into print.

Example
-------
>>> from checker.checks import example
>>> example("lost_superscript", "{kind: power-of-ten, printed: 10^7, exponent: 7}")
consistent: 10 to the power 7 = 10000000.0, as printed
>>> example("lost_superscript", "{kind: power-of-ten, printed: '107', exponent: 7}")
explained: 10 to the power 7 without its superscript = 107.0; printed 107 holds only for a superscript that was lost
>>> example("lost_superscript", "{kind: power-of-ten, printed: '106', exponent: 7}")
discrepant (major): 10 to the power 7 = 10000000.0 (power of ten), not 106

Assumptions tried
-----------------
Ten to the exponent, times the figure before it where one is printed with it. Less ordinary: the digits of the
exponent on the line, with their minus sign or without it.

Limits
------
Which exponent the matter demands is for a reader to say.

References
----------
Thompson A, Taylor BN. Guide for the use of the International System of Units. NIST SP 811, 2008, section 10.
"""

import re
from collections.abc import Iterator

from checker import numerals
from checker.claimfile import ClaimFile
from checker.model import Candidate, Interval, PowerOfTen, Recomputation

KINDS = (PowerOfTen,)

_EXPONENT = re.compile(rf"([{numerals.MINUS_SIGNS}+]?)(\d{{1,2}})")


def recompute(claim: PowerOfTen, paper: ClaimFile) -> Iterator[Recomputation]:
    """Ten to the exponent, and the digits that it leaves when its superscript is lost."""
    found = _EXPONENT.fullmatch(claim.exponent.strip().translate(numerals.SUPERSCRIPTS))
    if found is None:
        yield Recomputation(fields=("printed",), targets=(claim.printed,), missing="a whole exponent")
        return
    sign, digits = "-" if found[1] and found[1] != "+" else "", found[2]
    mantissa = claim.printed.value / 10.0**claim.printed.exponent if claim.printed.exponent else 1.0
    power = float(f"1e{sign}{digits}") * mantissa
    expression = f"10 to the power {sign}{digits}"
    candidates = [Candidate((Interval(power, power),), "power of ten", expression)]
    if not claim.printed.exponent:
        lost = float(f"10{digits}")
        lost_print = f"{expression} without its superscript"
        candidates.append(Candidate((Interval(lost, lost),), "a superscript that was lost", lost_print, ordinary=False))
    yield Recomputation(fields=("printed",), targets=(claim.printed,), candidates=tuple(candidates))
