"""One bracketing root finder, so that no module needs scipy.optimize (slow to import)."""

from __future__ import annotations

from collections.abc import Callable

RELATIVE_TOLERANCE = 4e-16
MAXIMUM_STEPS = 200


def bracketed_root(function: Callable[[float], float], left: float, right: float, tolerance: float = 1e-15) -> float:
    """Root of a continuous function whose signs differ at `left` and `right`.

    `tolerance` is absolute, in the units of the argument. Raises ValueError when both ends have
    the same sign. Method: T. R. Chandrupatla, Advances in Engineering Software 28 (1997) 145-149.
    """
    a, b = left, right
    fa, fb = function(a), function(b)
    if fa == 0:
        return a
    if fb == 0:
        return b
    if (fa > 0) == (fb > 0):
        raise ValueError(f"no sign change between {left} and {right}")
    step = 0.5
    best = a
    for _ in range(MAXIMUM_STEPS):
        x = a + step * (b - a)
        fx = function(x)
        if (fx > 0) == (fa > 0):
            c, fc = a, fa
        else:
            c, fc = b, fb
            b, fb = a, fa
        a, fa = x, fx
        best, f_best = (a, fa) if abs(fa) < abs(fb) else (b, fb)
        limit = (RELATIVE_TOLERANCE * abs(best) + tolerance) / abs(b - a) if b != a else 1.0
        if limit > 0.5 or f_best == 0:
            break
        position = (a - b) / (c - b)
        ratio = (fa - fb) / (fc - fb)
        if ratio * ratio < position and (1 - ratio) * (1 - ratio) < 1 - position:
            step = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        else:
            step = 0.5
        step = min(1 - limit, max(limit, step))
    return best


def unbounded_root(
    function: Callable[[float], float], start: float, *, increasing: bool, tolerance: float = 1e-15
) -> float:
    """Root of a continuous monotone function on the real line, looked for outwards from `start`.

    `tolerance` is absolute, in the units of the argument. Raises ValueError when no sign change lies
    within about 1000 of `start`.
    """
    inside, value = start, function(start)
    if value == 0:
        return start
    direction = -1.0 if (value > 0) == increasing else 1.0
    step = 0.5
    while step < 1024:
        outside = inside + direction * step
        if (function(outside) > 0) != (value > 0):
            return bracketed_root(function, inside, outside, tolerance)
        inside = outside
        step *= 2
    raise ValueError(f"no root found within {step} of {start}")
