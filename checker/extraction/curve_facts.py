"""What a sentence says of survival curves: medians and rates at a time, each with its quantity and its patients.

A sentence is read figure by figure. The words since the figure before tell what it is (a median, or the rate at a
time), of which quantity and of which patients.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.extraction import times
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page, Sentence
from checker.extraction.times import AT_SEVERAL, SEVERAL, TIME
from checker.kinds import TimeUnit
from checker.model import Reported

_ABBREVIATED = {
    "os": "overall", "pfs": "progression", "efs": "event", "dfs": "disease", "rfs": "relapse", "lfs": "leukemia",
    "ffs": "failure", "mfs": "metastasis", "dmfs": "distant metastasis", "dor": "response",
}  # fmt: skip
_FREE = {"leukaemia": "leukemia", "recurrence": "relapse"}
# Words in front of ``survival`` that leave it the survival of all.
_PLAIN = frozenset(
    "overall median actuarial estimated the and year years month months a of for in their mean projected observed "
    "cumulative with improved or was respective rate".split()
)
_QUANTITY = re.compile(
    r"(?:(?P<word>[a-z]{2,20}(?: metastasis)?)[ -])?(?:(?P<free>[a-z]{4,12})[- ]free )?survival(?! (?:benefit|curve))|"
    r"\b(?P<abbreviation>os|pfs|efs|dfs|rfs|lfs|ffs|d?mfs|dor)\b|\b(?P<duration>duration of (?:[a-z]{2,10} )?response)"
)
_MODIFIED = re.compile(
    r"(?:local|loco-?regional|distant|biochemical|clinical|intracranial|cns|second|metastatic|specific|radiographic|"
    r"graft|implant|pfs2|quality|adjusted|restricted|post-?progression|conditional|relative|landmark)[a-z-]{0,12} ?$"
)
_DEFINED = re.compile(r"\b(?P<free>[a-z]{4,12})[- ]free survival \((?P<short>[a-z]{2,5})\)")
_MEDIAN = re.compile(r"\bmedian\b|\bm(?=(?:os|pfs|efs|dfs)\b)")
_AT_BEHIND = re.compile(rf" ?,? ?(?:\bat|\bafter) {TIME.pattern}")
_RATE = re.compile(r"rate|probab|\bat\b")
# From one figure of a list of times to the next, and what would make it a list of groups too.
_NEXT_TIME = re.compile(r" ?\)?,? ?(?:and )?")
_GROUPS = re.compile(r"\b(?:vs|versus|v|compared|against)\b")
# Other figures: what follows one of these is no survival.
_OTHER = re.compile(
    r"mortality|\bdeath|\bdied\b|deceased|\bdead\b|incidence|toxicit|remission|response rate|\borr\b|\bcr\b|"
    r"(?:local|regional|disease|tumou?r) control|follow|\bages?\b|\baged\b|cost|power|assum|expected|"
    r"hazard|\bhr\b|differ|increas|reduc|improvement|\bgain|\bevents?\b(?!-free| free)|benefit|\bratio|range|iqr|"
    r"predict|relapse(?!-free| free)|progression(?!-free| free)|recurrence(?!-free| free)|time to|\bttp\b|\bto\b.{0,3}$"
)
_VERSUS = re.compile(r"\bvs\b|versus|\bv\b|compared|respectively|,|and|against")
# Words that tell nothing about which patients.
_NEUTRAL = frozenset(
    "median overall survival free os pfs efs dfs rfs lfs ffs mfs dmfs rate rates probability probabilities estimate "
    "estimates estimated the a an and was were is of time times year years year's month months at with had been for "
    "all patients entire cohort whole population total in that while whereas also actuarial kaplan meier progression "
    "disease event relapse recurrence leukemia leukaemia failure metastasis ci confidence interval not reached yet "
    "duration response dor after respectively results result showed our study we observed this to or nr estimable "
    "followed up follow day days week weeks mean reported achieved has by both corresponding one two three four five "
    "six eight ten but ne evaluable itt intention treat p value log rank v vs versus".split()
)
_WORD = re.compile(r"[a-z][a-z0-9+/]*|(?<![0-9.])[0-9]+(?![0-9.%])")
_TRAILING = re.compile(
    r"(?: (?:months?|years?|days?|weeks?))?[ ,)]{0,3}(?:in|for|with|among|of|on|from) (?:the )?"
    r"(?P<name>[a-z0-9][^.;,()%]{0,60})"
)
_NAME_ENDS = re.compile(r" (?:and|vs\.?|versus|v|compared|than|but|while|whereas|was|were) | [0-9]")
# A median beside its unit that only the next figure prints: ``5.6 and 4.1 months``.
_PAIR = re.compile(r" (?:and|vs\.?|versus|v) ")
_NO_RESULT = re.compile(r"(?:\bat|after|than|within|every|for|to|-)(?: a)? $")
_NOT_REACHED = re.compile(
    r"\b(?:not(?: yet)?(?: been)?|never|un)[ -]?(?:reached|attained|achieved)(?: \(nr\))?|"
    r"(?<![-(])(?<!- )(?<!to )\bnr\b"
)
_OPEN = re.compile(
    r" ?(?:months?|mos?\.?|years?|days?|weeks?)? ?[(,;] ?(?:95 ?% ?)?(?:ci|confidence interval)[ :,=(]{0,3}"
    r"(?P<lower>[0-9]{1,4}(?:\.[0-9]{1,2})?(?![0-9.]))?[^0-9.;)]{0,12}?(?: ?(?:to|-{1,2}|,) ?)"
    r"(?:nr|n/?a|n/?e|not[ -](?:yet )?(?:reached|estimable|estimated|evaluable|available|reach)|infinity|∞)"
)
_UNITS: dict[str, TimeUnit] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


class Figure(msgspec.Struct):
    """A percentage, a time, or a median that was not reached, which has no ``token``; its limits, where it ends."""

    start: int
    end: int
    token: Token | None
    lower: Reported | None
    upper: Reported | None
    unit: TimeUnit
    percent: bool


class Fact(msgspec.Struct):
    """A median, or the rate at a ``time`` in months.

    ``patients``: the words in front of it in the sentence that may say whose it is; ``name``: those right behind it;
    ``rest``: those up to the end of the sentence. ``number``: which list of the sentence it belongs to.
    """

    sentence: Sentence
    figure: Figure
    quantity: str
    time: str | None
    patients: tuple[str, ...]
    name: frozenset[str]
    rest: frozenset[str]
    number: int


class _Subject(msgspec.Struct):
    """What the figures behind some words are: medians, or rates at ``times`` in months; none where yet unknown."""

    quantity: str
    median: bool
    times: tuple[str, ...] = ()


def abbreviations(page: Page) -> dict[str, str]:
    """What the abbreviations of a paper stand for: the customary ones, and those it defines."""
    names = dict(_ABBREVIATED)
    for defined in _DEFINED.finditer(page.low):
        names[defined["short"]] = _FREE.get(defined["free"], defined["free"])
    return names


def facts(sentence: Sentence, names: dict[str, str]) -> Iterator[Fact]:
    """The medians and rates of a sentence."""
    low = sentence.page.low
    if ("median" not in sentence.low and "%" not in sentence.low) or not _QUANTITY.search(sentence.low):
        return
    figures = _figures(sentence)
    subject: _Subject | None = None
    patients: tuple[str, ...] = ()
    previous = sentence.start
    number = listed = 0
    for index, figure in enumerate(figures):
        gap = low[previous : figure.start]
        # Said anew, a word may be of other patients: ``arm B ... and arm A``.
        patients = (*patients, *sorted(_words(_name(gap)[1] if previous > sentence.start else gap)))
        previous = figure.end
        if _quantities(gap, names) or _MEDIAN.search(gap) or TIME.search(gap):
            number, listed = number + 1, 0
            subject = _subject(gap, subject, names)
            if subject and len(subject.times) > 1 and not _one_each(sentence, figures[index:], len(subject.times)):
                subject = None
        elif not listed or not _continues(gap):
            subject = None
        listed += 1
        if subject is None or _OTHER.search(re.split("[,;:]", gap)[-1]) or listed > max(1, len(subject.times)) > 1:
            subject = None
            continue
        last = figures[index + len(subject.times) - listed] if len(subject.times) > 1 else figure
        behind = low[last.end : min(sentence.end, last.end + 90)]
        after = _AT_BEHIND.match(behind) if figure.percent else None
        at = subject.times if after is None else (times.months(after),)
        if after is not None or len(at) > 1:
            # ``61% at 1 year and 40% at 2 years`` is no list of groups.
            number += 1
        wrong = figure.percent == subject.median or (figure.percent and not at)
        if (wrong and after is None) or (figure.token is not None and figure.token.comparator != "="):
            continue
        name, rest = _name(behind[after.end() :] if after else behind)
        rest += low[last.end + 90 : sentence.end]
        time = at[min(listed, len(at)) - 1] if figure.percent else None
        yield Fact(sentence, figure, subject.quantity, time, patients, name, _words(rest), number)


def _figures(sentence: Sentence) -> list[Figure]:
    """The percentages, times and unreached medians of a sentence, in the order of the text."""
    low = sentence.page.low
    printed = sentence.printed.figures
    listed = [found.span() for found in AT_SEVERAL.finditer(low, sentence.start, sentence.end)]
    made: list[Figure] = []
    for figure, following in itertools.zip_longest(printed, printed[1:]):
        token = told = figure.value
        if token.unit is None and following is not None and _PAIR.fullmatch(low, token.end, following.value.start):
            told = following.value
        unit = _UNITS.get((told.unit or "").rstrip("s"))
        if not (told.percent or unit) or any(start <= token.start < end for start, end in listed):
            continue
        if unit and _NO_RESULT.search(sentence.before(token, 10)):
            continue
        limits = figure.named("ci")
        if limits is not None and limits.level == "95":
            lower, upper, end = reported(limits.lower), reported(limits.upper), limits.upper.end
        else:
            lower, upper, end = None, None, token.end
        if unit and limits is None:
            lower, end = _open_interval(sentence, end)
        made.append(Figure(token.start, end, token, lower, upper, unit or "months", told.percent))
    for unreached in _NOT_REACHED.finditer(low, sentence.start, sentence.end):
        if not any(figure.start <= unreached.start() < figure.end for figure in made):
            lower, end = _open_interval(sentence, unreached.end())
            made.append(Figure(unreached.start(), end, None, lower, None, "months", False))
    return sorted(made, key=lambda figure: figure.start)


def _open_interval(sentence: Sentence, end: int) -> tuple[Reported | None, int]:
    """The lower limit of an interval whose upper one was not reached, and where it ends: ``22.1 months (12.7-NR)``."""
    found = _OPEN.match(sentence.page.low, end, sentence.end)
    if found is None:
        return None, end
    return Reported(found["lower"]) if found["lower"] else None, found.end()


def _subject(gap: str, before: _Subject | None, names: dict[str, str]) -> _Subject | None:
    """What a figure is, by the words in front of it and by what the one before was."""
    found = _quantities(gap, names)
    medians = [word.start() for word in _MEDIAN.finditer(gap)]
    several = SEVERAL.search(gap)
    named = list(TIME.finditer(gap))
    if len(found) > 1 or (several and medians) or (len(named) > 1 and not several):
        return None
    if medians and (not named or medians[-1] > named[-1].start()):
        close = _quantities(gap[medians[-1] :], names)
        return _Subject(close.pop(), True) if close else None
    quantity = found.pop() if found else before.quantity if before else None
    if quantity is None:
        return None
    if named:
        at = times.several(gap) if several else (times.months(named[-1]),)
        told = at and (found or _RATE.search(gap) or _QUANTITY.search(gap))
        return _Subject(quantity, False, at) if told else None
    return _Subject(quantity, before.median, before.times) if before else _Subject(quantity, False)


def _one_each(sentence: Sentence, figures: Sequence[Figure], number: int) -> bool:
    """Whether just so many rates stand in a row, and no other group's behind them."""
    row = figures[:number]
    if len(row) < number or not all(figure.percent for figure in row):
        return False
    low = sentence.page.low
    if not all(_NEXT_TIME.fullmatch(low, one.end, other.start) for one, other in itertools.pairwise(row)):
        return False
    behind = low[row[-1].end : figures[number].start if len(figures) > number else sentence.end]
    return len(figures) == number or not _GROUPS.search(behind)


