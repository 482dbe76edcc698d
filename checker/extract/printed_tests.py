"""Test statistics with their p: ``t(28) = 2.20, p = .036``, as APA style and journals print them."""

import re

from checker.document import Span
from checker.extract.drafts import Drafts
from checker.extract.sentences import Page
from checker.kinds import TestStatistic
from checker.model import Reported

_NUMBER = r"[0-9]{0,3}(?:,[0-9]{3}){0,3}[0-9]{0,6}(?:\.[ ]{0,3})?[0-9]{1,20}"
# Names, also with an index for the kind of test; chi-squared also as a difference, G and Wald.
_NAME = r"""(?<![A-Za-z_\u0370-\u03ff-])
    (?: (?P<chi> (?: [ΔD]?χ | [Cc]hi | CHI | [Xx](?=[2²^(]) )[ -]?(?:\(2\)|[\^_]?2|²|-?[Ss]quared?)?
        | G2(?=[(\[]) | Wald(?=\() )
      | (?P<q> Q[-_ ]?(?:[WwBbMmTtE]|[Ww]ithin|[Bb]etween|[Ee]rror|[Mm]odel|[Tt]otal)?(?=[ ]?[(\[{]) )
      | (?P<other> [tTrFzZ] ) (?:(?<=F)[12s](?=[ ]?\()|(?<=r)s(?=[ ]?\())? )"""
_DF = rf"""(?: [ ]{{0,3}} [(\[{{] [ ]? (?:(?:df|DF)[ ]?=[ ]?|N[ ]?=[ ]?(?P<pairs>))? (?P<df> {_NUMBER} )
    (?: [ ]?[,;][ ]? (?: [nN][ ]?[=p¼][ ]?[0-9, ]{{1,9}} | (?:df[ ]?=[ ]?)? (?P<df2> {_NUMBER} ) ) )? [ ]{{0,3}} [)\]}}]
    | (?<=F) (?P<low> [0-9]{{1,3}} ), (?P<low2> [0-9]{{1,5}} ) | (?<=[tT]) (?P<under> [0-9]{{1,4}} ) )"""
# Some PDF fonts lose their signs: a quarter or a p stands for =, a b or ! for <, an N for >.
_EQUALS = "[<>=≤≥¼]"
_VALUE = rf"""[ ]{{0,3}} (?P<comparator> {_EQUALS} | [pb](?=[ ]{{0,3}}-?[0-9.]) )
    [ ]{{0,3}} (?P<value> -?[ ]{{0,2}}{_NUMBER} )"""
_LATER_DF = rf"""(?: [ ]?[,;(][ ]? (?:df|d\.f\.|DF)[ ]?[=:][ ]? (?P<later> {_NUMBER} )
    (?: [ ]?[,;/][ ]? (?P<later2> {_NUMBER} ) (?![ ]?[.0-9]) )? [ ]?\)?
    | [ ]?(?:[,;(]|with|on)[ ]? (?P<behind> [0-9]{{1,4}} ) [ ]? (?:df|d\.f\.?|DF|degrees?[ ]of[ ]freedom)[ ]?\)? )?"""
# Between statistic and p: stops, brackets, an effect size or an error mean square.
_ASIDE = (
    r"(?: [ ]?[,;][ ]? (?:MSE|MS|SE|d|r|η2?p?2?|ηp2|eta|g|b|B|SD)[a-z_]{0,8}[ ]?=[ ]?-?[0-9]{0,6}\.?[0-9]{1,6} ){0,2}"
)
_P = rf"""[ ]?[,;:)\]]{{0,2}}[ ]?[(\[]?[ ]? (?:(?:two|one)-(?:tailed|sided)[ ])?
    (?: [pP]s?[ ]?(?:-?[Vv]alues?)?[ ]{{0,3}}
    (?P<sign> {_EQUALS}{{1,2}} | [bN!p](?=[ ]?\.) )[ ]{{0,3}}
    (?P<p> [01]?\.[ ]?[0-9]{{1,20}}(?:[eE]-?[0-9]{{1,3}})? | [01](?![0-9]) )
    | (?:[pP][ ]?=[ ]?)?(?P<ns> n\.?s\.?(?![a-z]) ) )"""
_TEST = re.compile(rf"{_NAME}{_DF}?{_VALUE}{_LATER_DF}{_ASIDE}{_P}", re.VERBOSE)
_ONE_TAILED = re.compile(r"one[- ](?:tailed|sided)|1[- ](?:tailed|sided)|directional", re.IGNORECASE)
_NEAR = 60


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every test statistic printed with its p."""
    # Marks of emphasis and formulas in Markdown stand between a letter and its number.
    norm = page.norm.replace("*", " ").replace("$", " ")
    for found in _TEST.finditer(norm):
        statistic = _statistic(found)
        df = found["df"] or found["later"] or found["behind"] or found["low"] or found["under"]
        df2 = found["df2"] or found["later2"] or found["low2"]
        if (statistic != "z" and df is None) or (statistic == "F" and df2 is None):
            continue
        try:
            value = Reported(_sign(found["comparator"]) + found["value"].replace(" ", ""))
            # Not significant, without a number: a p above the usual level.
            p = Reported(">.05") if found["ns"] else Reported(_sign(found["sign"]) + found["p"].replace(" ", ""))
            freedom = _freedom(df, 2 if found["pairs"] is not None else 0) if statistic != "z" else None
            freedom2 = _freedom(df2, 0) if statistic == "F" else None
        except ValueError:
            continue
        if p.value > 1 or (statistic == "t" and df2):
            continue
        if statistic == "r" and (abs(value.value) > 1 or df == "2"):
            # ``r(2) = 0.79`` is the square of a correlation.
            continue
        near = norm[max(0, found.start() - _NEAR) : found.end() + 30]
        page.used.update(token.start for token in page.within(found.start(), found.end()))
        drafts.add(
            TestStatistic,
            page.sentence(found.start()),
            [Span(found.start(), found.end())],
            statistic=statistic,
            value=value,
            df=freedom,
            df2=freedom2,
            p=p,
            tails="1" if _ONE_TAILED.search(near) else "2",
        )


def _freedom(printed: str | None, pairs: int) -> Reported | None:
    """Degrees of freedom as printed; those of a correlation of N pairs are N - 2."""
    if printed is None:
        return None
    freedom = Reported(printed.replace(",", "").replace(" ", ""))
    return Reported(f"{freedom.value - pairs:.0f}") if pairs else freedom


def _statistic(found: re.Match[str]) -> str:
    if found["chi"]:
        return "chi2"
    if found["q"]:
        return "Q"
    name = found["other"]
    return name.lower() if name in "zZT" else str(name)


_SIGNS = {"=": "", "==": "", "¼": "", "p": "", "b": "<", "!": "<", "N": ">"}


def _sign(comparator: str) -> str:
    return _SIGNS.get(comparator, comparator)
