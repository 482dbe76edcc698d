"""How the cells, labels and heads of tables print the limits of an interval."""

import re

INTERVAL = re.compile(
    r"\b(?:(?P<level>[89][0-9](?:\.[0-9])?) ?% ?)?(?:c\.?i\.?(?![a-z])|confidence (?:interval|limits)(?: ?\(ci\))?)"
)
# A label or head that names an interval and nothing else.
INTERVAL_ALONE = re.compile(
    r"\(?(?:(?P<level>[89][0-9](?:\.[0-9])?) ?% ?)?(?:exact |clopper-pearson )?(?:two-sided )?"
    r"(?:c\.?i\.?|conf(?:idence|\.) (?:intervals?|limits))(?: ?\(ci\))?(?:, ?%| ?\(%\))?\)?$"
)
TO_UPPER = re.compile(r" ?%? ?(?:--?|to|,|;|~) ?")
# What may stand between the upper limit and the end of its cell.
LAST = re.compile(r" ?%? ?\)?\)?[*†‡§¶# ]{0,3}$")
