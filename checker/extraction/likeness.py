"""Whether two mentions are of one quantity: by their words, and by how their figures differ."""

import itertools
from collections.abc import Sequence

from checker.extraction.mentions import GENERIC, TIME_WORD, UNITS, Mention, Words
from checker.extraction.numbers import Token
from checker.rounding import unit

# A word of these in one place only is another quantity.
_QUALIFIERS = frozenset(
    "bivariate propensity weighted matched imputed evaluable per sensitivity interim final baseline subgroup "
    "investigator central independent local without not no never female male women men woman man girl boy first "
    "second third placebo control geometric minimum maximum relative absolute expected predicted external "
    "internal validation training derivation discovery replication confirmed unconfirmed age stratified non mild "
    "moderate severe early late".split()
)
# Words that make every figure of a sentence one of an analysis.
_ADJUSTED = dict.fromkeys(("arr", "aor", "ahr", "airr", "adj", "adjusting", "adjustment"), "adjusted")
_ANALYSES = frozenset(
    "adjusted unadjusted crude univariate univariable multivariate multivariable itt intention protocol sensitivity "
    "imputed excluding".split()
)
# Words of which a quantity has one.
_OPPOSITES = [
    frozenset(words.split())
    for words in (
        "median mean", "men women", "man woman", "male female", "boy girl", "increase decrease", "positive negative",
        "intervention control", "treatment placebo", "os pfs efs dfs rfs orr", "hr or rr",
    )
]  # fmt: skip
_ARMS = frozenset("intervention control treatment placebo baseline follow up".split())
# Names of statistics, which many quantities have.
STATISTICS = frozenset("median mean hr or rr os pfs efs dfs rfs orr".split())


def shared(one: Mention, other: Mention) -> frozenset[str]:
    """The words that tell what both mentions are of; none where some word parts them."""
    both = one.content & other.content
    if not both or _apart(one, other):
        return frozenset()
    behind = [({*each.trail} & each.content) - UNITS for each in (one, other)]
    if all(behind) and not both & (behind[0] | behind[1]):
        # ``36 (90%) received a transplant``, ``36 (90%) died``.
        return frozenset()
    for each in (one, other):
        if each.heads and not both & {*each.vocabulary.words(*_extent(each))} - _ARMS:
            # The head of a column is that of every row.
            return frozenset()
    return both


def _extent(mention: Mention) -> tuple[int, int]:
    return mention.heads[0].start, mention.heads[0].end


def _apart(one: Mention, other: Mention) -> bool:
    """Whether the words name two times or two opposites."""
    times, others = ({word for word in each.all if TIME_WORD.fullmatch(word)} for each in (one, other))
    if times and others and not times & others:
        return True
    return any(one.all & pair and other.all & pair and not one.all & other.all & pair for pair in _OPPOSITES)


def alike(one: Mention, other: Mention) -> set[str]:
    """The words in the same order around two mentions; none where either has more that counts."""
    back, forth = _common(one.lead[::-1], other.lead[::-1]), _common(one.trail, other.trail)
    rest = {word for each in (one, other) for word in (*each.lead[: len(each.lead) - back], *each.trail[forth:])}
    if rest - GENERIC or one.all & _QUALIFIERS != other.all & _QUALIFIERS:
        return set()
    return {word for word in (*one.lead[len(one.lead) - back :], *one.trail[:forth]) if word[0] != "#"}


def _common(one: Words, other: Words) -> int:
    """How many words two sequences begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def analysis(mention: Mention) -> set[str]:
    """What the sentence, or the head of the cell, says of the analysis."""
    sentence = mention.sentence
    words = mention.vocabulary.words(sentence.start, min(sentence.end, mention.behind))
    return {_ADJUSTED.get(word, word) for word in (*words, *mention.lead)} & _ANALYSES


def beside(one: Mention, other: Mention) -> list[bool]:
    """Of the mentions right before and right behind both, whether they agree, where they can be compared."""
    found = []
    for step in (-1, 1):
        first, second = _neighbour(one, step), _neighbour(other, step)
        if first is None or second is None:
            continue
        roles = [role for role in first.roles if role in second.roles]
        if any(plain(first.roles[role]) != plain(second.roles[role]) for role in roles):
            if shared(first, second) or not first.content or not second.content:
                found.append(False)
        elif any(digits(first.roles[role]) > 1 for role in roles):
            found.append(True)
    return found


def _neighbour(mention: Mention, step: int) -> Mention | None:
    at = mention.beside.index(mention) + step
    return mention.beside[at] if 0 <= at < len(mention.beside) else None


def label(found: Sequence[Mention]) -> str:
    """The words that all mentions of a quantity share."""
    words = dict.fromkeys(word for word in (*found[0].lead, *found[0].trail) if all(word in each.all for each in found))
    return " ".join(TIME_WORD.sub(r"\1-month", word) if TIME_WORD.fullmatch(word) else word for word in words)


def plain(token: Token) -> tuple[object, ...]:
    """What makes two prints the same: ``twelve`` and ``12``, but not ``70`` and ``70.0``."""
    return (token.value, token.decimals, token.comparator) if token.canonical else (token.literal,)


def digits(token: Token) -> int:
    """How many digits of a figure tell something: ``0.65`` has two, ``100`` one."""
    printed = f"{abs(token.value):.{token.decimals}f}"
    return len(printed.replace(".", "").lstrip("0")) if "." in printed else len(printed.strip("0"))


def differ(one: Token, other: Token) -> bool:
    """Whether two figures differ by more than the digits printed allow."""
    place = unit(one, other) if one.decimals != other.decimals else 0
    return one.unit == other.unit and abs(one.value - other.value) > place * 1.001


def mistyped(one: Token, other: Token) -> bool:
    """Whether one slip makes a figure of another: a digit replaced, left out or put in, or two swapped."""
    if one.decimals != other.decimals:
        return False
    first, second = (f"{each.value:.{each.decimals}f}" for each in (one, other))
    if len(first) == len(second):
        wrong = [at for at in range(len(first)) if first[at] != second[at]]
        swapped = len(wrong) == 2 and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]
        return len(wrong) == 1 or swapped
    short, long = sorted((first, second), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
