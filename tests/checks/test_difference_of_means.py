CHECK = "difference_of_means"
POPULATIONS = "{alfa: 30, beta: 28}"


def claim(difference, lower=None, upper=None, rest=", test: t", sizes=("total: 30", "total: 28"), spread="sd"):
    groups = f"[{{mean: 12.4, {spread}: 3.1, {sizes[0]}}}, {{mean: 10.2, {spread}: 2.9, {sizes[1]}}}]"
    limits = f", lower: '{lower}', upper: '{upper}'" if lower else ""
    return f"{{kind: mean-comparison, groups: {groups}, difference: '{difference}'{limits}{rest}}}"


# Altman and others 2000 (Statistics with Confidence, chapter 4): 6.0 (1.1 to 10.9) mmHg.
PUBLISHED = (
    "{kind: mean-comparison, groups: [{mean: 146.4, sd: 18.5, total: 100}, {mean: 140.4, sd: 16.8, total: 100}], "
    "difference: 6.0, lower: 1.1, upper: 10.9, test: t}"
)

SHOULD_PASS = [
    PUBLISHED,
    claim("2.2"),
    claim("2.3"),
    claim("2.2", "0.6", "3.8"),
    claim("-2.2", "-3.8", "-0.6"),
    claim("2.2", "0.6", "3.8", spread="spread"),
    claim("2.2", "0.6", "3.8", sizes=("of: alfa", "of: beta")),
    claim("2.2", "0.9", "3.5", ", test: t, level: 90"),
]
SHOULD_EXPLAIN = [
    claim("3.2", rest=""),
    claim("2.2", "1.2", "3.2", ""),
    claim("2.2", "0.41", "3.99", sizes=("of: alfa", "of: beta")),
]
SHOULD_FLAG = [claim("3.2"), claim("2.2", "1.2", "3.2"), claim("2.2", "0.6", "4.8"), claim("1.8")]
SILENT = [claim("3.2", "1.0", "2.0", ", test: other")]
MISSING = {}
