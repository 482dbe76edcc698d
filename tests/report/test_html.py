import re
from html.parser import HTMLParser

import pytest

from checker import claimfile, run
from checker.finding import Result
from checker.report import html

# Attributes that load or run something.
ACTIVE = {"src", "srcset", "action", "formaction", "poster", "background", "ping", "style", "data"}


class Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.words = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            assert name not in ACTIVE
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value)
            elif name == "href":
                self.links.append(value)

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def page(paper, everything):
    return html.write([paper], everything)


def test_loads_nothing_and_its_links_stay_on_the_page(page):
    read = Page(page)
    assert set(read.tags).isdisjoint({"link", "img", "iframe", "object", "embed", "base", "video", "audio"})
    assert read.tags.count("script") == read.tags.count("style") == 1
    assert {link[0] for link in read.links} == {"#"}
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_every_link_has_a_target_and_every_id_is_one_of_its_kind(page):
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_says_the_arithmetic_the_edits_and_where(page):
    text = Page(page).text
    for said in (
        "10 of 55 is 18.2%, not 22%",
        "a count of 12 instead of 10",
        "Abstract, line 5",
        "The digits were cut off instead of rounded",
        "statements whose figures cannot be right as printed",
    ):
        assert said in text


def test_the_gravest_comes_first_and_what_held_is_collapsed(page):
    titles = [
        "Cannot be right",
        "Right only under an assumption",
        "Checked and held",
        "What was covered",
    ]
    positions = [page.index(f"<h3>{title}") for title in titles]
    assert positions == sorted(positions)
    assert re.search(r'<details class="group" data-of="consistent">', page)


def test_gives_no_score_and_accuses_nobody(page):
    words = Page(page).text.lower()
    for accusing in ("error rate", "fraud", "fabricat", "misconduct", "manipulat", "suspicious", "score", "wrong"):
        assert accusing not in words


def test_the_whole_text_is_there_with_its_figures_marked(page, paper):
    text = Page(page).text
    assert "Treatment was given for 28 days in 4 centres" in text
    assert page.count('class="figure discrepant"') >= 3
    assert 'class="figure consistent"' in page
    assert 'class="loose"' in page


def test_nothing_breaks_out_of_the_page(hostile, everything):
    page = html.write([hostile], everything)
    read = Page(page)
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert page.count("</script>") == 1
    assert "{{ self }}" in read.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert all(link.startswith("#") for link in read.links)


def test_nothing_breaks_out_of_a_notebook(hostile):
    fragment = hostile._repr_html_()
    assert "<script" not in fragment
    assert "<img" not in fragment
    assert "<style" not in fragment
    assert "10 of 55 is 18.2%" in fragment


def test_the_same_input_gives_the_same_bytes(audited, paper, everything):
    again = audited(paper.document.text)
    assert html.write([paper], everything) == html.write([again], everything)


def test_several_documents_have_an_index_and_a_file_that_cannot_be_read_says_why(paper, hostile, everything):
    unread = Result(path="scan.pdf", error="scan.pdf: expected text, but the pages are pictures")
    page = html.write([paper, hostile, unread], everything)
    text = Page(page).text
    assert 'class="index"' in page
    assert "expected text, but the pages are pictures" in text
    assert text.count("The text, with every number marked") == 2
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))


def test_a_claims_file_without_its_source_has_figures_and_no_text(everything):
    text = (
        "document: {title: A trial}\nclaims:\n- {id: a, kind: proportion, at: 7, count: 10, total: 55, percent: 22}\n"
    )
    claims = claimfile.loads(text.encode())
    result = Result(path="a.yaml", paper=claims, findings=tuple(run.verify(claims)))
    words = Page(html.write([result], everything)).text
    assert "denominator 55" in words
    assert "line 7" in words
    assert "every number marked" not in words


def test_what_is_worth_asking_is_a_list_of_its_own(asked, everything):
    text = Page(html.write([asked], everything)).text
    assert "Worth asking the authors" in text
    assert "how many were assessed is not stated" in text


def test_what_one_answer_settles_is_one_card_and_habits_are_said_once(kin, everything):
    page = html.write([kin], everything)
    assert page.count("more statement of one cause (estimates with their interval") == 1
    assert page.count("Percentages of counts: digits are cut off, not rounded (3 of 3 that tell).") == 1
    assert all(f'id="d1s{number}"' in page for number in (1, 2))
    assert "and 1 more" in html.fragment([kin])


def test_what_is_accepted_stands_apart_with_its_reason(everything):
    text = (
        "document: {title: A trial}\nclaims:\n"
        "- {id: a, kind: proportion, count: 10, total: 55, percent: 22, expect: discrepant, note: <i>asked</i>}\n"
    )
    claims = claimfile.loads(text.encode())
    result = Result(path="a.yaml", paper=claims, findings=tuple(run.verify(claims)))
    page = html.write([result], everything)
    assert "Accepted: &lt;i&gt;asked&lt;/i&gt;" in page
    assert "Looked at and accepted" in page


def test_a_text_that_is_no_paper_is_left_out_of_the_page(audited, everything):
    page = html.write([audited("Of 55 patients, 10 (22%) died.\n" + "word " * 500_000)], everything)
    assert "too long to be shown" in page
    assert len(page) < 200_000


def test_an_empty_paper_says_that_there_was_nothing_to_compare(audited, everything):
    assert "No figures were found that could be compared" in html.write([audited("Nothing here.\n")], everything)


def test_nothing_at_all_is_a_page_too(everything):
    assert "No statement was found." in html.write([], everything)
