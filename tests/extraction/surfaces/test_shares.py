import pytest

ACCEPTED = [
    ("Fever occurred in 12/60 (20%).", [("12", "60", "20%")]),
    ("Fever occurred in 12 of the 60 patients (20%).", [("12", "60", "20%")]),
    ("Fever occurred in 20% (12/60).", [("12", "60", "20%")]),
    ("Fever occurred in 12 (20%) of the 60 patients.", [("12", "60", "20%")]),
    ("Fever occurred in 12 patients (20%).", [("12", None, "20%")]),
    ("Fever occurred in 20% (n = 12) and passed.", [("12", None, "20%")]),
    ("Fever was rare (n = 12, 20%).", [("12", None, "20%")]),
]
LEFT = {
    "another measure": "It was found by 12 of 60 tests (20% sensitivity).",
    "a range": "Fever occurred in 12 of 60 (20%-30%).",
    "a range in front": "Fever occurred in 10 to 20% (12/60).",
    "a list behind one pair": "Fever occurred in 12/60 (20%, 30%) of them.",
    "a list in front of one": "It was 15% and 20% (12/60) here.",
    "the bracket speaks of others": "Fever occurred in 20% (12 of 60 men were treated).",
    "a sum": "Fever occurred in 20% (12/60 + 3/5).",
    "a name": "It carried the code of grade 12/60 (20%).",
    "a year": "It was 12 of the 2012 cohort (20%).",
    "a score": "The stage was 2 in 30 (20%).",
    "a total of another": "They were 1019 men and 1395 women (62.9%) of 3838.",
    "those of a name": "It was met by 19 of 19 persons in the 1011 cohort (100%).",
    "a dose": "They had a dose of 12 (20%).",
}


def shown(figures):
    parts = [(figure.count, figure.total, figure.value) for figure in figures if figure.count is not None]
    return [tuple(token and token.literal for token in each) for each in parts]


@pytest.mark.parametrize(("text", "expected"), ACCEPTED)
def test_shares(figures, text, expected):
    assert shown(figures(text)) == expected


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_no_count_with_its_total_and_percentage(figures, text):
    assert not any(None not in each for each in shown(figures(text)))


def test_what_may_be_a_name_is_in_doubt(figures):
    [figure] = [each for each in figures("HPV 16/18 (70%) was found.") if each.count is not None]
    assert figure.doubt == "a name"
