"""The size that the text says a count is of, though the count does not make its percentage of it.

Only plain text is believed: nothing between the size and the count that starts a smaller group, and no innocent reason
(missing values, two groups together) for the misfit.
"""

import itertools
import re

from checker.extract import phrases
from checker.extract.arithmetic import fits, lacks_values, nearly
from checker.extract.count_and_percent import OF_OTHERS, Figure
from checker.extract.populations import PART, PEOPLE, Populations, Size

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
# Characters: between ``Of the 96`` and a count of them, before a count, and around it.
_LONGEST = 200
_JUST_BEFORE = 300
_AROUND = 1500
# All of some, of whom only the words around tell.
_ALL = 100


def governing(figure: Figure, figures: list[Figure], populations: Populations) -> Size | None:
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
    stated = _stated(figure, populations)
    if stated is not None:
        between = _OWN_WORDS.sub("", low[stated.token.end : figure.count.start], count=1)
        if _NESTED.search(between) or _OTHER_THINGS.search(between) or len(between) > _LONGEST:
            return None
        return stated if plain(figure, stated, populations) else None
    only = populations.only or _of_most(figure, figures)
    if only is not None and not _is_counted(only, figures) and _of_all(figure, figures, only):
        return only if plain(figure, only, populations) and not printed(figure, populations) else None
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
        if unsettled or "respectively" in sentence.low or printed(figure, populations):
            return None
    nearest = min((other for other in around), key=lambda other: abs(other.count.start - figure.count.start))
    first, last = sorted((nearest.count.start, figure.count.start))
    if not overall and (_NESTED.search(low, first, last) or _CONTRAST.search(low, first, last)):
        return None
    return governing if plain(figure, governing, populations) else None


def _stated(figure: Figure, populations: Populations) -> Size | None:
    """The size with which the sentence opens: ``Of the 96 patients, ...``."""
    sentence = figure.sentence
    opening = _OPENING.match(sentence.page.low, sentence.start, figure.count.start)
    if not opening:
        return None
    sizes = populations.inside(sentence, figure.count.start)
    return next((size for size in sizes if size.token.start == opening.end()), None)


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


def plain(figure: Figure, size: Size, populations: Populations, complete: bool = False) -> bool:
    """Whether nothing innocent explains the misfit: no missing values, no whole made of two sizes."""
    number, percent = figure.count.value, figure.percent
    if nearly(number, size.value, percent):
        return True
    if percent.value <= 0 or percent.comparator != "=":
        return False
    implied = 100 * number / percent.value
    if lacks_values(implied, size.value) and not complete:
        return False
    others = [other for other in itertools.islice(populations.by_value.values(), 40) if other.rank < PART]
    # Two groups of one size are one value here.
    doubled = [(other, other) for other in others if populations.twice(other)]
    return not any(
        fits(number, one.value + other.value, percent)
        for one, other in itertools.chain(itertools.combinations(others, 2), doubled)
        if one.value + other.value > size.value
    )


def printed(figure: Figure, populations: Populations) -> bool:
    """Whether any whole number around makes the percentage, whatever it counts."""
    page = figure.sentence.page
    around = page.within(figure.count.start - _AROUND, figure.count.start + _AROUND)
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
