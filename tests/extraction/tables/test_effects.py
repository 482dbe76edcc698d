"""Estimates with intervals in cells."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import audit
from checker.extraction import extract
from checker.kinds import Effect
from checker.read import html
from checker.read.text import from_text

Read = Callable[..., list[Any]]

FIELDS = ("measure", "scale", "estimate", "lower", "upper", "level", "p")


def table(heads: str, *rows: str, caption: str = "Table 2. Risk factors") -> str:
    width = heads.count("|") + 2
    return "\n".join([caption, "", f"| | {heads} |", "|---" * width + "|", *(f"| {row} |" for row in rows), ""])


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Adjusted OR (95% CI) | p", "Age | 1.96 (1.40–2.75) | 0.001"),
        ("Adjusted OR [95% CI] | P value", "Age | 1.96 [1.40, 2.75] | 0.001"),
        ("OR | 95% CI | p-value", "Age | 1.96 | 1.40 to 2.75 | 0.001"),
        ("OR | Lower | Upper | Sig.", "Age | 1.96 | 1.40 | 2.75 | 0.001"),
        ("Odds ratio", "Age | 1.96 (95% CI 1.40–2.75; p = 0.001)"),
    ],
)
def test_however_a_ratio_is_laid_out(read: Read, heads: str, row: str) -> None:
    [(_, scale, *figures)] = read(table(heads, row), "effect", *FIELDS)
    assert (scale, *figures) == ("log", "1.96", "1.40", "2.75", "95", "0.001")


def test_the_label_may_name_the_measure(read: Read) -> None:
    found = read(table("Alfa | Beta", "HR (99% CI) | 0.70 (0.50-0.98) | 0.81 (0.60-1.09)"), "effect", *FIELDS)
    assert found == [
        ("HR", "log", "0.70", "0.50", "0.98", "99", None), ("HR", "log", "0.81", "0.60", "1.09", "99", None),
    ]  # fmt: skip


def test_crude_and_adjusted_side_by_side(read: Read) -> None:
    heads = "Crude HR (95% CI) | p | Adjusted HR (95% CI) | p"
    found = read(table(heads, "Stage | 2.00 (1.20-3.33) | 0.008 | 1.80 (1.05-3.09) | 0.033"), "effect", *FIELDS[2:])
    assert found == [("2.00", "1.20", "3.33", "95", "0.008"), ("1.80", "1.05", "3.09", "95", "0.033")]


def test_differences_need_a_word_for_the_interval(read: Read) -> None:
    assert read(table("Mean difference (95% CI)", "Pain | -1.2 (-2.0 to -0.4)"), "effect", *FIELDS[1:5]) == [
        ("linear", "-1.2", "-2.0", "-0.4")
    ]
    assert read(table("Difference (range)", "Pain | 1.2 (0.4 to 9.0)"), "effect", "estimate") == []
    assert read(table("Difference", "Pain | 1.2 (0.4, 9.0)"), "effect", "estimate") == []


def test_one_p_of_several_levels_is_the_factor_s(read: Read) -> None:
    text = table(
        "OR (95% CI) | p", "Stage | | ", "I | 1 (reference) | ", "II | 1.50 (1.10-2.05) | 0.20",
        "III | 2.00 (1.20-3.33) | ", "Sex | | ", "Male | 1.96 (1.40-2.75) | <0.001",
    )  # fmt: skip
    assert read(text, "effect", "estimate", "p") == [("1.50", None), ("2.00", None), ("1.96", "<0.001")]


@pytest.mark.parametrize(
    "caption", ["Table 2. Odds ratios with bootstrap intervals", "Table 2. Posterior odds ratios, credible intervals"]
)
def test_intervals_of_other_kinds_are_left(read: Read, caption: str) -> None:
    assert read(table("OR (95% CI)", "Age | 1.96 (1.40-2.75)", caption=caption), "effect", "estimate") == []


@pytest.mark.parametrize("head", ["ORᵃ(95% CIᵇ)", "Odds ratio† (95% CI)"])
def test_marks_of_footnotes_do_not_hide_a_measure(read: Read, head: str) -> None:
    assert len(read(table(head, "Age | 1.96 (1.40–2.75)"), "effect", "scale")) == 1


def test_a_p_in_front_of_its_ratio_under_the_same_head(read: Read) -> None:
    head = "<tr><th></th><th colspan=2>Univariate</th><th colspan=2>Multivariate</th></tr>"
    heads = "<tr><th></th><th>P value</th><th>HR (95% CI)</th><th>P value</th><th>HR (95% CI)</th></tr>"
    row = "<tr><td>Age</td><td>0.001</td><td>1.96 (1.40-2.75)</td><td>0.03</td><td>1.45 (1.04-2.02)</td></tr>"
    paper = extract(html.from_text(f"<table>{head}{heads}{row}</table>", "paper.html"))
    found = [(claim.estimate, claim.p) for claim in paper.claims if isinstance(claim, Effect)]
    assert [(str(estimate), str(p)) for estimate, p in found] == [("1.96", "0.001"), ("1.45", "0.03")]


@pytest.mark.parametrize(
    ("rows", "scale"),
    [
        (["5.31 (2.63-10.7)", "0.78 (0.36-1.69)", "0.30 (0.07-1.29)", "0.82 (0.69-0.97)"], "log"),
        (["7.0 (-4.0, 18.0)", "3.0 (1.0, 5.0)", "2.5 (-1.5, 6.5)"], "linear"),
        # One half one way, the other half another: nobody knows.
        (["5.31 (2.63-10.7)", "7.0 (4.0-10.0)", "3.0 (1.0-5.0)", "0.30 (0.07-1.29)"], None),
        # Symmetric on both.
        (["0.82 (0.80-0.84)", "0.91 (0.90-0.92)", "0.75 (0.74-0.76)"], None),
    ],
)  # fmt: skip
def test_an_estimate_without_a_name_takes_the_scale_of_most(
    read: Read, certain: Callable[..., list[Any]], rows: list[str], scale: str | None
) -> None:
    lines = [f"Factor {chr(65 + at)} | {row}" for at, row in enumerate(rows)]
    text = table("Model 1", *lines, caption="Table 4. Estimates and 95% confidence intervals")
    assert {found for (found,) in read(text, "effect", "scale")} == ({scale} if scale else set())
    assert certain(text, "effect", "estimate") == []


NARROW = ("0.97 (0.84-1.13)", "0.30 (0.07-1.25)", "1.35 (1.01-1.81)", "0.78 (0.36-1.67)", "1.05 (1.02-1.08)")


def test_narrow_intervals_say_nothing_of_the_scale(read: Read) -> None:
    rows = (f"Row {name} | {cell}" for name, cell in zip("ABCDE", NARROW, strict=True))
    found = read(table("Model 1 [95% CI]", *rows), "effect", "measure", "scale")
    assert found == [("ratio", "log")] * 5


def test_a_column_of_asymmetric_intervals_is_asked_about_once() -> None:
    rows = ("A | -7.16 (-12.01 to -2.36)", "B | -4.66 (-7.40 to -2.02)", "C | 0.05 (-3.46 to 3.50)",
            "D | -3.12 (-6.13 to -0.15)")  # fmt: skip
    paper = extract(from_text(table("Mean difference (95% CI)", *rows)))
    assert len({paper.binding(claim).cause for claim in paper.claims}) == 1
    assert {str(paper.certainty(claim)) for claim in paper.claims} == {"guessed"}


def test_values_lie_between_limits_that_nobody_names(read: Read) -> None:
    heads, fields = "Alfa | Beta", ("statistic", "value", "limits", "interval")
    rows = "Block | 90 (60-135) | 135 (105-165)", "Relief | 220 (165-265) | 320 (250-450)"
    found = read(table(heads, *rows, caption="Table 2. Minutes"), "summary", *fields)
    assert found == [
        ("value", "90", ("60", "135"), None), ("value", "135", ("105", "165"), None),
        ("value", "220", ("165", "265"), None), ("value", "320", ("250", "450"), None),
    ]  # fmt: skip
    named = read(table("ICC (95% CI) | Note", "One | 0.41 (0.14 to 0.88) |", "Two | 0.44 (0.16 to 0.89) |",
                       "Three | 0.71 (0.16 to 0.89) |"), "summary", *fields)  # fmt: skip
    assert {(statistic, limits) for statistic, _, limits, _ in named} == {("value", None)}
    assert [interval for *_, interval in named] == [("0.14", "0.88"), ("0.16", "0.89"), ("0.16", "0.89")]
    # Where most do not, these are no limits.
    others = "Age | 12 (60-135) | 13 (105-165)", "Dose | 220 (165-265) | 9 (250-450)"
    assert read(table(heads, *others), "summary", "value") == []


def test_a_value_outside_limits_that_nobody_names_is_asked_about() -> None:
    rows = "Block | 90 (60-135) | 135 (105-165)", "Relief | 220 (165-265) | 520 (250-450)", "Stay | 9 (8-12) | 7 (5-9)"
    found = audit(table("Alfa | Beta", *rows, caption="Table 2. Minutes")).findings
    assert [str(finding.verdict) for finding in found if finding.verdict != "consistent"] == ["query"]
