"""Words that state a share, and the share in the bracket behind them: ``the majority of women (45%)``."""

import re
from collections.abc import Iterator
from typing import Any

from checker.extraction import literals
from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Quantifier
from checker.model import Reported

_SHARES = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "two-third": "66.7", "three-quarter": "75"}
_FRACTION = r"(?:(?:one|an?)[ -])?(?:half|third|quarter|fifth)|two[ -]thirds|three[ -]quarters"
_WORD = (
    rf"\b(?P<word>majority|minority|(?:more|less|fewer) than (?:{_FRACTION})|(?:over|under) (?:{_FRACTION})|"
    r"most (?:of (?:the |these |our )?)?{nouns})\b"
    rf"[^0-9.;:(){ANY}]{{0,70}}\( ?(?:n ?= ?)?"
)
_NEGATED = re.compile(r"\b(?:no|not|nor|never|without)(?: an?| the)? $")
_SAID = literals.sought([("major", "minor", "half", "most ", "third", "quarter", "fifth")])
_MORE = re.compile(rf" ?\) ?(?:,|or|and) [^.;:(){ANY}]{{0,40}}\( ?[{ANY}]")
# ``(7 of 235 events [3.0%] were severe)``
_OWN_CLAUSE = re.compile(r"[^.;:()]{0,60} (?:was|were|had|has|have|did)\b[^()]{0,60}\)")


def no_share_of_it(match: Match) -> str | None:
    """Why the word is not said of the share alone."""
    if _NEGATED.search(match.before(24)):
        return "negated"
    if _OWN_CLAUSE.match(match.after()):
        return "the bracket says something of its own"
    if _MORE.match(match.after()):
        return "the first of several shares that make it together"
    return "a bound" if any(token.comparator != "=" for token in match.tokens) else None


READINGS = (
    Reading(
        name="majority (p%)",
        shape=f"{_WORD}<percent:P>",
        reads=(
            "The majority of patients ({percent 45%}) were men.",
            "Over half of them (12/20, {percent 60%}) smoked.",
            "More than two thirds of the women ({percent 58%}) smoked.",
        ),
        leaves=(
            "Most patients took alfa (34%) or beta (25%).",
            "The most common event was fever (30%).",
            "No majority of them (41%) walked.",
        ),
        unless=no_share_of_it,
    ),
    Reading(
        name="majority (n of N)",
        shape=f"{_WORD}<count:N>{{of}}<total:N>",
        reads=("Less than half of the women ({count 11} of {total 20}) smoked.",),
        leaves=(
            "Most women (1 in every 2) smoked.",
            "The majority of events were mild (7 of 235 events [3%] were severe).",
        ),
        unless=no_share_of_it,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every such word with its share."""
    for sentence in page.sentences if literals.has(page.low, _SAID) else ():
        if not literals.has(sentence.low, _SAID):
            continue
        for match in matches(READINGS, sentence.brief):
            word = match.texts["word"]
            name = word if word.endswith("ority") else "most"
            limit = _limit(word)
            if limit is not None:
                name = "less-than" if word.startswith(("less", "fewer", "under")) else "more-than"
            first, share = _share(sentence, match)
            yield Proposal(
                kind=Quantifier,
                within=sentence,
                figures=(first,),
                own=(first,),
                fields={"word": name, "share": limit, **share},
                why="the share in the bracket behind the word",
                reading=match.reading.name,
            )


def _limit(word: str) -> Reported | None:
    """The share that a fraction names."""
    part = re.search(r"(?:(two|three)[ -])?(half|third|quarter|fifth)", word)
    if part is None or word.endswith("ority"):
        return None
    return Reported(_SHARES["-".join(filter(None, part.groups()))])


def _share(sentence: Sentence, match: Match) -> tuple[Token, dict[str, Any]]:
    """What is printed first behind the word: the percentage, or its count."""
    if "count" in match.roles:
        number, total = match.tokens
        return number, {"count": count(number), "total": count(total)}
    percent = match.one("percent")
    figure = sentence.printed.figure(percent)
    if figure is None or figure.count is None or percent.start < figure.count.start:
        return percent, {"percent": reported(percent)}
    return figure.count, {"count": count(figure.count), "total": count(figure.total)}
