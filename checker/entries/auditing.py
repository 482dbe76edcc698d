"""A table to findings: read, map, claim, recompute, judge."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker import crash, run
from checker.entries import across, floats, mappingfile, reading
from checker.entries.errors import NothingToCompareError, TableError
from checker.entries.guessing import guess
from checker.entries.mapping import Mapping, described
from checker.entries.reading import Reading
from checker.entries.result import TableResult
from checker.entries.rows import Rows
from checker.entries.sheet import Sheet, name_of
from checker.finding import UNMET, Finding, Result
from checker.kinds import Claim
from checker.model import Certainty
from checker.paper import Binding, Description, Paper, Source

# Columns that were brought together by their names, of which most rows do not agree, are hardly what they seem.
_FEWEST_ROWS = 3
_MOST_PROBLEMS = 20


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a table.

    Attributes:
        mapping: the text of a mapping; found out from the headings where None.
        mapping_path: what to call it.
        only: the checks to run, all if empty.
        everything: list also what surely holds, however many rows there are.
        how: how files are to be read.
        screened_from: so many rows are looked at by `checker.entries.screen` first.
    """

    mapping: str | None = None
    mapping_path: str = "<mapping>"
    only: frozenset[str] = frozenset()
    everything: bool = False
    how: Reading = Reading()
    screened_from: int = 2000


def audit_paths(paths: Iterable[str | os.PathLike[str]], asking: Asking | None = None) -> Iterator[Result]:
    """Check the tables of files, one result a table; what cannot be read is a result with an error."""
    asking = asking or Asking()
    for path in paths:
        named = os.fspath(path)
        try:
            yield from _of_file(reading.sheets(named, asking.how), asking)
        except TableError as error:
            yield Result(path=named, error=str(error))
        except Exception as error:  # a defect must cost one file, and not those after it
            yield Result(path=named, error=f"{named}: {crash.sentence(error)}", trace=crash.trace(error))


def _of_file(sheets: Iterable[Sheet | TableError], asking: Asking) -> Iterator[Result]:
    """The results of the sheets of a file; a sheet of notes beside tables is named, and is no error."""
    results: list[Result] = []
    notes: dict[str, NothingToCompareError] = {}
    for found in sheets:
        try:
            results.append(_guarded(found, asking))
        except NothingToCompareError as error:
            notes[error.where or ""] = error
    tables = [result for result in results if result.error is None]
    if notes and not tables:
        yield from (Result(path=error.path, error=str(error)) for error in notes.values())
    said = tuple(f"not mapped: sheet {name}, which has no columns whose figures must agree" for name in notes)
    for result in results:
        first = bool(tables) and result is tables[0]
        yield msgspec.structs.replace(result, notes=result.notes + said) if first else result


def _guarded(found: Sheet | TableError, asking: Asking) -> Result:
    if isinstance(found, TableError):
        return Result(path=found.path, error=str(found))
    try:
        return audit_sheet(found, asking)
    except NothingToCompareError:
        raise
    except TableError as error:
        return Result(path=found.title, error=str(error))
    except Exception as error:
        return Result(path=found.title, error=f"{found.title}: {crash.sentence(error)}", trace=crash.trace(error))


def audit_sheet(sheet: Sheet, asking: Asking | None = None) -> TableResult:
    """Check one table.

    Raises:
        TableError: where nothing in it can be compared, or the mapping does not fit it.
    """
    asking = asking or Asking()
    mapping = mapping_of(sheet, asking)
    if not mapping.relations and not mapping.across:
        names = ", ".join(filter(None, sheet.names[:12]))
        reason = (
            f"expected columns whose figures must agree (n, total and pct; OR, ci_low and ci_high; `CR, n (%)`), "
            f"but the headings are {names}; say in a mapping what they are (--mapping-draft writes one to fill in)"
        )
        raise NothingToCompareError(sheet.path, reason, sheet.sheet)
    rows = Rows(sheet, mapping)
    gathered = _gathered(rows, asking)
    paper = Paper(document=_description(sheet), claims=tuple(gathered.claims), bindings=gathered.bindings)
    findings = run.verify(paper, asking.only)
    bindings = _second_thoughts(findings, rows, gathered, paper)
    if bindings:
        paper = msgspec.structs.replace(paper, bindings=paper.bindings | bindings)
        findings = run.verify(paper, asking.only)
    return TableResult(
        path=sheet.title, paper=paper, document=sheet.document, findings=tuple(findings), sheet=sheet, mapping=mapping,
        passed=bytes(gathered.rows), origins=rows.origins, problem_cells=rows.problems,
        problems=tuple(_problems(sheet, rows.problems)),
        held=sum(number for check, number in gathered.passed.items() if not asking.only or check in asking.only),
        notes=(*sheet.notes, *mapping.described(sheet), *_left(sheet, mapping, rows)),
    )  # fmt: skip


