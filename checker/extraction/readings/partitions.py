"""Parts of a whole: the sexes, lists in brackets, the remaining, the share of each arm."""

import re
from collections.abc import Iterator, Sequence

from checker.extraction import phrases, wholes
from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, compiled, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY, characters
from checker.extraction.people import People
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Group, Partition
from checker.model import Certainty

_C = characters("C")
_MALE = r"(?:males?|men|boys|m)"
_FEMALE = r"(?:females?|women|girls|f)"
_SEX = (
    r" (?:patients |subjects |participants )?(?:were |are )?(?P<{}>"
    rf"{_FEMALE}|{_MALE})\b(?: (?:patients|subjects|participants|children|infants))?"
)
_SEXES = rf"<one:C>{_SEX.format('first')}(?: ?,| and|;| ?,? and|/| ?&)? ?<other:C>{_SEX.format('second')}"
_PAIR = compiled(_SEXES)
_NUMBER_IN_FRONT = re.compile(rf"[{_C}] ?[;,:] ?$")
_OWN_WHOLE = re.compile(rf"[{_C}][^{_C}()]{{0,80}}[(:,] ?$")
_WORDS = r"(?:(?:,? |-)(?!(?:vs|versus|than|median|mean)\b)[a-z][a-z'/-]{0,24})"
_OPENS = rf"(?: of (?:the )?<:N>)?{_WORDS}{{0,16}} ?(?P<opens>\(|:|\(including |, including ) ?"
_NUMBER = "(?:n ?= ?)?<:C>"
# ``4 by radiation of stage IIb``
_MEMBER = rf"{_NUMBER}(?: (?!and\b|vs\b)[^\s,;.:()={ANY}]{{1,24}}){{1,10}}"
_NAMED = rf"(?:[a-z][a-z-]{{2,24}} ){{1,3}}{_NUMBER}"
_SEPARATOR = "(?:,|;|,? and|; and) "
_CLOSES = r"(?= ?\)|[.;] ?$)"
_LABELLED = re.compile(r"(?:grade|stage|type|class|group|arm|phase) (?:[ivx]{1,4}[abc]?|[0-9][abc]?|[a-e])\b")
_ARM = re.compile(r"\b(?:group|arm)\b")
# Counts of other things than the members of the whole, or of members in any number of parts.
_NOT_PARTS = re.compile(
    r"\bper\b|\beach\b|\bboth\b|times|years|months|weeks|days|hours|dose|mg|microg|cycles|visits|sessions|events?\b|episodes|"
    r"symptom|complication|toxicit|adverse|\bor more\b|at least|range|median|mean|score|points|\bcases? of\b"
)
_REASONS = re.compile(r"(?:because of|owing to|due to) ")
_LETTERS = re.compile("[a-z]{3}")
_SAID_SEX = re.compile(rf"\b(?:{_FEMALE[3:-3]}|{_MALE[3:-3]})\b")
_NOUN = re.compile(rf"[{_C}] (?:[a-z-]{{2,20}} )?((?:{phrases.NOUNS})\b)")
# A part of the whole: ``half of the 46 dogs were neutered (12 males, 11 females)``.
_SOME_OF = re.compile(
    r"(?:half|thirds?|quarters?|fifths?|most|many|some|majority|minority|proportion|percent|%|\bany|\bnone|\b(?:few|more)\b"
    r"(?: than half)?)(?: of)? (?:the |these |our |all |those ){0,2}$"
)
_ALL_OF = re.compile(r"(?:consist\w{0,4}|compris\w{0,3}|composed|total|sample|group|series|cohort|population) of $")
_OF = re.compile(r"\b(?:of|among|from) (?:the |these |our |all |a total of ){0,2}$")
_SOME_SEX = re.compile(r" (?:with|who|aged|having|without|in (?:the|this))\b")
_PEOPLE = re.compile(rf"\b(?:{phrases.PERSONS})\b")
# What has members of its own, which a list may count.
_COLLECTIVE = re.compile(
    r" (?:[a-z-]{2,20} ){0,2}(?:famil(?:y|ies)|couples?|households?|pairs?|dyads|practices|centers|centres|panels|"
    r"lists|groups|trials|studies|pedigrees|litters)\b"
)
_TOTAL = re.compile(rf"[{ANY}] (?:out )?of (?:the |these )?$")
_RANGE = re.compile(rf"[0-9{ANY}] ?--? ?$")
_OF_NUMBER = re.compile(rf" (?:out )?of (?:the )?[{ANY}]")
_SEVERAL = re.compile(rf"[{ANY}][^;.()]{{1,60}} and $")
_UNKNOWN = re.compile(
    r"not (?:recorded|stated|reported|known|specified)|unknown|missing|unspecified|undisclosed|transgender|non-?binary|"
    r"other gender|no answer|prefer"
)
_SPLIT = re.compile(r"\b(?:split|divided|assigned|allocated|randomi[sz]ed)\b")
_NEAR = 300
_OPENING = rf"^(?:[a-z]{{4,12}}[:.] ?)?(?:of|among|in) (?:(?:{phrases.ADJECTIVES}) ){{0,3}}"


