"""What a paper says of its design: registration, allocation, sample size, days of treatment, powers of ten."""

import itertools
import re
from collections.abc import Sequence

from checker.document import Span
from checker.extract.arms import Arm
from checker.extract.drafts import Drafts
from checker.extract.sentences import Page, Sentence
from checker.kinds import Allocation, PowerOfTen, Regimen, Registry, SampleSize, Segment
from checker.model import Count, Reported

_REGISTERED = re.compile(r"\bNCT ?[0-9]{1,14}\b")
_RATIO = re.compile(r"random[^.;]{0,60}?\b(?P<ratio>[1-9](?: ?: ?[1-9]){1,3})\b")
# One dose and its days: ``100 mg on day 1``, ``400 mg/day from day 3 to day 21``, ``200 d2``.
_DOSE = (
    r"(?<![0-9.])(?P<dose{0}>[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?) ?(?:mg|g|ug|mcg|iu|units?)?(?:/m2|/kg)?"
    r"(?:/d(?:ay)?| per day| daily)?(?:,| on| from)? ?(?:d|days? ?)(?P<first{0}>[0-9]{{1,3}})"
    r"(?: ?(?:-{{1,2}}|to|through|until)(?: ?days?| ?d)? ?(?P<last{0}>[0-9]{{1,3}}))?"
)
_ONE_DOSE = re.compile(_DOSE.format(""))
_COURSE = re.compile(rf"{_DOSE.format(1)}(?:,? ?(?:and |then |followed by )?{_DOSE.format(2)}){{1,4}}")
_FIRST_DAY = re.compile(r"d(?:ays? ?| ?)1")
# ``3.0 × 107/kg``: the exponent of a number of cells on the line.
_POWER = re.compile(
    r"(?<![0-9.])(?P<mantissa>[0-9]{1,2}(?:\.[0-9]{1,3})?) ?x ?(?P<lost>10(?P<exponent>[1-9]|1[0-9]))(?![0-9.,%])"
    r"(?= ?/| (?:cells|cfu|copies|cd34|cd3|iu|pfu|particles|vg|viral|nucleated|colony))"
)
# ``a sensitivity of 10-4``.
_SENSITIVITY = re.compile(
    r"(?:sensitivit|detection|limit|threshold|level|mrd|dilution)[^.;]{0,60}? (?P<lost>10-(?P<exponent>[1-9]))"
    r"(?![0-9.,%-]*[0-9%-])(?! ?(?:years|months|weeks|days|mg|patients|cases|fold|minutes|hours|min\b))"
)
_REQUIRED = re.compile(
    r"(?P<required>[0-9]{2,5}) (?:[a-z-]{2,16} ){0,3}?(?:patients|participants|subjects|women|cases)[^.;]{0,40}?"
    r"(?:required|needed|necessary)"
)
_POWER_OF_TEST = re.compile(
    r"power (?:of|was|at|to be)? ?(?P<one>[0-9]{2}(?:\.[0-9])?) ?%|(?P<other>[0-9]{2}) ?% power"
)
_SIGNIFICANCE = re.compile(
    r"(?:significance(?: level)?|alpha|type i error(?: rate)?)(?: level)?(?: of| was| =| at)? ?"
    r"(?P<level>[0-9]{1,2}|0?\.[0-9]{1,4})(?P<percent> ?%)?"
)
_NULL = re.compile(
    r"(?:historical|null|reference|control)[^.;%]{0,60}?(?:of|rate|=|was) ?(?P<null>[0-9]{1,2}(?:\.[0-9])?) ?%"
)
_DIFFERENCE = re.compile(
    r"(?P<one>[0-9]{1,2}(?:\.[0-9])?) ?% absolute|"
    r"absolute (?:improvement|increase|difference)s? of (?P<other>[0-9]{1,2}) ?%"
)
_DROPOUT = re.compile(r"(?P<dropout>[0-9]{1,2}) ?% (?:drop-?out|loss|attrition|lost|withdraw)")
_PLANNED = re.compile(
    r"(?:planned|total|final)[^.;0-9]{0,40}(?:sample size|enrol)[^.;0-9]{0,20}(?P<planned>[0-9]{2,5})"
)


def find(page: Page, drafts: Drafts, known: Sequence[Arm]) -> None:
    """Add the claims about design."""
    for found in _REGISTERED.finditer(page.norm) if "NCT" in page.norm else ():
        number = found.group().replace(" ", "")
        drafts.add(Registry, page.sentence(found.start()), [_span(found)], number=number)
    for sentence in page.sentences:
        low = sentence.low
        if "random" in low and ":" in low and len(known) >= 2:
            _allocation(sentence, drafts, known)
        if "d" in low and _FIRST_DAY.search(low):
            _regimens(sentence, drafts)
        if "10" in low:
            _powers(sentence, drafts)
    _sample_size(page, drafts)


