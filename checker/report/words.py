"""What is said of findings to people: headings, the arithmetic as sentences, explanations, edits.

Every report takes its words from here, so that none accuses and all agree.
"""

import re
from collections.abc import Iterable

from checker.finding import UNMET, Finding, Result
from checker.habits import habits as found_habits
from checker.kinds import Proportion
from checker.model import Certainty, Severity, Verdict
from checker.paper import MOST_CLAIMS
from checker.rounding import Shortening, interval

HABITS = "How its figures are made"
NOTES = "How it was read"
TITLES = {
    "discrepant": "Cannot be right",
    "query": "Worth asking the authors",
    "explained": "Right only under an assumption",
    "unverifiable": "Could not be checked",
    "accepted": "Looked at and accepted",
    "consistent": "Checked and held",
}
NAMES = {
    "discrepant": "cannot be right",
    "query": "worth asking the authors",
    "explained": "right under an assumption",
    "unverifiable": "could not be checked",
    "accepted": "accepted",
    "consistent": "held",
}
SEVERITY = {
    Severity.DECISION: "changes a conclusion: the other side of the threshold or of no effect",
    Severity.MAJOR: "by more than one unit of the last printed digit",
    Severity.MINOR: "by one unit of the last printed digit",
}
# What the lexer's reasons for a number to be no data mean to a reader.
REASONS = {
    "age": "age that defines a group",
    "beyond": "larger or finer than any figure of a paper",
    "compound": "part of a compound word",
    "duration": "length of time",
    "figure number": "number of a figure or table",
    "label": "grade, arm or other label",
    "level": "confidence level",
    "name": "part of a name",
    "reference": "superscript reference",
    "section number": "number of a section",
    "version": "version of software",
    "wording": "turn of phrase",
}
CERTAINTY = {
    Certainty.STATED: "stated to belong together",
    Certainty.PRINTED: "printed together",
    Certainty.NAMED: "brought together by words that name them",
    Certainty.IMPLIED: "the only ones possible",
    Certainty.GUESSED: "chosen among several",
}
SHORTENINGS = {
    Shortening.TRUNCATED: "the digits were cut off instead of rounded",
    Shortening.ROUNDED_TWICE: "the figure was rounded twice",
    Shortening.ROUNDED_UP: "the figure was rounded up",
}
_FRACTION = re.compile(r"^([\w-]+)/(\d+) = ")
_LITERAL = re.compile(r"`{1,2}([^`]+)`{1,2}")
_FIELDS = {"percent": "percentage", "total": "denominator", "lower": "lower limit", "upper": "upper limit"}
_EQUALS = re.compile(r"(?<=[a-z])=(?=\d)")
_MOST_POPULATIONS = 3


def sentences(clauses: Iterable[str]) -> list[str]:
    """The clauses of a finding's message, each as a sentence.

    >>> sentences(["10/55 = 18.2%, not 22%", "22% would be 12/55 or 10 of 45-46"])
    ['10 of 55 is 18.2%, not 22%.', '22% would be 12/55 or 10 of 45-46.']
    """
    return [sentence(_FRACTION.sub(r"\1 of \2 is ", clause)) for clause in clauses]


def sentence(text: str) -> str:
    """The text with a capital in front and a full stop behind.

    >>> sentence("p is below 0.05"), sentence("no count fits")
    ('p is below 0.05.', 'No count fits.')
    """
    # A one-letter word is a symbol (p, t, n), whose case says something.
    capital = text[:1].upper() if text[1:2].islower() or text.startswith("a ") else text[:1]
    return capital + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".")


def arithmetic(finding: Finding) -> str:
    """The arithmetic as sentences; for a figure that cannot be recomputed, what is missing."""
    return " ".join(sentences(finding.said.clauses))


def first_sentence(finding: Finding) -> str:
    """The arithmetic itself, without what follows from it and without a full stop; for a heading."""
    return sentences(finding.said.clauses)[0].rstrip(".")


