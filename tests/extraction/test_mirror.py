"""Every module of extraction has its tests beside its mirror."""

from pathlib import Path

import checker.extraction

MODULES = Path(checker.extraction.__file__).parent
TESTS = Path(__file__).parent


def test_every_module_has_its_tests():
    modules = (path.relative_to(MODULES) for path in MODULES.rglob("*.py") if path.name != "__init__.py")
    missing = [str(module) for module in modules if not (TESTS / module.with_name(f"test_{module.name}")).is_file()]
    assert not missing
