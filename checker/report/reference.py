"""The checks as a list, or as the pages of ``docs/checks.md``."""

import re

from tabulate import tabulate

from checker import checks
from checker.checks import HEADINGS, Check

_MARGIN = 3
_LITERAL, _AS_CODE = re.compile(r"``([^`]+)``"), r"`\1`"


def write(format_: str, width: int) -> str:
    """The list for a terminal of ``width`` columns, or (``markdown``) everything there is to say."""
    found = checks.every().values()
    if format_ == "markdown":
        head = "# The checks\n\nGenerated from the checks themselves by `checker checks --format markdown`.\n"
        index = "\n".join(f"- [`{check.name}`](#{check.name}): {check.title}" for check in found)
        return "\n".join([head, index, *(_page(check) for check in found)])
    names = max(len(check.name) for check in found)
    return tabulate(
        [(check.name, check.title) for check in found],
        headers=("check", "what it recomputes"),
        maxcolwidths=[names, max(20, width - names - _MARGIN)],
    )


def _page(check: Check) -> str:
    kinds = ", ".join(f"`{kind.__struct_config__.tag}`" for kind in check.kinds)
    parts = [f"\n## {check.name}\n\n{check.title}. Claims of the kind {kinds}."]
    for heading in HEADINGS:
        text = check.section(heading)
        body = f"```python\n{text}\n```" if heading == "Example" else _LITERAL.sub(_AS_CODE, text)
        parts.append(f"### {heading}\n\n{body}")
    return "\n\n".join(parts)
