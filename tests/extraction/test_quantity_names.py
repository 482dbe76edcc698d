import pytest

from checker.extraction.quantity_names import Quantity, may_be_effects, may_be_survival, names


def named(text, start=0, end=None):
    return [
        (found.group(), Quantity[found.lastgroup]) for found in names(text, start, len(text) if end is None else end)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the adjusted OR was", [("OR", Quantity.RATIO)]),
        ("one or both", []),
        ("Hazard ratio for death", [("Hazard ratio", Quantity.RATIO)]),
        ("the 2-year OS and PFS", [("OS", Quantity.SURVIVAL), ("PFS", Quantity.SURVIVAL)]),
        ("losses of most patients", []),
        ("the mean difference, RRR", [("mean difference", Quantity.DIFFERENCE), ("RRR", Quantity.REDUCTION)]),
        ("incidence rate ratio", [("incidence rate ratio", Quantity.RATIO)]),
        ("B = 1.2", [("B", Quantity.COEFFICIENT)]),
        ("cumulative doses", []),
        ("a cost of €", [("€", Quantity.OTHER)]),
    ],
)
def test_names(text, expected):
    assert named(text) == expected


def test_only_the_stretch_asked_about():
    assert named("odds ratio and risk ratio", 4) == [("risk ratio", Quantity.RATIO)]
    assert named("odds ratio", 0, 8) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("os at 2 years", True),
        ("ttp", True),
        ("https doses", False),
        ("TTP was reached by 20% of the patients at 6 months.".lower(), True),
    ],
)
def test_words_of_survival(text, expected):
    assert may_be_survival(text) is expected


def test_words_of_effects():
    assert may_be_effects("an OR of 2", 0, 10)
    assert not may_be_effects("ORAL doses", 0, 10)
