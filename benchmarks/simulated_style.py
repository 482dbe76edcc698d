"""How one simulated paper prints its figures, and how its sections and tables become a file.

A figure is printed between marks that carry its family, so that its place in the file is known at the end.
"""

import html
import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from simulated_data import Estimate

_MARKED = re.compile("\x01([^\x02]*)\x02([^\x03]*)\x03")


@dataclass
class Table:
    """A table of marked cells, its first row the head."""

    caption: str
    rows: list[list[str]]
    note: str = ""


@dataclass
class Paper:
    """The source of a file and where its figures stand in it."""

    text: str
    suffix: str
    figures: list[tuple[int, int, str]] = field(default_factory=list)


def fixed(value: float, decimals: int) -> str:
    """A number rounded half up, as statistical packages print it."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


class Style:
    """The habits of one journal, chosen once a paper."""

    def __init__(self, random: np.random.Generator) -> None:
        self.random = random
        self.percent_decimals = int(random.choice([0, 1, 1, 1, 2]))
        self.effect_decimals = int(random.choice([1, 2, 2, 2, 3]))
        self.point = str(random.choice([".", ".", ".", "·"]))
        self.minus = str(random.choice(["-", "−", "–"]))
        self.percent_sign = str(random.choice(["%", "%", "%", " %", "\u2009%"]))
        self.dash = str(random.choice(["–", "-", " to ", " – "])) if self.minus == "−" else " to "
        self.p_style = str(random.choice(["p = {}", "p={}", "P = {}", "P={}", "p\u2009=\u2009{}", "p value {}"]))
        self.level = str(random.choice(["95% CI {}", "95% CI, {}", "95% CI: {}", "95% confidence interval {}"]))
        self.brackets = bool(random.random() < 0.3)
        self.spread = str(
            random.choice(["{} (SD {})", "{} ± {}", "{} ({})", "{} (± {})", "{} (standard deviation {})"])
        )
        self.quartiles = str(
            random.choice(["{} (IQR {})", "{} [IQR {}]", "{} (interquartile range {})", "{} (IQR: {})"])
        )
        self.ratio_form = int(random.integers(5))
        self.versus = str(random.choice(["vs", "vs.", "versus", "compared with"]))
        self.people = str(random.choice(["patients", "patients", "participants", "individuals"]))

    def pick(self, *options: str) -> str:
        """One wording of several."""
        return options[int(self.random.integers(len(options)))]

    def figure(self, family: str, value: float, decimals: int = 0) -> str:
        """A marked figure."""
        literal = fixed(value, decimals).replace(".", self.point).replace("-", self.minus)
        return f"\x01{family}\x02{literal}\x03"

    def count(self, value: float) -> str:
        return self.figure("count", value)

    def size(self, value: float) -> str:
        return self.figure("size", value)

    def percent(self, n: int, total: int) -> str:
        return self.figure("percent", 100 * n / total, self.percent_decimals) + self.percent_sign

    def share(self, n: int, total: int) -> str:
        """A count with its percentage, and its denominator in some."""
        form = int(self.random.integers(5))
        if form == 0:
            return f"{self.count(n)}/{self.size(total)} ({self.percent(n, total)})"
        if form == 1:
            return f"{self.count(n)} of {self.size(total)} ({self.percent(n, total)})"
        if form == 2:
            return f"{self.percent(n, total)} ({self.count(n)}/{self.size(total)})"
        if form == 3:
            return f"{self.percent(n, total)} ({self.count(n)} of {self.size(total)})"
        return f"{self.count(n)} ({self.percent(n, total)}) of {self.size(total)}"

    def brief(self, n: int, total: int) -> str:
        """A count and its percentage, whose denominator the words around it name."""
        if self.ratio_form == 0:
            return f"{self.percent(n, total)}, n = {self.count(n)}"
        return f"{self.count(n)}, {self.percent(n, total)}"

    def p(self, p: float) -> str:
        """A p as journals print it."""
        literal = "0.001" if p < 0.001 else fixed(p, 3 if p < 0.01 or self.percent_decimals else 2)
        if literal in ("1.000", "1.00"):
            literal = "0.99"
            sign = ">"
        else:
            sign = "<" if p < 0.001 else "="
        figure = f"\x01p\x02{literal.replace('.', self.point)}\x03"
        return self.p_style.replace("value {}", "value = {}").replace("=", sign).format(figure)

    def p_cell(self, p: float) -> str:
        return re.sub(r"^[pP]( value)?[\s\u2009]*=?[\s\u2009]*", "", self.p(p))

    def interval(self, family: str, lower: float, upper: float, decimals: int, unit: str = "") -> str:
        dash = " to " if lower < 0 or upper < 0 else self.dash
        printed = f"{self.figure(family, lower, decimals)}{dash}{self.figure(family, upper, decimals)}{unit}"
        return self.level.format(f"[{printed}]" if self.brackets else printed)

    def effect(self, name: str, e: Estimate, p: bool = True, decimals: int | None = None, unit: str = "") -> str:
        """An effect with its interval."""
        places = self.effect_decimals if decimals is None else decimals
        family = "ratio" if "ratio" in name or name.strip("a") in ("OR", "RR", "HR") else "difference"
        value = self.figure(family, e.value, places) + unit
        interval = self.interval(family, e.lower, e.upper, places, unit)
        tail = f"{self.pick('; ', ', ')}{self.p(e.p)}" if p else ""
        equals = self.pick(" ", " = ", " of ", ": ") if self.ratio_form < 2 else " "
        if self.ratio_form % 2:
            return f"{name}{equals}{value} ({interval}{tail})"
        return f"{name}{equals}{value}, {interval}{tail}"

    def mean(self, values: "np.ndarray[tuple[int], np.dtype[np.float64]]", decimals: int = 1) -> str:
        literal = self.figure("mean", values.mean(), decimals), self.figure("sd", values.std(ddof=1), decimals)
        return self.spread.format(*literal)

    def median(self, values: "np.ndarray[tuple[int], np.dtype[np.float64]]", decimals: int = 0) -> str:
        low, middle, high = np.percentile(values, [25, 50, 75])
        half = 1 if decimals == 0 and any(v % 1 for v in (low, middle, high)) else decimals
        bounds = (self.figure("median", v, half) for v in (low, high))
        return self.quartiles.format(self.figure("median", middle, half), self.dash.join(bounds))


def _plain(marked: str) -> str:
    return _MARKED.sub(r"\2", marked)


def _wide(table: Table) -> str:
    widths = [max(len(_plain(row[i])) for row in table.rows) for i in range(len(table.rows[0]))]
    lines = ["  ".join(c + " " * (w - len(_plain(c))) for c, w in zip(r, widths, strict=True)) for r in table.rows]
    return "\n".join(["", table.caption, *(line.rstrip() for line in lines), table.note])


def _piped(table: Table) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in table.rows]
    lines.insert(1, "|" + " --- |" * len(table.rows[0]))
    return f"\n{table.caption}\n\n" + "\n".join(lines) + f"\n\n{table.note}"


def _tagged(table: Table, jats: bool) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in table.rows[0])
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>\n" for row in table.rows[1:])
    inner = f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody>"
    if jats:
        note = f"<table-wrap-foot><p>{table.note}</p></table-wrap-foot>" if table.note else ""
        return f"<table-wrap><caption><p>{table.caption}</p></caption><table>{inner}</table>{note}</table-wrap>"
    return f"<table><caption>{table.caption}</caption>{inner}</table><p>{table.note}</p>"


def written(title: str, sections: list[tuple[str, list[str | Table]]], suffix: str) -> Paper:
    """A paper as a file of one format."""
    tagged = suffix in (".html", ".xml")
    parts = [f"# {title}" if suffix == ".md" else title]
    if suffix == ".html":
        parts = [f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"]
    if suffix == ".xml":
        meta = f"<article-meta><title-group><article-title>{title}</article-title></title-group></article-meta>"
        parts = [f"<article><front>{meta}</front><body>"]
    for name, content in sections:
        heading = f"## {name}" if suffix == ".md" else name
        if tagged:
            heading = f"<h2>{name}</h2>" if suffix == ".html" else f"<sec><title>{name}</title>"
        parts.append(heading)
        for one in content:
            if isinstance(one, Table):
                if tagged:
                    safe = Table(html.escape(one.caption), [[html.escape(c) for c in r] for r in one.rows], one.note)
                    parts.append(_tagged(safe, suffix == ".xml"))
                else:
                    parts.append(_piped(one) if suffix == ".md" else _wide(one))
            else:
                parts.append(f"<p>{html.escape(one)}</p>" if tagged else one)
        if suffix == ".xml":
            parts.append("</sec>")
    parts += {".html": ["</body></html>"], ".xml": ["</body></article>"]}.get(suffix, [])
    marked = ("\n" if tagged else "\n\n").join(parts) + "\n"
    paper, at = Paper("", suffix), 0
    for match in _MARKED.finditer(marked):
        paper.text += marked[at : match.start()]
        paper.figures.append((len(paper.text), len(paper.text) + len(match[2]), match[1]))
        paper.text += match[2]
        at = match.end()
    paper.text += marked[at:]
    return paper
