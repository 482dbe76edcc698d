"""What a claim is made of: its printed figures by the names of their fields, its places and its populations."""

import functools
from collections.abc import Iterator
from typing import Any

import msgspec

from checker.kinds import Claim, Mention
from checker.model import Place, Reported


def figures(claim: Claim) -> Iterator[tuple[str, Reported]]:
    """The figures of a claim, defaults such as the level of 95 left out.

    Names are paths: ``count``, ``parts[1].count``, ``range[0]``. A mention's figures count where they are
    numbers, a group's count where it is not inferred.
    """
    for name, default in _defaults(type(claim)):
        value = getattr(claim, name)
        if value is not None and (default is msgspec.NODEFAULT or value != default):
            yield from _figures(name, value)


@functools.cache
def _defaults(kind: type[Claim]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of claim, each with the figure that it has unless a paper prints another."""
    return tuple(
        (field.name, msgspec.NODEFAULT if field.default_factory is msgspec.NODEFAULT else field.default_factory())
        for field in msgspec.structs.fields(kind)
    )


def _figures(name: str, value: Any) -> Iterator[tuple[str, Reported]]:
    if isinstance(value, Reported):
        yield name, value
    elif isinstance(value, Mention):
        for i, text in enumerate(value.figures):
            try:
                yield f"{name}.figures[{i}]", Reported(text)
            except ValueError:
                continue
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field == "count" and getattr(value, "inferred", None) is not None:
                continue
            if (held := getattr(value, field)) is not None:
                yield from _figures(f"{name}.{field}", held)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _figures(f"{name}[{i}]", item)


def places_of(claim: Claim) -> tuple[Place, ...]:
    """The places of a claim, and those of its mentions in the same document, once each."""
    mentions = [mention for mention in getattr(claim, "mentions", ()) if mention.document is None]
    return tuple(dict.fromkeys([*claim.at, *(place for mention in mentions for place in mention.at)]))


def populations_of(claim: Claim) -> list[str]:
    """The populations that a claim counts in: its own, its parts' and its groups', the sample of its interval."""
    members = (claim, *getattr(claim, "parts", ()), *getattr(claim, "groups", ()))
    named = [getattr(member, "of", None) for member in members]
    return [name for name in dict.fromkeys([*named, getattr(claim, "sample", None)]) if name is not None]
