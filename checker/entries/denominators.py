"""Which column holds the number that others are counted in, where headings say no more than ``n``."""

import re

from checker.entries.arms import Group
from checker.entries.mapping import Figure
from checker.entries.sheet import Sheet

_MEASURED = frozenset("mean sd se median q1 q3 min max".split())


def capital(sheet: Sheet, column: int, group: Group) -> str:
    """``N`` beside ``n`` is the total."""
    other = group.fields.get("n")
    if other is not None:
        own, others = sheet.names[column], sheet.names[other.column]
        if re.search(r"\bN\b", own) and not re.search(r"\bN\b", others):
            return "total"
        if re.search(r"\bN\b", others) and not re.search(r"\bN\b", own):
            group.fields["total"] = group.fields.pop("n")
            group.headings["total"] = group.headings.pop("n")
    return "n"


def settle_n(group: Group, groups: dict[str, Group]) -> None:
    """Whether ``n`` is a count or the number that it is counted in."""
    if "n" not in group.fields:
        return
    others = [other for other in groups.values() if other is not group]
    if _MEASURED & set(group.fields) and "percent" not in group.fields:
        role = "total"
    elif "total" in group.fields or group.size is not None:
        role = "count"
    elif "count" in group.fields:
        role = "total"
    elif "percent" in group.fields:
        role = "count"
    else:
        counted = any({"count", "percent"} & set(other.fields) for other in others)
        role = "total" if counted or group.whose or not others else "count"
    if role in group.fields:
        return
    group.fields[role] = group.fields.pop("n")
    group.headings[role] = group.headings.pop("n")


def total_of(group: Group, groups: dict[str, Group]) -> tuple[Figure | None, bool]:
    """The column of the denominator, and whether others might be it as well."""
    if "total" in group.fields:
        return group.fields["total"], False
    own = set(group.whose.split())
    shared = [other for other in groups.values() if other is not group and "total" in other.fields]
    fitting = [other for other in shared if set(other.whose.split()) <= own]
    if not fitting:
        return None, False
    most = max(len(other.whose.split()) for other in fitting)
    best = [other for other in fitting if len(other.whose.split()) == most]
    return best[0].fields["total"], len(best) > 1
