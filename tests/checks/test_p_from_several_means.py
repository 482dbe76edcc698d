from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

CHECK = "p_from_several_means"
POPULATIONS = "{alfa: 24, beta: 39, gamma: 61}"
GROUPS = ("80.1", "6.3", "24"), ("82.5", "7.0", "39"), ("80.2", "6.5", "61")
NAMED = ("80.1", "6.3", "alfa"), ("82.5", "7.0", "beta"), ("80.2", "6.5", "gamma")


def claim(groups, p, rest=", test: anova", spread="sd"):
    def group(figures):
        mean, sd, size = figures
        label = f", {'of' if size.isalpha() else 'total'}: {size}" if size else ""
        return f"{{mean: '{mean}', {spread}: '{sd}'{label}}}"

    return f"{{kind: several-means, groups: [{', '.join(map(group, groups))}], p: '{p}'{rest}}}"


ERRORS = [(mean, f"{float(sd) / int(size) ** 0.5:.3f}", size) for mean, sd, size in GROUPS]

SHOULD_PASS = [
    claim(GROUPS, "0.195"),
    claim(GROUPS, "0.2", ""),
    claim(GROUPS, ">0.05"),
    claim(NAMED, "0.195"),
    claim(ERRORS, "0.195", spread="se"),
    claim(ERRORS, "0.195", spread="spread"),
    claim((*GROUPS[:2], ("90.2", "6.5", "61")), "<0.001"),
]
SHOULD_EXPLAIN = [
    claim(ERRORS, "0.195"),
    claim(NAMED, "0.30"),
    # No test is stated: one of ranks, or an adjusted one, may give it.
    claim(GROUPS, "0.08", ""),
]
SHOULD_FLAG = [
    claim(GROUPS, "0.08"),
    claim(GROUPS, "<0.01"),
    claim(NAMED, "0.01"),
    claim((*GROUPS[:2], ("90.2", "6.5", "61")), "0.4", ""),
]
MISSING = {
    claim((*GROUPS[:2], ("80.2", "6.5", "")), "0.2"): "the size of group 3",
    claim(GROUPS, "0.2", ", test: other"): "the values of each person, which that test compares",
}


@given(st.lists(st.tuples(st.floats(1, 90), st.floats(0.2, 30), st.integers(3, 90)), min_size=3, max_size=6))
def test_a_true_p_is_never_flagged(verdict_of, groups):
    number = sum(size for _, _, size in groups)
    middle = sum(mean * size for mean, _, size in groups) / number
    between = sum(size * (mean - middle) ** 2 for mean, _, size in groups) / (len(groups) - 1)
    within = sum((size - 1) * sd**2 for _, sd, size in groups) / (number - len(groups))
    p = stats.f.sf(between / within, len(groups) - 1, number - len(groups))
    printed = [(f"{mean:.1f}", f"{sd:.1f}", str(size)) for mean, sd, size in groups]
    assume(not any(float(sd) == 0 for _, sd, _ in printed))
    shown = f"{p:.3f}" if p >= 0.001 else "<0.001"
    assert verdict_of(CHECK, claim(printed, shown)) == "consistent"
