"""Counts with their total, their percentage, or both: how shares are printed."""

import re
from collections.abc import Iterator

import msgspec

from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import Outline, characters

_N, _P = characters("N"), characters("P")
_ACUITY = re.compile(r"acuit|vision|visual|snellen|or better|or worse|corrected to")
# An acronym in front of two small numbers names something: HPV 16/18, CDK 4/6.
_ACRONYM = re.compile(r"(?:^|[ (,-])(?:[A-Z]{2,6}|[a-z]{0,2}[A-Z]{2,5}-?) $")
_SMALL = 60
_SCORES = 10
_SENTENCE = 180
# One in so many, and in a multiple of it, is a concentration or a risk.
_DILUTED = 1000
_GRADED = re.compile(
    r"(?:grades?|stages?|types?|class|classes|phase|scores?|gleason|nyha|asa|mmhg|pressures?|ratio)[ :=]{0,3}(?:of )?$"
)
# ``ECOG status was 0 in 20``, ``stages of 1 in 12 (20%) and 2 in 30``: what is counted has the score, in so many.
_SCORED = re.compile(
    r"\b(?:scores?|grades?|stages?|status|class|classes|index|ratings?|categor(?:y|ies)|levels?|types?|points?|ecog|asa|nyha|"
    r"gleason|apgar|bi-?rads|child[- ]pugh|karnofsky|rankin|parity|gravidity)\b[^;.]{0,160}$"
)
_OTHER_MEASURE = re.compile(
    r"[ ]?(?:sensitiv|specific|accura|increase|decrease|reduc|declin|improve|change|agree|conf|c\.?i\b|power|level|"
    r"of (?!the |all |total|patients|cases|subjects|women|men|children|participants))"
)
# ``61% of control and 70% of treated visits (1220/2000 and 2170/3100)``
_NEXT_PAIR = re.compile(rf"(?: ?,| ?;| and| vs\.?| versus){{1,2}} [{_N}] ?/ ?[{_N}]")
_PERCENT_IN_FRONT = re.compile(rf"[{_P}][^();.]{{1,60}}$")
_SUMS = re.compile(r" ?[+=]")
_RANGE_BEFORE = re.compile(f"[{characters('A')}] ?(?:-{{1,2}}|to|~) ?$")
_RANGE_BEHIND = re.compile(f" ?(?:-{{1,2}}|to|~) ?[{characters('A')}]")
_MORE_BEHIND = re.compile(f"(?:[ ]?(?:,|;|and|&|or|/|vs\\.?|versus)[ ](?:and )?|[ ]?[/;,][ ]?)[{_P}]")
_MORE_BEFORE = re.compile(f"[{_P}](?:[ ]?(?:,|;|and|&|or|/|vs\\.?|versus)[ ](?:and )?|[ ]?[/;,][ ]?)$")
# What a bracketed pair says of other people than the percentage in front of it counts.
_VERB = re.compile(r"[^();]{0,40}\b(?:were|was|had|did|have|has|are|is|died|not)\b")
# ``1019 men and 1395 women (62.9%) of 3838``, but ``16 (53%) of 30 on A and 8 (32%) of 25``
_ANOTHER_COUNT = re.compile(f"(?<! of )(?<! of the )[{_N}] [a-z -]{{3,30}} and $")
# In front of ``60 (20%)``: ``12/``, ``12 of the``, ``12-``.
_CONTINUES = re.compile(f"[{characters('A')}](?: ?/ ?| (?:out )?of (?:the )?| ?--? ?| to )$")
# ``19 of 19 participants in the 1011 cohort (100%)``
_NAMES_THEM = re.compile(f"[{_N}](?: (?:out )?of (?:the )?|/)[{_N}][a-z ]{{1,60}} the $")
_NO_COUNT = re.compile(
    rf"(?:[-/±+^]|[{characters('A')}] ?(?:to|-|/)|(?:grades?|stages?|scores?|class|phase|type|ecog|asa|nyha|gleason|"
    r"level|day|week|month|year|age|table|version|ratio|(?<![a-z])p|dose) ?(?:of |=|:)?) ?$"
)
# From a count to its percentage where no total stands between: a few words, none of which speaks of something else.
_TO_PERCENT = (
    r"(?:[ -](?!(?:vs|versus|but|while|whereas|than|compared|mean|median|and|to|or)\b)"
    rf"[^{characters('A')}.;:() ]{{1,30}}){{0,8}},?[ ]{{0,2}}\([ ]?"
    r"(?:(?:or|i\.?e\.?,?|only|about|approximately|nearly|almost|just|over|~|≈|=|<|>|≥|≤)[ ]?)?"
)
_COUNTED = r"(?: [a-z]{3,14}){0,2}"
_SPLIT = re.compile(f" (?:in|for|among|of|with) [^();%]{{1,40}}?(?:,|;| and| vs\\.?| versus)(?: and)? [{_P}]")


