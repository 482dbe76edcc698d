"""Of whom a count is, end to end: each sentence in a right version and with one wrong figure."""

import pytest

from checker.auditing import audit_document
from checker.model import Verdict
from checker.read.text import from_text

# The sentence with a gap, the figure that is right there, and one that is not.
HELD = {
    "named arms": (
        "Of 412 patients enrolled, 203 were assigned to apixaban and 209 to warfarin. Bleeding occurred in 12 (5.9%)"
        " patients in the apixaban group and {} (12.0%) in the warfarin group.",
        "25",
        "35",
    ),
    "arms in order": (
        "We randomised 300 women: 150 to induction and 150 to expectant management. Caesarean section was performed in "
        "36 (24.0%) and {} (30.0%) women, respectively.",
        "45",
        "54",
    ),
    "a size for each arm": (
        "A total of 180 patients were analysed (90 per group). Nausea occurred in 27 (30.0%) and {} (10.0%) patients in"
        " the placebo and ondansetron groups, respectively.",
        "9",
        "19",
    ),
    "arms without a name": (
        "Of the 120 eligible patients, 100 were randomised (50 to each group). Remission was achieved by {} (60%) "
        "patients receiving ketamine and 15 (30%) receiving placebo.",
        "30",
        "40",
    ),
    "arms by a letter": (
        "Group A (n = 42) and group B (n = 28) were compared. Rash occurred in {} (19.0%) patients in group A"
        " and in 7 (25.0%) in group B.",
        "8",
        "18",
    ),
    "size in brackets just before": (
        "In the derivation cohort (n = 400), 80 (20.0%) patients died; in the validation cohort (n = 200), {} (15.0%) "
        "died.",
        "30",
        "40",
    ),
    "of these": (
        "Among 128 children, 96 (75.0%) had a positive test. Of these, {} (25.0%) required oxygen and 6 (6.3%) were "
        "ventilated.",
        "24",
        "34",
    ),
    "of which": ("Of 160 women, 40 (25.0%) had eclampsia, of which 10 ({}) were severe.", "25.0%", "30.0%"),
    "including": ("Pain was relieved in 21 of 35 patients (60.0%), including 7 ({}) at once.", "20.0%", "25.0%"),
    "the responders": ("Of 90 patients, 54 (60.0%) responded; of the responders, {} (33.3%) relapsed.", "18", "28"),
    "among those who": (
        "Of 500 residents, 325 (65%) were vaccinated. Among those vaccinated, {} (80%) had two doses.", "260", "290"
    ),
    "the remaining": (
        "We saw 320 patients. Of these, 64 (20.0%) were excluded. Of the remaining 256, {} (50.0%) were women.",
        "128",
        "138",
    ),
    "parts that make 100": (
        "Of 90 neonates, sepsis was confirmed in 60 (66.7%), including 36 (60%) with late onset and {} (40%) with early"
        " onset.",
        "24",
        "18",
    ),
    "parts that make their whole": (
        "In all, 9 of 36 patients (25.0%) had adverse events; 6 (16.7%) had rash and {} (8.3%) had hepatitis.", "3", "5"
    ),
    "a list with one percentage wrong": (
        "There were 200 pregnancies: 170 ({}) live births, 20 (10.0%) miscarriages and 10 (5.0%) stillbirths.",
        "85.0%",
        "80.0%",
    ),
    "number words": ("Only two of 18 patients (11.1%) relapsed; {} (88.9%) remained well.", "sixteen", "fifteen"),
    "things that are not people": ("We analysed 75 eyes of 60 patients. Oedema left {} (60.0%) eyes.", "45", "55"),
    "the only people of the paper": (
        "The mean age was 54 years and 39 (65%) of the 60 patients were women. Twenty-one ({}) were men.", "35%", "45%"
    ),
    "three groups in order": (
        "They were mild (n = 40), moderate (n = 30) or severe (n = 10). Oxygen was given to 2 (5.0%), 6 (20.0%) and {} "
        "(50.0%) patients, respectively.",
        "5",
        "9",
    ),
    "groups named by what they have": (
        "Of the 75 patients, 45 (60%) had type 1 and 30 (40%) type 2 diabetes. Retinopathy was found in 18 (40%) "
        "patients with type 1 and {} (30%) patients with type 2 diabetes.",
        "9",
        "19",
    ),
    "those who answered": (
        "Among 1,200 nurses, 840 responded. Of the respondents, {} (85%) were women.",
        "714",
        "741",
    ),
    "its total only at the end of a list": (
        "We saw 50 patients. Infection was due to E. coli in 24 (48.0%), by fungi in {} (30.0%) and by others in 11"
        " (22.0%) of 50 patients.",
        "15",
        "25",
    ),
    "one other of the list": (
        "We saw 120 patients. Fever was noted in 60 patients (50.0%) and cough in {} patients (25.0%).",
        "30",
        "80",
    ),
    "the people of all other figures": (
        "We saw 120 patients and 40 controls. Fever was seen in 60 (50.0%), cough in 30 (25.0%) and rash in 12 (10.0%)."
        " Headache developed in {} patients (5.0%).",
        "6",
        "16",
    ),
    "shares of two arms": (
        "Of the 70 patients, 42 received drug A and 28 received drug B. The response rate was {} with drug A and 32.1% "
        "with drug B.",
        "52.4%",
        "53.4%",
    ),
    "a list of shares": (
        "Fever (35.0%), cough ({}), dyspnoea (17.5%) and fatigue (12.5%) were frequent in the 40 patients.",
        "22.5%",
        "22.8%",
    ),
}  # fmt: skip


