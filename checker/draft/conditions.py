"""What is asked of a number, its words and its place, to tell why it claims nothing; language alone decides."""

import re

import msgspec

from checker.draft.parts import Part
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page, Sentence
from checker.extraction.vocabulary import COUNT_NOUNS, TIMES, UNITS_OF_TIME

# Where another line or cell begins.
_EDGE = re.compile(r"[\n\t]")


class Seen(msgspec.Struct, frozen=True):
    """A number where it stands. ``part``: of the paper."""

    page: Page
    token: Token
    sentence: Sentence | None
    part: Part | None
    heading: bool = False

    def before(self, width: int = 40) -> str:
        """What stands in front of it, in the same sentence, line and cell."""
        start = max(0, self.token.start - width, self.sentence.start if self.sentence is not None else 0)
        edge = _EDGE.split(self.page.text[start : self.token.start])[-1]
        return self.page.low[self.token.start - len(edge) : self.token.start]

    def after(self, width: int = 40) -> str:
        """What stands behind it, in the same sentence, line and cell."""
        end = self.token.end + width
        behind = self.page.text[self.token.end : min(end, self.sentence.end) if self.sentence is not None else end]
        return self.page.low[self.token.end : self.token.end + len(_EDGE.split(behind, maxsplit=1)[0])]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.page.low[self.sentence.start : self.sentence.end] if self.sentence is not None else ""


