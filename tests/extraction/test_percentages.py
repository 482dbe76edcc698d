import pytest

from checker.extraction.percentages import at_a_time, rates, side_by_side
from checker.extraction.sentences import Page
from checker.read.text import from_text


def found(text):
    return [rate for several in rates(Page(from_text(text))) for rate in several]


def shown(text):
    return [(rate.estimate.literal, rate.lower.literal, rate.upper.literal, rate.of_time) for rate in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Response was 40% (95% CI 30-50).", [("40%", "30", "50", False)]),
        ("Survival at 2 years was 40% (95% CI 30-50).", [("40%", "30", "50", True)]),
        ("Response was 40% (95% CI 50-30).", [("40%", "30", "50", False)]),
        # What the brackets hold is said in front, or of the first of them.
        (
            "Response rates (95% CI) were 40% (30-50) and 35% (26-45).",
            [("40%", "30", "50", False), ("35%", "26", "45", False)],
        ),
        ("Response was 40% (95% CI 30-50) vs 35% (26-45).", [("40%", "30", "50", False), ("35%", "26", "45", False)]),
        ("Response was 40% (30-50).", []),
        # The interval of a comparison, and that of a step.
        ("Response was 50% (p = 0.001, 95% CI 2.9-9.1).", []),
    ],
)
def test_percentages_with_their_interval(text, expected):
    assert shown(text) == expected


def test_members_of_a_list():
    text = "Response was 40% (95% CI 30-50) vs 35% (95% CI 26-45); relapse was 12% (95% CI 8-20)."
    one, other, third = found(text)
    assert [rate.listed for rate in (one, other, third)] == [False, True, False]
    assert side_by_side(one.sentence, one, other)
    assert not side_by_side(one.sentence, other, third)


def test_limits_that_are_fractions_make_a_fraction():
    [rate] = found("Response was 42% (95% CI 0.29 to 0.58).")
    assert (rate.printed["estimate"].literal, rate.printed["unit"]) == ("0.42", "proportion")


def test_only_an_interval_before_says_what_a_bracket_holds():
    doubts = [rate.doubt for rate in found("Response was 40% (95% CI 30-50). Fever occurred in 35% (36-45).")]
    assert doubts == [None, "only an interval before says what the bracket holds"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Overall survival at 2 years was 40%.", ("survival", "24")),
        ("The cumulative incidence of relapse at 6 months was 40%.", ("cumulative-incidence", "6")),
        ("Overall survival was 40%.", None),
        ("Fever at 2 years was 40%.", None),
    ],
)
def test_a_rate_at_a_time(text, expected):
    page = Page(from_text(text))
    fields = at_a_time(page, page.sentences[0], page.tokens[-1])
    assert (fields and (fields["quantity"], fields["time"].literal)) == expected
