import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import waivers
from checker.cli import main

PAPER = "Of 55 patients, 10 (22%) were at high risk.\n"
WAIVER = """\
waivers:
- check: percent_from_count
  figures: {count: 10, total: 55, percent: 22}
  reason: the authors weighted by centre
"""


@pytest.fixture
def audit(tmp_path):
    def run(paper=PAPER, waived=WAIVER, *options):
        (tmp_path / "paper.txt").write_text(paper)
        (tmp_path / "waivers.yaml").write_text(waived)
        return CliRunner().invoke(
            main, ["audit", str(tmp_path / "paper.txt"), "--waive", str(tmp_path / "waivers.yaml"), *options]
        )

    return run


def test_what_is_waived_is_listed_and_passes(audit):
    result = audit()
    assert result.exit_code == 0
    assert "acknowledged" in result.output


def test_a_waiver_survives_edits_elsewhere(audit):
    assert audit("A new title\n\nA new paragraph.\n\n" + PAPER).exit_code == 0


def test_a_waiver_ends_when_its_figures_change(audit):
    result = audit(PAPER.replace("22%", "23%"))
    assert result.exit_code == 1
    assert (
        "waivers.yaml:2: percent_from_count of count 10, total 55, percent 22 is waived, but no such" in result.stderr
    )


def test_a_waiver_of_what_holds_now_does_not_pass_silently(audit):
    result = audit(PAPER.replace("22%", "18%"), WAIVER.replace("22", "18"))
    assert result.exit_code == 1
    assert "is waived, but they are consistent" in result.stderr


def test_a_waiver_of_another_paper_or_of_a_check_not_run_is_left_alone(audit):
    elsewhere = WAIVER + "  paper: other*.txt\n"
    assert "is waived, but" not in audit(waived=elsewhere).output
    assert audit(waived=elsewhere).exit_code == 1
    assert audit(PAPER, WAIVER, "--only", "count_within_total").exit_code == 0
    assert audit(waived=WAIVER + "  paper: pap?r.txt\n").exit_code == 0


ASKED = """\
document: {title: A trial}
populations: {all: 60}
claims: [{id: fever, kind: proportion, count: 11, of: all, percent: 20}]
"""


@pytest.fixture
def verify(tmp_path):
    def run(*options):
        (tmp_path / "trial.yaml").write_text(ASKED)
        return CliRunner().invoke(main, ["verify", str(tmp_path / "trial.yaml"), *options])

    return run


def test_a_waiver_covers_a_query_and_stays_when_a_discrepancy_becomes_one(verify, tmp_path):
    assert verify().exit_code == 0
    assert verify("--fail-on", "query").exit_code == 1
    (tmp_path / "waivers").write_text(WAIVER.replace("10, total: 55, percent: 22", "11, percent: 20, total: 60"))
    result = verify("--fail-on", "query", "--waive", str(tmp_path / "waivers"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 query (1 acknowledged)" in result.output


def test_drafts_name_queries_too(verify, tmp_path):
    verify("--write-waivers", str(tmp_path / "drafts"))
    assert "count: '11'" in (tmp_path / "drafts").read_text()


def test_the_shape_of_json_stays(audit):
    report = json.loads(audit(PAPER, WAIVER, "--format", "json").stdout)
    assert report["summary"]["discrepant"] == 1


def test_the_reason_reaches_the_reports(audit, tmp_path):
    audit(PAPER, WAIVER, "--html", str(tmp_path / "r.html"), "--markdown", str(tmp_path / "r.md"))
    assert "Accepted: the authors weighted by centre" in (tmp_path / "r.html").read_text()
    assert "Accepted: the authors weighted by centre." in (tmp_path / "r.md").read_text()


def test_drafts_name_every_discrepancy_and_ask_for_a_reason(audit, tmp_path):
    drafts = tmp_path / "drafts.yaml"
    audit(PAPER, "waivers: []\n", "--write-waivers", str(drafts))
    assert "check: percent_from_count" in drafts.read_text()
    with pytest.raises(waivers.WaiverError, match=r"drafts\.yaml:\d+: expected a reason why it is accepted"):
        waivers.read(drafts)
    filled = drafts.read_text().replace("reason: ''", "reason: asked")
    assert audit(PAPER, filled).exit_code == 0


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "nothing in it"),
        ("a: [", 2, "expected YAML"),
        ("claims: []", 1, "expected the key `waivers`"),
        ("waivers: []\nnote: x", 2, "expected only the key `waivers`, not `note`"),
        ("waivers: {}", 1, "expected a list of waivers"),
        ("waivers:\n- x", 2, "expected a waiver with the keys check, figures and reason"),
        (WAIVER + "  until: 2030", 5, "expected one of check, figures, reason, paper, not 'until'"),
        (WAIVER.replace("percent_from_count", "percent_from_cuont"), 2, "did you mean 'percent_from_count'?"),
        (WAIVER.replace("the authors weighted by centre", '" "'), 4, "expected a reason"),
        ("waivers:\n- check: grim\n  reason: x", 2, "expected the key `figures`"),
        (WAIVER.replace("{count: 10, total: 55, percent: 22}", "{}"), 3, "expected figures by name"),
        (WAIVER.replace("percent: 22", "percent: [22]"), 3, "expected figures by name"),
        (WAIVER + WAIVER.partition("\n")[2], 5, "expected each waiver once, but the same is on line 2"),
        ("waivers: &a [*a]", 1, "no anchors"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_error_with_its_line(tmp_path, text, line, expected):
    path = tmp_path / "w.yaml"
    path.write_text(text)
    with pytest.raises(waivers.WaiverError) as caught:
        waivers.read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert expected in str(caught.value)


def test_bytes_that_are_no_text_and_files_that_are_not_there(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_bytes(b"waivers:\n\xff")
    with pytest.raises(waivers.WaiverError, match=":2: expected UTF-8 text"):
        waivers.read(path)
    with pytest.raises(waivers.WaiverError, match="No such file"):
        waivers.read(Path(tmp_path, "nowhere.yaml"))


def test_wrong_waivers_exit_2_before_any_work(audit):
    result = audit(waived="waivers: {}")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
