"""Test statistics with their p: ``t(28) = 2.20, p = .036``, as APA style and journals print them."""

import itertools
import re
from collections.abc import Iterator

from checker.document import Span
from checker.extraction import literals
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.mending import mended
from checker.extraction.numbers import lex
from checker.extraction.outline import Outline
from checker.extraction.printed import Printed
from checker.extraction.proposals import Proposal, in_one
from checker.extraction.sentences import Page
from checker.kinds import TestStatistic
from checker.model import Reported

# Chi-squared also as a difference, G and Wald; Q of a meta-analysis, F by subjects or items, Spearman's r.
_CHI = r"[δd]?χ|chi|x(?=[2²^(])|g(?=2\()|wald(?=\()"
_SQUARED = r"[ -]?(?:[\^_]?2|²|-?squared?|\(2\)(?=\()|<:N>(?= ?[(=<>]))?"
_NAME = (
    rf"(?<![a-z_\u0370-\u03ff-])(?:(?P<chi>{_CHI}){_SQUARED}|"
    r"(?P<q>q)[-_ ]?(?:[wbmte]|within|between|error|model|total)?|(?P<f>f)[12s]?|(?P<h>h)|(?P<r>r)s?|(?P<t>t))"
)
# What begins in one of these may be a test; the case of its letter tells it from other quantities.
_MAYBE = literals.compiled(
    r"(?<![A-Za-z_\u0370-\u03ff-])(?:[ΔD]?χ|(?:[Cc]hi|CHI)(?![a-rt-z])|[Xx](?=[2²^(])|G(?=2[(\[])|Wald(?=\()|"
    r"H(?= ?[(\[])|B?2 ?(?=\([0-9]{1,4}(?: ?[,;] ?N ?= ?[0-9,]{1,6})? ?\) ?[=<>] ?[0-9.]{1,8} ?[,;] ?[pP]\b)|"
    r"(?:Q[A-Za-z_ -]{0,8}|F[12s]?|rs?|[tT])[}*$ ]{0,3}[(\[{]|F(?=[0-9]{1,3},)|[tT](?=[0-9]{1,4} ?[=<>¼])|"
    r"[FtT] ?[=<>]|[zZ](?=[*$ ]{0,3}[(=<>≤≥¼pb]))"
)
# No test with its p is longer.
_LONGEST = 200
_NEAR = 60
_STATISTICS = {"chi": "chi2", "h": "H", "q": "Q", "f": "F", "r": "r", "t": "t", "z": "z"}
_ROUND = str.maketrans("[]{}", "()()")
_ONE_TAILED = re.compile(r"one[- ](?:tailed|sided)|1[- ](?:tailed|sided)|directional", re.IGNORECASE)

# A p of another hypothesis than that of no effect.
_OTHER_HYPOTHESIS = re.compile(r"equivalen|non-?inferior")
_EXACT = re.compile(r"fisher|exact (?:test|p\b|sig)")
_FOR_MULTIPLICITY = re.compile(
    r"bonferroni|\bholm\b|tukey|scheff|sidak|šidák|\bfdr\b|benjamini|(?:adjusted|corrected) (?:p\b|for mult)"
)
_FOR_SPHERICITY = re.compile(r"greenhouse|huynh|sphericity")

