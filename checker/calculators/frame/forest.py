"""The rows of a forest table as studies' effects: estimates with limits, counts, or means, by their columns' names."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from checker.calculators.frame.printed import figure, fraction, limits
from checker.model import Reported
from checker.rounding import interval
from checker.statistics.ratio import centre
from checker.statistics.study_effects import EFFECTS_OF_COUNTS, EFFECTS_OF_MEANS, Effects, from_limits

MEASURES = {
    "or": "odds ratio",
    "rr": "risk ratio",
    "rd": "risk difference",
    "hr": "hazard ratio",
    "irr": "rate ratio",
    "md": "mean difference",
    "smd": "standardised mean difference",
    "rom": "ratio of means",
    "ratio": "ratio",
    "difference": "difference",
}
RATIOS = ("odds ratio", "risk ratio", "hazard ratio", "rate ratio", "ratio of means", "ratio")
# What heads say, letters and digits only, in small print.
_HEADS = {
    "study": "study author authors trial name id label studlab slab first_author",
    "lower": "lower lcl ll ci_low ci_lower lower_ci low cilb ci_lb lci lower_limit lower_95_ci cilower l95",
    "upper": "upper ucl ul ci_high ci_upper upper_ci high ciub ci_ub uci upper_limit upper_95_ci ciupper u95",
    "ci": "ci 95_ci 95ci ci95 limits interval confidence_interval",
    "error": "se sete standard_error std_err stderr std_error sei",
    "variance": "var variance vi",
    "weight": "weight weights w",
    "log": "yi te logor log_or logrr log_rr loghr log_hr lnor lnrr lnhr beta coef coefficient",
    "or": "or odds_ratio odds_ratios",
    "rr": "rr risk_ratio relative_risk risk_ratios",
    "hr": "hr hazard_ratio",
    "irr": "irr rate_ratio incidence_rate_ratio",
    "rd": "rd risk_difference",
    "md": "md mean_difference wmd",
    "smd": "smd hedges_g cohens_d d g standardised_mean_difference standardized_mean_difference",
    "ratio": "ratio",
    "difference": "difference diff",
    "estimate": "estimate effect es est effect_size point_estimate",
}
_GROUPS = {
    "1": "1 t e i treatment treated experimental intervention exposed active vaccine vaccinated case arm1 group1 1i",
    "2": "2 c 0 p control controls placebo unexposed comparator comparison standard unvaccinated arm2 group2 2i",
}
_FIGURES = {
    "events": "events event x r n_events cases events_n deaths responders",
    "n": "n total size totals number sample_size",
    "mean": "mean m avg average",
    "sd": "sd s std std_dev standard_deviation stdev",
}
_COUNTS = re.compile(r"\s*(\d[\d,]*\s*/\s*\d[\d,]*)[\s,;]+(\d[\d,]*\s*/\s*\d[\d,]*)\s*")
_ESTIMATE = re.compile(r"\s*([-−+]?[\d.]+)[\s,;:]+(\(.*\)|\[.*\]|[-−+]?[\d.].*)")


class Forest(msgspec.Struct, frozen=True, kw_only=True):
    """Studies, their effects on the scale on which they are pooled, and what else their rows print.

    Attributes:
        counts: events and sizes of both groups, where they are given.
        weights: as printed, per cent or not.
        rounded: whether the effects were made of printed, rounded estimates and limits.
        doubts: sentences about rows that do not agree with themselves.
    """

    measure: str
    studies: tuple[str, ...]
    effects: Effects
    counts: tuple[list[float], list[float], list[float], list[float]] | None = None
    weights: tuple[Reported, ...] | None = None
    rounded: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def is_ratio(self) -> bool:
        """Whether the effects are logarithms."""
        return self.measure in RATIOS


def read(path: Path, measure: str | None, level: float) -> Forest:
    """The studies of a CSV file, its fields parted by commas, semicolons or tabs.

    Raises:
        ValueError: where columns are missing, or a cell is no number, with its row.
    """
    columns = _columns(path)
    forest, roles = _made(columns, measure, level), _roles(columns)
    size = len(next(iter(columns.values())))
    studies = tuple(columns[roles["study"]]) if "study" in roles else tuple(f"row {n + 1}" for n in range(size))
    weights = tuple(map(figure, columns[roles["weight"]])) if "weight" in roles else None
    return msgspec.structs.replace(forest, studies=studies, weights=weights)


def typed(given: tuple[str, ...], measure: str | None, level: float) -> Forest:
    """The studies that are typed: rows such as ``4/123 11/139``, or ``0.41 (0.13 to 1.26)``.

    Raises:
        ValueError: where one is neither.
    """
    names = tuple(f"row {number + 1}" for number in range(len(given)))
    pairs = [_COUNTS.fullmatch(row) for row in given]
    if all(pairs):
        figures = [(*fraction(pair[1]), *fraction(pair[2])) for pair in pairs if pair]
        heads = ("events1", "n1", "events2", "n2")
        columns = {head: [str(row[at]) for row in figures] for at, head in enumerate(heads)}
    else:
        parted = [_ESTIMATE.fullmatch(row) for row in given]
        for row, found in zip(given, parted, strict=True):
            if found is None:
                raise ValueError(f"expected a study such as '4/123 11/139' or '0.41 (0.13 to 1.26)', not {row!r}")
        columns = {
            "estimate": [found[1] for found in parted if found],
            "ci": [found[2] for found in parted if found],
        }
    return msgspec.structs.replace(_made(columns, measure, level), studies=names)


def _made(columns: Mapping[str, list[str]], measure: str | None, level: float) -> Forest:
    """The effects that the columns give."""
    roles = _roles(columns)
    said = None if measure is None else MEASURES.get(measure.lower(), measure.lower())
    if said is not None and said not in MEASURES.values():
        raise ValueError(f"{measure!r} is no measure; expected one of {', '.join(MEASURES)}")
    return _of_groups(columns, roles, said) or _of_estimates(columns, roles, said, level)


def _columns(path: Path) -> dict[str, list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    rows = [row for row in csv.reader(text.splitlines(), delimiter=mark) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise ValueError(f"{path.name} has no rows below its head")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            raise ValueError(f"{path.name}: line {number} has {len(row)} cells, the head {len(rows[0])}")
    cells = [[cell.strip().replace(",", ".") if mark == ";" else cell.strip() for cell in row] for row in rows[1:]]
    return {name.strip(): [row[at] for row in cells] for at, name in enumerate(rows[0])}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _roles(columns: Mapping[str, list[str]]) -> dict[str, str]:
    """The column of each role; the first that is named so."""
    known = {name: role for role, names in _HEADS.items() for name in names.split()}
    for figure_, bases in _FIGURES.items():
        for group, suffixes in _GROUPS.items():
            for base in bases.split():
                for suffix in suffixes.split():
                    known.setdefault(f"{base}_{suffix}", f"{figure_}{group}")
                    known.setdefault(f"{base}{suffix}", f"{figure_}{group}")
                    known.setdefault(f"{suffix}_{base}", f"{figure_}{group}")
    metafor = {"ai": "events1", "tpos": "events1", "cpos": "events2", "bi": "others1", "tneg": "others1"}
    metafor |= {"di": "others2", "cneg": "others2", "m1i": "mean1", "m2i": "mean2", "sd1i": "sd1", "sd2i": "sd2"}
    roles: dict[str, str] = {}
    plain = {_plain(name): name for name in columns}
    for short, name in plain.items():
        role = known.get(short, metafor.get(short))
        if short == "ci" and "ai" in plain:
            role = "events2"
        if role is not None:
            roles.setdefault(role, name)
    return roles


def _of_groups(columns: Mapping[str, list[str]], roles: Mapping[str, str], measure: str | None) -> Forest | None:
    """The effects of two groups' counts, or of their means; None where the columns have neither."""

    def of(role: str) -> list[float]:
        return _numbers(columns[roles[role]], roles[role])

    for group in "12":
        if f"others{group}" in roles and f"n{group}" not in roles and f"events{group}" in roles:
            sums = [str(a + b) for a, b in zip(of(f"events{group}"), of(f"others{group}"), strict=True)]
            columns = {**columns, f"n{group}": sums}
            roles = {**roles, f"n{group}": f"n{group}"}
    if {"events1", "n1", "events2", "n2"} <= roles.keys():
        chosen = measure or "risk ratio"
        if chosen not in EFFECTS_OF_COUNTS:
            raise ValueError(f"a {chosen} is not made of counts; expected or, rr or rd")
        counts = of("events1"), of("n1"), of("events2"), of("n2")
        return Forest(measure=chosen, studies=(), effects=EFFECTS_OF_COUNTS[chosen](*counts), counts=counts)
    if {"mean1", "sd1", "n1", "mean2", "sd2", "n2"} <= roles.keys():
        chosen = measure or "mean difference"
        if chosen not in EFFECTS_OF_MEANS:
            raise ValueError(f"a {chosen} is not made of means; expected md, smd or rom")
        made = EFFECTS_OF_MEANS[chosen](of("mean1"), of("sd1"), of("n1"), of("mean2"), of("sd2"), of("n2"))
        return Forest(measure=chosen, studies=(), effects=made)
    return None


