"""Whatever text a paper or a claims file holds, no format lets it be more than text."""

import csv as reader
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker import claimfile, run
from checker.finding import Result
from checker.model import Verdict
from checker.read.text import from_text
from checker.report import Options, csv, github, html, junit, markdown, sarif, table
from checker.report import json as json_report

ALL = Options(verdicts=frozenset(Verdict))
MARKUP = st.sampled_from(
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 1 }}", "{% raw %}", "]]>", "-->", "&lt;", "`",
     '" onload="', "' x='", "**", "[a](javascript:b)", "![a](b)", "\n# ", "\n- ", "\n1. ", "\n\n", "\n    x", "\n---\n",
     "\n===\n", "|", "=1+1", "+1", "-1", "@a", "\t=1", "::error::x", "\n::error::x", "%0A::x", "%25", "\r\n",
     "\x1b[2J", "\u202e", "\x00", "\x07", "\u2028", "http://a.b", "<http://a.b>", "~~~", "$x$", "\\"]
)  # fmt: skip
TEXT = st.lists(st.one_of(MARKUP, st.text(max_size=12)), max_size=8).map("".join)
BASE = claimfile.loads(
    b"document: {title: A}\nclaims: [{id: a, kind: proportion, at: 1, count: 10, total: 55, percent: 22}]\n"
)


def result(text, label, section, note):
    claim = msgspec.structs.replace(BASE.claims[0], label=label, section=section, note=note)
    description = msgspec.structs.replace(BASE.document, title=label or "A")
    paper = msgspec.structs.replace(BASE, claims=(claim,), document=description)
    document = from_text(text, "p.txt")
    return Result(path="p.txt", paper=paper, document=document, findings=tuple(run.verify(paper)))


results = st.builds(result, TEXT, TEXT, TEXT, TEXT)
many = settings(max_examples=60, deadline=None)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "style", "action")]
        assert all(value.startswith("#") for name, value in attrs if name == "href")


@many
@given(results)
def test_html(one):
    tags = Tags(html.write([one], ALL)).found
    assert tags.count("script") == 1
    assert "img" not in tags
    assert set(Tags(one._repr_html_()).found) <= {"div", "p", "b", "i", "ul", "li"}


@many
@given(results)
def test_markdown(one):
    tokens = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown.write([one], ALL))
    )
    kinds = {child.type for token in tokens for child in [token, *(token.children or [])]}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "code_block", "hr"}
    assert not kinds & {"table_open", "blockquote_open", "ordered_list_open", "s_open", "em_open"}


@many
@given(results)
def test_csv(one):
    rows = list(reader.reader(io.StringIO(csv.write([one], ALL))))
    assert {len(row) for row in rows} == {len(csv.COLUMNS)}
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


@many
@given(results)
def test_github(one):
    lines = github.write([one], ALL).split("\n")
    assert len(lines) == len(one.findings)
    assert all(re.fullmatch(r"::(error|notice) file=p\.txt,[^:]+::[^\r\n\x00-\x1f]*", line) for line in lines)


@many
@given(results)
def test_sarif_junit_and_json_are_well_formed(one):
    json.loads(sarif.write([one], ALL))
    json.loads(json_report.write([one], ALL))
    assert {element.tag for element in ElementTree.fromstring(junit.write([one], ALL)).iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "system-out",
    }  # fmt: skip


@many
@given(results)
def test_terminal(one):
    printed = table.write([one], ALL)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
