"""Tables of simulated trials, in the layouts of journals: nothing is accused, and what is changed is found."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import checker

NOTE = "Proportions were compared by the chi-squared test or Fisher's exact test, as appropriate.\n\n"
LAYOUTS = ["{n} ({p}%)", "{n} ({p})", "{p}% (n = {n})", "{n}/{of} ({p}%)", "{p}% ({n}/{of})", "{n} [{p}%]"]
PERCENT = {0: "{:.0f}", 1: "{:.1f}", 2: "{:.2f}"}


def share(count, size, layout, decimals):
    return layout.format(n=count, of=size, p=PERCENT[decimals].format(100 * count / size))


def p_value(table, test):
    if test == "fisher":
        return stats.fisher_exact(table)[1]
    return stats.chi2_contingency(table, correction=test == "yates")[1]


def shown_p(p):
    return "<0.001" if p < 0.001 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def baseline(generator, layout, decimals, test):
    """A table of baseline characteristics of two arms and of all, with p-values."""
    sizes = [int(size) for size in generator.integers(20, 300, 2)]
    lines = [
        NOTE + "Table 1. Baseline characteristics. Values are n (%).\n",
        f"| | All (n = {sum(sizes)}) | Alfa (n = {sizes[0]}) | Gamma (n = {sizes[1]}) | P |",
        "|---|---|---|---|---|",
    ]
    for name in ("Male", "Diabetes", "Smoker", "Fever", "Prior surgery"):
        rate = generator.uniform(0.15, 0.85, 2)
        counts = [int(generator.binomial(size, p)) for size, p in zip(sizes, rate, strict=True)]
        table = [(count, size - count) for count, size in zip(counts, sizes, strict=True)]
        if min(map(sum, zip(*table, strict=True))) == 0:
            continue
        cells = [(sum(counts), sum(sizes)), *zip(counts, sizes, strict=True)]
        printed = " | ".join(share(*cell, layout, decimals) for cell in cells)
        lines.append(f"| {name} | {printed} | {shown_p(p_value(table, test))} |")
    return "\n".join(lines) + "\n", sizes


def verdicts(text):
    return [str(finding.verdict) for finding in checker.audit(text).findings]


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 2**32 - 1), st.sampled_from(LAYOUTS), st.integers(0, 2), st.sampled_from(["chi2", "yates", "fisher"])
)
def test_a_baseline_table_that_holds_is_not_accused(seed, layout, decimals, test):
    text, _ = baseline(np.random.default_rng(seed), layout, decimals, test)
    found = verdicts(text)
    assert found.count("consistent") >= 10
    assert "discrepant" not in found, text


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.sampled_from(LAYOUTS[:3]), st.data())
def test_a_count_changed_in_an_arm_is_found(seed, layout, data):
    generator = np.random.default_rng(seed)
    text, sizes = baseline(generator, layout, 1, "chi2")
    row = data.draw(st.sampled_from(text.splitlines()[6:]))
    cell = row.split(" | ")[2]
    before = r"n = " if "n =" in layout else "^"
    old = int(re.search(rf"{before}(\d+)", cell)[1])
    new = data.draw(st.integers(0, sizes[0]).filter(lambda count: abs(count - old) >= 3))
    changed = re.sub(rf"({before}){old}\b", rf"\g<1>{new}", cell)
    found = verdicts(text.replace(row, row.replace(f" | {cell} | ", f" | {changed} | ", 1)))
    assert {"discrepant", "query"}.intersection(found)


def regression(generator, rows=5):
    """A least-squares model: estimates, standard errors, t, p and limits."""
    size = int(generator.integers(rows + 3, 200))
    design = np.column_stack([np.ones(size), generator.normal(size=(size, rows - 1))])
    outcome = design @ generator.normal(size=rows) + generator.normal(scale=generator.uniform(0.5, 5), size=size)
    inverse = np.linalg.inv(design.T @ design)
    estimates = inverse @ design.T @ outcome
    df = size - rows
    errors = np.sqrt(np.diag(inverse) * ((outcome - design @ estimates) ** 2).sum() / df)
    t = estimates / errors
    return estimates, errors, t, df, 2 * stats.t.sf(np.abs(t), df), stats.t.ppf(0.975, df) * errors


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(2, 3))
def test_a_regression_that_holds_is_not_accused(seed, decimals):
    generator = np.random.default_rng(seed)
    lines = ["Table 2. Linear regression\n", "| | B | SE | t | df | p | 95% CI |", "|---|---|---|---|---|---|---|"]
    estimates, errors, statistics, df, values, reach = regression(generator)
    for name, b, se, t, p, half in zip("ABCDE", estimates, errors, statistics, values, reach, strict=True):
        figures = [f"{value:.{decimals}f}" for value in (b, se, t)]
        limits = f"{b - half:.{decimals}f} to {b + half:.{decimals}f}"
        lines.append(f"| Factor {name} | {' | '.join(figures)} | {df} | {shown_p(p)} | {limits} |")
    found = verdicts("\n".join(lines) + "\n")
    assert found.count("consistent") >= 10
    assert "discrepant" not in found, lines


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["{or_} ({low}-{high})", "{or_} [{low}, {high}]", "{or_} ({low} to {high})"]),
)
def test_odds_ratios_that_hold_are_not_accused(seed, layout):
    generator = np.random.default_rng(seed)
    lines = ["Table 3. Univariable odds ratios\n", "| | OR (95% CI) | P value |", "|---|---|---|"]
    for name in "ABCDE":
        a, b, c, d = generator.integers(3, 120, 4)
        ratio, error = np.log(a * d / (b * c)), np.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
        low, high = np.exp(ratio - 1.96 * error), np.exp(ratio + 1.96 * error)
        printed = layout.format(or_=f"{np.exp(ratio):.2f}", low=f"{low:.2f}", high=f"{high:.2f}")
        lines.append(f"| Factor {name} | {printed} | {shown_p(2 * stats.norm.sf(abs(ratio / error)))} |")
    found = verdicts("\n".join(lines) + "\n")
    assert found.count("consistent") >= 10
    assert "discrepant" not in found, lines
