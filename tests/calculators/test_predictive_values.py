import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import predictive_values

RATES = st.integers(51, 99)


def test_published_example():
    # Altman & Bland, BMJ 1994;309:102: at a prevalence of 25% the values are 45% and 95%.
    rows = {row[0]: row[1] for row in predictive_values("90%", "63%", "25%").rows}
    assert (rows["ppv (%)"], rows["npv (%)"]) == pytest.approx((45, 95), abs=0.5)


@given(RATES, RATES, st.integers(2, 98), st.floats(-0.499, 0.499), st.floats(-0.499, 0.499), st.floats(-0.499, 0.499))
def test_whatever_was_rounded_lies_between_least_and_most(se, sp, p, a, b, c):
    s, t, q = (se + a) / 100, (sp + b) / 100, (p + c) / 100
    rows = {row[0]: row[2:] for row in predictive_values(f"{se}%", f"{sp}%", f"{p}%").rows}
    true = {
        "ppv (%)": 100 * s * q / (s * q + (1 - t) * (1 - q)),
        "npv (%)": 100 * t * (1 - q) / (t * (1 - q) + (1 - s) * q),
        "lr+": s / (1 - t),
        "lr-": (1 - s) / t,
    }
    for name, (least, most) in rows.items():
        assert least - 1e-9 <= true[name] <= most + 1e-9


def test_the_prevalence_that_a_predictive_value_is_of():
    note = predictive_values("90%", "63%", "25%", ppv="44.78%").notes[0]
    assert note == "A positive predictive value of 44.78% is that of a prevalence of 25.0%."


def test_what_is_no_share():
    with pytest.raises(ValueError, match="expected a share"):
        predictive_values("90%", "-3", "25%")
