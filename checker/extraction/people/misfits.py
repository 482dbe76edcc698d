"""Whether words hold against a figure's own misfit: that is how an error of the paper surfaces.

They do where nothing innocent is left (missing values, another size, two groups together, words beside the figure that
make it one of others) and somebody else testifies: other figures that the same words bind agree, the list that it
belongs to leaves nobody out, or the words are as good as a printed total.
"""

import math
import re

from checker.extraction import phrases
from checker.extraction.arithmetic import LEAST_KNOWN, nearly, totals
from checker.extraction.outline import characters
from checker.extraction.people.bindings import PAPER, Binding
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import PERSONS, Group, stems
from checker.extraction.people.hearing import Hearing

# The words of these bind so firmly that one other figure is enough to uphold them.
_FIRM = frozenset(("behind", "inside", "front", "sized", "ahead", "opening", "siblings", "order"))
# What stands behind these figures, or between their numbers, is what binds them.
_OWN_WORDS = frozenset(("behind", "inside", "sized", "unit", "overall", "ahead"))
# What stands behind these says of what group they are.
_NAMING = frozenset(("behind", "inside", "sized", "order"))
_MOST_TOTALS = 20
_SMALL_PART = 0.3
_NEAR = 150
_FAR = 200
_PERSONS = (
    "patients|women|men|children|subjects|participants|cases|persons|individuals|infants|adults|respondents|boys|girls"
)
# Behind a figure: some of others, or of those who were tested, or a word that tells those counted from the rest.
_QUALIFIED = re.compile(
    rf"[ ]?[)\]]?,? ?(?:(?:of the )?(?:{_PERSONS}) )?(?:of|in(?! whom)|among|with|who|without|from|for|on(?! day)|"
    r"given|receiving|taking|treated|tested|sampled|assessed|examined|evaluated|available|screened|infected|vs\.?|versus)\b|"
    rf"[ ]?[)\]] (?!(?:and|or|but|that|as|had|were|was|have|could|would)\b)(?:[a-z0-9-]+ ){{1,2}}(?:{phrases.NOUNS})\b|"
    r"[ ]?[)\]]? ?[/±+]"
)
_RESPECTIVELY = re.compile(r"[^.;]{0,100}\brespectively\b")
_THING_OF = re.compile(
    r" ?[)\]] ?(?:[a-z-]+ ){1,2}(?:of|in|among|with|without|who|which|receiving|given|taking|treated|managed)\b"
)
_OF_AN_ARM = re.compile(
    rf"[ ]?[)\]] ?(?:of )?(?:the )?(?:(?:{_PERSONS}) )?(?:in (?:the )?[a-z0-9 -]{{1,30}} (?:groups?|arms?)|"
    r"receiving|given|taking|assigned|randomi[sz]ed|treated)\b"
)
# Behind a figure that is of the paper's people: the clause ends, or says what they did.
_PLAIN = re.compile(
    rf"[ ]?[)\]]?(?:[ ]?(?:,|;|\.|$|:)| (?:(?:of the )?(?:{_PERSONS})(?:[,;.]| ))?(?:and|or|had|has|have|were|was|did|"
    r"died|developed|experienced|reported|received|required|showed|achieved|completed|responded|survived|reached|"
    r"underwent|because|due|as|relapsed|remained|in whom|could|would|are|is|to|met|withdrew|discontinued|presented|"
    rf"recovered|demonstrated|declined|agreed|obtained|used|chose)\b| (?:{_PERSONS})[,.;)])"
)
_INSIDE = re.compile(rf" ?(?:(?:of )?(?:the |all )?(?:{phrases.NOUNS}|people) ?)?[,;:]? ?\(?[^a-z]{{0,3}}(?:n ?= ?)?")
# The same with a word that tells which of them are counted: ``12 complete (20%)``.
_INSIDE_ASKED = re.compile(rf"(?: (?!of|in|with|on|from)[a-z-]+)?{_INSIDE.pattern}")
_NO_SHARE = re.compile(
    r"increas|decreas|reduc|improvement of|declin|surviv(?:al|ing)|mean |median|hazard|ratio|difference|probabil|"
    r"actuarial|sensitiv|specific|accura|\bpredict|weighted|adjusted|estimated|cumulative|per year|available|evaluable|"
    r"assessable|sampling|specimen|events?\b"
)
# Those who are only some of the people of most papers.
_SEXED = re.compile(r"(?<!were )(?<!was )(?<!are )\b(?:women|men|boys|girls|males?|females?|controls)\b")
# At a visit some are missing, and the whole is no longer meant.
_VISIT = re.compile(r"[ ]?[)\]]?(?: (?!and\b)[a-z]{3,12})? (?:at|after|within|during|by) ")
# Those who have patients of their own.
_STAFF = re.compile(
    r"\b(?:providers?|physicians?|doctors?|gps|practitioners?|nurses?|clinicians?|surgeons?|pharmacists?|practices?|"
    r"clinics?|hospitals?|schools?|cent(?:re|er)s?|wards?|villages?|clusters?)\b"
)
# From a number of people to a figure: some of them are no longer counted.
_LEFT_OUT = re.compile(
    r"(?:were|was) (?:not )?(?:excluded|traced|included in the (?:study|analysis)|lost to)|excluded from|had died"
)
_NUMBER = re.compile(f"[{characters('A')}]")
_CLAUSE = re.compile(f"[;.:{characters('A')}]")


