"""What the tests of the checks share: one claim in YAML, one check, its findings."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from checker import claimfile, run
from checker.finding import Finding, worst

# A slow machine is no failure of a property; whatever else the profile of the environment says, stays.
settings.register_profile("checker", parent=settings(), deadline=None)
settings.load_profile("checker")

Judge = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def findings_of() -> Judge:
    """The findings of one check about claims written in YAML (one flow mapping, without its id, each)."""

    def findings(check: str, *claims: str, populations: str = "{}") -> list[Finding]:
        lines = [claim.replace("{", f"{{id: claim-{i}, ", 1) for i, claim in enumerate(claims)]
        text = f"document: {{title: test}}\npopulations: {populations}\nclaims:\n" + "\n".join(f"- {c}" for c in lines)
        return run.verify(claimfile.loads(text.encode()), frozenset({check}))

    return findings


@pytest.fixture(scope="session")
def verdict_of(findings_of: Judge) -> Callable[..., str]:
    """The worst verdict of one check about claims written in YAML."""

    def verdict(check: str, *claims: str, populations: str = "{}") -> str:
        found = findings_of(check, *claims, populations=populations)
        assert found, f"{check} has nothing to say of {claims}"
        return str(worst(found))

    return verdict
