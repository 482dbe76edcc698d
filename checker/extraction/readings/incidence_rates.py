"""Incidence rates beside their events and person-time: ``2.3 per 100 patient-years (14 events in 609 patient-years)``.

A rate is read where events, person-time and rate stand in one phrase. One that is adjusted, standardised, expected or
a difference is another one; so is one of a list of which the phrase does not say whose the events are.
"""

import re
from collections.abc import Iterator
from typing import Any

from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY
from checker.extraction.phrases import PERSONS
from checker.extraction.printed import Limits
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds.incidence import IncidenceRate
from checker.model import Certainty, Count, Reported

# Who, or what, the time is of: people, or things in use.
_PEOPLE = (
    r"(?:persons?|people|patients?|pts?|subjects?|participants?|wom[ae]n|m[ae]n|child(?:ren)?|infants?|adults?|players?|"
    r"athletes?|workers?|employees?|residents?|users?|couples?|animals?|treatment|exposure|follow-up|observation)"
)
_THINGS = (
    r"(?:catheters?|cvc|lines?|devices?|ventilator|beds?|hospital|inpatient|admission|valves?|eyes?|tooth|implants?|"
    r"grafts?|shunts?|leads?|pumps?)"
)
_UNITS = {"year": "year", "yr": "year", "y": "year", "month": "month", "mo": "month", "week": "week", "wk": "week",
          "day": "day", "d": "day", "hour": "hour", "hr": "hour", "h": "hour"}  # fmt: skip
_SPAN = "|".join(sorted(_UNITS, key=len, reverse=True))
_YEARS_OF_PEOPLE = r"(?:pyrs?|pys?|pt-?yrs?|p-y)(?![a-z])"


def _person_time(name: str, whose: str = "") -> str:
    """Person-time, its pieces under names that begin with one; ``whose``: ``?`` where only its unit may be said."""
    who = rf"(?P<{name}_people>{_PEOPLE})|(?P<{name}_things>{_THINGS})"
    return (
        rf"(?:(?P<{name}_short>{_YEARS_OF_PEOPLE})|"
        rf"(?:(?:{who})'?s?'?(?:[ -]{{1,2}}| ?/ ?)){whose}(?P<{name}_unit>{_SPAN})s?(?![a-z]))"
    )


# Not across brackets, clauses or other numbers.
_WORD = rf"[a-z][^{ANY};:() ]{{0,30}}"
_OF = (
    r"(?:,? (?:of|at|under|during) (?:[a-z-]{2,16} ){0,3}?"
    r"(?:follow-?(?: ?up)?|observation|exposure|treatment|therapy|risk|use|study))?"
)
# From the events to their time: ``events in``, ``/``, ``events;``.
_IN = (
    rf"(?:(?: {_WORD}){{0,9}}? (?:in|during|over|for|within|throughout|per|among|across)(?: (?!per){_WORD}){{0,4}}? |"
    rf"(?: {_WORD}){{0,4}}? ?/ ?|(?: {_WORD}){{1,4}}[,;] (?:and |in )?)"
)
_TIME = rf"<time:A>[ -]{{0,2}}{_person_time('time')}"
# A word between the person-time and its rate; behind some the rate is another's: ``compared with 2.3 per 100``.
_OWN = rf"(?!(?:compared|versus|vs|than|while|whereas|and|but|in|among|with|per)\b){_WORD} "
_TO_RATE = (
    rf"(?: ?\( ?(?:{_OWN}){{0,7}}?|"
    rf"(?: ?[;:=]|,) ?(?:(?:{_OWN}){{0,5}}?(?:rate|incidence|density|frequency) (?:of |was )?)?|"
    r",? (?:or|i\.?e\.?,?|that is,?|for|giving|yielding|represent\w{1,4}|correspond\w{1,4} to|resulting in|"
    rf"equivalent to|equal to) (?:{_OWN}){{0,7}}?)(?:[=:] ?)?"
)
_TO_EVENTS = (
    rf"{_OF}(?: (?:in|for|among)(?: {_WORD}){{1,6}}? ?\(| ?[(;:,=] ?|,? (?=based on ))(?:(?:{_WORD} ){{0,3}}|n ?= ?)"
)
# The person-time in front of the events.
_FIRST_TIME = (
    rf"(?<![a-z])(?:in|during|over|for|of|with)(?: {_WORD}){{0,5}}? {_TIME}{_OF},?(?: {_WORD}){{0,6}}? <events:N>"
    rf"(?: {_WORD}){{0,12}}?(?: in (?:<:N> of )?<:N>(?: {_WORD}){{0,3}})?"
)
# ``per 1000 person-years``, ``per 1000``, ``per person-year``, ``%/year``.
_RATE = (
    rf"<rate:A>(?: {_WORD}){{0,3}}?(?: (?:per|a|each) | ?/ ?|-)(?:<per:A>|(?P<million>million))?"
    rf"(?:[ -]{{0,2}}{_person_time('its', '?')})?"
)

