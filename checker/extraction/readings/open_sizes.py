"""Two percentages or means and their p, where it is open how many people each is of.

``In all 105 patients were randomised. Relapse was rarer with alfa (12% versus 39%, P = 0.012).`` The paper says how
many there are in all, or the sizes of its groups and not whose a figure is. Two means of the same people tell no more
than their number. All such claims are guesses: a subgroup may be meant that nobody counted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.extraction import phrases
from checker.extraction.drafts import count, reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.open_sizes import sizes
from checker.extraction.outline import ANY, characters
from checker.extraction.people import Group, People
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page, Sentence
from checker.extraction.side_by_side import OF_OTHERS, OPPOSITE
from checker.extraction.stated_tests import OTHER_THAN_MEANS, OTHER_THAN_PROPORTIONS
from checker.extraction.surfaces.spreads import of_paper
from checker.kinds import MeanGroup
from checker.kinds.open_sizes import MeanContrast, PercentContrast
from checker.model import Certainty

_WORDS = f"[^{ANY};]"
_P, _A = characters("P"), characters("A")
_AGAINST = r"(?:\b(?:vs?\b\.?|versus|than|and|but|whereas|while|against)|\bcompared (?:with|to))"
# Up to the p: past those who have the figure, and no word of another clause.
_TO_P = rf"(?:(?!\b(?:whereas|but|only|both|while|although|all)\b)[^{ANY};]){{0,60}};? ?"

# That people are counted, who have or do something.
_COUNTED = re.compile(
    rf"\b(?:{phrases.PERSONS})\b|incidence|prevalence|frequen|proportion|occurred|likely|(?<!heart )(?<!pulse )"
    r"(?<!flow )(?<!filtration )(?<!clearance )(?<!metabolic )(?<!growth )\brates?\b|\boften\b|mortality|"
    r"developed|reported|experienced|achieved|underwent|required"
)
# What is measured of each, and printed as a percentage.
_MEASURED = re.compile(
    r"\bmeans?\b|median|average|score|fraction|saturation|\blevels?\b|concentration|\bchange|reduc|decreas|declin|improv|"
    r"increase[sd]? (?:in|of|by|from)|differen|hba1c|\ba1c|haematocrit|hematocrit|\bfev|volume|predicted|adherence|"
    r"compliance|variab|bioavail|inhibition|excretion|absorption|clearance|\bweight|intensity|"
    r"stenosis of|fold\b|per cent of|\bperform|\bcorrect\b|knowledge|"
    r"% of (?:the )?(?:time|days|nights|cells|dose|baseline|control|total|maxim)|"
    r"\bpain relief|efficiency|recovery of|coverage|\bcost|agreement|accura|sensitiv|specific|viab|survival|\bvalues?\b"
)
# Of what there may be more than people, or another number.
_UNITS = re.compile(
    r"\b(?:orders?|prescriptions?|eyes?|lesions?|cells?|visits?|samples?|specimens?|attacks?|episodes?|tumou?rs?|teeth|"
    r"isolates?|strains?|cycles?|procedures?|biops\w+|grafts?|arteries|vessels?|segments?|stents?|days|nights|tests?|"
    r"pregnanc\w+|deliver\w+|embryos?|oocytes?|hospitals?|studies|trials|fractures?|hips?|knees?|admissions?|records?|"
    r"calls?|cent(?:er|re)s?|units|wards|schools|[a-z]+cytes?|items?|questions?|meals?|images?|scans?|doses|injections?|sites|nodes?|catheters?|events|responses)\b"
)
_SOME = re.compile(
    r"subgroup|subset|among (?:those|the)|\bof (?:those|these|whom)\b|smokers|\bin (?:the )?(?:men|women|patients "
    r"with)|respectively, (?:and|for)|\beach\b|categor|per[- ]protocol|hiv|stratum"
)
_TWICE = re.compile(
    r"cross-?over|latin square|own controls?|within[- ](?:subject|patient|person)|crossed over|before and after|"
    r"both (?:phases|treatments|periods|arms)|treatment (?:periods?|each)\b|in random order"
)
_FROM = re.compile(r"(?:\bfrom\b|\bbefore\b|\bbaseline\b|\bpre-?\w*)[^;.]{0,50}$")
_TO_ANOTHER = re.compile(
    r"(?<!compared)(?<!relative)(?<!similar)(?<!contrast)(?<!opposed)(?<!added)(?<!due) to (?!the |those |that )"
)
_TO = re.compile(r"\b(?:to|after|and|vs\.?|versus|post\w*)\b")
_BREAK = re.compile(rf"[;:]|[{characters('Q')}]")
_LISTED_MEANS = re.compile(rf"[{_A}](?:[^{ANY};.(]{{0,30}})?(?:,|\band\b|\bvs\b\.?) ?$")
_ELSEWHERE = re.compile(r"previous(?:ly)? (?:stud|report)|literature|meta-analys|systematic review|pooled|et al\b")
_BACK, _LEAST, _LEAST_PAIRS = 140, 16, 5
_WHY = "how many people each figure is of is not printed with it"


def no_shares(match: Match) -> str | None:
    """Why two percentages are no shares of two groups of these people that a test of counts compares."""
    front, words = match.before(_BACK), match.words
    around = f"{front}{words}{match.after(30)}"
    outline, one, other = match.outline, match.one("one"), match.one("other")
    apart = ")" in outline.between(one, other) or not front.rstrip("abcdefghijklmnopqrstuvwxyz =").endswith("(")
    if apart and re.search(f"[{_P}]", _BREAK.split(front)[-1]):
        return "the end of a longer list"
    if OF_OTHERS.match(match.after(50)):
        return "it compares others"
    if OPPOSITE.search(words):
        return "of one group the event, of the other its absence"
    if not _COUNTED.search(front + words):
        return "nothing says that people are counted"
    for pattern, reason in (
        (_MEASURED, "what is measured of each"),
        (_UNITS, "counts of other things"),
        (_SOME, "some of them"),
        (OTHER_THAN_PROPORTIONS, "another test"),
        (phrases.MODELLED, "the shares come from a model"),
    ):
        if found := pattern.search(around):
            return f"{found.group()!r}: {reason}"
    if re.search(r"\bfrom\b[^;.]{0,40}$", front) or " to " in words[:30]:
        return "the same people twice"
    return None


def no_means(match: Match) -> str | None:
    """Why a p is not of a t test of the two means in front of it."""
    front, words = match.before(_BACK), match.words
    around = f"{front}{words}{match.after(40)}"
    if found := OTHER_THAN_MEANS.search(around):
        return f"{found.group()!r}: another test"
    if _LISTED_MEANS.search(front):
        return "the end of a longer list"
    return "it compares others" if OF_OTHERS.match(match.after(50)) else None


READINGS = (
    Reading(
        name="a% vs b% (p), of some of N",
        shape=rf"<one:P>(?={_WORDS}{{0,80}}?{_AGAINST}){_WORDS}{{1,110}}<other:P>{_TO_P}<p:Q>",
        reads=(
            "Relapse was less frequent with alfa ({one 12%} versus {other 39%}, P = {p 0.012}).",
            "The cure rate was {one 80%} with alfa and {other 60%} with beta (p < {p 0.05}).",
        ),
        leaves=(
            "Saturation was lower with alfa (92% versus 96%, P = 0.012).",
            "Patients relapsed in 10%, 12% and 39% (P = 0.012).",
        ),
        unless=no_shares,
    ),
    Reading(
        name="x ± s vs x ± s (p), of some of N",
        shape=rf"<one:A>(?={_WORDS}{{0,110}}?(?:{{against}}|\bto\b)){_WORDS}{{1,110}}<other:A>{_TO_P}<p:Q>",
        reads=("It fell from {one 12.4} ± 3.1 to {other 10.2} ± 2.9 days (P = {p 0.07}).",),
        leaves=("The adjusted means were 12.4 ± 3.1 and 10.2 ± 2.9 days (P = 0.07).",),
        unless=no_means,
    ),
)
_PERCENTAGES, _MEANS = READINGS


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every p behind two figures of an unsaid number of the people whom the paper counts."""
    if page.says(_ELSEWHERE) or page.says(phrases.WEIGHTED):
        return
    sentences = [each for each in page.sentences if len(each.tokens) >= 3 and each.printed.ps]
    of = sizes(page) if sentences else []
    if not of:
        return
    people = page.once(People)
    twice = page.says(_TWICE)
    for sentence in sentences:
        for match in matches(READINGS, sentence.brief):
            if match.reading is _MEANS:
                proposal = _means(sentence, match, of, people, twice)
            else:
                proposal = None if twice else _percentages(sentence, match, of, people)
            if proposal is not None:
                yield proposal


