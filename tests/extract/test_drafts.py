"""How the figures of a claim came together, told by where they stand."""

import pytest

from checker.document import Span
from checker.extract import extract
from checker.extract.drafts import Drafts, count
from checker.extract.sentences import Page
from checker.kinds import Proportion
from checker.model import Certainty
from checker.paper import Binding
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Fever occurred in 12/60 (20%) of them.", "proportion", Certainty.PRINTED),
        ("We enrolled 60 patients. Fever occurred in 12 (20%).", "proportion", Certainty.NAMED),
        ("The hazard ratio was 0.68 (95% CI 0.48-0.97).", "effect", Certainty.PRINTED),
        ("| Event | N = 60 |\n|---|---|\n| Fever | 12/60 (20%) |\n", "proportion", Certainty.PRINTED),
    ],
)
def test_the_places_of_the_figures_tell(text, kind, certainty):
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if claim.__struct_config__.tag == kind]
    assert paper.certainty(claim) is certainty
    assert paper.bindings[claim.id].why


def test_a_grammar_that_knows_says_so():
    page = Page(from_text("Fever occurred in 12 of 60."))
    drafts = Drafts(page)
    figures = page.tokens
    fields = {"count": count(figures[0]), "total": count(figures[1])}
    drafts.add(Proportion, page.sentences[0], figures, Certainty.NAMED, "of the 60", **fields)
    assert drafts.file("a paper").bindings == {"proportion-1": Binding(Certainty.NAMED, "of the 60")}


def test_bindings_stay_with_their_claims_in_the_order_of_the_text():
    page = Page(from_text("Fever occurred in 12 of 60 and rash in 15 of 60."))
    drafts = Drafts(page)
    first, second = page.tokens[:2], page.tokens[2:]
    for pair, certainty in ((second, Certainty.IMPLIED), (first, Certainty.NAMED)):
        spans = [Span(token.start, token.end) for token in pair]
        drafts.add(Proportion, page.sentences[0], spans, certainty, count=count(pair[0]), total=count(pair[1]))
    bindings = drafts.file("a paper").bindings
    assert [bindings[f"proportion-{number}"].certainty for number in (1, 2)] == [Certainty.NAMED, Certainty.IMPLIED]
