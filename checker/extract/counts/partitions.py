"""Parts of a whole: the sexes, shares that make 100%, ``including``.

Parts may overlap or leave some out, which print seldom tells. So parts that make the whole are a claim that
holds; parts that do not are one only where the words leave no room: men and women of a number stated right
in front, the share of every arm.
"""

import re
from collections.abc import Sequence

from checker.extract import phrases
from checker.extract.arms import Arm
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.extract.sentences import Page, Sentence
from checker.kinds import Group, Partition

_MALE = r"(?:(?:were |are )?(?:male|men|boys)(?: (?:patients|subjects|participants|children|infants))?s?)"
_FEMALE = r"(?:(?:were |are )?(?:female|women|girls)(?: (?:patients|subjects|participants|children|infants))?s?)"
_HIS = re.compile(rf" (?:patients |subjects |participants )?{_MALE}\b")
_HERS = re.compile(rf" (?:patients |subjects |participants )?{_FEMALE}\b")
_SHARE = r"(?: ?\( ?[\d.]+ ?%? ?\))?"
_BETWEEN_SEXES = re.compile(
    rf" (?:patients |subjects |participants )?(?:{_MALE}|{_FEMALE}){_SHARE}(?: ?,| and|;| ?,? and|/| ?&)? "
)
# ``a total of 96 patients (51 men ...``, where ``12 of 96 patients (51 men`` would leave open who they are.
_ALL_OF = re.compile(r"(?:consist\w{0,4}|compris\w{0,3}|composed|total|sample|group|series|cohort|population) of $")
# From the whole to its first part: ``96 patients (51 men``, ``96 patients: 51 men``, ``, 51 men``.
_TO_PARTS = re.compile(rf"{phrases.WORDS}[ ]?(?:\(|:|,|--?)[ ]?(?:including |comprising |consisting of |of whom )?")


# Of a part of the whole: ``half of the 46 dogs were neutered (12 males, 11 females)``.
_SOME_OF = re.compile(
    r"(?:half|thirds?|quarters?|fifths?|most|many|some|majority|minority|proportion|percent|%|\bany|\bnone|\b(?:few|more)\b"
    r"(?: than half)?)(?: of)? (?:the |these |our |all |those ){0,2}$"
)


# What men and women are not the members of.
_NO_PEOPLE = re.compile(
    r" (?:[a-z-]{2,20} ){0,2}(?:famil(?:y|ies)|couples?|households?|pairs?|dyads|practices|schools|centers|centres|"
    r"eyes|teeth|hips|knees|samples|specimens|lesions|episodes|tumou?rs|trials|studies|pedigrees|litters)\b"
)
_UNKNOWN = re.compile(
    r"not (?:recorded|stated|reported|known|specified)|unknown|missing|unspecified|undisclosed|transgender|non-?binary|"
    r"other gender|no answer|prefer"
)
_OF = re.compile(r"\b(?:of|among|from) (?:the |these |our |all |a total of ){0,2}$")
_SOME_SEX = re.compile(r" [a-z]{3,8} (?:with|who|aged|having|without|in (?:the|this))\b")


