"""What the columns of a table are by their usual names: one mapping, and what no name says is named.

Columns that are brought together only by their names make claims of the certainty ``named``; the figures of one cell
are ``printed`` together; where the names leave it open which column is meant, the claim is guessed.
"""

import re
from collections.abc import Sequence

import msgspec

from checker.entries import roles
from checker.entries.accuracies import of_accuracy
from checker.entries.across_guess import totals_in_rows
from checker.entries.arms import Group, of_arms
from checker.entries.cells import TELLING, figures, is_missing
from checker.entries.denominators import capital, settle_n, total_of
from checker.entries.mapping import Figure, Mapping, Path, Relation
from checker.entries.roles import Heading
from checker.entries.sheet import Sheet
from checker.measures import Measure
from checker.model import Certainty, Count

# So many cells tell what a column holds.
_SAMPLE = 200
# A column of which fewer cells than one in so many are figures is not what its heading says.
_LEAST_READABLE = 4
# So many cells that are no whole numbers deny that a column counts.
_FEWEST = 3
_WHOLE = ("n", "count", "total")
# What has limits and a p behind it; of these, what a p that is of no arm may be of.
_SUBJECTS, _TESTED = frozenset("estimate percent mean median statistic".split()), ("estimate", "statistic")
_BEHIND = ("lower", "upper", "p")
_ROW_NUMBER = "#"
_LABELS = re.compile(
    r"\b(?:study|trial|author|id|pmid|doi|year|name|outcome|endpoint|variable|category|level|group|arm|subgroup|cohort|"
    r"country|site|centre|center|date|row|index|page|table|source|population|characteristic)s?\b"
)  # fmt: skip


def guess(sheet: Sheet) -> Mapping:
    """The mapping that the headings, and the cells below them, suggest."""
    headings = [_heading(sheet, column) for column in range(len(sheet.names))]
    forms = {column: head.form for column, head in enumerate(headings) if head.form is not None}
    accuracy = of_accuracy(sheet, headings)
    taken = {column for relation in accuracy for column in relation.columns}
    # What is a measure of accuracy is no share of another column.
    others = [Heading(whose=head.whose) if column in taken else head for column, head in enumerate(headings)]
    groups, twice = _groups(sheet, others)
    relations = accuracy + [relation for group in groups.values() for relation in _of_group(group, groups)]
    relations += of_arms(groups)
    used = {column for relation in relations for column in relation.columns}
    labels = tuple(
        column for column, head in enumerate(headings) if not head.role and head.form is None and sheet.names[column]
        and column not in used and (_LABELS.search(head.whose) or _is_text(sheet, column))
    )  # fmt: skip
    across = totals_in_rows(sheet, labels, groups[""].fields if "" in groups else {})
    used |= {figure.column for each in across for figure in (each.count, each.percent) if figure is not None}
    unmapped = {
        column: twice.get(column) or _why_not(headings[column], sheet, column)
        for column in range(len(sheet.names))
        if sheet.names[column] and column not in used and column not in labels
    }
    return Mapping(
        relations=tuple(relations), across=across, labels=labels, unmapped=unmapped,
        forms={column: form for column, form in forms.items() if column in used},
    )  # fmt: skip


def _heading(sheet: Sheet, column: int) -> Heading:
    """What the heading says, where the cells bear it out, or else what the cells tell by themselves."""
    head = roles.heading(sheet.names[column])
    sample = _sample(sheet, column)
    if not (head.role or head.form):
        for form, pattern in TELLING:
            if sample and sum(pattern.fullmatch(cell) is not None for cell in sample) > len(sample) / 2:
                return msgspec.structs.replace(head, form=form)
        return head
    numbered = column == 0 or sheet.names[column].strip(" .").casefold() in ("no", "nr", "number")
    if (
        numbered
        and head.role == "n"
        and [cell.strip() for cell in sample] == [str(row) for row in range(1, len(sample) + 1)]
    ):
        return Heading(whose=_ROW_NUMBER)
    whole = head.role in _WHOLE and len(sample) >= _FEWEST
    readable = sum(_is_readable(cell, head.form, sheet.decimal, whole) for cell in sample)
    if readable < len(sample) / _LEAST_READABLE:
        for form, pattern in TELLING:
            if sum(pattern.fullmatch(cell) is not None for cell in sample) > len(sample) / 2:
                return msgspec.structs.replace(head, role="", form=form)
        return Heading(whose=head.whose or sheet.names[column].casefold())
    return head