def further_sentences(finding: Finding) -> str:
    """What follows the first sentence of the arithmetic."""
    return " ".join(sentences(finding.said.clauses)[1:])


def assumption(name: str) -> str:
    """An assumption's name as words.

    >>> assumption("denominator=68 (evaluable)"), assumption("count/total")
    ('denominator 68 (evaluable)', 'count over denominator')
    """
    return _EQUALS.sub(" ", name).replace("count/total", "count over denominator")


def habits(result: Result) -> list[str]:
    """How most figures of the paper are made that tell, a sentence a habit."""
    return [sentence(str(habit)) for habit in found_habits(result.findings)]


def notes(result: Result) -> list[str]:
    """What was assumed in reading it, and what was not read because there is more of it than papers have."""
    return [*result.notes, *filter(None, [_left_out(result)])]


def _left_out(result: Result) -> str:
    if result.document is None:
        return ""
    unread = list(result.document.left_out)
    if result.paper is not None and len(result.paper.claims) >= MOST_CLAIMS:
        unread.append(f"what is claimed behind the first {MOST_CLAIMS:,} claims")
    return f"Not read, as there is more of it than papers have: {'; '.join(unread)}." if unread else ""


def explanations(result: Result, finding: Finding) -> list[str]:
    """Innocent explanations that fit this finding's own figures."""
    if finding.verdict is Verdict.EXPLAINED and finding.assumption:
        by_shortening = {str(shortening): said for shortening, said in SHORTENINGS.items()}
        if finding.assumption in by_shortening:
            return [sentence(by_shortening[finding.assumption])]
        said = assumption(finding.assumption)
        # The message of most checks names the assumption already.
        return [] if finding.assumption in finding.message else [sentence(f"the figures agree under {said}")]
    if finding.verdict in UNMET:
        return [*_other_denominators(result, finding)]
    return []


def plain(text: str) -> str:
    """Documentation as running text."""
    return " ".join(_LITERAL.sub(r"\1", text).split())


def edits(finding: Finding) -> list[str]:
    """The smallest edits that would make the figures agree.

    Each one alone is enough; none is proposed as the right one.
    """
    found = []
    for edit in finding.suggestions:
        name, _, holder = field_name(edit.field).partition(" of ")
        article = "an" if name[0] in "aeiou" else "a"
        printed = finding.reported.get(edit.field)
        instead = f" instead of {printed}" if printed else ""
        found.append(f"{article} {name} of {edit.value}{instead}{f' in {holder}' if holder else ''}")
    return found


def field_name(field: str) -> str:
    """The name of a claim's field for people: ``parts[1].count`` is the count of part 2.

    >>> field_name("parts[1].count"), field_name("percent")
    ('count of part 2', 'percentage')
    """
    head, _, tail = field.partition(".")
    found = re.fullmatch(r"(\w+?)s?\[(\d+)\]", head)
    holder = f"{found[1]} {int(found[2]) + 1}" if found else head
    name = _FIELDS.get(tail or holder, (tail or holder).replace("_", " "))
    return f"{name} of {holder}" if tail else name


def _other_denominators(result: Result, finding: Finding) -> list[str]:
    """Groups that the paper names and of which the printed count makes the printed percentage."""
    claim = finding.claim
    if not isinstance(claim, Proportion) or claim.count is None or claim.percent is None or result.paper is None:
        return []
    printed = interval(claim.percent)
    own = result.paper.denominator(claim)
    sizes = {
        population.size.value: name
        for name, population in result.paper.populations.items()
        if own is None or population.size.value != own.value
    }
    fitting = [
        f"the paper names a group of {int(size)} ({name.removesuffix(f'-{int(size)}').replace('-', ' ')}): "
        f"{claim.count} of {int(size)} would be {str(claim.percent).removesuffix('%')}%"
        for size, name in sizes.items()
        if size and printed.low <= 100 * claim.count.value / size <= printed.high
    ]
    return [sentence(text) for text in fitting[:_MOST_POPULATIONS]]
