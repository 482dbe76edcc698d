"""Those who are left when some are gone."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "parts_of_whole"]


@pytest.mark.parametrize("left", [100, 103])
@pytest.mark.parametrize(
    "words",
    [
        "Of the 120 adults screened, 20 were excluded, leaving {} for analysis.",
        "Of 120 adults, 12 declined and 8 were lost to follow-up, leaving {}.",
        "Of 120 adults screened, 20 were excluded and {} were randomised.",
    ],
)
def test_what_is_left(words: str, left: int) -> None:
    assert verdicts(words.format(left)) == ["consistent" if left == 100 else "query"]


@pytest.mark.parametrize(
    "words",
    [
        "Of 120 adults, 20 had fever, leaving 103 for analysis.",
        "Of 120 adults screened, 20 were excluded and 48 were randomised to alfa and 52 to beta.",
        "Of 120 adults per group, 20 were excluded, leaving 103.",
        "Of 120 adults screened, 30 were excluded, including 20 who declined, leaving 90.",
    ],
)
def test_left(words: str) -> None:
    assert verdicts(words) == []
