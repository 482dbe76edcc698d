import json
import resource
import time

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import claimfile
from checker.claimfile import ClaimFileError, loads
from checker.claimtext import dumps
from checker.paper import Paper

GOOD = """\
document:
  title: A trial
  source: {file: a.txt, sha256: abc}
populations: {randomised: 55, CAV: {size: 30, within: randomised, at: 7:90-91}}
claims:
  - id: high-risk
    kind: proportion
    at: [7:1-3, 8]
    count: 10
    of: randomised
    percent: 22.0
    expect: discrepant
    note: the arms' 43.3% and 20% make 18
  - {id: arms, kind: partition, whole: 55, parts: [{count: 30, name: CAV}, {count: 25}]}
  - {id: age, kind: summary, statistic: median, value: 5, range: [1, 9.0]}
"""

BROKEN = {
    "unknown key": ("percent: 22.0", "precent: 22.0", 11, "did you mean 'percent'?"),
    "bad number": ("22.0", "twenty-two-ish", 11, "expected a printed number"),
    "unknown kind": ("kind: proportion", "kind: proprtion", 7, "did you mean 'proportion'?"),
    "unknown population": ("of: randomised\n", "of: randomized\n", 10, "did you mean 'randomised'?"),
    "unknown parent": ("within: randomised", "within: all", 4, "expected a population"),
    "population within itself": ("within: randomised", "within: CAV", 4, "circle"),
    "duplicate id": ("id: arms", "id: high-risk", 14, "also on line 6"),
    "unknown key of a part": ("{count: 25}", "{cuont: 25}", 14, "did you mean 'count'?"),
    "three ends of a range": ("[1, 9.0]", "[1, 9.0, 3]", 15, "length 2"),
    "half a person": ("count: 10\n", "count: 10.5\n", 9, "whole number"),
    "place": ("7:90-91", "7:91-90", 4, "such as 7"),
    "key twice": ("    count: 10\n", "    count: 10\n    count: 11\n", 10, "there twice"),
    "name of a population": ("CAV:", "'C V':", 4, "matching"),
    "two documents": ("claims:", "---\nclaims:", 5, "one YAML document"),
    "unclosed bracket": ("[7:1-3, 8]", "[7:1-3, 8", 9, "expected YAML"),
    "anchor": ("title: A trial", "title: &t A trial", 2, "no anchors"),
    "tag": ("title: A trial", "title: !!python/name:os A trial", 2, "no anchors, aliases or tags"),
    "expectation": ("expect: discrepant", "expect: wrong", 12, "wrong"),
}


def test_reads_what_is_written():
    paper = loads(GOOD.encode())
    assert paper.populations["CAV"].within == "randomised"
    assert [claim.id for claim in paper.all_claims()] == ["population-CAV", "high-risk", "arms", "age"]
    assert str(paper.claims[0].percent) == "22.0"
    assert [str(place) for place in paper.claims[0].at] == ["7:1-3", "8"]


@pytest.mark.parametrize("problem", BROKEN)
def test_says_what_was_expected_and_where(problem):
    good, bad, line, expected = BROKEN[problem]
    assert good in GOOD
    with pytest.raises(ClaimFileError) as caught:
        loads(GOOD.replace(good, bad, 1).encode(), "claims.yaml")
    assert expected in str(caught.value)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"# a comment\n",
        b"- a list",
        b"just text",
        b"\xff\xfe\x00",
        b"\x00\x01\x02",
        bytes(range(256)) * 400,
        b"a: &x [1]\nb: *x",
        b"a: &x [*x]",
        b"[" * 50_000,
        b"{a: " * 50_000,
        b"a: [b\n",
        b"document: {title: x}\npopulations: [1]",
        b"document: {title: x}\nclaims: {}",
        b"document: {title: x}\nclaims: [1]",
        b"document: {title: x}\nclaims: [{kind: proportion}]",
        b"document: x",
    ],
)
def test_refuses_anything_else_in_one_line(content):
    with pytest.raises(ClaimFileError) as caught:
        loads(content)
    assert "\n" not in str(caught.value)


def test_a_bomb_of_aliases_unfolds_to_nothing():
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ClaimFileError, match="no anchors"):
        loads("\n".join(["a0: &a0 [x, x]", *levels]).encode())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_a_huge_file_is_refused_unread(tmp_path):
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    started = time.perf_counter()
    with pytest.raises(ClaimFileError, match="at most"):
        claimfile.read(huge)
    assert time.perf_counter() - started < 1


def test_missing_files_and_empty_folders(tmp_path):
    with pytest.raises(ClaimFileError, match="No such file"):
        claimfile.read(tmp_path / "none.yaml")
    with pytest.raises(ClaimFileError, match="expected claims files"):
        claimfile.read(tmp_path)


def test_finds_claims_files_in_folders(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.yaml", "deep/a.yml", "readme.txt"):
        (tmp_path / name).write_text(GOOD)
    assert [path.name for path in claimfile.find([tmp_path])] == ["b.yaml", "a.yml"]
    assert list(claimfile.find([tmp_path / "b.yaml"])) == [tmp_path / "b.yaml"]


def test_writes_what_it_reads():
    paper = loads(GOOD.encode())
    assert loads(dumps(paper).encode()) == paper


@given(st.text(max_size=40), st.decimals(0, 100, places=2))
def test_any_note_and_number_survives_writing(note, percent):
    paper = loads(GOOD.encode())
    claim = type(paper.claims[0])(id="x", note=note, percent=type(paper.claims[0].percent)(str(percent)))
    changed = Paper(document=paper.document, claims=(claim,))
    assert loads(dumps(changed).encode()) == changed


def test_the_schema_accepts_good_files_and_refuses_unknown_keys():
    import yaml

    schema = json.loads(json.dumps(claimfile.schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(yaml.load(GOOD, yaml.BaseLoader))) == []
    assert list(validator.iter_errors(yaml.load(GOOD.replace("percent:", "precent:"), yaml.BaseLoader)))


def test_a_count_beyond_all_numbers_is_an_error_with_its_line():
    text = b"document: {title: A}\nclaims:\n- {id: a, kind: proportion, count: 1e400, total: 55}\n"
    with pytest.raises(claimfile.ClaimFileError, match=r"3: .*below 1e15"):
        claimfile.loads(text)