def verdicts(text: str) -> set[Verdict]:
    """The verdicts of an audit."""
    return {finding.verdict for finding in audit_document(from_text(text)).findings}


# Where words bind so firmly, or others testify, that a misfit is an error of the paper; elsewhere it is asked about.
FIRM = {
    "named arms", "arms by a letter", "size in brackets just before", "including", "a list with one percentage wrong",
    "number words", "three groups in order", "the people of all other figures",
}  # fmt: skip


# What is counted among those whom a word names that counts them elsewhere is hardly ever told apart from those who have
# what the word says.
LEFT = {"groups named by what they have"}


@pytest.mark.parametrize("name", HELD)
def test_right_figures_hold_and_wrong_ones_do_not(name: str) -> None:
    text, right, wrong = HELD[name]
    assert verdicts(text.format(right)) == {Verdict.CONSISTENT}
    assert {Verdict.DISCREPANT, Verdict.QUERY} & verdicts(text.format(wrong)) or name in LEFT
    assert Verdict.DISCREPANT in verdicts(text.format(wrong)) or name not in FIRM


def test_where_another_stated_size_fits_both_are_named() -> None:
    arms = (
        "Patients received alfacin (n = 40) or betacin (n = 20). Cough occurred in {} (25.0%) patients in the alfacin "
    )
    arms += "group and in 4 (20.0%) in the betacin group."
    findings = audit_document(from_text(arms.format("5"))).findings
    [explained] = [finding for finding in findings if finding.verdict is Verdict.EXPLAINED]
    assert "the 20 of “betacin”" in explained.message
    assert explained.reported["total"] == "40"
    assert verdicts(arms.format("10")) == {Verdict.CONSISTENT}


# Figures that do not fit what they might be of, and need not.
SILENT = [
    # Values missing in one arm.
    "Patients received alfacin (n = 40) or betacin (n = 20). Cough was seen in 10 (25.0%) patients in the alfacin group"
    " and in 4 (21.1%) in the betacin group.",
    # Two shares that make 100 by chance, of two groups.
    "Survivors (n = 75) and others (n = 25) differed: shock was present in 15 (20%) vs 20 (80%).",
    # Parts of different wholes.
    "The patch held in 23 (96%) of the 24 operations, including 18 (95%) of the primary, and 5 (100%) of the others.",
    # Both sizes together.
    "A total of 1600 women and 151 girls took part, including 438 (25.0%) smokers.",
    # Two groups of one size.
    "Of 150 smokers and 150 others, 124 (82.7%) smokers and 35 (23.3%) others were tested; 101 (33.7%) came back.",
    # Eyes of one group only.
    "We treated 54 eyes. Pressure rose in 3 (12%) eyes in one group and in 9 (36%) eyes in the other.",
    # All of some others.
    "We saw 97 patients. Ninety-one (94%) of all patients and 41 (100%) of patients younger than 5 years were deaf.",
    # Other people than those in front.
    "It was found in 21 (32%) blood relatives, two (17%) of 12 other relatives, and five (50%) healthy twins.",
    # None of any number is 0%.
    "Low sugar occurred in 28 subjects (30 mg, 0 [0%]; 60 mg, 5 [6.6%]; 120 mg, 23 [26.7%]).",
    # Some of them only, and 12 of 109 who were known.
    "Of 220 children, 66 (30%) were small, 44 (20%) thin, and among infants 18 (25%) were ill.",
    "In 120 patients, 30 (25%) signs were mild, 60 (50%) moderate, and 12 (11%) led to withdrawal.",
    # Those who were left of each arm.
    "A hundred were enrolled (50 per group). At week 4, 46 and 44 patients remained; 23 (50%) and 11 (25%), "
    "respectively, responded.",
    # The whole is not printed.
    "Visits took place in 112 patients (56%); 60 (54%) came twice and 31 (28%) thrice.",
    # Some of an arm.
    "They received alfacin (n = 30) or placebo (n = 30). At week 24, 21 (75.0%) of those remaining in the alfacin group"
    " and 14 (51.9%) in the placebo group had responded.",
    # Those whom a percentage counts: 109 of 210.
    "The study population (n = 210) was 52% male. Of those, 61 (56%) were over 65.",
    # Events, not people.
    "A total of 320 adverse events were reported by 80 patients; 64 (20%) events were serious.",
    # All of them, digits cut off.
    "Stiffness was found in 28 of 46 subjects (60.9%), of whom 13 (28%) had pain and 15 (32%) had none.",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_no_false_accusation(text: str) -> None:
    assert Verdict.DISCREPANT not in verdicts(text)