def pair(match: Match) -> str | None:
    """Why two whole numbers are no count of a total."""
    outline = match.outline
    count, total = match.one("count"), match.one("total")
    between = outline.between(count, total)
    before = outline.before(count)
    if total.value < 1:
        return "a total of nothing"
    if before.endswith("all but "):
        return "those who are left out"
    if total.literal.isdigit() and 1900 <= total.value <= 2035 and outline.before(total, 5).endswith(" the "):
        return "a year"
    if "/" not in between:
        if between != " in ":
            return None
        if total.value <= count.value:
            return "in more than there are"
        scored = count.value <= _SCORES and _SCORED.search(outline.before(count, _SENTENCE))
        return "a score, in so many" if scored else None
    if outline.after(total, 1) == "/" or before.endswith("/"):
        return "a chain of numbers"
    if count.value == 1 and total.value >= _DILUTED and total.value % _DILUTED == 0:
        # ``0.5% bupivacaine with epinephrine (1/200000)``
        return "a dilution"
    if count.value == 20 and _ACUITY.search(outline.text):
        return "visual acuity"
    return "a grade or a score" if _GRADED.search(before) else None


def named(match: Match) -> str | None:
    """Why two small numbers with a slash may be the name of something."""
    count, total = match.one("count"), match.one("total")
    if total.value > _SMALL or "/" not in match.outline.between(count, total):
        return None
    return "a name" if _ACRONYM.search(match.outline.norm, max(0, count.start - 12), count.start) else None


def behind(match: Match) -> str | None:
    """Why the percentage behind a pair is not that of the pair."""
    after = match.outline.after(match.one("percent"))
    if _OTHER_MEASURE.match(after):
        return "another measure"
    if _RANGE_BEHIND.match(after):
        return "a range"
    if _MORE_BEHIND.match(after) or _SPLIT.match(after):
        return "a list of percentages behind one pair"
    return pair(match)


def in_front(match: Match) -> str | None:
    """Why the percentage in front of a pair is not that of the pair."""
    after = match.outline.after(match.one("total"))
    if _NEXT_PAIR.match(after) and _PERCENT_IN_FRONT.search(match.before(80)):
        return "the pairs in the bracket are of several percentages"
    if _VERB.match(after):
        return "the bracket speaks of others"
    if _RANGE_BEFORE.search(match.before(8)):
        return "a range"
    if _MORE_BEFORE.search(match.before(12)):
        return "the last of a list of percentages"
    if _SUMS.match(after):
        return "a sum"
    return pair(match)


def at_the_end(match: Match) -> str | None:
    """Why the total behind a count and its percentage is not that of the count alone."""
    if _ANOTHER_COUNT.search(match.before()):
        return "the percentage may be of two counts together"
    return None


def behind_another(match: Match) -> str | None:
    """Why a number with a percentage may be the total of another, or the end of something."""
    if _CONTINUES.search(match.before(12)) or _NAMES_THEM.search(match.before(80)):
        return "part of a longer figure"
    return None


def no_count(match: Match) -> str | None:
    """Why a whole number beside a percentage is no count of it."""
    if match.one("count").comparator != "=" or not 0 <= match.one("percent").value <= 100:
        return "a bound"
    if _NO_COUNT.search(match.outline.before(match.one("count"), 14)):
        return "a score, a grade, a time or a part of a range"
    return None


def alone(match: Match) -> str | None:
    """Why a count and its percentage, no total beside them, are something else."""
    return behind_another(match) or no_count(match)


def reversed_alone(match: Match) -> str | None:
    """The same where the percentage stands in front."""
    return "a range" if _RANGE_BEFORE.search(match.before(8)) else no_count(match)