class _Gathered(msgspec.Struct):
    """The claims of a table, and what was not made a claim of because it surely holds.

    Attributes:
        bindings: how the figures of a claim came together, where no mapping states it.
        of_relation: the relation of each claim of a row.
        held: how many rows of each relation surely hold.
        passed: how often each check surely passes.
        rows: a byte for each row, 1 where one of its claims surely holds; empty where none does.
    """

    claims: list[Claim]
    bindings: dict[str, Binding]
    of_relation: dict[str, int]
    held: Counter[int]
    passed: Counter[str]
    rows: bytearray


def _gathered(rows: Rows, asking: Asking) -> _Gathered:
    found = _Gathered([], {}, {}, Counter(), Counter(), bytearray())
    for position, relation in enumerate(rows.mapping.relations):
        left, passes = _left_to_check(rows, position, asking, found.rows)
        found.held[position] = len(rows.sheet) - len(left)
        found.passed.update({check: found.held[position] * number for check, number in Counter(passes).items()})
        for claim in rows.claims(position, left):
            found.claims.append(claim)
            found.of_relation[claim.id] = position
            if relation.certainty is not Certainty.STATED:
                found.bindings[claim.id] = Binding(relation.certainty, relation.why)
    for number, each in enumerate(rows.mapping.across):
        for claim in across.claims(each, number, rows):
            found.claims.append(claim)
            if each.certainty is not Certainty.STATED:
                found.bindings[claim.id] = Binding(each.certainty, each.why)
    return found


def _second_thoughts(findings: Sequence[Finding], rows: Rows, gathered: _Gathered, paper: Paper) -> dict[str, Binding]:
    """What the findings together say against the mapping, or against how floats were read, by the claim's id."""
    doubted = _doubted(findings, rows.mapping, gathered.of_relation, gathered.held)
    if doubted:
        return {
            claim: Binding(Certainty.GUESSED, doubted[position])
            for claim, position in gathered.of_relation.items()
            if position in doubted
        }
    excused = floats.excuses(findings, rows, gathered.of_relation, paper) if rows.sheet.padded else {}
    stated = Binding(Certainty.STATED)
    return {
        claim: msgspec.structs.replace(paper.bindings.get(claim, stated), excuses=excuses)
        for claim, excuses in excused.items()
    }


def mapping_of(sheet: Sheet, asking: Asking) -> Mapping:
    """The mapping that was stated, or else guessed from the headings.

    Raises:
        TableError: where what was stated is wrong.
    """
    if asking.mapping is None:
        return guess(sheet)
    return mappingfile.loads(asking.mapping, sheet, asking.mapping_path)


def _left_to_check(
    rows: Rows, position: int, asking: Asking, passed: bytearray
) -> tuple[Sequence[int], tuple[str, ...]]:
    """The rows of which claims are to be made, and the checks that each of the others, marked in ``passed``, passes."""
    every = range(len(rows.sheet))
    if asking.everything or len(every) < asking.screened_from:
        return every, ()
    from checker.entries import screen

    found = screen.surely(rows, position)
    if found is None:
        return every, ()
    marked = found.rows.tobytes()
    passed[:] = bytes(map(max, passed, marked)) if passed else marked
    return [int(row) for row in (~found.rows).nonzero()[0]], found.checks


def _doubted(
    findings: Iterable[Finding], mapping: Mapping, of_relation: dict[str, int], held: Counter[int]
) -> dict[int, str]:
    """The relations that names suggest and most rows deny, with the reason to doubt them."""
    rows: dict[int, set[str]] = {}
    unmet: dict[int, set[str]] = {}
    for finding in findings:
        position = of_relation.get(finding.claim.id)
        if position is None or mapping.relations[position].certainty in (Certainty.STATED, Certainty.GUESSED):
            continue
        if finding.missing is None:
            rows.setdefault(position, set()).add(finding.claim.id)
        if finding.verdict in UNMET:
            unmet.setdefault(position, set()).add(finding.claim.id)
    return {
        position: f"{len(claims)} of {len(rows[position]) + held[position]} rows do not agree, so that the columns may "
        "not be what their names say"
        for position, claims in unmet.items()
        if len(claims) >= _FEWEST_ROWS and 2 * len(claims) > len(rows[position]) + held[position]
    }


def _problems(sheet: Sheet, problems: dict[tuple[int, int], str]) -> Iterator[str]:
    """The cells that cannot be read, in the order of the table; of very many, the first."""
    for row, column in sorted(problems)[:_MOST_PROBLEMS]:
        yield f"{sheet.path}: {sheet.cell(row, column)}: {problems[row, column]}"
    if len(problems) > _MOST_PROBLEMS:
        yield f"{sheet.path}: and {len(problems) - _MOST_PROBLEMS} more cells"


def _left(sheet: Sheet, mapping: Mapping, rows: Rows) -> Iterator[str]:
    for position, number in sorted(rows.missing.items()):
        if number:
            relation = mapping.relations[position]
            which = "1 row lacks" if number == 1 else f"{number} rows lack"
            yield f"left out: {which} a figure for the {described(relation, sheet)}"


def _description(sheet: Sheet) -> Description:
    return Description(title=sheet.title, source=Source(file=name_of(sheet.path)))
