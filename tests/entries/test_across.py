import pytest

ARMS = "study,arm,n,pct,of\nA,CAV,30,54.5,55\nA,MEC,{},45.5,55\nA,Total,55,100,55\nB,CAV,1,10,10\nB,MEC,9,90,10\n"
PARTS = "across:\n- {kind: partition, by: study, parts: arm, whole: Total, count: n}\nlabels: [study, arm]\n"


def test_arms_that_add_up(audit_of):
    (finding,) = audit_of(ARMS.format(25), PARTS).findings
    assert (str(finding.verdict), finding.claim.label) == ("consistent", "A")


def test_arms_that_do_not(audit_of):
    result = audit_of(ARMS.format(24), PARTS)
    (finding,) = result.findings
    assert finding.message == "30 + 24 = 54, not 55; the parts make 1 less than the whole"
    assert str(finding.verdict) == "discrepant"
    assert result.cells(finding) == ((2, 2), (0, 2), (1, 2))
    assert result.rows(finding) == (4, 2, 3)


def test_a_guess_is_asked_about(audit_of):
    findings = [f for f in audit_of(ARMS.format(22)).findings if f.check == "parts_of_whole"]
    assert [str(finding.verdict) for finding in findings] == ["explained"]


def test_categories_that_make_the_whole(audit_of):
    mapping = "across:\n- {kind: partition, by: v, parts: level, count: n, percent: pct, total: N}\n"
    text = "v,level,n,pct,N\nsex,m,51,53.1,96\nsex,f,45,{},96\n"
    assert {str(f.verdict) for f in audit_of(text.format("46.9"), mapping).findings} == {"consistent"}
    wrong = [f for f in audit_of(text.format("49.6"), mapping).findings if f.verdict != "consistent"]
    assert [finding.check for finding in wrong] == ["percentages_of_partition"]


def test_repeated_keys_must_agree(audit_of):
    mapping = "across:\n- {kind: repeat, by: study, same: [n, doi]}\n"
    result = audit_of("study,n,doi\nA,55,x\nA,55,x\nB,60,y\nB,61,y\nC,1,z\n", mapping)
    wrong = [finding for finding in result.findings if finding.verdict != "consistent"]
    assert [(finding.claim.label, str(finding.verdict)) for finding in wrong] == [("B, n", "discrepant")]
    assert result.rows(wrong[0]) == (4, 5)
    assert "line 5" in wrong[0].message


def test_incomplete_parts_may_fall_short(audit_of):
    mapping = PARTS.replace("count: n", "count: n, complete: false")
    assert [str(finding.verdict) for finding in audit_of(ARMS.format(20), mapping).findings] == ["consistent"]


@pytest.mark.parametrize("parts", ["A,CAV,30\n", "A,CAV,NR\nA,MEC,1\n"])
def test_too_little_to_compare(audit_of, parts):
    assert not audit_of(f"study,arm,n\n{parts}A,Total,55\n", PARTS).findings
