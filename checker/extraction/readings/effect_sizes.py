"""Effect sizes behind the test statistic that they are of: ``F(2, 28) = 4.10, p = .027, ηp² = .23``."""

from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.proposals import Proposal, in_one
from checker.extraction.readings.test_statistics import HEADS, freedom, no_test, statistic, windows
from checker.extraction.sentences import Page
from checker.kinds.standardised import EffectSize
from checker.model import Certainty

_SQUARED = r"(?: ?\^?[2²]| ?\^?\(?<:N>\)?|[ -]squared?)"
_ETA = "(?:η|eta)"
# The measures by the names of their groups; the longer names first.
_MEASURES = {
    "e_partial": "partial-eta2", "e_behind": "partial-eta2", "e_within": "partial-eta2",
    "e_subscript": "partial-eta2", "e_eta": "eta2",
    "e_omega": "omega2", "e_adjusted": "adjusted-R2", "e_r2": "R2", "e_d": "d", "e_g": "g", "e_v": "V", "e_phi": "phi",
}  # fmt: skip
# What names a measure holds no number: the square stands behind it.
_NAMED = (
    rf"(?:(?P<e_partial>(?:partial |p ?){_ETA}){_SQUARED}|"
    rf"{_ETA}{_SQUARED} ?(?P<e_behind>_?(?:p(?![a-z])|\(?partial\)?))|"
    rf"(?P<e_within>{_ETA} ?_?\(?p\)?){_SQUARED}|(?P<e_eta>{_ETA}){_SQUARED}|"
    rf"(?P<e_omega>(?:partial )?(?:ω|omega) ?p?){_SQUARED}|"
    rf"(?P<e_adjusted>(?:adjusted|adj\.?) r){_SQUARED}|(?P<e_r2>r){_SQUARED}|(?P<e_d>(?:cohen['’]?s )?d)|"
    r"(?P<e_g>(?:hedges['’]?s? )?g)|(?P<e_v>(?:cram[eé]r['’]?s )?v)|(?P<e_phi>phi|φ|ϕ))"
)
# A p, Wilks's lambda and stops may stand between.
_P = r"(?:[ ,;:)]{0,4}\(?<:Q>\)?)?"
_ASIDE = r"(?:[ ,;]{0,3}wilks['’]?s? ?(?:λ|lambda) ?= ?<:A>)?"
_STOPS = r"[ ,;:)]{1,4}\(?"
_EFFECT = rf"{_P}{_ASIDE}{_STOPS}{_NAMED} {{0,2}}[=≥>≤<] {{0,3}}<effect:A>"


def no_effect(match: Match) -> str | None:
    """Why it is no effect of the statistic."""
    reason = no_test(match)
    if reason is not None:
        return reason
    if match.one("value").comparator != "=":
        return "several statistics, of which the least is printed"
    measure, test = _measure(match), statistic(match)
    one = test == "t" or (test == "F" and _number(match, "df") == 1)
    if measure in ("d", "g") and not one:
        return "no difference of two"
    if measure in ("V", "phi"):
        return None if test == "chi2" and "total" in match.roles else "no table of so many"
    if test not in ("t", "F"):
        return "no share of variance"
    fractional = [name for name in ("df", "df2") if _number(match, name) % 1]
    # A correction for lack of sphericity multiplies both; those of a mixed model are estimated.
    return "a mixed model" if fractional and (one or len(fractional) == 1) else None


def _number(match: Match, role: str) -> float:
    found = freedom(match, role)
    return 0.0 if found is None else found.value


def _measure(match: Match) -> str:
    return next(_MEASURES[name] for name in _MEASURES if name in match.texts)


def _reading(name: str, head: str, *reads: str, leaves: tuple[str, ...] = ()) -> Reading:
    return Reading(name=name, shape=f"{HEADS[head]}{_EFFECT}", reads=reads, leaves=leaves, unless=no_effect)


READINGS = (
    _reading(
        "t(df) = x, effect",
        "t(df) = x",
        "Pain fell, t({df 28}) = {value 2.20}, p = .036, d = {effect 0.83}.",
        "Pain fell, t({df 28}) = {value 2.20}, Cohen's d = {effect 0.83}, p = .036.",
        "Both differed, χ2({df 1}, N = {total 100}) = {value 6.53}, p = .011, φ = {effect .26}.",
        "Both differed, χ2({df 4}, N = {total 120}) = {value 9.10}, p = .059, Cramer's V = {effect .28}.",
        leaves=(
            "Pain fell, t(675.7) = 0.76, p = .445, d = 0.03.",
            "Both differed, χ2(1) = 6.53, p = .011, φ = .26.",
            "Pain fell, t(28) = 2.20, p = .036, SD = 0.83.",
        ),
    ),
    _reading(
        "F(df, df) = x, effect",
        "F(df, df) = x",
        "Groups differed, F({df 2}, {df2 28}) = {value 4.10}, p = .027, ηp² = {effect .23}.",
        "Groups differed, F({df 2}, {df2 28}) = {value 4.10}, partial η2 = {effect .23}, p = .027.",
        "It depended on age, F({df 3}, {df2 96}) = {value 5.20}, p < .001, adjusted R2 = {effect .11}.",
        leaves=(
            "Groups differed, F(2, 28) = 4.10, p = .027, d = 0.83.",
            "Groups differed, F(2, 28) = 4.10, p = .027, ηG² = .23.",
            "Groups differed, all F(2, 28) > 4.10, ηp² > .22.",
        ),
    ),
    # ``p = .23`` of a subscript is figured as a p.
    Reading(
        name="F(df, df) = x, η²p",
        shape=rf"{HEADS['F(df, df) = x']}{_P}{_ASIDE}{_STOPS}(?P<e_subscript>{_ETA}[2²]) ?_?<effect:Q>",
        reads=("Groups differed, F({df 2}, {df2 28}) = {value 4.10}, p = .027, η²p = {effect .23}.",),
        leaves=("Groups differed, F(2, 28) = 4.10, η² not told, p = .027.",),
        unless=no_effect,
    ),
    _reading(
        "t28 = x, effect",
        "t28 = x",
        "Groups differed, F1,96 = {value 37.54}, P < .001, ηp2 = {effect .28}.",
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every effect size behind a test statistic."""
    for start, outline in windows(page):
        for match in settled(list(matches(READINGS, outline))):
            if match.start == 0:
                yield _proposal(page, start, match)


def _proposal(page: Page, start: int, match: Match) -> Proposal:
    proposal = in_one(
        page,
        EffectSize,
        Span(start, start + match.one("effect").end),
        match.reading.name,
        "the effect may be of another model or design than the test",
        statistic=statistic(match),
        value=reported(match.one("value")),
        df=freedom(match, "df"),
        df2=freedom(match, "df2"),
        measure=_measure(match),
        effect=reported(match.one("effect")),
        total=count(match.one("total")) if "total" in match.roles else None,
    )
    return msgspec.structs.replace(proposal, certainty=Certainty.GUESSED)
