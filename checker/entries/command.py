"""What ``checker table`` does besides printing reports: drafts of mappings, the marked table, what to complain of."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from checker.entries import mappingfile, reading
from checker.entries.api import mapping_text
from checker.entries.auditing import Asking, audit_paths, mapping_of
from checker.entries.errors import TableError
from checker.entries.reading import Reading
from checker.entries.result import TableResult
from checker.entries.sheet import Sheet
from checker.finding import Result

__all__ = ["TableError", "complain", "draft", "run"]


def run(
    paths: Sequence[str], only: frozenset[str], everything: bool, out: str | None, mapping: str | None,
    **how: str | None,
) -> list[Result]:  # fmt: skip
    """Check the tables of some files.

    Raises:
        TableError: where the mapping cannot be read, or the marked table could not be written.
    """
    if out is not None:
        _check_target(out, paths)
    text, named = mapping_text(mapping)
    asking = Asking(mapping=text, mapping_path=named, only=only, everything=everything, how=Reading(**how))
    results = list(audit_paths(paths, asking))
    tables = [result for result in results if isinstance(result, TableResult)]
    if out is not None and tables:
        from checker.entries import marked

        try:
            marked.save(tables, out, everything)
        except OSError as error:
            raise TableError(out, error.strerror or str(error)) from None
    return results


def _check_target(out: str, paths: Sequence[str]) -> None:
    """Find out what is wrong with the path to write to before any work is done.

    Raises:
        TableError: where it is of no format that can be written, has no folder, or is read by this same command.
    """
    if not out.lower().endswith((".xlsx", ".csv")):
        raise TableError(out, "expected --out to end in .xlsx or .csv")
    if not Path(out).resolve().parent.is_dir():
        raise TableError(out, "there is no such folder to write it to")
    if any(Path(path).resolve() == Path(out).resolve() for path in paths):
        raise TableError(out, "it is read by this same command; write the marked table elsewhere")


def draft(paths: Sequence[str], mapping: str | None, **how: str | None) -> int:
    """Print the mapping that the headings of one table suggest; the exit code."""
    asking = Asking(how=Reading(**how))
    try:
        if len(paths) != 1:
            raise TableError(paths[0], f"expected one table to draft a mapping of, not {len(paths)} files")
        found = list(reading.sheets(paths[0], asking.how))
        drafts = [(mapping_of(sheet, asking), sheet) for sheet in found if isinstance(sheet, Sheet)]
        drafts = [(mapping, sheet) for mapping, sheet in drafts if mapping.relations or mapping.across] or drafts
        if len(drafts) > 1:
            names = ", ".join(str(sheet.sheet) for _, sheet in drafts)
            raise TableError(paths[0], f"expected --sheet with one of those that have entries: {names}")
        if not drafts:
            raise next(error for error in found if isinstance(error, TableError))
    except TableError as error:
        click.echo(str(error), err=True)
        return 2
    click.echo(mappingfile.dumps(*drafts[0]), nl=False)
    return 0


def complain(results: Iterable[Result]) -> bool:
    """Say which cells could not be read; whether there are any."""
    problems = [problem for result in results if isinstance(result, TableResult) for problem in result.problems]
    for problem in problems:
        click.echo(problem, err=True)
    return bool(problems)
