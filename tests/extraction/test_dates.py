"""Windows of calendar dates, in every style."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction import dates
from checker.extraction.sentences import Page
from checker.read.text import from_text


def windows(text: str) -> list[tuple[str, str]]:
    page = Page(from_text(text))
    return [(found.start, found.end) for sentence in page.sentences for found in dates.windows(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between May 27, 2020, and June 16, 2021, we enrolled 96 adults.", [("2020-05-27", "2021-06-16")]),
        ("From 3rd of March 2015 until the end of Dec. 2018, all came.", [("2015-03-03", "2018-12")]),
        ("They were seen between 31 December 1987 and 31 August 1989.", [("1987-12-31", "1989-08-31")]),
        ("Enrolment ran from January 2015 to December 2018.", [("2015-01", "2018-12")]),
        ("Enrolment ran from 2015-01-09 to 2018-12-30.", [("2015-01-09", "2018-12-30")]),
        ("Enrolment ran from 01/2015 to 12/2018.", [("2015-01", "2018-12")]),
        ("Enrolment ran from 13/01/2015 to 12/30/2018.", [("2015-01-13", "2018-12-30")]),
        ("Enrolment ran from 4.1.2015 to 5.12.2018.", [("2015-01-04", "2018-12-05")]),
        ("Enrolment ran from 4/1/2015 to 5/12/2018.", [("2015", "2018")]),
        ("In the period between 2004 and 2009 we saw few.", [("2004", "2009")]),
        ("Between the years 1975 and 1988 we saw few.", [("1975", "1988")]),
        ("All were operated on from 1975-1988.", [("1975", "1988")]),
        ("The trial (September 1993-July 2002) ended.", [("1993-09", "2002-07")]),
        ("Between March 21 and June 24, 2016, 31 came.", [("2016-03-21", "2016-06-24")]),
        ("Between November and March 2012, 31 came.", []),
        ("Enrolment ran from 2009-10 to 2010-11.", []),
        ("Between 2000 and 1950 patients were seen a year.", []),
        ("Condom use rose from 37% in 1992 to 73% in 1996.", []),
        ("We compared 1985 and 1983.", []),
        ("The mean fell from 1981 to 1763 kcal.", []),
        ("In May 2015 and March 2014 two came.", []),
    ],
)
def test_windows(text: str, expected: list[tuple[str, str]]) -> None:
    assert windows(text) == expected


@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)), st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_any_two_dates(start: date, end: date) -> None:
    def us(day: date) -> str:
        return f"{calendar.month_name[day.month]} {day.day}, {day.year}"

    text = f"Patients were enrolled between {us(start)} and {us(end)} at one site."
    assert windows(text) == [(start.isoformat(), end.isoformat())]
    assert dates.out_of_order(start.isoformat(), end.isoformat()) == (end < start)


@given(st.text(alphabet="0123456789/-. ,amyjunefromto", max_size=80))
def test_never_fails(text: str) -> None:
    windows(f"from 2019 {text}")