# What stands around the two sexes where they make up those just spoken of, and no outcome is told of them.
_MAKE_UP = re.compile(
    rf"(?:^|[.:;] |\()(?:[a-z]{{4,12}}[:.] ?)?(?:(?:there|they|these) (?:were|are|comprised|included) |of whom |"
    rf"(?:the |our )?(?:study )?(?:group|sample|cohort|series|population|{phrases.PERSONS}) (?:comprised|consisted of|"
    r"included|were|are) |(?:consisting of|comprising) )?$"
)
_MADE_UP = re.compile(
    r" ?(?:[.;,)]|$|(?:with an? |\()?(?:mean|median|average|aged|age)|(?:were|was|participated|took) (?:studied|"
    r"included|enrolled|recruited|randomi[sz]ed|entered|examined|evaluated|investigated|part)\b|"
    r"in (?:the|this) (?:study|trial))"
)


def of_those_just_named(match: Match) -> str | None:
    """Why two counts of the sexes are not those of everybody just spoken of."""
    if (reason := one_sex(match)) is not None:
        return reason
    if _NUMBER_IN_FRONT.search(match.before(8)):
        return "of the number right in front"
    if any(not match.start <= found.start() < match.end for found in _PAIR.finditer(match.outline.text)):
        return "the sexes of several groups"
    if not _MAKE_UP.search(match.before(90)) or not _MADE_UP.match(match.after(60)):
        return "more is told of them than their number"
    return None


def of_each_group(match: Match) -> bool:
    """Whether further groups have their men and women counted, and no number of their own: ``(4 men, 9 women)``."""
    text = match.outline.text
    return any(
        found.start() >= match.end and not _OWN_WHOLE.search(text, max(0, found.start() - 90), found.start())
        for found in _PAIR.finditer(text)
    )


def one_sex(match: Match) -> str | None:
    """Why two counts are not those of the two sexes."""
    first, second = (match.texts[role][0] in "fwg" for role in ("first", "second"))
    return "one sex twice" if first == second else None


def of_one_group(match: Match) -> str | None:
    """Why two counts are not those of the sexes, or not of all in front of them."""
    if _SPLIT.search(match.outline.between(match.one("whole"), match.one("one"))):
        return "of one of the groups that they were split into"
    if of_each_group(match):
        return "the sexes of several groups"
    return one_sex(match)


def of_others(match: Match) -> str | None:
    """Why the number in front may not be that of these men and women together."""
    outline, whole = match.outline, match.one("whole")
    before, behind = outline.before(whole, 40), match.after(120)
    between = outline.between(whole, match.one("one"))
    if before.endswith((" of ", "group ")) and not _ALL_OF.search(before):
        return "of some of them"
    if _SOME_OF.search(before) or _UNKNOWN.search(behind):
        return "of some of them, or of others"
    if _COLLECTIVE.match(between) or (_LETTERS.search(between) and not _PEOPLE.search(between)):
        return "the number may be one of other things"
    if "(" not in between and ":" not in between and (_OF.search(before) or _SOME_SEX.match(behind)):
        # ``Of 88 patients, 30 women and 41 men agreed``
        return "they may be some of them"
    return None


