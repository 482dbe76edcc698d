# ruff: noqa: E501 -- a template of a sentence reads best on one line
"""A simulated study written up: what a paper says of its people, each sentence in one of several wordings."""

from collections.abc import Callable

import numpy as np
from scipy import stats
from simulated_data import (
    COMORBIDITIES,
    EVENTS,
    STAGES,
    Curve,
    Estimate,
    People,
    cox,
    linear,
    log_rank,
    logistic,
    mean_difference,
    p_of_counts,
    paired_difference,
    ratio,
    risk_difference,
)
from simulated_style import Paper, Style, written
from simulated_tables import adverse_events, baseline, outcomes, regression

NAMES = {
    "trial": (["colchicine", "early mobilisation", "tranexamic acid", "telephone coaching"], ["placebo", "usual care"]),
    "cohort": (["statin users", "the dialysis group", "the early surgery group"], ["non-users", "the control group"]),
    "case-control": (["cases"], ["controls"]),
}
CONDITIONS = ("acute pancreatitis", "heart failure", "septic shock", "hip fracture", "migraine", "ovarian cancer")


class Words:
    """One study in one style: a method for each thing that papers say."""

    def __init__(self, people: People, style: Style) -> None:
        self.people, self.s = people, style
        first, second = NAMES[people.design]
        self.arms = [style.pick(*first), style.pick(*second)]
        if len(people.sizes) == 3:
            self.arms.append("vitamin D")
        self.condition = style.pick(*CONDITIONS)
        self.endpoint = (
            style.pick("response", "recovery", "remission") if people.design != "case-control" else "exposure"
        )
        self.responders = [int(people.response[people.of(g)].sum()) for g in range(len(people.sizes))]
        a, b, n, m = *self.responders[:2], *people.sizes[:2]
        self.odds = people.design == "case-control" or style.random.random() < 0.4
        self.fisher = style.random.random() < 0.25
        self.ratio = ratio(a, n, b, m, self.odds)
        self.ratio.p = p_of_counts([[a, n - a], [b, m - b]], self.fisher)
        self.difference = risk_difference(a, n, b, m)
        treated = (people.group == 0).astype(float)
        known = ~np.isnan(people.after)
        two = people.group < 2
        self.adjusted = logistic(
            people.response[two], [treated[two], people.age[two], people.female[two].astype(float)]
        )[0]
        self.hazard = cox(people.time[two], people.dead[two], [treated[two]])[0]
        self.adjusted_hazard = cox(people.time[two], people.dead[two], [treated[two], people.age[two] / 10])[0]
        self.log_rank = log_rank(people, (0, 1))
        self.known = known
        self.welch = style.random.random() < 0.5
        groups = [people.after[people.of(g) & known] for g in (0, 1)]
        self.score = mean_difference(groups[0], groups[1], self.welch)

    def flow(self) -> str:
        """Who was screened, left out and kept."""
        p, s, r = self.people, self.s, self.s.random
        out = [int(v) for v in r.integers(3, 60, 3)]
        screened = p.n + sum(out)
        each = " and ".join(f"{s.size(n)} to {arm}" for n, arm in zip(p.sizes[:2], self.arms, strict=False))
        if len(p.sizes) == 3:
            each = f"{s.size(p.sizes[0])} to {self.arms[0]}, {s.size(p.sizes[1])} to {self.arms[1]} and {s.size(p.sizes[2])} to {self.arms[2]}"
        reasons = f"{s.count(out[0])} did not meet the criteria, {s.count(out[1])} declined and {s.count(out[2])} for other reasons"
        kept = f"{s.size(p.n)} were randomised: {each}"
        if p.design != "trial":
            kept = f"{s.size(p.n)} were included: {s.size(p.sizes[0])} {self.arms[0]} and {s.size(p.sizes[1])} {self.arms[1]}"
        return s.pick(
            f"Of {s.size(screened)} {s.people} screened, {s.count(sum(out))} were excluded ({reasons}); the remaining {kept}.",
            f"We screened {s.size(screened)} {s.people}, of whom {s.count(sum(out))} were excluded and {kept}.",
            f"A total of {s.size(screened)} {s.people} were assessed. After exclusion of {s.count(sum(out))} ({reasons}), {kept}.",
        )

    def demographics(self) -> str:
        p, s = self.people, self.s
        women = int(p.female.sum())
        ages = f"{s.figure('range', p.age.min())}{s.dash}{s.figure('range', p.age.max())}"
        return s.pick(
            f"The mean age was {s.mean(p.age)} years, and {s.share(women, p.n)} {s.people} were women.",
            f"Median age was {s.median(p.age)} years (range {ages}); {s.count(women)} ({s.percent(women, p.n)}) were female and {s.count(p.n - women)} ({s.percent(p.n - women, p.n)}) were male.",
            f"Of the {s.size(p.n)} {s.people}, {s.count(women)} ({s.percent(women, p.n)}) were women, and the mean age was {s.mean(p.age)} years.",
        )

    def comorbidities(self) -> str:
        """Several of each person, so that they make more than the whole."""
        p, s = self.people, self.s
        named = [f"{name} ({s.brief(int(p.comorbid[:, i].sum()), p.n)})" for i, name in enumerate(COMORBIDITIES[:3])]
        bare = [
            f"{name} in {s.count(p.comorbid[:, i].sum())} ({s.percent(int(p.comorbid[:, i].sum()), p.n)})"
            for i, name in enumerate(COMORBIDITIES[:4])
        ]
        several = int((p.comorbid.sum(axis=1) > 1).sum())
        return s.pick(
            f"The commonest comorbidities were {named[0]}, {named[1]} and {named[2]}.",
            f"Comorbidities were frequent: {', '.join(bare[:-1])} and {bare[-1]}. More than one was present in {s.share(several, p.n)}.",
            f"{s.count(p.comorbid[:, 0].sum())} {s.people} ({s.percent(int(p.comorbid[:, 0].sum()), p.n)}) had {COMORBIDITIES[0]}, {s.count(p.comorbid[:, 1].sum())} ({s.percent(int(p.comorbid[:, 1].sum()), p.n)}) {COMORBIDITIES[1]}, and {s.count(several)} had two or more conditions.",
        )

    def stages(self) -> str:
        """A partition of those whose stage is known."""
        p, s = self.people, self.s
        known = int((~np.isnan(p.stage)).sum())
        counts = [int((p.stage == i).sum()) for i in range(4)]
        listed = [f"stage {STAGES[i]} in {s.count(c)} ({s.percent(c, known)})" for i, c in enumerate(counts)]
        late = counts[2] + counts[3]
        if known < p.n:
            lead = s.pick(
                f"Stage was known for {s.size(known)} {s.people}: ",
                f"Among the {s.size(known)} {s.people} with data on stage, disease was ",
            )
            return f"{lead}{', '.join(listed[:3])} and {listed[3]}; it was missing for {s.count(p.n - known)}."
        return s.pick(
            f"Disease was {', '.join(listed[:3])} and {listed[3]}.",
            f"Advanced disease was present in {s.share(late, p.n)} {s.people}, including {s.count(counts[3])} with stage IV.",
        )

    def primary(self) -> str:
        p, s, e = self.people, self.s, self.endpoint
        a, b, n, m = *self.responders[:2], *p.sizes[:2]
        name = s.pick("odds ratio", "OR") if self.odds else s.pick("risk ratio", "relative risk", "RR")
        effect = s.effect(name, self.ratio)
        first, second = (
            f"{s.count(a)} of {s.size(n)} ({s.percent(a, n)})",
            f"{s.count(b)} of {s.size(m)} ({s.percent(b, m)})",
        )
        if s.random.random() < 0.5:
            first, second = (f"{s.percent(x, y)} ({s.count(x)}/{s.size(y)})" for x, y in ((a, n), (b, m)))
        test = "Fisher's exact test" if self.fisher else "chi-squared test"
        plain = s.p(self.ratio.p)
        points = s.effect("risk difference", self.difference, p=False, decimals=1, unit=s.percent_sign)
        return s.pick(
            f"{e.capitalize()} was observed in {first} with {self.arms[0]} {s.versus} {second} with {self.arms[1]} ({effect}).",
            f"The rate of {e} was {first} in {self.arms[0]} and {second} in {self.arms[1]} ({plain}, {test}).",
            f"{e.capitalize()} occurred in {first} of {self.arms[0]} and in {second} of {self.arms[1]}, {effect}.",
            f"{e.capitalize()} was seen in {first} {s.people} in the {self.arms[0]} arm and {second} in the {self.arms[1]} arm ({points}; {plain}).",
        )

    def complete(self) -> str:
        p, s = self.people, self.s
        total, full = int(p.response.sum()), int(p.complete.sum())
        return s.pick(
            f"Overall, {s.count(total)} {s.people} ({s.percent(total, p.n)}) achieved {self.endpoint}, including {s.count(full)} ({s.percent(full, p.n)}) in whom it was complete.",
            f"{self.endpoint.capitalize()} was reached by {s.share(total, p.n)}; it was complete in {s.count(full)} and partial in {s.count(total - full)}.",
            f"Of the {s.size(total)} with {self.endpoint}, {s.count(full)} ({s.percent(full, total)}) had a complete one and the remaining {s.count(total - full)} ({s.percent(total - full, total)}) a partial one.",
        )

    def adjustment(self) -> str:
        s = self.s
        effect = s.effect(s.pick("adjusted odds ratio", "aOR", "adjusted OR"), self.adjusted)
        return s.pick(
            f"After adjustment for age and sex, the association was {s.pick('similar', 'little changed')} ({effect}).",
            f"In the multivariable logistic model, {effect}.",
            f"Adjusting for age and sex gave {effect} for {self.endpoint}.",
        )

    def scores(self) -> str:
        p, s = self.people, self.s
        x, y = (p.after[p.of(g) & self.known] for g in (0, 1))
        effect = s.effect(s.pick("mean difference", "difference"), self.score, decimals=1)
        sizes = (
            f" (n = {s.size(len(x))} and n = {s.size(len(y))})"
            if len(x) + len(y) < sum(p.sizes[:2]) and s.random.random() < 0.5
            else ""
        )
        return s.pick(
            f"The mean score at six months was {s.mean(x)} with {self.arms[0]} and {s.mean(y)} with {self.arms[1]}{sizes} ({effect}).",
            f"At follow-up the score was {s.mean(x)} {s.versus} {s.mean(y)}{sizes} ({s.p(self.score.p)}, {'Welch' if self.welch else 'Student'} t test).",
        )

    def paired(self) -> str:
        """The same people before and after."""
        p, s = self.people, self.s
        before, after = p.before[self.known], p.after[self.known]
        change = paired_difference(before, after)
        verb = "rose" if fixed_up(before, after) else "changed"
        return s.pick(
            f"Among the {s.size(len(after))} {s.people} with both measurements, the score {verb} from {s.mean(before)} to {s.mean(after)} ({s.effect('mean change', change, decimals=1)}).",
            f"Mean score was {s.mean(before)} at baseline and {s.mean(after)} at six months ({s.p(change.p)}, paired t test, n = {s.size(len(after))}).",
        )

    def stay(self) -> str:
        p, s = self.people, self.s
        x, y = (p.stay[p.of(g)] for g in (0, 1))
        value = float(stats.mannwhitneyu(x, y).pvalue)
        return s.pick(
            f"Median length of stay was {s.median(x)} days with {self.arms[0]} and {s.median(y)} days with {self.arms[1]} ({s.p(value)}).",
            f"Length of stay did not follow a normal distribution (median {s.median(x)} {s.versus} {s.median(y)} days; Mann-Whitney, {s.p(value)}).",
        )

    def survival(self) -> str:
        p, s = self.people, self.s
        curves = [Curve(p.time[p.of(g)], p.dead[p.of(g)]) for g in (0, 1)]
        said = []
        for months, words in ((12, s.pick("1-year", "12-month", "one-year")), (24, s.pick("2-year", "24-month"))):
            rates = [curve.at(months) for curve in curves]
            if all(rates):
                both = [
                    f"{s.figure('rate', 100 * r[0], s.percent_decimals)}{s.percent_sign} ({s.interval('rate', 100 * r[1], 100 * r[2], s.percent_decimals)})"
                    for r in rates
                    if r
                ]
                said.append(
                    s.pick(
                        f"The {words} overall survival was {both[0]} with {self.arms[0]} and {both[1]} with {self.arms[1]}.",
                        f"Estimated {words} survival rates were {both[0]} {s.versus} {both[1]}, respectively.",
                    )
                )
        deaths = [int(p.dead[p.of(g)].sum()) for g in (0, 1)]
        said.append(
            f"There were {s.count(sum(deaths))} deaths, {s.count(deaths[0])} in {self.arms[0]} and {s.count(deaths[1])} in {self.arms[1]}."
            if len(p.sizes) == 2
            else ""
        )
        medians = []
        for curve in curves:
            value, low, high = curve.median()
            printed = [
                s.figure("months", v, 1) if v is not None else s.pick("not reached", "NR") for v in (value, low, high)
            ]
            medians.append(f"{printed[0]} months ({s.level.format(s.dash.join(printed[1:]))})")
        said.append(
            f"Median overall survival was {medians[0]} in {self.arms[0]} {s.versus} {medians[1]} in {self.arms[1]} ({s.effect('HR', self.hazard, p=False)}; log-rank {s.p(self.log_rank)})."
        )
        said.append(f"Adjusted for age, the {s.effect('hazard ratio', self.adjusted_hazard)}.")
        return " ".join(one for one in said if one)

    def subgroups(self) -> str:
        p, s = self.people, self.s
        who = [p.female, ~p.female]
        cells = [(int(p.response[w].sum()), int(w.sum())) for w in who]
        value = p_of_counts([[a, n - a] for a, n in cells], self.fisher)
        (a, n), (b, m) = cells
        smokers = int(p.smoker.sum())
        k = int((p.smoker & p.response).sum())
        return s.pick(
            f"{self.endpoint.capitalize()} was seen in {s.count(a)} of the {s.size(n)} women ({s.percent(a, n)}) and {s.count(b)} of the {s.size(m)} men ({s.percent(b, m)}; {s.p(value)}).",
            f"Among the {s.size(smokers)} smokers, {s.count(k)} ({s.percent(k, smokers)}) had {self.endpoint}.",
            f"Rates were {s.percent(a, n)} ({s.count(a)}/{s.size(n)}) in women and {s.percent(b, m)} ({s.count(b)}/{s.size(m)}) in men, {s.p(value)}.",
        )

    def safety(self) -> str:
        p, s = self.people, self.s
        any_event = int(p.events.any(axis=1).sum())
        counts = [int(p.events[:, i].sum()) for i in range(6)]
        top = sorted(range(6), key=lambda i: -counts[i])[:3]
        listed = [f"{EVENTS[i]} ({s.brief(counts[i], p.n)})" for i in top]
        serious = int(p.serious.sum())
        return s.pick(
            f"At least one adverse event was reported by {s.share(any_event, p.n)} {s.people}; the most frequent were {listed[0]}, {listed[1]} and {listed[2]}.",
            f"Adverse events occurred in {s.count(any_event)} {s.people} ({s.percent(any_event, p.n)}), of whom {s.count(serious)} ({s.percent(serious, any_event)}) had a serious one.",
        )

    def correlation(self) -> str:
        p, s = self.people, self.s
        r = stats.pearsonr(p.before[self.known], p.after[self.known])
        b = linear(p.after[self.known], [p.before[self.known]])[1]
        return s.pick(
            f"Scores before and after correlated (r = {s.figure('r', r.statistic, 2)}, {s.p(r.pvalue)}).",
            f"In linear regression, each point at baseline went with {s.figure('difference', b.value, 2)} points at follow-up ({s.interval('difference', b.lower, b.upper, 2)}; {s.p(b.p)}).",
        )

    def others(self) -> str:
        """What other studies found, which none of this one's figures need agree with."""
        s, r = self.s, self.s.random
        n, rate = int(r.integers(80, 3000)), r.uniform(20, 80)
        error, value = r.uniform(0.1, 0.3), r.normal(0.3, 0.3)
        bounds = np.exp([value, value - 1.96 * error, value + 1.96 * error])
        found = s.effect("odds ratio", Estimate(*map(float, bounds), 0.5), p=False)
        return s.pick(
            f"An earlier trial of {n} {s.people} found {self.endpoint} in {rate:.0f}% and a median stay of {int(r.integers(3, 20))} days.",
            f"In a meta-analysis of {int(r.integers(4, 30))} studies with {n} {s.people}, the pooled {found}.",
            f"Others have reported {self.endpoint} in {rate:.0f}% to {min(95.0, rate + 12):.0f}% of {s.people} with {self.condition}.",
        )

    def repeated(self) -> str:
        """The main figures again, in some papers rounded."""
        p, s = self.people, self.s
        a, b, n, m = *self.responders[:2], *p.sizes[:2]
        name = "odds ratio" if self.odds else "risk ratio"
        rounded = f"{s.figure('percent', 100 * a / n)}% {s.versus} {s.figure('percent', 100 * b / m)}%"
        return s.pick(
            f"In this study of {s.size(p.n)} {s.people} with {self.condition}, {self.endpoint} was achieved by {s.percent(a, n)} with {self.arms[0]} and {s.percent(b, m)} with {self.arms[1]}.",
            f"The rate of {self.endpoint} was {rounded} with {self.arms[0]} and {self.arms[1]}, respectively ({s.effect(name, self.ratio, p=False)}).",
            f"About {s.figure('percent', 100 * a / n)}% of those given {self.arms[0]} had {self.endpoint}, and {'fewer' if b / m < a / n else 'more'} of those given {self.arms[1]} did.",
        )


