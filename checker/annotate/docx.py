"""The authors' own Word document with a comment at the figures of each finding.

Nothing but comments is added: the parts of the package that hold none are copied as they are, and runs are split
where a comment begins, in the same look. Comments stand in the body alone: one about a footnote stands at its mark, one
about an equation or a text box around the whole of it, as Word allows no other.
"""

import datetime
import io
import itertools
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lxml import etree

from checker.annotate.errors import AnnotateError
from checker.annotate.notes import AUTHOR, Note
from checker.annotate.runs import Runs
from checker.document import Document
from checker.origin import Run
from checker.read.docx import MOST_UNPACKED
from checker.read.packed import check

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"


class _Anchor(NamedTuple):
    """Where a comment begins and ends; the figures that it is about, where they do not all stand there."""

    first: Any
    last: Any
    figures: str


def write(source: bytes, path: str, document: Document, notes: Sequence[Note]) -> bytes:
    """The file with the notes as comments.

    Raises:
        AnnotateError: where its package is damaged, or holds no body that can be commented on.
    """
    check(source, path, MOST_UNPACKED, "a Word document")
    if not notes:
        return source
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            members = {info.filename: package.read(info) for info in package.infolist()}
            infos = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError):
        raise AnnotateError(path, "cannot be annotated: its ZIP package is damaged") from None
    try:
        changed = _commented(members, document, notes)
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise AnnotateError(path, f"cannot be annotated: it seems damaged ({str(error)[:80]})") from None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info in infos:
            package.writestr(info, changed.pop(info.filename, members[info.filename]), info.compress_type)
        for name, content in changed.items():
            package.writestr(name, content)
    return out.getvalue()


def _commented(members: dict[str, bytes], document: Document, notes: Sequence[Note]) -> dict[str, bytes]:
    """The members of the package that comments change."""
    body = _body(members)
    root = _parsed(members[body])
    links_name = posixpath.join(posixpath.dirname(body), "_rels", posixpath.basename(body) + ".rels")
    links = (
        _parsed(members[links_name])
        if links_name in members
        else etree.Element(f"{{{_PACKAGE}relationships}}Relationships")
    )
    link = next((link for link in links if link.get("Type") == _COMMENTS), None)
    if link is not None:
        name = posixpath.normpath(posixpath.join("/", posixpath.dirname(body), link.get("Target", ""))).lstrip("/")
        comments = _parsed(members[name])
    else:
        name = posixpath.join(posixpath.dirname(body), "comments.xml")
        comments = etree.Element(f"{_W}comments", nsmap={"w": _W[1:-1]})
    known = [node.get(f"{_W}id", "") for node in (*comments, *root.iter(f"{_W}commentReference"))]
    number = itertools.count(1 + max((int(each) for each in known if each.isdecimal()), default=-1))
    anchors = _Anchors(root, body, members)
    date = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for note in notes:
        for anchor in anchors.of(document, note):
            own = str(next(number))
            _anchored(anchor, own)
            comments.append(_comment(own, note, anchor.figures, date))
    changed = {body: _bytes(root), name: _bytes(comments)}
    if link is None:
        etree.SubElement(
            links,
            f"{{{_PACKAGE}relationships}}Relationship",
            {"Id": _unused(links), "Type": _COMMENTS, "Target": posixpath.basename(name)},
        )
        changed[links_name] = _bytes(links)
        types = _parsed(members[_TYPES])
        etree.SubElement(
            types,
            f"{{{_PACKAGE}content-types}}Override",
            {"PartName": f"/{name}", "ContentType": _CONTENT_TYPE},
        )
        changed[_TYPES] = _bytes(types)
    return changed