_LIST_MARK = re.compile(r"^ ?[).](?: |$)")
_PEOPLE = re.compile(
    r"\b(?:patients?|participants?|subjects?|wom[ae]n|m[ae]n|child(?:ren)?|adults?|infants?|neonates?|newborns?|persons?|"
    r"people|individuals?|cases|controls|eyes|girls|boys|males?|females?|students?|respondents?|pregnancies|deaths|events|"
    r"volunteers?|mothers|families|horses|animals|hogs|mice|rats)\b"
)
_NOUNS = re.compile(rf" (?:[a-z-]+ ){{0,3}}(?:{'|'.join(sorted(word for word in COUNT_NOUNS if word.isalpha()))})\b")
_SUMMED_UP = re.compile(r"\b(?:median|mean|average|range[ds]?|iqr|sd|sem?|interquartile)\b|±|\+/-")
_SUMMED = re.compile(r"\b(?:median|mean|average|iqr|sd|interquartile)\b|±")
_ENROLLED = re.compile(
    r"\b(?:randomi[sz]ed|enrol+ed|recruited|includ(?:ed|ing)|excluded|allocated|assigned|withdr[ae]w|dropped|completed|"
    r"died|responded|consented|eligible|screened|analy[sz]ed|divided|received|underwent)\b"
)
_THINGS = (
    "groups arms types devices assays ways phases periods points dimensions domains models methods categories "
    "treatments interventions measures scores scales questionnaires parts stages classes approaches assessments visits "
    "sessions doses regimens rates outcomes conditions experiments replicates reviewers authors investigators "
    "observers "
    "raters variables factors subscales items levels steps components therapies drugs strategies reasons questions "
    "subgroups cohorts endpoints comparisons decades aspects forms kinds sections tests measurements centuries "
    "pathways tasks courses trials studies databases surveys languages countries hypotheses objectives aims criteria"
).split()
_NAMED_THINGS = re.compile(
    rf" (?:(?!and |or |of |to |in |were |had )[a-z][a-z-]{{1,20}} ){{0,2}}(?:{'|'.join(_THINGS)})\b"
)
_POINTED_AT = re.compile(r"\b(?:the|these|those|all|both|either|other|each of the) (?:[a-z-]{3,20} )?$")
_SCALE = re.compile(r"\b(?:scales?|scor(?:e|es|ed|ing)|rated|ratings?|likert|vas)\b")
# ``from 0 (none) to 10``: what stands in front of the upper end, and behind the lower.
_UPPER = re.compile(r"(?<![0-9.])[-−]?[01] ?(?:%|points? )?(?:\([^()]{1,40}\)[ ,]{0,2})?(?:-|to|and|through) ?$")
_LOWER = re.compile(r" ?(?:\([^()]{1,40}\)[ ,]{0,2})?(?:-|to|and|through) ?-?[0-9]")
_ALPHA = re.compile(
    r"\bp(?: ?-?values?)?(?: of)? ?(?:<|≤|less than|below|under|=)? ?(?:0?\.)?$|"
    r"(?:\bp ?-?values?|significan[a-z]+|alpha|α)[^.;()0-9]{0,60}$"
)
_LEVEL_SAID = re.compile(
    r"\b(?:considered|regarded|defined|set|level of|threshold|deemed|taken as|accepted|alpha|α)\b|significance level"
)
_OTHER_STUDIES = re.compile(
    r"\bet al\b|\b(?:previous|earlier|other|prior|published|recent|similar) (?:[a-z-]{3,20} ){0,2}"
    r"(?:study|studies|trials?|reports?|series|work|meta-analys[ie]s|reviews?|research|authors|investigators|data)\b|"
    r"\b(?:reported|described|found|shown|observed|demonstrated) by [a-z]"
)
_OWN = re.compile(r"\b(?:we|our|ours|us|present study|this study|current study|this trial|present trial)\b")
_LIMIT = re.compile(r"[<>≤≥]=? ?$")
_P_BEFORE = re.compile(r"\bp(?: ?-?values?)? ?[<>≤≥=] ?$")
_LATER_UNIT = re.compile(
    rf" (?:consecutive|additional|further|more|full|working|calendar|successive|different) (?:{'|'.join(TIMES)})\b"
)
_PRONOUN = re.compile(
    r"(?:[.,;:)]|$| (?:of (?:the|these|those|them|our)|which|that|who|for|to|in|at|is|was|with|available|hand)\b)"
)
_PRODUCT = re.compile(r"[0-9] ?[×x*] ?$"), re.compile(r" ?[×x*] ?[0-9]")
_MEANS_AND_P = re.compile(
    r"(?<![0-9.%±])[0-9]+(?:\.[0-9]+)?(?: ?[a-z/]{1,8})? (?:vs\.?|versus|and|compared (?:with|to)) "
    r"[0-9]+(?:\.[0-9]+)?(?: ?[a-z/]{1,8})?[;,] ?p ?[<=>≤] ?0?\.[0-9]+"
)
_DECIMAL = re.compile(r"[0-9]\.[0-9]")
_CITED = re.compile(r"[0-9]\](?:, ?| and |-)\[?$|\[[0-9]{1,3}(?:, ?|-)$")
_LABEL_BEFORE = re.compile(
    r"\b(?:conditions?|questions?|eqs?\.?|equations?|hypothes[ie]s|races?|appendix|algorithms?) $"
)
_POWER_BEFORE = re.compile(r"\bpower (?:of |was |is |at |to be )?(?:[a-z]+ )?$|\bpower[:=(] ?$")
_PLANNED_BEHIND = re.compile(r" (?:statistical )?power\b| (?:drop-?out|attrition|loss to|lost to|withdrawal)\b")
_OFTEN = re.compile(r" (?:times|days|sessions) (?:a|per|each|every|daily|weekly|in a)\b")
_OR_MORE = re.compile(r" or (?:more|fewer|less)\b")
_AGED = re.compile(r"\b(?:older|younger) than $")
_N_BEFORE = re.compile(r"\bn ?[=:] ?$")
_AGE_BEFORE = re.compile(r"\bage[ds]?(?: of| at| below| above| under| over)? $")
_OPERATORS = re.compile(r"[=+−×*/^_{}\[\]²≤≥]")
_LEAST_OPERATORS = 3
_RANGE_SAID = re.compile(r"\brang(?:e|es|ed|ing)\b|\bbetween\b")
_PAIR = re.compile(r"[0-9]%? ?(?:-|to|and) ?$"), re.compile(r"[a-z% ]{0,8} ?(?:-|to|and) ?[0-9]")


def time(seen: Seen) -> bool:
    """Whether it is how long something took, or when it was, and no mean of that."""
    token = seen.token
    timed = token.unit in UNITS_OF_TIME or (token.unit is None and _LATER_UNIT.match(seen.after(30)) is not None)
    if not timed or token.decimals or token.kind == "spread" or seen.after(2)[:2] in (" ±", "±"):
        return False
    return not _SUMMED_UP.search(seen.before(70) + seen.after(50))


