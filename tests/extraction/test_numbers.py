"""The lexer: what each way of printing a number says, what is no data, and that offsets are exact."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import numerals
from checker.extraction.drafts import reported
from checker.extraction.numbers import tokens
from checker.extraction.typography import plain, rounded
from checker.model import Reported

READ = [
    # text, literal, canonical, unit
    ("a total of 1,024 people", "1,024", "1024", None),
    ("a total of 1\u2009024 people", "1\u2009024", "1024", None),
    ("a total of 10\u00a0725 people", "10\u00a0725", "10725", None),
    ("p = 0·05", "0·05", "0.05", None),
    ("p < .05", ".05", "<.05", None),
    ("p less than .01", ".01", "<.01", None),
    ("p < or = 0.01", "0.01", "≤0.01", None),
    ("p<0,001", "0,001", "<0.001", None),
    ("5.10 on the scale", "5.10", "5.10", None),
    ("10^-4 of cells", "10^-4", "1 × 10^-4", None),
    ("p = 1.8e-06", "1.8e-06", "1.8 × 10^-06", None),
    ("3.0 × 10⁷ in", "3.0 × 10⁷", "3.0 × 10^7", None),
    ("change of −3.2 on", "−3.2", "-3.2", None),
    ("change of –3.2 on", "–3.2", "-3.2", None),
    ("a share of 37 percent of", "37 percent", "37", "%"),
    ("a share of 37 % of", "37 %", "37", "%"),
    ("nearly 70% of", "70%", "~70", "%"),
    ("over 90% of", "90%", ">90", "%"),
    ("at least 12 people", "12", "≥12", None),
    ("Twenty-one people", "Twenty-one", "twenty-one", None),
    ("one hundred and five people", "one hundred and five", "one hundred and five", None),
    ("none of them", "none", "none", None),
    ("a rate of 98 . 5% was", "98 . 5%", "98.5", "%"),
    ("rates of 30. 8% and 26.1%", "30. 8%", "30.8", "%"),
    ("we saw 30. 8% of them ran", "30", "30", None),
    ("a 95% confidence interval, - 0.7 to + 2.4", "- 0.7", "-0.7", None),
    ("95% CI: 4.6% to - 1.7%", "- 1.7%", "-1.7", "%"),
    ("95% CI - 12, 37", "12", "12", None),
    ("at p < 0.05 in 28,8 % of", "28,8 %", "28.8", "%"),
    ("at p < 0.05 (95% CI: [84,1; 96,2])", "84,1", "84.1", None),
    ("at p < 0.05 (95% CI: [84,1; 96,2])", "96,2", "96.2", None),
    ("in 14% (2769/19 120)", "19 120", "19120", None),
    ("reader 1 rated 30 and reader 2 120 of 285", "120", "120", None),
    ("24 falls in 2000 person-years and", "2000", "2000", None),
]


@pytest.mark.parametrize(("text", "literal", "canonical", "unit"), READ)
def test_reads(text: str, literal: str, canonical: str, unit: str | None) -> None:
    found = [token for token in tokens(text) if token.literal == literal]
    assert [(token.canonical, token.unit, token.reason) for token in found] == [(canonical, unit, None)]
    numerals.parse(canonical)


RANGES = [
    ("(6.7–9.8)", ["6.7", "9.8"]),
    ("(-3.2 to 1.4)", ["-3.2", "1.4"]),
    ("(1·2, 3·4)", ["1.2", "3.4"]),
    ("(2.8--4.2)", ["2.8", "4.2"]),
    ("(-8.7; 13.7)", ["-8.7", "13.7"]),
    ("(−0.11~0.51)", ["-0.11", "0.51"]),
    ("(-3.4 - -1.2)", ["-3.4", "-1.2"]),
    ("(2.3%–7.1)", ["2.3", "7.1"]),
    ("0.08  −0.53  –0.20 to 0.11", ["0.08", "-0.53", "-0.20", "0.11"]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges(text: str, expected: list[str]) -> None:
    assert [token.canonical for token in tokens(text)] == expected


def test_percent_sign_goes_to_both_ends_of_a_range() -> None:
    assert [token.unit for token in tokens("6.0–7.5% of them")] == ["%", "%"]


NO_DATA = [
    ("pain was none in 12 (20%) and mild in 30 (50%)", "none", "label"),
    ("as others found [29, 30] before", "30", "citation"),
    ("in this disease.12 However", "12", "reference"),
    ("registered as NCT01234567 here", "01234567", "identifier"),
    ("see https://doi.org/10.1000/xyz123 there", "https://doi.org/10.1000/xyz123", "identifier"),
    ("since May 27, 2020, we", "27", "date"),
    ("at 0.1 microg x min(-1) of it", "-1", "name"),
    ("fell by 0.9 log (10) copies", "10", "name"),
    ("between 2016 and 2023 at", "2016", "date"),
    ("in the 1990s many", "1990", "date"),
    ("638 (40%) of the 1985 sample and", "1985", "date"),
    ("received 400 mg daily", "400", "dose"),
    ("analysed with version 4.1 of", "4.1", "version"),
    ("analysed with R 3.6.1 there", "3.6.1", "version"),
    ("analysed with SPSS 20.0 there", "20.0", "version"),
    ("12/05/2001: a visit", "12/05/2001", "date"),
    ("the H1N1 strain", "1", "name"),
    ("shown in Table 3 below", "3", "figure number"),
    ("for IL-6 and others", "6", "name"),
    ("grade 3 toxicity", "3", "label"),
    ("groups 1 and 2 had", "2", "label"),
    ("on days 1, 8 and 15", "15", "time point"),
    ("allocated 1:1 to", "1", "ratio"),
    ("the 95% CI was", "95%", "level"),
    ("a 5-year follow-up", "5", "duration"),
    ("a two-sided test", "two", "wording"),
    ("the first patient", "first", "ordinal"),
]


@pytest.mark.parametrize(("text", "literal", "reason"), NO_DATA)
def test_knows_what_is_no_data(text: str, literal: str, reason: str) -> None:
    assert [token.reason for token in tokens(text) if token.literal == literal][:1] == [reason]


DATA = [
    "10 of 2013 patients",
    "in 45 years [33-55]",
    "RESULTS--5 patients",
    "RESULTS—5 patients",
    "METHODS—Thirty patients",
    "grade 3 in 12/40 (30%)",
    "mean (SD) age 62",
    "aged 62 ± 8",
    "aged 20-75 years (mean",
    "took ± 31 mg",
]


@pytest.mark.parametrize("text", DATA)
def test_keeps_data(text: str) -> None:
    assert any(token.reason is None for token in tokens(text))


def test_a_new_phrase_ends_a_list_of_time_points() -> None:
    assert [token.reason for token in tokens("At weeks 4 and 8, 30 patients")] == ["time point", "time point", None]


COMMAS = [
    ("HR 1,83 (95% CI 1,12-2,99; p = 0,016)", ["1.83", "1.12", "2.99", "0.016"]),
    ("in 8,5% and 12,0% of them", ["8.5", "12.0"]),
    ("in 12,500 people (8.5%)", ["12500", "8.5"]),
    ("in groups of 1,2 and 3,4", ["1", "2", "3", "4"]),
]


@pytest.mark.parametrize(("text", "expected"), COMMAS)
def test_decimals_with_a_comma(text: str, expected: list[str]) -> None:
    data = [token.canonical for token in tokens(text) if token.reason != "level"]
    assert data == expected


alphabet = st.text(
    alphabet=st.sampled_from("0123456789 .,·-–−+±%()[]=<>/ abnCIpx\u2009\u00a0×⁷²eE^~;:\nİ") | st.characters(),
    max_size=200,
)


@settings(max_examples=300, deadline=None)
@given(alphabet)
def test_offsets_are_exact_and_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.literal for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    assert len(plain(text)) == len(text) == len(rounded(plain(text)))


@settings(max_examples=300, deadline=None)
@given(alphabet)
def test_every_digit_is_in_a_token(text: str) -> None:
    covered = {offset for token in tokens(text) for offset in range(token.start, token.end)}
    assert all(offset in covered for offset, character in enumerate(text) if character in "0123456789")


@settings(max_examples=200, deadline=None)
@given(alphabet)
def test_data_can_be_parsed(text: str) -> None:
    for token in tokens(text):
        if token.reason is None and token.kind in ("number", "word"):
            made, parsed = reported(token), Reported(token.canonical)
            assert made == parsed
            assert [getattr(made, name) for name in Reported.__slots__] == [
                getattr(parsed, name) for name in Reported.__slots__
            ]


@pytest.mark.parametrize("unit", ["1", "1/", "[", "1,", "111,", "-", "1.", "95% CI ", "one hundred "])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        tokens(text)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(400_000) < 10 * seconds(100_000) + 0.5


def test_a_power_of_ten_below_one_is_no_number_of_things() -> None:
    assert not any(token.countable for token in tokens("a rate of 1.5 × 10⁻⁴ or 10^-4"))
