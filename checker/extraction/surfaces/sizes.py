"""The number of values right behind a mean and its spread."""

from checker.extraction.grammar import Reading

READINGS = (
    Reading(
        name="x ± s (n = N)",
        shape=r"(?:<:A>|<:S>){units}[ ]?\)?[ ,;:(]{0,3}n[ ]?[=:][ ]?<size:N>",
        reads=("It took 12.4 ± 3.1 days (n = {size 40}).", "It took 12.4 days (SD 3.1; n={size 40})."),
    ),
)
