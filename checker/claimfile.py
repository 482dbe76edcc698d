"""Claims files: YAML written by people, read strictly.

Every scalar is read as a string, so that no figure loses a trailing zero. Whatever is wrong is one
`ClaimFileError` with the line and what was expected there.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from checker import files, yamltree
from checker.claimtext import DRAFTED
from checker.kinds import KINDS, AnyClaim, Identifier
from checker.measures import ReportedMeasure
from checker.model import Count, Place, Places, Reported
from checker.paper import Binding, Context, Description, Drafted, Exclusion, Paper, Population
from checker.spelling import aside, not_among
from checker.yamltree import Node, Steps

LARGEST_FILE = 4_000_000
KEYS = tuple(name for name in Paper.__struct_fields__ if name != "bindings")
SUFFIXES = (".yaml", ".yml")


class ClaimFileError(Exception):
    """A claims file that cannot be read. Its text is ``path:line: what was expected``."""

    def __init__(self, path: str, line: int | None, problem: str) -> None:
        self.path, self.line, self.problem = path, line, problem
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


def read(path: str | Path) -> Paper:
    """Read a claims file.

    Raises:
        ClaimFileError: for whatever is wrong with it, the first problem only.
    """
    return loads(content(path), str(path))


def content(path: str | Path) -> bytes:
    """The bytes of a claims file.

    Raises:
        ClaimFileError: where it is no file that can be read, or too large for one that people write.
    """
    if Path(path).is_dir():
        raise ClaimFileError(str(path), None, "expected claims files (.yaml) in this folder, but there are none")
    try:
        return files.content(path, LARGEST_FILE)
    except files.TooLarge:
        size = Path(path).stat().st_size
        problem = f"expected a claims file of at most {LARGEST_FILE:,} bytes, not {size:,}"
        raise ClaimFileError(str(path), None, problem) from None
    except OSError as error:
        raise ClaimFileError(str(path), None, error.strerror or str(error)) from None


def located(content: bytes, path: str = "<claims>") -> tuple[Paper, dict[str, int]]:
    """The claims of a file, with the line on which each stands, by its id; a population's where it is named.

    Raises:
        ClaimFileError: see `read`.
    """
    reader = _Reader(path)
    paper = reader.read(_decoded(content, path))
    return paper, reader.claim_lines(paper)


def find(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The claims files among ``paths``: files as they are, folders by their ``.yaml`` and ``.yml`` files.

    A folder without any is itself among the paths found, so that reading it says what is wrong.
    """
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(inner for inner in path.rglob("*") if inner.suffix in SUFFIXES and inner.is_file())
            yield from found or [path]
        else:
            yield path


def loads(content: bytes, path: str = "<claims>") -> Paper:
    """Read a claims file from its bytes; ``path`` is for messages.

    Raises:
        ClaimFileError: see `read`.
    """
    return _Reader(path).read(_decoded(content, path))


