import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.registry_number import FORMS

CHECK = "registry_number"
SHOULD_PASS = [example for form in FORMS for example in form.examples]
SHOULD_EXPLAIN = [
    "NCT 04424147",
    "nct04424147",
    "ISRCTN 73824458",
    "ChiCTR-1900021412",
    "JapicCTI142458",
    "Chictr1900021412",
]
SHOULD_FLAG = [
    "NCT0442414", "NCT044241470", "NCTO4424147", "ISRCTN7382445", "ChiCTR190002141", "EudraCT 2004-00446-20",
    "ACTRN1260500000162", "UMIN00000001", "DRKS0000001", "CTRI/2010/091/00001", "jRCTs03118022", "KCT00048966",
]  # fmt: skip


def claim(number):
    return f"{{kind: registry, number: '{number}'}}"


@pytest.mark.parametrize("number", SHOULD_PASS)
def test_passes(verdict_of, number):
    assert verdict_of(CHECK, claim(number)) == "consistent"


@pytest.mark.parametrize("number", SHOULD_EXPLAIN)
def test_explains(verdict_of, number):
    assert verdict_of(CHECK, claim(number)) == "explained"


@pytest.mark.parametrize("number", SHOULD_FLAG)
def test_flags(verdict_of, number):
    assert verdict_of(CHECK, claim(number)) == "discrepant"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.registry)
def test_the_data_prove_themselves(form):
    """Every form has examples, which match it and no other registry's form."""
    assert form.examples
    for example in form.examples:
        assert [other.registry for other in FORMS if re.fullmatch(other.pattern, example)] == [form.registry]


@pytest.mark.parametrize("number", ["12345", "ABC-1", ""])
def test_says_what_is_missing(findings_of, number):
    [finding] = findings_of(CHECK, claim(number))
    assert finding.message == "cannot be recomputed without a registry whose format is known"


def test_counts_the_digits(findings_of):
    [finding] = findings_of(CHECK, claim("NCT0442414"))
    assert finding.message == (
        "a ClinicalTrials.gov number is NCT and 8 digits, not NCT0442414; it has 7 digits, NCT04424147 has 8"
    )


@given(st.sampled_from([e for e in SHOULD_PASS if e.startswith(("NCT", "ISRCTN", "UMIN", "DRKS", "KCT"))]), st.data())
def test_a_lost_or_doubled_digit_is_flagged(verdict_of, number, data):
    digits = [i for i, character in enumerate(number) if character.isdecimal()]
    at = data.draw(st.sampled_from(digits))
    for wrong in (number[:at] + number[at + 1 :], number[:at] + number[at] + number[at:]):
        assert verdict_of(CHECK, claim(wrong)) == "discrepant"
