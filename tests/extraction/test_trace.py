from click.testing import CliRunner

from checker.cli import main
from checker.extraction.trace import trace
from checker.read.text import from_text

TEXT = "Fever occurred in 12/60 (25%) of patients with grade 3 disease. Acuity was 20/40 (30%). Nothing else."


def test_figures_readings_and_claims_of_a_sentence():
    said = trace(from_text(TEXT), "fever")
    assert "25%  count 12, total 60" in said
    assert "3  label" in said
    assert "n/N (p%)  count 12, total 60, percent 25%  fits" in said
    assert "proportion  12, 60, 25%  printed: count, total and percentage are printed together" in said
    assert "20/40" not in said


def test_what_was_set_aside_is_shown_with_its_reason():
    assert "set aside: visual acuity" in trace(from_text(TEXT), "acuity")


def test_a_guess_says_why():
    assert "guessed: a name" in trace(from_text("HPV 16/18 (70%) was found."))


def test_of_whom_each_figure_is():
    said = trace(
        from_text("Of 60 women, 12 (20%) smoked. Alfa was given to 25 men, and 9 (70%) of the nurses fell ill.")
    )
    assert "12 20%  “women” (n = 60)  named  the sentence speaks of “women” (n = 60)" in said
    assert "9 70%  nobody" in said


def test_words_that_no_sentence_has():
    assert trace(from_text(TEXT), "cough") == "no sentence with a number has the words 'cough'"
    assert trace(from_text("No figures.")) == "no sentence has a number"


def test_the_command(tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(TEXT)
    run = CliRunner().invoke
    assert "12/60" in run(main, ["audit", "--trace", "Fever occurred in 12/60 (25%)."]).output
    assert "set aside: visual acuity" in run(main, ["audit", str(paper), "--trace", "acuity"]).output
    assert "No such file" in run(main, ["audit", str(tmp_path / "none.txt"), "--trace", "fever"]).output


def test_audit_wants_a_paper():
    result = CliRunner().invoke(main, ["audit"])
    assert result.exit_code == 2
    assert "Name a paper" in result.output
