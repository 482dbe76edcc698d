"""Drafts of claims files, from the paper and back: what they cover, and whether they say what an audit says.

    python benchmarks/drafts.py PAPER_OR_FOLDER ... --show

For each paper what a curator would type is run as it stands: `checker extract PAPER > claims/x.yaml`,
`checker coverage claims/x.yaml --source FOLDER`, `checker verify claims/x.yaml`, without an edit. Coverage is the share
of the numbers outside the reference list and what stands around the paper that claims bind or of which the draft says
why they claim nothing. Verdicts are equal where both have the same findings, by claim, check, verdict and severity.
"""

import argparse
import json
import statistics
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner
from tabulate import tabulate

from checker import claimfile, sources
from checker.cli import main
from checker.coverage import cover

FORMATS = {
    ".nxml": "JATS",
    ".pdf": "PDF",
    ".docx": "DOCX",
    ".txt": "text",
    ".md": "text",
    ".html": "HTML",
    ".htm": "HTML",
}


class Draft(NamedTuple):
    """What became of the draft of one paper."""

    path: Path
    format: str
    claims: int
    share: float
    bound: int
    context: int
    unbound: int
    misquoted: int
    gone: int
    new: int
    codes: tuple[int, int, int]


def measure(path: Path, folder: Path) -> Draft:
    """Draft the claims file of a paper in a folder, cover and verify it."""
    run = CliRunner().invoke
    written = run(main, ["extract", str(path)])
    file = folder / f"{path.stem}.yaml"
    file.write_text(written.stdout, encoding="utf-8")
    covering = run(main, ["coverage", str(file), "--source", str(path.parent)])
    verifying = run(main, ["verify", str(file), "--format", "json", "--all"])
    auditing = run(main, ["audit", str(path), "--format", "json", "--all"])
    codes = written.exit_code, covering.exit_code, verifying.exit_code
    if written.exit_code or 2 in codes:
        print(f"{path}: exit codes {codes}: {written.stderr}{covering.stderr}{verifying.stderr}".strip())
        return Draft(path, _format(path), 0, 0.0, 0, 0, 0, 0, 0, 0, codes)
    paper = claimfile.read(file)
    found = cover(paper, sources.find(paper, path.parent))
    before, after = _findings(auditing.stdout), _findings(verifying.stdout)
    gone, new = (before - after).total(), (after - before).total()
    return Draft(
        path, _format(path), len(paper.claims), found.share, found.bound, found.context, len(found.unbound),
        len(found.misquoted), gone, new, codes,
    )  # fmt: skip


def _format(path: Path) -> str:
    if path.suffix == ".xml":
        return "TEI" if ".tei." in path.name else "JATS"
    return FORMATS.get(path.suffix, path.suffix)


def _findings(report: str) -> Counter[tuple[str, ...]]:
    findings = json.loads(report)["documents"][0]["findings"]
    return Counter(tuple(str(each[key]) for key in ("id", "kind", "check", "verdict", "severity")) for each in findings)


def table(drafts: list[Draft]) -> str:
    """A row a format."""
    by_format: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_format[draft.format].append(draft)
        by_format["all"].append(draft)
    rows = []
    for name, found in sorted(by_format.items(), key=lambda item: (item[0] == "all", item[0])):
        shares = sorted(draft.share for draft in found)
        rows.append(
            (
                name, len(found), sum(2 not in draft.codes and not draft.codes[0] for draft in found),
                f"{statistics.median(shares):.1f}", f"{shares[0]:.1f}", f"{shares[-1]:.1f}",
                sum(share >= 80 for share in shares), sum(not draft.gone + draft.new for draft in found),
                sum(draft.misquoted for draft in found),
            )
        )  # fmt: skip
    heads = (
        "format",
        "papers",
        "readable",
        "median coverage %",
        "least",
        "most",
        ">= 80 %",
        "verdicts equal",
        "misquoted",
    )
    return tabulate(rows, headers=heads, disable_numparse=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path, help="files, or folders of them")
    parser.add_argument("--show", action="store_true", help="a row a paper too")
    asked = parser.parse_args()
    files = [
        file
        for path in asked.papers
        for file in (sorted(path.rglob("*")) if path.is_dir() else [path])
        if file.is_file() and (file == path or file.suffix in (*FORMATS, ".xml"))
    ]
    with tempfile.TemporaryDirectory() as scratch:
        drafts = [measure(file, Path(scratch)) for file in files]
    if asked.show:
        print(tabulate([(d.path.name, *d[1:]) for d in drafts], headers=("paper", *Draft._fields[1:]), floatfmt=".1f"))
    print(table(drafts))
