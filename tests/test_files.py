"""Files are read whole and written whole; what is none is never opened."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import claimfile, files, read, sources, waivers
from checker.cli import main

PROGRAM = "from checker.cli import main; main()"
PAPER = "Of 55 patients, 10 (22%) were at high risk."
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "papers" / "a.txt"
    file.parent.mkdir()
    file.write_text(PAPER)
    return file


def test_reads_no_more_than_asked(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    assert files.content(tmp_path / "a", first=4) == b"0123"
    assert files.content(tmp_path / "a", most=10) == b"0123456789"
    with pytest.raises(files.TooLarge):
        files.content(tmp_path / "a", most=9)
    with pytest.raises(IsADirectoryError):
        files.content(tmp_path)


@needs_pipes
def test_a_pipe_is_never_opened(tmp_path):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    with pytest.raises(waivers.WaiverError, match="not a device or a pipe"):
        waivers.read(pipe)
    with pytest.raises(claimfile.ClaimFileError, match="not a device or a pipe"):
        claimfile.read(pipe)
    paper = claimfile.loads(b"document: {title: A, source: {file: pipe.yaml}}\nclaims: []\n")
    with pytest.raises(sources.SourceError, match="not a device or a pipe"):
        sources.find(paper, tmp_path)
    (unread,) = read.every([tmp_path])
    assert "not a device or a pipe" in str(unread)


@needs_pipes
def test_a_pipe_put_in_the_place_of_a_file_is_not_waited_for(tmp_path, monkeypatch):
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    file.write_bytes(b"x")
    looked_at = file.stat()
    monkeypatch.setattr(os, "stat", lambda path: looked_at)
    with pytest.raises(OSError, match="not a device or a pipe"):
        files.content(pipe)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_never_opened():
    with pytest.raises(waivers.WaiverError, match="not a device"):
        waivers.read("/dev/zero")


@pytest.mark.parametrize("name", ["../secret.txt", "{outside}/secret.txt", "link.txt"])
def test_a_source_outside_the_folder_is_not_read(tmp_path, name):
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Of 55 patients, 10 (22%) were at high risk.")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    content = f"document: {{title: A, source: {{file: {name.format(outside=tmp_path)}}}}}\nclaims: []\n"
    with pytest.raises(sources.SourceError, match="inside the folder"):
        sources.find(claimfile.loads(content.encode()), folder)
    (tmp_path / "claims.yaml").write_text(content)
    result = CliRunner().invoke(main, ["verify", str(tmp_path / "claims.yaml"), "--source", str(folder)])
    assert (result.exit_code, "high risk" in result.output) == (2, False)


def test_a_report_keeps_its_mode_and_its_link(tmp_path):
    (tmp_path / "old.csv").write_bytes(b"old")
    (tmp_path / "old.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("old.csv")
    files.save(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "old.csv").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "old.csv").stat().st_mode) == 0o640
    files.save(tmp_path / "new.csv", b"new")
    (tmp_path / "other.csv").write_bytes(b"other")
    assert (tmp_path / "new.csv").stat().st_mode == (tmp_path / "other.csv").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["link.csv", "new.csv", "old.csv", "other.csv"]


@needs_pipes
def test_what_is_no_file_is_written_to_as_it_is(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    read_back = []
    reader = threading.Thread(target=lambda: read_back.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    files.save(tmp_path / "pipe", b"report")
    reader.join()
    assert read_back == [b"report"]


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_old_report_and_the_findings_on_the_terminal(tmp_path, paper, monkeypatch):
    (tmp_path / "old.csv").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    result = CliRunner().invoke(main, ["audit", str(paper), "--csv", str(tmp_path / "old.csv")])
    assert result.exit_code == 2
    assert "10/55 = 18.2%" in result.stdout
    assert result.stderr == f"{tmp_path / 'old.csv'}: No space left on device\n"
    assert (tmp_path / "old.csv").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["old.csv", "papers"]


def test_a_report_that_cannot_be_written_costs_no_other(tmp_path, paper):
    (tmp_path / "file").write_bytes(b"")
    locked = tmp_path / "file" / "a.html"
    with pytest.raises(OSError, match=r"Not a directory|No such file"):
        files.save(locked, b"x")
    os.mkdir(tmp_path / "late")
    asked = ["audit", str(paper), "--html", str(tmp_path / "late" / "a.html"), "--csv", str(tmp_path / "a.csv")]
    save = files.save

    def failing(path, data):
        if str(path).endswith(".html"):
            full()
        save(path, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "save", failing)
        result = CliRunner().invoke(main, asked)
    assert result.exit_code == 2
    assert (tmp_path / "a.csv").exists()
    assert result.stderr == f"{tmp_path / 'late' / 'a.html'}: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("command", [["audit", "{paper}"], ["checks"]])
def test_standard_output_that_takes_nothing_is_said_in_one_line(paper, command):
    with open("/dev/full", "wb") as nowhere:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *(part.format(paper=paper) for part in command)],
            stdout=nowhere, stderr=subprocess.PIPE, text=True, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "standard output: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="no such signal here")
def test_a_kill_while_writing_leaves_the_old_report(tmp_path):
    (tmp_path / "old.csv").write_bytes(b"old")
    program = (
        "import os, sys, time\nfrom checker import files\n"
        "os.fsync = lambda _: (print('here', flush=True), time.sleep(60))\n"
        "files.save(sys.argv[1], b'new' * 99)\n"
    )
    writing = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "old.csv")], stdout=subprocess.PIPE)
    assert writing.stdout is not None
    with writing:
        assert writing.stdout.readline() == b"here\n"
        writing.send_signal(signal.SIGKILL)
    assert (tmp_path / "old.csv").read_bytes() == b"old"
