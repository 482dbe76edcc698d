"""What the tests of the checks share: one claim in YAML, one check, its findings."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from checker import claimfile, run
from checker.extract import catalogue
from checker.extract.examples import Example
from checker.extract.people.bindings import BINDINGS
from checker.finding import Finding, worst

# A slow machine is no failure of a property; whatever else the profile of the environment says, stays.
settings.register_profile("checker", parent=settings(), deadline=None)
settings.load_profile("checker")

Judge = Callable[..., list[Finding]]


# What tests of hostile files are made of is no sentence.
_LONGEST = 20_000


def _texts(path: Path) -> list[str]:
    """The texts of a test module, also those that are put together; where its tests fill something in, any figure."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and (text := _text(node.value, known))
        ):
            known[node.targets[0].id] = text
    return [text for node in ast.walk(tree) if (text := _text(node, known))]


def _text(node: ast.AST, known: dict[str, str]) -> str | None:
    """What an expression comes to, as far as it is text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, known) or "20"
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, known) or "" for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [_text(side, known) for side in (node.left, node.right)]
        return "".join(part or "" for part in parts) if any(parts) else None
    return None


@pytest.fixture(scope="session")
def own_texts() -> list[str]:
    """The suite's own sentences: the examples of readings and bindings, and every text in the tests of extraction."""
    found = [Example.parse(each).text for entry in catalogue.every() for each in entry.reading.reads]
    found += [each for entry in catalogue.every() for each in entry.reading.leaves]
    found += [text for each in BINDINGS for text in (*(resolved for resolved, _ in each.resolves), *each.leaves)]
    for path in sorted((Path(__file__).parent / "extract").rglob("*.py")):
        found += _texts(path)
    return [text for text in dict.fromkeys(found) if " " in text.strip() and len(text) <= _LONGEST]


@pytest.fixture(scope="session")
def findings_of() -> Judge:
    """The findings of one check about claims written in YAML (one flow mapping, without its id, each)."""

    def findings(check: str, *claims: str, populations: str = "{}") -> list[Finding]:
        lines = [claim.replace("{", f"{{id: claim-{i}, ", 1) for i, claim in enumerate(claims)]
        text = f"document: {{title: test}}\npopulations: {populations}\nclaims:\n" + "\n".join(f"- {c}" for c in lines)
        return run.verify(claimfile.loads(text.encode()), frozenset({check}))

    return findings


@pytest.fixture(scope="session")
def verdict_of(findings_of: Judge) -> Callable[..., str]:
    """The worst verdict of one check about claims written in YAML."""

    def verdict(check: str, *claims: str, populations: str = "{}") -> str:
        found = findings_of(check, *claims, populations=populations)
        assert found, f"{check} has nothing to say of {claims}"
        return str(worst(found))

    return verdict
