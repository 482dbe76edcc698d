"""What the columns of two arms claim together with those of the row as a whole: an effect, a p."""

import msgspec

from checker.entries.mapping import Figure, Path, Relation
from checker.entries.roles import Heading
from checker.model import Certainty

_CONTROL = frozenset(
    "control controls ctrl ctl c placebo pbo comparator reference ref standard soc unexposed 2 b".split()
)

Fields = dict[str, Figure]


class Group(msgspec.Struct):
    """The columns of one arm or outcome: its figures by role, and what their headings say."""

    whose: str
    fields: Fields = {}
    headings: dict[str, Heading] = {}
    size: str | None = None

    def key(self, of: str, part: str) -> str:
        """The role of a limit or a p of a figure: one that stands behind it, or one of nothing else."""
        return f"{of}.{part}" if f"{of}.{part}" in self.fields else part

    def limits(self, of: str) -> tuple[str, ...]:
        """The roles of both limits of a figure; none where it has not got both."""
        found = self.key(of, "lower"), self.key(of, "upper")
        return found if set(found) <= set(self.fields) else ()

    @property
    def level(self) -> dict[Path, str]:
        """The level of its confidence interval, where a heading gives another than 95."""
        found = next((head.level for head in self.headings.values() if head.level is not None), None)
        return {("level",): found} if found is not None else {}


def of_arms(groups: dict[str, Group]) -> list[Relation]:
    """What the columns of two arms claim together with those of the row as a whole: an effect, a p."""
    whole = groups.get("")
    made: list[Relation] = []
    arms = [group for group in groups.values() if group.whose and {"count", "total"} <= set(group.fields)]
    means = [
        group for group in groups.values()
        if group.whose and {"mean", "total"} <= set(group.fields) and {"sd", "se"} & set(group.fields)
    ]  # fmt: skip
    if whole is None:
        return made
    if len(arms) == 2:
        ordered, known = _in_order(arms)
        parts: dict[Path, Figure] = {
            ("groups", place, role): arm.fields[role]
            for place, arm in enumerate(ordered)
            for role in ("count", "total")
        }
        limits = dict(zip(("lower", "upper"), whole.limits("estimate"), strict=False))
        own = {
            (name,): whole.fields[role]
            for name, role in ({"estimate": "estimate"} | limits).items()
            if role in whole.fields
        }
        head = whole.headings.get("estimate")
        if head is not None and head.measure is not None and known:
            said: dict[Path, str] = {("measure",): head.measure, ("scale",): head.scale, **whole.level}
            made.append(Relation(kind="effect", figures=parts | own, constants=said, certainty=Certainty.NAMED))
        elif "p" in whole.fields and "estimate" not in whole.fields and "statistic" not in whole.fields:
            made.append(_guessed("comparison", {**parts, ("p",): whole.fields["p"]}))
    p = whole.key("estimate", "p")
    if len(means) == 2 and {p, "estimate"} & set(whole.fields) and not arms:
        ordered, known = _in_order(means)
        figures: dict[Path, Figure] = {
            ("groups", place, role): arm.fields[role]
            for place, arm in enumerate(ordered) for role in ("mean", "sd", "se", "total") if role in arm.fields
        }  # fmt: skip
        if p in whole.fields:
            figures["p",] = whole.fields[p]
        head = whole.headings.get("estimate")
        if head is not None and known and head.measure is not None and head.measure.casefold() in _DIFFERENCES:
            figures["difference",] = whole.fields["estimate"]
        if len(figures) > sum(path[0] == "groups" for path in figures):
            made.append(_guessed("mean-comparison", figures))
    return made


_DIFFERENCES = frozenset(("md", "mean difference"))


def _in_order(arms: list[Group]) -> tuple[list[Group], bool]:
    """Two arms, the control second where one is named so; and whether one is."""
    controls = [bool(_CONTROL & set(arm.whose.split())) for arm in arms]
    return (arms[::-1] if controls[0] and not controls[1] else arms), controls[0] != controls[1]


def _guessed(kind: str, figures: dict[Path, Figure]) -> Relation:
    """That a p compares two arms, which no heading says: it may be adjusted, or of another outcome."""
    why = "no heading says that the p compares these two arms, and by a test of these figures alone"
    return Relation(kind=kind, figures=figures, certainty=Certainty.GUESSED, why=why)