def _decoded(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ClaimFileError(path, line, f"expected UTF-8 text, not the byte 0x{content[error.start]:02x}") from None


@functools.cache
def schema() -> dict[str, Any]:
    """The JSON Schema of claims files, for editors."""
    generated = msgspec.json.schema(Paper, schema_hook=_schema_of)
    del generated["$defs"]["Paper"]["properties"]["bindings"]
    for name in ("Binding", "Excuse", "Because", "Interval"):
        del generated["$defs"][name]
    (told,), defined = msgspec.json.schema_components((Drafted,))
    generated["$defs"] |= defined
    for kind in KINDS:
        generated["$defs"][kind.__name__]["properties"][DRAFTED] = {"anyOf": [{"$ref": "#/$defs/Certainty"}, told]}
    generated["$defs"]["Paper"]["description"] = "The claims of one paper, with the populations they are counted in."
    populations = generated["$defs"]["Paper"]["properties"]["populations"]
    populations["additionalProperties"] = {"anyOf": [populations["additionalProperties"], _schema_of(Count)]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "checker claims file", **generated}


class _Reader:
    """Reads one file, remembering on which line each node stands."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[Steps, int] = {}

    def read(self, text: str) -> Paper:
        try:
            tree, self.lines = yamltree.parse(text)
        except yamltree.YAMLProblem as problem:
            raise ClaimFileError(self.path, problem.line, str(problem)) from None
        if not isinstance(tree, dict):
            raise self._error((), "expected a mapping with the keys document, populations and claims")
        for key in tree:
            if key not in KEYS:
                raise self._error((key,), not_among(key, KEYS))
        if "document" not in tree:
            raise self._error((), "expected the key `document`")
        made: dict[str, Any] = {"document": self._convert(tree["document"], Description, ("document",))}
        made["populations"] = self._populations(tree.get("populations", {}))
        drafted = self._drafted(tree.get("claims", []))
        for key, item in (("exclude", Exclusion), ("context", Context), ("claims", AnyClaim)):
            nodes = tree.get(key, [])
            if not isinstance(nodes, list):
                raise self._error((key,), f"expected a list of {key}")
            made[key] = tuple(self._convert(node, item, (key, i)) for i, node in enumerate(nodes))
        for i, exclusion in enumerate(made["exclude"]):
            if not re.fullmatch(r"\d+(-\d+)?", exclusion.lines):
                raise self._error(("exclude", i, "lines"), "expected lines such as 271-467")
        made["bindings"] = {made["claims"][i].id: binding for i, binding in drafted.items()}
        claims = Paper(**made)
        self._references(claims)
        return claims

    def claim_lines(self, paper: Paper) -> dict[str, int]:
        """The line of each claim of the paper just read, by its id."""
        lines = {f"population-{name}": self._line(("populations", name)) for name in paper.populations}
        return lines | {claim.id: self._line(("claims", i)) for i, claim in enumerate(paper.claims)}

    def _drafted(self, nodes: Node) -> dict[int, Binding]:
        """How the figures of drafted claims came together, by their position; the key is taken out of the claims."""
        found = {}
        for i, node in enumerate(nodes if isinstance(nodes, list) else []):
            if isinstance(node, dict) and DRAFTED in node:
                told = node.pop(DRAFTED)
                told = {"certainty": told} if isinstance(told, str) else told
                found[i] = self._convert(told, Drafted, ("claims", i, DRAFTED)).binding()
        return found

    def _populations(self, node: Node) -> dict[str, Population]:
        if not isinstance(node, dict):
            raise self._error(("populations",), "expected a mapping of names to sizes")
        populations = {}
        for name, value in node.items():
            path = ("populations", name)
            self._convert(name, Identifier, path)
            populations[name] = self._convert({"size": value} if isinstance(value, str) else value, Population, path)
        return populations

    def _references(self, claims: Paper) -> None:
        names = claims.populations
        for name, population in names.items():
            self._known(population.within, names, ("populations", name, "within"))
            seen = {name}
            parent = population.within
            while parent is not None:
                if parent in seen:
                    problem = f"expected no circle, but {name} is within itself"
                    raise self._error(("populations", name, "within"), problem)
                seen.add(parent)
                parent = names[parent].within if parent in names else None
        ids: dict[str, int] = {}
        for i, claim in enumerate(claims.claims):
            path: Steps = ("claims", i)
            if claim.id in ids:
                line = self._line(("claims", ids[claim.id], "id"))
                raise self._error((*path, "id"), f"expected an id of its own, but {claim.id!r} is also on line {line}")
            ids[claim.id] = i
            for field in ("of", "sample"):
                self._known(getattr(claim, field, None), names, (*path, field))
            for position, name in enumerate(getattr(claim, "alternatives", ())):
                self._known(name, names, (*path, "alternatives", position))
            for field in ("parts", "groups"):
                for position, part in enumerate(getattr(claim, field, ())):
                    self._known(getattr(part, "of", None), names, (*path, field, position, "of"))

    def _known(self, name: str | None, names: dict[str, Population], path: Steps) -> None:
        if name is not None and name not in names:
            raise self._error(path, f"expected a population of this file, not {name!r}{aside(name, names)}")

    def _convert(self, node: Node, item: Any, path: Steps) -> Any:
        try:
            return msgspec.convert(node, item, dec_hook=decode, strict=False)
        except msgspec.ValidationError as error:
            problem, _, inner = str(error).partition(" - at `")
            steps = _steps(inner.rstrip("`"))
            if steps[-1:] == ("kind",) and item == AnyClaim:
                tags = tuple(str(kind.__struct_config__.tag) for kind in KINDS)
                problem = not_among(node["kind"] if isinstance(node, dict) else "", tags)
            if problem.startswith("key"):
                problem, steps = problem.partition(" in ")[0], ()
            unknown = re.fullmatch(r"Object contains unknown field `(.*)`", problem)
            if unknown:
                steps = (*steps, unknown[1])
                problem = not_among(unknown[1], _allowed(node, item, steps[:-1]))
            raise self._error(path + steps, problem[0].lower() + problem[1:]) from None

    def _error(self, path: Steps, problem: str) -> ClaimFileError:
        return ClaimFileError(self.path, self._line(path), problem)

    def _line(self, path: Steps) -> int:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def decode(kind: type, node: Any) -> Any:
    """A printed number, a place or a measure from its text: what msgspec asks for the types that it does not know."""
    if kind is Places:
        return Places(Place.parse(str(item)) for item in (node if isinstance(node, list) else [node]))
    if not isinstance(node, str):
        wanted = "the name of a measure" if kind is ReportedMeasure else "a printed number"
        raise ValueError(f"expected {wanted}, not a {'list' if isinstance(node, list) else 'mapping'}")
    return kind(node)


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is Places:
        place = {"type": ["string", "integer"], "pattern": r"^\d+(:\d+-\d+)?$"}
        return {"anyOf": [place, {"type": "array", "items": place}]}
    if kind is ReportedMeasure:
        return {"type": "string"}
    if issubclass(kind, Reported):
        whole = kind is Count
        return {"type": ["string", "number"], "description": "a printed whole number" if whole else "a printed number"}
    raise NotImplementedError(kind)


def _steps(path: str) -> Steps:
    return tuple(int(index) if index else name for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", path))


def _allowed(node: Node, item: Any, steps: Steps) -> tuple[str, ...]:
    kinds = KINDS if item == AnyClaim else (item,)
    tag = node.get("kind") if isinstance(node, dict) else None
    for kind in kinds:
        if len(kinds) == 1 or kind.__struct_config__.tag == tag:
            for step in steps:
                if isinstance(step, str):
                    kind = _item_type({field.name: field.type for field in msgspec.structs.fields(kind)}[step])
            return (*kind.__struct_fields__, *((DRAFTED,) if kind in KINDS else ()))
    return ()


def _item_type(kind: Any) -> Any:
    arguments = getattr(kind, "__args__", ())
    return _item_type(arguments[0]) if arguments else kind
