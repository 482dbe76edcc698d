from checker.entries.guessing import guess


def test_a_row_called_total_is_taken_for_the_sum(sheet_of):
    sheet = sheet_of("study,arm,n\nA,CAV,30\nA,MEC,25\nA,Total,55\nB,CAV,1\nB,MEC,2\nB,Total,3\n")
    (across,) = guess(sheet).across
    assert (across.whole, across.by, across.parts, across.count.column) == ("Total", (0,), 1, 2)


def test_no_row_is_called_so(sheet_of):
    assert guess(sheet_of("study,arm,n\nA,CAV,30\nA,MEC,25\n")).across == ()
