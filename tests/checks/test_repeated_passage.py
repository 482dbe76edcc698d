CHECK = "repeated_passage"
SHOULD_PASS = [
    "{kind: passage, words: 60, shared: 14}",
    "{kind: passage, words: 5, shared: 5}",
    "{kind: passage, words: 200, shared: 0}",
]
SHOULD_FLAG = [
    "{kind: passage, words: 210, shared: 210}",
    "{kind: passage, words: 210, shared: 190}",
]


def test_says_that_it_is_printed_twice(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[1])
    assert finding.message == (
        "two independent passages of 210 words share 0 to 105, not 190; "
        "190 of the 210 words stand in both places in the same order: the passage is printed twice"
    )
