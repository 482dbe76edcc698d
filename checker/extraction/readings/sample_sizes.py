"""The sample size calculation of a single-arm trial, where one paragraph prints all of it."""

import itertools
from collections.abc import Iterator, Sequence

from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import SampleSize
from checker.model import Reported

# The names of its claims, of whose figures no one shape tells.
_NAME = "sample size"
MAKES = (_NAME,)

_MOST_PARAGRAPHS = 20

_PARTS = (
    (
        "N patients are required",
        "<required:N> (?:[a-z-]{2,16} ){0,3}?{nouns}[^.;]{0,40}?(?:required|needed|necessary)",
        "In all, {required 62} evaluable patients were required.",
    ),
    ("power of p%", "power (?:of|was|at|to be)? ?<power:P>", "It gives a power of {power 80%}."),
    ("p% power", "<power:P> power", "It gives {power 80%} power."),
    (
        "level of significance",
        "(?:significance(?: level)?|alpha|type i error(?: rate)?)(?: level)?(?: of| was| =| at)? ?<significance:A>",
        "It was tested at a significance level of {significance 0.05}.",
    ),
    (
        "historical rate of p%",
        "(?:historical|null|reference|control)[^.;%]{0,60}?(?:of|rate|=|was) ?<null:P>",
        "The historical control rate of {null 20%} was to be raised.",
    ),
    ("p% absolute", "<difference:P> absolute", "We hoped for a {difference 15%} absolute improvement."),
    (
        "absolute improvement of p%",
        "absolute (?:improvement|increase|difference)s? of <difference:P>",
        "We hoped for an absolute improvement of {difference 15%}.",
    ),
    (
        "p% dropout",
        "<dropout:P> (?:drop-?out|loss|attrition|lost|withdraw)",
        "We allowed for {dropout 10%} dropout.",
    ),
    (
        "planned sample size of N",
        "(?:planned|total|final)[^.;]{0,40}?(?:sample size|enrol)[^.;]{0,20}?<planned:N>",
        "The planned sample size was {planned 69}.",
    ),
)
READINGS = tuple(Reading(name=name, shape=shape, reads=(example,)) for name, shape, example in _PARTS)
_CALCULATED = ("null", "difference", "power", "required")
_ENLARGED = ("required", "dropout", "planned")


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for the calculation, and one for what it becomes when some will be lost."""
    if "power" not in page.low:
        return
    paragraphs = itertools.groupby(page.sentences, key=lambda sentence: sentence.paragraph)
    with_power = (each for each in map(_sentences, paragraphs) if any("power" in sentence.low for sentence in each))
    for sentences in itertools.islice(with_power, _MOST_PARAGRAPHS):
        found = _figures(sentences)
        if found.keys() >= {*_CALCULATED}:
            fields = {role: reported(found[role]) for role in _CALCULATED[:-1]}
            if "significance" in found:
                fields["significance"] = _percent(found["significance"])
            yield _proposal(sentences, found, _CALCULATED, fields)
        if found.keys() >= {*_ENLARGED}:
            fields = {"dropout": reported(found["dropout"]), "planned": count(found["planned"])}
            yield _proposal(sentences, found, _ENLARGED, fields)


def _sentences(paragraph: tuple[int, Iterator[Sentence]]) -> list[Sentence]:
    return list(paragraph[1])


def _figures(sentences: Sequence[Sentence]) -> dict[str, Token]:
    """The first figure of each role."""
    found: dict[str, Token] = {}
    for sentence in sentences:
        for match in sorted(matches(READINGS, sentence.outline), key=_start):
            for role, held in match.roles.items():
                found.setdefault(role, held[0])
    return found


def _start(match: Match) -> int:
    return match.start


def _percent(level: Token) -> Reported:
    return reported(level) if level.percent else Reported(f"{level.value * 100:g}")


def _proposal(
    sentences: Sequence[Sentence], found: dict[str, Token], roles: Sequence[str], fields: dict[str, Reported]
) -> Proposal:
    required = found["required"]
    within = next(each for each in sentences if each.start <= required.start < each.end)
    return Proposal(
        kind=SampleSize,
        within=within,
        figures=tuple(found[role] for role in roles),
        own=(found[roles[-1]],),
        fields={**fields, "required": count(required)},
        why="the only such figures of the paragraph",
        reading=_NAME,
    )