class _Rows(NamedTuple):
    estimates: list[Reported] | None
    lower: list[Reported]
    upper: list[Reported]


def _of_estimates(
    columns: Mapping[str, list[str]], roles: Mapping[str, str], measure: str | None, level: float
) -> Forest:
    """The effects of printed estimates, with limits or standard errors."""
    import numpy as np

    named = next((role for role in MEASURES if role in roles), None)
    on_log = "log" in roles
    chosen = measure or (MEASURES[named] if named else "difference" if on_log else None)
    column = roles.get(named or ("log" if on_log else "estimate"))
    if chosen is None:
        raise ValueError("what are the estimates? Name the column or, rr, hr, md ..., or say --measure")
    ratio = chosen in RATIOS
    estimates = None if column is None else [_cell(text, column, at) for at, text in enumerate(columns[column])]
    if "error" in roles or "variance" in roles:
        if estimates is None:
            raise ValueError("standard errors need estimates beside them")
        spread = _numbers(columns[roles.get("error", roles.get("variance", ""))], "standard errors")
        values = np.array([each.value for each in estimates], float)
        if ratio and not on_log and np.any(values <= 0):
            raise ValueError("a ratio lies above 0")
        effect = np.log(values) if ratio and not on_log else values
        variance = np.array(spread) ** (2 if "error" in roles else 1)
        return Forest(measure=chosen, studies=(), effects=Effects(effect, variance), rounded=True)
    rows = _Rows(estimates, *_limits(columns, roles))
    points = None if rows.estimates is None else [each.value for each in rows.estimates]
    made = from_limits(
        points, [each.value for each in rows.lower], [each.value for each in rows.upper], level, log_scale=ratio
    )
    return Forest(measure=chosen, studies=(), effects=made, rounded=True, doubts=_doubts(rows, ratio))


