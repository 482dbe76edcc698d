import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import flow

PARTS = st.lists(st.integers(0, 5000), min_size=2, max_size=6)


def test_says_what_would_make_it_hold():
    [note] = flow("assessed 500 = excluded 122 + randomised 380").notes
    assert note.endswith("500 is not 502; it would hold with assessed 502, or excluded 120, or randomised 378.")


def test_names_stand_for_their_numbers():
    answer = flow("randomised 380 = A 190 + B 190", "A - lost to follow-up 12 = analysed 178")
    assert answer.notes == ("All hold.",)
    assert "a is 190 and 189" in flow("380 = A 190 + B 190", "A 189 - 10 = 179").notes[0]
    assert flow("1,200 = 1,000 + 200").notes == ("All hold.",)


@given(PARTS)
def test_sums_of_their_parts_hold(parts):
    assert flow(f"{sum(parts)} = {' + '.join(map(str, parts))}").notes == ("All hold.",)


@given(PARTS, st.integers(-50, 50).filter(bool))
def test_what_would_fit_fits(parts, off):
    whole = sum(parts) + off
    if whole >= 0:
        answer = flow(f"all {whole} = " + " + ".join(f"{'abcdef'[at]} {part}" for at, part in enumerate(parts)))
        assert answer.rows[0][3] == off
        assert f"all {sum(parts)}" in answer.notes[0]
        for at, part in enumerate(parts):
            assert (f"{'abcdef'[at]} {part + off}" in answer.notes[0]) == (part + off >= 0)


@pytest.mark.parametrize(
    ("sums", "problem"),
    [
        ((), "expected a sum"),
        (("500",), "one equals sign"),
        (("1 = 2 = 3",), "one equals"),
        (("a = b",), "a has no number"),
    ],
)
def test_what_is_no_sum(sums, problem):
    with pytest.raises(ValueError, match=problem):
        flow(*sums)
