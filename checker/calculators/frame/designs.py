"""What the calculators of sample size and of power are asked: one design, of which the figures say which."""

import msgspec

from checker.calculators.frame.printed import Printed, figure, share
from checker.statistics.power import Errors


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A design: proportions and errors as fractions, what is not given None."""

    p1: float | None = None
    p2: float | None = None
    null: float | None = None
    difference: float | None = None
    sd: float | None = None
    hazard_ratio: float | None = None
    margin: float | None = None
    errors: Errors
    allocation: float
    title: str

    @property
    def single(self) -> bool:
        """Whether there is one group only."""
        return self.null is not None


def asked(
    p1: Printed | None,
    p2: Printed | None,
    null: Printed | None,
    difference: Printed | None,
    sd: Printed | None,
    hazard_ratio: Printed | None,
    margin: Printed | None,
    alpha: Printed,
    power: Printed,
    sides: int,
    allocation: float,
) -> Asked:
    """The design that is described.

    Raises:
        ValueError: where none is, or a figure is none.
    """
    if not allocation > 0:
        raise ValueError(f"an allocation lies above 0, not at {allocation:g}")
    errors = Errors(share(alpha), share(power), sides)
    _ = errors.quantiles
    first, second, against = (None if each is None else share(each) for each in (p1, p2, null))
    ratio = None if hazard_ratio is None else float(figure(hazard_ratio).value)
    if ratio is not None:
        title = f"a hazard ratio of {hazard_ratio}"
    elif first is not None and second is not None:
        title = f"{p1} against {p2}"
    elif first is not None and against is not None:
        title = f"{p1} against {null} in one group"
    elif sd is not None and (difference is not None or margin is not None):
        title = f"a difference of {0 if difference is None else difference}, SD {sd}"
    else:
        raise ValueError("expected p1 and p2, p1 and null, difference and sd, or a hazard ratio")
    if margin is not None:
        title += f", margin {margin}"
    by_share = margin is not None and ratio is None and first is not None
    return Asked(
        p1=first,
        p2=second,
        null=against,
        difference=None if difference is None else float(figure(difference).value),
        sd=None if sd is None else float(figure(sd).value),
        hazard_ratio=ratio,
        margin=None if margin is None else share(margin) if by_share else float(figure(margin).value),
        errors=errors,
        allocation=allocation,
        title=title,
    )
