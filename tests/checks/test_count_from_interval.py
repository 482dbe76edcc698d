import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import claimfile
from checker.reconstruct import hidden_counts

CHECK = "count_from_interval"
POPULATIONS = "{all: 96, few: 20}"
# Stata's intervals of a whole sample of 96, and of its groups.
PRINTED = "{kind: interval, count: 68, total: 96, estimate: 70.8, lower: 60.8, upper: 79.2}"

SHOULD_EXPLAIN = [
    # R: binom.test(10, 42), binom.test(5, 18)
    "{kind: interval, estimate: 23.8, lower: 12.1, upper: 39.5}",
    "{kind: interval, estimate: 28, lower: 10, upper: 53}",
    "{kind: interval, estimate: 0.238, lower: 0.121, upper: 0.395, unit: proportion}",
    # Newcombe 1998, table I: 81/263 and 15/148, score method without continuity correction.
    "{kind: interval, estimate: 30.80, lower: 25.53, upper: 36.62}",
    "{kind: interval, estimate: 10.14, lower: 6.24, upper: 16.05}",
]
SILENT = [
    "{kind: interval, count: 14, total: 22, estimate: 63.6, lower: 41.6, upper: 81.2}",
    "{kind: interval, of: all, estimate: 63.6, lower: 41.6, upper: 81.2}",
    "{kind: interval, count: 14, lower: 41.6, upper: 81.2}",
]
NONE_UP_TO_20 = (
    "the denominator: no count up to 20 gives the three figures by a customary method; "
    "the interval may be adjusted or from a model"
)
MISSING = {
    # Too coarse, reversed, one-sided, and of a level nobody prints.
    "{kind: interval, estimate: 34, lower: 28.3, upper: 40.2}": "the denominator",
    "{kind: interval, estimate: 30, lower: 40, upper: 20}": "the denominator",
    "{kind: interval, estimate: <5, lower: 0, upper: 7}": "the denominator",
    "{kind: interval, estimate: 30, lower: 20, upper: 40, level: 5}": "the denominator",
    "{kind: interval, estimate: 63.6, lower: 41.6, upper: 81.2, sample: few}": NONE_UP_TO_20,
    # Two sizes, or a method that fits by chance as easily.
    "{kind: interval, estimate: 48.5, lower: 42.3, upper: 54.8}": (
        "the denominator: 116 of 239 (wilson, agresti-coull) or 117 of 241 (wilson, agresti-coull, jeffreys, logit) "
        "would give the three figures"
    ),
    "{kind: interval, estimate: 66.7, lower: 53.3, upper: 77.8}": (
        "the denominator: 36 of 54 (agresti-coull) would give the three figures"
    ),
}


@pytest.mark.parametrize(
    ("figures", "count"),
    [
        ("94.1, lower: 66.0, upper: 99.2", "16 of 17"),
        ("63.6, lower: 41.6, upper: 81.2", "14 of 22"),
        ("66.7, lower: 53.3, upper: 77.8", "38 of 57"),
    ],
)
def test_the_method_of_the_printed_counts_comes_first(findings_of, figures, count):
    """Stata's interval of a group takes its degrees of freedom from the whole sample."""
    [finding] = findings_of(
        CHECK, PRINTED, f"{{kind: interval, estimate: {figures}, sample: all}}", populations=POPULATIONS
    )
    assert finding.verdict == "explained"
    assert f"holds only for {count}, not printed (stata-proportion over(all))" in finding.message


def test_a_size_assumed_at_this_place_is_preferred(findings_of):
    claim = "{kind: interval, at: 3, estimate: 48.5, lower: 42.3, upper: 54.8}"
    populations = "{group: {size: 241, at: 3, assumed: adds up to the whole}}"
    [finding] = findings_of(CHECK, claim, populations=populations)
    assert finding.verdict == "explained"
    assert "117 of 241" in finding.message
    assert finding.message.endswith("the one of the size assumed for this group")


def test_binomial_interval_leaves_a_missing_denominator_to_it(findings_of):
    assert findings_of("binomial_interval", "{kind: interval, estimate: 34, lower: 28.3, upper: 40.2}") == []


METHODS = st.sampled_from(hidden_counts.CUSTOMARY)


@settings(deadline=None, max_examples=150)
@given(st.integers(5, 300), st.data(), METHODS, st.integers(0, 2))
def test_the_true_count_is_among_those_found(total, data, method, decimals):
    """A printed rate and interval lead back to their count and total, whatever the method, unless too coarse."""
    count = data.draw(st.integers(1, total - 1))
    lower, upper = hidden_counts.proportion.clipped(hidden_counts.proportion.METHODS[method](count, total, 0.95))
    figures = [f"{100 * value:.{decimals}f}" for value in (count / total, lower, upper)]
    text = (
        "document: {title: test}\nclaims:\n- {id: a, kind: interval, "
        f"estimate: {figures[0]}, lower: {figures[1]}, upper: {figures[2]}}}"
    )
    paper = claimfile.loads(text.encode())
    if not hidden_counts.is_searchable(paper.claims[0]):
        return
    found = hidden_counts.fits(paper.claims[0], paper, ())
    assert found is None or (count, total) in {(fit.count, fit.total) for fit in found}


@pytest.mark.parametrize("whole", [96, 1000])
def test_a_search_is_fast(whole):
    text = (
        f"document: {{title: test}}\npopulations: {{all: {whole}}}\nclaims:\n"
        "- {id: a, kind: interval, estimate: 48.5, lower: 42.3, upper: 54.8, sample: all}"
    )
    paper = claimfile.loads(text.encode())
    hidden_counts.fits(paper.claims[0], paper, ())
    start = time.perf_counter()
    for _ in range(5):
        hidden_counts.fits(paper.claims[0], paper, ())
    assert (time.perf_counter() - start) / 5 < 0.05


def test_the_limits_are_those_of_statsmodels():
    oracle = pytest.importorskip("statsmodels.stats.proportion")
    claim = "{id: a, kind: interval, estimate: 23.8, lower: 12.1, upper: 39.5}"
    paper = claimfile.loads(f"document: {{title: test}}\nclaims:\n- {claim}".encode())
    [fit] = hidden_counts.fits(paper.claims[0], paper, ())
    assert re.fullmatch("clopper-pearson", fit.method)
    expected = oracle.proportion_confint(fit.count, fit.total, method="beta")
    found = [ends.low / 100 for ends in hidden_counts.limits(paper.claims[0], paper, fit)]
    assert found == pytest.approx(expected, abs=1e-9)
