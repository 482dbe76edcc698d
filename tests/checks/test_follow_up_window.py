from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

CHECK = "follow_up_window"
WINDOW = "{kind: follow-up, start: 2020-05-27, end: 2021-06-16, cutoff: 2022-05-01, "
SHOULD_PASS = [
    WINDOW + "median: 14.7}",
    WINDOW + "longest: 23}",
    WINDOW + "median: 60, unit: weeks}",
    WINDOW + "longest: 1.9, unit: years}",
    WINDOW + "longest: 700, unit: days}",
    "{kind: follow-up, start: 2019-06, end: 2020-05}",
    "{kind: follow-up, start: 2019-06, end: 2019-06, cutoff: 2020-06, longest: 12.9}",
]
SHOULD_EXPLAIN = [WINDOW + "median: 6.1}"]
SHOULD_FLAG = [
    WINDOW + "longest: 31}",
    WINDOW + "median: 24.7}",
    WINDOW + "longest: 2.3, unit: years}",
    WINDOW + "median: 20.1, longest: 19.9}",
    "{kind: follow-up, start: 2021-05, end: 2020-05}",
    "{kind: follow-up, start: 2020-01, end: 2021-01, median: 7.4, longest: 7.1}",
]
MISSING = {
    "{kind: follow-up, start: 2020-01, end: 2021-01, median: 7}": "the date of the data cutoff",
    "{kind: follow-up, start: spring, end: 2021-01}": "dates such as 2020-05-27 or 2020-05",
    "{kind: follow-up, start: 2020-13, end: 2021-01}": "dates such as 2020-05-27 or 2020-05",
}


def test_shows_the_window(findings_of):
    finding = findings_of(CHECK, SHOULD_FLAG[0])[-1]
    assert finding.message == "the window from 2020-05-27 to 2022-05-01 allows 0 to 23.5 months, not 31 months"


def test_says_why_a_median_may_be_short(findings_of):
    assert findings_of(CHECK, SHOULD_EXPLAIN[0])[-1].assumption == "follow-up that deaths or losses ended"


@given(
    st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.integers(0, 2000), st.integers(0, 2000), st.floats(0, 1),
    st.sampled_from([("days", 1), ("weeks", 7), ("months", 30.4375), ("years", 365.25)]), st.booleans(),
)  # fmt: skip
def test_a_possible_follow_up_is_never_flagged(verdict_of, start, enrolment, after, share, unit, by_month):
    end = start + timedelta(days=enrolment)
    cutoff = end + timedelta(days=after)
    longest = (enrolment + after) * share / unit[1]
    shown = [day.strftime("%Y-%m") if by_month else str(day) for day in (start, end, cutoff)]
    claim = "{kind: follow-up, start: %s, end: %s, cutoff: %s, longest: '%.1f', median: '%.1f', unit: %s}"
    printed = claim % (*shown, longest, longest * share, unit[0])
    assert verdict_of(CHECK, printed) in ("consistent", "explained")
