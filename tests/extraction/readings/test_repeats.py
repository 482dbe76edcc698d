"""One quantity in several places of a paper: abstract, results, discussion, conclusion, table."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.auditing import audit_document
from checker.extraction import extract
from checker.kinds import Repeat
from checker.model import Verdict
from checker.read import from_bytes
from checker.read.text import from_text

Audit = Callable[[str, str], list[tuple[str, ...]]]


def paper(abstract: str, results: str, discussion: str = "", conclusion: str = "") -> str:
    """A paper of our own with these sentences in its parts."""
    return "\n\n".join(
        (
            "Alfa for stubborn fever: a trial",
            "Abstract",
            "Background",
            "Fever is common.",
            "Results",
            abstract,
            "Conclusions",
            "Alfa may be of use.",
            "Introduction",
            "Fever has many causes.",
            "Methods",
            "Patients were given alfa.",
            "Results",
            results,
            "Discussion",
            f"Alfa worked. {discussion}",
            "Conclusions",
            f"Alfa may be of use. {conclusion}",
        )
    )


def repeats(text: str) -> list[tuple[tuple[str, ...], ...]]:
    """The figures of each mention of each quantity that a text repeats."""
    found = extract(from_text(text)).claims
    return [tuple(mention.figures for mention in claim.mentions) for claim in found if isinstance(claim, Repeat)]


def discrepant(text: str) -> list[str]:
    """What a text's repeated figures have against each other."""
    findings = audit_document(from_text(text)).findings
    return [
        finding.message
        for finding in findings
        if finding.check == "repeated_figure" and finding.verdict is Verdict.DISCREPANT
    ]


AGREEING = [
    # A share with its interval; the results have the counts too.
    (
        "The response rate was 70.8% (95% CI 60.8-79.2).",
        "The response rate at the end of cycle 2 was 70.8% (68 of 96 patients; 95% CI 60.8-79.2).",
        (("70.8", "60.8", "79.2"), ("70.8", "60.8", "79.2")),
    ),
    # An abbreviation and what it stands for; an upper limit in words.
    (
        "Median overall survival (OS) was 22.1 months (95% CI 12.7-not estimated).",
        "Forty patients died. The median OS was 22.1 months (95% CI 12.7-NE).",
        (("22.1", "12.7"), ("22.1", "12.7")),
    ),
    # Times in years and in months.
    ("The 1-year OS was 61.5%.", "The 12-month OS was 61.5%.", (("61.5",), ("61.5",))),
    # A number of people, and the same with its percentage.
    (
        "We enrolled 96 patients, including 37 with primary refractory fever.",
        "Among them were 37 (38.5%) patients with primary refractory fever.",
        (("37",), ("37",)),
    ),
    # An estimate of effect with its p.
    (
        "Alfa shortened fever (HR 0.64, 95% CI 0.48-0.85; p = 0.002).",
        "Fever was shorter with alfa than with beta (HR 0.64, 95% CI 0.48-0.85; p = 0.002).",
        (("0.64", "0.48", "0.85", "0.002"), ("0.64", "0.48", "0.85", "0.002")),
    ),
]


@pytest.mark.parametrize(("abstract", "results", "expected"), AGREEING)
def test_the_same_figures_are_of_one_quantity(
    abstract: str, results: str, expected: tuple[tuple[str, ...], ...]
) -> None:
    text = paper(abstract, results)
    assert repeats(text) == [expected]
    assert discrepant(text) == []


def test_every_place_is_a_mention_of_one_claim() -> None:
    text = paper("The response rate was 70.8%.", "The response rate was 70.8%.", "The response rate of 70.8% was high.")
    assert repeats(text) == [(("70.8",), ("70.8",), ("70.8",))]


NOT_OF_ONE_QUANTITY = [
    # Two outcomes, two statistics, two times.
    ("Median OS was 14.3 months.", "Median EFS was 14.3 months."),
    ("The mean stay was 14.3 days.", "The median stay was 14.3 days."),
    ("The 1-year survival was 61.5%.", "The 2-year survival was 61.5%."),
    # Different things said of as many.
    ("Of those bridged, 36 (90.0%) were given beta.", "Of those bridged, 36 (90.0%) died."),
    # Doses, limits of age, times of visits.
    ("Patients were given 12.5 mg of alfa.", "Patients were given 12.5 mg of alfa."),
    ("Fever at 24 weeks was rare.", "Fever at 24 weeks was rare."),
    ("Children were aged 12-17 years.", "Children were aged 12-17 years."),
    # A threshold, and another study's figure.
    ("Fever above 38.5% of normal in levels <38.55 was rare.", "Fever in levels <38.55 was rare."),
    ("The response rate was 70.8%.", "The response rate was 70.8% in earlier work [12]."),
    ("The response rate was 70.8%.", "Previously, the response rate was 70.8%."),
]


