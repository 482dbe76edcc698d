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
    """The texts of a test module; in those that are put together any figure stands for what is filled in."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        elif isinstance(node, ast.JoinedStr):
            found.append("".join(str(part.value) if isinstance(part, ast.Constant) else "20" for part in node.values))
    return found


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
