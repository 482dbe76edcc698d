"""Runs of a Word document, split where a comment begins or ends."""

from lxml import etree

from checker.annotate.runs import Runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def body(inner: str):
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}" xmlns:m="{M[1:-1]}"><w:p>{inner}</w:p></w:body>')


def texts(root) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{W}r")]


def test_a_run_is_split_at_both_ends_and_again_within_its_parts():
    root = body("<w:r><w:rPr><w:i/></w:rPr><w:t>abcdefghij</w:t></w:r>")
    runs = Runs(root)
    first, last = runs.part(0, 0, 2, 6)
    assert first is last
    assert texts(root) == ["ab", "cdef", "ghij"]
    again = runs.part(0, 0, 4, 8)
    assert ["".join(each.itertext()) for each in again] == ["ef", "gh"]
    assert texts(root) == ["ab", "cd", "ef", "gh", "ij"]
    assert runs.part(0, 0, 0, 2)[0] is next(root.iter(f"{W}r"))
    assert runs.part(0, 0, 8, 10)[1] is list(root.iter(f"{W}r"))[-1]
    assert all(each.find(f"{W}rPr/{W}i") is not None for each in root.iter(f"{W}r"))


def test_what_is_no_character_stays_in_its_order():
    root = body("<w:r><w:t>ab</w:t><w:tab/><w:drawing/><w:t>cd</w:t></w:r>")
    Runs(root).part(0, 0, 3, 5)
    assert [[child.tag.rpartition("}")[2] for child in each] for each in root.iter(f"{W}r")] == [
        ["t", "tab", "drawing"],
        ["t"],
    ]


def test_an_equation_is_whole():
    root = body("<m:oMathPara><m:oMath><m:r><m:t>abc</m:t></m:r></m:oMath></m:oMathPara>")
    first, last = Runs(root).part(0, 0, 1, 2)
    assert first is last
    assert first.tag == f"{M}oMathPara"


def test_a_run_that_is_not_there_is_none():
    assert Runs(body("")).part(0, 3, 0, 1) is None
