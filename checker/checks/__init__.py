"""The checks, one module each, found by discovery.

A check module has a docstring with fixed headings, a tuple ``KINDS`` of the claim kinds it takes, and
``recompute(claim, paper)``, which yields a `Recomputation` for every figure that it recomputes: nothing where
the claim is not its business, one with ``missing`` where something it needs is not printed. A check of all
claims of a paper at once has ``recompute_paper(paper)`` instead, and yields pairs of a claim and a
recomputation. A check whose claims tell of each other has ``habit(paper)``, asked once a paper, and
``recompute(claim, paper, habit)``: what most of a paper's figures are made by. Checks know nothing of verdicts.
``USES_SIZES = False`` says that a check looks at no population, so that it matters nothing to it whether a size
is assumed. ``FIGURES`` is what it recomputes, in the plural, where the ways in which a paper's figures are made show a
habit of the paper. ``MOST`` is how many claims of one paper a check that takes long recomputes.
"""

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from checker.kinds import AnyClaim, Claim
from checker.model import Recomputation
from checker.paper import Paper
from checker.spelling import unknown

HEADINGS = ("What it checks", "Example", "Assumptions tried", "Limits", "References")


class Check(msgspec.Struct, frozen=True):
    """A check: its name, the kinds of claim it takes, and its documentation."""

    name: str
    kinds: tuple[type[Claim], ...]
    documentation: str
    recompute: Callable[..., Iterator[Recomputation]] | None
    recompute_paper: Callable[[Paper], Iterator[tuple[AnyClaim, Recomputation]]] | None
    habit: Callable[[Paper], Any] | None = None
    uses_sizes: bool = True
    figures: str = ""
    most: int | None = None

    @property
    def title(self) -> str:
        """The first line of the documentation, without its full stop."""
        return self.documentation.partition("\n")[0].rstrip(".")

    def section(self, heading: str) -> str:
        """The text under one of `HEADINGS`; empty where it is missing."""
        lines = self.documentation.splitlines()
        if heading not in lines:
            return ""
        start = lines.index(heading) + 2
        ends = [i - 1 for i, line in enumerate(lines) if i > start and _is_underline(line)]
        return "\n".join(lines[start : ends[0] if ends else None]).strip()


def _is_underline(line: str) -> bool:
    return len(line) >= 3 and not line.strip("-")


@functools.cache
def every() -> dict[str, Check]:
    """All checks by name, in alphabetical order."""
    checks = {}
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        module = importlib.import_module(f"{__name__}.{found.name}")
        checks[found.name] = Check(
            name=found.name,
            kinds=module.KINDS,
            documentation=inspect.cleandoc(module.__doc__ or ""),
            recompute=getattr(module, "recompute", None),
            recompute_paper=getattr(module, "recompute_paper", None),
            habit=getattr(module, "habit", None),
            uses_sizes=getattr(module, "USES_SIZES", True),
            figures=getattr(module, "FIGURES", ""),
            most=getattr(module, "MOST", None),
        )
    return checks


def chosen(names: str | Iterable[str]) -> frozenset[str]:
    """The names of checks to run, one or several.

    Raises:
        ValueError: where one is not known, with what was meant.
    """
    found = frozenset([names] if isinstance(names, str) else names)
    for name in sorted(found - set(every())):
        raise ValueError(unknown(name, every(), "`checker checks`"))
    return found


@functools.cache
def of_kind(kind: type[Claim]) -> tuple[Check, ...]:
    """The checks of single claims that take claims of a kind."""
    return tuple(check for check in every().values() if kind in check.kinds and check.recompute is not None)
