"""A word about significance and the p-value that it is said of."""

import re
from collections.abc import Iterator

from checker.document import Span
from checker.extract.drafts import reported
from checker.extract.grammar import Match, Reading, matches
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page
from checker.kinds import Significance

# Significance that is no result of a test at the usual level, or what an author would call so.
_OTHER_SENSE = re.compile(
    r"clinical|borderline|border(?:ed|ing)|marginal|nearly|almost|approach|trend|tend|toward|level|threshold|"
    r"\bjust |miss|short of|close to|verge|"
    r"statistical(?:ly)? significance (?:was|is)|interaction|bonferroni|correct|"
    r"defined|considered|regarded|accepted|attained|understood|assumed|deemed|judged|taken (?:as|to)|set (?:at|to)|"
    r"will be|\b(?:if|when) (?:the )?p\b"
)
# Clauses of which one may be significant and the other have the p.
_CONTRAST = re.compile(r"did not(?! (?:differ|vary|change)\b)|except|but|although|however|while|whereas|only")
_NEW_CLAUSE = re.compile(r"[,;] ?(?:and|or|with)\b")
_NEGATED = re.compile(r"\b(?:no|not|non|nor|without)[ -](?:[a-z]+ ){0,2}(?:statistically )?$|\bnon$|\bin$")
_NEGATED_SOMEWHERE = re.compile(
    r"\b(?:no|not|non|nor|neither|without|never|lack|failed|fail|none)\b|n't|insignifican|nonsignifican|"
    r"non-significan"
)
_OF_ONE = re.compile(r" ?(?:for|in|among) (?!(?:the|both|all|each|every) )")
# A p without a number.
_UNNUMBERED = re.compile(r"\bp ?=? ?n\.?s\b")
_NEAR = 60


def something_else(match: Match) -> str | None:
    """Why the word and the p may not speak of each other."""
    text = match.outline.text
    if text.count("significan") > 1 or match.outline.types["Q"] > 1 or _UNNUMBERED.search(text):
        return "several words about significance, or several p-values"
    if found := _OTHER_SENSE.search(text):
        return f"{found.group()!r}: another sense of the word"
    if found := _CONTRAST.search(text):
        return f"{found.group()!r}: the p may be of the other clause"
    if _NEW_CLAUSE.search(match.words):
        return "another clause between the word and the p"
    if _OF_ONE.match(match.after(30)):
        return "a p of one part of what the word is said of"
    before = match.before(_NEAR)
    if _NEGATED_SOMEWHERE.search(before) and not _NEGATED.search(before):
        return "what is negated may be something else"
    return None


READINGS = (
    Reading(
        name="significant (p)",
        shape="significan(?:t|ce|tly)[^a-z].{0,159}?<p:Q>",
        reads=(
            "Scores were significantly better with alfa (p = {p 0.20}).",
            "There was no statistically significant difference (p = {p 0.30}).",
        ),
        leaves=(
            "The difference was clinically significant (p = 0.20).",
            "The difference just missed significance (p = 0.07).",
            "Scores were significant, and pain fell slightly (p = 0.20).",
            "Scores did not improve, which was significant (p = 0.40).",
            "Scores were not significantly different (p = NS), in contrast to pain (p = 0.01).",
            "There was no significant difference in scores (p = 0.04 for age).",
            "Fever was significantly rarer (p = 0.01) and cough was not (p = 0.30).",
        ),
        unless=something_else,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for each sentence with one such word and one p-value behind it."""
    for sentence in page.sentences if "significan" in page.low else ():
        if "significan" not in sentence.low:
            continue
        for match in matches(READINGS, sentence.brief):
            p = match.one("p")
            start = page.low.index("significan", sentence.start)
            yield Proposal(
                kind=Significance,
                within=sentence,
                figures=(Span(start, start + len(match.words.split()[0].rstrip(",;("))), p),
                own=(p,),
                fields={
                    "wording": "not-significant" if _NEGATED.search(match.before(_NEAR)) else "significant",
                    "p": reported(p),
                },
                why="the only word about significance and the only p of a sentence",
                reading=match.reading.name,
            )
