import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge import judge
from checker.model import (
    Because,
    Candidate,
    Certainty,
    Count,
    Excuse,
    Interval,
    Recomputation,
    Reported,
    Severity,
    Wording,
)
from checker.rounding import Shortening, interval, shown


def one(printed, *values, threshold=None, unlikely=None):
    candidates = tuple(
        Candidate((Interval(value, value),), f"assumption {i}", "x", ordinary=i == 0) for i, value in enumerate(values)
    )
    return judge(
        Recomputation(fields=("x",), targets=(printed,), candidates=candidates, threshold=threshold, unlikely=unlikely)
    )


@pytest.mark.parametrize("value", [56.25, 56.15, 56.2])
def test_both_ways_of_rounding_a_tie_are_ordinary(value):
    assert one(Reported("56.2"), value).verdict == "consistent"


@pytest.mark.parametrize(
    ("printed", "value", "shortening"),
    [("11.4", 11.46, "truncated"), ("4.15", 4.1446, "rounded twice"), ("53.4", 53.33, "rounded up")],
)
def test_names_less_ordinary_ways_to_drop_digits(printed, value, shortening):
    judgement = one(Reported(printed), value)
    assert (judgement.verdict, judgement.shortening) == ("explained", shortening)


def test_an_unusual_assumption_and_an_unusual_shortening_together_explain_nothing():
    assert one(Reported("11.4"), 50.0, 11.46).verdict == "discrepant"
    assert one(Reported("11.5"), 50.0, 11.46).verdict == "explained"


def test_counts_are_exact():
    assert one(Count("12"), 12.4).verdict == "discrepant"
    assert one(Reported("12"), 12.4).verdict == "consistent"


@pytest.mark.parametrize(
    ("printed", "value", "verdict"),
    [
        ("<0.001", 0.0002, "consistent"),
        ("<0.001", 0.02, "discrepant"),
        (">0.05", 0.2, "consistent"),
        ("~40", 38.0, "consistent"),
        ("~40", 55.0, "discrepant"),
    ],
)
def test_comparators(printed, value, verdict):
    assert one(Reported(printed), value).verdict == verdict


def test_severity():
    assert one(Reported("53.2"), 53.31).severity == "minor"
    assert one(Reported("53.4"), 43.2).severity == "major"
    assert one(Reported("0.03"), 0.09, threshold=0.05).severity == "decision"
    assert one(Reported("0.03"), 0.01, threshold=0.05).severity == "major"
    assert one(Count("3"), 4).severity == "major"


def test_asks_for_unlikely_candidates_only_when_no_other_meets():
    asked = []

    def unlikely():
        asked.append(True)
        return [Candidate((Interval(5, 5),), "barnard", "x", ordinary=False)]

    assert one(Reported("7"), 7, unlikely=unlikely).verdict == "consistent"
    assert not asked
    assert one(Reported("5"), 7, unlikely=unlikely).verdict == "explained"
    assert one(Reported("6"), 9, unlikely=unlikely).verdict == "discrepant"


def test_what_is_missing_is_unverifiable():
    assert judge(Recomputation(fields=("x",), targets=(Reported("5"),), missing="n")).verdict == "unverifiable"


def excuse(**allows):
    return Excuse(because=Because.UNSTATED, reason="5 missing", settled_by="how many were assessed", allows=allows)


def asked(printed, value, *excuses, certainty=None, why="", **rest):
    recomputation = Recomputation(
        fields=("x",), targets=(Reported(printed),), excuses=lambda: excuses,
        candidates=(Candidate((Interval(value, value),), "count/total", "11/60"),), **rest,
    )  # fmt: skip
    return judge(recomputation, certainty, why)


def test_an_excuse_that_allows_the_printed_figure_makes_a_query():
    judgement = asked("20", 18.33, excuse(x=Interval(19.6, 20.4)))
    assert (judgement.verdict, judgement.query.because, judgement.severity) == ("query", "unstated", Severity.MAJOR)
    assert judgement.nearest


