"""The commands and their exit codes.

0: nothing discrepant; 1: something discrepant (``--fail-on`` chooses what counts); 2: wrong usage or unreadable input.
"""

import contextlib
import errno
import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.calculators.frame.commands import Commands
from checker.claimfile import ClaimFileError
from checker.finding import FailOn, Result
from checker.model import Verdict
from checker.spelling import unknown
from checker.version import __version__

if TYPE_CHECKING:
    from checker.report.output import Asked

    _Type = click.ParamType[frozenset[str]]
else:
    _Type = click.ParamType  # generic since click 8.4 only

FORMATS = ("table", "json", "csv", "markdown", "github")
FILES = {
    "html": "Write a page to read in a browser.",
    "markdown": "Write paragraphs to paste in a review.",
    "csv": "Write a table for a spreadsheet.",
    "sarif": "Write SARIF, for code hosts and editors.",
    "junit": "Write JUnit XML, for continuous integration.",
}
_NARROWEST, _WIDEST = 60, 120
# What shells say of a program that Ctrl-C has ended.
_INTERRUPTED = 130


class _Names(_Type):
    """A comma-separated list of known names; ``chosen`` tells them from others."""

    name = "names"

    def __init__(self, chosen: Callable[[Iterable[str]], frozenset[str]]) -> None:
        self.chosen = chosen

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        if isinstance(value, frozenset):
            return value
        try:
            return self.chosen(name.strip() for name in str(value).split(",") if name.strip())
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _checks(names: Iterable[str]) -> frozenset[str]:
    from checker import checks

    return checks.chosen(names)


def _verdicts(names: Iterable[str]) -> frozenset[str]:
    chosen = frozenset(names)
    for name in sorted(chosen - set(Verdict)):
        raise ValueError(unknown(name, Verdict))
    return chosen


def _reporting(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reports findings, handed to it as one ``asked``."""

    @functools.wraps(command)
    def reporting(
        *,
        paths: tuple[str, ...],
        format_: str,
        only: frozenset[str],
        verdicts: frozenset[str],
        everything: bool,
        waive: str | None,
        drafts: str | None,
        fail_on: str,
        debug: bool,
        **others: Any,
    ) -> None:
        from checker import waivers
        from checker.report.output import Asked

        try:
            accepted = waivers.read(waive) if waive is not None else ()
        except waivers.WaiverError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
        files = {name: path for name in FILES if (path := others.pop(f"{name}_file")) is not None}
        asked = Asked(
            format=format_, only=only, verdicts=frozenset(map(Verdict, verdicts)), everything=everything,
            files=files, waivers=accepted, waivers_path=waive, drafts=drafts, fail_on=FailOn(fail_on),
            debug=debug, annotated=others.pop("annotated", None),
        )  # fmt: skip
        if problem := asked.misplaced([path for path in (*paths, waive, others.get("source")) if path is not None]):
            raise click.UsageError(problem)
        command(paths=paths, asked=asked, **others)

    file = click.Path(dir_okay=False, writable=True)
    options = (
        click.option("--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print findings."),
        click.option("--only", type=_Names(_checks), default=frozenset(), help="Run these checks only."),
        click.option("--verdict", "verdicts", type=_Names(_verdicts), default=frozenset(), help="List these verdicts."),
        click.option("--all", "everything", is_flag=True, help="List also what held."),
        *(click.option(f"--{name}", f"{name}_file", type=file, help=said) for name, said in FILES.items()),
        click.option("--waive", type=click.Path(dir_okay=False), help="Accept the findings that this file names."),
        click.option(
            "--write-waivers", "drafts", type=file, help="Draft such a file from what is discrepant or a query."
        ),
        click.option(
            "--fail-on",
            type=click.Choice([choice.value for choice in FailOn]),
            default=FailOn.DISCREPANT.value,
            show_default=True,
            help="What makes the exit code 1; query: what is discrepant too; decision: whatever changes a conclusion.",
        ),
        click.option("--debug", is_flag=True, help="Where checker itself fails at a paper, show the traceback."),
    )
    for option in reversed(options):
        reporting = option(reporting)
    return reporting


class _Group(click.Group):
    """The commands; where standard output takes no more, that is said in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is not None:
                raise
            # What is left in its buffer cannot be written at the end either.
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"standard output: {error.strerror or error}", err=True)
            sys.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """Recompute the figures a paper prints from the other figures it prints, and show which cannot agree.

    Exit codes: 0 nothing discrepant, 1 something discrepant (--fail-on chooses what counts), 2 wrong usage or
    unreadable input.
    """


