"""Groups whose sizes only their rates and intervals tell."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.auditing import audit_document
from checker.extraction import extract
from checker.model import Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]

# Wilson's limits of 58/80 and 52/80 say which method the paper uses.
WHOLE = (
    "Pain was relieved in 72.5% (58 of 80 patients; 95% CI 61.9-81.1), "
    "with sleep restored in 65.0% (52 of 80 patients; 95% CI 54.1-74.5). "
)
TWO = "The response rate was {} (95% CI 42.3-75.4) in smokers and 80.0% (67.0-88.8) in others (p = {}). "
THREE = (
    "Remission was {} (95% CI 64.6-98.5), 60.7% (42.4-76.4) and 75.0% (59.8-85.8) "
    "in the early-, middle- and late-stage groups, respectively (P = 0.117). "
)


def found(text: str) -> dict[str, list[str]]:
    document = from_text(text)
    verdicts: dict[str, list[str]] = {}
    for finding in audit_document(document).findings:
        verdicts.setdefault(finding.check, []).append(str(finding.verdict))
    return verdicts


def test_two_groups_that_add_up(read: Read) -> None:
    text = WHOLE + TWO.format("60.0%", "0.052")
    assert read(text, "comparison", "groups", "p") == [((("group-of-30", "60.0"), ("group-of-50", "80.0")), "0.052")]
    assert found(text)["p_from_two_by_two"] == ["explained"]
    assert found(text)["count_from_interval"] == ["explained", "explained"]
    assert found(text)["parts_of_whole"] == ["explained"]
    assumed = extract(from_text(text)).populations["group-of-30"].assumed
    assert assumed is not None
    assert assumed.endswith("18/30 and 40/50 give the rates with their intervals and add up to 80, "
                            "their counts to the 58 printed")  # fmt: skip


def test_a_p_that_no_test_of_them_gives_is_discrepant() -> None:
    assert found(WHOLE + TWO.format("60.0%", "0.52"))["p_from_two_by_two"] == ["discrepant"]


def test_three_groups_and_two_of_them() -> None:
    text = WHOLE + THREE.format("91.7%") + "Early stage did better than middle or late stage (P = 0.050; P = 0.215, "
    verdicts = found(text + "respectively).")
    assert verdicts["count_from_interval"] == ["explained"] * 3
    assert verdicts["p_from_table"] == ["explained"]
    assert verdicts["p_from_two_by_two"] == ["explained"] * 2


@pytest.mark.parametrize(
    "text",
    [
        # No group gives the changed rate with its interval.
        WHOLE + TWO.format("61.9%", "0.52"),
        # No method is known.
        "Pain was relieved in 58 of 80 patients and sleep restored in 52 of 80. " + TWO.format("60.0%", "0.52"),
        # The groups do not make the whole.
        WHOLE.replace("80", "90") + TWO.format("60.0%", "0.52"),
        # Another test than one of the counts.
        WHOLE + "Adjusted for age: " + TWO.format("60.0%", "0.52")[0].lower() + TWO.format("60.0%", "0.52")[1:],
    ],
)
def test_silent_where_the_groups_are_not_certain(read: Read, text: str) -> None:
    assert read(text, "comparison", "p") == []
    assert Verdict.DISCREPANT not in {
        finding.verdict for finding in run.verify(extract(from_text(text))) if finding.claim.id.startswith("comp")
    }


def test_an_upper_limit_is_no_share_of_the_whole(read: Read) -> None:
    text = WHOLE + "There was no difference (response, 60.0% (95% CI 42.3-75.4%) vs 80.0% (67.0-88.8%), p = 0.052)."
    assert {percent for (percent,) in read(text, "proportion", "percent")} <= {"72.5", "65.0"}
    assert len(read(text, "comparison", "p")) == 1
