"""What a sentence says of survival curves: medians and rates at a time, each with its quantity and its patients.

A sentence is read figure by figure. The words since the figure before tell what it is (a median, or the rate at a
time), of which quantity and of which patients.
"""

import itertools
import re
from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extract.curves.curve_figures import COUNT, SEVERAL_TIMES, Figure
from checker.extract.curves.curve_figures import figures as figures_of
from checker.extract.curves.times import TIME, months
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
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
_AT = re.compile(
    r"(?:\bat|\bafter) (?:(?P<at>[0-9]{1,3})|(?P<word>one|two|three|five|ten|four|six|eight)) (?P<unit>year|month)s?\b"
)
_AT_BEHIND = re.compile(rf" ?,? ?{_AT.pattern}")
_RATE = re.compile(r"rate|probab|\bat\b")
_ONE_TIME = re.compile(rf"(?P<count>{COUNT})(?:[- ]{{0,2}}(?P<unit>year|month))?")
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


class Fact(msgspec.Struct):
    """A median, or the rate at a ``time`` in months, as printed; a median not reached has no ``figure``.

    ``patients``: the words in front of it in the sentence that may say whose it is; ``name``: those right behind it;
    ``rest``: those up to the end of the sentence. ``number``: which list of the sentence it belongs to.
    """

    sentence: Sentence
    span: Span
    quantity: str
    figure: Token | None
    lower: Reported | None
    upper: Reported | None
    unit: TimeUnit
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
    words = sentence.low
    if "median" not in words and ("%" not in words or not ("year" in words or "month" in words)):
        return
    if not _QUANTITY.search(words):
        return
    figures = list(figures_of(sentence))
    subject: _Subject | None = None
    patients: tuple[str, ...] = ()
    previous = sentence.start
    number = listed = 0
    for index, figure in enumerate(figures):
        gap = low[previous : figure.start]
        # Said anew, a word may be of other patients: ``arm B ... and arm A``.
        patients = (*patients, *sorted(_words(_without_name(gap) if previous > sentence.start else gap)))
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
        times = subject.times if after is None else (months(after),)
        if after is not None or len(times) > 1:
            # ``61% at 1 year and 40% at 2 years`` is no list of groups.
            number += 1
        token = figure.token
        wrong = figure.percent == subject.median or (figure.percent and not times)
        if (wrong and after is None) or (token is not None and token.comparator != "="):
            continue
        name, rest = _name(behind[after.end() :] if after else behind)
        yield Fact(
            sentence, Span(figure.start, figure.end), subject.quantity, token, figure.lower, figure.upper, figure.unit,
            times[min(listed, len(times)) - 1] if figure.percent else None, patients, name,
            _words(rest + low[last.end + 90 : sentence.end]), number,
        )  # fmt: skip


def _subject(gap: str, before: _Subject | None, names: dict[str, str]) -> _Subject | None:
    """What a figure is, by the words in front of it and by what the one before was."""
    found = _quantities(gap, names)
    medians = [word.start() for word in _MEDIAN.finditer(gap)]
    several = SEVERAL_TIMES.search(gap)
    named = [months(time) for time in TIME.finditer(gap)]
    if len(found) > 1 or (several and medians) or (len(named) > 1 and not several):
        return None
    if medians and (not named or medians[-1] > [time.start() for time in TIME.finditer(gap)][-1]):
        close = _quantities(gap[medians[-1] :], names)
        return _Subject(close.pop(), True) if close else None
    quantity = found.pop() if found else before.quantity if before else None
    if quantity is None:
        return None
    if named:
        times = _several(several) if several else (named[-1],)
        return (
            _Subject(quantity, False, times)
            if times and (found or _RATE.search(gap) or _QUANTITY.search(gap))
            else None
        )
    return _Subject(quantity, before.median, before.times) if before else _Subject(quantity, False)


def _several(listed: re.Match[str]) -> tuple[str, ...]:
    """The times of ``1-, 2- and 3-year``, in months; each has the unit of the next that prints one."""
    found: list[str] = []
    unit = None
    for time in reversed(list(_ONE_TIME.finditer(listed.group()))):
        unit = time["unit"] or unit
        written = TIME.fullmatch(f"{time['count']}-{unit}") if unit else None
        if written is None:
            return ()
        found.append(months(written))
    return tuple(reversed(found))


def _one_each(sentence: Sentence, figures: list[Figure], number: int) -> bool:
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
    if _OTHER.search(gap) or len(gap) > 90:
        return False
    return _VERSUS.search(gap) is not None


def _name(behind: str) -> tuple[frozenset[str], str]:
    """The words right behind a figure that say whose it is, and what follows them."""
    found = _TRAILING.match(behind)
    if found is None:
        return frozenset(), behind
    name = _NAME_ENDS.split(found["name"])[0]
    return _words(name), behind[found.start("name") + len(name) :]


def _without_name(gap: str) -> str:
    return _name(gap)[1]


def _words(text: str) -> frozenset[str]:
    """The words of a text that may tell which patients."""
    text = _AT.sub(" ", TIME.sub(" ", SEVERAL_TIMES.sub(" ", text)))
    return frozenset(word for word in _WORD.findall(text) if word not in _NEUTRAL)