# Wherever a shape fits, so that most pages are passed over.
_MAY = re.compile(rf"[0-9][ -]{{0,2}}{_person_time('its')}")
# Rates that counts do not make, and figures that are none.
_ANOTHER = re.compile(
    r"(?<!un)(?<!un-)adjust|standardi[sz]|weighted|expected|excess|attributable|differen|predict|model|project|ratio\b|"
    r"reduction|background|published|previous|literature"
)
_TENS = (10, 100, 1000, 10_000, 100_000, 1_000_000)
_LISTED = re.compile(rf"[{ANY}]%?,? ?(?:and|or|vs\.?|versus|to|-|of|/|,) ?$")
_AMONG = re.compile(r"\b(?:in|among|(?<!total )of|from)(?: (?:the|all|these|our))? $")
# A case is an event here.
_PEOPLE_NEXT = re.compile(rf"[^a-z]*(?:[a-z-]+ ){{0,2}}(?!cases)(?:{PERSONS})\b")
_EVENT = re.compile(
    r"\b(?:die|dea[dt]|develop|experienc|ha[ds]\b|having|suffer|sustain|acquir|sero-?conver|relaps|became|diagnos|occur|"
    r"infect|discontinu|withdr[ae]w|event|with\b|were (?!follow|treat|stud|observ|includ|enrol|random|assign|expos))"
)


def _pieces(match: Match, name: str) -> tuple[str | None, str | None]:
    """Of people or of things a person-time is, where it says so, and its unit."""
    if f"{name}_short" in match.texts:
        return "people", "year"
    whose = next((kind for kind in ("people", "things") if f"{name}_{kind}" in match.texts), None)
    unit = match.texts.get(f"{name}_unit")
    return whose, _UNITS[unit] if unit else None


def no_rate(match: Match) -> str | None:
    """Why the rate is not that of these events in this person-time."""
    rate, per = match.one("rate"), match.roles.get("per")
    whose, unit = _pieces(match, "time")
    its, its_unit = _pieces(match, "its")
    if its_unit not in (None, unit):
        return "a rate in another unit of time"
    if its not in (None, whose):
        return "a rate of another kind of person-time"
    if per is None and (its_unit is None or (its is None and not rate.percent)):
        return "a rate of no person-time"
    if per is not None and per[0].value not in _TENS:
        return "no power of ten"
    if rate.percent and ("million" in match.texts or (per is not None and per[0].value != 100)):
        return "a percentage of so many"
    if _ANOTHER.search(match.before(40) + match.words):
        return "an adjusted or expected rate, or a difference"
    if _LISTED.search(match.before(16)):
        return "one of a list"
    return "people, no events" if _counts_people(match) else None


def _counts_people(match: Match) -> bool:
    """Whether the supposed events are those who were followed, or in whom the events occurred."""
    outline, events = match.outline, match.one("events")
    if _AMONG.search(outline.before(events, 16)):
        return True
    begin = outline.place(events) + 1
    later = [place for token in match.tokens if (place := outline.place(token)) >= begin]
    words = outline.text[begin : min(later, default=match.end)]
    return _PEOPLE_NEXT.match(words) is not None and not _EVENT.search(words)


def _several(match: Match) -> str | None:
    """Why the events may be others than those of the rate."""
    return "the sentence speaks of several groups" if "respectively" in match.outline.text else None


def _apart(match: Match) -> str | None:
    """The same where the person-time stands in front of the events."""
    return _several(match) or "the person-time may be that of others than the events"


