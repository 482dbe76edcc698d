"""People, and how many of them were of each kind, in a list behind them: ``nine adults, three fast and six slow``.

Nothing says that the list leaves nobody out, so the claim is a guess.
"""

import re
from collections.abc import Iterator

from checker.extraction import phrases, wholes
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY, characters
from checker.extraction.people import People
from checker.extraction.people.groups import unit_of
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence

_C = characters("C")
_KIND = rf"<:C>(?! ?(?:%|of\b|or\b|to <:C>|[-/]))(?: [^{ANY},;:.()]{{1,24}}){{1,8}}"
_LONG_KIND = rf"<:C>(?! ?(?:%|of\b|or\b|to <:C>|[-/]))(?: (?:[^{ANY};:.]|<:U>){{1,140}}?)"
_PEOPLE = rf"(?: (?!(?:and|or|vs|in|of|had)\b)[a-z'.-]{{1,24}}){{0,4}}? (?:{phrases.PERSONS})"
_NEXT = r"(?:,? and |, |; )"
# Events, and what many people may have at once.
_NOT_PARTS = re.compile(
    r"event|episode|\bsymptom|complication|adverse|visit|dose|cycle|session|week|month|year|day|hour|time|score|point|"
    r"\beach\b|\bboth\b|\bonly\b|\bsome\b|\balso\b|\bmean\b|median|rang|at least|of (?:whom|these|which|them)|"
    r"respectively|"
    r"(?:fe)?males?\b|\b(?:wo)?men\b|\bboys|\bgirls|includ|such as|\bthen\b|withdr|\bdied|lost|eyes|"
    r"risk|control|match|criteria|questions|items|who were|\bper\b|\bnot\b|further|additional|another"
)
_OF = re.compile(r"\b(?:of|among)(?: [a-z]{1,12}){0,2} $")
_ALLOCATED = re.compile(r"allocat|assign|randomi[sz]|received|\bstage\b|\bgrade\b|\bgiven\b|treated with")
_PERSON = re.compile(rf" ((?:{phrases.PERSONS}|fathers|midwives))\b")
_NEAR = 260


def no_list(match: Match) -> str | None:
    """Why the counts of a list need not make the number in front."""
    if found := _NOT_PARTS.search(f"{match.words}{match.after(30)}"):
        return f"{found.group()!r}: no parts of it"
    outline, parts = match.outline, match.roles["parts"]
    if any(unit_of(outline.after(part, 24)) for part in parts):
        return "counts of things"
    if "whole" in match.roles:
        front = outline.before(match.one("whole"), 200)
        if _others_than(match):
            return "others than those in front"
        if re.search(f"[{_C}]", front):
            return "another number stands in front"
        if _OF.search(front) and not _ALLOCATED.search(match.words):
            return "what befell some of them"
    if any(token.comparator != "=" for token in match.tokens):
        return "a bound"
    return None


def _others_than(match: Match) -> bool:
    """Whether a part is of persons of another name: ``225 mothers, 194 fathers, and 211 midwives``."""
    own = match.outline.between(match.one("whole"), match.roles["parts"][0])
    named = (_PERSON.match(match.outline.after(part, 24)) for part in match.roles["parts"])
    return any(found is not None and found[1] not in own for found in named)


READINGS = (
    Reading(
        name="N people, a this and b that,",
        shape=rf"<whole:C>{_PEOPLE},? ?[,(] ?(?P<parts>{_KIND}(?:{_NEXT}{_KIND}){{1,6}})"
        r"(?! ?,? ?(?:and |or )?<:C>) ?(?:[,)]|[.;]? ?$)",
        reads=("{whole Nine} adults, {parts three} fast and {parts six} slow, took part.",),
        leaves=("Nine adults, three of whom smoked, and six visits, took part.",),
        unless=no_list,
    ),
    Reading(
        name="N people: a got this, and b that",
        shape=rf"<whole:C>{_PEOPLE}[^{_C};:]{{0,220}}: ?(?P<parts>{_LONG_KIND}(?:{_NEXT}{_LONG_KIND}){{1,4}})\.? ?$",
        reads=("We treated {whole 235} adults by lot: {parts 121} adults received alfa, and {parts 114} beta.",),
        unless=no_list,
    ),
    Reading(
        name="these were a this and b that",
        shape=(
            rf"^(?:these|they|the (?:{phrases.PERSONS}|group|sample|series)) (?:were|included|comprised|"
            rf"consisted of|had) (?P<parts>{_LONG_KIND}{_NEXT}{_LONG_KIND})\.? ?$"
        ),
        reads=("These were {parts 33} adults with fever and {parts 100} with cough.",),
        leaves=("These were 33 adults with 2 visits and 100 with cough.",),
        unless=no_list,
    ),
)
_THESE = READINGS[-1]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every number of people with such a list behind it."""
    known = page.once(People)
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        for match in matches(READINGS, sentence.brief):
            whole = _in_front(sentence, match, known) if match.reading is _THESE else match.one("whole")
            parts = [token for token in match.roles["parts"] if token.unit is None and token.countable]
            if (
                whole is None
                or not whole.countable
                or len(parts) < 2
                or whole.value <= max(part.value for part in parts)
            ):
                continue
            figure = sentence.printed.figure(whole)
            if figure is None or figure.number is not None:
                yield from wholes.proposals(
                    sentence, whole, parts, match.reading.name, "nobody says that these are all"
                )


def _in_front(sentence: Sentence, match: Match, known: People) -> Token | None:
    """The only number of people right in front."""
    first = match.outline.tokens[0].start
    near = [size for size in known.in_front(sentence, first) if first - size.token.start < _NEAR]
    return near[0].token if near and near[0].how in ("people", "of", "did") else None
