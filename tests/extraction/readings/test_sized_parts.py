"""People, and the sizes of their parts in the same sentence."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "parts_of_whole"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("We studied 145 adults on either alfa (n=109) or beta (n = 36).", ("36", "34")),
        ("In all 60 children having six or more teeth out got either alfa (n = 31) or beta (n = 29).", ("60", "62")),
        ("Forty adults were studied, and got (20 per group) either alfa or beta.", ("20", "22")),
        ("Forty adults formed two groups of alfa or beta with 20 adults each.", ("20", "18")),
        ("There were 18 adults with fever (n = 4), cough (n = 13) or rash (n = 1).", ("18", "17")),
    ],
)
def test_parts(text: str, slip: tuple[str, str]) -> None:
    assert verdicts(text) == ["consistent"]
    assert verdicts(text.replace(*slip)) == ["query"]


@pytest.mark.parametrize(
    "text",
    [
        "Of 145 adults, 120 agreed and got either alfa (n=109) or beta (n = 36).",
        "We studied 145 adults at risk of death (n = 20) or relapse (n = 11).",
        "We studied 145 adults with 0.25% alfa (n = 31) or beta (n = 29) and gamma in others (n = 32, 33%).",
        "We put 145 adults in three groups: alfa (n = 31) or beta (n = 29).",
        "We put 90 adults in four test groups (n = 20) and two control groups (n = 5).",
        "Some 44 adults with fever (n = 17) or cough (n = 26) got alfa (n = 20) or beta (n = 23).",
        "We studied 14 adults who smoked and 30 children (n = 10 on alfa and n = 9 on beta).",
        "Among 30 lesions some were benign (n = 10) or malignant (n = 12).",
        "We studied 30 adults with fever (n = 30) or cough (n = 12).",
    ],
)
def test_what_need_not_be_all(text: str) -> None:
    assert verdicts(text) == []