def _sample(sheet: Sheet, column: int) -> list[str]:
    found: list[str] = []
    for cell in sheet.columns[column]:
        if not is_missing(cell):
            found.append(cell)
            if len(found) == _SAMPLE:
                break
    return found


def _is_readable(cell: str, form: str | None, decimal: str, whole: bool = False) -> bool:
    try:
        found = figures(cell, form, decimal)
        if whole:
            Count(found[""])
    except ValueError:
        return False
    return True


def _is_text(sheet: Sheet, column: int) -> bool:
    """Whether most cells are words without figures."""
    sample = _sample(sheet, column)
    return 2 * sum(any(map(str.isdigit, cell)) for cell in sample) <= len(sample)


def _groups(sheet: Sheet, headings: Sequence[Heading]) -> tuple[dict[str, Group], dict[int, str]]:
    """The columns with figures by whose they are; and those whose role another column has."""
    groups: dict[str, Group] = {}
    twice: dict[int, str] = {}
    estimates = [head for head in headings if head.role == "estimate" or (head.form or "").startswith("estimate")]
    several = len({Measure.named(head.measure) for head in estimates if head.measure is not None}) > 1
    before: tuple[str, str] | None = None
    for column, head in enumerate(headings):
        if not (head.role or head.form):
            continue
        parts = head.form.translate(str.maketrans("()/-", "    ")).split() if head.form else [head.role]
        of, whose = _whose(head, parts, before)
        if several and head.measure is not None and head.role != "statistic":
            whose = f"{Measure.named(head.measure)} {whose}".strip()
        group = groups.setdefault(whose, Group(whose=whose, fields={}, headings={}))
        group.size = group.size or head.size
        if parts[0] == "n":
            parts = [capital(sheet, column, group)]
        for part in parts:
            key = f"{of}.{part}" if of and part in _BEHIND else part
            if key in group.fields:
                other = sheet.heading(group.fields[key].column)
                twice[column] = f"since {other} is {part} too"
            else:
                group.fields[key] = Figure(column, "" if head.form is None else part)
                group.headings[key] = head
        before = next(((whose, part) for part in parts if part in _SUBJECTS), before)
    for group in groups.values():
        settle_n(group, groups)
    return groups, twice


def _whose(head: Heading, parts: Sequence[str], before: tuple[str, str] | None) -> tuple[str, str]:
    """The figure that limits or a p are of, and whose it is: of their own cell, their measure, the columns before."""
    if parts[0] in _SUBJECTS:
        return parts[0], head.whose
    if parts[0] not in _BEHIND:
        return "", head.whose
    if head.measure is not None:
        return "estimate", head.whose
    if before is None or head.whose not in ("", before[0]) or (parts[0] == "p" and before[1] not in _TESTED):
        return "", head.whose
    return before[1], before[0]


