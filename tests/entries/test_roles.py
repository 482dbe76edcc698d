import pytest

from checker.entries.roles import heading


@pytest.mark.parametrize(
    ("text", "role", "whose"),
    [
        ("n", "n", ""), ("N", "n", ""), ("events", "count", ""), ("nEvents", "count", ""), ("total", "total", ""),
        ("Total N", "total", ""), ("No. of patients", "total", ""), ("pct", "percent", ""), ("%", "percent", ""),
        ("percentCR", "percent", "cr"), ("ORR %", "percent", "orr"), ("mean", "mean", ""), ("age_mean", "mean", "age"),
        ("sd", "sd", ""), ("SE", "se", ""), ("ci_low", "lower", ""), ("ci_high", "upper", ""), ("LCL", "lower", ""),
        ("95% CI lower", "lower", ""), ("Upper 95% CI", "upper", ""), ("ci_lower_95", "lower", ""), ("p", "p", ""),
        ("p_value", "p", ""), ("P-value", "p", ""), ("p for interaction", "p", "for interaction"), ("df", "df", ""),
        ("t", "statistic", ""), ("F", "statistic", ""), ("chi2", "statistic", ""), ("person_years", "person_time", ""),
        ("events_ctrl", "count", "ctrl"), ("total_t", "total", "t"), ("n_t", "n", "t"), ("events1", "count", "1"),
        ("Arm A n", "n", "arm a"), ("q1", "q1", ""), ("study", "", "study"), ("year", "", "year"), ("dose", "", "dose"),
        ("notes", "", "notes"), ("outcome", "", "outcome"), ("pmid", "", "pmid"),
    ],
)  # fmt: skip
def test_one_figure(text, role, whose):
    head = heading(text)
    assert (head.role, head.whose, head.form) == (role, whose, None)


@pytest.mark.parametrize(
    ("text", "form", "whose"),
    [
        ("CR, n (%)", "count (percent)", "cr"),
        ("n (%)", "count (percent)", ""),
        ("No. (%)", "count (percent)", ""),
        ("Response n, %", "count (percent)", "response"),
        ("% (n)", "percent (count)", ""),
        ("n/N (%)", "count/total (percent)", ""),
        ("Age, mean ± SD", "mean (sd)", "age"),
        ("Mean (SE)", "mean (se)", ""),
        ("Mean age (SD)", "mean (sd)", "age"),
        ("Median follow-up (range)", "median (min - max)", "follow up"),
        ("Median (IQR)", "median (q1 - q3)", ""),
        ("Median (range)", "median (min - max)", ""),
        ("95% CI", "lower - upper", ""),
    ],
)
def test_several_figures(text, form, whose):
    head = heading(text)
    assert (head.form, head.whose) == (form, whose)


@pytest.mark.parametrize(
    ("text", "measure", "scale", "form"),
    [
        ("OR", "OR", "log", None),
        ("HR (95% CI)", "HR", "log", "estimate (lower - upper)"),
        ("adjusted OR (95% CI)", "adjusted OR", "log", "estimate (lower - upper)"),
        ("risk difference", "risk difference", "linear", None),
        ("md", "MD", "linear", None),
        ("beta (SE)", "beta", "linear", "estimate (se)"),
    ],
)
def test_measures(text, measure, scale, form):
    head = heading(text)
    assert (head.measure, head.scale, head.form) == (measure, scale, form)


def test_a_limit_of_a_measure():
    assert (heading("or_low").role, heading("or_low").measure) == ("lower", "OR")
    assert (heading("HR upper").role, heading("HR upper").measure) == ("upper", "HR")


def test_level_and_size():
    assert heading("HR (90% CI)").level == "90"
    assert heading("HR (95% CI)").level is None
    assert heading("Arm A (N = 55), n (%)").size == "55"
    assert heading("Arm A (N = 55), n (%)").whose == "arm a"
