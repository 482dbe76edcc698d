"""The groups of a paper, and of whom its figures are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.people import People, Resolution
from checker.extraction.sentences import Page
from checker.read.text import from_text

ARMS = "Patients received alfa (n = 50), beta (n = 50) or placebo (n = 40). "


def people(text: str) -> People:
    return People(Page(from_text(text)))


def last(text: str) -> Resolution | None:
    found = people(text)
    return found.resolve(found.figures[-1])


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("in the placebo group", 40),
        ("among those who received alfa", 50),
        ("in the gamma group", None),
        ("patients", None),
        ("", None),
    ],
)
def test_named(words: str, size: int | None) -> None:
    found = people(ARMS).named(words)
    assert (found.size if found else None) == size


def test_named_by_letter_and_not_by_its_denial() -> None:
    found = people(
        "Group A (n = 30) and group B (n = 32) differed. Fever: 20 patients with fever, 42 patients without fever."
    )
    sizes = [
        group.size if group else None for group in map(found.named, ("group B", "with fever", "those without fever"))
    ]
    assert sizes == [32, 20, 42]


def test_arms_in_the_order_of_the_paper() -> None:
    assert [group.words.split()[-1] for group in people(ARMS).arms] == ["alfa", "beta", "placebo"]
    assert people("We studied 80 men.").arms == []


@pytest.mark.parametrize(
    ("text", "independent"),
    [
        ("We gave alfa (n = 50) or beta (n = 40).", True),
        ("We gave alfa (n = 50) or beta (n = 50) to 100 women.", True),
        ("We gave alfa (n = 50) and beta (n = 50), crossed over.", False),
        ("We studied 50 women. They took alfa (n = 50) and then beta (n = 50).", False),
    ],
)
def test_independent(text: str, independent: bool) -> None:
    found = people(text)
    assert found.independent([group for group in found.groups if group.how == "sized"]) is independent


def test_a_part_and_its_whole_are_not_independent() -> None:
    found = people("Fever began in 12 of 60 women (20%).")
    assert not found.independent(found.groups[:2])
    assert not found.independent([found.groups[0], found.groups[0]])


def test_only_and_whole() -> None:
    assert people("We studied 90 men.").only is not None
    found = people("We studied 90 men. Alfa was given to 40 men. We treated 200 eyes.")
    assert found.only is None
    assert found.whole is not None
    assert found.whole.size == 90


def test_each() -> None:
    found = people("There were 30 patients in each group. Fever began in 6 (20%) of each group.")
    assert [group.size for group in found.each] == [30]


@pytest.mark.parametrize(
    ("text", "size", "certainty"),
    [
        # Only arithmetic tells.
        (ARMS + "Nausea came with 7 (14%) in winter, whereas 12 (30%) slept.", 40, "implied"),
        (ARMS + "Nausea began in 35 (25%) of 140 people.", 140, "named"),
        (ARMS + "Nausea began in 70 (50%).", 140, "named"),
        # The words name the one, the arithmetic the other.
        (ARMS + "Nausea began in 10 (25%) in the alfa group.", 50, "guessed"),
        # Nothing fits.
        ("We studied 90 men. Fever began in 10 (70%).", 90, "guessed"),
    ],
)
def test_certainty(text: str, size: int, certainty: str) -> None:
    found = last(text)
    assert found is not None
    assert (found.group.size, found.certainty) == (size, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "Fever began in 10 (70%).",
        ARMS + "Fever began in 10 (70%) in the gamma group.",
        "We studied 90 men. Fever began in 10 (70%), compared with 5 (2%) at home.",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert last(text) is None


def test_the_reason_is_for_readers() -> None:
    found = last(ARMS + "Nausea began in 12 (30%) in the placebo group.")
    assert found is not None
    assert found.why == "the words behind name “placebo” (n = 40)"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (ARMS + "Nausea began in 27.5% of the placebo group.", 40),
        (ARMS.replace("n = 40", "n = 44") + "Nausea began in 27.3% in the placebo group.", 44),
    ],
)
def test_a_percentage_alone(text: str, size: int) -> None:
    found = people(text)
    sentence = found.page.sentences[-1]
    [percent] = [token for token in sentence.tokens if token.percent]
    answer = found.resolve(found.figure(sentence, None, percent))
    assert answer is not None
    assert (answer.group.size, answer.certainty) == (size, "named")


def test_declare() -> None:
    found = people(ARMS + "Nausea began in 70 (50%).")
    names = [found.declare(group) for group in (*found.arms, *found.derived)]
    assert names == ["alfa-50", "beta-50", "placebo-40", "sum-140"]
    assert found.page.populations["placebo-40"].size.literal == "40"
    assert found.page.populations["sum-140"].inferred == "the sum of the groups"
    assert found.declare(found.arms[2]) == "placebo-40"


PIECES = st.sampled_from(
    "12 (20%)|20% (n = 12)|of the 60 women|(n = 40)|12/60 (20%)|in the placebo group|Of these,|respectively|versus|and|"
    ",|.|; |compared with|group A|40 patients|were|0 (0%)|100%|none|half|in each group|(|)|of whom|95% CI|1 000 000|"
    "3.5|eyes|≥|–".split("|")
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=120))
def test_whatever_the_text(text: str) -> None:
    found = people(text)
    for figure in found.figures:
        for asked in (figure, found.figure(figure.sentence, None, figure.percent)):
            answer = found.resolve(asked)
            if answer is not None:
                assert asked.total is not None or asked.count is None or answer.group.size >= asked.count.value
                assert answer.certainty != "named" or answer.agrees or asked.count is not None
                assert found.declare(answer.group) in found.page.populations
    assert all(group.size >= 2 for group in found.groups)
    found.independent(found.groups[:4])


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We screened 120 patients. We enrolled 96 patients.", 96),
        ("Of 120 patients who were assessed for eligibility, 96 patients were randomized.", 96),
        ("We screened 120 women for cancer.", 120),
        ("We randomized 120 patients, and 96 patients completed the study.", 120),
    ],
)
def test_all_of_whom_a_paper_speaks(text: str, size: int) -> None:
    whole = people(text).whole
    assert whole is not None
    assert whole.size == size
