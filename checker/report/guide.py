"""The kinds of claims for people who write them: as pages of ``docs/claims.md``, or for the terminal."""

import inspect
import re
import textwrap
from typing import Any, get_args

import msgspec

from checker import checks
from checker.kinds import KINDS, Claim, Group, Mention, Segment
from checker.kinds.measurements import MeanGroup
from checker.model import Places, Reported
from checker.paper import Context, Description, Drafted, Exclusion, Population, Source

_LITERAL = re.compile(r"``([^`]+)``")
_INDENT = "    "
_FILE = """\
document:
  title: A trial of rest
  source: {file: paper.pdf, sha256: 2398af90}
populations:
  randomised: {size: 55, at: 7:33-45}
  rest: {size: 30, within: randomised, at: 7:101-113}
exclude:
  - {lines: 271-467, reason: reference list}
context:
  - {reason: dose, at: [5:178-180, 9]}
claims:
  - {id: fever, kind: proportion, at: 7:402-411, label: fever, count: 10, of: randomised, percent: 18.2}
"""
_POPULATIONS = {
    **dict.fromkeys(("of", "sample", "within"), "a population of the file"),
    "alternatives": "a list, each a population of the file",
}
# What stands in a claims file besides claims, by its key, and what groups and parts of claims are made of.
_ABOUT = {
    "document": Description,
    "source": Source,
    "populations": Population,
    "exclude": Exclusion,
    "context": Context,
    "drafted": Drafted,
}
_PARTS = {"parts, groups": Group, "groups of means": MeanGroup, "mentions": Mention, "segments": Segment}


def markdown() -> str:
    """Claims files and every kind of claim, each with an example, as a page."""
    index = "\n".join(f"- [`{tag(kind)}`](#{tag(kind)}): {_first(kind)}" for kind in KINDS)
    common = "\n".join(_row(field) for field in msgspec.structs.fields(Claim))
    about = "\n\n".join(_struct(name, item) for name, item in _ABOUT.items())
    parts = "\n\n".join(_struct(name, item) for name, item in _PARTS.items())
    return "\n\n".join(
        [
            "# Claims files\n\nGenerated from the kinds of claims by `checker guide kinds --format markdown`.\n\n"
            "One YAML file a paper. Figures are written as they are printed, since `70.0` is not `70`. "
            "A place (`at`) is a line of the text that `checker text PAPER` prints, with columns: `7:402-411`, or "
            "`7` for the whole line. `checker extract PAPER` drafts such a file, `checker coverage` lists the numbers "
            "that it does not account for, and `checker verify` recomputes it.",
            f"```yaml\n{_FILE.strip()}\n```",
            "## What stands in a file\n\n" + about,
            f"## The kinds of claims\n\n{index}",
            f"Every claim has these keys besides those of its kind:\n\n{_HEAD}{common}",
            *(_page(kind) for kind in KINDS),
            f"## Parts of claims\n\n{parts}",
        ]
    )


def text(width: int) -> str:
    """The kinds with an example each, for a terminal of so many columns."""
    blocks = []
    for kind in KINDS:
        printed = textwrap.fill(f"“{kind.example.printed}”", width, initial_indent=_INDENT, subsequent_indent=_INDENT)
        claim = textwrap.fill(
            _claim(kind), width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2, break_on_hyphens=False
        )
        said = textwrap.fill(f"{tag(kind)}: {_first(kind)}", width, subsequent_indent=_INDENT)
        blocks.append(f"{said}\n{printed}\n{claim}")
    return "\n\n".join(blocks)


def tag(kind: type[Claim]) -> str:
    """The name of a kind in claims files."""
    return str(kind.__struct_config__.tag)


_HEAD = "| key | what |\n| --- | --- |\n"


def _page(kind: type[Claim]) -> str:
    own = [field for field in msgspec.structs.fields(kind) if field.name not in Claim.__struct_fields__]
    asked = ", ".join(f"[`{check.name}`](checks.md#{check.name})" for check in checks.of_kind(kind))
    rows = "\n".join(map(_row, own))
    return (
        f"### {tag(kind)}\n\n{_documented(kind)}\n\n> {kind.example.printed}\n\n```yaml\n{_claim(kind)}\n```\n\n"
        f"{_HEAD}{rows}\n\nRecomputed by {asked}."
    )


def _struct(name: str, item: Any) -> str:
    rows = "\n".join(map(_row, msgspec.structs.fields(item)))
    return f"`{name}`: {_documented(item)}\n\n{_HEAD}{rows}"


def _claim(kind: type[Claim]) -> str:
    return "- " + kind.example.claim.replace("{", f"{{id: example, kind: {tag(kind)}, ", 1)


def _documented(item: type) -> str:
    """A docstring as Markdown."""
    return _LITERAL.sub(r"`\1`", " ".join((inspect.getdoc(item) or "").split()))


def _first(kind: type[Claim]) -> str:
    """The first sentence of a kind's docstring, without marks."""
    said = " ".join((inspect.getdoc(kind) or "").split()).replace("``", "")
    return re.split(r"(?<=[.])\s", said)[0]


def _row(field: msgspec.structs.FieldInfo) -> str:
    """A key with what stands behind it, and whether it must be there."""
    default: Any = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    needed = default is msgspec.NODEFAULT
    otherwise = "" if default in (msgspec.NODEFAULT, None, (), "", {}) else f"; `{_shown(default)}` unless stated"
    typed = _POPULATIONS.get(field.name) or _typed(field.type)
    return f"| `{field.name}` | {typed}{'; needed' if needed else ''}{otherwise} |"


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(kind: Any) -> str:
    """A type in words."""
    if kind is Places:
        return "a place or several"
    if isinstance(kind, type) and issubclass(kind, Reported):
        return "a printed whole number" if kind.__name__ == "Count" else "a printed number"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "a mapping"
    if kind is bool:
        return "`true` or `false`"
    arguments = [one for one in get_args(kind) if one not in (type(None), Ellipsis)]
    name = getattr(getattr(kind, "__origin__", kind), "__name__", "")
    if name == "tuple":
        inner = " and ".join(dict.fromkeys(map(_typed, arguments)))
        return f"a list of {len(arguments)}: {inner}" if len(arguments) > 1 else f"a list, each {inner}"
    if arguments and all(isinstance(one, str) for one in arguments):
        return " or ".join(f"`{one}`" for one in arguments)
    if isinstance(kind, type) and hasattr(kind, "__members__"):
        return " or ".join(f"`{one.value}`" for one in kind.__members__.values())
    if len(arguments) == 1 or (arguments and hasattr(kind, "__metadata__")):
        return _typed(arguments[0])
    return "a name of a measure" if name == "ReportedMeasure" else "text"
