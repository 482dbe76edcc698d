"""The calculators, found by discovery; what each is given is read off its function."""

import functools
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from checker.calculators.frame.answer import Answer

_PACKAGE = "checker.calculators"
_FOLDER = Path(__file__).parents[1]


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a calculator is given.

    Attributes:
        type: what a text of it is made into; a printed figure stays text.
        required: whether there is no answer without it.
        several: whether any number of them may be given.
        option: whether it is given by name.
    """

    name: str
    type: type
    help: str
    default: Any
    required: bool
    several: bool
    option: bool


class Calculator(msgspec.Struct, frozen=True, kw_only=True):
    """A calculator: its command, and the function that answers."""

    name: str
    aliases: tuple[str, ...]
    documentation: str
    function: Callable[..., Answer]
    parameters: tuple[Parameter, ...]

    @property
    def command(self) -> str:
        """Its name at the command line."""
        return self.name.replace("_", "-")

    @property
    def title(self) -> str:
        """What it answers, in a line."""
        return self.documentation.partition("\n")[0].rstrip(".")


def names() -> list[str]:
    """Of all calculators, in alphabetical order; none is loaded."""
    return sorted(found.name for found in pkgutil.iter_modules([str(_FOLDER)]) if not found.ispkg)


@functools.cache
def load(name: str) -> Calculator:
    """One calculator.

    Raises:
        KeyError: where there is none of that name.
    """
    if name not in names():
        raise KeyError(name)
    module = importlib.import_module(f"{_PACKAGE}.{name}")
    function = getattr(module, name)
    return Calculator(
        name=name,
        aliases=getattr(module, "ALIASES", ()),
        documentation=inspect.cleandoc(module.__doc__ or ""),
        function=function,
        parameters=tuple(_parameters(function)),
    )


def every() -> dict[str, Calculator]:
    """All calculators by name."""
    return {name: load(name) for name in names()}


def _parameters(function: Callable[..., Answer]) -> list[Parameter]:
    hints = typing.get_type_hints(function)
    said = _said(inspect.getdoc(function) or "")
    made = []
    for name, each in inspect.signature(function).parameters.items():
        several = each.kind is inspect.Parameter.VAR_POSITIONAL
        required = each.default is inspect.Parameter.empty and not several
        made.append(
            Parameter(
                name=name,
                type=_made_of(hints[name]),
                help=said.get(name, ""),
                default=None if required or several else each.default,
                required=required,
                several=several,
                option=each.kind is inspect.Parameter.KEYWORD_ONLY,
            )
        )
    return made


def _made_of(hint: Any) -> type:
    """What a text is made into: of several types it stays a text where it may be one."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        others: Sequence[Any] = [each for each in typing.get_args(hint) if each is not types.NoneType]
        return str if str in others or len(others) > 1 else others[0]
    return typing.cast(type, hint)


def _said(documentation: str) -> dict[str, str]:
    """What a docstring says of each parameter under *Args*."""
    lines = documentation.splitlines()
    if "Args:" not in lines:
        return {}
    said: dict[str, str] = {}
    name = ""
    for line in lines[lines.index("Args:") + 1 :]:
        if not line.startswith("    "):
            break
        if line.startswith("     "):
            said[name] += f" {line.strip()}"
        else:
            name, _, text = line.strip().partition(":")
            name = name.lstrip("*")
            said[name] = text.strip()
    return said
