"""People, and how many of them were of each kind, in a list behind them."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "parts_of_whole"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Nine adults, three fast and four medium and two slow, took part.", ("three", "four")),
        ("We saw 62 adults (30 on alfa and 32 on beta).", ("30", "28")),
        ("We treated 235 adults by lot: 121 adults received alfa, and 114 beta.", ("114", "117")),
        ("We saw 133 adults with nodules. These were 33 adults with cysts and 100 with cancer.", ("100", "99")),
    ],
)
def test_lists(text: str, slip: tuple[str, str]) -> None:
    assert "consistent" in verdicts(text)
    assert "consistent" not in verdicts(text.replace(*slip))


@pytest.mark.parametrize(
    "text",
    [
        "Of the 124 adults, 68 with alfa and 52 with beta, could be seen.",
        "Relapse was seen in 35 of 55 adults (21 on alfa and 14 on beta).",
        "We saw 115 hips in 87 adults, 69 by alfa, 21 by beta and 25 by gamma.",
        "We saw 26 adults, 4 stones in the kidney and 21 in the ureter, at once.",
        "We saw 26 adults, 4 visits later and 21 days before, at once.",
        "Letters came from 225 mothers, 194 fathers, and 21 midwives, in all.",
        "We saw 26 adults. There were 5 letters on alfa and 4 letters on beta.",
        "We saw 26 adults, 27 on alfa and 21 on beta, at once.",
    ],
)
def test_what_need_not_be_all(text: str) -> None:
    assert "query" not in verdicts(text)
