"""What the tests of the reports share: papers of our own making, among them one that attacks its reader."""

import pytest

import checker
from checker import claimfile, run
from checker.finding import Result
from checker.model import Verdict
from checker.read.text import from_text
from checker.report import Options

EVERYTHING = Options(verdicts=frozenset(Verdict))

PAPER = """\
# A trial of two arms

## Abstract

Of 55 patients, 10 (22%) were at high risk. The same 10 of 55 patients (22%) are shown below.

## Results

Overall, 24 of 37 patients (64.8%) responded. A response was seen in 16 of 30 patients (53.3%).
Serious events occurred in 7 of 30 patients (23.3%; 95% CI 9.9-42.3). Treatment was given for 28 days in 4 centres.
"""

# A figure that is worth asking about: the denominator is printed elsewhere.
ASKED = b"""\
document: {title: A trial}
populations: {randomised: 60}
claims: [{id: fever, kind: proportion, at: 7, section: Results, count: 11, of: randomised, percent: 20}]
"""

# Markup, scripts, templates, formulas, workflow commands, control and direction characters, around figures that
# every report quotes.
HOSTILE = """\
# <script>window.pwned=1</script>{{ self }}{% raw %} ](javascript:window.pwned=2) =cmd|'/c calc'!A1

## "><img src=x onerror="window.pwned=3"> ::error file=x::y

=HYPERLINK("http://evil.example","x") </script><script>window.pwned=4</script>. 10 of 55 patients (22%) had \
<svg/onload=window.pwned=5> a 'high' "risk" &lt;b&gt; `code` *bold* $x$ ![i](http://evil.example/p.png).

::set-output name=a::b %0A::error::c \u202etxet\u202c \x1b[31mred\x1b[0m \x00 --><!-- ]]>. 8 of 40 men (30%) had \
[a link](http://evil.example) <a href="javascript:window.pwned=6" onclick="window.pwned=7">it</a>.
"""


@pytest.fixture(scope="session")
def everything():
    """Options that list findings of every verdict."""
    return EVERYTHING


@pytest.fixture(scope="session")
def audited():
    """A function from a text, and the path it is said to be from, to what an audit finds in it."""

    def audited_text(text, path="paper.txt"):
        return checker.audit(from_text(text, path))

    return audited_text


@pytest.fixture(scope="session")
def asked():
    """A paper with a query."""
    claims = claimfile.loads(ASKED)
    return Result(
        path="trial.yaml", paper=claims, findings=tuple(run.verify(claims, frozenset({"percent_from_count"})))
    )


@pytest.fixture(scope="session")
def paper(audited):
    """A paper with figures of every verdict but unverifiable."""
    return audited(PAPER)


@pytest.fixture(scope="session")
def hostile(audited):
    """A paper that tries to break out of every format."""
    result = audited(HOSTILE, "<b>=evil,1:2%.txt")
    assert [finding.verdict for finding in result.findings].count(Verdict.DISCREPANT) >= 2
    return result


# Two intervals whose estimate is off the middle, and eight means that are in it: one cause, and a habit of none.
KIN = (
    "document: {title: A trial}\nclaims:\n"
    + "".join(
        f"- {{id: effect-{number}, kind: effect, section: Results, measure: mean difference, scale: linear, "
        f"estimate: '{estimate}', lower: '{lower}', upper: '{upper}'}}\n"
        for number, (estimate, lower, upper) in enumerate((("0.48", "0.05", "1.01"), ("0.58", "0.15", "1.11")))
    )
    + "".join(
        f"- {{id: share-{count}, kind: proportion, count: {count}, total: 23, percent: '{percent}'}}\n"
        for count, percent in ((8, "34.7"), (11, "47.8"), (5, "21.7"), (10, "43.4"), (13, "56.5"), (2, "8.6"))
    )
)


@pytest.fixture(scope="session")
def kin():
    """A paper with two queries that one answer would settle, and percentages whose digits are cut off."""
    paper = claimfile.loads(KIN.encode())
    return Result(path="kin.yaml", paper=paper, findings=tuple(run.verify(paper)))
