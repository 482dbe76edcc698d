import math

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

CHECK = "sample_size"
DESIGN = "{kind: sample-size, null: 45, alternative: 60, significance: 5, power: 80, "
SHOULD_PASS = [
    DESIGN + "sides: 2, required: 86}",
    DESIGN + "required: 86}",
    "{kind: sample-size, null: 45, difference: 15, power: 80%, sides: 2, required: 86}",
    "{kind: sample-size, required: 87, dropout: 10, planned: 97}",
    "{kind: sample-size, required: 87, planned: 96}",
    DESIGN + "sides: 2, arms: 2, required: 173}",
    DESIGN + "sides: 2, arms: 2, required: 346}",
    DESIGN + "sides: 2, ratio: [2, 1], required: 389}",
    # R, power.prop.test(p1 = .50, p2 = .75, power = .90): n = 76.7; power.t.test(delta = 1, power = .90): n = 22.02
    "{kind: sample-size, null: 50, alternative: 75, power: 90, sides: 2, arms: 2, required: 77}",
    "{kind: sample-size, difference: 1, sd: 1, power: 90, sides: 2, arms: 2, required: 23}",
    "{kind: sample-size, difference: 5, sd: 10, power: 90, sides: 2, required: 44}",
    "{kind: sample-size, hazard_ratio: 0.67, power: 80, sides: 2, events: 196}",
]
SHOULD_EXPLAIN = [
    DESIGN + "sides: 2, required: 87}",  # null variance, or arcsine
    DESIGN + "sides: 2, required: 89}",  # exact
    DESIGN + "required: 68}",  # one-sided, where the sides are not stated
    "{kind: sample-size, required: 87, dropout: 10, planned: 96}",
    DESIGN + "sides: 2, arms: 2, required: 372}",  # continuity correction
    DESIGN + "arms: 2, required: 136}",  # one-sided
    "{kind: sample-size, hazard_ratio: 0.67, power: 80, sides: 2, events: 202}",  # Freedman
]
SHOULD_FLAG = [
    DESIGN + "sides: 2, required: 120}",
    DESIGN + "sides: 2, required: 68}",
    "{kind: sample-size, required: 87, dropout: 10, planned: 110}",
    "{kind: sample-size, required: 87, planned: 80}",
    DESIGN + "sides: 2, arms: 2, required: 87}",
    DESIGN + "sides: 2, ratio: [2, 1], required: 500}",
    "{kind: sample-size, difference: 5, sd: 10, power: 90, sides: 2, arms: 2, required: 44}",
    "{kind: sample-size, hazard_ratio: 0.67, power: 80, sides: 2, events: 300}",
]
SILENT = ["{kind: sample-size, hazard_ratio: 0.67, power: 80, required: 300}"]
MISSING = {
    "{kind: sample-size, required: 87}": "the rate under the null hypothesis",
    "{kind: sample-size, null: 45, power: 80, required: 87}": "the rate under the alternative hypothesis",
    "{kind: sample-size, null: 45, alternative: 60, required: 87}": "the power",
    "{kind: sample-size, null: 45, alternative: 45, power: 80, required: 87}": "two different rates between 0 and 100%",
    "{kind: sample-size, null: 45, alternative: 55, power: 0, required: 87}": "a level and a power between 0 and 100%",
    DESIGN + "ratio: [2, 1, 1], required: 87}": "an allocation of two numbers above 0",
    "{kind: sample-size, sd: 10, power: 80, required: 87}": "the difference of means",
    "{kind: sample-size, sd: 0, difference: 1, power: 80, required: 87}": (
        "a difference and a standard deviation other than 0"
    ),
    "{kind: sample-size, power: 80, events: 200}": "the hazard ratio",
    "{kind: sample-size, hazard_ratio: 1.0, power: 80, events: 200}": "a hazard ratio above 0 and other than 1",
    "{kind: sample-size, planned: 96, dropout: 10}": "the number required",
    "{kind: sample-size, required: 87, planned: 96, dropout: 100}": "a dropout below 100%",
}


def test_names_the_formula(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[0])
    assert finding.message == (
        "45% against 60%, two-sided 5%, power 80% needs 87; printed 87 holds only for "
        "the null variance in both terms, the arcsine scale"
    )


def test_says_of_whom_a_formula_gives_how_many(findings_of):
    [finding] = findings_of(CHECK, DESIGN + "sides: 2, ratio: [2, 1], required: 500}")
    assert finding.message == (
        "45% against 60%, two-sided 5%, power 80% needs in total 389 (the pooled variance under the null hypothesis), "
        "not 500; the formulas in use give 256 to 278 in group 1, 128 to 139 in group 2, 384 to 417 in total"
    )


def test_shows_both_ways_to_allow_for_dropout(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[3])
    assert finding.message.startswith("87 x 1.1 = 95.7 makes 96; printed 96 holds only for required times 1 + dropout")


@settings(deadline=None)
@given(st.integers(5, 90), st.integers(5, 40), st.sampled_from([80, 85, 90]), st.sampled_from([1, 5, 10]))
def test_the_formula_of_textbooks_is_never_flagged(verdict_of, null, difference, power, alpha):
    """(z_a sqrt(p0 q0) + z_b sqrt(p1 q1))^2/d^2 with the quantiles of scipy."""
    if null + difference < 100:
        p0, p1 = null / 100, (null + difference) / 100
        z_a, z_b = stats.norm.isf(alpha / 200), stats.norm.isf(1 - power / 100)
        size = ((z_a * math.sqrt(p0 * (1 - p0)) + z_b * math.sqrt(p1 * (1 - p1))) / (p1 - p0)) ** 2
        design = f"null: {null}, difference: {difference}, power: {power}, significance: {alpha}, sides: 2"
        claim = f"{{kind: sample-size, {design}, required: {math.ceil(size - 1e-9)}}}"
        assert verdict_of(CHECK, claim) == "consistent"


@settings(deadline=None)
@given(st.integers(5, 90), st.integers(5, 40), st.sampled_from([80, 90]), st.sampled_from([1, 2, 3]), st.booleans())
def test_what_statsmodels_gives_for_two_groups_is_never_flagged(verdict_of, null, difference, power, others, total):
    """Control groups ``others`` times as large; the formula with the pooled variance, by its own power function."""
    if null + difference < 100:
        size = samplesize_proportions_2indep_onetail(
            difference / 100, null / 100, power / 100, others, 0.05, alternative="two-sided"
        )
        required = math.ceil(size - 1e-6) + (math.ceil(others * size - 1e-6) if total else 0)
        design = f"null: {null}, difference: {difference}, power: {power}, sides: 2, ratio: [1, {others}]"
        claim = f"{{kind: sample-size, {design}, required: {required}}}"
        assert verdict_of(CHECK, claim) == "consistent"


@given(st.floats(0.2, 0.9), st.sampled_from([80, 90]), st.sampled_from([1, 2]))
def test_schoenfelds_events_are_never_flagged(verdict_of, ratio, power, treated):
    """(z_a + z_b)^2 over the product of the groups' shares and the squared log hazard ratio."""
    printed = f"{ratio:.2f}"
    z = stats.norm.isf(0.025) + stats.norm.isf(1 - power / 100)
    share = treated / (1 + treated)
    events = math.ceil(z**2 / (share * (1 - share) * math.log(float(printed)) ** 2) - 1e-9)
    design = f"hazard_ratio: {printed}, power: {power}, sides: 2, ratio: [{treated}, 1]"
    assert verdict_of(CHECK, f"{{kind: sample-size, {design}, events: {events}}}") == "consistent"
