"""The package stays light: importing it loads neither numpy nor scipy, and its hot path is quick."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from time import perf_counter

import checker.statistics
from checker.statistics.contingency import TWO_BY_TWO
from checker.statistics.proportion import METHODS
from checker.statistics.two_proportions import DIFFERENCE, ODDS_RATIO, RISK_RATIO


def test_importing_every_module_loads_no_numerics() -> None:
    names = [f"checker.statistics.{module.name}" for module in pkgutil.iter_modules(checker.statistics.__path__)]
    heavy = "{'numpy', 'scipy', 'pandas', 'matplotlib'} & set(sys.modules)"
    program = f"import sys, {', '.join(names)}; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_no_use_of_scipy_stats() -> None:
    program = (
        "import sys\n"
        "from checker.statistics.proportion import METHODS\n"
        "from checker.statistics.contingency import TWO_BY_TWO\n"
        "from checker.statistics.two_proportions import DIFFERENCE, ODDS_RATIO\n"
        "from checker.statistics.tables import R_BY_C\n"
        "from checker.statistics.unconditional import UNCONDITIONAL\n"
        "for method in METHODS.values(): method(3, 20, 0.95)\n"
        "for method in [*DIFFERENCE.values(), *ODDS_RATIO.values()]: method(3, 20, 9, 21, 0.95)\n"
        "for registry in (TWO_BY_TWO, R_BY_C, UNCONDITIONAL):\n"
        "    for test in registry.values(): test.p_value([[3, 17], [9, 12]])\n"
        "sys.exit(bool({'scipy.stats', 'scipy.optimize', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_thousand_intervals_and_tests_take_well_under_a_second() -> None:
    methods = [*DIFFERENCE.values(), *RISK_RATIO.values(), *ODDS_RATIO.values()]
    METHODS["mid-p"](3, 20, 0.95)
    start = perf_counter()
    done = 0
    for count in range(20, 40):
        for method in METHODS.values():
            method(count, 151, 0.95)
        for pair_method in methods:
            pair_method(count, 151, 60, 149, 0.95)
        for test in TWO_BY_TWO.values():
            test.p_value([[count, 151 - count], [60, 89]])
        done += len(METHODS) + len(methods) + len(TWO_BY_TWO)
    # About 0.05 s; the bound leaves room for a busy machine.
    assert done > 1000
    assert perf_counter() - start < 1.5
