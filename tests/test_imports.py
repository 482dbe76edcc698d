"""What importing costs: asserted by the modules loaded, which does not depend on the machine."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "scipy.stats", "matplotlib", "hypothesis")


def loaded_by(code: str) -> set[str]:
    ask = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


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
