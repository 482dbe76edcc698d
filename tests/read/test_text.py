"""Plain text and Markdown: blocks, sections, tables, and offsets into the text as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.text import from_text, read


def outline(text: str) -> list[tuple[str, str | None, str]]:
    document = from_text(text)
    return [(block.kind, block.section, text[block.span.start : block.span.end]) for block in document.blocks]


def test_sections_and_references() -> None:
    text = "Methods\n\nWe looked.\n\nResults\n\nWe saw 3.\n\nReferences\n\n1. A book.\n\nFunding\n\nNone."
    assert outline(text) == [
        ("heading", None, "Methods"), ("paragraph", "Methods", "We looked."),
        ("heading", None, "Results"), ("paragraph", "Results", "We saw 3."),
        ("heading", None, "References"), ("reference", "References", "1. A book."),
        ("heading", None, "Funding"), ("furniture", "Funding", "None."),
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [kind for kind, _, _ in outline("A line that is wrapped\nby hand goes on here.\n\nAnother one.")] == [
        "paragraph", "paragraph",
    ]  # fmt: skip


def test_labels_inside_an_abstract() -> None:
    text = "Abstract\nBackground: Little is known about this.\nMethods: We looked\nat it.\nResults: We saw 3."
    assert [section for kind, section, _ in outline(text) if kind == "paragraph"] == [
        "Background",
        "Methods",
        "Results",
    ]


def test_markdown() -> None:
    text = "# A title that is long enough\n\n## Results\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n- an item\n"
    assert [kind for kind, _, _ in outline(text)] == ["title", "heading", "table", "list-item"]
    [table] = from_text(text).tables
    assert [text[cell.span.start : cell.span.end] for cell in table.cells] == ["A", "B", "1", "2"]


def test_aligned_columns() -> None:
    text = "Name    Alfa   Beta\nMale    10     20\nAge     61     60\n"
    [table] = from_text(text).tables
    assert {(cell.row, cell.column): text[cell.span.start : cell.span.end] for cell in table.cells}[1, 2] == "20"


def test_aligned_columns_with_heads_on_two_lines_and_headings_between_rows() -> None:
    text = (
        "Results\n\nTable 1. Patients\n\n"
        "                 Alfa          Beta\n"
        "                 (n = 40)      (n = 20)\n"
        "Sex\n"
        "  Men            10 (25%)      12 (60%)\n"
        "  Women          30 (75%)      8 (40%)\n"
    )
    [table] = from_text(text).tables
    placed = {(cell.row, cell.column): text[cell.span.start : cell.span.end] for cell in table.cells}
    assert placed[0, 2] == "Beta"
    assert placed[1, 1] == "(n = 40)"
    assert placed[2, 0] == "Sex"
    assert placed[4, 2] == "8 (40%)"


def test_file_that_is_not_utf8(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "paper.txt"
    path.write_bytes("20\u201330%".encode("cp1252"))
    assert read(path).text == "20\u201330%"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 .|#-\t\n\r:Results"), max_size=300))
def test_blocks_are_in_order_and_cover_the_text(text: str) -> None:
    blocks = from_text(text).blocks
    ends = [0, *(block.span.end for block in blocks)]
    assert all(block.span.start >= end for block, end in zip(blocks, ends, strict=False))
    assert sum(len(text[block.span.start : block.span.end].split()) for block in blocks) == len(text.split())
