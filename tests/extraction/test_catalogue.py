from pathlib import Path

from checker.extraction import catalogue

DOCS = Path(__file__).parents[2] / "docs" / "readings.md"


def test_the_docs_are_what_the_readings_say():
    assert DOCS.read_text(encoding="utf-8") == catalogue.markdown() + "\n", "run `checker readings > docs/readings.md`"


def test_every_module_of_readings_says_what_it_reads():
    assert all(module.__doc__ for module in catalogue.modules())
    assert {"shares", "limits", "spreads", "p_values"} <= {entry.name for entry in catalogue.every()}
