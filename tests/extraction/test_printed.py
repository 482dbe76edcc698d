import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extraction.outline import TYPES
from checker.extraction.sentences import Page
from checker.read.text import from_text

_BLOCK = 0x2000


def printed(text):
    [sentence] = Page(from_text(text)).sentences
    return sentence.printed


def shown(figure):
    """What is printed of a figure, its empty parts left out."""
    parts = {"count": figure.count, "total": figure.total, "spread": figure.spread, "p": figure.p}
    parts |= {"error": figure.error, "size": figure.size}
    held = {name: token.literal for name, token in parts.items() if token is not None}
    if figure.limits:
        held["limits"] = [(each.name, each.lower.literal, each.upper.literal, each.level) for each in figure.limits]
    if figure.spread_name:
        held["is"] = figure.spread_name
    return figure.value.literal, held


def brief(text):
    names = {first // _BLOCK: letter for letter, first in TYPES.items()}
    return "".join(names[ord(char) // _BLOCK] if ord(char) >= 0xF0000 else char for char in printed(text).brief.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Response was 67% (16/24; 95% CI 45-84) (P = 0.03)",
            [
                ("67%", {"count": "16", "total": "24", "limits": [("ci", "45", "84", "95")], "p": "0.03"}),
                ("0.03", {}),
            ],
        ),
        ("Age was 62.1 ± 8.4 years", [("62.1", {"spread": "8.4"})]),
        ("Age was 62.1 years (SD 8.4)", [("62.1", {"spread": "8.4", "is": "sd"})]),
        ("Age was 62 years (IQR 54-70)", [("62", {"limits": [("iqr", "54", "70", "95")]})]),
        ("Age was 62 years (range 18-80)", [("62", {"limits": [("range", "18", "80", "95")]})]),
        (
            "OR 2.2 (90% CI 1.2 to 4.1; P=.01)",
            [("2.2", {"limits": [("ci", "1.2", "4.1", "90")], "p": ".01"}), (".01", {})],
        ),
        ("Stay was 7.2 ± 1.3 days (6.9-7.5)", [("7.2", {"spread": "1.3", "limits": [(None, "6.9", "7.5", "95")]})]),
        ("Age was 62 years (interquartile range: 54-70)", [("62", {"limits": [("iqr", "54", "70", "95")]})]),
        (
            "Response was 67% (16 of 24 patients; 95% CI 45-84)",
            [("67%", {"count": "16", "total": "24", "limits": [("ci", "45", "84", "95")]})],
        ),
        ("Fever was in (16/24) 67%, and cough in 12", [("67%", {"count": "16", "total": "24"})]),
        ("It fell (P = 0.03)", [("0.03", {})]),
        ("HR 2.0 (1.2-3.3)", [("2.0", {"limits": [(None, "1.2", "3.3", "95")]})]),
        ("HR 2.0, P for trend = 0.02", [("2.0", {}), ("0.02", {})]),
        ("Difference (95% CI) 2.0 (1.2-3.3)", [("2.0", {"limits": [("ci", "1.2", "3.3", "95")]})]),
        (
            "OR 2.0 (90% CI 1.2-3.3), 1.5 (1.1-2.0)",
            [("2.0", {"limits": [("ci", "1.2", "3.3", "90")]}), ("1.5", {"limits": [("ci", "1.1", "2.0", "90")]})],
        ),
        ("OR 2.0, 95 confidence interval 1.2-3.3", [("2.0", {"limits": [("ci", "1.2", "3.3", "95")]})]),
        ("4.9 cases per 100 patients (95% CI 1.2-8.3)", [("4.9", {"limits": [("ci", "1.2", "8.3", "95")]})]),
        (
            "86% (44 of 51 women) (95% CI 74-94)",
            [("86%", {"count": "44", "total": "51", "limits": [("ci", "74", "94", "95")]})],
        ),
        ("p 12 and 13", []),
        ("Fever in 12 and cough in 13", [("12", {}), ("13", {})]),
        ("It was 12.4 (SD 3.1; SE 0.49)", [("12.4", {"spread": "3.1", "is": "sd", "error": "0.49"})]),
        (
            "It was 12.4 ± 3.1 (n = 40; 95% CI 11.4-13.4)",
            [("12.4", {"spread": "3.1", "size": "40", "limits": [("ci", "11.4", "13.4", "95")]})],
        ),
        ("Women aged 20-75 years (mean 46)", [("46", {"limits": [("range", "20", "75", "95")]})]),
        ("The median (IQR) age was 62 (54-70)", [("62", {"limits": [("iqr", "54", "70", "95")]})]),
        ("The score was 14.5/17 (95% CI 13.9-15.0)", [("14.5", {"limits": [("ci", "13.9", "15.0", "95")]})]),
        ("The cost was 9762 (95% CI 6955-12\n577)", [("9762", {}), ("6955", {}), ("12", {}), ("577", {})]),
        ("It lasted 9 1/2 years (range 5-12)", [("9", {}), ("1", {}), ("2", {})]),
        ("Peaks were at 6 h and the half-life ranged 24-44 h", [("6", {}), ("24", {}), ("44", {})]),
    ],
)
def test_all_that_is_printed_with_a_number_is_one_figure(text, expected):
    found = [shown(figure) for figure in printed(text).figures]
    assert [(value, held) for value, held in found if held or (value, held) in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Response was 67% (16/24; 95% CI 45-84) versus 50% (12/24) (P = 0.03)", "response was P versus P (Q)"),
        ("12 of the 60 patients (20.0%) had fever", "P patients had fever"),
        ("12 (20.0%) of 60 patients", "P patients"),
        ("It fell from 8.3 ± 0.4 to 6.9 (SD 1.1) mg/dl (P<.001)", "it fell from D to D mg/dl (Q)"),
        ("It took 12.4 ± 3.1 days (n = 30) vs 10.2 (SD 2.9; n = 28)", "it took D vs D"),
        ("OS was 10.7 months (95% CI 1.8-28.5) and 8.9 months (2.0-12.1)", "os was U months and U months"),
        ("no figures (at all)", "no figures (at all)"),
    ],
)
def test_the_brief_outline_has_one_symbol_for_each_figure(text, expected):
    assert brief(text) == expected


