import re

import msgspec
import pytest

from checker.judge import judge
from checker.model import Candidate, Interval, Reported, Verdict
from checker.report import trials


@pytest.fixture
def findings(findings_of):
    def found(check, claim):
        return [finding for finding in findings_of(check, claim) if finding.verdict is not Verdict.CONSISTENT]

    return found


def test_the_nearest_ordinary_assumption_comes_first(findings):
    [finding] = findings("binomial_interval", "{kind: interval, count: 68, total: 96, lower: 64.8, upper: 76.4}")
    found = trials.trials(finding)
    assert found.printed == "64.8% to 76.4%"
    assert found.nearest[0].assumption == "wald"
    assert len(found.nearest) == 5
    assert len(found.rest) > 5


def test_an_interval_is_drawn_as_a_line_and_a_figure_as_the_range_of_its_rounding(findings):
    [interval] = findings("binomial_interval", "{kind: interval, count: 68, total: 96, lower: 64.8, upper: 76.4}")
    assert trials.trials(interval).picture.count("<line") == 2
    [percent] = findings("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 22}")
    found = trials.trials(percent)
    assert "<rect" in found.picture
    assert "<circle" in found.nearest[0].picture
    assert 'aria-hidden="true"' in found.picture


def test_every_position_lies_within_the_picture(findings):
    for claim in (
        "{kind: proportion, count: 0, total: 55, percent: 22}",
        "{kind: proportion, count: 55, total: 55, percent: 1}",
    ):
        [finding] = findings("percent_from_count", claim)
        positions = re.findall(r' (?:x|cx|x1|x2)="(-?[\d.]+)"', trials.trials(finding).picture)
        assert all(0 <= float(position) <= 160 for position in positions)


def test_words_are_not_drawn(findings):
    [finding] = findings("rate_not_reached", "{kind: survival, time: 12, reached: false}")
    assert trials.trials(finding) is None


@pytest.mark.parametrize("values", [Interval(float("-inf"), 3.0), Interval(2.0, float("inf")), Interval(5.0, 5.0)])
def test_an_open_end_is_drawn_to_the_edge(values, findings):
    [finding] = findings("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 22}")
    candidate = Candidate((values,), "one", "x")
    compared = msgspec.structs.replace(finding.recomputation, targets=(Reported("5"),), candidates=(candidate,))
    changed = msgspec.structs.replace(finding, recomputation=compared, judgement=judge(compared))
    assert "<svg" in trials.trials(changed).nearest[0].picture
