import msgspec
import pytest
from markdown_it import MarkdownIt

from checker import run
from checker.finding import Result
from checker.model import Certainty, Verdict
from checker.paper import Binding
from checker.report import Options, markdown

USUAL = Options(verdicts=frozenset(Verdict) - {Verdict.CONSISTENT})


def rendered(text):
    """What a Markdown renderer with HTML, links and tables enabled makes of a text: the kinds of token, and words."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    kinds = {child.type for token in tokens for child in [token, *(token.children or [])]}
    words = "".join(child.content for token in tokens for child in token.children or [])
    return kinds, words


def test_a_paragraph_to_paste(paper):
    text = markdown.write([paper], USUAL)
    assert (
        "**Abstract, line 5.** “Of 55 patients, **10** (**22%**) were at high risk.” "
        "10 of 55 is 18.2%, not 22%. 22% would be 12/55 or 10 of 45-46. "
        "The figures would agree with"
    ) in text
    # What a check cannot know in general is no explanation of these figures.
    assert "To be considered" not in text
    assert "The figures would agree with a count of 12 instead of 10 or a percentage of 18 instead of 22." in text
    assert text.split("\n\n")[1].endswith("3 held.")


def test_a_query_is_a_question_to_the_authors(asked):
    text = markdown.write([asked], USUAL)
    assert "### Worth asking the authors" in text
    assert "Could the authors please state how many were assessed?" in text


def test_what_a_look_at_the_paper_settles_is_asked_of_the_reviewer(asked):
    bindings = {"fever": Binding(Certainty.GUESSED, "which arm is meant is not said")}
    paper = msgspec.structs.replace(asked.paper, bindings=bindings)
    findings = run.verify(paper, frozenset({"percent_from_count"}))
    text = markdown.write([msgspec.structs.replace(asked, findings=tuple(findings))], USUAL)
    assert "Which arm is meant is not said: a look at the paper shows what each of these figures is of." in text
    assert "Before asking, please look up what each of these figures is of." in text
    assert "Could the authors" not in text


def test_the_same_figures_in_two_places_are_one_paragraph(paper):
    text = markdown.write([paper], USUAL)
    assert text.count("10 of 55 is 18.2%") == 1
    assert "The same figures are printed in " in text


def test_one_paragraph_for_one_cause_and_habits_once(kin):
    text = markdown.write([kin], USUAL)
    cause = "estimates with their interval: how the interval was made is not stated"
    assert text.count("Could the authors please state how the interval was made?") == 1
    assert f"Of the same cause ({cause}) 1 statement more: Results." in text.replace("\\", "")
    assert "### How its figures are made\n\n- Percentages of counts: digits are cut off, not rounded" in text


def test_nothing_of_a_paper_becomes_markup(hostile, everything):
    kinds, words = rendered(markdown.write([hostile], everything))
    assert kinds <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "text", "strong_open",
        "strong_close", "text_special", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "softbreak",
    }  # fmt: skip
    assert "<svg/onload=window.pwned=5>" in words


@pytest.mark.parametrize(
    "text",
    ["# a", "- a", "+ a", "1. a", "1) a", "=== ", "> a", "a | b", "<b>", "&lt;", "[a](b)", "![a](b)", "`a`", "~~a~~",
     "*a*", "__a__", "<http://a.b>", "a\n\nb", "\\", "***", "a  \nb", "\x1b[31m", "\u202ea"],
)  # fmt: skip
def test_escaped_text_is_text(text):
    kinds, words = rendered(markdown.escaped(text))
    assert kinds == {"inline", "paragraph_open", "paragraph_close", "text"} | (kinds & {"text_special"})
    assert words == " ".join("".join(c if c.isprintable() else " " for c in text).split())


def test_a_bare_address_is_not_one():
    assert "http://" not in markdown.escaped("see http://evil.example")


def test_what_could_not_be_checked_is_one_sentence(audited):
    text = markdown.write([audited("A response was seen in 10 (22%) and in 12 (31%).\n")], USUAL)
    assert "2 statements could not be recomputed, for want of the denominator (2)" in text


def test_a_file_that_cannot_be_read_says_why(everything):
    assert "no text in it" in markdown.write([Result(path="a.pdf", error="a.pdf: no text in it")], everything)
