"""JATS XML: scripts, citations, entities, tables and what is refused."""

import pytest

from checker import read
from checker.read import ReadError, bounds, jats


def article(body: str, before: str = "", back: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><article-meta/>'
        f"</front><body>{body}</body><back>{back}</back></article>"
    ).encode()


def text_of(body: str, **parts: str) -> str:
    return jats.from_bytes(article(body, **parts), "paper.xml").text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("p = 10<sup>-4</sup>", "p = 10⁻⁴"),
        ("p = 3 × 10<sup>−12</sup>", "p = 3 × 10⁻¹²"),
        ('of 10<sup><xref ref-type="bibr" rid="b">12</xref></sup>', "of 10\u2009¹²"),
        ('45%<xref ref-type="bibr" rid="b">12</xref>', "45%¹²"),
        ('as shown [<xref ref-type="bibr" rid="b">1</xref>,<xref ref-type="bibr" rid="c">2</xref>]', "as shown [1,2]"),
        ('in 45 [<xref ref-type="bibr" rid="b">1</xref>]', "in 45 [¹]"),
        ('patients (<xref ref-type="bibr" rid="b">12</xref>)', "patients (¹²)"),
        ('by Able (<xref ref-type="bibr" rid="b">2011</xref>)', "by Able (2011)"),
        ("H<sub>2</sub>O and the 4<sup>th</sup> m<sup>2</sup>", "H2O and the 4th m²"),
        ("1.96&#x2009;&times;&nbsp;2 &lt; 4 &amp; so", "1.96\u2009×\u00a02 < 4 & so"),
        ("<inline-formula><mml:math><mml:msup><mml:mi>χ</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>"
         "</inline-formula> = 3.1", "χ² = 3.1"),
        (r"<inline-formula><tex-math>\documentclass{a}\begin{document}$p \le 10^{-3}$\end{document}</tex-math>"
         "</inline-formula>", "p ≤ 10⁻³"),
        ("a<break/>b <!-- 12 of 13 --><?page 4?> c", "a b c"),
    ],
)  # fmt: skip
def test_marks_are_kept_apart_from_numbers(markup, text):
    assert text_of(f"<p>{markup}</p>") == text


def test_entities_of_a_declared_type_are_decoded():
    before = '<!DOCTYPE article PUBLIC "-//NLM//DTD//EN" "http://nowhere.invalid/jats.dtd" [<!ENTITY mid "&#183;">]>'
    assert text_of("<p>1&mid;96 &plusmn; 2</p>", before=before) == "1·96 ± 2"


@pytest.mark.parametrize(
    "declarations",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">',
        '<!ENTITY c "' + "a" * 100_000 + '">',
    ],
)
def test_entities_that_expand_are_refused(declarations):
    content = article(f"<p>{'&c;' * 100}12 of 40</p>", before=f"<!DOCTYPE article [{declarations}]>")
    with pytest.raises(ReadError, match="bomb"):
        jats.from_bytes(content, "paper.xml")


def test_external_entities_are_not_read():
    before = '<!DOCTYPE article [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
    assert text_of("<p>&c;12 of 40</p>", before=before) == "12 of 40"


def test_a_bomb_in_an_attribute_is_refused():
    entities = '<!ENTITY a0 "dos">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    content = article('<p id="&a11;">12 of 40</p>', before=f"<!DOCTYPE article [{entities}]>")
    with pytest.raises(ReadError, match="bomb"):
        jats.from_bytes(content, "paper.xml")


def test_tables_follow_the_paragraph_they_stand_in(tools):
    document = jats.from_bytes(
        article(
            "<sec><title>Results</title><p>Before <table-wrap><label>Table 1</label><caption><p>Deaths</p></caption>"
            "<table><tr><th>Group</th><th>n</th></tr><tr><td>Early<break/>group</td><td>12</td></tr></table></table-wrap>"
            "and after.</p></sec>"
        ),
        "paper.xml",
    )
    tools.check_contract(document)
    assert document.text == "Results\n\nBefore and after.\n\nTable 1 Deaths\n\nGroup\tn\nEarly group\t12"
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "caption", "table"]


def test_lists_cut_a_paragraph():
    found = jats.from_bytes(article("<p>Either<list><list-item><p>one</p></list-item></list>or two</p>"), "paper.xml")
    assert [(b.kind, found.text[b.span.start : b.span.end]) for b in found.blocks] == [
        ("paragraph", "Either"), ("list-item", "one"), ("paragraph", "or two"),
    ]  # fmt: skip


def test_references_keep_to_themselves():
    back = "<ref-list><ref><label>1</label><mixed-citation>Able 2011;12:34</mixed-citation></ref></ref-list>"
    document = jats.from_bytes(article("<p>Of 40 patients</p>", back=back), "paper.xml")
    assert [block.kind for block in document.prose()] == ["paragraph", "heading"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (article("<p>never closed"), "damaged"),
        (b"<?xml version='1.0'?><!DOCTYPE article><article><p>\x00\xff</p></article>", "damaged|none of these"),
        (b"<?xml version='1.0'?><recipe><step/></recipe>", "another kind"),
        (b"<?xml version='1.0'?><articles><article/><article/></articles>", "one JATS article"),
        (article("<p> </p>"), "no text"),
        (article("<sec>" * 3000 + "12" + "</sec>" * 3000), "damaged"),
    ],
)
def test_what_is_no_article_is_said(content, said):
    with pytest.raises(ReadError, match=said):
        read.from_bytes(content, "paper.xml")


def test_spans_of_an_attack_are_bounded():
    cells = '<td colspan="9999" rowspan="0">1</td>' * 60
    document = jats.from_bytes(article("<table-wrap><table>" + f"<tr>{cells}</tr>" * 40 + "</table></table-wrap>"), "x")
    assert len(document.tables[0].cells) == 1
    assert document.left_out == (bounds.WIDE_TABLE,)
