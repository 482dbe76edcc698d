"""The examples of the documentation of checks, which run as doctests."""

from checker import claimfile, run


def example(check: str, claim: str, populations: str = "{}") -> None:
    """Print what a check says of one claim written in YAML: the examples of the documentation run through it."""
    head = f"document: {{title: example}}\npopulations: {populations}\nclaims:\n- "
    paper = claimfile.loads((head + claim.replace("{", "{id: example, ", 1)).encode())
    for finding in run.verify(paper, frozenset({check})):
        severity = f" ({finding.severity})" if finding.severity else ""
        print(f"{finding.verdict}{severity}: {finding.message}")