def upheld(hearing: Hearing, figure: Figure, binding: Binding, group: Group) -> bool:
    """Whether a figure is of a group though it misfits."""
    if figure.count is None or figure.percent.comparator != "=" or not 0 < figure.percent.value < 100:
        return False
    number, size = figure.count.value, group.size
    if not binding.holds or number >= size or hearing.people.page.says(phrases.WEIGHTED):
        return False
    if _comes_later(figure, group):
        return False
    if hearing.candidates(figure) or hearing.lists.hundred(figure) is not None:
        return False
    if not _plain(hearing, figure, binding, group) or _together(hearing, figure, size):
        return False
    complete = hearing.lists.complete(figure, size)
    if LEAST_KNOWN * size <= 100 * number / figure.percent.value < size and not complete:
        return nearly(number, size, figure.percent) and _outvoted(hearing, figure, binding, group)
    return complete or _opens(hearing, figure, binding, group) or _outvoted(hearing, figure, binding, group)


def _plain(hearing: Hearing, figure: Figure, binding: Binding, group: Group, inside: re.Pattern[str] = _INSIDE) -> bool:
    """Whether nothing beside a figure makes it one of others, or no share."""
    text = figure.sentence.outline.text
    if not _is_share(figure):
        return False
    if binding.name not in _OWN_WORDS and (
        _QUALIFIED.match(text, figure.last + 1) or not inside.fullmatch(text, figure.first + 1, figure.last)
    ):
        return False
    counted = _SEXED.search(text, figure.first, figure.last + 14)
    if counted and counted.group() not in group.words:
        return False
    return binding.level < PAPER or _is_of_paper(hearing, figure)


def _is_share(figure: Figure) -> bool:
    """Whether no words beside a figure speak of something else than a share."""
    text = figure.sentence.outline.text
    behind = _NUMBER.split(text[figure.last + 1 : figure.last + 30])[0]
    before = _CLAUSE.split(text[max(0, figure.first - 60) : figure.first])[-1]
    return not (_NO_SHARE.search(behind) or _NO_SHARE.search(before + text[figure.first : figure.last]))


def _is_of_paper(hearing: Hearing, figure: Figure) -> bool:
    """Whether the words behind a figure are those of one of all the people of a paper."""
    outline = figure.sentence.outline
    text = outline.text
    if not _PLAIN.match(text, figure.last + 1) or _VISIT.match(text, figure.last + 1):
        return False
    # Among percentages without counts its own may be none.
    own = {other.percent.start for other in hearing.people.of(figure.sentence)}
    alone = [token for token in outline.tokens if token.percent and token.start not in own]
    return sum(abs(token.start - figure.percent.start) < _NEAR for token in alone) < 2


