"""What importing costs, asserted by the modules loaded, which does not depend on the machine; and who imports whom."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import checker

ROOT = Path(checker.__file__).parent
HEAVY = ("pandas", "scipy.stats", "matplotlib", "hypothesis")
# Imports inside functions that may go against the grain, with the reason.
AGAINST_THE_GRAIN = {
    ("checker.finding", "checker.report.frame"): "result.to_pandas() is what notebooks ask of a result",
    ("checker.paper", "checker.claimtext"): "paper.to_yaml() is what notebooks ask of the claims of a paper",
    ("checker.finding", "checker.report.html"): "notebooks show a result by a method of its own",
}

Graph = dict[str, set[str]]


def loaded_by(code: str) -> set[str]:
    ask = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def modules() -> dict[str, Path]:
    """The modules of the package by name; a folder is its ``__init__``."""
    paths = {path: path.relative_to(ROOT.parent).with_suffix("").parts for path in ROOT.rglob("*.py")}
    return {".".join(parts).removesuffix(".__init__"): path for path, parts in paths.items()}


def imports(name: str, tree: ast.AST, known: dict[str, Path]) -> Iterator[str]:
    """The modules that a module imports anywhere, and the folders that importing them runs."""
    for node in ast.walk(tree):
        named: list[str] = []
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            named = [each if each in known else node.module for each in inner]
        for each in named:
            if each not in known or (name, each) in AGAINST_THE_GRAIN:
                continue
            yield each
            while "." in each:
                each = each.rpartition(".")[0]
                if not f"{name}.".startswith(f"{each}."):
                    yield each


def graph() -> Graph:
    known = modules()
    return {
        name: set(imports(name, ast.parse(path.read_text("utf-8")), known)) - {name} for name, path in known.items()
    }


def folded(imported: Graph, fold: Callable[[str], str]) -> Graph:
    """The same with several modules for one."""
    found: Graph = {}
    for name, others in imported.items():
        found.setdefault(fold(name), set()).update(set(map(fold, others)) - {fold(name)})
    return found


def circle(imported: Graph) -> list[str]:
    """Modules that import each other in a circle, or none."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for other in sorted(imported[name]):
            if found := walk(other, [*path, name]):
                return found
        done.add(name)
        return []

    return next(filter(None, (walk(name, []) for name in sorted(imported))), [])


def test_no_modules_import_each_other_in_a_circle():
    assert circle(graph()) == []


def test_no_folders_import_each_other_in_a_circle():
    """A folder without folders in it counts as one: what it imports must not need it."""
    imported = graph()
    parents = {name.rpartition(".")[0] for name in imported}
    with_folders = {parent.rpartition(".")[0] for parent in parents}

    def fold(name: str) -> str:
        parent = name if name in parents else name.rpartition(".")[0]
        return name if parent in with_folders else parent

    assert circle(folded(imported, fold)) == []


def test_a_circle_is_found():
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


def test_what_goes_against_the_grain_is_there_and_waits_to_be_asked():
    for name, other in AGAINST_THE_GRAIN:
        tree = ast.parse(modules()[name].read_text("utf-8"))
        parent, _, module = other.rpartition(".")
        assert any(
            isinstance(node, ast.ImportFrom) and node.module == parent and module in [a.name for a in node.names]
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
        )


@pytest.mark.parametrize("heavy", [*HEAVY, "numpy", "scipy", "yaml", "click"])
def test_importing_checker_loads_nothing_heavy(heavy):
    assert heavy not in loaded_by("import checker")


def test_verifying_the_bundled_claims_loads_nothing_heavy():
    code = """
import checker.cli
try:
    checker.cli.main(["verify", "--bundled", "--format", "csv"])
except SystemExit:
    pass
"""
    assert loaded_by(code).isdisjoint(HEAVY)


def test_the_plugin_loads_nothing_of_checker_without_claims_files():
    loaded = loaded_by("import checker.pytest_plugin")
    assert loaded.isdisjoint({"yaml", "msgspec", "checker.run", "checker.claimfile", "numpy", "scipy"})
