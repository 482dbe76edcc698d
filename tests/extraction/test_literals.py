import re

import pytest

from checker.extraction.literals import classes, compiled, has, needed, sought


@pytest.mark.parametrize(
    ("expression", "clauses"),
    [
        ("odds ratios?", {("odds ratio",)}),
        ("(?:odds|risk)[ -]ratio", {("odds ratio", "odds-ratio", "risk ratio", "risk-ratio")}),
        ("fever.{0,9}cough", {("fever",), ("cough",)}),
        ("fever(?: and cough)?[0-9]+", {("fever",)}),
        ("(?:fever|[a-z]+) by", {(" by",)}),
        ("(?:fever|[a-z]+) in", set()),
        ("[a-z]+", set()),
        ("fever|[a-z]+", set()),
        ("B(?= ?=)", {("B =", "B=")}),
        ("(?<=fever)[a-z]+", set()),
        ("(?:fever )*[a-z]", set()),
        ("(?:fever )+[a-z]", {("fever ",)}),
        ("(?P<said>by)?[0-9]+(?(said)|lower)", {("by", "lower")}),
    ],
)
def test_what_every_fitting_text_has(expression, clauses):
    assert set(needed(expression)) == clauses


def test_a_class_may_stand_as_a_mark():
    digits = {((48, 57),): frozenset({"\x01"})}
    assert needed(r"\([0-9]", digits) == (("(\x01",),)
    assert needed("[0-9].", digits) == ()


TEXTS = ("the odds ratio was 2.2", "a risk-ratio of 3", "by 12", "12 lower", "fever, then cough", "B = 4", "nothing")


@pytest.mark.parametrize(
    "expression",
    [
        "(?:odds|risk)[ -]ratio",
        "(?P<said>by )?[0-9]+(?(said)| lower)",
        "fever.{0,9}cough",
        "B(?= ?=)",
        "(?:a|the) [or]",
    ],
)
@pytest.mark.parametrize("text", TEXTS)
def test_no_fitting_text_is_passed_over(expression, text):
    found = re.search(expression, text)
    assert not found or has(text, sought(needed(expression)))
    again = compiled(expression).search(text)
    assert (again and again.span()) == (found and found.span())


def test_many_pieces_are_sought_as_few_are():
    pieces = [f"{first} {second}" for first in "abcd" for second in ("ratio", "ratios", "risk")]
    needs = sought([pieces])
    assert has("the c risk", needs)
    assert not has("the e risk", needs)


def test_all_clauses_are_needed():
    needs = sought([("fever",), ("cough", "rash")])
    assert has("fever and rash", needs)
    assert not has("fever", needs)


def test_where_an_expression_may_begin_with_anything_it_stays_as_it_is():
    assert compiled("(?:a|.)b").pattern == "(?:a|.)b"
    assert compiled("(?:a)?").pattern == "(?:a)?"
    assert compiled("(?:odds|risk)", re.IGNORECASE).search("RISK")


def test_how_many_of_a_class_there_must_be():
    digits = ((48, 57),)
    assert classes("[0-9](?:,[0-9]){1,3}")[digits] == 2
    assert classes("[0-9](?:,[0-9])?")[digits] == 1
    assert classes("[0-9]|x[0-9][0-9]")[digits] == 1
