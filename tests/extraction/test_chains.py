import pytest

from checker.extraction.numbers import lex


def read(text):
    return [(token.literal, token.unit, token.reason) for token in lex(text, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("groups 1 and 2", ["label", "label"]),
        ("grades 3-4", ["label", "label"]),
        ("at weeks 4 and 8, 30 men", ["time point", "time point", None]),
        ("grade 3 (20 men)", ["label", None]),
        ("March 12-14, 2019", ["date", "date", "date"]),
        ("in a ratio of 2:1", ["ratio", "ratio"]),
        ("HPV16/18", ["name", "name"]),
        ("Tables 1, 2 and 3", ["figure number"] * 3),
    ],
)
def test_reasons_go_along_a_list(text, expected):
    assert [reason for _, _, reason in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6.0-7.5%", ["%", "%"]),
        ("6% to 7", ["%", "%"]),
        ("between 6 and 7% of them", ["%", "%"]),
        ("6 and 7% of them", [None, "%"]),
        ("2, 4 and 6 days", ["days"] * 3),
        ("n=12, 4 days", [None, "days"]),
    ],
)
def test_units_go_along_a_list(text, expected):
    assert [unit for _, unit, _ in read(text)] == expected


def test_doses_of_a_list_are_doses():
    assert [reason for _, _, reason in read("10 or 20 mg")] == ["dose", "dose"]
