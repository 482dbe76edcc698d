"""The order in which readings are asked means nothing: shuffled, they make the same claims."""

import random
import tempfile
from pathlib import Path

import numpy as np
import pytest

import checker.extraction
from checker.document import Document
from checker.extraction import catalogue, extract
from checker.extraction.examples import Example
from checker.paper import Paper
from checker.read import read
from checker.read.text import from_text

SEEDS = (1, 2, 3)
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SIMULATED = 6


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """All examples of each module of readings as one text, a paragraph each."""
    texts = []
    for module in catalogue.modules():
        readings = getattr(module, "READINGS", ())
        marked = [each for reading in readings for each in (*reading.reads, *reading.leaves)]
        texts.append("\n\n".join(Example.parse(each).text for each in marked))
    return [from_text(text) for text in texts]


@pytest.fixture(scope="module")
def papers() -> list[Document]:
    """Simulated papers, which have tables."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.syspath_prepend(str(BENCHMARKS))
        from simulated_words import paper

        made = []
        for number in range(SIMULATED):
            simulated = paper(np.random.default_rng([20261121, number]))
            path = Path(folder) / f"paper{number}{simulated.suffix}"
            path.write_text(simulated.text, encoding="utf-8")
            made.append(read(path))
        return made


def claims(documents: list[Document]) -> list[Paper]:
    return [extract(document) for document in documents]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_modules_means_nothing(documents, papers, seed, monkeypatch):
    expected = claims([*documents, *papers])
    plain = checker.extraction._readings

    def shuffled(*arguments):
        modules = list(plain(*arguments))
        random.Random(seed).shuffle(modules)
        return tuple(modules)

    monkeypatch.setattr(checker.extraction, "_readings", shuffled)
    assert claims([*documents, *papers]) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_within_a_module_means_nothing(documents, papers, seed, monkeypatch):
    expected = claims([*documents, *papers])
    for module in catalogue.modules():
        if readings := list(getattr(module, "READINGS", ())):
            random.Random(seed).shuffle(readings)
            monkeypatch.setattr(module, "READINGS", tuple(readings))
    assert claims([*documents, *papers]) == expected
