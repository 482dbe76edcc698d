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
