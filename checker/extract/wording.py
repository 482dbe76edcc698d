"""Words that state a share, a rank or a result of a test, and the figures right beside them."""

import re
from typing import Any

from checker.document import Span
from checker.extract import phrases
from checker.extract.curves.times import TIME, months
from checker.extract.drafts import Drafts, count, reported
from checker.extract.intervals import is_p
from checker.extract.sentences import Page, Sentence
from checker.kinds import Quantifier, Significance, SurvivalInterval
from checker.model import Reported

_QUANTIFIER = re.compile(
    rf"""\b(?:
      (?P<majority> majority ) | (?P<minority> minority )
    | (?P<more> more[ ]than[ ](?:one-)?half | over[ ]half ) | (?P<less> (?:less|fewer)[ ]than[ ](?:one-)?half )
    | (?P<most> most[ ](?:of[ ](?:the[ ]|these[ ]|our[ ])?)?(?:{phrases.NOUNS}) )
    )\b(?P<words>[^0-9.;:()]{{0,70}})\([ ]?(?:n[ ]?=[ ]?)?$""",
    re.VERBOSE,
)
_WORDS = {"majority": "majority", "minority": "minority", "most": "most"}
_SIGNIFICANT = re.compile(r"significan(?:t|ce|tly)")
# What turns a word about significance round, or makes it one about something else.
_NEGATED = re.compile(
    r"\b(?:no|not|non|nor|neither|without|never|lack|failed|fail|none|in)\b|n't|insignifican|nonsignifican|non-significan"
)
_OTHER_SENSE = re.compile(
    r"clinical|borderline|marginal|nearly|almost|approach|trend|tend|toward|level|threshold|"
    r"statistical(?:ly)? significance (?:was|is)|interaction|"
    # What an author calls significant, not what was.
    r"defined|considered|regarded|accepted|attained|understood|assumed|deemed|judged|taken (?:as|to)|set (?:at|to)|"
    r"will be|\b(?:if|when) (?:the )?p\b|"
    r"did not(?! (?:differ|vary|change)\b)|except|but|although|"
    r"however|while|whereas|only|bonferroni|correct"
)
# ``(p = 0.04 for age)``: a p of one part of what the words speak of.
_OF_ONE = re.compile(r" ?(?:for|in|among) (?!(?:the|both|all|each|every) )")
_NOT_REACHED = re.compile(
    r"(?P<rate>(?:[0-9]{1,2}|one|two|three|five)[- ](?:year|month)s? (?:[a-z-]{2,20} ){0,3}survival(?: rates?)?)"
    r"(?P<words>(?:[^.;]|\.(?=[0-9])){0,120}?)"
    r"\b(?:was|were|had|has|is)(?: been)? (?:not|never)(?: yet)?(?: been)? reached"
)


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every such word whose figure stands right beside it."""
    for sentence in page.sentences:
        low = sentence.low
        if "major" in low or "minor" in low or "half" in low or "most " in low:
            _quantifiers(sentence, drafts)
        if "significan" in low:
            _significance(sentence, drafts)
        if "reached" in low:
            _not_reached(sentence, drafts)


def _quantifiers(sentence: Sentence, drafts: Drafts) -> None:
    for index, token in enumerate(sentence.tokens):
        start = max(sentence.start, sentence.tokens[index - 1].end if index else 0, token.start - 120)
        found = _QUANTIFIER.search(sentence.page.low, start, token.start)
        if not found:
            continue
        if re.match(r" ?%? ?\) ?(?:,|or|and) ", sentence.after(token, 12)):
            # ``most took A (34%) or B (25%)``: the share is a sum.
            continue
        if found["more"] or found["less"]:
            word = "more-than" if found["more"] else "less-than"
        else:
            word = next(_WORDS[name] for name in _WORDS if found[name])
        share = Reported("50") if word in ("more-than", "less-than") else None
        if token.percent and token.comparator == "=":
            figures: dict[str, Any] = {"percent": reported(token)}
        elif index + 1 < len(sentence.tokens) and token.countable:
            other = sentence.tokens[index + 1]
            if not other.countable or not phrases.OF_GAP.fullmatch(sentence.gap(index)):
                continue
            figures = {"count": count(token), "total": count(other)}
        else:
            continue
        drafts.add(Quantifier, sentence, [token], word=word, share=share, **figures)


def _significance(sentence: Sentence, drafts: Drafts) -> None:
    """One word about significance and one p-value in a sentence: they speak of each other."""
    low = sentence.low
    words = list(_SIGNIFICANT.finditer(low))
    if len(words) != 1 or _OTHER_SENSE.search(low):
        return
    values = [token for token in sentence.tokens if is_p(sentence, token)]
    if len(values) != 1:
        return
    p = values[0]
    word = words[0]
    if p.start - sentence.start < word.start() or p.start - sentence.start - word.end() > 160:
        return
    before = low[max(0, word.start() - 60) : word.start()]
    if re.search(r"[,;] ?(?:and|or|with)\b", low[word.end() : p.start - sentence.start]):
        return
    negated = _NEGATED.search(before) or low[: word.start()].endswith(("in", "non", "non-"))
    if negated and not re.search(r"\b(?:no|not|non|without|nor)(?: [a-z]+){0,2} (?:statistically )?$", before):
        return
    if p.value == 0.05 and p.comparator == "=":
        return
    if _OF_ONE.match(sentence.after(p, 30)):
        return
    drafts.add(
        Significance,
        sentence,
        [Span(sentence.start + word.start(), sentence.start + word.end()), p],
        wording="not-significant" if negated else "significant",
        p=reported(p),
    )


def _not_reached(sentence: Sentence, drafts: Drafts) -> None:
    """A rate at a time that was ``not reached``."""
    for found in _NOT_REACHED.finditer(sentence.low):
        if "median" in found["words"] or "median" in sentence.low[max(0, found.start() - 20) : found.start()]:
            continue
        time = TIME.search(found["rate"])
        start = sentence.start + found.start("rate")
        end = sentence.start + found.end()
        drafts.add(
            SurvivalInterval,
            sentence,
            [Span(start, sentence.start + found.end("rate")), Span(end - len("reached"), end)],
            reached=False,
            time=Reported(months(time)) if time else None,
        )
