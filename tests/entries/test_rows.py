from checker.entries.guessing import guess
from checker.entries.rows import Rows, nested


def test_claims_know_their_cells_and_places(sheet_of):
    sheet = sheet_of("study,n,total,pct\nSmith,10,55,22\n")
    rows = Rows(sheet, guess(sheet))
    (claim,) = rows.claims(0, range(1))
    assert (claim.id, claim.label, str(claim.percent), str(claim.total)) == ("2.proportion", "Smith", "22", "55")
    assert rows.origins[claim.id].cells == {"count": (0, 1), "percent": (0, 3), "total": (0, 2)}
    assert [str(place) for place in claim.at] == ["2:7-8", "2:13-14", "2:10-11"]


def test_a_row_without_figures_makes_no_claim(sheet_of):
    sheet = sheet_of("study,n,total,pct\nSmith,,,\nJones,NR,55,\n")
    rows = Rows(sheet, guess(sheet))
    assert not list(rows.claims(0, range(2)))
    assert rows.missing == {0: 1}


def test_names_and_kinds_make_ids(sheet_of):
    sheet = sheet_of('total,"CR, n (%)","PR, n (%)"\n55,28 (50.9),10 (18.2)\n')
    rows = Rows(sheet, guess(sheet))
    assert [claim.id for position in (0, 1) for claim in rows.claims(position, [0])] == ["2.cr", "2.pr"]


def test_trees():
    assert nested({("quartiles", 0): "1", ("quartiles", 1): "2"}) == {"quartiles": ["1", "2"]}