def find(page: Page, drafts: Drafts, populations: Populations, known: Sequence[Arm]) -> None:
    """Add a claim for every whole printed with its parts."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        _sexes(sentence, drafts, populations)
        _hundred(sentence, drafts, populations)
        _every_arm(sentence, drafts, known)


def _sexes(sentence: Sentence, drafts: Drafts, populations: Populations) -> None:
    tokens = [token for token in sentence.tokens if token.countable]
    for index in range(len(tokens) - 1):
        one, other = tokens[index], tokens[index + 1]
        between = sentence.between(one, other)
        if len(between) > 60 or not _BETWEEN_SEXES.fullmatch(between):
            continue
        after = sentence.after(other)
        if not ((_HIS.match(between) and _HERS.match(after)) or (_HERS.match(between) and _HIS.match(after))):
            continue
        parts = (one, other)
        whole = tokens[index - 1] if index else None
        if (
            whole is not None
            and whole.value > max(one.value, other.value)
            and len(sentence.between(whole, one)) <= 60
            and _TO_PARTS.fullmatch(sentence.between(whole, one))
            and (
                not sentence.before(whole, 6).endswith((" of ", "group ")) or _ALL_OF.search(sentence.before(whole, 24))
            )
            and (one.value + other.value == whole.value or not _leaves_room(sentence, whole, parts))
        ):
            _add(sentence, drafts, parts, whole=whole)
            continue
        total = int(one.value + other.value)
        size = next((size for size in populations.before(sentence, one.start) if size.value == total), None)
        if size is not None:
            _add(sentence, drafts, parts, of=populations.declare(size, drafts))


def _leaves_room(sentence: Sentence, whole: Token, parts: tuple[Token, Token]) -> bool:
    """Whether words or figures tell that the whole may be other than these men and women."""
    one, other = parts
    before, between, behind = sentence.before(whole, 40), sentence.between(whole, one), sentence.after(other, 120)
    if _SOME_OF.search(before) or _NO_PEOPLE.match(between) or _UNKNOWN.search(behind):
        return True
    if "(" not in between and ":" not in between and (_OF.search(before) or _SOME_SEX.match(behind)):
        # ``Of 88 patients, 30 women and 41 men agreed``
        return True
    rest = whole.value - one.value - other.value
    return any(token.value == rest and token.start > other.start for token in sentence.tokens)


def _hundred(sentence: Sentence, drafts: Drafts, populations: Populations) -> None:
    """Counts of one population in a row whose percentages make 100, and that make the population."""
    shares = sentence.page.shares
    row: list[tuple[Token, Token, Token]] = []
    rows = [row]
    for token in sentence.tokens:
        if token.start not in shares:
            continue
        number, total = shares[token.start]
        if row and (row[-1][2].value != total.value or len(sentence.page.low[row[-1][0].end : number.start]) > 160):
            row = []
            rows.append(row)
        row.append((token, number, total))
    for members in rows:
        if len(members) < 2:
            continue
        start = 0
        while start < len(members) - 1:
            percents, numbers = 0.0, 0.0
            for end in range(start, min(len(members), start + 8)):
                percent, number, total = members[end]
                percents += percent.value
                numbers += number.value
                if end > start and numbers == total.value and abs(percents - 100) <= 0.6 * (end - start + 1):
                    parts = [member[1] for member in members[start : end + 1]]
                    size = populations.by_token.get(total.start)
                    of = populations.declare(size, drafts) if size else None
                    _add(sentence, drafts, parts, whole=None if of else total, of=of)
                    start = end
                    break
            start += 1


def _every_arm(sentence: Sentence, drafts: Drafts, known: Sequence[Arm]) -> None:
    """``10 (22%) of patients, including 43.3% in the A and 20% in the B group``: the share of both arms."""
    if len(known) != 2:
        return
    tokens = sentence.tokens
    of = sentence.page.of
    for index in range(len(tokens) - 1):
        one, other = tokens[index], tokens[index + 1]
        if one.start not in of or other.start not in of or of[one.start] == of[other.start]:
            continue
        if index < 2 or tokens[index - 1].start not in sentence.page.shares:
            continue
        number, total = sentence.page.shares[tokens[index - 1].start]
        if total.value != sum(arm.size.value for arm in known) or number is not tokens[index - 2]:
            continue
        if not re.search(r"includ|compris|\(|:|of whom|:", sentence.between(tokens[index - 1], one)):
            continue
        drafts.add(
            Partition,
            sentence,
            [number, one, other],
            whole=count(number),
            parts=tuple(Group(percent=reported(figure), of=of[figure.start]) for figure in (one, other)),
        )


def _add(
    sentence: Sentence, drafts: Drafts, parts: Sequence[Token], whole: Token | None = None, of: str | None = None
) -> None:
    drafts.add(
        Partition,
        sentence,
        [*([whole] if whole is not None else []), *parts],
        whole=count(whole),
        of=of,
        parts=tuple(Group(count=count(part)) for part in parts),
    )
