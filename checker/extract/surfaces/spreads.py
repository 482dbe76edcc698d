"""Standard deviations and standard errors behind their mean."""

from checker.extract.grammar import Reading

READINGS = (
    Reading(
        name="x ± s",
        shape="<value:A>{units}[ ]?[,(]?[ ]?(?:{spread_label}[ ]?=?)?[ ]?{plus_minus}[ ]?<spread:S>",
        reads=("Mean age was {value 62.1} ± {spread 8.4} years.",),
        hints=("±", "+/-", "+-", "-/+"),
    ),
    Reading(
        name="x (SD s)",
        shape=(
            r"<value:A>{units}[ ]?(?:of age|old)?[ ]?\)?(?:\(|[,;:]|[ ]with an?)[ ]?{spread_label}"
            "[ ]?(?:=|:|of|was|,)?[ ]?<spread:A>"
        ),
        reads=("Mean age was {value 62.1} years (SD {spread 8.4}).",),
        hints=("sd", "s.d", "se", "s.e", "std", "st. dev", "st dev", "standard"),
    ),
)
