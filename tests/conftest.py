"""What the tests of the checks share: one claim in YAML, one check, its findings."""

import ast
import io
import os
import runpy
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF
from hypothesis import settings
from pypdf.generic import RectangleObject

from checker import claimfile, run
from checker.extraction import catalogue
from checker.extraction.examples import Example
from checker.extraction.people.bindings import BINDINGS
from checker.finding import Finding, worst

# A slow machine is no failure of a property; whatever else the profile of the environment says, stays. The same cases
# are tried each time, so that a change is judged by what it changes; HYPOTHESIS_PROFILE=explore draws others.
settings.register_profile("checker", parent=settings(), deadline=None, derandomize=True)
settings.register_profile("explore", parent=settings(), deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "checker"))

Judge = Callable[..., list[Finding]]


# What tests of hostile files are made of is no sentence.
_LONGEST = 20_000
# The ways of making one text of others.
_MAKE_TEXT = frozenset(("format", "join", "replace"))
_TEXTUAL = (ast.Constant, ast.Name, ast.JoinedStr, ast.BinOp, ast.Call)
Names = dict[str, object]


def _texts(path: Path) -> list[str]:
    """The texts of a test module, also those that its tests put together of what they are given."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = runpy.run_path(str(path))
    own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and _gives_text(node)}
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    found = [text for node in tree.body if node not in functions for text in _said(node, known, own)]
    for function in functions:
        found += [text for given in _given(function, known, own) for text in _said(function, known | given, own)]
    return found


def _gives_text(function: ast.FunctionDef) -> bool:
    return isinstance(function.returns, ast.Name) and function.returns.id == "str"


def _given(function: ast.FunctionDef, known: Names, own: set[str]) -> list[Names]:
    """What the arguments of a test are, each time that it runs; of others, any figure."""
    filled: Names = {each.arg: "20" for each in function.args.args}
    every: list[Names] = [filled]
    for each in function.decorator_list:
        if not isinstance(each, ast.Call) or ast.unparse(each.func) != "pytest.mark.parametrize":
            continue
        names, rows = (_value(argument, known, own) for argument in each.args[:2])
        if isinstance(names, str):
            names = [name.strip() for name in names.split(",")]
        if isinstance(names, list | tuple) and isinstance(rows, list | tuple):
            filling = [dict(zip(names, [row] if len(names) == 1 else row, strict=True)) for row in rows]
            every = [before | now for before in every for now in filling]
    return every


def _said(piece: ast.AST, known: Names, own: set[str]) -> list[str]:
    """Every text in a piece of a module."""
    known = dict(known)
    for node in ast.walk(piece):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            known[node.targets[0].id] = _value(node.value, known, own) or "20"
    values = (_value(node, known, own) for node in ast.walk(piece) if isinstance(node, _TEXTUAL))
    return [value for value in values if isinstance(value, str)]


def _value(node: ast.expr, known: Names, own: set[str]) -> object:
    """What an expression comes to, where nothing is called in it but what makes texts of texts."""
    for called in (each.func for each in ast.walk(node) if isinstance(each, ast.Call)):
        if not (called.id in own if isinstance(called, ast.Name) else getattr(called, "attr", "") in _MAKE_TEXT):
            return None
    try:
        return eval(compile(ast.Expression(node), "<test>", "eval"), dict(known))
    except Exception:  # any figure in place of what a test is given does not do everywhere
        return None


@pytest.fixture(scope="session")
def own_texts() -> list[str]:
    """The suite's own sentences: the examples of readings and bindings, and every text in the tests of extraction."""
    found = [Example.parse(each).text for entry in catalogue.every() for each in entry.reading.reads]
    found += [each for entry in catalogue.every() for each in entry.reading.leaves]
    found += [text for each in BINDINGS for text in (*(resolved for resolved, _ in each.resolves), *each.leaves)]
    for path in sorted((Path(__file__).parent / "extraction").rglob("*.py")):
        found += _texts(path)
    return [text for text in dict.fromkeys(found) if " " in text.strip() and len(text) <= _LONGEST]


@pytest.fixture(scope="session")
def findings_of() -> Judge:
    """The findings of one check about claims written in YAML (one flow mapping, without its id, each)."""

    def findings(check: str, *claims: str, populations: str = "{}") -> list[Finding]:
        lines = [claim.replace("{", f"{{id: claim-{i}, ", 1) for i, claim in enumerate(claims)]
        text = f"document: {{title: test}}\npopulations: {populations}\nclaims:\n" + "\n".join(f"- {c}" for c in lines)
        return run.verify(claimfile.loads(text.encode()), frozenset({check}))

    return findings


@pytest.fixture(scope="session")
def verdict_of(findings_of: Judge) -> Callable[..., str]:
    """The worst verdict of one check about claims written in YAML."""

    def verdict(check: str, *claims: str, populations: str = "{}") -> str:
        found = findings_of(check, *claims, populations=populations)
        assert found, f"{check} has nothing to say of {claims}"
        return str(worst(found))

    return verdict


# A page of a PDF, turned, cropped and shifted as pages are. The last sentence is discrepant.
SIZE = (595, 842)
LINES = (
    "Of 240 patients, 120 were assigned to early mobilisation and 120 to usual care, and all of them",
    "were followed for one year. Death occurred in 12 (10.0%) and in 24 (20.0%) patients, a risk ratio",
    "of 0.50 (95% CI 0.26 to 0.95). The official mean stay was 8.4 days, and in the effort group 10.1 days.",
    "Fever occurred in 12 of 60 patients (25.0%).",
)


def printed_page(angle: float = 0, where: tuple[float, float] = (50, 90)) -> bytes:
    """A page of prose, its text turned by quarter turns."""
    pdf = FPDF(unit="pt", format=SIZE)
    pdf.add_page()
    pdf.set_font("Times", size=10)
    with pdf.rotation(angle, x=SIZE[0] / 2, y=SIZE[1] / 2):
        for number, line in enumerate(LINES):
            pdf.text(where[0], where[1] + 12 * number, line)
    return bytes(pdf.output())


def changed(content: bytes, **boxes) -> bytes:
    """The same page, turned or with other edges."""
    writer = pypdf.PdfWriter(io.BytesIO(content))
    page = writer.pages[0]
    page.rotate(boxes.pop("rotate", 0))
    for name, edges in boxes.items():
        setattr(page, name, RectangleObject(edges))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def shifted(content: bytes) -> bytes:
    """The same page with its origin elsewhere, and what stands on it with the origin."""
    writer = pypdf.PdfWriter(io.BytesIO(content))
    page = writer.pages[0]
    page.add_transformation(pypdf.Transformation().translate(300, -1000))
    page.mediabox = RectangleObject((300, -1000, 300 + SIZE[0], SIZE[1] - 1000))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


PAGES = {
    "upright": printed_page(),
    "turned on the page": printed_page(90, (-20, 200)),
    "turned the other way": printed_page(270, (-20, 200)),
    "upside down": printed_page(180),
    "page turned": changed(printed_page(), rotate=90),
    "page and text turned": changed(printed_page(90, (-20, 200)), rotate=90),
    "cropped": changed(printed_page(), cropbox=(30, 500, 560, 800)),
    "origin elsewhere": shifted(printed_page()),
    "origin elsewhere, turned, cropped": changed(
        shifted(printed_page()), rotate=270, cropbox=(310, -600, 890, -170)
    ),
}  # fmt: skip


@pytest.fixture(params=PAGES.values(), ids=list(PAGES))
def page(request: pytest.FixtureRequest) -> bytes:
    """A PDF of one page."""
    content: bytes = request.param
    return content
