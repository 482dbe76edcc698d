"""A power of ten whose exponent lost its superscript.

What it checks
--------------
``107`` where the matter demands ten to the seventh (cells, copies, colony-forming units): the exponent came down
to the line, which happens on the way from a manuscript to plain text and, at times, into print.

Example
-------
>>> from checker.examples import example
>>> example("lost_superscript", "{kind: power-of-ten, printed: 10^7, exponent: 7}")
consistent: the power of ten is 10^7, as printed
>>> example("lost_superscript", "{kind: power-of-ten, printed: '107', exponent: 7}")
explained (major): 10^7 without its superscript is 107; printed 107 holds only for a superscript that was lost
>>> example("lost_superscript", "{kind: power-of-ten, printed: '106', exponent: 7}")
discrepant (major): the power of ten is 10^7, not 106

Assumptions tried
-----------------
Ten to the exponent, times the figure before it where one is printed with it. Less ordinary: the digits of the
exponent on the line, with their minus sign or without it.

Limits
------
Which exponent the matter demands is for a reader to say.

References
----------
WHATWG. HTML Standard, the sub and sup elements: superscripts without which the text would mean something else.
"""

import re
from collections.abc import Iterator

from checker import numerals
from checker.kinds import PowerOfTen
from checker.model import Candidate, Recomputation, Wording
from checker.paper import Paper

KINDS = (PowerOfTen,)

_MINUS = f"[{numerals.MINUS_SIGNS}]"
_EXPONENT = re.compile(rf"(?P<sign>{_MINUS}|\+)?(?P<digits>[0-9]{{1,2}})")
_BLANK = f"[{numerals.SPACES}]?"
_LOST = re.compile(rf"(?:[0-9.·]+{_BLANK}[×x]{_BLANK})?10{_BLANK}(?P<sign>{_MINUS})?{_BLANK}(?P<digits>[0-9]{{1,2}})")


def recompute(claim: PowerOfTen, paper: Paper) -> Iterator[Recomputation]:
    """The exponent that the matter demands, for the one that is printed, raised or not."""
    demanded = _EXPONENT.fullmatch(claim.exponent.strip().translate(numerals.SUPERSCRIPTS))
    printed = Wording(claim.printed)
    if demanded is None:
        yield Recomputation(fields=("printed",), targets=(printed,), missing="a whole exponent")
        return
    sign = "-" if demanded["sign"] not in (None, "+") else ""
    power = f"10^{sign}{demanded['digits']}"
    raised = _raised(claim.printed, power)
    lost = _LOST.fullmatch(claim.printed.strip())
    candidates = [Candidate((Wording(power),), "power of ten", "the power of ten")]
    if raised is None and lost is not None and lost["digits"] == demanded["digits"] and (sign or not lost["sign"]):
        expression = f"{power} without its superscript"
        candidates.append(Candidate((printed,), "a superscript that was lost", expression, ordinary=False))
    target = printed if raised is None else Wording(raised)
    yield Recomputation(fields=("printed",), targets=(target,), candidates=tuple(candidates))


def _raised(printed: str, power: str) -> str | None:
    """The power of ten that is printed, when it is printed as one; ``power`` when the number is written out."""
    spelled = printed.strip().translate(numerals.SUPERSCRIPTS)
    demanded = _EXPONENT.fullmatch(spelled.removeprefix("10").removeprefix("^").strip())
    if spelled.startswith("10") and demanded is not None and (spelled != printed.strip() or "^" in spelled):
        # Powers that no figure of a paper has are told by their exponent alone.
        return f"10^{'-' if demanded['sign'] not in (None, '+') else ''}{int(demanded['digits'])}"
    try:
        number = numerals.parse(printed)
    except ValueError:
        return None
    if number.exponent:
        return f"10^{number.exponent}"
    return power if number.value == float(power.replace("10^", "1e")) else None
