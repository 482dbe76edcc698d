import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from checker.calc import ci
from checker.statistics.proportion import METHODS

COUNTS = st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


def test_names_the_method_of_printed_limits():
    assert ci(68, 96, printed="60.8% to 79.2%").notes == ("60.8% to 79.2% is what stata-proportion gives.",)
    assert ci("68/96", printed="0.61-0.79").notes[0].startswith("0.61-0.79 is what wilson")
    [note] = ci(68, 96, printed="50% to 73%").notes
    assert note == "No method gives 50% to 73%; the nearest, wilson-continuity, gives 60.5% to 79.4%."


def test_limits_that_are_clipped_or_cut_off():
    assert "wald" in ci(1, 20, printed="0% to 14.6%").notes[0]
    assert ci(68, 96, printed="61.0% to 78.9%").notes == (
        "61.0% to 78.9% is what wilson, plus-four and bayes-uniform give, cut off.",
    )


@given(COUNTS, st.sampled_from([90.0, 95.0, 99.0]))
def test_agrees_with_statsmodels(pair, level):
    rows = {row[0]: row[1:] for row in ci(*pair, level=level).rows}
    for name, method in {"wilson": "wilson", "clopper-pearson": "beta"}.items():
        expected = proportion_confint(*pair, alpha=1 - level / 100, method=method)
        assert rows[name] == pytest.approx([100 * each for each in expected], abs=1e-6)


@given(COUNTS, st.sampled_from(sorted(METHODS)), st.integers(0, 3))
def test_what_a_method_prints_is_found_to_be_its(pair, name, decimals):
    rows = {row[0]: row[1:] for row in ci(*pair).rows}
    if name in rows:
        lower, upper = (f"{each:.{decimals}f}%" for each in rows[name])
        found = {row[0]: row[3] for row in ci(*pair, printed=f"{lower} to {upper}").rows}
        assert found[name] is True


@pytest.mark.parametrize(
    ("given_", "problem"),
    [
        (("97/96",), "count is above"),
        ((3,), "expected a count"),
        (("0/0",), "no proportion"),
        (("3/9", None, 100), "level"),
        (("3/9", None, 95, "many"), "two limits"),
        (("3/9", None, 95, "73% to 53%"), "above the upper"),
    ],
)
def test_what_is_wrong(given_, problem):
    *figures, level, printed = (*given_, *(None, 95, None)[len(given_) - 1 :])
    with pytest.raises(ValueError, match=problem):
        ci(*figures, level=level, printed=printed)
