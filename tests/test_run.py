"""How many claims of one paper are recomputed, and at what cost."""

import time

from checker.api import audit
from checker.checks import p_from_two_by_two
from checker.finding import Finding
from checker.model import Verdict


def found_in(text: str) -> list[Finding]:
    return [finding for finding in audit(text).findings if finding.check == "p_from_two_by_two"]


def test_one_exact_test_printed_a_thousand_times_is_made_once():
    start = time.process_time()
    found = found_in("3/60 vs 4/55, p=0.03 (Fisher exact). " * 1_000)
    assert time.process_time() - start < 5
    assert len(found) == 1_000
    assert len({finding.message for finding in found}) == 1


def test_what_is_beyond_the_budget_of_a_check_says_so(monkeypatch):
    monkeypatch.setattr(p_from_two_by_two, "MOST", 2)
    from checker import checks

    checks.every.cache_clear()
    checks.of_kind.cache_clear()
    try:
        found = found_in(" ".join(f"3/6{n} vs 4/55, p=0.03 (Fisher exact)." for n in range(4)))
    finally:
        monkeypatch.undo()
        checks.every.cache_clear()
        checks.of_kind.cache_clear()
    assert [finding.missing for finding in found[:2]] == [None, None]
    assert {finding.missing for finding in found[2:]} == {"time: of what one paper prints, 2 are recomputed"}
    assert {finding.verdict for finding in found[2:]} == {Verdict.UNVERIFIABLE}
