"""What ``checker table`` does besides printing reports: drafts of mappings, the marked table, what to complain of."""

from collections.abc import Iterable, Sequence

import click

from checker.finding import Result
from checker.table import mappingfile, reading
from checker.table.api import mapping_text
from checker.table.auditing import Asking, audit_paths, mapping_of
from checker.table.errors import TableError
from checker.table.reading import Reading
from checker.table.result import TableResult

__all__ = ["TableError", "complain", "draft", "run"]


def run(
    paths: Sequence[str], only: frozenset[str], everything: bool, out: str | None, mapping: str | None,
    **how: str | None,
) -> list[Result]:  # fmt: skip
    """Check the tables of some files.

    Raises:
        TableError: where the mapping cannot be read, or the marked table could not be written.
    """
    text, named = mapping_text(mapping)
    asking = Asking(mapping=text, mapping_path=named, only=only, everything=everything, how=Reading(**how))
    return list(audit_paths(paths, asking))


def draft(paths: Sequence[str], mapping: str | None, **how: str | None) -> int:
    """Print the mapping that the headings of each table suggest; the exit code."""
    code = 0
    asking = Asking(how=Reading(**how))
    for path in paths:
        try:
            for found in reading.sheets(path, asking.how):
                if isinstance(found, TableError):
                    raise found
                click.echo(mappingfile.dumps(mapping_of(found, asking), found), nl=False)
        except TableError as error:
            click.echo(str(error), err=True)
            code = 2
    return code


def complain(results: Iterable[Result], out: str | None) -> bool:
    """Say which cells could not be read; whether there are any."""
    problems = [problem for result in results if isinstance(result, TableResult) for problem in result.problems]
    for problem in problems:
        click.echo(problem, err=True)
    return bool(problems)