@pytest.mark.parametrize(("abstract", "results"), NOT_OF_ONE_QUANTITY)
def test_equal_figures_of_other_quantities(abstract: str, results: str) -> None:
    assert repeats(paper(abstract, results)) == []


DIFFERING = [
    # All figures of a group but one.
    (
        "The response rate was 70.8% (95% CI 60.8-79.2).",
        "The response rate at the end of cycle 2 was 78.0% (95% CI 60.8-79.2).",
    ),
    (
        "Alfa shortened fever (HR 0.64, 95% CI 0.48-0.85).",
        "Fever was shorter with alfa than with beta (HR 0.64, 95% CI 0.48-0.58).",
    ),
    # A sign lost; adjusting cannot explain so much.
    (
        "Alfa changed scores (mean difference -0.96, 95% CI -1.80 to 0.13).",
        "Scores changed with alfa, adjusted for age (mean difference -0.96, 95% CI -1.80 to -0.13).",
    ),
    # The same words, and digits swapped.
    ("The 1-year OS was 61.5%.", "The 1-year OS was 65.1%."),
    ("Median event-free survival (EFS) was 14.3 months.", "The median EFS was 41.3 months."),
    # A list of which the others agree.
    (
        "Common events were neutropenia (37.4%), sepsis (11.4%), and pneumonia (21.9%).",
        "Serious were neutropenia (37.4%), sepsis (17.4%), and pneumonia (21.9%).",
    ),
]


@pytest.mark.parametrize(("abstract", "results"), DIFFERING)
def test_one_figure_differs(abstract: str, results: str) -> None:
    assert len(discrepant(paper(abstract, results))) == 1


def test_the_message_says_where_the_other_figure_is() -> None:
    [message] = discrepant(paper("The 1-year OS was 61.5%.", "The 1-year OS was 65.1%."))
    assert message.startswith("the figure on line 11 is 61.5, not 65.1")


SILENT = [
    # Another population, in front of the figure, behind it, or at the head of a list.
    ("The 1-year OS was 61.5%.", "Among women, the 1-year OS was 65.1%."),
    ("The 1-year OS was 61.5%.", "The 1-year OS was 65.1% in those given beta."),
    (
        "With alfa, fever lasted 5.1 days and cough lasted 7.2 days.",
        "With beta, fever lasted 5.2 days and cough lasted 9.9 days.",
    ),
    # The figure stands elsewhere too: this one is of something else.
    ("The 1-year OS was 61.5%.", "The 1-year OS was 61.5%. After relapse, all was worse. The 1-year OS was 65.1%."),
    # Two that could be meant.
    ("The 1-year OS was 61.5%.", "The 1-year OS was 65.1%. After relapse, all was worse. The 1-year OS was 51.5%."),
    # Adjusted in one place; the whole and a part share the range.
    (
        "Alfa shortened fever (HR 0.64, 95% CI 0.48-0.85).",
        "Adjusted for age, alfa shortened fever (HR 0.64, 95% CI 0.48-0.86).",
    ),
    ("The median age was 54 years (range 18-80).", "In women, the median age was 56 years (range 18-80)."),
    # A rough figure; fewer digits of the same.
    ("The 1-year OS was about 60.0%.", "The 1-year OS was 61.0%."),
    ("The 1-year OS was 61%.", "The 1-year OS was 61.5%."),
    # The same words, but hardly any.
    ("Mean follow-up was 22.5 months.", "Mean follow-up was 31 months."),
    # Two subsections of the results; not the same unit.
    ("Alfa worked.", "The 1-year OS was 61.5%.\n\nSafety\n\nThe 1-year OS was 65.1%."),
    ("The median delay was 10.5 days.", "The median delay was 10.6 weeks."),
    # Figures of others.
    ("The 1-year OS was 61.5%.", "In earlier studies the 1-year OS was 65.1%."),
    ("The 1-year OS was 61.5%.", "The 1-year OS was 65.1% [12]."),
]


