"""P-values, whatever they are of."""

from checker.extract.grammar import Reading

READINGS = (
    Reading(
        name="p = p",
        shape="{p_is}<p:V>",
        reads=("Fever was rarer (P = {p 0.03}).", "Fever was rarer (P<{p .001}).", "The p-value was {p 0.2}."),
        leaves=("Group 0.03",),
        hints=("p",),
    ),
)
