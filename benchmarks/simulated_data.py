"""Simulated people and the textbook statistics of them; nothing here knows how a paper is worded."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Z = float(stats.norm.ppf(0.975))
COMORBIDITIES = ("hypertension", "diabetes", "asthma", "chronic kidney disease", "depression")
EVENTS = ("nausea", "headache", "fatigue", "diarrhoea", "rash", "neutropenia")
STAGES = ("I", "II", "III", "IV")


@dataclass
class Estimate:
    """An effect with its interval, p and, where a test has one, standard error and statistic."""

    value: float
    lower: float
    upper: float
    p: float
    error: float = 0.0
    statistic: float = 0.0


class People:
    """Everybody in one study; an array per variable, NaN where it is missing."""

    def __init__(self, random: np.random.Generator, design: str) -> None:
        self.design = design
        groups = 3 if design == "trial" and random.random() < 0.2 else 2
        each = int(random.integers(30, 220))
        sizes = [each if design == "trial" else int(random.integers(30, 220)) for _ in range(groups)]
        if design == "trial":
            sizes = [max(20, size + int(random.integers(-3, 4))) for size in sizes]
        self.sizes = sizes
        self.group = np.repeat(np.arange(groups), sizes)
        n = self.n = int(sum(sizes))
        effect = random.normal(0.3, 0.4)
        treated = self.group == 0
        self.age = np.clip(np.round(random.normal(random.uniform(45, 70), random.uniform(8, 15), n)), 18, 96)
        self.female = random.random(n) < random.uniform(0.25, 0.7)
        self.smoker = random.random(n) < random.uniform(0.1, 0.5)
        self.bmi = np.round(random.normal(27, 4.5, n), 1)
        self.bmi[random.random(n) < random.choice([0, 0.05, 0.15])] = np.nan
        self.stage = random.choice(4, n, p=random.dirichlet([4, 4, 3, 2])).astype(float)
        self.stage[random.random(n) < random.choice([0, 0.04, 0.1])] = np.nan
        self.comorbid = random.random((n, 5)) < random.uniform(0.05, 0.5, 5)
        logit = random.normal(-0.4, 0.6) + effect * treated + 0.3 * self.female + 0.02 * (self.age - 55)
        self.response = random.random(n) < 1 / (1 + np.exp(-logit))
        self.complete = self.response & (random.random(n) < random.uniform(0.2, 0.6))
        self.events = random.random((n, 6)) < random.uniform(0.03, 0.35, 6)
        self.serious = self.events.any(axis=1) & (random.random(n) < 0.25)
        self.before = np.round(random.normal(50, 10, n), 1)
        self.after = np.round(self.before + random.normal(3, 7, n) + 5 * effect * treated, 1)
        self.after[random.random(n) < random.choice([0, 0.08])] = np.nan
        self.stay = np.ceil(random.lognormal(1.8 - 0.3 * effect * treated, 0.6))
        # Months to death, with people still in the study when it ends.
        death = random.exponential(random.uniform(12, 60) * np.exp(0.5 * effect * treated))
        censored = random.uniform(6, 60, n)
        self.time = np.minimum(death, censored)
        self.dead = death <= censored

    def is_separated(self) -> bool:
        """Whether some group has so few with an outcome, or without, that models of it have no solution."""
        outcomes = (self.response, self.dead)
        parts = [self.of(g) for g in (0, 1)] + [s & (self.group < 2) for s in (self.female, self.smoker)]
        return any(min((o & part).sum(), (~o & part).sum()) < 3 for o in outcomes for part in parts)

    def of(self, group: int) -> Bools:
        """Who is in a group."""
        return np.asarray(self.group == group)


def p_of_counts(table: list[list[int]], fisher: bool = False, corrected: bool = False) -> float:
    """Fisher's or the chi-squared test of a table of counts."""
    if fisher and len(table) == 2 and len(table[0]) == 2:
        return float(stats.fisher_exact(table)[1])
    return float(stats.chi2_contingency(np.array(table), correction=corrected)[1])


def ratio(a: int, n: int, c: int, m: int, odds: bool) -> Estimate:
    """An odds ratio by Woolf or a risk ratio by Katz."""
    if odds:
        value, variance = a * (m - c) / ((n - a) * c), 1 / a + 1 / (n - a) + 1 / c + 1 / (m - c)
    else:
        value, variance = (a / n) / (c / m), 1 / a - 1 / n + 1 / c - 1 / m
    error = float(np.sqrt(variance))
    statistic = float(np.log(value)) / error
    p = float(2 * stats.norm.sf(abs(statistic)))
    return Estimate(value, float(value * np.exp(-Z * error)), float(value * np.exp(Z * error)), p, error, statistic)


def risk_difference(a: int, n: int, c: int, m: int) -> Estimate:
    """The difference of two percentages in points, with Wald's interval."""
    value, error = a / n - c / m, float(np.sqrt(a / n * (1 - a / n) / n + c / m * (1 - c / m) / m))
    p = float(2 * stats.norm.sf(abs(value / error)))
    return Estimate(100 * value, 100 * (value - Z * error), 100 * (value + Z * error), p, 100 * error)


