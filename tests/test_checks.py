"""Every check is documented, has its test beside it, and is found."""

import importlib
import inspect
import runpy
from pathlib import Path

import msgspec
import pytest

import checker.checks
from checker import checks
from checker.kinds import AnyClaim

TESTS = Path(__file__).parent / "checks"
CHECKS = checks.every()


@pytest.mark.parametrize("name", CHECKS)
def test_has_its_documentation(name):
    check = CHECKS[name]
    assert check.title
    for heading in checks.HEADINGS:
        assert check.section(heading), f"{name}: nothing under {heading!r}"
    assert ">>>" in check.section("Example")


@pytest.mark.parametrize("name", CHECKS)
def test_has_a_test_with_what_should_pass_and_what_should_be_flagged(name):
    examples = runpy.run_path(str(TESTS / f"test_{name}.py"))
    assert examples.get("SHOULD_PASS") or examples.get("SILENT")
    assert examples.get("SHOULD_FLAG") or examples.get("SHOULD_EXPLAIN")


def test_no_test_outlives_its_check():
    assert {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")} <= {*CHECKS, "examples"}


@pytest.mark.parametrize("kind", AnyClaim.__args__)
def test_every_kind_of_claim_has_a_check(kind):
    assert checks.of_kind(kind)


def _public():
    package = Path(inspect.getfile(checker)).parent
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        yield pytest.param(module, id=name)
        for attribute, value in vars(module).items():
            if not attribute.startswith("_") and getattr(value, "__module__", None) == name and callable(value):
                yield pytest.param(value, id=f"{name}.{attribute}")
                if inspect.isclass(value):
                    for method, function in vars(value).items():
                        if not method.startswith("_") and inspect.isfunction(function):
                            yield pytest.param(function, id=f"{name}.{attribute}.{method}")


@pytest.mark.parametrize("documented", list(_public()))
def test_everything_public_is_documented(documented):
    if inspect.isclass(documented) and not issubclass(documented, msgspec.Struct):
        assert documented.__doc__ or documented.__bases__ != (object,)
    else:
        assert inspect.getdoc(documented)
