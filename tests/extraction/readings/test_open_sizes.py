"""Two figures and their p, where it is open how many people each is of."""

import pytest

from checker import audit

KINDS = ("percent-contrast", "mean-contrast")


def verdicts(text: str) -> list[str]:
    return [
        str(finding.verdict)
        for finding in audit(text).findings
        if finding.claim.__struct_config__.tag in KINDS and finding.check.startswith("p_from")
    ]


ALL = "In all, 105 patients were randomised. "
RATES = "Relapse was less frequent with alfa ({}% versus {}%, P {})."


def test_percentages_of_all() -> None:
    assert verdicts(ALL + RATES.format(12, 39, "= 0.002")) == ["consistent"]
    assert verdicts(ALL + RATES.format(37, 39, "= 0.002")) == ["query"]
    assert verdicts(RATES.format(37, 39, "= 0.002")) == []


def test_a_second_group_as_large_is_no_part_of_the_first() -> None:
    text = "Of the 503 patients given alfa, most recovered. Of the 505 patients in the beta group, few did. "
    rates = "Relapse was less frequent with alfa (5.6% versus 10.5%; P = .0038)."
    assert verdicts(text + rates) == ["consistent"]


@pytest.mark.parametrize(
    "words",
    [
        "Saturation in these patients was lower with alfa ({}% versus {}%, P = 0.002).",
        "The rate of fractures healed was lower with alfa ({}% versus {}%, P = 0.002).",
        "In smokers the relapse rate was lower with alfa ({}% versus {}%, P = 0.002).",
        "The relapse rate fell from {}% to {}% (P = 0.002).",
        "The relapse rates were 12%, {}% and {}% (P = 0.002).",
        "The relapse rate was {}% with alfa and it was {}% with beta, both more than usual (P = 0.002).",
        "Of those with alfa {}% had no relapse and of the others {}% showed no cure (P = 0.002).",
        "The adjusted relapse rate was lower with alfa ({}% versus {}%, P = 0.002).",
        "Relapse was as frequent with alfa as with beta ({}% and {}%; p less than 0.002) than with gamma.",
    ],
)
def test_what_is_no_share_of_these_people(words: str) -> None:
    assert verdicts(ALL + words.format(37, 39)) == []


def test_papers_of_the_same_people_twice_have_no_two_groups() -> None:
    assert verdicts("In all, 105 patients entered a crossover trial. " + RATES.format(37, 39, "= 0.002")) == []


EACH = [
    "Two groups of 24 subjects each got alfa or beta. ",
    "Forty-eight subjects were randomly assigned (24 per group) to alfa or beta. ",
    "In all, 48 subjects got alfa or beta. ",
]
MEANS = "The score was larger with alfa (5.1666 ± 0.0481) than with beta ({} ± 0.0430; p={})."


@pytest.mark.parametrize("of", EACH)
def test_means(of: str) -> None:
    assert set(verdicts(of + MEANS.format("5.1398", "0.048"))) == {"consistent"}
    assert set(verdicts(of + MEANS.format("5.1660", "0.0001"))) == {"query"}


def test_compared_to_another_group() -> None:
    text = "In all 48 subjects got alfa or beta. It was {} ± 0.9 with alfa compared to beta ({} ± 0.8; P = 0.{})."
    assert verdicts(text.format("-1.5", "-1.4", "7")) == ["consistent"]
    assert verdicts(text.format("-1.5", "-9.4", "7")) == ["query"]


def test_means_of_pairs() -> None:
    text = "In 12 volunteers pressure rose from 94 ± 2 to {} ± 3 mm Hg (p {})."
    assert verdicts(text.format(104, "< 0.05")) == ["consistent"]
    assert verdicts(text.format(104, "= 0.4")) == ["query"]
    crossed = (
        "Sixteen subjects entered a crossover trial. It was lower with alfa than beta ({} ± 0.2 vs 7.3 ± 0.2, P {})."
    )
    assert verdicts(crossed.format(6.7, "< 0.05")) == ["consistent"]
    assert verdicts(crossed.format(6.7, "= 0.7")) == ["query"]


@pytest.mark.parametrize(
    "words",
    [
        "It took 12.4 ± 3.1, 9.9 ± 3.0 and 10.2 ± 2.9 days (P = 0.0007).",
        "It took 12.4 ± 3.1 days (alfa), 10.3 ± 3.0 days (beta) and 10.2 ± 2.9 days (gamma), P = 0.0007.",
        "The adjusted time was 10.4 ± 3.1 with alfa and 10.2 ± 2.9 days with beta (P = 0.0007).",
        "For these, acidity and pH were 5.73 ± 1.53 and 5.413 ± 1.50 mmol (P = 0.0007).",
        "Time and cost were 10.4 ± 3.1 with alfa and 10.2 ± 2.9, respectively (P = 0.0007).",
    ],
)
def test_means_that_no_t_test_compares(words: str) -> None:
    assert verdicts("In all, 48 subjects got alfa or beta. " + words) == []


def test_a_number_measured_is_no_size() -> None:
    assert verdicts("Pressure rose from 94 ± 2 to 104 ± 3 mm Hg (p < 0.05).") == []
