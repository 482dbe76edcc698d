"""Tables flattened by a PDF converter: rows of cells in reading order, labels and cells broken over lines.

The row of sizes (``Patients number 33 37 38 14 18``) says how many columns there are; a row whose shares and
placeholders are exactly as many, ending with a line, belongs to the columns one by one. Columns headed by an
author and a reference number also give the populations of sentences that cite that reference.
"""

import bisect
import itertools
import re

import msgspec

from checker.document import Span
from checker.extract.arithmetic import chance, possible
from checker.extract.curves.rates import add_rate
from checker.extract.curves.times import time_before
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.sentences import Page
from checker.extract.tables import grid
from checker.extract.tables.grid import declare
from checker.kinds import Proportion

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
_SUBGROUP = re.compile(
    r"who |among|evaluable|respon(?:ders|ding)|subgroup|in those|incidence|surviv|\bos\b|\befs\b|median|year"
)


_EVALUABLE = re.compile(r"\s{0,2}(?:of|in|among) (?:the )?(?:evaluable|assessable)\b")
_RESPONDERS = re.compile(r"who |among|evaluable|respon(?:ders|ding)|subgroup|in those")


class Column(grid.Column):
    """A column whose head may be a reference."""

    reference: int | None = None


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every share in a flattened table, and in sentences that cite one of its columns."""
    if "table" not in page.low:
        return
    # Line ends matter here, and are spaces in the plain forms.
    ends = itertools.accumulate((len(line) + 1 for line in page.text.split("\n")), initial=0)
    low = "\n".join(page.low[start : end - 1] for start, end in itertools.pairwise(ends))
    captions = [found.start() for found in _CAPTION.finditer(low)]
    cited: dict[int, list[Column]] = {}
    for at, start in enumerate(captions):
        end = min(captions[at + 1] if at + 1 < len(captions) else len(low), start + _LONGEST)
        behind = bisect.bisect_right(page.document.tables, start, key=lambda table: table.span.end)
        if any(table.span.start < end for table in page.document.tables[behind : behind + 1]):
            continue
        sizes = _SIZES.search(low, start, end)
        if not sizes:
            continue
        columns = _columns(page, start, sizes)
        for column in columns:
            if column.reference is not None:
                cited.setdefault(column.reference, []).append(column)
        _rows(page, drafts, low, columns, sizes.end(), end)
    if cited:
        _cited(page, drafts, cited)


def _columns(page: Page, start: int, sizes: re.Match[str]) -> list[Column]:
    heads = list(_HEAD.finditer(page.text, start, sizes.start()))
    numbers = list(re.finditer(r"[0-9]+", sizes["sizes"]))
    named = len(heads) == len(numbers)
    offset = sizes.start("sizes")
    return [
        Column(
            int(number.group()),
            re.sub(r"-\s+", "-", heads[index]["name"]) if named else f"column {index + 1}",
            Span(offset + number.start(), offset + number.end()),
            int(heads[index]["number"]) if named else None,
        )
        for index, number in enumerate(numbers)
    ]


def _rows(page: Page, drafts: Drafts, low: str, columns: list[Column], start: int, end: int) -> None:
    """Take every row of as many cells as there are columns."""
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
                if item.lastgroup != "empty" and not item["empty"] and not _TIMED.search(words):
                    _add(page, drafts, column, item)
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
        if _DIGIT.search(between.replace("grade ≥ 3", "").replace("grade 3", "").replace("≥ 3", "")):
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


def _add(page: Page, drafts: Drafts, column: Column, item: re.Match[str]) -> None:
    found = page.within(item.start(), item.end())
    tokens = [token for token in found if token.reason in (None, "level")]
    if (
        not tokens
        or any(token.comparator != "=" for token in tokens)
        or any(token.start in page.used for token in tokens)
    ):
        return
    number = tokens[0] if item["count"] and len(tokens) == 2 else None
    _claim(page, drafts, column, number, tokens[-1])


def _claim(page: Page, drafts: Drafts, column: Column, number: Token | None, percent: Token) -> None:
    page.used.update(token.start for token in (number, percent) if token is not None)
    drafts.add(
        Proportion,
        None,
        [token for token in (number, percent) if token is not None],
        label=column.name,
        count=count(number),
        of=declare(page, drafts, column),
        percent=reported(percent),
    )


def _cited(page: Page, drafts: Drafts, cited: dict[int, list[Column]]) -> None:
    """Shares in sentences before a citation of one study that a table gives the size of."""
    pending: list[tuple[str, Token]] = []
    rates: list[tuple[Token, str]] = []
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            pending, paragraph = [], sentence.paragraph
        citations = [token for token in sentence.others if token.reason == "citation"]
        limit = citations[0].start if citations else sentence.end
        for token in sentence.tokens:
            if token.percent and token.start < limit and token.start not in page.used:
                words = sentence.page.low[max(sentence.start, token.start - 80) : min(sentence.end, token.end + 50)]
                pending.append((words, token))
        if not citations:
            continue
        numbers = re.findall(r"[0-9]+", citations[0].literal)
        if len(numbers) == 1 and len(cited.get(int(numbers[0]), [])) == 1:
            [column] = cited[int(numbers[0])]
            for words, token in pending:
                name = declare(page, drafts, column)
                if not _RESPONDERS.search(words) and add_rate(drafts, page.sentence(token.start), page, token, name):
                    rates.append((token, name))
                    continue
                if not _SUBGROUP.search(words) and token.comparator == "=" and _tells(token, column.size):
                    _claim(page, drafts, column, None, token)
                elif _EVALUABLE.match(page.low, token.end) and token.comparator == "=":
                    _of_evaluable(page, drafts, column, token)
        pending = []
    _again(page, drafts, rates)


def _of_evaluable(page: Page, drafts: Drafts, column: Column, percent: Token) -> None:
    """A share of an unprinted number of evaluable patients, where only one number up to the column's size tells it."""
    sizes = [size for size in range(1, column.size + 1) if possible(percent, size)]
    if len(sizes) != 1 or sizes[0] == column.size:
        return
    name = declare(page, drafts, Column(sizes[0], f"{column.name}-evaluable", Span(percent.start, percent.end)))
    drafts.populations[name] = msgspec.structs.replace(
        drafts.populations[name],
        assumed=f"the only number up to {column.size} of which a count makes {percent.literal}",
    )
    page.used.add(percent.start)
    drafts.add(Proportion, None, [percent], label=column.name, of=name, percent=reported(percent))


def _again(page: Page, drafts: Drafts, rates: list[tuple[Token, str]]) -> None:
    """The same rates in the table itself, where they stand among numbers of other kinds."""
    known = {(token.canonical, time_before(page, token)): name for token, name in rates}
    for token in page.tokens:
        if token.percent and token.start not in page.used:
            name = known.get((token.canonical, time_before(page, token)))
            if name is not None:
                add_rate(drafts, page.sentence(token.start), page, token, name)


def _tells(token: Token, size: int) -> bool:
    """Whether the size leaves so few percentages possible that a misfit means something."""
    return possible(token, size) or chance(token, size) <= 0.34
