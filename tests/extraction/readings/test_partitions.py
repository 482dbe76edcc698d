"""Parts of a whole: the sexes, counts in brackets, the rest of a number, percentages that make 100."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.extraction import extract
from checker.kinds import Partition
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]

# Where the parts make the whole, and the verdict where one of them is another.
LISTS = [
    ("Of 28 patients, 20 had rescue treatment (16 by surgery and {} by radiotherapy).", "4", "6", "explained"),
    ("Of 40 patients, 18 (45%) died: 9 of shock, 5 of bleeding and {} of other causes.", "4", "6", "explained"),
    ("Thirty (25%) patients stopped: 14 because of cost, 9 owing to rash and {} due to pain.", "7", "9", "explained"),
    ("We saw 56 patients (29 from the city, 20 from the coast; {} from abroad).", "7", "9", "explained"),
    ("Ninety-six patients completed the trial (placebo 49, sertraline {}).", "47", "57", "explained"),
    ("The intention to treat was met in 360 patients (182 and {}, respectively).", "178", "170", "explained"),
    ("A total of 56 patients had advanced disease (29 stage IIIA, {} stage IIIB).", "27", "24", "discrepant"),
    ("There were 114 patients (59 in the alfacin group and {} in the control group).", "55", "54", "query"),
    ("Of 18 patients, 3 died and the other {} recovered.", "15", "12", "discrepant"),
    ("Of the 72 women, 48 were operated on at once and the remaining {} later.", "24", "28", "discrepant"),
]  # fmt: skip


def verdicts(text: str) -> list[str]:
    """The verdicts on parts."""
    return [
        str(finding.verdict)
        for finding in audit_document(from_text(text)).findings
        if finding.check == "parts_of_whole"
    ]


@pytest.mark.parametrize(("text", "right", "wrong", "verdict"), LISTS)
def test_parts_make_the_whole(text: str, right: str, wrong: str, verdict: str) -> None:
    assert verdicts(text.format(right)) == ["consistent"]
    assert verdicts(text.format(wrong)) == [verdict]


BOTH = "In town 41 adults (12 men, 29 women) and in the country 39 adults (20 men, 18 women) took part."


def test_each_group_with_its_own_number() -> None:
    assert verdicts(BOTH) == ["consistent", "query"]


LEFT_ALONE = [
    # What one has, one may have together.
    "Ten patients (6 with tremor, 5 with rigidity) were studied.",
    # Others were in neither.
    "Relapse was seen in 156 patients (one case of bleeding and two cases of fever).",
    # Symptoms come together.
    "Symptoms were reported by 52 patients (41 abdominal pain, 26 diarrhoea and 5 vomiting symptoms).",
    # Things of other kinds.
    "Of 19 practices (53 doctors and 377 patients), all took part.",
    "We read 11 trials (6 drugs; 866 patients).",
    # Doses.
    "Twenty-one women took a pill (30 mg at night and 15 mg in the morning).",
    # Some of them only.
    "Death occurred in 11 patients, including 8 with shock and 2 with bleeding.",
    # The rest of three.
    "Of 100 episodes, 46 occurred at night, 15 in the morning, and the remaining 30 were not timed.",
    "Of 100 patients, 40 had surgery, 10 of them twice; the other 60 had none.",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_no_parts(text: str) -> None:
    # Where words leave it open, the claim is a guess.
    assert set(verdicts(text)) <= {"query"}


def test_presumed_unless_said(read: Read) -> None:
    text = "Of 28 patients, 20 had rescue treatment (16 by surgery and 4 by radiotherapy)."
    assert read(text, "partition", "whole", "parts", "presumed") == [("20", (("16",), ("4",)), True)]


def test_parts_of_a_number_in_front_are_guessed() -> None:
    paper = extract(from_text("We studied 96 patients. There were 51 men and 40 women."))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Partition)]
    assert claim.whole is not None
    assert claim.whole.value == 96
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of 50 men, 30 of 50 (60%) went home, 5 (30%) stayed and 5 (10%) returned.", ["discrepant"]),
        ("Of 50 men, 30 of 50 (60%) went home, 15 (30%) stayed and 5 (10%) returned.", ["consistent"]),
        # Of two wholes, compared with each other, or not all of them.
        ("Antibodies were found in 16 (40%) of the 40 men and 12 (60%) of the 20 women.", []),
        ("Fever was found in 26 of 40 (65%) compared with 14 (35%) without.", []),
        ("Fever was found in 26 of 40 (65%) and cough in 20 (50%).", []),
    ],
)
def test_percentages_that_make_100(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_the_share_of_each_arm() -> None:
    text = (
        "Patients were randomised to alfa (n = 30) or beta (n = 25). Fever occurred in 10 (18%) of patients, including "
        "43.3% in the alfa and 20% in the beta group."
    )
    assert "discrepant" in verdicts(text)


def test_symptoms_that_are_reasons_are_no_counts_of_symptoms(read) -> None:
    because = "Of 60 adults 20 stopped (12 due to symptoms and 8 due to toxicity)."
    assert read(because, "partition", "parts") == [((("12",), ("8",)),)]
    assert read("Of 60 adults 20 complained (12 symptoms and 8 toxicity).", "partition", "parts") == []
