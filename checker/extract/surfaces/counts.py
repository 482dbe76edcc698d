"""Counts with their percentage, whose total stands elsewhere."""

from checker.extract.grammar import Reading

READINGS = (
    Reading(
        name="n (p%)",
        shape="<count:N>(?: [a-z]{2,16}){0,2} ?\\( ?<percent:P>",
        reads=("Fever occurred in {count 12} ({percent 20.0%}).", "{count 12} patients ({percent 20.0%}) had fever."),
        leaves=("Of 12, some (20.0 in all) had fever.",),
        hints=("(",),
    ),
)
