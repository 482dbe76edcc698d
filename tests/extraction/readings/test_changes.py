"""Changes beside their two figures: what is read, what each reading may be, and what is left alone."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.extraction import extract
from checker.finding import Finding
from checker.read.text import from_text

Read = Callable[..., list[Any]]


def findings(text: str) -> list[Finding]:
    """What the check of changes says of a text."""
    return run.verify(extract(from_text(text)), frozenset({"difference_of_figures"}))


# Text; before, after, change and unit of the one claim.
READ = [
    ("Screening increased by 15% from 45% to 60%.", ("45", "60", "15", "either")),
    ("Use rose from 45% to 60% (an increase of 15 percentage points).", ("45", "60", "15", "difference")),
    ("A 15-percentage-point increase, from 45% to 60%, was seen.", ("45", "60", "15", "difference")),
    ("Use rose by 15% to 60% from 45%.", ("45", "60", "15", "either")),
    ("The proportion grew from 45% to 60% (by 15 percentage points).", ("45", "60", "15", "difference")),
    ("There was an increase of 15% in the use of aspirin, from 45% to 60%.", ("45", "60", "15", "either")),
    ("Coverage improved from 41.2% to 63.5%, an absolute increase of 22.3%.", ("41.2", "63.5", "22.3", "difference")),
    ("Smoking fell from 30.1% in 1990 to 24.6% in 2000, a decline of 5.5 percentage points.",
     ("30.1", "24.6", "5.5", "difference")),
    ("Scores decreased from 7.9 to 7.1 (a difference of 0.8).", ("7.9", "7.1", "0.8", "difference")),
    ("Admissions fell by 12%, from 50 to 44.", ("50", "44", "12", "percent")),
    ("There was a 33% relative reduction (from 15% to 10%).", ("15", "10", "33", "percent")),
    ("Costs decreased from $4500 to $3600 per patient (20% decrease).", ("4500", "3600", "20", "percent")),
    ("LDL fell from 150 ± 12 to 120 ± 10 mg/dl (-20%, p<0.001).", ("150", "120", "-20", "percent")),
    ("HbA1c was reduced by 1.4 ± 0.2%, from 8.3 to 6.9% (P = 0.002).", ("8.3", "6.9", "1.4", "either")),
    ("Pain went from 7.9 (SD 1.1) to 7.1 (SD 1.2): mean change -0.8.", ("7.9", "7.1", "-0.8", "difference")),
    ("Stay was shortened by 2.1 days (from 8.3 to 6.2 days).", ("8.3", "6.2", "2.1", "difference")),
    ("Levels rose 2.5-fold from 4 to 10.", ("4", "10", "2.5", "ratio")),
    ("Levels rose threefold, from 4 to 12.", ("4", "12", "3", "ratio")),
    ("The number of cases doubled from 12 to 24.", ("12", "24", "2", "ratio")),
    ("The number of cases was halved, from 24 to 12.", ("12", "24", "2", "ratio")),
    ("The ejection fraction rose from 49.9% to 55.2% (+5.3%; n = 10).", ("49.9", "55.2", "5.3", "either")),
]  # fmt: skip
BETWEEN_GROUPS = [
    ("Response was 60% vs 45%, a difference of 15 percentage points.", ("45", "60", "15", "difference")),
    ("Mortality fell (absolute risk reduction 5% (12% v 17%)).", ("17", "12", "5", "difference")),
    ("Deaths were 12.0% in arm A versus 17.0% in arm B (difference -5.0%).", ("17.0", "12.0", "-5.0", "either")),
    ("Relapses occurred in 30 of 50 (60%) versus 18 of 40 (45%) (difference 15%).", ("45", "60", "15", "either")),
    ("Relapse was 60% (30 of 50) with drug and 45% (18 of 40) with placebo (difference 15%).",
     ("45", "60", "15", "either")),
    ("The difference between group A (34.2%) and group B (25.1%) was 9.1%.", ("25.1", "34.2", "9.1", "either")),
    ("Survival was 80% with drug and 70% with placebo, for an absolute difference of 10%.",
     ("70", "80", "10", "difference")),
    ("The rate of falls was 3-fold higher in group A (30% vs 10%).", ("10", "30", "3", "ratio")),
    ("Complications were 10% lower in group A (12% vs 22%).", ("22", "12", "10", "either")),
    ("Costs were higher (€450.5 vs €360.4; +25%).", ("360.4", "450.5", "25", "percent")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ + BETWEEN_GROUPS)
def test_read(read: Read, text: str, expected: tuple[str, ...]) -> None:
    assert read(text, "change", "before", "after", "change", "unit") == [expected]
    assert [finding.verdict for finding in findings(text)] == ["consistent"]


def test_two_changes_of_one_pair(read: Read) -> None:
    text = "Infection: 5.1% in cases versus 9.8% in controls (relative reduction, 48%; absolute reduction, 4.7%)."
    assert read(text, "change", "change", "unit") == [("48", "percent"), ("4.7", "difference")]


def test_each_pair_has_its_own_change(read: Read) -> None:
    text = (
        "Flushes went from 7.1 to 3.8 (mean reduction, 3.3) on 12.5 mg, from 6.4 to 3.2 (mean reduction, 3.2) "
        "on 25 mg, and from 6.6 to 4.8 (mean reduction, 1.8) on placebo."
    )
    assert read(text, "change", "before", "after", "change") == [
        ("7.1", "3.8", "3.3"), ("6.4", "3.2", "3.2"), ("6.6", "4.8", "1.8")
    ]  # fmt: skip


def test_the_interval_of_a_difference(read: Read) -> None:
    text = "Cure was 60% vs 45% (difference 13.8 percentage points, 95% CI 5.0 to 23.0)."
    assert read(text, "change", "change", "estimated", "lower", "upper") == [("13.8", True, "5.0", "23.0")]
    assert findings(text)[0].verdict == "explained"


LEFT_ALONE = [
    "Patients aged from 18 to 65 years lost 12 kg, a 10% reduction.",
    "Effects ranged from 12% to 45%, a difference of 20 points from placebo.",
    "The mean difference was 3.2 (95% CI from 1.1 to 5.3).",
    "The fall was 3.2 (1.1 to 5.3).",
    "From 1990 to 2000, mortality fell by 12% in 30 centres.",
    "From week 2 to week 8 scores improved by 12 points in 30 patients.",
    "From visit 1 to visit 2 the score improved by 12 points.",
    "The dose was increased from 5 to 10 mg; pain fell by 3.1 points.",
    "The dose was increased from 5 mg to 10 mg (a 50% increase).",
    "Use rose from 45% to 60% in group A and from 44% to 50% in group B (p = 0.03), a difference of 9 points.",
    "Use rose from 45% to 60% and from 40% to 60% (increases of 15% and 20%).",
    "Use rose from 45% to 60% with drug, a 12-point greater increase than with placebo (48% to 51%).",
    "HbA1c fell from 8.5% to 7.8%, a reduction of 1.2% compared with placebo.",
    "HbA1c fell from 8.5 to 7.8% in A and rose from 8.1 to 9.3% with placebo, a difference of 1.7% between groups.",
    "Use rose from 45% to 60%; mortality, a 3% reduction.",
    "Cholesterol fell by 12% and weight fell from 80 to 78 kg.",
    "The decrease was 12% with A versus 5% with B, and 3% with C.",
    "Weight fell by 3.0 kg with A, compared with 1.2 kg with B, a gain of 2 months.",
    "Errors decreased by 22% and omissions by 17% with drug, compared with increases of 29% and 31%.",
    "A reduction of 50% or more was seen in 45% vs 30% of patients.",
    "A 50% reduction in seizures was achieved by 45% vs 30%.",
    "Improvement of at least 20% (ACR20) occurred more often (60% vs 45%).",
    "Rates were 20%, 25% and 31%, a difference of 11%.",
    "Rates were 10% vs 12% vs 30% (difference 18%).",
    "Mean change was -1.2 with A versus -0.4 with B (from 8.1 and 8.0), p=0.03.",
    "The incidence increased by 4% per year, from 12% to 45%.",
    "The annual increase was 3% (from 10% in 1990 to 40% in 2000).",
    "Median survival rose from 10 to 14 months (difference 3 months).",
    "The odds increased by 167% (80% vs 60%).",
    "Pain fell by 30%; 45% vs 60% needed rescue.",
    "Pain fell by 30% (rescue use 45% vs 60%).",
    "Scores improved by 0.5 SD, from 50 to 45.",
    "Costs fell by 10%, from 1.2 million to 900 thousand.",
    "Clearance was 30% lower in the elderly (n = 12 vs 14).",
    "Workers lost 3.0-3.9 fewer days, 1.0-1.8 vs 2.0-2.5.",
    "Resistance decreased from 1428 to 997 dyne x s x cm(-5).",
    "The contrast was significant, t(52.7) = 0.95, and the other, t(50.1) = 2.39, showed a decrease, 1.44.",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text, "change", "before", "after", "change") == []


VERDICTS = [
    # Shares of people and counts: nothing innocent is left.
    ("Screening increased by 28% from 45% to 60%.", "discrepant"),
    ("Coverage improved from 41.2% to 63.5%, an absolute increase of 23.2%.", "discrepant"),
    ("Admissions fell by 21%, from 50 to 44.", "discrepant"),
    ("The number of cases doubled from 12 to 62.", "discrepant"),
    ("Relapse was 60% (30 of 50) with drug and 45% (18 of 40) with placebo (difference 18%).", "discrepant"),
    # Means of pairs, of whom some may be missing; models; ratios of hazards: only what is far off.
    ("Mean HbA1c was reduced by 0.5%, from 8.4 to 8.1%.", "explained"),
    ("Mean HbA1c was reduced by 8.0%, from 8.4 to 8.1%.", "discrepant"),
    ("Use, adjusted for age, rose by 17 points, from 45% to 60%.", "explained"),
    ("The risk of death was reduced by 30% (12.1% vs 16.2%).", "explained"),
    # The means of groups of which nothing else is said.
    ("Mean stay was 8.3 days versus 6.2 days, a difference of 2.7 days.", "discrepant"),
    ("Mean stay was 8.3 days versus 6.2 days, a difference of 2.7 days, in a mixed model.", "explained"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), VERDICTS)
def test_verdicts(text: str, verdict: str) -> None:
    assert [finding.verdict for finding in findings(text)] == [verdict]


@given(
    st.floats(1, 99), st.floats(1, 99), st.integers(0, 2),
    st.sampled_from([
        "Use changed from {a}% to {b}%, a difference of {x} percentage points.",
        "Use was {a}% in cases versus {b}% in controls (absolute difference, {x}%).",
        "The mean score changed by {x}, from {a} to {b}.",
    ]),
)  # fmt: skip
def test_a_rounded_difference_is_never_flagged(a: float, b: float, places: int, text: str) -> None:
    printed = text.format(a=f"{a:.{places}f}", b=f"{b:.{places}f}", x=f"{abs(b - a):.{places}f}")
    assert {finding.verdict for finding in findings(printed)} <= {"consistent"}
