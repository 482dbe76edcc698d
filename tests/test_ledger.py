"""The ledger of readings, benchmarks/readings.tsv, and the code say the same."""

import sys
from collections import defaultdict
from pathlib import Path

import pytest

from checker.extraction import catalogue, extract
from checker.model import Certainty
from checker.paper import Binding
from checker.read.text import from_text

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))
import readings  # noqa: E402

sys.path.remove(str(BENCHMARKS))
ROWS = readings.rows()
LEDGER = {row.key.reading for row in ROWS}
AGAIN = "run benchmarks/readings.py --write"


@pytest.fixture(scope="module")
def made(own_texts) -> dict[tuple[str, str, str], Binding]:
    """The claims that the suite's own sentences make, by kind, reading and people; a certain one of them, if any is."""
    found: dict[tuple[str, str, str], Binding] = {}
    for text in own_texts:
        paper = extract(from_text(text))
        for claim in paper.claims:
            binding = paper.binding(claim)
            key = str(claim.__struct_config__.tag), binding.reading, binding.people or readings.NO_CLAIM
            if key not in found or found[key].certainty is Certainty.GUESSED:
                found[key] = binding
    return found


def test_every_reading_is_in_the_ledger_and_none_that_is_gone():
    assert catalogue.names() | {entry.reading.name for entry in catalogue.every()} == LEDGER, AGAIN


def test_every_claim_has_the_name_of_a_reading(made):
    assert {reading for _, reading, _ in made} <= catalogue.names()
    assert all(binding.why for binding in made.values())


def test_what_misreads_only_guesses():
    wrong = [str(row) for row in ROWS if row.misreads and row.key.certainty != Certainty.GUESSED]
    assert not wrong, "mend it, or let it guess"


def test_what_was_left_to_guess_because_it_misread_still_guesses(made):
    certainties, misread = defaultdict(set), set()
    for row in ROWS:
        certainties[row.key[:3]].add(row.key.certainty)
        if row.misreads:
            misread.add(row.key[:3])
    guessing = {key for key in misread if certainties[key] == {Certainty.GUESSED}}
    certain = {key for key, binding in made.items() if binding.certainty is not Certainty.GUESSED}
    assert not guessing & certain, AGAIN


def test_the_ledger_is_canonical():
    assert sorted(row.key for row in ROWS) == [row.key for row in ROWS]
    written = readings.LEDGER.read_text(encoding="utf-8")
    assert written == "\n".join(["\t".join(readings.HEADER), *map(str, ROWS)]) + "\n"


def test_failures_of_one_text_are_one_habit():
    """Thirty failures of one table say less than one failure in each of three texts."""
    claim, failing = readings.Key("test-statistic", "z = x, p", "-", "printed"), ["anything"]

    class Unlabelled:
        def name(self, found):
            return "unread"

    def row(texts):
        return next(each for each in readings.ledger(texts, Unlabelled()) if each.key == claim)

    one = row([readings.Heard([(claim, failing)] * 30, set()), *[readings.Heard([(claim, [])], set())] * 9])
    three = row([*[readings.Heard([(claim, failing)], set())] * 3, *[readings.Heard([(claim, [])], set())] * 7])
    assert (one.texts, one.claims, one.failing, one.misreads) == (10, 39, 30, False)
    assert (three.texts, three.claims, three.failing, three.misreads) == (10, 10, 3, True)
