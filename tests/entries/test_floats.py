import pandas as pd
import pytest

from checker.entries.api import audit_table

REST = [(10, 55, 18.2), (28, 55, 50.9), (16, 30, 53.3), (7, 9, 77.8)]


def verdict(count, total, percent):
    rows = [*REST, (count, total, percent)]
    result = audit_table(pd.DataFrame(rows, columns=["n", "total", "pct"]), only=["percent_from_count"])
    finding = result.findings[-1]
    return str(finding.reported["percent"]), str(finding.verdict), finding.message


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ((11, 55, 20.0), ("20.0", "consistent")),
        ((11, 54, 20.0), ("20.0", "query")),
        ((11, 50, 20.0), ("20.0", "discrepant")),
        ((11, 54, 20.1), ("20.1", "discrepant")),
    ],
)
def test_a_zero_that_a_float_does_not_keep_accuses_nobody(entry, found):
    printed, said, message = verdict(*entry)
    assert (printed, said) == found
    assert ("a float keeps no zeros at its end" in message) == (said == "query")


def test_text_keeps_its_zeros():
    rows = [(*row[:2], str(row[2])) for row in REST] + [(11, 54, "20.0")]
    result = audit_table(pd.DataFrame(rows, columns=["n", "total", "pct"]), only=["percent_from_count"])
    assert str(result.findings[-1].verdict) == "discrepant"