def citation(seen: Seen) -> bool:
    """``[28], [39], 40]`` in a sentence that cites so."""
    if seen.token.decimals or seen.token.unit is not None or seen.sentence is None or seen.token.kind != "number":
        return False
    norm = seen.page.norm
    opens = norm[max(0, seen.token.start - 1) : seen.token.start] == "["
    marked = (
        norm[seen.token.end : seen.token.end + 1] in ("]", ",", "-")
        if opens
        else _CITED.search(norm[max(0, seen.token.start - 8) : seen.token.start])
    )
    return bool(marked) and any(token.reason == "citation" for token in seen.sentence.others)


def size(seen: Seen) -> bool:
    """The size of a group, where a caption or a note repeats it."""
    block = seen.sentence.block if seen.sentence is not None else None
    return block is not None and block.kind in ("caption", "footnote") and _N_BEFORE.search(seen.before(6)) is not None


def named(seen: Seen) -> bool:
    """Whether it is the name of a condition, a question or an equation."""
    return not seen.token.decimals and seen.token.unit is None and _LABEL_BEFORE.search(seen.before(24)) is not None


def planned(seen: Seen) -> bool:
    """Whether it is the power of a planned sample, or the losses allowed for."""
    if seen.token.unit != "%":
        return False
    return _POWER_BEFORE.search(seen.before(30)) is not None or _PLANNED_BEHIND.match(seen.after(24)) is not None


def how_often(seen: Seen) -> bool:
    """Whether it is how many times in a while."""
    return seen.token.decimals == 0 and _OFTEN.match(seen.after(24)) is not None


def list_mark(seen: Seen) -> bool:
    """Whether a number counts the items of a list."""
    if seen.token.decimals or seen.token.value > 40 or seen.token.kind != "number" or seen.token.unit is not None:
        return False
    front = seen.before(60)
    if _LIST_MARK.match(seen.after(3)) is None:
        return False
    if seen.page.norm[seen.token.start - 1 : seen.token.start] == "(":
        return seen.after(1) == ")" and all(mark in seen.words for mark in ("(1)", "(2)"))
    if seen.sentence is not None and seen.token.start == seen.sentence.block.span.start:
        return True
    inside = seen.words[: seen.token.start - seen.sentence.start] if seen.sentence is not None else front
    marks = seen.after(1) == ")" and inside.count("(") == inside.count(")")
    return marks and front.endswith(("; ", ", ", ": ", ") ", " and ", " or "))


def of_others(seen: Seen) -> bool:
    """Whether its sentence cites, or speaks of other studies and not of this one."""
    if seen.part in (Part.METHODS, Part.RESULTS) or seen.sentence is None or _OWN.search(seen.words):
        return False
    cited = any(token.reason in ("citation", "reference") for token in seen.sentence.others)
    return cited or _OTHER_STUDIES.search(seen.words) is not None


def background(seen: Seen) -> bool:
    """Whether it stands in the introduction, and its sentence does not speak of this study."""
    return seen.part is Part.INTRODUCTION and seen.sentence is not None and not _OWN.search(seen.words)


def methods(seen: Seen) -> bool:
    """Whether it is part of what was set or done, and no number of people."""
    if seen.part is not Part.METHODS or seen.sentence is None:
        return False
    if seen.token.unit not in (None, "%", "points"):
        return not _SUMMED_UP.search(seen.before(40))
    if _SUMMED_UP.search(seen.before(60) + seen.after(40)):
        return False
    if _N_BEFORE.search(seen.before(6)) or _PEOPLE.search(seen.after(36)):
        return False
    if seen.token.kind == "word":
        return True
    near = seen.words if seen.token.unit == "%" else seen.before(30)
    return not (_PEOPLE.search(near) or _ENROLLED.search(seen.words))


def few_things(seen: Seen) -> bool:
    """Whether it counts things of the design: ``two groups``."""
    token = seen.token
    if token.decimals or token.unit not in (None, "points", "times") or not 1 <= token.value <= 12:
        return False
    return token.kind in ("number", "word") and _NAMED_THINGS.match(seen.after(60)) is not None


def pointed_at(seen: Seen) -> bool:
    """Whether it is a word that points back, or stands for a noun."""
    if seen.token.kind != "word" or seen.token.value > 12 or seen.token.unit == "%":
        return False
    if _POINTED_AT.search(seen.before(40)):
        return True
    if _OR_MORE.match(seen.after(10)):
        return not _PEOPLE.search(seen.after(30))
    return seen.token.value <= 1 and _PRONOUN.match(seen.after(20)) is not None and not _NOUNS.match(seen.after(60))


