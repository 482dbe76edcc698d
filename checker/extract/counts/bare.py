"""Counts with a percentage whose denominator stands elsewhere: ``n (p%)``, ``n = 36, 83.7%``."""

import itertools
import re
from collections.abc import Sequence

from checker.extract import phrases
from checker.extract.arithmetic import fits, nearly, totals
from checker.extract.arms import Arm
from checker.extract.counts.count_and_percent import OF_OTHERS, Figure, Scope
from checker.extract.counts.scopes import Scopes
from checker.extract.drafts import Drafts, count, reported
from checker.extract.populations import PART, PEOPLE, Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion

_AFTER_COUNT = re.compile(rf"{phrases.WORDS}{phrases.OPEN}|, ?(?:or )?")
# Between ``of the 96`` and a figure, words that start a smaller group.
_NESTED = re.compile(
    r"of whom|of which|of these|of those|of them|\bamong|including|included|whose|"
    r"responders|remaining|rest|others?\b|respectively|subgroup|in the .{0,30}(?:group|arm)|latter|former|each|\bboth\b"
)
_OTHER_THINGS = re.compile(
    r"increase|decrease|reduc|improv|declin|change|sensitiv|specific|accura|event|episode|specimen|sample|lesion|site"
)
_OF_WHICH = re.compile(r" ?\)? ?,? ?(?:of|in) (?:which|whom|these|those|them)")
_OPENING = re.compile(
    rf"(?:[a-z]{{4,12}}[:.-] ?)?(?:of|among|out of|in)(?: (?:{phrases.ADJECTIVES}))* (?:a total of )?(?=[0-9])"
)
# Behind ``of the 96``, the words that say who they are: ``patients in the first group,``.
_OWN_WORDS = re.compile(r"[a-z -]{1,80},")
_REVERSED = re.compile(r" ?\( ?n ?= ?")
_OVERALL = re.compile(r"(?:[a-z]{4,12}[:.-] ?)?(?:overall|in total|altogether)\b")
_OF_PATIENTS = re.compile(
    r" ?\) of (?:all |the )?(?:patients|participants|subjects|cases)"
    r"(?=[,.;)]| (?:were|was|had|have|has|did|died|developed|experienced|reported|received|required|showed|and)\b)"
)
_CONTRAST = re.compile(r"whereas|while|compared|versus|\bvs\b|\bbut\b|\bonly\b")
# Words that leave only some of them.
_PART_OF = re.compile(
    r"\bof the\b|\bof all\b|\bamong|available|evaluable|assessed|tested|underwent|follow|\bgroup|\barm\b|cohort|"
    r"\bin those|\bwith(?:out)?\b|month|year|week|\bday|\bwho\b|received|treated|survivor|treatment"
)
_SMALLEST_WHOLE = 10
# Two other figures must belong to the same size before a misfit is held against a third.
_LEAST_RECONCILED = 2
_LEAST_OF_MOST = 3
# Characters.
_JUST_BEFORE = 300
# All of some, of whom only the words around tell.
_ALL = 100
# How many figures to each side are looked at.
_AROUND = 40


def find(page: Page, drafts: Drafts, populations: Populations, known: Sequence[Arm]) -> None:
    """Add a claim for every count with a percentage but no denominator of its own."""
    percentages = (sentence for sentence in page.sentences if any(token.unit == "%" for token in sentence.tokens))
    figures = [figure for sentence in percentages for figure in _figures(sentence)]
    for figure in figures:
        figure.size = _fitting(figure, populations)
        if figure.size is not None:
            page.shares[figure.percent.start] = (figure.count, figure.size.token)
    main = populations.main()
    weighted = page.says(phrases.WEIGHTED)
    scopes = _scopes(figures, populations, known) if figures and not weighted else {}
    for position, figure in enumerate(figures):
        name = None
        size = figure.size
        alternatives: tuple[str, ...] = ()
        scope = scopes.get(figure.percent.start)
        if scope is not None:
            own = figure.makes(scope.size.value)
            if own or (size is None and nearly(figure.count.value, scope.size.value, figure.percent)):
                size = scope.size
            elif size is not None and scope.firm:
                alternatives = (populations.declare(size, drafts),)
                size = scope.size
            elif (
                size is None
                and _plain(figure, scope.size, populations, scope.complete)
                and (scope.complete or not _printed(figure, populations))
            ):
                size = scope.size
        if size is None and main is not None and nearly(figure.count.value, main.value, figure.percent):
            size = main
        if size is None and not weighted:
            size = _governing(figure, figures[max(0, position - _AROUND) : position + _AROUND], populations)
        if size is not None:
            name = populations.declare(size, drafts)
        page.used.update((figure.count.start, figure.percent.start))
        drafts.add(
            Proportion,
            figure.sentence,
            [figure.count, figure.percent],
            count=count(figure.count),
            of=name,
            percent=reported(figure.percent),
            alternatives=alternatives,
        )
        if size is not None:
            page.shares[figure.percent.start] = (figure.count, size.token)
    for sentence in page.sentences:
        if "%" in sentence.low and "(n" in sentence.low:
            _in_reverse(sentence, drafts, populations)


