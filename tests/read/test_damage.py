"""Damaged and hostile files: each is read or refused in one sentence; none crashes or hangs.

Longer runs of the same kind, guided by coverage, are made now and then; what they find is kept here.
"""

import contextlib
import io
import random
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import read
from checker.document import Document
from checker.read import ReadError, jats, sniff


def outcome(content: bytes, tools) -> str:
    """Read bytes: their text, or the reason why not."""
    refusal = None
    try:
        document = read.from_bytes(content, "file")
    except ReadError as error:
        refusal = error
    if refusal is not None:
        assert "\n" not in str(refusal)
        assert len(str(refusal)) < 400
        return refusal.reason
    assert isinstance(document, Document)
    tools.check_contract(document)
    return document.text


def damaged(content: bytes, seed: int) -> bytes:
    """The content with a few bytes changed, left out, doubled or cut off."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed))
        size = chance.choice((1, 2, 8, 60))
        what = chance.randrange(5)
        if what == 0:
            changed[at : at + size] = chance.randbytes(size)
        elif what == 1:
            del changed[at : at + size]
        elif what == 2:
            changed[at:at] = changed[at : at + size] * chance.choice((1, 3, 40))
        elif what == 3:
            other = chance.randrange(len(changed))
            changed[at : at + size] = changed[other : other + size]
        elif chance.random() < 0.1:
            del changed[at:]
        if not changed:
            changed = bytearray(b"x")
    return bytes(changed)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_markup(seed, html_bytes, jats_bytes, tools):
    outcome(damaged(html_bytes, seed), tools)
    outcome(damaged(jats_bytes, seed), tools)


@pytest.mark.parametrize("seed", range(25))
def test_damaged_packages(seed, docx_bytes, tools):
    outcome(damaged(docx_bytes, seed), tools)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member, damaged(content, seed) if member.filename.endswith("document.xml") else content)
    outcome(out.getvalue(), tools)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes(tools, content):
    outcome(content, tools)


_MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <sup> </sup> <table> </table> <tr> <td> <td_rowspan=3> <td_colspan=9> <th> </tr> <b> <div> </div> "
        "<ol_class=references> <li> <h1> <h2> <caption> <figcaption> <section> <a_href=#ref-1> <math> <msup> <br> "
        "12 (20%) Table_1. References 10 -4 &nbsp; &bogus; <!-- --> <script> </script>".split()
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_MARKUP)
def test_any_markup(tools, pieces):
    body = " ".join(pieces).replace("_", " ")
    outcome(f"<html><body>{body}".encode(), tools)


_ELEMENTS = [
    *"sec title p sup sub table-wrap table tr td label caption fig list list-item ref-list ref fn boxed-text".split(),
    *"disp-formula alternatives tex-math fn-group def-list def-item term def break".split(),
    'xref ref-type="bibr"',
    'td rowspan="3"',
    'td colspan="0"',
]
_JATS = st.recursive(
    st.sampled_from(["12 of 40", "", "p = 10", "&lt;", "References", "Table 1. Deaths"]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name.split()[0]}>",
        st.sampled_from(_ELEMENTS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_JATS, _JATS)
def test_any_jats(tools, body, back):
    content = f"<?xml version='1.0'?><article><front/><body>{body}</body><back>{back}</back></article>"
    tools.check_contract(jats.from_bytes(content.encode(), "file"))


@pytest.mark.parametrize(
    "unit",
    [
        b"9",
        b"(",
        b"<",
        b"1/",
        b"[1,",
        b"&a",
        b"<p",
        b"</",
        b"| 1 ",
        b"\t1",
        b"# a\n",
        b"<!--",
        b"\xc2\xa0",
        b"\n",
        b"* ",
    ],
)
def test_time_is_linear_in_hostile_text(unit):
    content = unit * (300_000 // len(unit))
    start = time.process_time()
    with contextlib.suppress(ReadError):
        sniff.sniff(content, "file")
    assert time.process_time() - start < 2
