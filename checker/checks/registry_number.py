"""A trial registration number against the format of its registry.

What it checks
--------------
``NCT04424147``: a registry's numbers have a fixed form, so that a digit lost or doubled shows.

Example
-------
>>> from checker.examples import example
>>> example("registry_number", "{kind: registry, number: NCT04424147}")
consistent: a ClinicalTrials.gov number is NCT04424147, as printed
>>> example("registry_number", "{kind: registry, number: NCT0442414}")
discrepant (major): a ClinicalTrials.gov number is NCT and 8 digits, not NCT0442414; it has 7 digits, NCT04424147 has 8
>>> example("registry_number", "{kind: registry, number: NCT 04424147}")
explained: a ClinicalTrials.gov number is NCT 04424147; printed NCT 04424147 holds only for the ClinicalTrials.gov \
number written with other spaces, signs or case

Assumptions tried
-----------------
The form that the registry prints. Less ordinary: the same with spaces, hyphens or another case.

Limits
------
A number of the right form may be that of another trial, or of none: only the registry can tell. The last two digits
of a EudraCT number are check digits, by a rule that is not known here. Where a registry has numbers of several
lengths (PACTR, IRCT, ReBec, NTR), a lost digit may go unseen.

References
----------
World Health Organization. International Clinical Trials Registry Platform: primary registries. The R package
ctregistries (github.com/maia-sh/ctregistries), which has patterns of their numbers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.kinds import Registry
from checker.model import Candidate, Recomputation, Wording
from checker.paper import Paper

KINDS = (Registry,)


class Form(NamedTuple):
    """The numbers of one registry: how they begin, what they are, in words and as a pattern, and examples."""

    registry: str
    prefix: str
    pattern: str
    words: str
    examples: tuple[str, ...]


FORMS = (
    Form("ClinicalTrials.gov", "NCT", r"NCT\d{8}", "NCT and 8 digits", ("NCT04424147", "NCT00000620")),
    Form("ISRCTN", "ISRCTN", r"ISRCTN\d{8}", "ISRCTN and 8 digits", ("ISRCTN73824458", "ISRCTN83738615")),
    Form("ChiCTR", "CHICTR", r"ChiCTR\d{10}|ChiCTR-[A-Z]{2,5}-\d{8}", "ChiCTR and 10 digits, or ChiCTR-TRC and 8",
         ("ChiCTR1900021412", "ChiCTR2000029308", "ChiCTR-TRC-12002345", "ChiCTR-TTRCC-14004829")),
    Form("EudraCT", "EUDRACT", r"(EudraCT )?20\d\d-0\d{5}-\d{2}", "a year, 6 digits and 2 digits, with hyphens",
         ("2004-000446-20", "EudraCT 2015-002726-39")),
    Form("EU Clinical Trials Register", "EUCTR", r"EUCTR20\d\d-0\d{5}-\d{2}(-[A-Z]{2})?",
         "EUCTR and a EudraCT number", ("EUCTR2015-003324-32",)),
    Form("CTIS", "EUCT", r"(EU CT |CTIS)?20\d\d-5\d{5}-\d{2}(-\d{2})?", "a year, 6 digits and twice 2 digits",
         ("2022-500024-30-00", "EU CT 2022-501417-31-01", "CTIS2022-500024-30-00", "2022-500024-30")),
    Form("ANZCTR", "ACTRN", r"ACTRN0?126\d{11}", "ACTRN126 and 11 digits",
         ("ACTRN12605000001628", "ACTRN012606000098538")),
    Form("UMIN-CTR", "UMIN", r"UMIN\d{9}", "UMIN and 9 digits", ("UMIN000000001", "UMIN000012345")),
    Form("jRCT", "JRCT", r"jRCT[\da-cs]\d{9}", "jRCT and 10 digits, or jRCTs and 9",
         ("jRCT2031200123", "jRCTs031180226", "jRCT1080224567")),
    Form("JapicCTI", "JAPICCTI", r"JapicCTI-\d{6}", "JapicCTI- and 6 digits", ("JapicCTI-142458",)),
    Form("DRKS", "DRKS", r"DRKS\d{8}", "DRKS and 8 digits", ("DRKS00000001", "DRKS00021220")),
    Form("CTRI", "CTRI", r"CTRI/20\d\d/\d{2,3}/\d{6}", "CTRI, a year, 2 or 3 digits and 6 digits, with slashes",
         ("CTRI/2010/091/000001", "CTRI/2020/04/024479")),
    Form("NTR", "NTR", r"NTR\d{1,5}", "NTR and up to 5 digits", ("NTR1", "NTR6401")),
    Form("Netherlands Trial Register", "NL", r"NL\d{1,5}", "NL and up to 5 digits", ("NL8547",)),
    Form("OMON", "NLOMON", r"NL-OMON\d{5}", "NL-OMON and 5 digits", ("NL-OMON55123",)),
    Form("PACTR", "PACTR", r"PACTR20\d{13,14}", "PACTR and 15 or 16 digits",
         ("PACTR201105000291301", "PACTR202004801273802", "PACTR2010030001971409")),
    Form("IRCT", "IRCT", r"IRCT\d{11,14}N\d{1,3}", "IRCT, 11 to 14 digits, N and up to 3 digits",
         ("IRCT20080901001165N1", "IRCT138706041143N1")),
    Form("CRIS", "KCT", r"KCT\d{7}", "KCT and 7 digits", ("KCT0000001", "KCT0004896")),
    Form("TCTR", "TCTR", r"TCTR20\d{9}", "TCTR and 11 digits", ("TCTR20200404004",)),
    Form("ReBec", "RBR", r"RBR-[0-9a-z]{6,8}", "RBR- and 6 to 8 letters or digits", ("RBR-3cprrb", "RBR-69zdgn4")),
    Form("SLCTR", "SLCTR", r"SLCTR/20\d\d/\d{3}", "SLCTR, a year and 3 digits, with slashes", ("SLCTR/2008/003",)),
    Form("LBCTR", "LBCTR", r"LBCTR20\d{8}", "LBCTR and 10 digits", ("LBCTR2019070214",)),
    Form("REPEC", "PER", r"PER-\d{3}-\d{2}", "PER-, 3 digits, a hyphen and 2 digits", ("PER-008-14",)),
    Form("RPCEC", "RPCEC", r"RPCEC\d{8}", "RPCEC and 8 digits", ("RPCEC00000307",)),
    Form("PROSPERO", "CRD", r"CRD42\d{9,10}", "CRD42 and 9 or 10 digits", ("CRD42012002345", "CRD42020178419")),
    Form("WHO UTN", "U1111", r"U1111-\d{4}-\d{4}", "U1111 and twice 4 digits, with hyphens", ("U1111-1121-7401",)),
)  # fmt: skip

_SEPARATORS = re.compile(r"[\s:/_.\u2010-\u2015\u2212-]+")


def recompute(claim: Registry, paper: Paper) -> Iterator[Recomputation]:
    """The number as its registry prints it, or else the form that it lacks."""
    number = " ".join(claim.number.split())
    form = _form(number)
    printed = Wording(number)
    if form is None:
        yield Recomputation(fields=("number",), targets=(printed,), missing="a registry whose format is known")
        return
    if re.fullmatch(form.pattern, number):
        candidate = Candidate((printed,), f"{form.registry} format", f"a {form.registry} number")
    elif _is_variant(form, number):
        name = f"the {form.registry} number written with other spaces, signs or case"
        candidate = Candidate((printed,), name, f"a {form.registry} number", ordinary=False)
    else:
        candidate = Candidate((Wording(form.words),), f"{form.registry} format", f"a {form.registry} number")
    yield Recomputation(
        fields=("number",), targets=(printed,), candidates=(candidate,), hint=lambda: _hint(form, number)
    )


def _form(number: str) -> Form | None:
    """The registry whose numbers begin so, or have that form; the longest beginning wins."""
    matching = [form for form in FORMS if re.fullmatch(form.pattern, number)]
    if matching:
        return matching[0]
    plain = _SEPARATORS.sub("", number).upper()
    begun = [form for form in FORMS if plain.startswith(form.prefix)]
    return max(begun, key=lambda form: len(form.prefix), default=None)


def _is_variant(form: Form, number: str) -> bool:
    """Whether the number has the form but for case, and for which signs stand between its parts, if any do."""
    between = len(_SEPARATORS.findall(number))
    # Signs in their places keep the parts apart; left out everywhere, two parts may be read as one.
    sign = "-" if any(between == len(_SEPARATORS.findall(example)) for example in form.examples) else ""
    pattern = re.sub(r"[-/ ](?![^\[]*\])", sign, form.pattern)
    return re.fullmatch(pattern, _SEPARATORS.sub(sign, number), re.IGNORECASE) is not None


def _hint(form: Form, number: str) -> str:
    wanted = sum(character.isdecimal() for character in form.examples[0])
    given = sum(character.isdecimal() for character in number)
    return "" if wanted == given else f"it has {given} digits, {form.examples[0]} has {wanted}"
