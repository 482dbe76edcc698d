"""What only cells of tables print: figures whose label or head says what stands in the brackets behind them.

``28 (65)`` is a count with its percentage under ``n (%)``, and a mean with its deviation under ``mean (SD)``.
"""

from checker.extraction.grammar import Reading

QUOTIENT = Reading(
    name="n/N (p)",
    shape=r"<count:N>(?: ?/ ?| of )<total:N> ?\( ?<percent:V>",
    reads=("Men {count 13}/{total 20} ({percent 65.0})",),
)
SHARE = Reading(
    name="n (p)",
    shape=r"<count:N> ?\( ?<percent:V>",
    reads=("Men {count 13} ({percent 65.0})",),
    leaves=("Men 13/20", "Men 13.5 (6.0)"),
)
SIGNED_SHARE = Reading(
    name="n, p%",
    shape="<count:N> ?[,;(]? ?<percent:P>",
    reads=("Men {count 13} ({percent 65%})", "Men {count 13}, {percent 65%}"),
)
SHARE_IN_FRONT = Reading(
    name="p (n) in a cell",
    shape=r"<percent:P> ?\( ?(?:n ?[=:] ?)?<count:N>",
    reads=("Men {percent 65%} (n = {count 13})",),
)
UNSIGNED_IN_FRONT = Reading(
    name="x (n) in a cell",
    shape=r"<percent:V> ?\( ?(?:n ?[=:] ?)?<count:N>",
    reads=("Men {percent 65.0} ({count 13})",),
)
SPREAD = Reading(
    name="x (s)",
    shape=r"<value:V>{units} ?\( ?<spread:V>",
    reads=("Age {value 62.1} ({spread 8.4})",),
    leaves=("Age 62.1, 8.4",),
)
LIMITS = Reading(
    name="x l-u",
    shape=r"<value:A> ?\)? ?[(,;:]? ?\(? ?<lower:A>{to_limit}<upper:A>",
    reads=(
        "Age {value 1.20} ({lower 0.90}; {upper 1.60})",
        "Age 13 ({value 65.0}) ({lower 41.2}-{upper 85.0})",
        "Age {value 1.20} {lower 0.90} to {upper 1.60}",
    ),
    leaves=("Age 13 (65.0) 15 (70.0)",),
)
READINGS = (QUOTIENT, SHARE, SIGNED_SHARE, SHARE_IN_FRONT, UNSIGNED_IN_FRONT, SPREAD, LIMITS)