def _in_reverse(sentence: Sentence, drafts: Drafts, populations: Populations) -> None:
    """``84.2% (n = 64)``, where a stated size makes it: the number may be the group's own as well."""
    page = sentence.page
    for index in range(len(sentence.tokens) - 1):
        percent, number = sentence.tokens[index : index + 2]
        if not percent.percent or not number.countable or {percent.start, number.start} & page.used:
            continue
        if not _REVERSED.fullmatch(sentence.gap(index)) or not sentence.after(number, 2).lstrip().startswith(")"):
            continue
        figure = Figure(sentence, number, percent)
        size = _fitting(figure, populations)
        if size is None:
            continue
        page.used.update((number.start, percent.start))
        page.shares[percent.start] = (number, size.token)
        drafts.add(
            Proportion,
            sentence,
            [number, percent],
            count=count(number),
            of=populations.declare(size, drafts),
            percent=reported(percent),
        )


def _scopes(figures: Sequence[Figure], populations: Populations, known: Sequence[Arm]) -> dict[int, Scope]:
    """The scopes of all figures, sentence by sentence."""
    scopes = Scopes(populations, known)
    found: dict[int, Scope] = {}
    for _, members in itertools.groupby(figures, key=lambda figure: figure.sentence.index):
        found.update(scopes.of(list(members)))
    return found


def _printed(figure: Figure, populations: Populations) -> bool:
    """Whether any whole number around makes the percentage, whatever it counts."""
    page = figure.sentence.page
    around = page.within(figure.count.start - 1500, figure.count.start + 1500)
    sizes = list(itertools.islice(populations.by_value, 20))
    for token in page.within(figure.count.start - _JUST_BEFORE, figure.count.start):
        if (
            token.percent
            and token.decimals == 0
            and token.start not in page.shares
            and token.start < figure.count.start
        ):
            # Of those whom a percentage alone counts: ``52% were men. Of these, 61 (56%)``.
            hidden = (size * token.value / 100 for size in sizes)
            if any(abs(100 * figure.count.value / (total or 1) - figure.percent.value) <= 1.5 for total in hidden):
                return True
    return any(
        token.unit is None
        and token.decimals == 0
        and token is not figure.count
        and token.value >= figure.count.value
        and nearly(figure.count.value, token.value, figure.percent)
        for token in around
    )


def _figures(sentence: Sentence) -> list[Figure]:
    found = []
    used = sentence.page.used
    tokens = sentence.tokens
    for index in range(len(tokens) - 1):
        number, percent = tokens[index], tokens[index + 1]
        if (
            not number.countable
            or not percent.percent
            or number.start in used
            or percent.start in used
            or number.comparator != "="
            or percent.value > 100
        ):
            continue
        gap = sentence.gap(index)
        if not _AFTER_COUNT.fullmatch(gap):
            continue
        if (
            index >= 2
            and tokens[index - 2].countable
            and phrases.OF_GAP.fullmatch(sentence.gap(index - 2))
            and re.fullmatch(r"[a-z ]{0,60}", sentence.gap(index - 1))
        ):
            # ``19 of 19 in the 1011 VP cohort (100%)``: the count and the total stand further in front.
            continue
        if gap.startswith(",") and not re.search(r"\bn ?= ?$", sentence.before(number, 6)):
            continue
        following = sentence.after(percent, 24)
        if not re.match(r" ?(?:\)|;|,)", following) and not gap.startswith(","):
            continue
        if re.search(r"[-/]$|±|[0-9%] to $", sentence.before(number, 6)) or following.lstrip(" )").startswith(
            ("/", "-")
        ):
            continue
        found.append(Figure(sentence, number, percent))
    return found


def _fitting(figure: Figure, populations: Populations) -> Size | None:
    """The likeliest stated size of which the count makes the percentage."""
    if not populations.has_between(*totals(figure.count.value, figure.percent)):
        return None
    for size in populations.before(figure.sentence, figure.count.start):
        if (
            size.value >= figure.count.value
            and size.token is not figure.count
            and fits(figure.count.value, size.value, figure.percent)
        ):
            return size
    return None