def no_members(match: Match) -> str | None:
    """Why the counts in a list are not those of members of what is in front."""
    words, listed = match.words, match.outline.text[match.outline.place(match.roles["parts"][0]) : match.end]
    if _SAID_SEX.search(listed):
        return "the sexes"
    if _NOT_PARTS.search(words) and not _REASONS.search(words):
        return "counts of something else"
    # ``19 practices (53 doctors and 377 patients)``
    nouns = {found[1].rstrip("s") for found in _NOUN.finditer(listed)}
    own = match.outline.between(match.one("whole"), match.roles["parts"][0])
    if any(noun not in own for noun in nouns):
        return "of other things"
    if _RANGE.search(match.before(8)):
        return "the end of a range"
    if _TOTAL.search(match.before(24)):
        return "the total of another"
    if "including" in match.texts.get("opens", ""):
        return "some of them"
    if _OF_NUMBER.match(own):
        return "either number in front may be the whole"
    if _COLLECTIVE.match(own):
        return "their members may be counted"
    return "one of several numbers in front" if _SEVERAL.search(match.before(80)) else None


def together(match: Match) -> str | None:
    """Why members may be in several of the parts."""
    words = match.words
    return "what members have they may have together" if " with " in words and " and " not in words else None


def others_left(match: Match) -> str | None:
    """Why those who are left are not what is left of the number."""
    outline, other = match.outline, match.one("other")
    between = outline.between(match.one("whole"), match.one("one"))
    if _NOT_PARTS.search(match.words):
        return "counts of something else"
    named = re.match(rf" ((?:{phrases.NOUNS})\b)", outline.after(other, 40))
    return "of other things" if named and named[1] not in between else None


_COUNTS = (
    Reading(
        name="N (a men and b women)",
        shape=rf"<whole:C>{{words}}[ ]?(?:\(|:|,|--?)[ ]?(?:including |comprising |consisting of |of whom )?{_SEXES}",
        reads=("We studied {whole 41} patients ({one 26} men and {other 15} women).",),
        leaves=(
            "Of these, 41 patients were split into alfa (12 men, 8 women) or beta (11 men, 10 women).",
            "A total of 41 urban (12 men, 8 women) and rural (11 men, 10 women) adults took part.",
        ),
        unless=of_one_group,
        doubt=of_others,
        hints=("men", "male", "girl"),
    ),
    Reading(
        name="a men and b women",
        shape=_SEXES,
        reads=("There were {one 26} men and {other 15} women.",),
        leaves=(
            "There were 26 men and 15 men.",
            "Relapse was seen in 26 men and 15 women.",
            "They were split into alfa (41; 26 men, 15 women) or beta.",
            "They were split into alfa (26 men, 15 women) or beta (20 men, 19 women).",
        ),
        unless=of_those_just_named,
        hints=("men", "male", "girl"),
    ),
    Reading(
        name="N (a by this and b by that)",
        shape=rf"<whole:C>{_OPENS}(?P<parts>{_MEMBER}(?:{_SEPARATOR}{_MEMBER}){{1,6}}){_CLOSES}",
        reads=("In all {whole 20} had rescue treatment ({parts 16} by surgery and {parts 4} by radiotherapy).",),
        leaves=("We read 11 trials (6 drugs; 866 patients).",),
        unless=no_members,
        doubt=together,
    ),
    Reading(
        name="N (this a, that b)",
        shape=rf"<whole:C>{_OPENS}(?P<parts>{_NAMED}(?:(?:,|;| and|, and) {_NAMED}){{1,5}})(?= ?\))",
        reads=("In all {whole 96} patients completed the trial (placebo {parts 49}, sertraline {parts 47}).",),
        unless=no_members,
        doubt=together,
    ),
    Reading(
        name="N (a and b, respectively)",
        shape=rf"<whole:C>{_OPENS}(?P<parts><:N> and <:N>), respectively(?= ?\))",
        reads=("It was met in {whole 360} patients ({parts 182} and {parts 178}, respectively).",),
        unless=no_members,
    ),
    Reading(
        name="of N, a, the other b",
        shape=rf"{_OPENING}<whole:C>[^{_C}]{{0,200}}?<one:C>[^{_C}]{{0,200}}?"
        r"\bthe (?:remaining|other|rest,?) <other:C>",
        reads=("Of {whole 18} patients, {one 3} died and the other {other 15} recovered.",),
        leaves=("Of 30 lesions, 12 were benign; the other 20 specimens were lost.",),
        unless=others_left,
    ),
    Reading(
        name="(N; a men and b women)",
        shape=rf"\((?:n ?= ?)?<whole:C>(?: [a-z-]{{2,20}}){{0,3}}; {_SEXES}",
        reads=("They were split into alfa ({whole 23}; {one 7} women and {other 16} men) and beta (n = 22).",),
        leaves=("They were split into alfa (12 men and 8 women; n = 20) and beta (n = 22).",),
        unless=one_sex,
        hints=("men", "male", "girl"),
    ),
)
_OF_SEXES = (*_COUNTS[:2], _COUNTS[-1])
_WITHOUT = _COUNTS[1]
_SHARES = Reading(
    name="n (p%), including q% in A and r% in B",
    shape=(
        rf"<whole:P>[^;{_C}]{{0,90}}?(?:includ\w{{1,4}}|compris\w{{1,4}}|:|\(|of whom)[^;{_C}]{{0,40}}?"
        rf"<one:P>(?P<first>[^;{_C}]{{1,50}}?)<other:P>(?P<second>[^;:.{_C}]{{1,50}})"
    ),
    reads=("Fever occurred in 10 ({whole 22%}) of them, including {one 43%} in alfa and {other 20%} in beta.",),
    hints=("includ", "compris", ":", "("),
)