def _limits(columns: Mapping[str, list[str]], roles: Mapping[str, str]) -> tuple[list[Reported], list[Reported]]:
    if {"lower", "upper"} <= roles.keys():
        lower, upper = roles["lower"], roles["upper"]
        return (
            [_cell(text, lower, at) for at, text in enumerate(columns[lower])],
            [_cell(text, upper, at) for at, text in enumerate(columns[upper])],
        )
    if "ci" in roles:
        pairs = [limits(text) for text in columns[roles["ci"]]]
        return [low for low, _ in pairs], [high for _, high in pairs]
    raise ValueError(
        "no columns for the effects: expected events1, n1, events2, n2; or mean1, sd1, n1, mean2, sd2, n2; or an "
        f"estimate with lower and upper, or with se; there are {', '.join(columns)}"
    )


def _doubts(rows: _Rows, ratio: bool) -> tuple[str, ...]:
    """Rows whose estimate is not in the middle of its limits, whatever was rounded."""
    found = []
    for at, (estimate, lower, upper) in enumerate(zip(rows.estimates or (), rows.lower, rows.upper, strict=False), 1):
        low, high, value = interval(lower), interval(upper), interval(estimate)
        middle = centre((low.low, low.high), (high.low, high.high), log_scale=ratio)
        if value.high < middle[0] or value.low > middle[1]:
            scale = "geometric middle" if ratio else "middle"
            found.append(
                f"Row {at}: {estimate} is not the {scale} of {lower} to {upper}, {middle[0]:.3g} to {middle[1]:.3g}."
            )
    return tuple(found)


def _numbers(texts: list[str], column: str) -> list[float]:
    return [float(_cell(text, column, at).value) for at, text in enumerate(texts)]


def _cell(text: str, column: str, at: int) -> Reported:
    try:
        return figure(text)
    except ValueError:
        raise ValueError(f"row {at + 1}, {column}: expected a number, not {text!r}") from None
