import pytest

from checker.entries.cells import FORMS, UnreadableError, figures, is_ambiguous, is_missing


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("28 (50.9)", "count (percent)", "28 50.9"),
        ("28 (50.9%)", "count (percent)", "28 50.9%"),
        ("28 [50.9 %]", "count (percent)", "28 50.9 %"),
        ("28, 50.9", "count (percent)", "28 50.9"),
        ("0", "count (percent)", "0"),
        ("1,028 (50.9)", "count (percent)", "1,028 50.9"),
        ("50.9 (28)", "percent (count)", "50.9 28"),
        ("28/55 (50.9)", "count/total (percent)", "28 55 50.9"),
        ("28 of 55 (50.9%)", "count/total (percent)", "28 55 50.9%"),
        ("50.9 (28/55)", "percent (count/total)", "50.9 28 55"),
        ("28/55", "count/total", "28 55"),
        ("5.1 (0.90)", "mean (sd)", "5.1 0.90"),
        ("5.1 ± 0.90", "mean (sd)", "5.1 0.90"),
        ("-5.1 +/- 0.90", "mean (se)", "-5.1 0.90"),
        ("1.20 (0.90-1.60)", "estimate (lower - upper)", "1.20 0.90 1.60"),
        ("1.20 (0.90 – 1.60)", "estimate (lower - upper)", "1.20 0.90 1.60"),
        ("1.20 [0.90, 1.60]", "estimate (lower - upper)", "1.20 0.90 1.60"),
        ("1.20 (0.90 to 1.60)", "estimate (lower - upper)", "1.20 0.90 1.60"),
        ("-1.2 (-2.0 to -0.4)", "estimate (lower - upper)", "-1.2 -2.0 -0.4"),
        ("-1.2 (-2.0--0.4)", "estimate (lower - upper)", "-1.2 -2.0 -0.4"),
        ("1.20; 0.90-1.60", "estimate (lower - upper)", "1.20 0.90 1.60"),
        ("0.90-1.60", "lower - upper", "0.90 1.60"),
        ("(0.90, 1.60)", "lower - upper", "0.90 1.60"),
        ("12 (8-20)", "median (q1 - q3)", "12 8 20"),
    ],
)
def test_several_figures_in_one_cell(text, form, found):
    assert " ".join(figures(text, form).values()) == found
    assert set(figures(text, form)) <= set(FORMS[form].parts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("70.0", "70.0"),
        ("<0.001*", "<0.001"),
        ("p = 0.03", "= 0.03"),
        ("P<.001", "<.001"),
        ("n = 28", "= 28"),
        ("1,024†", "1,024"),
    ],
)
def test_one_figure(text, found):
    assert figures(text) == {"": found}


@pytest.mark.parametrize(("text", "found"), [("18,2", "18.2"), ("1.024", "1,024"), ("1.024,5", "1,024.5")])
def test_decimal_commas(text, found):
    assert figures(text, decimal=",") == {"": found}


def test_decimal_commas_in_pairs():
    assert figures("28 (50,9)", "count (percent)", ",") == {"count": "28", "percent": "50.9"}


@pytest.mark.parametrize("text", ["12-Mar", "Mar-12", "2024-03-12", "3/12/2024", "12. March 2024"])
def test_a_date_is_named_and_not_guessed(text):
    with pytest.raises(UnreadableError, match="spreadsheets make dates of entries such as 3/12"):
        figures(text, "count/total")


@pytest.mark.parametrize("text", ["many", "28 (50.9)", "3/12", "10-20", "1e400", "9" * 40])
def test_what_is_no_number(text):
    with pytest.raises(UnreadableError, match="expected a number"):
        figures(text)


@pytest.mark.parametrize("text", ["", " ", "NR", "n/a", "-", "–", "Not reported", "."])
def test_nothing_reported(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "<1", "none of 5"])
def test_something_reported(text):
    assert not is_missing(text)


def test_a_comma_that_may_be_either():
    assert is_ambiguous("1,234")
    assert not is_ambiguous("1,23")
    assert not is_ambiguous("1,234.5")
