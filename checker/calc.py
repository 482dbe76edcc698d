"""The calculators under their names: ``checker.calc.ci(68, 96)``.

They are those of the command ``checker calc``; ``dir(checker.calc)`` lists them, ``help`` of one tells what it takes.
"""

from typing import Any

from checker.calculators.frame import discovery


def __getattr__(name: str) -> Any:
    """The calculator of a name, loaded when it is asked for."""
    try:
        return discovery.load(name).function
    except KeyError:
        raise AttributeError(f"there is no calculator {name!r}") from None


def __dir__() -> list[str]:
    return discovery.names()
