import pandas as pd

from checker.entries.api import audit_table


def test_findings_join_back_to_their_rows(entries):
    result = audit_table(entries)
    found = result.to_pandas()
    first = found.iloc[0]
    assert (first["row"], first["columns"], first["verdict"]) == (2, "n, total, pct", "discrepant")
    assert first["label"] == "Smith 2019"
    assert len(found) == len(result.findings)


def test_findings_of_a_frame_join_by_its_index():
    frame = pd.DataFrame({"n": [10, 28], "total": [55, 55], "pct": ["22", "50.9"]}, index=["a", "b"])
    found = audit_table(frame).to_pandas().query("verdict == 'discrepant'").set_index("row")
    assert frame.join(found[["verdict"]])["verdict"].to_list()[:1] == ["discrepant"]


def test_rows_of_a_frame_are_called_by_the_index_alone():
    frame = pd.DataFrame({"study": ["Smith"], "n": [10], "total": [55], "pct": ["22"]}, index=[17])
    result = audit_table(frame)
    assert result.findings[0].claim.label == "row 17, Smith"
    assert "<i>row 17, Smith.</i>" in result._repr_html_()
    assert "line" not in result._repr_html_()


def test_the_cells_in_question_come_first(entries):
    result = audit_table(entries)
    finding = next(finding for finding in result.findings if finding.verdict == "discrepant")
    assert result.cells(finding) == ((0, 3), (0, 1), (0, 2))
    assert result.columns(finding) == ("n", "total", "pct")


def test_notebooks_show_it(entries):
    assert "10 of 55 is 18.2%, not 22%." in audit_table(entries)._repr_html_()
