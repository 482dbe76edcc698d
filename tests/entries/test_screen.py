"""What the screen passes over holds; what does not hold is never passed over."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import checks
from checker.entries import marked, screen
from checker.entries.auditing import Asking, audit_sheet
from checker.entries.delimited import read
from checker.entries.guessing import guess
from checker.entries.mapping import BY_TAG
from checker.entries.rows import Rows
from checker.finding import worst


def sheet_of(text):
    return read(text.encode(), "entries.csv")


def held(text, mapping=None):
    sheet = sheet_of(text)
    rows = Rows(sheet, guess(sheet))
    found = screen.surely(rows, 0)
    return found.rows.tolist() if found is not None else None


def both_ways(text, mapping=None):
    """The verdicts of the claims that do not hold, and how many checks held: screened, and row by row."""
    found = []
    for first in (0, 10**9):
        result = audit_sheet(sheet_of(text), Asking(screened_from=first, mapping=mapping))
        unmet = {(f.claim.id, f.check, str(f.verdict)) for f in result.findings if f.verdict != "consistent"}
        number = result.held + sum(f.verdict == "consistent" for f in result.findings)
        found.append((unmet, number))
    return found


@pytest.mark.parametrize("tag", ["proportion", "partition", "effect"])
def test_every_check_of_the_kind_is_known_to_the_screen(tag):
    """A new check of a kind takes its screen away until somebody has thought of it: here is the reminder."""
    assert {check.name for check in checks.of_kind(BY_TAG[tag])} <= screen._SCREENS[tag][1]


def test_what_is_near_the_edge_or_strange_is_not_passed_over():
    rows = ["28,55,50.9", "10,55,22", "1,8,12", "1,8,13", "<5,55,9.1", "60,55,109.1", "0,0,0", "NR,55,9.1", "5,55,~9.1"]
    assert held("n,total,pct\n" + "\n".join(rows) + "\n") == [True] + [False] * 8


def test_relations_without_a_screen():
    assert held("mean,sd,n,se\n5,1,20,.2\n") is None


PARTITION = "rows:\n- {kind: partition, whole: n, parts: [{count: a}, {count: b}]}\n"


def test_parts_of_a_whole_both_ways():
    text = "a,b,n\n" + "".join(
        f"{a},{b},{a + b + (a % 7 == 0)}\n" for a, b in itertools.product(range(1, 20), range(5))
    )
    one, other = both_ways(text, PARTITION)
    assert one == other
    assert one[0]


def test_proportions_both_ways():
    choice = random.Random(1)
    lines = []
    for _ in range(3000):
        total = choice.randint(1, 400)
        count = choice.randint(0, total + (choice.random() < 0.01))
        digits = choice.choice((0, 1, 1, 1, 2))
        percent = 100 * count / total + choice.choice((0, 0, 0, 0, 0.5, 1, -0.1, 0.05))
        lines.append(f"{count},{total},{percent:.{digits}f}")
    one, other = both_ways("n,total,pct\n" + "\n".join(lines) + "\n")
    assert one == other
    assert len(one[0]) > 300


@pytest.mark.parametrize("scale", ["OR", "MD"])
def test_effects_both_ways(scale):
    choice = random.Random(2)
    lines = []
    for _ in range(1500):
        estimate, error = choice.uniform(0.2, 3), choice.uniform(0.05, 0.6)
        digits = choice.choice((1, 2, 2, 3))
        if scale == "OR":
            low, high = estimate / 2.7183 ** (1.96 * error), estimate * 2.7183 ** (1.96 * error)
        else:
            low, high = estimate - 1.96 * error, estimate + 1.96 * error
        if choice.random() < 0.2:
            high += choice.uniform(0, 1)
        p = choice.choice(("<0.001", f"{choice.random():.2f}", f"{choice.random() / 50:.3f}", ""))
        lines.append(f"{estimate:.{digits}f},{low:.{digits}f},{high:.{digits}f},{p}")
    one, other = both_ways(f"{scale},lower,upper,p\n" + "\n".join(lines) + "\n")
    assert one == other
    assert len(one[0]) > 100


figure = st.sampled_from(["0", "1", "7", "10.0", "12.5", "<5", "NR", "", "~9", "1e1", "100", "99.95", "-1", "x", "12%"])


@settings(max_examples=60)
@given(st.lists(st.tuples(figure, figure, figure), min_size=1, max_size=30))
def test_whatever_the_cells_are(cells):
    text = "rows:\n- {kind: proportion, count: n, total: total, percent: pct}\n"
    one, other = both_ways("n,total,pct\n" + "\n".join(map(",".join, cells)) + "\n1,2,50\n", text)
    assert one == other


def test_a_screened_result_counts_what_held():
    text = "n,total,pct\n" + "28,55,50.9\n" * 50 + "10,55,22\n"
    result = audit_sheet(sheet_of(text), Asking(screened_from=10))
    assert result.held == 100
    assert [str(worst([finding])) for finding in result.findings] == ["consistent", "discrepant"]
    assert result.passed == b"\1" * 50 + b"\0"
    assert marked.as_csv(result).count(",consistent,") == 50
    only = audit_sheet(sheet_of(text), Asking(screened_from=10, only=frozenset({"percent_from_count"})))
    assert only.held == 50