@pytest.mark.parametrize(("abstract", "results"), SILENT)
def test_another_figure_of_another_quantity(abstract: str, results: str) -> None:
    assert discrepant(paper(abstract, results)) == []


def test_results_against_discussion_and_conclusion() -> None:
    assert discrepant(paper("", "The 1-year OS was 61.5%.", discussion="The 1-year OS was 65.1%."))
    assert discrepant(paper("", "The 1-year OS was 61.5%.", conclusion="The 1-year OS was 65.1%."))


def test_an_abstract_alone() -> None:
    text = "Results: The 1-year OS was {}% with alfa. Conclusions: The 1-year OS was {}% with alfa."
    assert repeats(text.format("61.5", "61.5")) == [(("61.5",), ("61.5",))]
    assert len(discrepant(text.format("61.5", "65.1"))) == 1
    assert repeats("The 1-year OS was 61.5% with alfa. So the 1-year OS was 61.5% with alfa.") == []


TABLE = """<html><body><h1>Alfa for stubborn fever</h1><h2>Abstract</h2><h3>Results</h3>
<p>Condom use rose (RR {}, 95% CI 1.22-3.39).</p><h2>Introduction</h2><p>Fever is common.</p><h2>Results</h2>
<p>Table 1 has all figures.</p><table><tr><th>Outcome</th><th>RR (95% CI)</th></tr>
<tr><td>Condom use</td><td>2.03 (1.22-3.39)</td></tr><tr><td>Testing</td><td>1.50 (1.13-2.00)</td></tr></table>
</body></html>"""


@pytest.mark.parametrize(
    ("printed", "verdicts"), [("2.03", ["consistent"]), ("2.30", ["discrepant"]), ("1.03", ["discrepant"])]
)
def test_a_table_against_the_abstract(printed: str, verdicts: list[str]) -> None:
    document = from_bytes(TABLE.format(printed).encode(), "paper.html")
    findings = [finding for finding in audit_document(document).findings if finding.check == "repeated_figure"]
    wrong = [finding for finding in findings if finding.verdict is Verdict.DISCREPANT]
    assert [finding.verdict.value for finding in (wrong or findings)] == verdicts


AGES = """<html><body><h1>Alfa for stubborn fever</h1><h2>Abstract</h2><h3>Results</h3>
<p>The median age was 56.4 years (IQR 47.1-68.3).</p><h2>Introduction</h2><p>Fever is common.</p><h2>Results</h2>
<p>Table 1 has all figures.</p><table><tr><th></th><th>{} (n = 40)</th></tr>
<tr><td>Median age, years (IQR)</td><td>56.4 (47.1-66.2)</td></tr></table></body></html>"""


@pytest.mark.parametrize(("column", "wrong"), [("Alfa", 0), ("All patients", 1)])
def test_quartiles_of_one_group_are_not_those_of_everybody(column: str, wrong: int) -> None:
    findings = audit_document(from_bytes(AGES.format(column).encode(), "paper.html")).findings
    assert sum(finding.verdict is Verdict.DISCREPANT for finding in findings) == wrong


@given(st.integers(min_value=100, max_value=899), st.integers(min_value=1, max_value=50), st.integers(1, 50))
def test_what_is_said_again_agrees_and_a_slip_in_it_does_not(value: int, below: int, above: int) -> None:
    sentence = "The response rate was {:.1f}% (95% CI {:.1f}-{:.1f})."
    said = sentence.format(value / 10, (value - below) / 10, (value + above) / 10)
    assert discrepant(paper(said, said)) == []
    slip = sentence.format((value + 100) / 10, (value - below) / 10, (value + above) / 10)
    assert discrepant(paper(said, slip)) != []


def test_a_hedged_figure_need_not_be_that_of_before() -> None:
    said = "Median survival was {}12.{} months (95% CI 10.2-14.8) with alfa."
    assert discrepant(paper(said.format("", "4"), said.format("", "4"), said.format("", "5")))
    assert not discrepant(paper(said.format("", "4"), said.format("", "4"), said.format("close to ", "5")))


def test_a_small_count_with_little_beside_it_is_no_repeat() -> None:
    said = "Fever fell in {} patients with alfa."
    assert repeats(paper(said.format(40), said.format(40), said.format(42))) == []
