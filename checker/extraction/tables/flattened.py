"""Tables flattened by a PDF converter: rows of cells in reading order, labels and cells broken over lines.

The row of sizes (``Patients number 33 37 38 14 18``) says how many columns there are; a row whose shares and
placeholders are exactly as many, ending with a line, belongs to the columns one by one. Columns headed by an
author and a reference number also give the populations of sentences that cite that reference.
"""

import bisect
import itertools
import re
from collections.abc import Iterator

import msgspec

from checker.document import Span
from checker.extraction.arithmetic import possible
from checker.extraction.drafts import count, reported
from checker.extraction.grids import grid
from checker.extraction.grids.grid import population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import named
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page, Sentence
from checker.extraction.times import TIME, only_time, time_before
from checker.kinds import Claim, Proportion, SurvivalInterval
from checker.model import Certainty, Reported

# The names of its claims, of whose figures no one shape tells.
_SHARE = "share of a flattened table"
_RATE = "rate of a flattened table"
# Of the sizes of larger groups, many always make a percentage.
_MOST_SIZES = 10_000
MAKES = (_SHARE, _RATE)

_CAPTION = re.compile(r"(?m)^[ ]{0,4}table (?P<number>[0-9ivx]{1,3})\b")
_LONGEST = 6000
_SIZES = re.compile(
    r"(?:patients?\s{1,2}number|(?:number|no\.?)\s{1,2}of\s{1,2}(?:patients|participants|subjects|cases)|sample\s{1,2}size|"
    r"(?<![a-z])patients(?:,?\s{1,2}n)?|(?<![a-z])n)[:.]?\s{1,3}"
    r"(?P<sizes>[0-9]{1,5}(?: [0-9]{1,5}){1,11})(?=\s{0,2}\n)"
)
_HEAD = re.compile(r"(?P<name>[A-Z][A-Za-z'-]{1,30}(?:-\s{0,2}[A-Za-z]{1,20}){0,2})\s{1,3}\[(?P<number>[0-9]{1,3})\]")
# A share, with what names it in front; or a cell without one.
_ITEM = re.compile(
    r"(?P<empty>\b(?:n/a|na|nr|nd|none|no|not reported|not available)\b|(?<![\w–-])[–—-](?![\w]))"
    r"|(?P<count>[0-9]{1,5})\s{0,2}\(\s?(?P<of>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%?\s?\)"
    r"|(?P<mark>[<>≤≥]\s?)?(?P<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%"
    r"|(?P<bare>(?<=cr/cri )[0-9]{1,3}\.[0-9]{1,2})(?![0-9%])"
)
_ROW = re.compile(r"(?m)^[ ]{0,4}(?=[A-Z])")
_TIMED = re.compile(r"surviv|\bos\b|\befs\b|\bpfs\b|\bdfs\b|\brfs\b|year|month|median|mean|incidence|age")
# Numbers other than shares make a row that cannot be read cell by cell.
_DIGIT = re.compile(r"[0-9]")
_GRADE = re.compile(r"(?:grade )?≥ 3|grade 3")
_RESPONDERS = re.compile(r"who |among|evaluable|respon(?:ders|ding)|subgroup|in those")
_SUBGROUP = re.compile(
    r"who |among|evaluable|respon(?:ders|ding)|subgroup|in those|incidence|surviv|\bos\b|\befs\b|median|year"
)
_EVALUABLE = re.compile(r"\s{0,2}(?:of|in|among) (?:the )?(?:evaluable|assessable)\b")


