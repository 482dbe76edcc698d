"""Why a sentence was read as it was: its figures and of whom they are, the readings that fit or not, its claims."""

from collections.abc import Iterator

from tabulate import tabulate

from checker.document import Document
from checker.extraction import of_page
from checker.extraction.grammar import Match
from checker.extraction.people import Figure as Counted
from checker.extraction.people import People
from checker.extraction.people.alone import alone
from checker.extraction.people.resolving import described
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence

_LONGEST = 300


def trace(document: Document, about: str = "") -> str:
    """What was made of each sentence of a document that has some words in it, as text.

    Args:
        document: the paper, or one sentence.
        about: words of the sentences to trace; every sentence with a number where empty.
    """
    page = Page(document)
    page.log = []
    of_page(page)
    wanted = " ".join(about.lower().split())
    chosen = [each for each in page.sentences if wanted in " ".join(each.low.split()) and (each.tokens or each.others)]
    if not chosen:
        return f"no sentence with a number has the words {about!r}" if about else "no sentence has a number"
    return "\n\n".join("\n".join(_sentence(page, sentence)) for sentence in chosen)


def _sentence(page: Page, sentence: Sentence) -> Iterator[str]:
    text = " ".join(page.text[sentence.start : sentence.end].split())
    yield text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    sections = (
        ("figures", [(figure.value.literal, _parts(figure)) for figure in sentence.printed.figures]),
        ("numbers that are no data", [(token.literal, token.reason or token.kind) for token in sentence.others]),
        ("people", list(_people(page, sentence))),
        ("readings", list(_matches(page, sentence))),
        ("claims", list(_proposals(page, sentence))),
    )
    for name, rows in sections:
        if rows:
            yield f"\n  {name}"
            table = tabulate(rows, tablefmt="plain", disable_numparse=True)
            yield "\n".join(f"    {line.rstrip()}" for line in table.splitlines())


def _parts(figure: Figure) -> str:
    named = (("count", figure.count), ("total", figure.total), ("spread", figure.spread), ("p", figure.p))
    parts = [f"{name} {token.literal}" for name, token in named if token is not None]
    parts += [f"{each.name or 'limits'} {each.lower.literal} to {each.upper.literal}" for each in figure.limits]
    return ", ".join(parts)


def _people(page: Page, sentence: Sentence) -> Iterator[tuple[str, str, str, str]]:
    """Of whom each figure of people is: the population, how sure that is, and why."""
    people = page.once(People)
    without = [people.figure(sentence, None, token) for token in alone(people, sentence)]
    for figure in sorted([*people.of(sentence), *without], key=lambda figure: figure.key):
        printed = " ".join(token.literal for token in (figure.count, figure.percent) if token is not None)
        yield printed, *_of_whom(people, figure)


def _of_whom(people: People, figure: Counted) -> tuple[str, str, str]:
    found, share = people.resolve(figure), people.share(figure.percent)
    if found is None:
        return "nobody", "", "no words name them, and no size tells"
    reasons = [found.why]
    if not found.agrees:
        reasons.append(f"{found.group.size} do not make the percentage")
    if found.alternatives:
        reasons.append(f"or of {' or '.join(str(other.size) for other in found.alternatives)}")
    if share is None or (share.total is None and share.group is None):
        reasons.append("no claim rests on that")
    return described(found.group), str(share.certainty if share is not None else found.certainty), "; ".join(reasons)


def _matches(page: Page, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    for what, reason in page.log or ():
        if isinstance(what, Match) and what.outline.norm is page.norm and _inside(what, sentence):
            roles = ", ".join(
                f"{role} {' '.join(token.literal for token in held)}" for role, held in what.roles.items()
            )
            doubt = f"; in doubt: {what.doubt}" if what.doubt else ""
            yield what.reading.name, roles, f"set aside: {reason}" if reason else f"fits{doubt}"


def _inside(match: Match, sentence: Sentence) -> bool:
    return bool(match.tokens) and sentence.start <= match.tokens[0].start < sentence.end


def _proposals(page: Page, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    for what, reason in page.log or ():
        if isinstance(what, Proposal) and what.within is sentence:
            kind = str(what.kind.__struct_config__.tag)
            figures = ", ".join(page.text[figure.start : figure.end] for figure in what.figures)
            of = what.fields.get("of")
            why = f"{what.certainty}: {what.why}" + (f" (of {of})" if of else "")
            yield kind, figures, f"set aside: {reason}" if reason else why
