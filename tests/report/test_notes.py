"""What was assumed in reading, and what is only counted, in every report that people read."""

import json

import msgspec
import pytest

from checker.report import Options, html, markdown, table
from checker.report import json as json_report


@pytest.fixture
def noted(hostile):
    return msgspec.structs.replace(hostile, notes=("not mapped: =dose <b>",), held=1200)


def test_they_are_said(noted, everything):
    assert "- not mapped: =dose <b>" in table.write([noted], everything)
    assert "1200 further checks held." in markdown.write([noted], everything)
    assert "not mapped: =dose \\<b\\>" in markdown.write([noted], everything)
    page = html.write([noted], everything)
    assert "not mapped: =dose &lt;b&gt;" in page
    assert "1200 further checks held, and are not listed." in page
    assert "<b>1200</b> further checks held" in noted._repr_html_()
    [document] = json.loads(json_report.write([noted], everything))["documents"]
    assert (document["notes"], document["held"]) == (["not mapped: =dose <b>"], 1200)


def test_what_is_only_counted_is_among_what_held(noted):
    before, after = (table.write([each], Options(verdicts=frozenset())) for each in (
        msgspec.structs.replace(noted, held=0), noted,
    ))  # fmt: skip
    held = [int(text.rpartition(" held")[0].rpartition(" ")[2]) for text in (before, after)]
    assert held[1] - held[0] == 1200