def scale(seen: Seen) -> bool:
    """Whether it is an end of a scale."""
    if seen.token.unit not in (None, "points") or seen.token.decimals or seen.token.value > 200:
        return False
    if seen.token.kind != "number":
        return False
    if not _SCALE.search(seen.before(90) + " " + seen.after(60)) or _SUMMED.search(seen.before(60)):
        return False
    lower = seen.token.value in (0, 1) and _LOWER.match(seen.after(60)) is not None
    return lower or _UPPER.search(seen.before(60)) is not None


def alpha(seen: Seen) -> bool:
    """Whether it is the level below which a p is called significant."""
    return (
        seen.token.value in (0.05, 0.01, 0.1, 0.001, 0.025, 5, 1)
        and _LEVEL_SAID.search(seen.words) is not None
        and re.search(r"\bp\b|significan|alpha|α", seen.words) is not None
        and _ALPHA.search(seen.before(80)) is not None
    )


def limit(seen: Seen) -> bool:
    """Whether it limits a class or a criterion."""
    front = seen.before(12)
    if _P_BEFORE.search(front) or seen.token.unit == "%":
        return False
    return (
        _LIMIT.search(front) is not None
        or _AGED.search(front) is not None
        or (seen.token.comparator in "<>≤≥" and seen.token.unit is not None)
    )


def p_alone(seen: Seen) -> bool:
    """Whether it is a p in a sentence that has no other figures."""
    if seen.sentence is None or not _P_BEFORE.search(seen.before(20)):
        return False
    others = [token for token in seen.sentence.tokens if token.start != seen.token.start]
    spreads = any(token.kind == "spread" for token in seen.sentence.others)
    return not spreads and all(_P_BEFORE.search(seen.sentence.before(token, 20)) for token in others)


def spread(seen: Seen) -> bool:
    """Whether it is a mean or its spread in a sentence that compares nothing."""
    if seen.sentence is None:
        return False
    around = re.search(r"(?:±|\+/-) ?$", seen.before(5)) or re.match(r" ?[a-z/%]{0,10} ?(?:±|\+/-)", seen.after(16))
    return around is not None and not re.search(
        r"\bp ?[<>=≤≥]|\bci\b|confidence|range|differ|increas|decreas|chang|total|overall", seen.words
    )


def means_and_p(seen: Seen) -> bool:
    """Whether it is one of two figures without spread, or their p."""
    if seen.sentence is None or seen.token.unit == "%" or seen.token.kind != "number":
        return False
    at = seen.token.start - seen.sentence.start
    return any(
        found.start() <= at < found.end()
        and "%" not in found.group()
        and _DECIMAL.search(found.group().rpartition("p")[0])
        for found in _MEANS_AND_P.finditer(seen.words)
    )


def product(seen: Seen) -> bool:
    """Whether it is multiplied by another."""
    if seen.token.decimals or seen.token.value > 100:
        return False
    before, behind = _PRODUCT
    return before.search(seen.before(8)) is not None or behind.match(seen.after(6)) is not None


def age(seen: Seen) -> bool:
    """Whether it is an age in words."""
    return seen.token.kind == "word" and _AGE_BEFORE.search(seen.before(20)) is not None


def formula(seen: Seen) -> bool:
    """Whether the characters around, up to the next blanks, are those of an equation."""
    text = seen.page.norm
    start = max(text.rfind(mark, 0, seen.token.start) for mark in " \n\t") + 1
    ends = [end for mark in " \n\t" if (end := text.find(mark, seen.token.end)) >= 0]
    chunk = seen.page.norm[max(start, seen.token.start - 200) : min([*ends, seen.token.end + 200])]
    return len(_OPERATORS.findall(chunk)) >= _LEAST_OPERATORS and len(re.findall("[A-Za-zα-ω]", chunk)) >= 2


def bare_range(seen: Seen) -> bool:
    """Whether it is an end of a range that no mean or median stands beside."""
    if (
        seen.sentence is None
        or not _RANGE_SAID.search(seen.before(80))
        or re.search(r"median|mean|average", seen.words)
    ):
        return False
    before, behind = _PAIR
    return before.search(seen.before(8)) is not None or behind.match(seen.after(16)) is not None
