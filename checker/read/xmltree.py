"""XML as a tree, parsed without network, external entities or a DTD.

Entities named by HTML are decoded; a document that declares entities of its own beyond single characters is refused.
"""

import html.entities
import re
from typing import Any

from lxml import etree

from checker.read.errors import ReadError

MOST_BYTES = 32_000_000

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DECLARED = re.compile(rb"<!ENTITY\s+(?!%)[^>]*")
_HARMLESS = re.compile(
    rb"<!ENTITY\s+(?P<name>[\w.-]+)\s+(?:SYSTEM\b|PUBLIC\b|[\"'](?P<value>(?:&#[0-9a-fA-Fx]{1,8};|[^&<\"']){0,8})[\"'])"
)
_MOST_DECLARED = 3_000


def parsed(data: bytes, path: str) -> Any:
    """The root of a document in XML.

    Raises:
        ReadError: when it is too large, not well-formed, or declares entities of its own.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(path, f"expected XML of at most {MOST_BYTES // 1_000_000} MB, not {len(data) // 1_000_000} MB")
    declared = [_HARMLESS.match(entity) for entity in _DECLARED.findall(data)]
    if len(declared) > _MOST_DECLARED or None in declared:
        raise ReadError(path, "expected XML without entities that expand into others; refused as an XML bomb")
    own = {found["name"]: found["value"] for found in declared if found is not None and found["value"] is not None}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(_ENTITY.sub(lambda found: _decoded(found, own), data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = str(error).split(", line")[0][:120]
        raise ReadError(path, f"expected well-formed XML; it seems damaged ({said})") from None


def name_of(node: Any) -> str:
    """The tag of an element without its namespace; empty for comments and instructions."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child_of(node: Any, name: str) -> Any:
    """The first child of this name, or None."""
    return next((child for child in node if name_of(child) == name), None)


def span_of(text: str | None) -> int:
    """How many rows or columns a cell says that it covers."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


def _decoded(found: re.Match[bytes], own: dict[bytes, bytes]) -> bytes:
    name = found.group(1)
    if name in _XML_ENTITIES:
        return found.group()
    if name in own:
        return own[name]
    characters = html.entities.html5.get(name.decode() + ";")
    return "".join(f"&#{ord(char)};" for char in characters).encode() if characters else found.group()
