import pytest

from checker.claimfile import loads
from checker.claimtext import dumps
from checker.measures import Measure, ReportedMeasure


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("OR", Measure.ODDS_RATIO),
        ("AdjOR", Measure.ODDS_RATIO),
        ("odds-ratios", Measure.ODDS_RATIO),
        ("Relative risks", Measure.RISK_RATIO),
        ("relative cardiovascular event risk", Measure.RISK_RATIO),
        ("aRR", Measure.RISK_RATIO),
        ("prevalence ratio", Measure.PREVALENCE_RATIO),
        ("relative hazard", Measure.HAZARD_RATIO),
        ("adjHR", Measure.HAZARD_RATIO),
        ("aIRR", Measure.RATE_RATIO),
        ("prevalence rate ratio", Measure.RATE_RATIO),
        ("SMR", Measure.STANDARDISED_RATIO),
        ("ARR", Measure.RISK_DIFFERENCE),
        ("absolute risk reduction", Measure.RISK_DIFFERENCE),
        ("relative risk reduction", Measure.RELATIVE_RISK_REDUCTION),
        ("NNH", Measure.NUMBER_NEEDED_TO_TREAT),
        ("standardized mean difference", Measure.MEAN_DIFFERENCE),
        ("LSMD", Measure.MEAN_DIFFERENCE),
        ("median difference", Measure.MEDIAN_DIFFERENCE),
        ("β", Measure.COEFFICIENT),
        ("B", Measure.COEFFICIENT),
        ("vaccine efficacy", Measure.EFFICACY),
        ("Difference", Measure.DIFFERENCE),
        ("times", Measure.RATIO),
    ],
)
def test_words_name_a_measure(words, measure):
    assert Measure.named(words) is ReportedMeasure(words).kind is measure


@pytest.mark.parametrize("measure", Measure)
def test_each_measure_is_named_by_its_own_name(measure):
    assert Measure.named(measure.value) is measure


def test_a_claims_file_keeps_the_words():
    text = b"document: {title: A}\nclaims: [{id: a, kind: effect, measure: aHR, scale: log, estimate: 0.68}]\n"
    paper = loads(text)
    assert paper.claims[0].measure == ReportedMeasure("aHR")
    assert "measure: aHR" in dumps(paper)
