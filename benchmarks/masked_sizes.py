"""Of whom a figure is, measured without labels: the N of every printed n/N (p%) is hidden, and asked for.

python benchmarks/masked_sizes.py CORPUS.jsonl ... [--show BINDING] [--bare] [--change] [--flags FLAGS.jsonl]

All N of a text are hidden at once. ``right``: the group found has the size hidden; ``accused``: it has another, and the
figure misfits it (a wrong answer that the figure agrees with does no harm). Coverage is of all figures asked,
and of those whose N the masked text prints somewhere else. ``--bare``: the figures that print no N, and which share of
the answers misfits; papers err in 1 to 4 %, and words whose share is surely above 8 % misread. ``--change``: the
percentage of each figure that is named and agrees is changed, one at a time, and it is asked whether it is still held
against its group. ``--flags``: how figures that an outsider has labelled (TRUE: wrong; FALSE: misread) are resolved.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from checker.extraction.people import Figure, People, Resolution
from checker.extraction.sentences import Page
from checker.read.text import from_text

CERTAINTIES = ("named", "implied", "guessed")
Z = 1.959964
_STEP = 6


def wilson(right: int, number: int) -> str:
    """A share with its Wilson 95 % interval, in percent."""
    if not number:
        return "-"
    share = right / number
    centre = share + Z * Z / (2 * number)
    half = Z * math.sqrt(share * (1 - share) / number + Z * Z / (4 * number * number))
    lower, upper = (centre - half) / (1 + Z * Z / number), (centre + half) / (1 + Z * Z / number)
    return f"{100 * share:.1f} ({100 * max(lower, 0):.1f}-{100 * upper:.1f})"


def people_of(text: str) -> People:
    """The people of a text."""
    return People(Page(from_text(text)))


def masked(text: str) -> tuple[str, list[tuple[int, int, int]]] | None:
    """A text without its printed totals; offsets of each count and percentage in it, and the total hidden."""
    cuts = []
    for figure in people_of(text).figures:
        count, total, percent = figure.count, figure.total, figure.percent
        if count is None or total is None or total.value < 2:
            continue
        before = max((token for token in (count, percent) if token.end <= total.start), key=lambda token: token.end)
        bracket = text.find(")", percent.end, total.start) + 1 if before is percent else 0
        cuts.append((bracket or before.end, total.end, count.start, percent.start, int(total.value)))
    pieces, asked, at, gone = [], [], 0, 0
    for start, end, count_at, percent_at, size in sorted(cuts):
        if start < at:
            continue
        pieces.append(text[at:start])
        asked.append((count_at, percent_at, size))
        at = end
    pieces.append(text[at:])
    shifts = []
    kept = 0
    for start, end, *_ in sorted(cuts):
        if start >= kept:
            gone += end - start
            shifts.append((end, gone))
            kept = end

    def moved(offset: int) -> int:
        return offset - max((shift for end, shift in shifts if end <= offset), default=0)

    if not asked:
        return None
    return "".join(pieces), [(moved(count), moved(percent), size) for count, percent, size in asked]


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a corpus with their names."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"]


def shown(name: str, text: str, figure: Figure, found: Resolution, size: object = "") -> str:
    """One answer in one line."""
    start, end = max(0, figure.percent.start - 260), figure.percent.end + 90
    return (
        f"{name}  {size} {found.group.size} {found.binding} agrees={found.agrees}: {found.why}\n    {text[start:end]!r}"
    )


def hidden(path: Path, show: str | None) -> None:
    """Print how many of the sizes hidden were found."""
    right: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    accused: Counter[tuple[str, str]] = Counter()
    near: Counter[str] = Counter()
    asked = elsewhere = unread = 0
    for name, original in rows(path):
        cut = masked(original)
        if cut is None:
            continue
        text, questions = cut
        people = people_of(text)
        numbers = {token.value for token in people.page.tokens if token.countable}
        by_place = {figure.percent.start: figure for figure in people.figures}
        for count, percent, size in questions:
            asked += 1
            printed = size in numbers
            elsewhere += printed
            figure = by_place.get(percent)
            if figure is None or figure.count is None or figure.count.start != count:
                unread += 1
                continue
            found = people.resolve(figure)
            if found is None:
                continue
            key = found.certainty, found.binding
            given[key] += 1
            near[found.certainty] += printed
            accused[key] += found.group.size != size and not found.agrees
            if found.group.size == size:
                right[key] += 1
            elif show == found.binding or show == found.certainty:
                print(shown(name, text, figure, found, f"{size} not"))
    print(f"\n{path.name}: {asked} asked, {elsewhere} with N printed elsewhere, {unread} no longer read as a figure")
    print(
        f"{'':18}{'right':>6} {'given':>6} {'accused':>8}  {'% right (95 %)':20}{'% of all':>9}{'% of elsewhere':>16}"
    )
    for certainty in CERTAINTIES:
        names = sorted((key for key in given if key[0] == certainty), key=lambda key: -given[key])
        good, number = sum(right[key] for key in names), sum(given[key] for key in names)
        blamed = sum(accused[key] for key in names)
        share = 100 * number / max(asked, 1)
        print(
            f"{certainty:18}{good:6} {number:6} {blamed:8}  {wilson(good, number):20}{share:9.1f}"
            f"{100 * near[certainty] / max(elsewhere, 1):16.1f}"
        )
        for key in names:
            print(f"    {key[1]:14}{right[key]:6} {given[key]:6} {accused[key]:8}  {wilson(right[key], given[key])}")


def bare(path: Path, show: str | None) -> None:
    """Print how the figures without a printed N are resolved, and how many answers misfit."""
    misfits: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    number = 0
    for name, text in rows(path):
        people = people_of(text)
        for figure in people.figures:
            if figure.total is not None:
                continue
            number += 1
            found = people.resolve(figure)
            if found is None:
                continue
            key = found.certainty, found.binding
            given[key] += 1
            misfits[key] += not found.agrees
            if not found.agrees and (show == found.binding or show == found.certainty):
                print(shown(name, text, figure, found))
    print(f"\n{path.name}: {number} figures without a printed N")
    print(f"{'':18}{'misfit':>6} {'given':>6}  % misfit (95 %)")
    for certainty in CERTAINTIES:
        names = sorted((key for key in given if key[0] == certainty), key=lambda key: -given[key])
        bad, all_ = sum(misfits[key] for key in names), sum(given[key] for key in names)
        print(f"{certainty:18}{bad:6} {all_:6}  {wilson(bad, all_):20} {100 * all_ / max(number, 1):.1f} % of them")
        for key in names:
            print(f"    {key[1]:14}{misfits[key]:6} {given[key]:6}  {wilson(misfits[key], given[key])}")


def changed(path: Path, show: str | None) -> None:
    """Print what becomes of figures that are named and agree when their percentage is changed."""
    found: Counter[str] = Counter()
    for name, text in rows(path):
        people = people_of(text)
        for figure in people.figures:
            before = people.resolve(figure) if figure.total is None else None
            if before is None or before.certainty != "named" or not before.agrees:
                continue
            percent = figure.percent
            value = percent.value + (_STEP if percent.value + _STEP < 100 else -_STEP)
            if value <= 0:
                continue
            wrong = f"{text[: percent.start]}{value:.{percent.decimals}f}%{text[percent.end :]}"
            again = people_of(wrong)
            there = [other for other in again.figures if other.percent.start == percent.start]
            after = again.resolve(there[0]) if there else None
            how = "None" if after is None else after.certainty
            if after is not None:
                how += ", the same group" if after.group.size == before.group.size else ", another group"
            found[how] += 1
            if after is not None and show == after.certainty and "another" in how:
                print(shown(name, wrong, there[0], after, f"{before.group.size} not"))
    number = sum(found.values())
    print(f"\n{path.name}: {number} percentages changed by {_STEP}")
    for how, count in found.most_common():
        print(f"    {how:28}{count:6}  {wilson(count, number)}")


def flagged(path: Path, texts: dict[str, str]) -> None:
    """Print how labelled figures are resolved."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8") as lines:
        flags = [json.loads(line) for line in lines]
    for flag in flags:
        if flag["check"] != "percent_from_count" or flag["abstract"] not in texts:
            continue
        people = people_of(texts[flag["abstract"]])
        inside = [figure for figure in people.figures if flag["start"] <= figure.percent.start < flag["end"]]
        how = "not read"
        for figure in inside:
            found = people.resolve(figure)
            how = "None" if found is None else "printed" if found.binding == "printed" else found.certainty
            if found is not None and how != "printed":
                how += f" {found.binding} {found.group.size}" + ("" if found.agrees else ", misfits")
        counts[flag["label"]][how.partition(" ")[0]] += 1
        print(f"  {flag['label']:6} {flag['quote'][:40]:42} {how:36} {flag['cause']}")
    for label, found_ in sorted(counts.items()):
        print(label, dict(found_))


def main() -> None:
    """Measure every corpus."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora", type=Path, nargs="+")
    ask.add_argument("--show", help="list the wrong answers of a binding, or of a certainty")
    ask.add_argument("--bare", action="store_true", help="the figures that print no N")
    ask.add_argument("--change", action="store_true", help="the same, each percentage changed")
    ask.add_argument("--flags", type=Path, help="labelled flags")
    arguments = ask.parse_args()
    for path in arguments.corpora:
        (changed if arguments.change else bare if arguments.bare else hidden)(path, arguments.show)
    if arguments.flags:
        flagged(arguments.flags, {name: text for path in arguments.corpora for name, text in rows(path)})


if __name__ == "__main__":
    main()