def _quantities(gap: str, names: dict[str, str]) -> set[str]:
    """The quantities that words name; an unknown kind of survival under its own words."""
    found = set()
    for match in _QUANTITY.finditer(gap):
        if _MODIFIED.search(gap, 0, match.start()) or (match["word"] and _MODIFIED.search(match["word"])):
            found.add(f"{match.group()} {match.start()}")
        elif match["abbreviation"]:
            found.add(names[match["abbreviation"]])
        elif match["duration"]:
            found.add("response")
        elif match["free"]:
            found.add(_FREE.get(match["free"], match["free"]))
        elif match["word"] in _PLAIN or match["word"] is None:
            found.add("overall")
        else:
            found.add(match.group())
    return found


def _continues(gap: str) -> bool:
    """Whether a figure goes on with a list: ``17 months in arm B and``, ``vs``."""
    return len(gap) <= 90 and not _OTHER.search(gap) and _VERSUS.search(gap) is not None


def _name(behind: str) -> tuple[frozenset[str], str]:
    """The words right behind a figure that say whose it is, and what follows them."""
    found = _TRAILING.match(behind)
    if found is None:
        return frozenset(), behind
    name = _NAME_ENDS.split(found["name"])[0]
    return _words(name), behind[found.start("name") + len(name) :]


def _words(text: str) -> frozenset[str]:
    """The words of a text that may tell which patients."""
    text = TIME.sub(" ", SEVERAL.sub(" ", text))
    return frozenset(word for word in _WORD.findall(text) if word not in _NEUTRAL)
