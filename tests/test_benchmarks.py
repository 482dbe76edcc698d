"""What a change gained and lost, measured on two tiny texts."""

import contextlib
import json
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from fpdf import FPDF

from checker.auditing import audit_document
from checker.model import Verdict
from checker.read import read

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
ABSTRACT = "Fever occurred in 12 of 60 patients (25.0%), and cough in 30 of 60 patients (50.0%)."
PAPER = "# Results\n\nRash occurred in 6 of 40 patients (15.0%).\n\nNausea occurred in 9 of 40 patients (32.5%).\n"


def run(script: str, *arguments: object) -> str:
    """What a benchmark prints."""
    command = [sys.executable, str(BENCHMARKS / script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def saved(folder: Path, name: str, abstract: str, paper: str) -> Path:
    """The verdicts on an abstract and a paper."""
    (folder / "abstracts.jsonl").write_text(json.dumps({"id": "one", "text": abstract}) + "\n")
    (folder / "papers").mkdir(exist_ok=True)
    (folder / "papers" / "two.md").write_text(paper)
    rows = folder / name
    run("verdicts.py", rows, "--abstracts", folder / "abstracts.jsonl", "--papers", folder / "papers", "--jobs", 1)
    return rows


@pytest.fixture
def before(tmp_path):
    return saved(tmp_path, "before.tsv", ABSTRACT, PAPER)


def shares(path):
    """The rows of percentages, without kind, digest and assumption."""
    rows = [line.split("\t") for line in path.read_text().splitlines()]
    return [(row[0], int(row[1]), int(row[2]), row[5], row[6]) for row in rows if row[4] == "percent_from_count"]


def test_a_row_is_where_and_what_but_no_words(before):
    start = PAPER.index("9 of")
    assert shares(before) == [
        ("one", ABSTRACT.index("12"), ABSTRACT.index("),") + 1, "discrepant", "major"),
        ("one", ABSTRACT.index("30"), len(ABSTRACT) - 1, "consistent", ""),
        ("two.md", PAPER.index("6 of"), PAPER.index(").") + 1, "consistent", ""),
        ("two.md", start, PAPER.index(").", start) + 1, "discrepant", "major"),
    ]
    assert "patients" not in before.read_text()


def test_the_same_run_twice_is_the_same_and_gains_nothing(before, tmp_path):
    after = saved(tmp_path, "after.tsv", ABSTRACT, PAPER)
    assert after.read_bytes() == before.read_bytes()
    rows = len(before.read_text().splitlines()) - 1
    assert run("gained_lost.py", before, after).splitlines() == [
        "gained: 0",
        "lost: 0",
        "changed: 0",
        f"kept: {rows}, of them moved 0, reworded where they were 0",
    ]


def test_gained_lost_changed_and_moved(before, tmp_path):
    rows = before.read_text().splitlines()
    head, lost, moved, gained, changed = rows[0], *(row for row in rows if "percent_from_count" in row)
    start = int(moved.split("\t")[1])
    (tmp_path / "before.tsv").write_text("\n".join([head, lost, moved, changed]) + "\n")
    after = [moved.replace(f"\t{start}\t", f"\t{start - 3}\t"), gained, changed.replace("discrepant", "query")]
    (tmp_path / "after.tsv").write_text("\n".join([head, *after]) + "\n")
    flags = [
        {"abstract": "one", "check": "percent_from_count", "start": 20, "end": 25, "message": "", "label": "TRUE"},
        {"paper": "two.md", "check": "percent_from_count", "message": message_of_paper(tmp_path), "label": "TRUE"},
        {"paper": "two.md", "check": "percent_from_count", "message": "another", "label": "FALSE"},
    ]
    (tmp_path / "flags.jsonl").write_text("".join(json.dumps(flag) + "\n" for flag in flags))
    files = tmp_path / "before.tsv", tmp_path / "after.tsv"
    told = run("gained_lost.py", *files, "--labels", tmp_path / "flags.jsonl", "--show", tmp_path / "abstracts.jsonl")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert "gained: 1" in lines
    assert "1 percent_from_count consistent" in lines
    assert "1 percent_from_count discrepant -> query" in lines
    assert "kept: 1, of them moved 1, reworded where they were 0" in lines
    assert "Fever occurred in [[12 of 60 patients (25.0%)]], and cough in 30 of 60 patients (50.0%)." in lines
    assert "lost 2 2 0 0 0" in lines
    assert "flags.jsonl real 2 2 0" in lines
    assert "flags.jsonl misread 1 0 0" in lines
    assert "discrepant findings labelled real that were lost: 2 (1 gone, 1 now query)" in lines


def message_of_paper(folder):
    """What is said of the share that is wrong."""
    found = audit_document(read(folder / "papers" / "two.md")).findings
    [message] = [one.message for one in found if one.verdict is Verdict.DISCREPANT]
    return message


def test_a_crash_and_a_file_that_cannot_be_read_are_one_row_each(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import verdicts
    from material import Text

    def crash(document):
        raise RecursionError("too deep")

    monkeypatch.setattr(verdicts, "audit_document", crash)
    [row] = verdicts.rows(Text("one", tmp_path, ABSTRACT))
    assert (row.document, row.check, row.verdict) == ("one", "RecursionError", "crash")
    [row] = verdicts.rows(Text("none.pdf", tmp_path / "none.pdf"))
    assert (row.document, row.check, row.verdict) == ("none.pdf", "ReadError", "unreadable")


def test_a_killed_process_is_one_row_and_not_the_end(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import verdicts
    from material import Text

    class Pool(contextlib.AbstractContextManager):
        """A process that whatever is done with the text b kills."""

        def __init__(self, jobs):
            assert jobs == 1

        def __exit__(self, *error):
            return None

        def submit(self, do, what):
            answer = Future()
            if "'b'" in repr(what):
                answer.set_exception(BrokenProcessPool())
            else:
                answer.set_result(do(what))
            return answer

    monkeypatch.setattr(verdicts, "ProcessPoolExecutor", Pool)
    texts = [[Text(name, tmp_path, ABSTRACT)] for name in "abc"]
    found = list(verdicts.audited(texts, 1))
    assert [{row.verdict for row in rows} for rows in found] == [
        {"consistent", "discrepant"},
        {"crash"},
        {"consistent", "discrepant"},
    ]


def test_columns_are_answered_as_one_by_one():
    lines = run("granularity_speed.py", "--rows", 2000).splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["grim", "grim_percent", "grimmer", "debit"]
    assert all(line.endswith("the same") for line in lines)


def test_figures_stand_under_their_boxes(tmp_path):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=10)
    pdf.text(20, 30, "Fever occurred in 12 of 60 patients (20.0%), and a cough in 30 of them.")
    pdf.output(str(tmp_path / "paper.pdf"))
    assert run("boxes.py", tmp_path).splitlines()[-1].split() == "4 of 4 figures under their boxes (100.00%)".split()


def test_a_screened_table_and_one_checked_row_by_row_have_the_same_verdicts():
    found = json.loads(run("table_speed.py", "--rows", 3000, "--compared", 3000, "--json"))
    assert [each["identical_verdicts"] for each in found] == [True] * 3
    assert all(each["unmet"] for each in found)


def test_drafts_are_measured_by_what_a_curator_would_type(tmp_path):
    (tmp_path / "paper.md").write_text(PAPER)
    output = run("drafts.py", tmp_path, "--show")
    assert "paper.md" in output
    [row] = [line.split() for line in output.splitlines() if line.startswith("all")]
    assert row[1:3] == ["1", "1"]
    assert row[-2:] == ["1", "0"]