READINGS = (
    Reading(
        name="events in person-time (rate)",
        shape=f"<events:N>{_IN}{_TIME}{_OF}{_TO_RATE}{_RATE}",
        reads=(
            "{events Fifty-two} falls occurred in {time 3,850} person-years ({rate 13.5} per {per 1000}).",
            "There were {events 78} falls over {time 6,240} person-years ({rate 12.5} per {per 1000} person-years).",
            "{events 46} falls occurred during {time 880} woman-years at risk, for an incidence of {rate 5.2} per "
            "{per 100} woman-years.",
            "Falls were rare ({events 7}/{time 2,104} PY, or {rate 3.3}/{per 1,000} PY).",
            "{events 9} patients died in {time 609} patient-years of follow-up (rate {rate 1.48}/{per 100} years).",
            "There were {events three} falls in {time 620.5} patient-years ({rate 0.48%}/patient-year).",
            "There were {events 88} falls in {time 104.1} patient-years ({rate 0.85} falls per patient-year).",
        ),
        leaves=(
            "Fifty-two falls occurred in 3,850 person-years (adjusted rate 13.5 per 1000).",
            "There were 19 falls in 350 patient-months (65.1 per 100 patient-years).",
            "There were 19 infections in 350 patient-days (54.3 per 1000 catheter-days).",
            "We followed 320 patients for 900 patient-years (1.3 falls per 100 patient-years).",
            "There were 11 and 5 falls in 350 patient-years (3.1 per 100 patient-years).",
            "There were 11 falls in 350 patient-years, compared with 2.5 per 100 patient-years in men.",
            "There were 52 falls in 3,850 person-years (an excess of 4.5 per 1000 person-years).",
            "There were 88 falls in 104.1 patient-years (8.8 a year).",
        ),
        unless=no_rate,
        doubt=_several,
    ),
    Reading(
        name="rate (events in person-time)",
        shape=f"{_RATE}{_TO_EVENTS}<events:N>{_IN}{_TIME}",
        reads=(
            "The rate was {rate 2.3} per {per 100} patient-years ({events 14} falls in {time 609} patient-years).",
            "The rate was {rate 4.5} (95% CI 2.3-7.9) per {per 100,000} person-days ({events 12}/{time 267,000} "
            "person-days).",
            "The rate was {rate 12.5} per {per 1000} person-years ({events 78} falls; {time 6240} person-years).",
            "The rate was {rate 0.023} per patient-year ({events 14} falls in {time 609} patient-years).",
            "The rate was {rate 2.3%} per year ({events 14} falls in {time 609} patient-years).",
            "The rate was {rate 31} per million person-years ({events 14} falls in {time 451,000} person-years).",
        ),
        leaves=(
            "The standardised rate was 2.3 per 100 patient-years (14 falls in 609 patient-years).",
            "The rates were 2.3 and 3.4 per 100 patient-years (14 falls in 609 patient-years).",
            "The rate was 2.3 per 100 patient-years (320 women, 609 patient-years).",
        ),
        unless=no_rate,
        doubt=_several,
    ),
    Reading(
        name="in person-time, events (rate)",
        shape=f"{_FIRST_TIME}{_TO_RATE}{_RATE}",
        reads=(
            "During {time 5,410} person-years of follow-up, {events 64} cases of gout occurred, or {rate 11.8} per "
            "{per 1000} person-years.",
            "During {time 104.1} patient-years {events 88} falls occurred in 14 of 16 patients ({rate 0.85} per "
            "patient-year).",
        ),
        leaves=("During 5,410 person-years, 320 women were followed (11.8 falls per 1000 person-years).",),
        unless=no_rate,
        doubt=_apart,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every rate that is printed with its events and person-time."""
    if not page.says(_MAY):
        return
    for sentence in page.sentences:
        if len(sentence.tokens) > 2 and _MAY.search(sentence.low):
            for match in settled(list(matches(READINGS, sentence.brief))):
                yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    events, time, rate = (match.one(role) for role in ("events", "time", "rate"))
    limits = _limits(sentence, rate, time)
    ends: tuple[Token, ...] = ()
    fields: dict[str, Any] = {
        "events": count(events),
        "person_time": _length(sentence, time),
        "rate": reported(rate),
        "per": _per(match),
    }
    if limits is not None:
        ends = lower, upper = limits.ordered
        fields |= {"lower": reported(lower), "upper": reported(upper), "level": Reported(limits.level)}
    return Proposal(
        kind=IncidenceRate,
        within=sentence,
        figures=(rate, events, time, *ends),
        own=(rate, *ends),
        fields=fields,
        certainty=Certainty.PRINTED if match.doubt is None else Certainty.GUESSED,
        why=match.doubt or "events, person-time and rate in one phrase",
        reading=match.reading.name,
    )


def _limits(sentence: Sentence, rate: Token, time: Token) -> Limits | None:
    """The interval of the rate, which stands behind the person-time at times: that has none of its own."""
    figures = {figure.value.start: figure for figure in sentence.printed.figures}
    found = (figures[token.start].named("ci") for token in (rate, time) if token.start in figures)
    return next((limits for limits in found if limits is not None), None)


def _length(sentence: Sentence, time: Token) -> Reported:
    """The person-time as printed; ``over`` in front of it is no bound where it says during what."""
    length = reported(time)
    if time.comparator == ">" and sentence.before(time, 5).endswith("over "):
        return Reported.lexed(length.literal.lstrip(">"), time.value, time.decimals, exponent=time.exponent)
    return length


def _per(match: Match) -> Count:
    """The person-time that the rate is of."""
    if "per" in match.roles:
        return count(match.one("per"))
    if "million" in match.texts:
        return Count("1000000")
    return Count("100") if match.one("rate").percent else Count("1")