READINGS = (
    Reading(
        name="n/N (p%)",
        shape="<count:N>{of}<total:N>{to_percent}<percent:P>(?={closed})(?: ?\\))?",
        reads=(
            "Fever occurred in {count 12}/{total 60} ({percent 20.0%}) patients.",
            "{count 12} of the {total 60} patients ({percent 20.0%}) had fever.",
        ),
        leaves=(
            "Acuity was 20/40 (30%).",
            "All but 13 of 184 grafts (92.9%) were patent.",
            "ECOG performance status was 0 in 20 (33%) patients.",
        ),
        unless=behind,
        doubt=named,
    ),
    Reading(
        name="(n/N, p%)",
        shape="\\( ?<count:N>{of}<total:N>{to_percent_inside}<percent:P>(?: ?\\))?",
        reads=("Fever was frequent ({count 12}/{total 60}, {percent 20.0%}).",),
        unless=behind,
        doubt=named,
    ),
    Reading(
        name="n/N, p%)",
        shape="<count:N>{of}<total:N>{to_percent_inside}<percent:P> ?\\)",
        reads=("Fever was frequent (in {count 12}/{total 60}, {percent 20.0%}).",),
        unless=behind,
        doubt=named,
    ),
    Reading(
        name="(n/N) p%",
        shape="\\( ?<count:N>{of}<total:N> ?\\) <percent:P>",
        reads=("Fever was seen in ({count 12}/{total 60}) {percent 20.0%} and cough in (15/60) 25.0%.",),
        leaves=("Fever was seen in a fifth (12/60), 45% in women.",),
        unless=behind,
        doubt=named,
    ),
    Reading(
        name="p% (n/N)",
        shape="<percent:P>{to_count}<count:N>{of}<total:N>(?: ?\\))?",
        reads=("Fever occurred in {percent 20.0%} ({count 12}/{total 60}).",),
        leaves=(
            "The block was with 0.5% bupivacaine (1/200000).",
            "Blood was taken at 61% of control and 70% of treated visits (122/200 and 217/310).",
        ),
        unless=in_front,
        doubt=named,
    ),
    Reading(
        name="(p%; n/N)",
        shape="\\( ?<percent:P>{to_count_inside}<count:N>{of}<total:N>",
        reads=("Fever was frequent ({percent 20.0%}, {count 12}/{total 60}).",),
        unless=in_front,
        doubt=named,
    ),
    Reading(
        name="p% and p% (n/N and n/N)",
        shape="<percents:P+>{to_count}<pairs:N/N+>",
        reads=("In {percents 20.0%} and {percents 25.0%} ({pairs 12}/{pairs 60} and {pairs 15}/{pairs 60}).",),
    ),
    Reading(
        name="n/N and n/N (p% and p%)",
        shape="<pairs:N/N+>{to_percent}<percents:P+>",
        reads=("In {pairs 12}/{pairs 60} and {pairs 15}/{pairs 60} ({percents 20.0%} and {percents 25.0%}).",),
    ),
    Reading(
        name="n (p%) of N",
        shape="<count:N>{to_percent}<percent:P>{of_behind}<total:N>",
        unless=at_the_end,
        reads=("Fever occurred in {count 12} ({percent 20.0%}) of {total 60} patients.",),
    ),
    Reading(
        name="p% (n) of N",
        shape="<percent:P> ?\\( ?(?:n ?= ?)?<count:N>{of_behind}<total:N>",
        reads=("Fever occurred in {percent 20.0%} ({count 12}) of {total 60} patients.",),
    ),
    Reading(
        name="n (p%)",
        shape=rf"<count:N>{_TO_PERCENT}<percent:P>(?: ?\)|(?= ?[;,]))",
        reads=(
            "Fever occurred in {count 12} ({percent 20.0%}) and rash in many.",
            "Fever occurred in {count 12} older patients ({percent 20%}).",
            "Fever occurred in {count 12} (only {percent 20%}; 95% CI 11-32).",
        ),
        leaves=(
            "Acuity was 20/40 (30%).",
            "Of 60 (20% women), some had fever.",
            "ECOG 1 (20%) was frequent.",
            "Fever occurred in 12 to 14 (20%).",
        ),
        unless=alone,
    ),
    Reading(
        name="(n, p%)",
        shape=rf"(?:[(;][ ]?(?:n ?[=:]? ?)?|, ?n ?= ?)<count:N>(?:{_COUNTED}[ ]?[,;:=][ ]?|[ ]or[ ])<percent:P>",
        reads=(
            "Fever was frequent (n = {count 12}, {percent 20%}).",
            "Fever was frequent ({count 12} eyes; {percent 20%}).",
        ),
        unless=alone,
    ),
    Reading(
        name="p% (n)",
        shape=rf"<percent:P>{_COUNTED} ?\( ?(?:n ?= ?)?<count:N>(?:{_COUNTED} ?\)|(?={_COUNTED} ?;|,))",
        reads=(
            "Fever occurred in {percent 20.0%} (n = {count 12}) and rash in many.",
            "Fever occurred in {percent 20%} ({count 12} eyes).",
        ),
        leaves=("Fever occurred in 20% (grade 3).",),
        unless=reversed_alone,
    ),
    Reading(
        name="n (p% of the N)",
        shape="<count:N>{to_percent}<percent:P> of {adjectives}{1,3}<total:N>",
        reads=("Fever occurred in {count 12} ({percent 20.0%} of the {total 60} patients).",),
    ),
)


class Share(msgspec.Struct, frozen=True, gc=False):
    """A count, its total where that is printed with it, and its percentage.

    ``doubt``: why they may be something else, if they may.
    """

    count: Token
    total: Token | None
    percent: Token
    doubt: str | None = None


def conflict(one: Match, other: Match) -> bool:
    """Whether a number is the count or percentage of two shares, or the count of one and the total of another.

    A total may be that of many.
    """
    own, others = _roles(one), _roles(other)
    return any(start in others and not (role == others[start] == "total") for start, role in own.items())


def _roles(match: Match) -> dict[int, str]:
    return {token.start: role for role, held in match.roles.items() for token in held}


def shares(outline: Outline) -> Iterator[Share]:
    """The shares of an outline that are printed with their count."""
    if not outline.types["P"] or not outline.types["N"]:
        return
    for match in settled(list(matches(READINGS, outline)), conflict):
        if "pairs" in match.roles:
            pairs, percents = match.roles["pairs"], match.roles["percents"]
            if len(pairs) == 2 * len(percents):
                for number, whole, percent in zip(pairs[::2], pairs[1::2], percents, strict=True):
                    yield Share(number, whole, percent, match.doubt)
        else:
            total = match.one("total") if "total" in match.roles else None
            yield Share(match.one("count"), total, match.one("percent"), match.doubt)