class Column(grid.Column):
    """A column whose head may be a reference."""

    reference: int | None = None


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share in a flattened table, and in sentences that cite one of its columns."""
    if "table" not in page.low:
        return
    # Line ends matter here, and are spaces in the plain forms.
    ends = itertools.accumulate((len(line) + 1 for line in page.text.split("\n")), initial=0)
    low = "\n".join(page.low[start : end - 1] for start, end in itertools.pairwise(ends))
    captions = [found.start() for found in _CAPTION.finditer(low)]
    cited: dict[int, list[Column]] = {}
    read: set[int] = set()
    for start, following in itertools.zip_longest(captions, captions[1:], fillvalue=len(low)):
        end = min(following, start + _LONGEST)
        behind = bisect.bisect_right(page.document.tables, start, key=lambda table: table.span.end)
        sizes = _SIZES.search(low, start, end)
        if not sizes or any(table.span.start < end for table in page.document.tables[behind : behind + 1]):
            continue
        columns = _columns(page, start, sizes)
        for column in columns:
            if column.reference is not None:
                cited.setdefault(column.reference, []).append(column)
        for proposal in _rows(page, low, columns, sizes.end(), end):
            read.update(figure.start for figure in proposal.figures)
            yield proposal
    if cited:
        yield from _cited(page, {number: found[0] for number, found in cited.items() if len(found) == 1}, read)


def _columns(page: Page, start: int, sizes: re.Match[str]) -> list[Column]:
    heads = list(_HEAD.finditer(page.text, start, sizes.start()))
    numbers = list(re.finditer(r"[0-9]+", sizes["sizes"]))
    headed = len(heads) == len(numbers)
    offset = sizes.start("sizes")
    return [
        Column(
            int(number.group()),
            re.sub(r"-\s+", "-", heads[index]["name"]) if headed else f"column {index + 1}",
            Span(offset + number.start(), offset + number.end()),
            reference=int(heads[index]["number"]) if headed else None,
        )
        for index, number in enumerate(numbers)
    ]


def _rows(page: Page, low: str, columns: list[Column], start: int, end: int) -> Iterator[Proposal]:
    """The shares of every row of as many cells as there are columns."""
    position = start
    for row in _ROW.finditer(page.text, start, end):
        if row.end() < position:
            continue
        cells, last = _cells(low, row.end(), end, len(columns))
        if len(cells) != len(columns):
            continue
        label = low[row.end() : cells[0][0].start()].replace("\n", " ")
        for column, items in zip(columns, cells, strict=True):
            for item in items:
                words = f"{label} {low[max(row.end(), item.start() - 24) : item.start()]}"
                found = page.within(item.start(), item.end())
                tokens = [token for token in found if token.reason in (None, "level")]
                if item["empty"] or _TIMED.search(words) or not tokens or any(t.comparator != "=" for t in tokens):
                    continue
                yield _share(page, column, tokens[-1], tokens[0] if item["count"] and len(tokens) == 2 else None)
        position = last


def _cells(low: str, start: int, end: int, width: int) -> tuple[list[list[re.Match[str]]], int]:
    """The cells of a row: shares joined by a comma are of one cell. Empty where the row cannot be read so."""
    cells: list[list[re.Match[str]]] = []
    position = start
    for item in _ITEM.finditer(low, start, end):
        between = low[position : item.start()]
        joined = bool(cells) and between.lstrip(" ").startswith(",") and not item["empty"]
        if len(cells) == width and not joined:
            break
        if _DIGIT.search(_GRADE.sub("", between)):
            return [], start
        if joined:
            cells[-1].append(item)
        else:
            cells.append([item])
        position = item.end()
    following = low[position : position + 3].strip(" .")
    if len(cells) != width or (following and not following.startswith("\n")):
        return [], start
    return cells, position


def _share(page: Page, column: Column, percent: Token, number: Token | None = None, assumed: str = "") -> Proposal:
    """A share of a column; ``assumed``: why its size is taken to be that."""
    of, populations = population(page, column)
    if assumed:
        populations = {of: msgspec.structs.replace(populations[of], assumed=assumed)}
    return Proposal(
        kind=Proportion,
        within=None,
        figures=(percent,) if number is None else (number, percent),
        own=(percent,),
        fields={
            "label": column.name.removesuffix("-evaluable"),
            "count": count(number),
            "of": of,
            "percent": reported(percent),
        },
        certainty=Certainty.NAMED,
        why=f"counted in {of}",
        reading=_SHARE,
        people="column",
        populations=populations,
    )


def _cited(page: Page, columns: dict[int, Column], read: set[int]) -> Iterator[Proposal]:
    """Shares in sentences before a citation of one study that a table gives the size of."""
    pending: list[tuple[Sentence, Token]] = []
    rates: dict[tuple[str, str | None], Column] = {}
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            pending, paragraph = [], sentence.paragraph
        citations = [token for token in sentence.others if token.reason == "citation"]
        limit = citations[0].start if citations else sentence.end
        figures = sentence.printed.figures
        bare = [figure.value for figure in figures if figure.value.percent and figure.count is None]
        pending += [(sentence, token) for token in bare if token.start < limit and token.start not in read]
        if not citations:
            continue
        numbers = re.findall(r"[0-9]+", citations[0].literal)
        if len(numbers) == 1 and (column := columns.get(int(numbers[0]))) is not None:
            for within, token in pending:
                found = _of_column(page, within, token, column)
                if found is not None:
                    read.add(token.start)
                    yield found
                    if found.kind is SurvivalInterval:
                        rates[token.canonical, time_before(page, token)] = column
        pending = []
    for token in page.tokens if rates else ():
        # The same rates in the table itself, where they stand among numbers of other kinds.
        column = rates.get((token.canonical, time_before(page, token))) if token.percent else None
        if column is not None and token.start not in read and (again := _rate(page, token, column)) is not None:
            yield again


def _of_column(page: Page, sentence: Sentence, token: Token, column: Column) -> Proposal | None:
    """A percentage of the study that a sentence cites: a rate, a share of all, or of those who could be evaluated."""
    words = page.low[max(sentence.start, token.start - 80) : min(sentence.end, token.end + 50)]
    if not _RESPONDERS.search(words) and (rate := _rate(page, token, column)) is not None:
        return rate
    if token.comparator != "=":
        return None
    if not _SUBGROUP.search(words):
        return _share(page, column, token)
    if _EVALUABLE.match(page.low, token.end):
        # Of an unprinted number of evaluable patients, where only one number up to the column's size tells it.
        sizes = [size for size in range(1, min(column.size, _MOST_SIZES) + 1) if possible(token, size)]
        if len(sizes) == 1 and sizes[0] != column.size:
            part = Column(sizes[0], f"{column.name}-evaluable", Span(token.start, token.end))
            assumed = f"the only number up to {column.size} of which a count makes {token.literal}"
            return _share(page, part, token, assumed=assumed)
    return None


def _rate(page: Page, token: Token, column: Column) -> Proposal | None:
    """Survival or incidence at a time, if the words in front say so."""
    sentence = page.sentence(token.start)
    words = page.low[max(sentence.start if sentence is not None else 0, token.start - 80) : token.start]
    quantities = {meaning.quantity for meaning in named(words)} & {Quantity.SURVIVAL, Quantity.INCIDENCE}
    times = list(TIME.finditer(words))
    if not quantities or not times or "median" in words[times[-1].start() :]:
        return None
    of, populations = population(page, column)
    time = only_time(words)
    kind: type[Claim] = SurvivalInterval
    return Proposal(
        kind=kind,
        within=sentence,
        figures=(token,),
        own=(token,),
        fields={
            "quantity": "cumulative-incidence" if Quantity.INCIDENCE in quantities else "survival",
            "estimate": reported(token), "time": Reported(time) if time else None, "of": of,
        },
        certainty=Certainty.NAMED,
        why=f"counted in {of}",
        reading=_RATE,
        people="column",
        populations=populations,
    )  # fmt: skip
