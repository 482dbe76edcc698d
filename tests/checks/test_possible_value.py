import math

from hypothesis import given
from hypothesis import strategies as st

CHECK = "possible_value"


def claim(quantity, value):
    return f"{{kind: possible-value, quantity: {quantity}, value: '{value}'}}"


SHOULD_PASS = [
    *(claim("p", value) for value in ("1.00", "0.000", "0", "<1", ">1.0", ">0.99", "1e-300", "<1e-300", "≤0.000")),
    *(claim("correlation", value) for value in ("-1.00", "1", "0.36", "<0.1", ">0.9", "~0.5")),
    *(claim(quantity, "0.81") for quantity in ("kappa", "intraclass correlation")),
]
SHOULD_FLAG = [
    *(claim("p", value) for value in ("<0.000", "<0", "-0.03", "8.16", "<05", "1.01", "03", ">1.2", "<-.01")),
    *(claim("correlation", value) for value in ("5.36", "-1.2", "<5.4", "1.01")),
    *(claim(quantity, "1.81") for quantity in ("kappa", "intraclass correlation")),
]


def test_says_what_is_printed_for_a_small_p(findings_of):
    [finding] = findings_of(CHECK, claim("p", "<.000"))
    assert finding.message == "<.000 is no p, which is more than 0; a p that rounds to .000 is <.001"
    [finding] = findings_of(CHECK, claim("intraclass correlation", "1.2"))
    assert finding.message == "1.2 is no intraclass correlation, which lies within -1 to 1"


@given(st.lists(st.tuples(*[st.floats(-50, 50)] * 2), min_size=3, max_size=12), st.integers(0, 4))
def test_a_correlation_of_any_data_passes(verdict_of, pairs, decimals):
    ones, others = zip(*pairs, strict=True)
    mean, middle = math.fsum(ones) / len(ones), math.fsum(others) / len(others)
    spread = math.sqrt(math.fsum((x - mean) ** 2 for x in ones) * math.fsum((y - middle) ** 2 for y in others))
    if spread > 1e-6:
        r = math.fsum((x - mean) * (y - middle) for x, y in pairs) / spread
        assert verdict_of(CHECK, claim("correlation", f"{r:.{decimals}f}")) == "consistent"


@given(st.floats(0, 1), st.integers(0, 6))
def test_a_rounded_p_passes_and_one_beyond_is_flagged(verdict_of, p, decimals):
    assert verdict_of(CHECK, claim("p", f"{p:.{decimals}f}")) == "consistent"
    assert verdict_of(CHECK, claim("p", f"{1 + p + 0.6 * 10**-decimals:.{decimals}f}")) == "discrepant"
