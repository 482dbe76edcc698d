import datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from checker.entries.errors import TableError
from checker.entries.frames import of_frame, of_parquet, padded


def cells(*values, **options):
    return list(of_frame(pd.DataFrame({"a": pd.Series(values, **options)})).columns[0])


def test_text_and_whole_numbers_stand_as_they_are():
    assert cells("70.0", "<0.001", None) == ["70.0", "<0.001", ""]
    assert cells(10, 28) == ["10", "28"]
    assert cells(10, None, dtype="Int64") == ["10", ""]
    assert cells(Decimal("70.0"), Decimal("18.20")) == ["70.0", "18.20"]


def test_floats_are_taken_to_have_the_decimals_of_their_column():
    assert cells(18.2, 50.9, 53.3, 70.0) == ["18.2", "50.9", "53.3", "70.0"]
    assert "1 decimal, the most that any has" in of_frame(pd.DataFrame({"pct": [18.2, 50.9, 70.0]})).notes[0]


def test_floats_that_do_not_tell_stay_the_shortest():
    assert cells(18.25, 50.0, 53.0, 70.0) == ["18.25", "50", "53", "70"]
    assert cells(100 / 3, 20.0) == ["33.333333333333336", "20"]
    assert cells(10.0, 28.0, np.nan) == ["10", "28", ""]
    assert cells(18.2, 50.9, dtype="float32") == ["18.2", "50.9"]
    assert cells(1e-06, 0.5) == ["1e-06", "0.5"]


def test_a_date_says_what_it_may_have_been():
    sheet = of_frame(pd.DataFrame({"n": [datetime.date(2024, 12, 3)]}))
    assert "3/12" in sheet.unknown[0, 0]
    assert "one figure" in of_frame(pd.DataFrame({"n": [[1, 2]]})).unknown[0, 0]


def test_rows_are_called_by_the_index():
    frame = pd.DataFrame({"n": [1, 2]}, index=["a", "b"])
    assert [of_frame(frame).key(row) for row in range(2)] == ["a", "b"]


def test_columns_of_several_levels():
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("Arm A", "n"), ("Arm A", "%")]))
    assert of_frame(frame).names == ("Arm A n", "Arm A %")


@pytest.mark.parametrize("frame", [pd.DataFrame(), pd.DataFrame({"a": []}), pd.DataFrame([[1, 2]], columns=["a", "a"])])
def test_a_frame_that_is_no_table(frame):
    with pytest.raises(TableError):
        of_frame(frame)


def test_parquet(tmp_path):
    path = tmp_path / "entries.parquet"
    table = arrow.table({"n": [10, 28], "pct": ["18.2", None], "d": arrow.array([Decimal("1.20"), Decimal("2.50")])})
    parquet.write_table(table, path)
    sheet = of_parquet(path)
    assert [list(column) for column in sheet.columns] == [["10", "28"], ["18.2", ""], ["1.20", "2.50"]]


def test_what_is_no_parquet(tmp_path):
    path = tmp_path / "entries.parquet"
    path.write_bytes(b"PAR1 and nothing else")
    with pytest.raises(TableError, match="expected a parquet file"):
        of_parquet(path)


def test_padding():
    assert [padded(text, 2) for text in ("70", "70.5", "70.25", "", "1e-06", "inf")] == [
        "70.00", "70.50", "70.25", "", "1e-06", "inf",
    ]  # fmt: skip