def test_limits_in_ascending_order():
    [figure] = printed("The difference was -4.5 (95% CI -0.5 to -8.5)").figures
    lower, upper = figure.limits[0].ordered
    assert (lower.value, upper.value) == (-8.5, -0.5)


PIECES = st.sampled_from("12 60 20% (20%) of / ( ) 95% CI 1.2 - 4.1 ± 0.4 p= < , ; SD IQR range vs and n= to".split())


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30))
def test_each_number_is_in_one_figure_whatever_the_text(pieces):
    for sentence in Page(from_text(" ".join(pieces))).sentences:
        made = sentence.printed
        held = [token.start for figure in made.figures for token in figure.tokens]
        # A p-value stands by itself as well as behind its figure.
        assert len(held) - len(set(held)) <= len(made.ps)
        assert set(held) == {token.start for token in made.outline.tokens}
        assert {token.start for token in made.brief.tokens} <= set(held)


def test_the_interval_behind_a_time_is_that_of_the_percentage_in_front_of_it() -> None:
    text = "Survival was 81% at 1 year (95% CI 74% to 86%) and 58% at 3 years (49% to 66%)."
    assert [figure.value.literal for figure in printed(text).figures if figure.limits] == ["81%", "58%"]


def test_the_interval_behind_a_day_is_of_no_number() -> None:
    text = "It was rarer on day 14 (OR 0.09, 95% CI 0.01-0.8) and day 21 (OR 95% CI 0-0.9)."
    [sentence] = Page(from_text(text)).sentences
    assert [figure.value.literal for figure in sentence.printed.figures if figure.limits] == ["0.09"]
