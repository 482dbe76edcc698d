CHECK = "rate_not_reached"
SILENT = ["{kind: survival, time: 12, estimate: 67.1}", "{kind: survival, estimate: 67.1, lower: 50, upper: 80}"]
SHOULD_FLAG = [
    "{kind: survival, time: 12, reached: false}",
    "{kind: survival, quantity: cumulative-incidence, reached: false}",
]


def test_says_what_was_meant(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.severity == "major"
    assert finding.message == (
        "a rate of survival at a given time is a number or not estimable, not 'not reached'; "
        "only a median is not reached"
    )
