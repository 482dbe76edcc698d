CHECK = "p_above_level"


def claim(value, quantity="p"):
    return f"{{kind: possible-value, quantity: {quantity}, value: '{value}'}}"


SHOULD_PASS = [claim("<0.001"), claim("<.0001")]
SHOULD_FLAG = [claim(">0.001"), claim("> .0001"), claim(">0.005")]
SILENT = [claim(">0.01"), claim(">0.05"), claim("0.001"), claim("<0.000"), claim(">0.001", "correlation")]


def test_says_which_level(findings_of):
    [finding] = findings_of(CHECK, claim("> .0001"))
    assert finding.message == "> .0001 says that p is above that level; < .0001 is usual"