_OPEN = " {0,3}\\( ?(?:df ?= ?|(?P<pairs>n ?= ?))?"
_CLOSE = "(?: ?[,;] ?n ?= ?<total:N>)? {0,3}\\)"
_VALUE = " {0,3}[<>=≤≥] {0,4}<value:A>"
# Between statistic and p: an effect size or an error mean square, stops, brackets.
_ASIDE = "(?: ?[,;] ?(?:mse|ms|se|d|r|η2?p?2?|ηp2|eta|g|b|sd)[a-z_]{0,8} ?= ?-?<:A>){0,2}"
_TO_P = r" ?[,;:)]{0,2} {0,9}\(? ?(?:(?:two|one)-(?:tailed|sided) )?"
_P = f"{_ASIDE}{_TO_P}<p:Q>"
_NS = rf"{_ASIDE}{_TO_P}(?:p ?= ?)?(?P<ns>n\.?s\.?(?![a-z]))"
# A statistic with its degrees of freedom and its value, as the p or an effect size stands behind it.
HEADS = {
    "t(df) = x": f"{_NAME}{_OPEN}<df:V>{_CLOSE}{_VALUE}",
    "F(df, df) = x": f"{_NAME}{_OPEN}<df:V> ?[,;] ?(?:df ?= ?)?<df2:V> {{0,3}}\\){_VALUE}",
    "t28 = x": (
        "(?<![a-z_-])(?:(?P<t>t)(?P<df_glued>[0-9]{1,4})|(?P<f>f)(?P<df_first>[0-9]{1,3}),(?P<df2_glued>[0-9]{1,5}))"
        f"{_VALUE}"
    ),
}
_DF = r" ?[,;(] ?(?:df|d\.f\.) ?[=:] ?"
_DF_BEHIND = r" ?(?:[,;(]|with|on) ?<df:A> ?(?:df|d\.f\.?|degrees? of freedom) ?\)?"


def no_test(match: Match) -> str | None:
    """Why it is no statistic with its p."""
    value, df = match.one("value"), match.roles.get("df", (None,))[0]
    if "p" in match.roles and match.one("p").value > 1:
        return "no p-value"
    if "r" in match.texts and (abs(value.value) > 1 or (df is not None and df.value == 2)):
        # ``r(2) = 0.79`` is the square of a correlation.
        return "no correlation"
    if "df2" in match.roles:
        return None if "f" in match.texts else "one number of degrees of freedom too many"
    return "one number of degrees of freedom too few" if "f" in match.texts and "df2_glued" not in match.texts else None


def _reading(name: str, shape: str, *reads: str, leaves: tuple[str, ...] = ()) -> Reading:
    return Reading(name=name, shape=shape, reads=reads, leaves=leaves, unless=no_test)


