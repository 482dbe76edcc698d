"""Findings as JUnit XML, a test case each, for continuous integration."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from checker.finding import Finding, Result
from checker.model import Verdict
from checker.report import Options, is_acknowledged, listed
from checker.report.places import in_words

QUIET: frozenset[Verdict] = frozenset()
# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(results: Sequence[Result], options: Options) -> str:
    """A test suite a document. Discrepant: a failure; accepted or unverifiable: skipped; otherwise passed.

    A query has passed, with a property that says what is to be asked.
    """
    root = ElementTree.Element("testsuites", name="checker")
    for result in results:
        root.append(_suite(result, listed(result, options)))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _suite(result: Result, findings: Sequence[Finding]) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=_clean(result.path))
    if result.error is not None:
        case = ElementTree.SubElement(suite, "testcase", name="read", classname=_clean(result.path))
        ElementTree.SubElement(case, "error", message=_clean(result.error))
    for finding in findings:
        case = ElementTree.SubElement(
            suite, "testcase", name=_clean(f"{finding.claim.id}: {finding.check}"), classname=_clean(result.path)
        )
        _outcome(case, result, finding)
    suite.set("tests", str(len(suite)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))
    return suite


def _outcome(case: ElementTree.Element, result: Result, finding: Finding) -> None:
    place = in_words(result.document, finding.claim)
    message = _clean(f"{place}: {finding.message}" if place else finding.message)
    if is_acknowledged(finding):
        ElementTree.SubElement(case, "skipped", message=_clean(f"accepted: {finding.claim.note or ''} {message}"))
    elif finding.verdict is Verdict.DISCREPANT:
        failure = ElementTree.SubElement(case, "failure", type=finding.severity or "discrepant", message=message)
        failure.text = message
    elif finding.verdict is Verdict.UNVERIFIABLE:
        ElementTree.SubElement(case, "skipped", message=message)
    else:
        if finding.query is not None:
            properties = ElementTree.SubElement(case, "properties")
            for name, value in (("because", finding.query.because.value), ("query", message)):
                ElementTree.SubElement(properties, "property", name=name, value=value)
        ElementTree.SubElement(case, "system-out").text = message


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
