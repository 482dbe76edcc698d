"""Claims files as text: what `checker.claimfile` reads back to the same claims."""

from collections.abc import Mapping
from typing import Any

import msgspec

from checker import yamltext
from checker.kinds import Claim
from checker.model import Certainty, Places
from checker.paper import Binding, Paper
from checker.yamltree import Node, Steps

# The key of a claim that a program drafted: how its figures came together, until a curator takes it out.
DRAFTED = "drafted"
_READ_FIRST = ("id", "kind", "at", "section", "label")
_READ_LAST = ("expect", "note")


def dumps(paper: Paper, comments: Mapping[str, str] | None = None) -> str:
    """Write a claims file that `claimfile.loads` reads back to the same claims; ``comments`` by the claim's id."""
    claims: list[Node] = [_claim(claim, paper.bindings.get(claim.id)) for claim in paper.claims]
    tree: dict[str, Node] = {"document": _plain(paper.document)}
    for name in ("populations", "exclude", "context"):
        if made := _plain(getattr(paper, name)):
            tree[name] = made
    if claims:
        tree["claims"] = claims
    above: dict[Steps, str] = {
        ("claims", at): comments[claim.id]
        for at, claim in enumerate(paper.claims)
        if comments is not None and claim.id in comments
    }
    return yamltext.write(tree, above)


def _claim(claim: Claim, binding: Binding | None) -> Node:
    made = _plain(claim)
    if not isinstance(made, dict) or binding is None or binding.certainty is Certainty.STATED:
        return made
    certainty = binding.certainty.value
    why = binding.why if binding.certainty is Certainty.GUESSED else ""
    told = {"certainty": certainty, "why": why, "cause": binding.cause}
    kept: dict[str, Node] = {name: text for name, text in told.items() if text}
    made[DRAFTED] = kept if len(kept) > 1 else certainty
    return {name: made[name] for name in sorted(made, key=lambda name: name in _READ_LAST)}


def _plain(value: Any) -> Node:
    """A value as YAML shows it: no field that has its default, and the fields in the order people read them."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(value)
        kept = {field.name: item for field in fields if (item := getattr(value, field.name)) != _default(field)}
        if value.__struct_config__.tag is not None:
            kept["kind"] = value.__struct_config__.tag
        order = list(kept)
        if isinstance(value, Claim):
            middle = [name for name in kept if name not in _READ_FIRST + _READ_LAST]
            order = [name for name in (*_READ_FIRST, *middle, *_READ_LAST) if name in kept]
        return {name: _plain(kept[name]) for name in order if kept[name] not in ({}, ())}
    if isinstance(value, Places):
        return str(value[0]) if len(value) == 1 else [str(place) for place in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
