"""How the figures of a claim came together, by which reading, and what told whom they count."""

import pytest

from checker.extraction import extract
from checker.extraction.drafts import Drafts, count
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import Proportion
from checker.model import Certainty
from checker.paper import Binding
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "kind", "certainty", "reading", "people"),
    [
        ("Fever occurred in 12/60 (20%) of them.", "proportion", Certainty.PRINTED, "n/N (p%)", ""),
        ("We enrolled 60 patients. Fever occurred in 12 (20%).", "proportion", Certainty.NAMED, "n (p%)", "only"),
        (
            "The hazard ratio was 0.68 (95% CI 0.48-0.97).",
            "effect",
            Certainty.PRINTED,
            "estimate with its interval",
            "",
        ),
        (
            "| Event | N = 60 |\n|---|---|\n| Fever | 12/60 (20%) |\n",
            "proportion",
            Certainty.PRINTED,
            "proportion of a table",
            "",
        ),
        (
            "| Event | Alfa (N = 60) |\n|---|---|\n| Fever | 12 (20%) |\n",
            "proportion",
            Certainty.NAMED,
            "proportion of a table",
            "column",
        ),
        (
            "We gave alfa (n = 50) or beta (n = 40). Fever began in 10 (20%) with alfa vs 12 (30%) with beta (p=0.3).",
            "comparison",
            Certainty.PRINTED,
            "shares and the p behind them",
            "behind",
        ),
    ],
)
def test_a_claim_says_how_its_figures_came_together(text, kind, certainty, reading, people):
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if claim.__struct_config__.tag == kind]
    binding = paper.bindings[claim.id]
    assert (binding.certainty, binding.reading, binding.people) == (certainty, reading, people)
    assert binding.why


def proposal(page, figures, certainty):
    fields = {"count": count(figures[0]), "total": count(figures[1])}
    return Proposal(
        kind=Proportion, within=page.sentences[0], figures=tuple(figures), own=tuple(figures), fields=fields,
        certainty=certainty, why="of the 60", reading="n of N",
    )  # fmt: skip


def test_bindings_stay_with_their_claims():
    page = Page(from_text("Fever occurred in 12 of 60 and rash in 15 of 60."))
    drafts = Drafts(page)
    drafts.add(proposal(page, page.tokens[:2], Certainty.NAMED))
    drafts.add(proposal(page, page.tokens[2:], Certainty.IMPLIED))
    bindings = drafts.file("a paper").bindings
    assert bindings["proportion-1"] == Binding(Certainty.NAMED, "of the 60", "n of N")
    assert bindings["proportion-2"].certainty is Certainty.IMPLIED


def test_one_claim_of_a_kind_is_made_of_figures():
    page = Page(from_text("Fever occurred in 12 of 60."))
    drafts = Drafts(page)
    for certainty in (Certainty.NAMED, Certainty.IMPLIED):
        drafts.add(proposal(page, page.tokens, certainty))
    assert [claim.id for claim in drafts.file("a paper").claims] == ["proportion-1"]