def mean_difference(x: Floats, y: Floats, welch: bool) -> Estimate:
    """The difference of two means with the interval of the t test."""
    test = stats.ttest_ind(x, y, equal_var=not welch)
    interval = test.confidence_interval()
    return Estimate(float(x.mean() - y.mean()), float(interval.low), float(interval.high), float(test.pvalue))


def paired_difference(before: Floats, after: Floats) -> Estimate:
    """The mean change of the same people, with the interval of the paired t test."""
    test = stats.ttest_rel(after, before)
    interval = test.confidence_interval()
    return Estimate(float((after - before).mean()), float(interval.low), float(interval.high), float(test.pvalue))


def linear(y: Floats, columns: list[Floats]) -> list[Estimate]:
    """Least squares; the intercept first."""
    x = np.column_stack([np.ones(len(y)), *columns])
    inverse = np.linalg.inv(x.T @ x)
    b = inverse @ x.T @ y
    df = len(y) - x.shape[1]
    errors = np.sqrt(np.diag(inverse) * ((y - x @ b) ** 2).sum() / df)
    t = stats.t.ppf(0.975, df)
    rows = []
    for one, error in zip(b, errors, strict=True):
        p = float(2 * stats.t.sf(abs(one / error), df))
        rows.append(Estimate(one, one - t * error, one + t * error, p, error, one / error))
    return rows


def _ratios(b: Floats, information: Floats) -> list[Estimate]:
    errors = np.sqrt(np.diag(np.linalg.inv(information)))
    rows = []
    for one, error in zip(b, errors, strict=True):
        p = float(2 * stats.norm.sf(abs(one / error)))
        bounds = np.exp([one, one - Z * error, one + Z * error])
        rows.append(Estimate(*map(float, bounds), p, float(error), float(one / error)))
    return rows


def logistic(y: Bools, columns: list[Floats]) -> list[Estimate]:
    """Adjusted odds ratios by maximum likelihood, without the intercept."""
    x = np.column_stack([np.ones(len(y)), *columns])
    b = np.zeros(x.shape[1])
    for _ in range(25):
        fitted = 1 / (1 + np.exp(-x @ b))
        information = x.T @ (x * (fitted * (1 - fitted))[:, None])
        b = b + np.linalg.solve(information, x.T @ (y - fitted))
    return _ratios(b, information)[1:]


def cox(time: Floats, dead: Bools, columns: list[Floats]) -> list[Estimate]:
    """Hazard ratios by partial likelihood."""
    order = np.argsort(-time)
    x, d = np.column_stack(columns)[order], dead[order]
    b = np.zeros(x.shape[1])
    for _ in range(15):
        weight = np.exp(x @ b)
        total = np.cumsum(weight)
        first = np.cumsum(weight[:, None] * x, axis=0) / total[:, None]
        second = np.cumsum(weight[:, None, None] * x[:, :, None] * x[:, None, :], axis=0) / total[:, None, None]
        information = (second - first[:, :, None] * first[:, None, :])[d].sum(axis=0)
        b = b + np.linalg.solve(information, (x - first)[d].sum(axis=0))
    return _ratios(b, information)


def log_rank(people: People, groups: tuple[int, int]) -> float:
    """The p of two survival curves."""
    samples = []
    for group in groups:
        who = people.of(group)
        samples.append(stats.CensoredData.right_censored(people.time[who], ~people.dead[who]))
    return float(stats.logrank(*samples).pvalue)


class Curve:
    """A Kaplan-Meier estimate with Greenwood's log-log interval."""

    def __init__(self, time: Floats, dead: Bools) -> None:
        self.times = np.sort(time[dead])
        at_risk = np.array([(time >= t).sum() for t in self.times])
        self.survival = np.cumprod(1 - 1 / at_risk)
        with np.errstate(divide="ignore", invalid="ignore"):
            variance = np.cumsum(1 / (at_risk * (at_risk - 1)))
            error = np.sqrt(variance) / np.abs(np.log(self.survival))
        self.lower = self.survival ** np.exp(Z * error)
        self.upper = self.survival ** np.exp(-Z * error)

    def at(self, month: float) -> tuple[float, float, float] | None:
        """Survival at a time and its interval; none before the first death."""
        place = int(np.searchsorted(self.times, month, side="right")) - 1
        if place < 0 or not np.isfinite(self.lower[place]):
            return None
        return float(self.survival[place]), float(self.lower[place]), float(self.upper[place])

    def median(self) -> tuple[float | None, float | None, float | None]:
        """The median and the bounds of its interval; none where a curve does not come down to a half."""
        found: list[float | None] = []
        for curve in (self.survival, self.lower, self.upper):
            below = np.flatnonzero(curve <= 0.5)
            found.append(float(self.times[below[0]]) if len(below) else None)
        return found[0], found[1], found[2]
