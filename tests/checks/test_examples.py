"""What every check must say of the examples in its test module: claims in YAML, `POPULATIONS` if they need any.

`SHOULD_PASS`, `SHOULD_EXPLAIN`, `SHOULD_ASK` (a query) and `SHOULD_FLAG` are named for the verdict, `SILENT` holds
what is not the check's business, and `MISSING` maps a claim to what is said to be missing from it. An example of
several claims is one paper whose last claim is meant: those before it are consistent.
"""

import re
import runpy
from pathlib import Path

import pytest

VERDICTS = {
    "SHOULD_PASS": "consistent",
    "SHOULD_EXPLAIN": "explained",
    "SHOULD_ASK": "query",
    "SHOULD_FLAG": "discrepant",
}
# What no reader of a paper should meet: names of the program, numbers that are none, digits that decide nothing.
UNREADABLE = re.compile(r"\b(?:inf|nan|None)\b|\b[a-z]+_[a-z_]+\b|denominator=|[0-9]\.[0-9]{12}")
MODULES = [path for path in sorted(Path(__file__).parent.glob("test_*.py")) if path != Path(__file__)]


def examples():
    for path in MODULES:
        check, module = path.stem.removeprefix("test_"), runpy.run_path(str(path))
        expected = [(example, verdict) for name, verdict in VERDICTS.items() for example in module.get(name, ())]
        expected += [(example, None) for example in module.get("SILENT", ())]
        expected += [(example, ("unverifiable", what)) for example, what in module.get("MISSING", {}).items()]
        for example, verdict in expected:
            claims = [example] if isinstance(example, str) else example
            yield pytest.param(check, claims, module.get("POPULATIONS", "{}"), verdict, id=f"{check} {claims[-1]}")


@pytest.mark.parametrize(("check", "claims", "populations", "expected"), list(examples()))
def test_says_of(findings_of, verdict_of, check, claims, populations, expected):
    findings = findings_of(check, *claims, populations=populations)
    assert [finding.message for finding in findings if UNREADABLE.search(finding.message)] == []
    if expected is None:
        assert findings == []
    elif isinstance(expected, tuple):
        [finding] = [finding for finding in findings if finding.verdict == expected[0]]
        assert finding.message == f"cannot be recomputed without {expected[1]}"
    elif len(claims) > 1:
        assert [str(finding.verdict) for finding in findings] == ["consistent"] * (len(claims) - 1) + [expected]
    else:
        assert verdict_of(check, *claims, populations=populations) == expected
