"""What the words of a stretch of text say about its role: a caption, the reference list, what is around a paper."""

import re

# "Table 2. Outcomes", "Figure 1 Flow of patients"; but not the sentence "Table 2 shows the outcomes".
_LABEL = (
    r"(?:(?:supplement(?:ary|al)|additional|extended data|appendix|online) )?(?P<label>{}) ?"
    r"(?:[SAe]?-?[0-9]{{1,3}}|[IVX]{{1,5}})[A-Za-z]?"
)
_CAPTION = re.compile(
    "(?i:" + _LABEL.format(r"e?table|e?figure|fig\.?|box|scheme|chart|panel|exhibit|video") + r")"
    r"(?:\s*[.:|]|\s*[–—-]\s|\s*\(cont|\s+(?=[A-Z(≥≤0-9“\"])|\s*$)"
)
_NUMBERED = r"^(?:[0-9]{1,2}\.?[0-9.]{0,4}\s+|[IVX]{1,4}\.\s+)?"
_REFERENCES = re.compile(
    _NUMBERED + r"(?:references?(?: and notes| list| cited)?|bibliography|(?:cited )?literature(?: cited)?|"
    r"works cited|citations)\s*:?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    _NUMBERED + r"(?:abstract|summary|background|introduction|objectives?|aims?|"
    r"(?:patients?|subjects?|materials?|participants) and methods?|methods?(?: and materials?)?|methods?/design|"
    r"statistical (?:analys[ie]s|methods)|results?(?: and discussion)?|findings|discussion|"
    r"(?:discussion and )?conclusions?|interpretation|limitations|acknowledge?ments?|funding|"
    r"conflicts? of interests?|competing interests?|abbreviations|keywords|appendix|data availability)\s*:?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:acknowledge?ments?|funding(?: .*)?|conflicts? of interests?(?: .*)?|(?:declaration of )?competing interests?|"
    r"declarations?(?: .*)?|(?:data|code) availability(?: statement)?|availability of data.*|additional information|"
    r"supplementary (?:information|materials?|data)|supporting information|ethics (?:approval|declarations?)(?: .*)?|"
    r"consent (?:for|to) .*|disclosures?|grant support|(?:authors?['’]? )?contributions?|author contributions?.*|"
    r"author(?:s|s'|s’)?(?: information| details| affiliations| and affiliations| notes)|affiliations?|"
    r"corresponding authors?|correspondence(?: to)?|contributor information|rights and permissions|"
    r"about this article|cite this article|how to cite.*|publisher['’]s? note|copyright(?: .*)?|licen[cs]e|"
    r"open access|similar articles|cited by.*|related (?:articles|content)|share(?: this article)?|"
    r"article metrics|metrics|permissions|reprints(?: and permissions)?|download(?:s| .*)?|"
    r"pre-?publication history|article (?:information|notes)|associated data)\s*:?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:[ᵃ-ᶻ⁰¹²³⁴-⁹*†‡§¶#]|\([a-d*†‡]\)|[a-d][)]? (?=[A-Z])|abbreviations?:|"
    r"notes?[.:]|(?:data|values|numbers|figures) are )",
    re.IGNORECASE,
)
_FURNITURE_LINE = re.compile(
    r"^(?:©|\(c\)|copyright|published by|received:?\s|accepted:?\s|https?://\S+$|doi:?\s*10\.\S+$|"
    r"\*?\s?correspondence:?\s|full list of author information|the author\(s\)|downloaded from|e-?mail:)",
    re.IGNORECASE,
)


def is_section(text: str) -> bool:
    """Whether a line of its own is the name of a usual section."""
    return len(text) < 60 and (_SECTION.match(text) is not None or opens_references(text))


def is_caption(text: str) -> bool:
    """Whether a stretch of text is the caption of a table or figure.

    >>> is_caption("Table 2. Outcomes at 30 days"), is_caption("Table 2 shows the outcomes")
    (True, False)
    """
    return _CAPTION.match(text, 0, 80) is not None


def is_table_caption(text: str) -> bool:
    """Whether a stretch of text is the caption of a table."""
    found = _CAPTION.match(text, 0, 80)
    return found is not None and found["label"].lower().endswith("table")


def is_note(text: str) -> bool:
    """Whether a paragraph behind a table reads like a note under it."""
    return len(text) < 1500 and _NOTE.match(text) is not None


def opens_references(heading: str) -> bool:
    """Whether a heading stands above the reference list."""
    return len(heading) < 40 and _REFERENCES.match(heading) is not None


def opens_furniture(heading: str) -> bool:
    """Whether what follows a heading stands around the paper: addresses, licence, links."""
    return len(heading) < 80 and _FURNITURE.match(heading) is not None


def is_furniture(text: str) -> bool:
    """Whether a line says by its first words that it is no part of the paper's argument."""
    return len(text) < 1500 and _FURNITURE_LINE.match(text) is not None