def test_an_excuse_for_other_figures_excuses_nothing():
    assert asked("25", 18.33, excuse(x=Interval(19.6, 20.4))).verdict == "discrepant"
    assert asked("20", 18.33, excuse(y=Interval(19.6, 20.4))).verdict == "discrepant"
    assert asked("20", 18.33).query is None


def test_an_excuse_that_allows_whatever_is_possible_excuses_nothing():
    whole = excuse(x=Interval(0, 100))
    assert asked("20", 18.33, whole, possible=Interval(0, 100)).verdict == "discrepant"
    for allows in ({}, {"x": Interval(0, float("inf"))}, {"x": Interval(float("-inf"), 3)}):
        with pytest.raises(ValueError, match="admits anything"):
            excuse(**allows)


def test_no_excuse_is_asked_for_where_something_meets():
    def never():
        raise AssertionError("asked for in vain")

    candidate = Candidate((Interval(20, 20),), "count/total", "11/55")
    recomputation = Recomputation(fields=("x",), targets=(Reported("20"),), candidates=(candidate,), excuses=never)
    assert judge(recomputation).verdict == "consistent"


@pytest.mark.parametrize("certainty", list(Certainty))
def test_only_what_is_guessed_is_never_discrepant(certainty):
    judgement = asked("20", 18.33, certainty=certainty, why="which arm is meant is not said")
    if certainty is Certainty.GUESSED:
        assert (judgement.verdict, judgement.query.because) == ("query", "reading")
        assert judgement.query.reason == "which arm is meant is not said"
    else:
        assert judgement.verdict == "discrepant"


def test_what_is_explained_is_grave_where_it_changes_the_decision():
    # .0496 is .050, cut off it is .04; the p of one tail is half of that of two.
    assert one(Reported(".04"), 0.0496, threshold=0.05).severity == "decision"
    assert one(Reported("0.03"), 0.06, 0.03, threshold=0.05).severity == "decision"
    assert one(Reported("0.03"), 0.04, 0.03, threshold=0.05).severity == "minor"
    assert one(Reported("11.4"), 11.46).severity == "minor"
    assert one(Reported("11.4"), 20.0, 11.4).severity == "major"


def test_what_is_explained_has_no_severity_where_nothing_is_ordinary():
    candidate = Candidate((Interval(5, 5),), "a size taken to be 20", "x", ordinary=False)
    judgement = judge(Recomputation(fields=("x",), targets=(Reported("5"),), candidates=(candidate,)))
    assert (judgement.verdict, judgement.severity) == ("explained", None)


def test_text_targets_are_compared_as_text():
    candidate = Candidate((Wording("IQR"),), "first mention", "line 91")
    recomputation = Recomputation(fields=("label",), targets=(Wording("CI"),), candidates=(candidate,))
    assert judge(recomputation).verdict == "discrepant"


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_rounded_value_is_always_consistent(value, decimals):
    assert one(Reported(f"{value:.{decimals}f}"), value).verdict == "consistent"


@given(st.floats(0.001, 1e6), st.integers(0, 4), st.integers(2, 9), st.booleans())
def test_two_units_off_is_always_discrepant(value, decimals, units, up):
    wrong = value + (1 if up else -1) * (units + 0.1) * 10**-decimals
    assert one(Reported(f"{wrong:.{decimals}f}"), value).verdict == "discrepant"


@given(st.floats(-1e5, 1e5), st.integers(0, 4))
def test_shortenings_contain_what_they_shorten(value, decimals):
    scaled = value * 10**decimals
    truncated = int(scaled)
    if abs(scaled - truncated) > 1e-6:
        printed = Reported(f"{truncated / 10**decimals:.{decimals}f}")
        if printed.value:
            assert interval(printed, Shortening.TRUNCATED).meets(Interval(value, value), 1e-6)


def test_shown_keeps_one_more_digit_than_printed():
    assert shown(18.1818, Reported("22")) == "18.2"
    assert shown(-0.0001, Reported("0.1")) == "-1.0e-04"
    assert shown(12.0, Count("10")) == "12"
