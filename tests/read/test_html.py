"""HTML: the article without its site, spans, scripts and hostile nesting."""

import pytest

from checker import read
from checker.read import ReadError, html


def blocks_of(body: str) -> list[tuple[str, str]]:
    document = html.from_text(f"<!DOCTYPE html><html><body>{body}</body></html>", "page.html")
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("p = 10<sup>-4</sup>", "p = 10⁻⁴"),
        ('45%<sup><a href="#ref-CR12">12</a></sup>', "45%¹²"),
        ('of 10<sup><a href="#B12">12</a>,<a href="#B13">13</a></sup>', "of 10\u2009¹²,¹³"),
        ('shown [<a href="#bib1">1</a>]', "shown [1]"),
        ('see <a href="#T2">Table 2</a>', "see Table 2"),
        ("a<br>b&nbsp;&le;&thinsp;5", "a b\u00a0≤\u20095"),
        ("<span>12</span> of <b>40</b>", "12 of 40"),
        ("<math><msup><mi>R</mi><mn>2</mn></msup></math> = 0.4", "R² = 0.4"),
        ('12 of 40<script>"13 of 40"</script><!-- 14 -->', "12 of 40"),
        ('12<span style="display:none">hidden 99</span> of 40', "12 of 40"),
    ],
)
def test_a_line(markup, text):
    assert blocks_of(f"<p>{markup}</p>") == [("paragraph", text)]


def test_the_site_is_left_out():
    page = (
        '<header>Journal of 3</header><nav>Home 4</nav><div class="cookie banner">5</div><main><h1>Trial</h1>'
        "<p>Of 40 patients, 12 died and the others lived for many years.</p><aside>Cited by 6</aside>"
        '<form><button>7</button></form></main><footer>8</footer><iframe src="http://nowhere.invalid/">9</iframe>'
    )
    assert blocks_of(page) == [
        ("title", "Trial"),
        ("paragraph", "Of 40 patients, 12 died and the others lived for many years."),
    ]


def test_text_without_paragraphs_is_cut_by_blocks():
    assert blocks_of("<div>one<div>two</div>three</div>four<ul><li>five<li>six</ul>") == [
        ("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three"), ("paragraph", "four"),
        ("list-item", "five"), ("list-item", "six"),
    ]  # fmt: skip


def test_spans_push_cells_aside(tools):
    document = html.from_text(
        "<table><caption>Table 1 Deaths</caption><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D"
        "<tr><td>1<td>2<td>3</table>",
        "page.html",
    )
    tools.check_contract(document)
    assert tools.grid(document) == [
        {(0, 0, 2, 1): "A", (0, 1, 1, 2): "B", (1, 1, 1, 1): "C", (1, 2, 1, 1): "D",
         (2, 0, 1, 1): "1", (2, 1, 1, 1): "2", (2, 2, 1, 1): "3"}
    ]  # fmt: skip
    assert document.text[document.tables[0].caption.start :].startswith("Table 1 Deaths")


def test_a_table_that_lays_out_the_page_is_none():
    page = "<table><tr><td><h2>Results</h2><p>Of 40, 12 died.</p><table><tr><td>1<td>2</table></table>"
    assert [kind for kind, _ in blocks_of(page)] == ["heading", "paragraph", "table"]


def test_a_reference_list_by_its_class_or_heading():
    assert blocks_of('<ol class="references"><li>Able 2011;12:34</ol>') == [("reference", "Able 2011;12:34")]
    assert blocks_of("<h2>References</h2><p>Able 2011;12:34</p>")[1] == ("reference", "Able 2011;12:34")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<p>" + "<sup>" * 100_000,
        "<table><tr><td>" * 100_000,
        "<div><object></div>" * 100_000,
        "<div><!--</div>-->" * 100_000,
        "<div title='</div>'>" * 100_000,
        "".join(f"<p><b x={number}></p>" for number in range(20_000)),
    ],
    ids=["div", "sup", "table", "barrier", "comment", "attribute", "formatting"],
)
def test_deep_nesting_is_refused_before_it_costs_anything(page):
    with pytest.raises(ReadError, match="nested"):
        html.from_text(f"<html><body>{page} 12 of 40", "page.html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 400,
        "<p><b><i>" + "<span>" * 300,
        "<p>" * 20_000,
        "<li>" * 20_000,
        "<td '" * 50_000,
    ],
    ids=["div", "span", "p", "li", "quote"],
)
def test_what_browsers_read_is_read(page):
    assert "12 of 40" in html.from_text(f"<html><body>{page}'> 12 of 40", "page.html").text


@pytest.mark.parametrize("content", [b"<html></html>", b"<!doctype html><script>1</script>", b"<html><body><p>&nbsp;"])
def test_a_page_without_text_is_said_to_be_one(content):
    with pytest.raises(ReadError, match="no text"):
        read.from_bytes(content, "page.html")


def test_encodings():
    page = "<html><head><meta charset=windows-1252></head><body><p>Größe ≤ 5 – so</p></body></html>"
    assert "Größe – so" in read.from_bytes(page.replace("≤ 5 ", "").encode("cp1252"), "page.html").text
    assert "Größe ≤ 5 – so" in read.from_bytes(page.encode("utf-16"), "page.html").text


def test_images_saved_inside_a_page_do_not_make_it_large():
    image = "iVBORw0KGgo" * 500_000
    page = f'<html><body><img src="data:image/png;base64,{image}"><p>Of 40 patients, 12 died.</p></body></html>'
    assert html.from_text(page, "page.html").text == "Of 40 patients, 12 died."


def test_what_is_too_large_is_said():
    with pytest.raises(ReadError, match="at most 5 MB"):
        html.from_text("<p>" + "12 of 40 " * 600_000, "page.html")
