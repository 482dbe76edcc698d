import subprocess
import sys

import pandas as pd

import checker.entries.accessor  # noqa: F401

FRAME = pd.DataFrame({"n": [10, 28], "total": [55, 55], "pct": ["22", "50.9"]}, index=["a", "b"])


def test_a_frame_is_asked():
    result = FRAME.checker.audit()
    assert [finding.message for finding in result.findings if finding.verdict == "discrepant"] == [
        "10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46"
    ]


def test_its_findings_join_back():
    found = FRAME.checker.findings(only=["percent_from_count"]).set_index("row")
    assert FRAME.join(found["verdict"])["verdict"].to_dict() == {"a": "discrepant", "b": "consistent"}


def test_its_mapping_is_a_draft():
    assert "kind: proportion" in FRAME.checker.mapping()
    assert FRAME.checker.audit(FRAME.checker.mapping()).paper.bindings == {}


def test_the_accessor_is_there_once_pandas_and_tables_are():
    code = "import pandas, checker; print(hasattr(pandas.DataFrame, 'checker'))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"


def test_tables_load_no_pandas_by_themselves():
    code = "import checker, checker.entries, sys; print('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
