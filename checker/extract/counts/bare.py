"""Counts with a percentage whose denominator stands elsewhere: ``n (p%)``, ``n = 36, 83.7%``."""

import itertools
import re
from collections.abc import Sequence

from checker.extract import phrases
from checker.extract.arithmetic import fits, nearly, totals
from checker.extract.arms import Arm
from checker.extract.count_and_percent import Figure, Scope
from checker.extract.counts.governing import governing, plain, printed
from checker.extract.counts.scopes import Scopes
from checker.extract.drafts import Drafts, count, reported
from checker.extract.populations import Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion

_AFTER_COUNT = re.compile(rf"{phrases.WORDS}{phrases.OPEN}|, ?(?:or )?")
_REVERSED = re.compile(r" ?\( ?n ?= ?")
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
                and plain(figure, scope.size, populations, scope.complete)
                and (scope.complete or not printed(figure, populations))
            ):
                size = scope.size
        if size is None and main is not None and nearly(figure.count.value, main.value, figure.percent):
            size = main
        if size is None and not weighted:
            size = governing(figure, figures[max(0, position - _AROUND) : position + _AROUND], populations)
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