def _governing(figure: Figure, figures: list[Figure], populations: Populations) -> Size | None:
    """The size that the text says the count is of, though it does not fit; None unless the text is plain.

    Either the sentence itself says ``of the N``, or at least two other figures around belong to one size.
    """
    sentence = figure.sentence
    low = sentence.page.low
    following = sentence.after(figure.percent)
    if _OF_WHICH.match(following) or OF_OTHERS.match(following):
        return None
    if _NESTED.search(sentence.between(figure.count, figure.percent)) or figure.percent.value == _ALL:
        return None
    opening = _OPENING.match(low, sentence.start, figure.count.start)
    if opening:
        for size in populations.inside(sentence, figure.count.start):
            if size.token.start == opening.end():
                between = low[size.token.end : figure.count.start]
                between = _OWN_WORDS.sub("", between, count=1)
                plain = not _NESTED.search(between) and not _OTHER_THINGS.search(between) and len(between) <= 200
                return size if plain and _plain(figure, size, populations) else None
    only = populations.only or _of_most(figure, figures)
    if only is not None and not _is_counted(only, figures) and _of_all(figure, figures, only):
        return only if _plain(figure, only, populations) and not _printed(figure, populations) else None
    overall = _OVERALL.match(low, sentence.start, figure.count.start) or _OF_PATIENTS.match(following)
    around = [
        other
        for other in figures
        if other is not figure
        and other.size is not None
        and other.tells(other.size.value)
        and (other.sentence is sentence or (overall and other.sentence.paragraph == sentence.paragraph))
    ]
    if overall:
        around += [Figure(each, number, number, size) for each, number, size in populations.printed(sentence.paragraph)]
    if overall and around:
        # Said of all: the arms and subgroups of the paragraph do not matter.
        whole = max(other.size.value for other in around if other.size)
        around = [other for other in around if other.size and other.size.value == whole]
    if not around or len({other.size.value for other in around if other.size}) != 1:
        return None
    governing = around[0].size
    if governing is None or governing.rank > PEOPLE or _is_counted(governing, [figure]):
        return None
    if len(around) < _LEAST_RECONCILED:
        unsettled = any(other.size is None for other in figures if other is not figure and other.sentence is sentence)
        if unsettled or "respectively" in sentence.low or _printed(figure, populations):
            return None
    nearest = min((other for other in around), key=lambda other: abs(other.count.start - figure.count.start))
    first, last = sorted((nearest.count.start, figure.count.start))
    if not overall and (_NESTED.search(low, first, last) or _CONTRAST.search(low, first, last)):
        return None
    return governing if _plain(figure, governing, populations) else None


def _is_counted(size: Size, figures: list[Figure]) -> bool:
    """Whether a size is itself so many percent of others, who need not be stated."""
    return any(figure.count is size.token for figure in figures)


def _of_most(figure: Figure, figures: list[Figure]) -> Size | None:
    """The one size that all other figures of the paragraph belong to, where they are several."""
    paragraph = figure.sentence.paragraph
    others = [other for other in figures if other is not figure and other.sentence.paragraph == paragraph]
    sizes = {other.size.value: other.size for other in others if other.size is not None}
    fitting = [other for other in others if other.size is not None]
    if len(sizes) != 1 or len(fitting) < _LEAST_OF_MOST or len(fitting) < len(others):
        return None
    [size] = sizes.values()
    return size if size.rank <= PEOPLE else None


def _of_all(figure: Figure, figures: list[Figure], only: Size) -> bool:
    """Whether a figure is of the only people that the paper speaks of, as at least one other figure is."""
    sentence = figure.sentence
    if only.value < _SMALLEST_WHOLE or only.value < figure.count.value or only.token.start > figure.count.start:
        return False
    words = sentence.page.low[sentence.start : min(sentence.end, figure.percent.end + 80)]
    if _NESTED.search(words) or _OTHER_THINGS.search(words) or _PART_OF.search(words):
        return False
    return any(other is not figure and other.tells(only.value) for other in figures) or any(
        total.value == only.value and 0 < number.value < total.value for number, total in sentence.page.shares.values()
    )


def _plain(figure: Figure, size: Size, populations: Populations, complete: bool = False) -> bool:
    """Whether nothing innocent explains the misfit: no missing values, no whole made of two sizes."""
    number, percent = figure.count.value, figure.percent
    if nearly(number, size.value, percent):
        return True
    if percent.value <= 0 or percent.comparator != "=":
        return False
    implied = 100 * number / percent.value
    if 0.85 * size.value <= implied < size.value and not complete:
        return False
    others = [other for other in itertools.islice(populations.by_value.values(), 40) if other.rank < PART]
    # Two groups of one size are one value here.
    doubled = [(other, other) for other in others if populations.twice(other)]
    return not any(
        fits(number, one.value + other.value, percent)
        for one, other in itertools.chain(itertools.combinations(others, 2), doubled)
        if one.value + other.value > size.value
    )