READINGS = (*_COUNTS, _SHARES)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every whole printed with its parts."""
    known = page.once(People)
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            yield from _proposals(sentence, match, known)


def _proposals(sentence: Sentence, match: Match, known: People) -> Iterator[Proposal]:
    held = [
        sentence.printed.figure(token) for role, tokens in match.roles.items() if role != "whole" for token in tokens
    ]
    if match.reading is _SHARES:
        yield from _each_arm(sentence, match, known)
        return
    counts = [figure.number for figure in held if figure is not None and figure.number is not None]
    if len(counts) < len(held) or any(each.comparator != "=" for each in counts):
        return
    if match.reading is _WITHOUT:
        yield from _of_people(sentence, counts, known, match.reading.name)
        return
    whole = sentence.printed.figure(match.one("whole"))
    if whole is None or whole.number is None or whole.number.comparator != "=":
        return
    words = match.words
    if match.reading not in _OF_SEXES and any(figure is not None and figure.total is not None for figure in held):
        # ``20 survivors (20/50 of all and 20/30 of those in shock)``
        return
    labels = len(_ARM.findall(words)), len(_LABELLED.findall(words))
    firm = "one" in match.roles or (len(counts) in labels and match.texts["opens"] != ":")
    yield from wholes.proposals(sentence, whole.number, counts, match.reading.name, match.doubt, presumed=not firm)


def _of_people(sentence: Sentence, counts: Sequence[Token], known: People, name: str) -> Iterator[Proposal]:
    """Parts of the only number of people right in front: that they are its, is a guess."""
    near = [size for size in known.in_front(sentence, counts[0].start) if counts[0].start - size.token.start < _NEAR]
    if len({size.size for size in near}) != 1:
        return
    yield from wholes.proposals(sentence, near[0].token, counts, name, "the only number of people in front of them")


def _each_arm(sentence: Sentence, match: Match, known: People) -> Iterator[Proposal]:
    """The count of all, and the percentage of each arm."""
    whole = sentence.printed.figure(match.one("whole"))
    figures = match.one("one"), match.one("other")
    sizes = [known.arm(match.texts.get(role, "")) for role in ("first", "second")]
    if whole is None or whole.count is None or sizes[0] is None or sizes[1] is None or sizes[0] is sizes[1]:
        return
    held = [figure for token in figures if (figure := sentence.printed.figure(token)) is not None]
    counts = [figure.count for figure in held if figure.count is not None]
    if len(counts) == len(figures):
        yield from wholes.proposals(sentence, whole.count, counts, match.reading.name)
        return
    yield Proposal(
        kind=Partition,
        within=sentence,
        figures=(whole.count, *figures),
        own=figures,
        fields={
            "whole": count(whole.count),
            "parts": tuple(
                Group(percent=reported(figure), total=count(size.token))
                for figure, size in zip(figures, sizes, strict=True)
                if size is not None
            ),
        },
        certainty=Certainty.NAMED,
        why="words name the arm of each percentage",
        reading=match.reading.name,
        people="behind",
    )