READINGS = (
    _reading(
        "t(df) = x, p",
        f"{HEADS['t(df) = x']}{_P}",
        "Pain fell, t({df 28}) = {value 2.20}, p = {p .036}.",
        "Both differed, χ2({df 1}, N = {total 100}) = {value 6.53}, p = {p .011}.",
        "Both rose, r(N={df 80})={value .38}, p < {p .001}.",
        "Ranks differed, H({df 2}) = {value 7.20}, p = {p .027}.",
        leaves=("It rose, r(2) = 0.79, p < .0001.", "It rose, t(28) = 2.20, p = 1.03.", "F(28) = 2.20, p = .04"),
    ),
    _reading(
        "F(df, df) = x, p",
        f"{HEADS['F(df, df) = x']}{_P}",
        "Groups differed, F({df 2}, {df2 28}) = {value 4.10}, MSE = 3.4, p = {p .027}.",
        leaves=("It rose, t(2, 28) = 2.20, p = .03.",),
    ),
    _reading("t(df) = x, n.s.", f"{HEADS['t(df) = x']}{_NS}", "t({df 28}) = {value 0.20}, n.s."),
    _reading(
        "F(df, df) = x, n.s.",
        f"{HEADS['F(df, df) = x']}{_NS}",
        "F({df 2}, {df2 28}) = {value 0.20}, n.s.",
    ),
    _reading(
        "t28 = x, p",
        f"{HEADS['t28 = x']}{_P}",
        "Pain fell, t28 = {value 2.20}, p = {p .036}.",
        "Groups differed, F2,28 = {value 4.10}, p = {p .027}.",
    ),
    _reading(
        "x2 = x, df = n, p",
        f"{_NAME}(?:\\(<:N>\\))?{_VALUE}{_DF}<df:V>(?: ?\\))?{_P}",
        "Both differed, χ2 = {value 6.53}, df = {df 1}, p = {p .011}.",
        "Both differed, chi(2) = {value 6.53}, df = {df 1}, p = {p .011}.",
    ),
    _reading(
        "F = x, df = n, n, p",
        f"{_NAME}{_VALUE}{_DF}<df:V> ?[,;/] ?<df2:V>(?: ?\\))?{_P}",
        "Groups differed, F = {value 4.10}, df = {df 2}, {df2 28}, p = {p .027}.",
    ),
    _reading(
        "x2 = x, n df, p",
        f"{_NAME}{_VALUE}{_DF_BEHIND}{_P}",
        "Both differed, χ2 = {value 6.53}, {df 1} df, p = {p .011}.",
        "Pain fell (t = {value 2.20} with {df 28} degrees of freedom; p = {p .036}).",
    ),
    _reading(
        "z = x, p",
        f"(?<![a-z_-])(?P<z>z)(?: ?\\(<:V>\\))?{_VALUE}{_P}",
        "Ranks differed, Z = {value 2.10}, p = {p .036}.",
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every test statistic printed with its p."""
    for start, outline in windows(page):
        for match in settled(list(matches(READINGS, outline))):
            if match.start == 0 and not _OTHER_HYPOTHESIS.search(_around(page, start)):
                yield _proposal(page, start, match)


def windows(page: Page) -> Iterator[tuple[int, Outline]]:
    """The text from each letter that may name a test, mended, up to the next; with where it begins."""
    starts = [begins.start() for begins in _MAYBE.finditer(page.norm)]
    for start, following in itertools.pairwise([*starts, len(page.norm)]):
        # Fonts damage these more than other print, and sentences end in the damage: each is read from its own letter.
        text = mended(page.norm[start : min(following, start + _LONGEST)])
        numbers = [token for token in lex(text, text) if token.kind == "number" and token.reason is None]
        if len(numbers) < 2:
            continue
        outline = Outline.of(text, text.lower().translate(_ROUND), 0, len(text), numbers)
        outline.log = page.log
        yield start, Printed(outline).brief


def _proposal(page: Page, start: int, match: Match) -> Proposal:
    span = Span(start, start + _end(match))
    near = page.norm[max(0, start - _NEAR) : span.end + _NEAR // 2]
    return in_one(
        page,
        TestStatistic,
        span,
        match.reading.name,
        "a statistic and its p in one expression",
        statistic=statistic(match),
        value=reported(match.one("value")),
        df=freedom(match, "df"),
        df2=freedom(match, "df2"),
        # Not significant, without a number: a p above the usual level.
        p=Reported(">.05") if "ns" in match.texts else reported(match.one("p")),
        tails="1" if _ONE_TAILED.search(near) else "2",
        exact=page.says(_EXACT),
        corrected=_corrected(page, start, match),
    )


def _corrected(page: Page, start: int, match: Match) -> str | None:
    """For what the p is corrected: words beside it say that of many comparisons, a paper says it once of sphericity."""
    if _FOR_MULTIPLICITY.search(_around(page, start)):
        return "multiplicity"
    return "sphericity" if "f" in match.texts and page.says(_FOR_SPHERICITY) else None


def _around(page: Page, start: int) -> str:
    """The sentence up to a statistic, and a little beyond."""
    sentence = page.sentence(start)
    begin = max(sentence.start if sentence else 0, start - _LONGEST)
    return page.low[begin : start + _NEAR]


def _end(match: Match) -> int:
    """Where a match ends in the text of its window."""
    last = match.tokens[-1]
    return last.end + (match.end - match.outline.place(last) - 1 if "ns" in match.texts else 0)


def statistic(match: Match) -> str:
    """Which test it is."""
    return next(_STATISTICS[name] for name in _STATISTICS if name in match.texts)


def freedom(match: Match, role: str) -> Reported | None:
    """Degrees of freedom as printed; those of a correlation of N pairs are N - 2."""
    if role not in match.roles:
        glued = match.texts.get(f"{role}_glued") or (match.texts.get("df_first") if role == "df" else None)
        return Reported(glued) if glued else None
    freedom = reported(match.one(role))
    return Reported(f"{freedom.value - 2:.0f}") if "pairs" in match.texts else freedom