@main.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--bundled", is_flag=True, help="Verify the claims files that come with checker.")
@click.option("--source", type=click.Path(exists=True, file_okay=False), help="Folder of the papers' texts, to quote.")
@_reporting
def verify(
    paths: tuple[str, ...],
    bundled: bool,
    source: str | None,
    asked: "Asked",
) -> None:
    """Recompute every claim of claims files (or folders of them).

    A discrepancy that the file acknowledges (expect: discrepant) does not fail the run; one that turns out
    to hold does.
    """
    from checker import bundle, claimfile
    from checker.auditing import verify_file

    if bundled:
        paths = (*paths, str(bundle.folder()))
    if not paths:
        raise click.UsageError("Name a claims file or folder, or --bundled.")
    folder = Path(source) if source is not None else None
    results = [verify_file(path, folder, asked.only) for path in claimfile.find(paths)]
    failed = [result for result in results if not asked.only and _stale(result)]
    sys.exit(_report(results, asked) or int(bool(failed) and asked.fail_on is not FailOn.NEVER))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--source", type=click.Path(exists=True, file_okay=False), required=True, help="Folder of the papers' texts."
)
def coverage(paths: tuple[str, ...], source: str) -> None:
    """Show which numbers of a paper its claims file binds, and list those it does not."""
    from checker import claimfile, sources
    from checker.coverage import cover

    complete = readable = True
    for path in claimfile.find(paths):
        try:
            paper = claimfile.read(path)
            covered = cover(paper, sources.find(paper, Path(source)))
        except (ClaimFileError, sources.SourceError) as error:
            click.echo(str(error), err=True)
            readable = False
            continue
        click.echo(covered.text(str(path)))
        complete &= covered.complete
    sys.exit(2 if not readable else int(not complete))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--annotate", "annotated", type=click.Path(dir_okay=False, writable=True),
    help="Write the paper itself (PDF or DOCX) with a comment at the figures of each finding.",
)  # fmt: skip
@click.option("--trace", "about", metavar="TEXT", help="Show how sentences with this text were read, or this sentence.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help="Audit so many papers of a folder or archive at a time (all cores)."
)
@_reporting
def audit(paths: tuple[str, ...], about: str | None, jobs: int | None, asked: "Asked") -> None:
    """Find the claims of papers and recompute them.

    PATHS are papers (PDF, DOCX, HTML, JATS or TEI XML, Markdown, plain text), folders or ZIP archives of them, or -
    for standard input. With --trace TEXT and no PATHS, the text itself is read.
    """
    from checker import annotate

    if asked.annotated is not None and (problem := annotate.misplaced(paths, asked.annotated)):
        raise click.UsageError(f"--annotate: {problem}")
    if about is not None:
        from checker.auditing import trace_paths

        for line in trace_paths(paths, about):
            click.echo(line)
        return
    if not paths:
        raise click.UsageError("Name a paper, a folder or archive of papers, or - for standard input.")
    # One by one, so that what is finished when Ctrl-C comes is reported.
    results: list[Result] = []
    interrupted = False
    try:
        for result in _audited(paths, asked.only, jobs):
            results.append(result)  # noqa: PERF402
    except KeyboardInterrupt:
        click.echo("Interrupted: what follows is of the papers finished until then.", err=True)
        interrupted = True
    code = _report(results, asked)
    sys.exit(_INTERRUPTED if interrupted else code)


