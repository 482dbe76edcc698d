import hashlib

import pytest

import checker
from checker.read.text import from_text

TEXT = "Of 55 patients, 10 (22%) were at high risk."


def discrepant(result):
    return [finding.message for finding in result.findings if finding.verdict == "discrepant"]


@pytest.mark.parametrize("kind", ["text", "long text", "path", "str", "document"])
def test_audits_a_text_a_path_or_a_document(kind, tmp_path):
    path = tmp_path / "a paper.txt"
    path.write_text(TEXT)
    source = {
        "text": TEXT,
        "long text": TEXT + " More words." * 500,
        "path": path,
        "str": str(path),
        "document": from_text(TEXT),
    }[kind]
    assert discrepant(checker.audit(source))[0].startswith("10/55 = 18.2%, not 22%")


def test_a_name_of_no_file_is_not_taken_for_a_paper():
    with pytest.raises(FileNotFoundError, match=r"paper\.pdf"):
        checker.audit("paper.pdf")


def test_a_folder_of_papers_is_not_one_paper(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    with pytest.raises(ValueError, match="expected one paper"):
        checker.audit(tmp_path)


def test_only_some_checks():
    assert discrepant(checker.audit(TEXT, only=frozenset({"count_within_total"}))) == []


def test_a_table_for_pandas():
    frame = checker.audit(TEXT).to_pandas()
    assert frame.loc[0, "verdict"] == "discrepant"
    assert frame.loc[0, "quote"] == "10 (22%)"
    assert frame["line"].dtype == "Int64"
    assert len(checker.audit("Nothing.\n").to_pandas()) == 0


def test_a_notebook_shows_the_discrepancies():
    assert "10 of 55 is 18.2%, not 22%" in checker.audit(TEXT)._repr_html_()


def test_a_table_for_pandas_has_numbers():
    frame = checker.audit(TEXT).to_pandas()
    row = frame.loc[0]
    assert (row["count"], row["total"], row["percent"]) == (10, 55, 22)
    assert (row["compared"], row["printed"]) == ("percent", 22)
    assert row["recomputed_low"] == pytest.approx(100 * 10 / 55)
    assert {str(frame[name].dtype) for name in ("count", "total", "percent", "p", "printed")} == {"Float64"}
    assert str(checker.audit("Nothing.\n").to_pandas()["p"].dtype) == "Float64"


def test_the_names_are_seen():
    assert {"Finding", "Result", "audit", "calc", "extract", "table", "verify"} <= set(dir(checker))
    assert checker.Finding is type(checker.audit(TEXT).findings[0])
    assert "percent" in dir(checker.calc)
    for name in ("audit", "extract", "table", "verify"):
        assert "Raises:" in getattr(checker, name).__doc__


def test_a_check_that_is_not_known_is_named_with_what_was_meant():
    with pytest.raises(ValueError, match="did you mean 'percent_from_count'"):
        checker.audit(TEXT, only="percent_from_cuont")
    assert checker.audit(TEXT, only="percent_from_count").findings


def test_claims_are_extracted_and_verified(tmp_path):
    path = tmp_path / "claims.yaml"
    path.write_text(checker.extract(TEXT).to_yaml())
    for claims in (path, str(path), checker.extract(TEXT)):
        assert discrepant(checker.verify(claims)) == discrepant(checker.audit(TEXT))


def test_claims_that_cannot_be_verified(tmp_path):
    with pytest.raises(FileNotFoundError):
        checker.verify(tmp_path / "none.yaml")
    path = tmp_path / "claims.yaml"
    path.write_text("claims: 3")
    assert "claims.yaml" in checker.verify(path).error
    (tmp_path / "more.yaml").write_text("claims: 3")
    with pytest.raises(ValueError, match="expected one claims file"):
        checker.verify(tmp_path)


def test_what_cannot_be_read_has_no_claims(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("")
    with pytest.raises(ValueError, match=r"empty\.txt: .* the file is empty"):
        checker.extract(path)


def test_results_name_what_was_read(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(TEXT)
    assert checker.audit(path).sha256 == checker.audit(TEXT).sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
