"""Means of simulated trials in tables: nothing that holds is accused, and a mean that was changed is found."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import checker

MEASURES = [
    ("Age, years", 50, 12, 1),
    ("Weight, kg", 78, 14, 1),
    ("Systolic pressure, mmHg, mean (SD)", 133, 17, 0),
    ("Haemoglobin, g/dl", 13.1, 1.4, 2),
]
LAYOUTS = ["{mean} ± {sd}", "{mean} ({sd})", "{mean} [SD {sd}]"]


def shown(values: Any, layout: str, decimals: int) -> str:
    return layout.format(mean=f"{values.mean():.{decimals}f}", sd=f"{values.std(ddof=1):.{decimals}f}")


def baseline(seed: int, layout: str, present: float, welch: bool) -> str:
    """A table of two arms and of all; the share ``present`` of the values of each row is known."""
    generator = np.random.default_rng(seed)
    sizes = [int(size) for size in generator.integers(15, 200, 2)]
    lines = [
        "Table 1. Values are mean (SD). P values are from Student's t test.\n",
        f"| Characteristic | Alfa (n = {sizes[0]}) | Beta (n = {sizes[1]}) | Total (n = {sum(sizes)}) | P value |",
        "|---|---|---|---|---|",
    ]
    for name, mean, sd, decimals in MEASURES:
        known = [max(4, int(size * generator.uniform(present, 1))) for size in sizes]
        samples = [generator.normal(mean + sd * generator.normal(0, 0.3), sd, size) for size in known]
        p = stats.ttest_ind(*samples, equal_var=not welch).pvalue
        cells = [shown(each, layout, decimals) for each in (*samples, np.concatenate(samples))]
        lines.append(f"| {name} | {' | '.join(cells)} | {'<0.001' if p < 0.001 else f'{p:.3f}'} |")
    return "\n".join(lines) + "\n"


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in checker.audit(text).findings]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.sampled_from(LAYOUTS), st.sampled_from([1.0, 0.9, 0.6]), st.booleans())
def test_a_table_that_holds_is_not_accused(seed: int, layout: str, present: float, welch: bool) -> None:
    found = verdicts(baseline(seed, layout, present, welch))
    assert "discrepant" not in found
    assert present < 1 or (len(found) >= 12 and set(found) == {"consistent"})


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.sampled_from(LAYOUTS), st.integers(0, len(MEASURES) - 1))
def test_a_mean_that_was_changed_is_found(seed: int, layout: str, position: int) -> None:
    lines = baseline(seed, layout, 1.0, welch=False).splitlines()
    cells = lines[position + 4].split("|")
    mean = cells[2].split()[0]
    cells[2] = cells[2].replace(mean, f"{float(mean) * 1.5:.{len(mean.partition('.')[2])}f}", 1)
    lines[position + 4] = "|".join(cells)
    assert "discrepant" in verdicts("\n".join(lines) + "\n")