@main.command("table")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--mapping", type=click.Path(exists=True, dir_okay=False), help="What the columns are, in YAML.")
@click.option("--mapping-draft", is_flag=True, help="Print the mapping that the headings suggest, and check nothing.")
@click.option("--sheet", help="The sheet of a workbook; all that have entries unless named.")
@click.option("--decimal", type=click.Choice([".", ","]), help="The decimal mark of CSV; found out unless named.")
@click.option("--delimiter", help="The delimiter of CSV; found out unless named.")
@click.option("--encoding", help="The encoding of CSV; found out unless named.")
@click.option("--out", type=click.Path(dir_okay=False, writable=True), help="Write the table, marked: .xlsx or .csv.")
@_reporting
def check_table(paths: tuple[str, ...], asked: "Asked", out: str | None, mapping_draft: bool, **how: Any) -> None:
    """Recompute tables of entries (CSV, TSV, XLSX, parquet), row by row and across rows.

    Columns are known by their usual names (n, total, pct, ci_low, ...), by headings such as "CR, n (%)", or by
    --mapping. Cells that cannot be read are named and make the exit code 2; the others are checked all the same.
    """
    from checker.entries import command

    if mapping_draft:
        sys.exit(command.draft(paths, **how))
    try:
        results = command.run(paths, asked.only, asked.everything, out, **how)
    except command.TableError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    code = _report(results, asked)
    sys.exit(2 if command.complain(results) else code)


@main.command("extract")
@click.argument("path", type=click.Path(allow_dash=True))
def extract_claims(path: str) -> None:
    """Draft the claims file of a paper, for a curator to edit.

    It has the claims that `audit` finds, each beside its sentence, and why other numbers claim nothing. What stands
    in doubt says so (drafted: guessed); take that line out where you agree.
    """
    from checker import read
    from checker.auditing import draft_path

    try:
        click.echo(draft_path(path), nl=False)
    except read.ReadError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@main.command("text")
@click.argument("path", type=click.Path(allow_dash=True))
@click.option("--lines", "-n", "numbered", is_flag=True, help="Number the lines.")
def print_text(path: str, numbered: bool) -> None:
    """Print a paper as the text that places (at: LINE:COLUMN-COLUMN), offsets and lines refer to."""
    from checker import read
    from checker.auditing import one_document

    try:
        document = one_document(path)
    except read.ReadError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    lines = enumerate(document.text.split("\n"), 1)
    text = "".join(f"{number:6}  {line}\n" for number, line in lines) if numbered else document.text
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


@main.command()
@click.argument("check", type=_Names(_checks))
def explain(check: frozenset[str]) -> None:
    """Print the documentation of a check, or of several with commas between."""
    from checker import checks

    click.echo("\n\n".join(f"{name}\n\n{checks.every()[name].documentation}" for name in sorted(check)))


@main.command("checks")
@click.option("--format", "format_", type=click.Choice(["table", "markdown"]), default="table", help="How to print.")
def list_checks(format_: str) -> None:
    """List the checks; in Markdown, with their documentation."""
    from checker.report import reference

    click.echo(reference.write(format_, _width()))


@main.command("readings")
def list_readings() -> None:
    """List the ways of printing a claim that are read, with the sentences that prove them, in Markdown."""
    from checker.extraction import catalogue

    click.echo(catalogue.markdown())