def of_another(figure: Figure, group: Group) -> bool:
    """Whether a misfitting figure is plainly not one of a group, so that nobody need be asked.

    It is of another number right in front, which makes it; of fewer, as some were left out since the group was spoken
    of; of those who were sifted out of it; all of some (``5 (100%)``); or its count is that of the group itself.
    """
    if figure.count is None or figure.makes(group.size):
        return False
    number, sentence = figure.count.value, figure.sentence
    if number == group.size or figure.percent.value >= 100:
        return True
    begin = sentence.start
    if sentence.index and sentence.page.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        begin = sentence.page.sentences[sentence.index - 1].start
    if any(
        token.countable and token.value > number and token.value != group.size and figure.makes(int(token.value))
        for token in sentence.page.within(begin, figure.count.start)
    ):
        return True
    counted = PERSONS.search(sentence.outline.text, figure.first, figure.last)
    if counted and _STAFF.search(group.words):
        return True
    if counted and group.unit is not None and not PERSONS.search(group.words):
        return True
    return group.token.start < sentence.start and bool(
        _LEFT_OUT.search(sentence.page.low, group.token.end, sentence.start)
    )


def askable(hearing: Hearing, figure: Figure, binding: Binding, group: Group) -> bool:
    """Whether the authors may be asked about a figure that misfits the group which words bind it to.

    Not where the group is itself some who are counted, and called something else as well; nor where words beside the
    figure make it one of others, or of two lists.
    """
    if group.how == "counted" and _comes_later(figure, group):
        return False
    outline = figure.sentence.outline
    around = outline.text[max(0, figure.first - _NEAR // 2) : figure.last + _NEAR // 2]
    if group.how == "counted" and binding.name != "these" and not group.terms <= stems(around):
        return False
    if binding.name not in _NAMING and not alone_of(figure):
        return False
    if binding.name == "inside" and _QUALIFIED.match(outline.text, figure.last + 1):
        return False
    return _plain(hearing, figure, binding, group, _INSIDE_ASKED)


def _comes_later(figure: Figure, group: Group) -> bool:
    """Whether a group is first spoken of behind a figure, and no arm: by then others may be left of it."""
    return group.token.start > figure.percent.start and group.how in ("of", "counted", "people", "did")


def alone_of(figure: Figure) -> bool:
    """Whether no words behind a figure say of whom it is, nor share it out with others."""
    text, end = figure.sentence.outline.text, figure.last + 1
    return not (_QUALIFIED.match(text, end) or _THING_OF.match(text, end) or _RESPECTIVELY.match(text, end))


def of_an_arm(figure: Figure) -> bool:
    """Whether the words behind a figure say only of which treatment it is."""
    text, end = figure.sentence.outline.text, figure.last + 1
    return _is_share(figure) and bool(_OF_AN_ARM.match(text, end) or _RESPECTIVELY.match(text, end))


def plainly(hearing: Hearing, figure: Figure) -> bool:
    """Whether nothing beside a figure makes it one of others, or no share, and the clause ends or goes on plainly."""
    return _INSIDE.fullmatch(figure.sentence.outline.text, figure.first + 1, figure.last) is not None and (
        alone_of(figure) and _is_share(figure) and _is_of_paper(hearing, figure)
    )


def _together(hearing: Hearing, figure: Figure, size: int) -> bool:
    """Whether two sizes together make the percentage."""
    assert figure.count is not None
    least, most = totals(figure.count.value, figure.percent)
    held = set(hearing.stated)
    largest = 4 * size
    wanted = range(max(size + 1, math.ceil(min(least, largest + 1))), math.floor(min(most, largest)) + 1)[:_MOST_TOTALS]
    return any(
        total - value in held and min(value, total - value) >= _SMALL_PART * total
        for total in wanted
        for value in hearing.stated
    )


def _outvoted(hearing: Hearing, figure: Figure, binding: Binding, group: Group) -> bool:
    """Whether others that the same words bind agree, and none of them misfits."""
    support, against = hearing.support(figure, binding, group)
    return support >= (1 if binding.name in _FIRM else 2) and not against


def _opens(hearing: Hearing, figure: Figure, binding: Binding, group: Group) -> bool:
    """``Of the 60 patients, 12 (25%)``: hardly less than a printed total."""
    if binding.name != "opening" or not figure.index:
        return False
    outline = figure.sentence.outline
    place = outline.places[figure.index - 1]
    return (
        outline.tokens[figure.index - 1] is group.token
        and figure.first - place < _FAR
        and "(" not in outline.text[place + 1 : figure.first]
        and not hearing.support(figure, binding, group)[1]
    )
