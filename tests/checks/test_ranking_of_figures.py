from hypothesis import given
from hypothesis import strategies as st

CHECK = "ranking_of_figures"
SHOULD_PASS = [
    "{kind: ranking, position: highest, value: 37.4, others: [11.4, 21.9]}",
    "{kind: ranking, position: lowest, value: 4.1, others: [11.4, 21.9]}",
    "{kind: ranking, position: highest, value: 11.4, others: [11.44]}",
    "{kind: ranking, position: highest, value: 1, others: [<1]}",
    "{kind: ranking, position: lowest, value: <0.01, others: [0.2]}",
    "{kind: ranking, position: highest, value: 50, others: [50], ties: true}",
]
SHOULD_EXPLAIN = [
    "{kind: ranking, position: highest, value: 37.4, others: [37.4, 21.9]}",
    "{kind: ranking, position: lowest, value: 5, others: [5]}",
]
SHOULD_FLAG = [
    "{kind: ranking, position: highest, value: 11.4, others: [37.4, 21.9]}",
    "{kind: ranking, position: lowest, value: 11.4, others: [11.2]}",
    "{kind: ranking, position: highest, value: 49, others: [51], ties: true}",
]
MISSING = {
    "{kind: ranking, position: highest, value: 3, others: []}": "the figures it is compared with",
}


def test_shows_what_it_is_compared_with(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == "11.4 is not the highest of 11.4, 37.4, 21.9"


@given(st.lists(st.integers(0, 10**5), min_size=2, max_size=6), st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_a_true_ranking_is_never_flagged_however_rounded(verdict_of, thousandths, decimals):
    figures = [f"{x / 1000:.{d}f}" for x, d in zip(sorted(thousandths), decimals, strict=False)]
    for position, value, others in (("lowest", figures[0], figures[1:]), ("highest", figures[-1], figures[:-1])):
        claim = f"{{kind: ranking, position: {position}, value: '{value}', others: [{', '.join(others)}]}}"
        assert verdict_of(CHECK, claim) != "discrepant"
