"""Signs told by their outline, where a PDF maps them to control characters."""

import io

import pypdf
import pytest
from fpdf import FPDF

from checker import read
from checker.read.layout.shapes import named

BAR = [(0, 0.3), (0.6, 0.3), (0.6, 0.35), (0, 0.35)]
ABOVE = [(x, y + 0.2) for x, y in BAR]
BESIDE = [(x + 0.7, y) for x, y in BAR]
LESS = [(0.6, 0), (0.6, 0.06), (0.1, 0.25), (0.6, 0.44), (0.6, 0.5), (0, 0.28), (0, 0.22)]
GREATER = [(0.6 - x, y) for x, y in LESS]
BOWL = [(0.6, 0), (0.3, 0), (0, 0.1), (0, 0.4), (0.3, 0.5), (0.6, 0.5), (0.6, 0.45), (0.1, 0.25), (0.6, 0.05)]


@pytest.mark.parametrize(
    ("outline", "sign"),
    [
        ([BAR, ABOVE], "="),
        ([BAR], "−"),
        ([LESS], "<"),
        ([GREATER], ">"),
        ([LESS, [(x, y - 0.5) for x, y in BAR]], "≤"),
        ([GREATER, [(x, y - 0.5) for x, y in BAR]], "≥"),
        ([BAR, BESIDE], ""),
        ([[(x / 2, y) for x, y in BAR]], ""),  # a hyphen
        ([[(x, y - 0.5) for x, y in BAR]], ""),  # a line under a word
        ([BOWL], ""),
        ([LESS, LESS], ""),
        ([], ""),
    ],
)
def test_a_sign_is_told_by_its_outline(outline, sign):
    assert named(outline) == sign


def unmapped(char: str) -> bytes:
    """A page whose font says of one character that it is a control character."""
    pdf = FPDF(unit="pt")
    pdf.add_page()
    pdf.set_font("Times", size=10)
    pdf.text(50, 90, f"The effect of the group was F(1, 17) {char} 35.72, in all of the patients.")
    writer = pypdf.PdfWriter(io.BytesIO(bytes(pdf.output())))
    (font,) = writer.pages[0]["/Resources"]["/Font"].values()
    codes = [(code, 3 if chr(code) == char else code) for code in range(0x20, 0x7F)]
    mapped = "\n".join(f"<{code:02x}> <{meant:04x}>" for code, meant in codes)
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(
        f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(codes)} beginbfchar\n{mapped}\nendbfchar endcmap end end".encode()
    )
    font.get_object()[pypdf.generic.NameObject("/ToUnicode")] = writer._add_object(stream)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.mark.parametrize("sign", ["=", "<", ">", "+"])
def test_a_sign_of_which_the_font_says_nothing_is_known_by_its_outline(sign):
    assert f"17) {sign} 35.72" in read.from_bytes(unmapped(sign), "paper.pdf").text


@pytest.mark.parametrize("char", ["&", "x", "c", "(", "v"])
def test_what_is_not_known_either_way_is_not_passed_over(char):
    assert "17) \ufffd 35.72" in read.from_bytes(unmapped(char), "paper.pdf").text
