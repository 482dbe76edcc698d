"""Numbers that no computer reckons with: no text and no claims file with them brings the program down."""

import itertools
import random

import pytest

from checker import claimfile, run
from checker.api import audit, extract
from checker.finding import Finding
from checker.model import Reported, Verdict
from checker.report import Options, table

NUMBERS = (
    "1e308", "1e309", "1e-400", "7/1e38", "10^400", "9" * 60, "9" * 400, "1" + "0" * 330, "0." + "0" * 330 + "1",
    "1×10^-400", "1,000,000,000,000,000,000,000", "99999999999999", "1e15", "1e-280", "0e-400", "−1e309", "1e400%",
    "1e300 million", "5e-324", "1e-280", "1e-304", "1.5e-304", "1e-5", "8", "0", "0.03", "40", "1,000,000",
)  # fmt: skip
TEXTS = (
    "{} of {} ({}%) died.", "Of 40 patients, 8 ({}%) died.", "HR {} (95% CI {} to {}), p = {}.",
    "{}/{} vs {}/{} (p = {}, Fisher exact).", "Of {} patients, {}% died.",
    "{}/{} vs {}/{} (odds ratio {}, 95% CI {} to {}).", "mean {} (SD {}) vs {} (SD {}), n = {} and {}, p = {}.",
    "t({}) = {}, p = {}.", "F({}, {}) = {}, p = {}.", "r = {}, n = {}, p = {}.", "χ²({}, N = {}) = {}, p = {}.",
    "{} events in {} person-years ({} per {} person-years, 95% CI {} to {}).",
    "median {} (range {}-{}) in {} patients.",
    "{} patients were randomised: {} to A, {} to B and {} to C.", "sensitivity {}% ({}/{}; 95% CI {}-{}).",
    "Age | {} | {} | {}\n|---|---|---|\n| a | {} ({}%) | {} ({}) |", "kappa = {} (95% CI {}-{})",
    "1-year survival was {}% (95% CI {} to {}) among {} patients", "SMR {} (observed {}, expected {})",
)  # fmt: skip
CLAIMS = """\
document: {{title: A}}
claims:
- {{id: a, kind: proportion, count: {0}, total: {1}, percent: {2}}}
- {{id: b, kind: effect, measure: hazard ratio, estimate: {2}, ci: [{1}, {0}], p: {2}}}
"""


def verified(text: str) -> list[Finding]:
    return [*audit(text).findings, *run.verify(claimfile.loads(extract(text).to_yaml().encode()))]


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_brings_it_down(text):
    chance = random.Random(text)
    for _ in range(12):
        result = audit(text.format(*chance.choices(NUMBERS, k=text.count("{}"))))
        assert result.error is None

        table.write([result], Options(verdicts=frozenset(Verdict)))


@pytest.mark.parametrize("numbers", [*itertools.permutations(("1e308", "8", "1e309", "7"), 3)])
def test_no_claims_file_brings_it_down(numbers):
    content = CLAIMS.format(*numbers).encode()
    if any("e" in number for number in numbers):
        with pytest.raises(claimfile.ClaimFileError, match="below 1e15"):
            claimfile.loads(content)
    else:
        run.verify(claimfile.loads(content))


@pytest.mark.parametrize("count", ["99999999999999", "123456789012345"])
def test_huge_totals_and_reversed_limits(count):
    text = f"The risk was {count[:-2]}/{count} (10%, 95% CI 12% to 8%) and {count[:-1]} of {count} (95% CI 9.1 to 8.0)."
    assert verified(text)


@pytest.mark.parametrize("literal", ["1e308", "1e15", "10^400", "1e-306", "0e-400", "9" * 50])
def test_what_is_no_figure_is_refused(literal):
    with pytest.raises(ValueError, match=r"below 1e15 with its last digit above 1e-305|printed number"):
        Reported(literal)


def test_very_small_p_values_are_figures():
    assert Reported("<1e-250").value == 1e-250


def test_any_estimate_can_be_written_as_a_claims_file():
    assert "measure: estimate" in extract("The kappa was 0.40 (95% CI 0.30 to 0.50) in 40 patients.").to_yaml()
