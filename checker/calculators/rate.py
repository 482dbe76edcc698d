"""The rate of events in person-time, and its confidence interval by every method.

>>> print(rate(52, 3850, per=1000, printed="10.1 to 17.7"))
52 events in 3850: 13.51 per 1000, 95% CI
<BLANKLINE>
method         lower    upper    as printed
-----------  -------  -------  ------------
garwood        10.09    17.71           yes
byar           10.09    17.71           yes
wald           9.835    17.18            no
wald-log       10.29    17.72            no
score           10.3    17.71            no
mid-p          10.19    17.57            no
square-root    10.08    17.43            no
<BLANKLINE>
10.1 to 17.7 is what garwood and byar give.

References: Garwood F, Biometrika 1936;28:437-42. Ulm K, Am J Epidemiol 1990;131:373-5.
"""

from checker.calculators.frame.answer import Answer, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence
from checker.statistics.poisson import METHODS


def rate(events: int, person_time: float, *, per: float = 1, level: float = 95, printed: str | None = None) -> Answer:
    """The rate per so many units of the person-time, and its limits under every method.

    Args:
        events: how many there were
        person_time: in which they occurred, in any unit
        per: how many units of the person-time the rate is of, such as 1000
        level: the level of confidence in percent
        printed: both limits as printed, such as "10.1 to 17.7"

    Raises:
        ValueError: where they are no events in a person-time, or no limits.
    """
    sure = confidence(level)
    if not person_time > 0 or not per > 0:
        raise ValueError(f"expected a person-time above 0, not {person_time if person_time <= 0 else per:g}")
    scale = per / person_time
    found = {name: method(events, sure) for name, method in METHODS.items()}
    scaled = {name: None if each is None else (scale * each[0], scale * each[1]) for name, each in found.items()}
    columns, rows, notes = compared(scaled, printed, clipped=lambda ends: (max(0.0, ends[0]), ends[1]))
    of = "" if per == 1 else f" per {per:g}"
    title = f"{events} events in {person_time:g}: {shown(float(scale * events))}{of}, {100 * sure:g}% CI"
    return Answer(title=title, columns=columns, rows=rows, notes=notes)
