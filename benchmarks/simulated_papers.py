"""Audit simulated papers, whose figures are true by construction, and the same with one figure changed.

    python benchmarks/simulated_papers.py --papers 200                a new seed, printed first
    python benchmarks/simulated_papers.py --papers 200 --seed 7 --show
    python benchmarks/simulated_papers.py --papers 1 --seed 7 --write FOLDER

Every discrepant finding of a paper as simulated is a false alarm. A change counts as called discrepant (or
explained) where the audit says so of something that it did not say before; changes are those of mistyping: a digit,
two digits the wrong way round, the decimal point, a lost sign, two figures of one kind exchanged.
"""

import argparse
import secrets
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from simulated_style import Paper
from simulated_words import paper

from checker.auditing import audit_document
from checker.finding import Finding
from checker.model import Verdict
from checker.read import read


def audited(text: str, suffix: str, folder: Path) -> list[Finding]:
    """The findings of an audit of a file of that text."""
    path = folder / f"paper{suffix}"
    path.write_text(text, encoding="utf-8")
    return audit_document(read(path)).findings


def changed(one: Paper, which: int, random: np.random.Generator) -> tuple[str, str]:
    """The text with one figure changed, and what the change was; the text as it was where it cannot be made."""
    start, end, family = one.figures[which]
    figure = one.text[start:end]
    how = str(random.choice(["digit", "digit", "transposed", "point", "sign", "exchanged"]))
    digits = [i for i, character in enumerate(figure) if character.isdigit()]
    other = figure
    if how == "digit":
        at = int(random.choice(digits))
        other = figure[:at] + str((int(figure[at]) + int(random.integers(1, 10))) % 10) + figure[at + 1 :]
    elif how == "transposed" and len(digits) > 1:
        i = int(random.integers(len(digits) - 1))
        swapped = list(figure)
        swapped[digits[i]], swapped[digits[i + 1]] = figure[digits[i + 1]], figure[digits[i]]
        other = "".join(swapped)
    elif how == "point":
        point = next((i for i, character in enumerate(figure) if character in ".·"), None)
        if point is not None and figure[point - 1] != "0":
            other = figure[: point - 1] + figure[point] + figure[point - 1] + figure[point + 1 :]
            other = other if other[0].isdigit() else "0" + other
    elif how == "sign":
        other = figure.lstrip("-−–")
    elif which + 1 < len(one.figures):
        after = next((f for f in one.figures[which + 1 :] if f[2] == family), None)
        if after is not None:
            second = one.text[after[0] : after[1]]
            return f"{one.text[:start]}{second}{one.text[end : after[0]]}{figure}{one.text[after[1] :]}", how
    return one.text[:start] + other + one.text[end:], f"{how}: {figure} -> {other}"


def share(counts: Counter[str]) -> str:
    """The share of each outcome."""
    total = max(1, sum(counts.values()))
    return "  ".join(
        f"{name} {counts[name] / total:4.0%}" for name in ("discrepant", "query", "explained", "unnoticed")
    )


def main() -> None:
    """Print false alarms, how much was checked, and the share of changes noticed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--papers", type=int, default=100)
    ask.add_argument("--seed", type=int, default=None)
    ask.add_argument("--changes", type=int, default=10, help="changes of each paper")
    ask.add_argument("--show", action="store_true", help="list false alarms, and changes unnoticed")
    ask.add_argument("--write", type=Path, help="write the papers to a folder as well")
    options = ask.parse_args()
    seed = secrets.randbelow(2**31) if options.seed is None else options.seed
    print(f"seed {seed}")
    verdicts: Counter[str] = Counter()
    families: dict[str, Counter[str]] = {}
    ways: dict[str, Counter[str]] = {}
    alarms = figures = alarmed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(options.papers):
            random = np.random.default_rng([seed, number])
            one = paper(random)
            if options.write:
                options.write.mkdir(parents=True, exist_ok=True)
                (options.write / f"{number:04}{one.suffix}").write_text(one.text, encoding="utf-8")
            figures += len(one.figures)
            before = audited(one.text, one.suffix, folder)
            verdicts.update(finding.verdict.value for finding in before)
            wrong = [finding for finding in before if finding.verdict is Verdict.DISCREPANT]
            alarms += len(wrong)
            alarmed += bool(wrong)
            for finding in wrong:
                print(f"FALSE ALARM\t{number}{one.suffix}\t{finding.check}\t{finding.message}")
            said = {(finding.verdict, finding.check, finding.message) for finding in before}
            for _ in range(options.changes):
                which = int(random.integers(len(one.figures)))
                text, how = changed(one, which, random)
                if text == one.text:
                    continue
                new = {
                    f.verdict for f in audited(text, one.suffix, folder) if (f.verdict, f.check, f.message) not in said
                }
                outcome = "unnoticed"
                if Verdict.DISCREPANT in new:
                    outcome = "discrepant"
                elif Verdict.QUERY in new:
                    outcome = "query"
                elif Verdict.EXPLAINED in new:
                    outcome = "explained"
                start, end, family = one.figures[which]
                families.setdefault(family, Counter())[outcome] += 1
                ways.setdefault(how.split(":")[0], Counter())[outcome] += 1
                if options.show and outcome == "unnoticed":
                    around = (
                        one.text[max(0, start - 50) : start]
                        + "«"
                        + one.text[start:end]
                        + "»"
                        + one.text[end : end + 40]
                    )
                    print(f"unnoticed\t{number}{one.suffix}\t{family}\t{how}\t{' '.join(around.split())}")
    print(f"{options.papers} papers, {figures} figures, {sum(verdicts.values())} findings: {dict(verdicts)}")
    print(f"false alarms: {alarms} in {alarmed} papers")
    for title, table in (("by family of figure", families), ("by way of mistyping", ways)):
        print(title)
        for key, counts in sorted(table.items()):
            print(f"  {key:12} {sum(counts.values()):5}  {share(counts)}")
    print(
        f"  {'all':12} {sum(sum(c.values()) for c in families.values()):5}  {share(sum(families.values(), Counter()))}"
    )


if __name__ == "__main__":
    main()
