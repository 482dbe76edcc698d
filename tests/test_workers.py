"""Papers in processes of their own: the same results in the same order, and one that is lost costs no other."""

import json
import multiprocessing
import os
import signal
import time

import pytest
from click.testing import CliRunner

from checker import auditing, cli, workers
from checker.cli import main
from checker.read import Content, ReadError

GOOD = b"Of 55 patients, 10 (22%) were at high risk."
HEAVY = b"| x | A | B |\n|---|---|---|\n" + b"| death | 1 (3%) | 2 (5%) |\n" * 9_000
resource = pytest.importorskip("resource", reason="no limits of processes here")


@pytest.fixture
def folder(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.txt").write_bytes(GOOD.replace(b"55", b"%d" % (50 + number)))
    (tmp_path / "3.pdf").write_bytes(b"%PDF-1.7 no more")
    (tmp_path / "4.txt").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_results_are_those_of_one_process_in_their_order(folder, jobs):
    expected = list(auditing.audit_paths([folder]))
    assert list(workers.audit(auditing.contents([folder]), jobs=jobs)) == expected
    only = frozenset({"count_within_total"})
    found = list(workers.audit(auditing.contents([folder]), only, jobs))
    assert found == list(auditing.audit_paths([folder], only))


def test_reports_are_the_same_byte_for_byte(folder):
    printed = {
        CliRunner().invoke(main, ["audit", str(folder), "--format", "json", *jobs]).stdout_bytes
        for jobs in ((), ("-j", "1"), ("--jobs", "4"))
    }
    (report,) = printed
    assert len(json.loads(report)["documents"]) == 8


def test_a_paper_that_takes_too_long_is_one_error():
    contents = [Content("a", GOOD), Content("heavy", HEAVY), Content("b", GOOD)]
    start = time.monotonic()
    first, heavy, last = workers.audit(contents, jobs=2, limits=workers.Limits(seconds=1))
    assert time.monotonic() - start < 60
    assert (first.error, last.error) == (None, None)
    assert heavy.error == "heavy: not audited, as it takes more than 1 seconds"


def test_a_process_that_waits_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(workers, "_PATIENCE", 0.05)
    heavy, last = workers.audit(
        [Content("heavy", HEAVY), ReadError("b", "no paper")], jobs=1, limits=workers.Limits(seconds=10)
    )
    assert heavy.error == "heavy: not audited, as it takes more than 10 seconds"
    assert last.error == "b: no paper"


def test_a_paper_that_brings_its_process_down_is_one_error():
    def contents():
        yield Content("heavy", HEAVY)
        for child in multiprocessing.active_children():
            os.kill(child.pid, signal.SIGSEGV)
        yield Content("b", GOOD)

    heavy, last = workers.audit(contents(), jobs=1)
    assert heavy.error == "heavy: not audited, as it brings down the process that reads it (SIGSEGV)"
    assert last.findings


def test_a_paper_that_needs_too_much_memory_is_one_error():
    contents = [Content("a", GOOD), Content("large", b"x " * 300_000_000), Content("b", GOOD)]
    first, large, last = workers.audit(contents, jobs=1, limits=workers.Limits(megabytes=1_000))
    assert (first.error, last.error) == (None, None)
    assert large.error == "large: not audited, as it needs more than 1,000 MB of memory"


def test_nobody_is_left_when_the_results_are_not_wanted(folder):
    found = workers.audit(auditing.contents([folder]), jobs=2)
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


def test_what_is_finished_is_reported_on_ctrl_c(folder, monkeypatch):
    def interrupted(paths, only, jobs):
        yield from auditing.audit_paths([folder / "0.txt"], only)
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_audited", interrupted)
    result = CliRunner().invoke(main, ["audit", str(folder), "--format", "json", "--csv", str(folder / "a.csv")])
    assert result.exit_code == 130
    assert [document["error"] for document in json.loads(result.stdout)["documents"]] == [None]
    assert (folder / "a.csv").exists()
    assert "Interrupted" in result.stderr