@main.command()
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(["table", "markdown", "json"]), default="table", help="How to print."
)
def diff(old: Path, new: Path, format_: str) -> None:
    """Show which findings are new, mended, gone or other between two reports written with --format json.

    The reports may be of two revisions of a manuscript, or of two versions of checker. Exit codes: 0 nothing new is
    discrepant, 1 something is, 2 a report that cannot be read.
    """
    from checker.report import changes, differences

    try:
        one, other = differences.load(old), differences.load(new)
    except ValueError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    found = differences.between(one, other)
    match format_:
        case "json":
            click.echo(changes.as_json(one, other, found))
        case "markdown":
            click.echo(changes.markdown(one, other, found))
        case _:
            click.echo(changes.table(one, other, found, _width()))
    for problem in differences.unread(one, other):
        click.echo(problem, err=True)
    sys.exit(int(any(each.is_worse for each in found)))


@main.group(cls=Commands)
def calc() -> None:
    """Recompute from a summary, without a paper: intervals, tests, granularity, samples."""


@main.command()
@click.argument("topic", type=click.Choice(["kinds", "calculators"]))
@click.option("--format", "format_", type=click.Choice(["table", "markdown"]), default="table", help="How to print.")
def guide(topic: str, format_: str) -> None:
    """Show the kinds of claims that a claims file may hold, or the calculators, each with an example."""
    from checker.calculators.frame import guide as of_calculators
    from checker.report import guide as of_kinds

    if topic == "calculators":
        click.echo(of_calculators.markdown())
    else:
        click.echo(of_kinds.markdown() if format_ == "markdown" else of_kinds.text(_width()))


@main.command()
def schema() -> None:
    """Print the JSON Schema of claims files, for editors."""
    import json

    from checker import claimfile

    click.echo(json.dumps(claimfile.schema(), indent=1))


def _stale(result: Result) -> bool:
    """Whether an acknowledged verdict is no longer the verdict; says which on standard error."""
    from checker.finding import stale

    found = stale(result.paper, result.findings) if result.paper is not None else []
    for claim, verdict in found:
        click.echo(f"{claim.id}: acknowledged as {claim.expect}, but it is {verdict}", err=True)
    return bool(found)


def _report(results: Sequence[Result], asked: "Asked") -> int:
    """Print and write what was asked; the exit code."""
    from checker.report.output import failed

    results, stale = asked.judge(results)
    unsaved = asked.save(results)
    click.echo(asked.write(asked.format, results, _width(), sys.stdout.isatty()))
    for result in results:
        if result.trace is not None and asked.debug:
            click.echo(result.trace, err=True)
        if result.error is not None:
            click.echo(result.error, err=True)
    for problem in (*stale, *unsaved):
        click.echo(problem, err=True)
    annotated = _annotated(results, asked)
    if unsaved or not annotated or any(result.error for result in results):
        return 2
    return int(asked.fail_on is not FailOn.NEVER and (failed(results, asked.fail_on) or bool(stale)))


def _annotated(results: Sequence[Result], asked: "Asked") -> bool:
    """Write the paper with comments where that is asked for; False where it cannot be, and why on standard error."""
    from checker import annotate

    if asked.annotated is None or any(result.error is not None for result in results):
        return True
    try:
        for result in results:
            annotate.save(result, asked.annotated, asked.noted, asked.everything)
    except (annotate.AnnotateError, OSError) as error:
        click.echo(str(error), err=True)
        return False
    return True


def _audited(paths: Sequence[str], only: frozenset[str], jobs: int | None) -> Iterable[Result]:
    """One paper is audited here; several, or those of a folder or archive, in processes of their own."""
    from checker import auditing, read

    if len(paths) == 1 and (paths[0] == auditing.STANDARD_INPUT or not read.may_be_several(paths[0])):
        return auditing.audit_paths(paths, only)
    from checker import workers

    return _with_progress(workers.audit(auditing.contents(paths), only, jobs))


def _with_progress(results: Iterable[Result]) -> Iterable[Result]:
    """Count the papers as they are done, on a terminal."""
    if not sys.stderr.isatty():
        return results
    from tqdm import tqdm

    return tqdm(results, unit=" papers", leave=False)


def _width() -> int:
    if not sys.stdout.isatty():
        return 80
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
