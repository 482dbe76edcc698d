from checker import claimfile, run
from checker.document import Document
from checker.finding import Result
from checker.report import full_text, marks
from checker.report.statements import statements


def marked(result):
    text = result.document.text
    return [
        (text[mark.span.start : mark.span.end], mark.group, mark.reason)
        for mark in marks.marks(result, statements(result))
    ]


def test_every_number_is_checked_or_no_data_or_loose(audited):
    found = marked(audited("Of 55 patients, 10 (22%) had grade 3 fever [4] in 2019. There were 17 visits.\n"))
    assert found == [
        ("55", None, marks.DENOMINATOR),
        ("10", "discrepant", None),
        ("22%", "discrepant", None),
        ("3", None, "label"),
        ("4", None, "citation"),
        ("2019", None, "date"),
        ("17", None, None),
    ]


def test_the_gravest_statement_wins(audited):
    result = audited("Of 55 patients, 10 (22%) were at high risk.\n")
    found = statements(result)
    mark = next(mark for mark in marks.marks(result, found) if mark.group == "discrepant")
    assert found[mark.statement - 1].group == "discrepant"


def test_counts_add_up(paper):
    found = marks.marks(paper, statements(paper))
    counted = marks.count(found)
    assert counted.total == len(found)
    assert counted.groups["discrepant"] == 5
    assert counted.loose >= 1


def test_the_curator_names_context_and_leaves_lines_out():
    claims = claimfile.loads(
        b"document: {title: A}\nexclude: [{lines: 3-3, reason: references}]\n"
        b"context: [{reason: dose, at: '2:6-7'}]\n"
        b"claims: [{id: a, kind: proportion, at: 1, count: 10, total: 55, percent: 22}]\n"
    )
    document = Document("p.txt", "Of 55 patients, 10 (22%) died.\nGiven 20 twice.\nSmith 12, 34.\n")
    result = Result(path="a.yaml", paper=claims, document=document, findings=tuple(run.verify(claims)))
    found = marked(result)
    assert ("20", None, "dose") in found
    assert ("12", None, marks.OUTSIDE) in found
    assert ("22%", "discrepant", None) in found


def test_the_pieces_make_the_text_again(paper):
    document = paper.document
    found = marks.marks(paper, statements(paper))
    pieces = [piece.text for part in full_text.parts(document, found) for piece in part.pieces]
    assert "".join("".join(pieces).split()) == "".join(document.text.split())


def test_a_document_without_blocks_is_shown_line_by_line():
    document = Document("p.txt", "One 1.\n\nTwo 2.\n")
    assert ["".join(piece.text for piece in part.pieces).strip() for part in full_text.parts(document, [])] == [
        "One 1.",
        "Two 2.",
    ]
