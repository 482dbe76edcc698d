# ruff: noqa: E501 -- a template of a sentence reads best on one line
"""The tables of a simulated paper."""

import numpy as np
from scipy import stats
from simulated_data import COMORBIDITIES, EVENTS, STAGES, People, linear, logistic, mean_difference, p_of_counts, ratio
from simulated_style import Style, Table


def _groups(people: People, total: bool) -> list["np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    whole = [np.ones(people.n, bool)] if total else []
    return whole + [people.of(g) for g in range(len(people.sizes))]


def baseline(people: People, style: Style, arms: list[str], endpoint: str) -> Table:
    """Table 1: everybody and the groups, with missing values silent or in a footnote."""
    del endpoint
    s, with_total, with_p = style, style.random.random() < 0.6, style.random.random() < 0.6
    groups = _groups(people, with_total)
    names = (["Total"] if with_total else []) + [arm.capitalize() for arm in arms]
    size = s.pick("{} (n = {})", "{} (N={})", "{}, n = {}")
    rows = [
        [s.pick("Characteristic", "Variable", "")]
        + [size.format(n, s.size(g.sum())) for n, g in zip(names, groups, strict=True)]
    ]
    arm_groups = groups[int(with_total) :]
    tests: list[float | None] = [None]

    def add(label: str, cells: list[str], p: float | None) -> None:
        rows.append([label, *cells])
        tests.append(p)

    def shares(
        label: str,
        who: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
        of: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
        p: bool = True,
    ) -> None:
        cells = [(int((who & of & g).sum()), int((of & g).sum())) for g in groups]
        table = [[a, n - a] for a, n in cells[int(with_total) :]]
        value = p_of_counts(table) if p and min(map(sum, zip(*table, strict=True))) > 0 else None
        add(label, [f"{s.count(a)} ({s.figure('percent', 100 * a / n, s.percent_decimals)})" for a, n in cells], value)

    everybody = np.ones(people.n, bool)
    ages = [people.age[g] for g in arm_groups]
    p_age = float(stats.f_oneway(*ages).pvalue) if len(ages) > 2 else mean_difference(ages[0], ages[1], False).p
    if s.random.random() < 0.6:
        mean = s.pick("Age, mean (SD), years", "Age (years), mean (SD)", "Age, years, mean ± SD")
        spread = "{} ± {}" if "±" in mean else "{} ({})"
        add(
            mean,
            [
                spread.format(s.figure("mean", people.age[g].mean(), 1), s.figure("sd", people.age[g].std(ddof=1), 1))
                for g in groups
            ],
            p_age,
        )
    else:
        cells = []
        for g in groups:
            low, middle, high = (
                s.figure("median", v, 0 if all(v % 1 == 0 for v in np.percentile(people.age[g], [25, 50, 75])) else 1)
                for v in np.percentile(people.age[g], [25, 50, 75])
            )
            cells.append(f"{middle} ({low}{s.dash}{high})")
        add(
            s.pick("Age, median (IQR)", "Age, years, median (interquartile range)"),
            cells,
            float(stats.kruskal(*ages).pvalue),
        )
    shares(s.pick("Female, n (%)", "Women, n (%)", "Female sex, no. (%)"), people.female, everybody)
    if s.random.random() < 0.4:
        shares("Male, n (%)", ~people.female, everybody, p=False)
    known = ~np.isnan(people.bmi)
    bmis = [people.bmi[g & known] for g in arm_groups]
    p_bmi = float(stats.f_oneway(*bmis).pvalue) if len(bmis) > 2 else mean_difference(bmis[0], bmis[1], False).p
    add(
        "BMI, mean (SD), kg/m2",
        [
            f"{s.figure('mean', people.bmi[g & known].mean(), 1)} ({s.figure('sd', people.bmi[g & known].std(ddof=1), 1)})"
            for g in groups
        ],
        p_bmi,
    )
    staged = ~np.isnan(people.stage)
    counts = [[int((people.stage[g] == i).sum()) for i in range(4)] for g in arm_groups]
    usable = [column for column in zip(*counts, strict=True) if sum(column)]
    add("Stage, n (%)", [""] * len(groups), p_of_counts([list(row) for row in zip(*usable, strict=True)]))
    for i, stage in enumerate(STAGES):
        shares(f"  {stage}", people.stage == i, staged, p=False)
    if not staged.all() and s.random.random() < 0.4:
        add("  Missing", [s.count((~staged & g).sum()) for g in groups], None)
    for i, name in enumerate(COMORBIDITIES[: int(s.random.integers(2, 6))]):
        shares(f"{name.capitalize()}, n (%)", people.comorbid[:, i], everybody)
    if with_p:
        for row, value in zip(rows, tests, strict=True):
            row.append(s.p_cell(value) if value is not None else "")
        rows[0][-1] = s.pick("p", "P value", "p-value")
    missing = [
        f"stage ({s.count((~staged).sum())})" if not staged.all() else "",
        f"BMI ({s.count((~known).sum())})" if not known.all() else "",
    ]
    note = (
        f"Missing values: {' and '.join(m for m in missing if m)}." if any(missing) and s.random.random() < 0.6 else ""
    )
    return Table(
        s.pick("Baseline characteristics", "Characteristics of the participants", "Patient characteristics by group"),
        rows,
        note,
    )


def outcomes(people: People, style: Style, arms: list[str], endpoint: str) -> Table:
    """Table 2: outcomes of the first two groups with an effect and its interval."""
    s = style
    odds = people.design == "case-control" or s.random.random() < 0.4
    name = s.pick("OR (95% CI)", "Odds ratio (95% CI)") if odds else s.pick("RR (95% CI)", "Risk ratio (95% CI)")
    n, m = people.sizes[:2]
    rows = [
        ["Outcome", f"{arms[0].capitalize()} (n = {s.size(n)})", f"{arms[1].capitalize()} (n = {s.size(m)})", name, "p"]
    ]
    variables = [
        (endpoint.capitalize(), people.response),
        ("Complete " + endpoint, people.complete),
        ("Any adverse event", people.events.any(axis=1)),
        ("Smoking", people.smoker),
    ]
    for label, who in variables:
        a, b = (int(who[people.of(g)].sum()) for g in (0, 1))
        if 0 < a < n and 0 < b < m:
            e = ratio(a, n, b, m, odds)
            p = p_of_counts([[a, n - a], [b, m - b]])
            effect = f"{s.figure('ratio', e.value, s.effect_decimals)} ({s.figure('ratio', e.lower, s.effect_decimals)}{s.dash}{s.figure('ratio', e.upper, s.effect_decimals)})"
            percent = [f"{s.count(x)} ({s.percent(x, y)})" for x, y in ((a, n), (b, m))]
            rows.append([label, *percent, effect, s.p_cell(p)])
    return Table(s.pick("Outcomes by group", "Primary and secondary outcomes"), rows)


def regression(people: People, style: Style, arms: list[str], endpoint: str) -> Table:
    """Table 3: a linear or a logistic model."""
    s = style
    two = people.group < 2
    columns = [(people.group == 0).astype(float), people.age, people.female.astype(float), people.smoker.astype(float)]
    labels = [f"{arms[0].capitalize()} (reference: {arms[1]})", "Age, per year", "Female sex", "Current smoking"]
    if s.random.random() < 0.5:
        who = two & ~np.isnan(people.after)
        fits = linear(people.after[who], [c[who] for c in columns])
        dash = " to " if any(f.lower < 0 for f in fits) else s.dash
        rows = [["Variable", "B", "SE", "t", "95% CI", "p"]]
        for label, f in zip(["Intercept", *labels], fits, strict=True):
            rows.append(
                [
                    label,
                    s.figure("coefficient", f.value, 2),
                    s.figure("error", f.error, 2),
                    s.figure("statistic", f.statistic, 2),
                    f"{s.figure('coefficient', f.lower, 2)}{dash}{s.figure('coefficient', f.upper, 2)}",
                    s.p_cell(f.p),
                ]
            )
        return Table("Linear regression of the score at six months", rows)
    fits = logistic(people.response[two], [c[two] for c in columns])
    rows = [["Variable", s.pick("Adjusted OR (95% CI)", "aOR (95% CI)"), "p"]]
    for label, f in zip(labels, fits, strict=True):
        rows.append(
            [
                label,
                f"{s.figure('ratio', f.value, 2)} ({s.figure('ratio', f.lower, 2)}{s.dash}{s.figure('ratio', f.upper, 2)})",
                s.p_cell(f.p),
            ]
        )
    return Table(f"Factors associated with {endpoint} (logistic regression)", rows)


def adverse_events(people: People, style: Style, arms: list[str], endpoint: str) -> Table:
    """Adverse events, several of a person."""
    del endpoint
    s = style
    rows = [
        ["Event, n (%)", *(f"{arm.capitalize()} (n = {s.size(n)})" for arm, n in zip(arms, people.sizes, strict=True))]
    ]
    for label, who in [
        ("Any", people.events.any(axis=1)),
        *((e.capitalize(), people.events[:, i]) for i, e in enumerate(EVENTS)),
        ("Serious", people.serious),
    ]:
        counts = [int(who[people.of(g)].sum()) for g in range(len(arms))]
        rows.append(
            [
                label,
                *(
                    f"{s.count(c)} ({s.figure('percent', 100 * c / n, s.percent_decimals)})"
                    for c, n in zip(counts, people.sizes, strict=True)
                ),
            ]
        )
    return Table("Adverse events", rows, s.pick("", "A participant may have had more than one event."))
