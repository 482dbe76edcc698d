import pytest

from checker import checks, claimfile, run
from checker.finding import Result
from checker.report import words
from checker.report.statements import GROUPS

ACCUSING = ("fraud", "fabricat", "falsif", "misconduct", "manipulat", "cheat", "suspicious", "wrong", "sloppy")


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (["10/55 = 18.2%, not 22%"], ["10 of 55 is 18.2%, not 22%."]),
        (["a sum (of b; c) holds", "none fits"], ["A sum (of b; c) holds.", "None fits."]),
        (["p is below 0.05", "n fits"], ["p is below 0.05.", "n fits."]),
        (["1.5/2 gives 0.75"], ["1.5/2 gives 0.75."]),
        (["twenty-one/37 = 56.76%, as printed"], ["Twenty-one of 37 is 56.76%, as printed."]),
    ],
)
def test_sentences(clauses, expected):
    assert words.sentences(clauses) == expected


def test_explains_with_a_group_that_the_paper_names():
    paper = claimfile.loads(
        b"document: {title: A}\npopulations: {randomised: 55, treated-45: 45}\n"
        b"claims: [{id: a, kind: proportion, count: 10, of: randomised, percent: 22}]\n"
    )
    [finding] = run.verify(paper, frozenset({"percent_from_count"}))
    assert words.explanations(Result(path="a.yaml", paper=paper), finding) == [
        "The paper names a group of 45 (treated): 10 of 45 would be 22%.",
    ]


@pytest.mark.parametrize("check", checks.every())
def test_no_check_accuses(check):
    said = words.plain(checks.every()[check].section("Limits")).lower()
    assert said
    assert not [word for word in ACCUSING if word in said]


def test_every_group_has_its_words():
    assert set(words.TITLES) == set(words.NAMES) == set(GROUPS)