def fixed_up(
    before: "np.ndarray[tuple[int], np.dtype[np.float64]]", after: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> bool:
    """Whether a mean is higher afterwards by what shows in print."""
    return bool(after.mean() - before.mean() > 0.1)


def paper(random: np.random.Generator) -> Paper:
    """One paper, from its people to its file."""
    design = str(random.choice(["trial", "trial", "cohort", "case-control"]))
    people, style = People(random, design), Style(random)
    while people.is_separated():
        people = People(random, design)
    w, s = Words(people, style), style
    title = f"{w.arms[0].capitalize()} and {w.arms[1]} in {w.condition}: a {design if design != 'trial' else 'randomised trial'}"
    small = int(random.integers(1, 28)), int(random.integers(1, 28))
    dates = f"Between {small[0]} March 2015 and {small[1]} October 2019, adults with {w.condition} were enrolled at {int(random.integers(2, 40))} centres; the data cutoff was 31 December 2021."
    tests = f"Proportions were compared by the {'Fisher exact' if w.fisher else 'chi-squared'} test, means by the t test and skewed variables by the Mann-Whitney test. Survival was estimated by Kaplan-Meier and compared by the log-rank test. A two-sided p below 0.05 was significant."
    power = f"A sample of {s.size(int(random.integers(100, 600)))} gave 80% power to detect a difference of {int(random.integers(8, 25))} percentage points at a two-sided alpha of 5%."
    first: list[Callable[[], str]] = [w.flow, w.demographics, w.comorbidities, w.stages]
    main = [w.primary, w.complete, w.adjustment, w.subgroups, w.scores, w.paired, w.stay, w.correlation]
    if design == "case-control":
        main = [w.primary, w.adjustment, w.scores, w.stay]
    kept = [one for one in first + main if one == w.primary or random.random() < 0.75]
    results = [[one() for one in kept if one in first], [one() for one in kept if one not in first]]
    later = [w.survival(), w.safety()] if design != "case-control" else []
    tables = [
        t(people, style, w.arms, w.endpoint)
        for t in (baseline, outcomes, regression, adverse_events)
        if random.random() < 0.75 and (design != "case-control" or t is not adverse_events)
    ]
    for number, table in enumerate(tables, 1):
        table.caption = f"Table {number}. {table.caption}"
    abstract = [
        f"Background: The care of {w.condition} is debated.",
        f"Methods: We studied {s.size(people.n)} {s.people}.",
        f"Results: {w.primary()} {w.demographics()}",
        f"Conclusions: {w.repeated()}",
    ]
    sections = [
        ("Abstract", abstract if random.random() < 0.5 else [" ".join(abstract)]),
        ("Methods", [dates, tests, power]),
        ("Results", [*(" ".join(r) for r in results if r), *later, *tables]),
        ("Discussion", [w.repeated(), w.others(), w.others()]),
        ("Conclusions", [f"{w.arms[0].capitalize()} merits further study in {w.condition}."]),
    ]
    return written(title, sections, style.pick(".md", ".md", ".txt", ".txt", ".html", ".xml"))
