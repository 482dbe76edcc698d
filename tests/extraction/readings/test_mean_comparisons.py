"""Two means with their spreads, and the p or the difference printed for them."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import audit

Read = Callable[..., list[Any]]

METHODS = "Groups were compared by Student's t test. "
PRINTED = [
    "It took 12.4 ± 3.1 days (n = 30) with alfa vs 10.2 ± 2.9 days (n = 28) with beta (P = {}).",
    "It took 12.4 (SD 3.1; n = 30) and 10.2 (SD 2.9; n = 28) days, respectively, p={}.",
    "It took 12.4 ± 3.1 days, n = 30, compared with 10.2 ± 2.9 days, n = 28 (unpaired t test, p = {}).",
]


def verdicts(text: str) -> set[str]:
    return {
        str(finding.verdict)
        for finding in audit(text).findings
        if finding.claim.__struct_config__.tag == "mean-comparison"
    }


@pytest.mark.parametrize("text", PRINTED)
def test_sizes_printed_with_the_means(text: str) -> None:
    assert verdicts(METHODS + text.format("0.007")) == {"consistent"}
    stated = f"{METHODS}Values are mean ± SD. {text}"
    assert verdicts(stated.format("0.007")) == {"consistent"}


def test_only_a_stated_test_and_a_stated_spread_can_be_wrong() -> None:
    text = "It took 12.4 (SD 3.1, n = 30) with alfa vs 10.2 (SD 2.9, n = 28) days with beta (P = 0.07)."
    assert verdicts(METHODS + text) == {"discrepant"}
    assert verdicts(text) == {"query"}
    assert verdicts("Groups were compared by t test or the Mann-Whitney test. " + text) == {"query"}
    unsaid = "It took 12.4 ± 3.1 days (n = 30) with alfa vs 10.2 ± 2.9 days (n = 28) with beta (P = 0.07)."
    assert verdicts(METHODS + unsaid) == {"query"}


def test_differences() -> None:
    text = (
        "It took 12.4 (SD 3.1, n = 30) vs 10.2 (SD 2.9, n = 28) days; the mean difference was {} days "
        "(95% CI, {} to {}; t test P = 0.007)."
    )
    assert verdicts(text.format("2.2", "0.6", "3.8")) == {"consistent"}
    assert "discrepant" in verdicts(text.format("3.2", "1.6", "4.8"))
    assert "discrepant" in verdicts(text.format("2.2", "1.2", "3.2"))


ARMS = "Patients received either alfa (n = 30) or beta (n = 28). "
OF_ARMS = [
    "It took 12.4 ± 3.1 days with alfa vs 10.2 ± 2.9 days with beta (P = {}).",
    "It took 12.4 ± 3.1 days in the alfa group and 10.2 ± 2.9 days in the beta group (P = {}).",
    "In the alfa and beta groups it took 12.4 ± 3.1 and 10.2 ± 2.9 days, respectively (P = {}).",
]


@pytest.mark.parametrize("text", OF_ARMS)
def test_sizes_of_arms(read: Read, text: str) -> None:
    assert read(ARMS + text.format("0.007"), "mean-comparison", "p") == [("0.007",)]
    assert verdicts(ARMS + text.format("0.007")) == {"consistent"}
    # Without the sizes beside the means a claim is made whether or not they agree, and another test may explain it.
    assert read(ARMS + text.format("0.07"), "mean-comparison", "p") == [("0.07",)]
    assert verdicts(METHODS + ARMS + text.format("0.07")) == {"explained"}


LEFT_ALONE = [
    "It fell from 12.4 ± 3.1 (n = 30) to 10.2 ± 2.9 (n = 30) days (P = 0.07).",
    "It took 12.4 ± 3.1 (n = 30) before and 10.2 ± 2.9 (n = 30) days after it (P = 0.07).",
    "It took 12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 30) days in these matched pairs (P = 0.07).",
    "The adjusted means were 12.4 ± 3.1 (n = 30) and 10.2 ± 2.9 (n = 28) days (P = 0.07).",
    "It took 12.4 ± 3.1 (n = 30), 9.9 ± 3.0 (n = 29) and 10.2 ± 2.9 (n = 28) days (P = 0.07).",
    "It took 12.4 ± 3.1 vs 10.2 ± 2.9 days (P = 0.07).",
    "It took 12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 days (n = 28), and 4 of 20 died (P = 0.07).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert verdicts(METHODS + text) == set()


def test_work_grows_with_the_text_only() -> None:
    text = "It took 12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 28) days, P = 0.007. "
    assert len([f for f in audit(METHODS + text * 300).findings if f.check == "p_from_means"]) == 300


@pytest.mark.parametrize(
    ("methods", "test"),
    [
        ("We used t tests.", "t"),
        ("We used Welch's t test.", "welch"),
        ("We used paired t tests.", None),
        ("In a cross-over trial we used t tests.", None),
    ],
)
def test_the_test_that_a_paper_states(read, methods: str, test: str | None) -> None:
    text = f"Stay (mean ± SD) was 12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 28) (P = 0.01). {methods}"
    assert read(text, "mean-comparison", "test") == [(test,)]
