import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.registry_number import FORMS

CHECK = "registry_number"
NUMBERS = [example for form in FORMS for example in form.examples]


def claim(number):
    return f"{{kind: registry, number: '{number}'}}"


SHOULD_PASS = [claim(number) for number in (*NUMBERS, "EUCTR2015-003324-32-GB")]
SHOULD_EXPLAIN = [
    claim("NCT 04424147"),
    claim("nct04424147"),
    claim("ISRCTN 73824458"),
    claim("ChiCTR-1900021412"),
    claim("JapicCTI142458"),
    claim("Chictr1900021412"),
    claim("EUCTR 2015-003324-32"),
    claim("EUCTR 2015-003324-32-GB"),
    claim("NL 8547"),
]
SHOULD_FLAG = [
    claim("NCT0442414"),
    claim("NCT044241470"),
    claim("NCTO4424147"),
    claim("ISRCTN7382445"),
    claim("ChiCTR190002141"),
    claim("EudraCT 2004-00446-20"),
    claim("ACTRN1260500000162"),
    claim("UMIN00000001"),
    claim("DRKS0000001"),
    claim("CTRI/2010/091/00001"),
    claim("jRCTs03118022"),
    claim("KCT00048966"),
    claim("ChiCTR-TTRCC-1400482"),
    claim("EUCTR2015-03324-32"),
    claim("EU CT 2022-50024-30-00"),
    claim("jRCTs0311802266"),
    claim("jRCT20312001233"),
    claim("NL-OMON5512"),
    claim("PACTR20110500029130"),
    claim("IRCT1387060411N1"),
    claim("RBR-3cprr"),
]
MISSING = {claim(number): "a registry whose format is known" for number in ("12345", "ABC-1", "")}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.registry)
def test_the_data_prove_themselves(form):
    """Every form has examples, which match it and no other registry's form."""
    assert form.examples
    for example in form.examples:
        assert [other.registry for other in FORMS if re.fullmatch(other.pattern, example)] == [form.registry]


def test_counts_the_digits(findings_of):
    [finding] = findings_of(CHECK, claim("NCT0442414"))
    assert finding.message == (
        "a ClinicalTrials.gov number is NCT and 8 digits, not NCT0442414; it has 7 digits, NCT04424147 has 8"
    )


@given(st.sampled_from([e for e in NUMBERS if e.startswith(("NCT", "ISRCTN", "UMIN", "DRKS", "KCT"))]), st.data())
def test_a_lost_or_doubled_digit_is_flagged(verdict_of, number, data):
    digits = [i for i, character in enumerate(number) if character.isdecimal()]
    at = data.draw(st.sampled_from(digits))
    for wrong in (number[:at] + number[at + 1 :], number[:at] + number[at] + number[at:]):
        assert verdict_of(CHECK, claim(wrong)) == "discrepant"
