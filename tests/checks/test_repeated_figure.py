from hypothesis import given
from hypothesis import strategies as st

CHECK = "repeated_figure"
SHOULD_PASS = [
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: [70.8]}]}",
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: ['71']}, {figures: ['70.83']}]}",
    "{kind: repeat, mentions: [{figures: ['71']}, {figures: [70.8]}]}",
    "{kind: repeat, mentions: [{figures: ['1,024']}, {figures: ['1024']}]}",
    "{kind: repeat, mentions: [{figures: [twelve]}, {figures: ['12']}]}",
    "{kind: repeat, mentions: [{figures: [70.5]}, {figures: ['70']}]}",
    "{kind: repeat, mentions: [{figures: [<0.001]}, {figures: ['0.0004']}]}",
    "{kind: repeat, mentions: [{figures: [22.1, Not estimated]}, {figures: [22.1, not  estimated]}]}",
    "{kind: repeat, mentions: [{figures: [6.6, 22.8], label: CI}, {figures: [6.6, 22.8], label: ci}]}",
    "{kind: repeat, mentions: [{figures: [6.6], label: CI}, {figures: [6.6]}]}",
]
SHOULD_EXPLAIN = [
    "{kind: repeat, mentions: [{figures: ['36'], label: CRc}, {figures: ['36'], label: CR, read: CRc}]}",
    "{kind: repeat, mentions: [{figures: ['36'], label: CR, read: CRc}, {figures: ['36'], label: CRc}]}",
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: ['70']}]}",
]
SHOULD_FLAG = [
    "{kind: repeat, mentions: [{figures: ['36'], label: CRc}, {figures: ['36'], label: CR, read: PR}]}",
    "{kind: repeat, mentions: [{figures: [11.4]}, {figures: [14.1]}]}",
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: [70.9]}]}",
    "{kind: repeat, mentions: [{figures: ['12']}, {figures: ['13']}]}",
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: [70.8]}, {figures: ['72']}]}",
    "{kind: repeat, mentions: [{figures: [<0.001]}, {figures: ['0.004']}]}",
    "{kind: repeat, mentions: [{figures: [22.1, Not estimated]}, {figures: [22.1, 30.0]}]}",
    "{kind: repeat, mentions: [{figures: [6.6, 22.8], label: CI}, {figures: [6.6, 22.8], label: IQR}]}",
]
MISSING = {
    "{kind: repeat, mentions: [{figures: [70.8]}]}": "a second place",
    "{kind: repeat, mentions: [{figures: [70.8]}, {figures: [70.8, 3]}]}": "as many figures in each place",
}


def test_shows_both_places(findings_of):
    claim = "{kind: repeat, mentions: [{figures: [11.4], at: 9}, {figures: [14.1], at: 40, document: yu-2021}]}"
    [finding] = findings_of(CHECK, claim)
    assert finding.message == "the figure on line 9 is 11.4, not 14.1; 14.1 is on line 40 of yu-2021"


def test_names_the_two_names(findings_of):
    *_, finding = findings_of(CHECK, SHOULD_FLAG[-1])
    assert finding.message == "the name in the first place is CI, not IQR; IQR is in the second place"


@given(st.floats(0, 1000), st.integers(0, 4), st.integers(0, 4))
def test_one_value_rounded_twice_by_itself_is_never_flagged(verdict_of, value, one, other):
    claim = f"{{kind: repeat, mentions: [{{figures: ['{value:.{one}f}']}}, {{figures: ['{value:.{other}f}']}}]}}"
    assert verdict_of(CHECK, claim) == "consistent"
