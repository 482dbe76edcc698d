import pandas as pd
import pytest

pa = pytest.importorskip("pandera.pandas")

from checker.pandera import agrees, percent_of_total  # noqa: E402

GOOD = pd.DataFrame({"n": [10, 28], "total": [55, 55], "pct": ["18.2", "50.9"]})
BAD = pd.DataFrame({"n": [10, 28], "total": [55, 55], "pct": ["22", "50.9"]}, index=["a", "b"])


def test_a_schema_holds_that_a_percentage_is_its_count_over_its_total():
    schema = pa.DataFrameSchema(
        {"n": pa.Column(int), "total": pa.Column(int), "pct": pa.Column(str)},
        checks=percent_of_total("n", "total", "pct"),
    )
    assert len(schema.validate(GOOD)) == 2
    with pytest.raises(pa.errors.SchemaError, match="pct == n/total as printed") as caught:
        schema.validate(BAD)
    assert set(caught.value.failure_cases["index"]) == {"a"}


def test_lazy_validation_lists_the_rows():
    schema = pa.DataFrameSchema(checks=percent_of_total("n", "total", "pct"))
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        schema.validate(BAD, lazy=True)
    assert set(caught.value.failure_cases["index"]) == {"a"}


def test_any_mapping_will_do():
    parts = {"across": [{"kind": "partition", "parts": "arm", "whole": "Total", "count": "n"}]}
    schema = pa.DataFrameSchema(checks=agrees(parts))
    schema.validate(pd.DataFrame({"arm": ["A", "B", "Total"], "n": [30, 25, 55]}))
    with pytest.raises(pa.errors.SchemaError):
        schema.validate(pd.DataFrame({"arm": ["A", "B", "Total"], "n": [30, 24, 55]}))


def test_a_cell_that_is_no_figure_fails():
    schema = pa.DataFrameSchema(checks=percent_of_total("n", "total", "pct"))
    with pytest.raises(pa.errors.SchemaError):
        schema.validate(pd.DataFrame({"n": ["many"], "total": [55], "pct": ["22"]}))


def test_an_empty_frame_holds():
    schema = pa.DataFrameSchema(checks=percent_of_total("n", "total", "pct"))
    schema.validate(GOOD.iloc[:0])


def test_what_fails_is_chosen():
    with pytest.raises(ValueError, match="anything"):
        percent_of_total("n", "total", "pct", fail_on="anything")
