"""All readings, found by discovery, and the pages of ``docs/readings.md``."""

import functools
import importlib
import inspect
import pkgutil
from types import ModuleType

import msgspec

from checker.extraction import readings, surfaces, tables
from checker.extraction.examples import Example
from checker.extraction.grammar import Reading
from checker.extraction.tables.cells import name_of
from checker.kinds import Claim

_FOLDERS = (surfaces, readings)


class Entry(msgspec.Struct, frozen=True):
    """A reading and the module that it stands in. ``brief``: it is matched against brief outlines."""

    reading: Reading
    module: ModuleType
    brief: bool

    @property
    def name(self) -> str:
        """The module's name, without the folders it is in."""
        return self.module.__name__.rpartition(".")[2]


@functools.cache
def modules() -> tuple[ModuleType, ...]:
    """The modules of readings, those of surfaces first."""
    return tuple(
        importlib.import_module(f"{folder.__name__}.{module.name}")
        for folder in _FOLDERS
        for module in pkgutil.iter_modules(folder.__path__)
    )


@functools.cache
def every() -> tuple[Entry, ...]:
    """The readings of all modules, in their order. ``BRIEF = False`` says that a module reads the full outline."""
    return tuple(
        Entry(reading, module, getattr(module, "BRIEF", module.__name__.startswith(readings.__name__)))
        for module in modules()
        for reading in getattr(module, "READINGS", ())
    )


@functools.cache
def names() -> frozenset[str]:
    """The names under which claims are made: those of readings, and those that modules make of several figures.

    Of the claims that a module of tables makes, the kind tells the name.
    """
    of_tables = (
        importlib.import_module(f"{tables.__name__}.{each.name}") for each in pkgutil.iter_modules(tables.__path__)
    )
    proposing = [module for module in (*modules(), *of_tables) if hasattr(module, "propose")]
    found = {entry.reading.name for entry in every() if hasattr(entry.module, "propose")}
    for module in proposing:
        found.update(getattr(module, "MAKES", ()))
        if module.__name__.startswith(tables.__name__) and not hasattr(module, "MAKES"):
            kinds = (each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Claim))
            found.update(name_of(kind) for kind in kinds)
    return frozenset(found)


def markdown() -> str:
    """Every reading with the sentences that it reads and leaves."""
    parts = [
        "# The readings\n\nGenerated from the readings themselves by `checker readings`. How they are matched: "
        "[extraction.md](extraction.md).\nIn what is read, each number stands with its role."
    ]
    last = None
    for entry in every():
        if entry.module is not last:
            last = entry.module
            parts.append(f"## {entry.name}\n\n{inspect.getdoc(entry.module)}")
        parts.append(_page(entry.reading))
    return "\n\n".join(parts)


def _page(reading: Reading) -> str:
    lines = [f"### {reading.name}\n\n`{reading.shape}`\n"]
    for marked in reading.reads:
        example = Example.parse(marked)
        roles = "; ".join(f"{role} {', '.join(literals)}" for role, literals in example.roles.items())
        lines.append(f"- reads: {example.text} ({roles})")
    lines += [f"- leaves: {text}" for text in reading.leaves]
    return "\n".join(lines)
