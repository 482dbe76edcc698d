"""TEI XML as GROBID writes it: citations, captions, what it takes for figures, and what is refused."""

import pytest

from checker import read
from checker.read import ReadError, tei

NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'


def paper(body: str = "", header: str = "", back: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><TEI {NAMESPACE}><teiHeader>{header}</teiHeader>'
        f"<text><body>{body}</body><back>{back}</back></text></TEI>"
    ).encode()


def blocks(**parts: str) -> list[tuple[str, str]]:
    document = tei.from_bytes(paper(**parts), "paper.tei.xml")
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('of 45%<ref type="bibr" target="#b1">12</ref> and', "of 45%¹² and"),
        ('in 45 <ref type="bibr">[1,</ref><ref type="bibr">2]</ref>', "in 45 [1,2]"),
        ('patients <ref type="bibr">(12)</ref>', "patients (¹²)"),
        ('in 45 <ref type="bibr">[1]</ref>', "in 45 [¹]"),
        ('by <ref type="bibr">Able (2011)</ref>', "by Able (2011)"),
        ('of 40<ref type="foot" target="#foot_0">1</ref> had', "of 40¹ had"),
        ('in Table <ref type="table" target="#tab_0">2</ref>', "in Table 2"),
        ('10<hi rend="superscript">-4</hi> of CO<hi rend="subscript">2</hi>', "10⁻⁴ of CO2"),
        ("<s>Of 40 patients, 4 died.</s><s>None fell.</s>", "Of 40 patients, 4 died. None fell."),
        ("1.96&#x2009;&times;&nbsp;2", "1.96\u2009×\u00a02"),
    ],
)
def test_marks_are_kept_apart_from_numbers(markup, text):
    assert blocks(body=f"<div><p>{markup}</p></div>") == [("paragraph", text)]


@pytest.mark.parametrize(
    ("parts", "caption"),
    [
        ("<head>Table 2 .</head><label>2</label><figDesc>Deaths by arm</figDesc>", "Table 2. Deaths by arm"),
        ("<head>Table 2 . Deaths by arm</head><label>2</label><figDesc></figDesc>", "Table 2. Deaths by arm"),
        ("<head>Table 2 .</head><figDesc>Table 2. Deaths by arm</figDesc>", "Table 2. Deaths by arm"),
        ("<head></head><label></label><figDesc>Deaths by arm</figDesc>", "Deaths by arm"),
    ],
)
def test_captions_are_their_label_and_words_once(parts, caption, tools):
    rows = '<row><cell>Item</cell><cell cols="2">Early</cell></row>'
    rows += "<row><cell>Dead</cell><cell>4</cell><cell>5</cell></row>"
    figure = f'<figure type="table">{parts}<table>{rows}</table><note><p>a Of 40.</p></note></figure>'
    document = tei.from_bytes(paper(figure), "paper.tei.xml")
    tools.check_contract(document)
    (table,) = document.tables
    assert document.text[table.caption.start : table.caption.end] == caption
    expected = {(0, 0, 1, 1): "Item", (0, 1, 1, 2): "Early", (1, 0, 1, 1): "Dead", (1, 1, 1, 1): "4"}
    assert tools.grid(document) == [{**expected, (1, 2, 1, 1): "5"}]
    assert [cell.header for cell in table.cells] == [True, True, False, False, False]
    assert [block.kind for block in document.blocks] == ["caption", "table", "footnote"]


def test_text_that_was_taken_for_a_figure_is_text():
    lost = "<figure><head></head><label></label><figDesc>Of 40 patients, 4 (10%) died.</figDesc></figure>"
    figure = "<figure><head>Fig 1 .</head><label>1</label><figDesc>Fig 1. Flow of patients</figDesc><graphic/></figure>"
    assert blocks(body=lost + figure) == [
        ("paragraph", "Of 40 patients, 4 (10%) died."),
        ("caption", "Fig 1. Flow of patients"),
    ]


def test_what_stands_before_and_behind_the_text():
    found = blocks(
        header="<fileDesc><titleStmt><title>A trial of walking</title></titleStmt><sourceDesc><p>12 of 13</p>"
        "</sourceDesc></fileDesc><profileDesc><textClass><keywords><term>walks</term><term>hips</term></keywords></textClass>"
        "<abstract><div><head>Results</head><p>4 of 40 died.</p></div></abstract></profileDesc>",
        body='<div><head n="1.2">Methods</head><p>We asked.</p><formula>x = 2<label>(1)</label></formula></div>'
        '<note place="foot" n="1">As before.</note>',
        back='<div type="acknowledgement"><div><p>We thank 12 of 13.</p></div></div><div type="annex"><div>'
        '<p>In 3 of 4.</p></div></div><div type="references"><listBibl><biblStruct><monogr><title>Walks</title>'
        "<imprint><date>2011</date></imprint></monogr></biblStruct></listBibl></div>",
    )
    assert found == [
        ("title", "A trial of walking"),
        ("heading", "Results"),
        ("paragraph", "4 of 40 died."),
        ("furniture", "Keywords: walks; hips"),
        ("heading", "1.2 Methods"),
        ("paragraph", "We asked."),
        ("paragraph", "x = 2"),
        ("footnote", "1 As before."),
        ("heading", "Acknowledgements"),
        ("furniture", "We thank 12 of 13."),
        ("furniture", "In 3 of 4."),
        ("heading", "References"),
        ("reference", "Walks 2011"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (paper("<p>never closed"), "damaged"),
        (f"<?xml version='1.0'?><teiCorpus {NAMESPACE}><TEI/><TEI/></teiCorpus>".encode(), "one paper in TEI"),
        (paper("<p> </p>"), "no text"),
        (paper().replace(b"<TEI", b'<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><TEI', 1), "bomb"),
    ],
)
def test_what_is_no_paper_is_said(content, said):
    with pytest.raises(ReadError, match=said):
        read.from_bytes(content, "paper.xml")