class _Anchors:
    """Where comments are anchored in the body."""

    def __init__(self, root: Any, body: str, members: dict[str, bytes]) -> None:
        self.root, self.body, self.members = root, body, members
        self.runs = Runs(root)
        self._notes: dict[str, list[tuple[Any, Any]]] = {}

    def of(self, document: Document, note: Note) -> Iterator[_Anchor]:
        """An anchor for each sentence or row of a table that has figures of a note."""
        groups: dict[Any, list[tuple[Run, Any]]] = {}
        for span in note.spans:
            for run in document.runs(span.start, span.end):
                node = self._in_body(run)
                if node is not None:
                    groups.setdefault(_holder(node), []).append((run, node))
        total = sum(map(len, groups.values()))
        for found in groups.values():
            paragraph = next(found[0][1].iterancestors(f"{_W}p"))
            # Over several cells no range can be: the first figure stands for its row.
            together = [(run, node) for run, node in found if next(node.iterancestors(f"{_W}p")) is paragraph]
            parts = [self._part(run, node) for run, node in together]
            figures = "" if len(together) == total else _listed(document, note)
            yield _Anchor(parts[0][0], parts[-1][1], figures)

    def _part(self, run: Run, node: Any) -> tuple[Any, Any]:
        if run.part.lstrip("/") == self.body:
            found = self.runs.part(run.paragraph, run.run, run.start, run.end)
            if found is not None:
                return found
        return node, node

    def _in_body(self, run: Run) -> Any:
        """The run of the body that a comment on a run can be anchored at: itself, or the mark of its footnote."""
        if run.part.lstrip("/") == self.body:
            return self.runs.node(run.paragraph, run.run)
        part = run.part.lstrip("/")
        if part not in self._notes:
            root = _parsed(self.members[part])
            self._notes[part] = [(node, root) for node in root.iter(f"{_W}p")]
        paragraph = self._notes[part][run.paragraph][0]
        note = next(paragraph.iterancestors(f"{_W}footnote", f"{_W}endnote"), None)
        if note is None:
            return None
        mark = f"{note.tag}Reference"
        cited = (each for each in self.root.iter(mark) if each.get(f"{_W}id") == note.get(f"{_W}id"))
        found = next(cited, None)
        return found.getparent() if found is not None else None


def _holder(node: Any) -> Any:
    """What one comment is for: the row of a table that a run is in, else its paragraph."""
    row = next(node.iterancestors(f"{_W}tr"), None)
    return row if row is not None else next(node.iterancestors(f"{_W}p"))


def _anchored(anchor: _Anchor, number: str) -> None:
    start, end = etree.Element(f"{_W}commentRangeStart"), etree.Element(f"{_W}commentRangeEnd")
    reference = etree.Element(f"{_W}r")
    for node in (start, end, etree.SubElement(reference, f"{_W}commentReference")):
        node.set(f"{_W}id", number)
    anchor.first.addprevious(start)
    anchor.last.addnext(reference)
    anchor.last.addnext(end)


def _listed(document: Document, note: Note) -> str:
    """The figures of a note in words."""
    texts = dict.fromkeys(document.text[span.start : span.end] for span in note.spans)
    return f"Of the figures {', '.join(texts)}."


def _comment(number: str, note: Note, figures: str, date: str) -> Any:
    comment = etree.Element(f"{_W}comment")
    for name, value in {"id": number, "author": AUTHOR, "date": date, "initials": AUTHOR[0]}.items():
        comment.set(f"{_W}{name}", value)
    for position, line in enumerate(filter(None, [note.title, figures, *note.text.split("\n")])):
        run = etree.SubElement(etree.SubElement(comment, f"{_W}p"), f"{_W}r")
        if not position:
            etree.SubElement(etree.SubElement(run, f"{_W}rPr"), f"{_W}b")
        text = etree.SubElement(run, f"{_W}t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _body(members: dict[str, bytes]) -> str:
    """The name of the main part of a package."""
    for link in _parsed(members["_rels/.rels"]):
        if link.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(posixpath.join("/", link.get("Target", ""))).lstrip("/")
    raise ValueError("no body")


def _unused(links: Any) -> str:
    taken = {link.get("Id") for link in links}
    return next(name for number in itertools.count(1) if (name := f"rIdChecker{number}") not in taken)


def _parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _bytes(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