def _span(found: re.Match[str], group: str | int = 0) -> Span:
    return Span(found.start(group), found.end(group))


def _allocation(sentence: Sentence, drafts: Drafts, known: Sequence[Arm]) -> None:
    found = _RATIO.search(sentence.page.low, sentence.start, sentence.end)
    if not found:
        return
    ratio = re.findall(r"[1-9]", found["ratio"])
    if len(ratio) != len(known) or len(set(ratio)) != 1:
        # Which arm an unequal ratio names first, the order of the sizes need not tell.
        return
    drafts.add(
        Allocation,
        sentence,
        [_span(found, "ratio"), *(arm.size.token for arm in known)],
        ratio=tuple(Count(part) for part in ratio),
        sizes=tuple(Count(str(arm.size.value)) for arm in known),
    )


def _regimens(sentence: Sentence, drafts: Drafts) -> None:
    """A course whose doses change from day to day, the first on day 1."""
    for course in _COURSE.finditer(sentence.page.low, sentence.start, sentence.end):
        doses = list(_ONE_DOSE.finditer(sentence.page.low, course.start(), course.end()))
        if len(doses) < 2 or doses[0]["first"] != "1" or not any(dose["last"] for dose in doses):
            continue
        segments = tuple(
            Segment(first=Count(dose["first"]), last=Count(dose["last"] or dose["first"]), dose=Reported(dose["dose"]))
            for dose in doses
        )
        gaps = [later.first.value - earlier.last.value for earlier, later in itertools.pairwise(segments)]
        if not all(0 <= gap <= 2 for gap in gaps):
            # Single days far apart: a schedule with pauses, not a course of every day.
            continue
        drafts.add(Regimen, sentence, [_span(course)], segments=segments)


def _powers(sentence: Sentence, drafts: Drafts) -> None:
    """Powers of ten whose exponent came down to the line."""
    norm = sentence.page.low
    for pattern, sign in ((_POWER, ""), (_SENSITIVITY, "-")):
        for found in pattern.finditer(norm, sentence.start, sentence.end):
            begin = found.start("mantissa") if sign == "" else found.start("lost")
            end = found.end("lost")
            drafts.add(
                PowerOfTen,
                sentence,
                [Span(begin, end)],
                printed=sentence.page.text[begin:end],
                exponent=sign + found["exponent"],
            )


def _sample_size(page: Page, drafts: Drafts) -> None:
    """The sample size calculation of a single-arm trial, where one paragraph prints all of it."""
    paragraphs: dict[int, Span] = {}
    for sentence in page.sentences:
        if "power" in sentence.low and sentence.paragraph not in paragraphs:
            paragraphs[sentence.paragraph] = sentence.block.span
    for span in list(paragraphs.values())[:20]:
        found: dict[str, re.Match[str]] = {}
        end = min(span.end, span.start + 4000)
        for name, pattern in _PARTS.items():
            match = pattern.search(page.low, span.start, end)
            if match:
                found[name] = match
        _planned(page, drafts, found)


_PARTS = {
    "required": _REQUIRED,
    "power": _POWER_OF_TEST,
    "significance": _SIGNIFICANCE,
    "null": _NULL,
    "difference": _DIFFERENCE,
    "dropout": _DROPOUT,
    "planned": _PLANNED,
}


def _planned(page: Page, drafts: Drafts, found: dict[str, re.Match[str]]) -> None:
    if "required" not in found:
        return
    sentence = page.sentence(found["required"].start())
    required = Count(found["required"]["required"])
    if {"power", "null", "difference"} <= found.keys():
        difference, power = found["difference"], found["power"]
        significance = found.get("significance")
        level = "5"
        if significance:
            level = significance["level"].rstrip(".")
            level = level if significance["percent"] else f"{float(level) * 100:g}"
        figures = [_span(found["null"], "null"), _span(difference), _span(power), _span(found["required"], "required")]
        drafts.add(
            SampleSize,
            sentence,
            figures,
            null=Reported(found["null"]["null"]),
            difference=Reported(difference["one"] or difference["other"]),
            significance=Reported(level),
            power=Reported(power["one"] or power["other"]),
            required=required,
        )
    if {"dropout", "planned"} <= found.keys():
        drafts.add(
            SampleSize,
            sentence,
            [_span(found["required"], "required"), _span(found["dropout"]), _span(found["planned"], "planned")],
            required=required,
            dropout=Reported(found["dropout"]["dropout"]),
            planned=Count(found["planned"]["planned"]),
        )