def _of_group(group: Group, groups: dict[str, Group]) -> list[Relation]:
    """The claims that the columns of one arm or outcome make."""
    fields, made = group.fields, []
    total, open_ = total_of(group, groups)
    if group.size is not None and total is None:
        sized: dict[Path, str] = {("total",): group.size}
    else:
        sized = {}
    if (total or sized) and {"count", "percent"} & set(fields):
        made.append(_relation("proportion", group, {"count": "count", "percent": "percent"}, total, sized, open_))
    if "percent" in fields and (limits := group.limits("percent")):
        parts = {"count": "count", "estimate": "percent", "lower": limits[0], "upper": limits[1]}
        made.append(_relation("interval", group, parts, total, sized, open_))
    if "estimate" in fields and (head := group.headings["estimate"]).measure is not None:
        said: dict[Path, str] = {("measure",): head.measure, ("scale",): head.scale}
        limits, p = group.limits("estimate"), group.key("estimate", "p")
        parts = {"estimate": "estimate", "p": p, **dict(zip(("lower", "upper"), limits, strict=False))}
        if limits:
            made.append(_relation("effect", group, parts, None, said | group.level, False))
        if "se" in fields and head.scale == "linear":
            parts |= {"error": "se", "df": "df"}
            made.append(_relation("coefficient", group, parts, None, group.level, False, ("p",)))
    # A mean and its SD alone agree with anything; that the values are whole, so that they do not, no heading says.
    told = group.limits("mean") or {"sd", "se"} <= set(fields) or {"sd", "min", "max"} <= set(fields)
    if "mean" in fields and told:
        parts = {"value": "mean", "sd": "sd", "se": "se", "range.0": "min", "range.1": "max"}
        parts |= dict(zip(("interval.0", "interval.1"), group.limits("mean"), strict=False))
        said = {("statistic",): "mean", **group.level, **sized}
        made.append(_relation("summary", group, parts, total, said, open_))
    if "median" in fields and ({"q1", "q3"} <= set(fields) or {"min", "max"} <= set(fields)):
        parts = {"value": "median", "quartiles.0": "q1", "quartiles.1": "q3", "range.0": "min", "range.1": "max"}
        made.append(_relation("summary", group, parts, None, {("statistic",): "median"}, False))
    if "statistic" in fields and (p := group.key("statistic", "p")) in fields:
        letter = (group.headings["statistic"].measure or "").replace("χ", "chi")[:3]
        known = {"t": "t", "f": "F", "z": "z", "chi": "chi2"}.get(letter if letter == "chi" else letter[:1])
        if known is not None and (known == "z" or "df" in fields):
            parts = {"value": "statistic", "df": "df", "df2": "df2", "p": p}
            made.append(_relation("test-statistic", group, parts, None, {("statistic",): known}, False))
    return [_doubted(relation, group) for relation in made]


def _doubted(relation: Relation, group: Group) -> Relation:
    """Limits stand behind their figure; where another that has none comes right behind them, they may be its own."""
    limits = [
        figure.column
        for path, figure in relation.figures.items()
        if path[0] in ("lower", "upper", "interval")
    ]  # fmt: skip
    without = {
        group.fields[role].column for role in _SUBJECTS & set(group.fields) if f"{role}.lower" not in group.fields
    }
    if limits and max(limits) + 1 in without:
        why = "the limits may be of the figure behind them"
        return msgspec.structs.replace(relation, certainty=Certainty.GUESSED, why=why)
    return relation


def _relation(
    kind: str, group: Group, parts: dict[str, str], total: Figure | None, said: dict[Path, str], open_: bool,
    without: Sequence[str] = (),
) -> Relation:  # fmt: skip
    """A claim of the columns of a group that there are; ``parts``: the role of each field."""
    figures: dict[Path, Figure] = {
        path_of(field): group.fields[role]
        for field, role in parts.items()
        if role in group.fields and field not in without
    }
    pairs = (("range", 0), ("range", 1)), (("quartiles", 0), ("quartiles", 1))
    for low, high in pairs:
        if (low in figures) != (high in figures):
            figures.pop(low, None)
            figures.pop(high, None)
    if total is not None:
        figures[("total",)] = total
    printed = len({figure.column for figure in figures.values()}) == 1 and not any(path == ("total",) for path in said)
    certainty = Certainty.GUESSED if open_ else Certainty.PRINTED if printed else Certainty.NAMED
    why = "several columns may hold the denominator" if open_ else ""
    return Relation(kind=kind, figures=figures, constants=said, name=group.whose, certainty=certainty, why=why)


def path_of(field: str) -> Path:
    """The path of a field written with points: ``quartiles.0``."""
    return tuple(int(step) if step.isdecimal() else step for step in field.split("."))


def _why_not(head: Heading, sheet: Sheet, column: int) -> str:
    """Why nothing is made of a column with figures, or with text."""
    if head.form is not None and head.form.startswith("estimate"):
        return "its heading names no measure"
    if head.role in ("count", "percent") or (head.form or "").startswith(("count", "percent")):
        return "no column says of how many"
    if head.role == "proportion":
        return "shares of 1 are not compared; give percentages"
    if head.role in ("mean", "sd") or (head.form or "").startswith("mean (s"):
        return "nothing to compare it with; of whole numbers, say so in a mapping (kind: summary, whole: true)"
    if head.role or head.form:
        return "no other column to compare it with"
    if head.whose == _ROW_NUMBER:
        return "it numbers the rows"
    sample = _sample(sheet, column)
    return f"its heading is no usual name, its cells are such as {sample[0][:30]!r}" if sample else ""