def _percentages(sentence: Sentence, match: Match, of: Sequence[Group], people: People) -> Proposal | None:
    one, other, p = (match.one(role) for role in ("one", "other", "p"))
    figures = [sentence.printed.figure(token) for token in (one, other)]
    if any(
        figure is None or figure.count or figure.total or figure.limits or figure.spread or figure.size
        for figure in figures
    ):
        return None
    if any(token.comparator != "=" or not 0 <= token.value <= 100 for token in (one, other)):
        return None
    # Whose sizes the words tell, `comparisons` holds against their p.
    shares = [people.share(token) for token in (one, other)]
    if all(share is not None for share in shares) or sum(group.size for group in of) < _LEAST:
        return None
    meanings = [sentence.meanings.get(token.start) for token in (one, other)]
    if any(meaning is not None and meaning.quantity is not Quantity.OTHER for meaning in meanings):
        return None
    return Proposal(
        kind=PercentContrast,
        within=sentence,
        figures=(one, other, p),
        own=(p,),
        fields={
            "percents": (reported(one), reported(other)),
            "people": tuple(count(group.token) for group in of),
            "p": reported(p),
        },
        certainty=Certainty.GUESSED,
        why=_WHY,
        reading=match.reading.name,
    )


def _means(sentence: Sentence, match: Match, of: Sequence[Group], people: People, twice: bool) -> Proposal | None:
    one, other = (sentence.printed.figure(match.one(role)) for role in ("one", "other"))
    if one is None or other is None or one.spread is None or other.spread is None or one.size or other.size:
        return None
    if one.spread_name != other.spread_name or not one.value.comparator == other.value.comparator == "=":
        return None
    outline, p = match.outline, match.one("p")
    figures = sentence.printed.figures
    before = figures[figures.index(one) - 1] if figures.index(one) else None
    if before is not None and before.spread is not None and not _BREAK.search(outline.between(before.value, one.value)):
        # The third of three groups.
        return None
    between = outline.between(one.value, other.value)
    front = outline.before(one.value, 60)
    if one.value.decimals != other.value.decimals and between.strip() == "and":
        # Of one group, what was measured of it in two units.
        return None
    if "respectively" in sentence.after(p, 40) + between + outline.between(other.value, p):
        return None
    paired = (
        twice
        or _TO_ANOTHER.search(between) is not None
        or (_FROM.search(front) is not None and _TO.search(between) is not None)
    )
    if not paired and people.two_named(sentence, one.tokens, other.tokens, p.start) is not None:
        return None
    if sum(group.size for group in of) < (_LEAST_PAIRS if paired else 2 * _LEAST_PAIRS):
        return None
    name = one.spread_name or of_paper(sentence.page.low)
    return Proposal(
        kind=MeanContrast,
        within=sentence,
        figures=(one.value, one.spread, other.value, other.spread, p),
        own=(p,),
        fields={
            "groups": tuple(_group(figure, name) for figure in (one, other)),
            "people": tuple(count(group.token) for group in of),
            "p": reported(p),
            "paired": paired,
        },
        certainty=Certainty.GUESSED,
        why=_WHY,
        reading=match.reading.name,
    )


def _group(figure: Figure, name: str | None) -> MeanGroup:
    spread: dict[str, Any] = {name or "spread": reported(figure.spread)}
    return MeanGroup(mean=reported(figure.value), **spread)
