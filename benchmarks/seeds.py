"""How much of what hand-encoded claims show does `audit` find by itself?

    python benchmarks/seeds.py claims/ SOURCES/

For every claims file: the figures whose verdict is discrepant, a query or explained, and whether a finding of
`audit` on the source text has the same verdict at the same place, or asks where the claims accuse; then the
discrepant findings of `audit` at places where the claims file has none.
"""

import argparse
from pathlib import Path

from checker import claimfile, run
from checker.auditing import audit_document
from checker.document import Document, Span
from checker.figures import places_of, populations_of
from checker.finding import Finding
from checker.kinds import Claim
from checker.model import Verdict
from checker.paper import Paper
from checker.read.text import read

SOUGHT = (Verdict.DISCREPANT, Verdict.QUERY, Verdict.EXPLAINED)


def spans(claim: Claim, document: Document) -> list[Span]:
    """The characters of a claim's figures."""
    return [span for place in places_of(claim) if (span := document.span(place)) is not None]


def meets(one: list[Span], other: list[Span]) -> bool:
    """Whether two lists of figures share a character."""
    return any(first.overlaps(second) for first in one for second in other)


def rests_on_inferred(finding: Finding, paper: Paper) -> bool:
    """Whether a finding rests on a size or count printed nowhere, which a reader inferred by joint reasoning."""
    claim = finding.claim
    parts = (*getattr(claim, "groups", ()), *getattr(claim, "parts", ()))
    if any(getattr(each, "inferred", None) for each in (claim, *parts)):
        return True
    names = {*populations_of(claim), *getattr(claim, "alternatives", ())}
    names |= {name for name in paper.populations if claim.id == f"population-{name}"}
    populations = [paper.populations[name] for name in names]
    return any(population.inferred or population.assumed for population in populations)


def main() -> None:
    """Print the comparison."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("claims", type=Path)
    ask.add_argument("sources", type=Path)
    ask.add_argument("--show", action="store_true", help="list what was missed")
    arguments = ask.parse_args()
    found = asked = total = extra = plain = plain_found = 0
    for path in sorted(arguments.claims.glob("*.yaml")):
        paper = claimfile.read(path)
        if paper.document.source is None:
            continue
        document = read(arguments.sources / paper.document.source.file)
        # A relation of sizes that are printed nowhere has no place in the text where it could be found.
        encoded = [
            finding for finding in run.verify(paper) if finding.verdict in SOUGHT and spans(finding.claim, document)
        ]
        automatic = [(finding, spans(finding.claim, document)) for finding in audit_document(document).findings]
        same = [finding for finding in encoded if _is_found(finding, (finding.verdict,), automatic, document)]
        hits = [*same, *(each for each in encoded if each not in same and _is_asked(each, automatic, document))]
        known = [spans(finding.claim, document) for finding in encoded if finding.verdict is Verdict.DISCREPANT]
        beyond = [
            finding
            for finding, at in automatic
            if finding.verdict is Verdict.DISCREPANT and not any(meets(at, other) for other in known)
        ]
        stated = [finding for finding in encoded if not rests_on_inferred(finding, paper)]
        plain += len(stated)
        plain_found += sum(finding in hits for finding in stated)
        found, asked = found + len(same), asked + len(hits) - len(same)
        total, extra = total + len(encoded), extra + len(beyond)
        print(f"{path.name}: {len(hits)} of {len(encoded)} found, {len(beyond)} discrepant beyond the claims")
        if arguments.show:
            for finding in encoded:
                if finding not in hits:
                    print(f"  missed {finding.verdict} {finding.claim.id} {finding.check}: {finding.message[:150]}")
            for finding in beyond:
                print(f"  beyond {finding.claim.id} {finding.check}: {finding.message[:150]}")
    print(f"not resting on sizes that a reader inferred: {plain_found} of {plain} = {plain_found / max(1, plain):.0%}")
    both = found + asked
    print(f"in all: {both} of {total} = {both / max(1, total):.0%}, of them {asked} as a query; beyond {extra}")


def _is_found(
    finding: Finding, verdicts: tuple[Verdict, ...], automatic: list[tuple[Finding, list[Span]]], document: Document
) -> bool:
    at = spans(finding.claim, document)
    return any(other.verdict in verdicts and meets(at, places) for other, places in automatic)


def _is_asked(finding: Finding, automatic: list[tuple[Finding, list[Span]]], document: Document) -> bool:
    """Whether `audit` asks where a curator, who has read the paper, is sure."""
    return finding.verdict is Verdict.DISCREPANT and _is_found(finding, (Verdict.QUERY,), automatic, document)


if __name__ == "__main__":
    main()
