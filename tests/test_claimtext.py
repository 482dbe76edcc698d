"""Claims files as text: what is written is read back, how the figures came together too."""

import pytest

from checker import claimfile, claimtext
from checker.claimfile import ClaimFileError
from checker.model import Certainty
from checker.paper import Binding

CLAIMS = """\
document: {title: A trial}
populations: {all: {size: 60, at: 1:4-5, assumed: half of 120}}
claims:
- {id: fever, kind: proportion, count: 11, of: all, percent: 20.0, drafted: {certainty: guessed, why: which, cause: it}}
- {id: cough, kind: proportion, count: 12, of: all, percent: 20, drafted: printed, note: looked at}
- {id: rash, kind: proportion, count: 12, of: all, percent: 20}
"""


def test_drafted_says_how_the_figures_came_together():
    paper = claimfile.loads(CLAIMS.encode())
    assert paper.bindings == {
        "fever": Binding(Certainty.GUESSED, "which", cause="it"),
        "cough": Binding(Certainty.PRINTED),
    }
    assert paper.certainty(paper.claims[2]) is Certainty.STATED
    assert claimfile.loads(claimtext.dumps(paper).encode()) == paper


def test_a_comment_stands_above_its_claim():
    paper = claimfile.loads(CLAIMS.encode())
    text = claimtext.dumps(paper, {"cough": "Cough: 12 (20%)\n- {id: evil}", "none": "of no claim"})
    assert (
        "  # Cough: 12 (20%) - {id: evil}\n  - {id: cough" in text
        or "  # Cough: 12 (20%) - {id: evil}\n  - id: cough" in text
    )
    assert "of no claim" not in text
    assert claimfile.loads(text.encode()) == paper


@pytest.mark.parametrize(
    "wrong", ["sure", "{certainty: sure}", "{why: x}", "[printed]", "{certainty: printed, who: me}"]
)
def test_anything_else_is_refused_where_it_stands(wrong):
    with pytest.raises(ClaimFileError) as caught:
        claimfile.loads(CLAIMS.replace("drafted: printed", f"drafted: {wrong}").encode())
    assert caught.value.line == 5


def test_the_schema_knows_it():
    import jsonschema
    import yaml

    jsonschema.validate(yaml.load(CLAIMS, Loader=yaml.BaseLoader), claimfile.schema())
    wrong = yaml.load(CLAIMS.replace("drafted: printed", "drafted: sure"), Loader=yaml.BaseLoader)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, claimfile.schema())
