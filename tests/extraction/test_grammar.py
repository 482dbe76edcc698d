import itertools

import pytest

from checker.extraction.grammar import Reading, compiled, matches, settled
from checker.extraction.sentences import Page
from checker.read.text import from_text

SHORT = Reading(name="n of N", shape="<count:N> of <total:N>", reads=())
LONG = Reading(name="n of N (p%)", shape="<count:N> of <total:N> \\(<percent:P>", reads=())
LIST = Reading(name="a and b", shape="<several:N+>", reads=())
PAIRS = Reading(name="pairs", shape="<pairs:N/N+>", reads=())
TEXT = "Fever in 12 of 60 (20%)."


def outline(text):
    [sentence] = Page(from_text(text)).sentences
    return sentence.outline


def roles(match):
    return {role: [token.literal for token in held] for role, held in match.roles.items()}


def test_a_shape_finds_the_numbers_of_its_roles():
    [match] = matches([LONG], outline(TEXT))
    assert roles(match) == {"count": ["12"], "total": ["60"], "percent": ["20%"]}
    assert match.one("total").value == 60
    assert (match.before(), match.after()) == ("fever in ", ").")


def test_lists_of_numbers_and_of_pairs():
    [match, shorter] = matches([LIST], outline("Fever in 12, 13 and 14."))
    assert (roles(match), roles(shorter)) == ({"several": ["12", "13", "14"]}, {"several": ["13", "14"]})
    [match] = matches([PAIRS], outline("Fever in 12/60 and 13/61."))
    assert roles(match) == {"pairs": ["12", "60", "13", "61"]}


def test_named_text_is_kept():
    reading = Reading(name="x", shape="(?P<what>fever|cough) in <count:N>", reads=())
    [match] = matches([reading], outline(TEXT))
    assert match.texts == {"what": "fever"}


def test_what_is_set_aside_is_noted_with_its_reason():
    reading = Reading(name="x", shape="<count:N> of <total:N>", reads=(), unless=lambda match: "a reason")
    made = outline(TEXT)
    made.log = []
    assert list(matches([reading], made)) == []
    assert [reason for _, reason in made.log] == ["a reason"]


def test_a_doubt_stays_with_the_match():
    reading = Reading(name="x", shape="<count:N> of <total:N>", reads=(), doubt=lambda match: "a name")
    assert [match.doubt for match in matches([reading], outline(TEXT))] == ["a name"]


def test_what_a_shape_needs_is_read_off_it():
    assert dict(LONG.numbers) == {"N": 2, "P": 1, "C": 3}
    assert dict(PAIRS.numbers) == {"N": 4}
    optional = Reading(name="x", shape="<count:N>(?: of <total:N>)?", reads=())
    assert dict(optional.numbers) == {"N": 1}
    assert [roles(match) for match in matches([optional], outline("Fever in 12 men; rash in 9."))] == [
        {"count": ["12"]},
        {"count": ["9"]},
    ]


def test_an_outline_must_have_one_of_the_hints():
    with_hint = Reading(name="x", shape=SHORT.shape, reads=(), hints=("fever",))
    without = Reading(name="x", shape=SHORT.shape, reads=(), hints=("cough",))
    assert list(matches([with_hint], outline(TEXT)))
    assert not list(matches([without], outline(TEXT)))


def test_the_more_specific_stands_whatever_the_order():
    for order in itertools.permutations([SHORT, LONG]):
        found = list(matches(order, outline(TEXT)))
        assert [match.reading.name for match in settled(found)] == ["n of N (p%)"]


def test_a_tie_leaves_one_in_doubt_whatever_the_order():
    twins = [Reading(name=name, shape=SHORT.shape, reads=()) for name in ("one", "other")]
    for order in itertools.permutations(twins):
        [match] = settled(list(matches(order, outline(TEXT))))
        assert match.reading.name == "other"
        assert "'one' has as good a title" in (match.doubt or "")


def test_an_unknown_phrase_or_type_is_an_error():
    with pytest.raises(KeyError):
        compiled("{no_such_phrase}")
    with pytest.raises(KeyError):
        compiled("<count:X>")
