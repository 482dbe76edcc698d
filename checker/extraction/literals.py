"""The pieces of text without which a regular expression cannot match, read off the expression itself.

A search tries an expression at every character of a text; whether a text has a piece at all is known many times
sooner. As code search does it: of ``(?:odds|risk) ratios?`` a text that fits has ``odds ratio`` or ``risk ratio``.
"""

import functools
import importlib
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

# The standard library's own parser of regular expressions, of which there are no types.
_PARSER: Any = importlib.import_module("re._parser")
# So many strings are multiplied out, so many are looked for instead of searching.
_MOST_SPELLED, _MOST_LOOKED_FOR, _MOST_ONE_BY_ONE = 64, 100, 20
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
# What almost every text has, which tells nothing.
_COMMON = frozenset(" ,.-()")
_COMMON_WORDS = frozenset(("a", "in", "of", "the"))

# All strings that a piece of an expression fits, where these are few; else None.
Spelled = frozenset[str] | None
Clause = frozenset[str]
Ranges = tuple[tuple[int, int], ...]
Classes = Mapping[Ranges, frozenset[str]]
Sought = tuple[tuple[str, ...] | Callable[[str], re.Match[str] | None], ...]
# An expression parsed; and what some characters of another stand for, by their codes.
Pieces = Any
Parts = Mapping[int, Pieces]
# What a piece of an expression spells, or else the clauses of what it needs.
Needs = tuple[Spelled, tuple[Clause, ...]]


def parsed(expression: str, parts: Parts | None = None) -> Pieces:
    """An expression as the pieces that it is made of.

    ``parts``: what single characters of it stand for, parsed before: what many expressions share is parsed once.

    >>> both = {ord("@"): parsed("(?:odds|risk)")}
    >>> needed(parsed("@ ratio", both)) == needed("(?:odds|risk) ratio")
    True
    """
    pieces = _PARSER.parse(expression)
    return _spliced(pieces, parts) if parts else pieces


def _spliced(pieces: Pieces, parts: Parts) -> Pieces:
    """Pieces with the parts that some of their characters stand for."""
    made: list[Any] = []
    for kind, argument in pieces:
        operation = str(kind)
        if operation == "LITERAL" and argument in parts:
            made += parts[argument]
        elif operation in ("SUBPATTERN", *_REPEATS, "ASSERT", "ASSERT_NOT"):
            made.append((kind, (*argument[:-1], _spliced(argument[-1], parts))))
        elif operation == "ATOMIC_GROUP":
            made.append((kind, _spliced(argument, parts)))
        elif operation == "BRANCH":
            made.append((kind, (None, [_spliced(branch, parts) for branch in argument[1]])))
        else:
            made.append((kind, argument))
    return made


def needed(expression: str | Pieces, classes: Classes | None = None) -> tuple[Sequence[str], ...]:
    """Of each of these at least one stands in every text that an expression, which minds the case, fits.

    What it looks for behind where it begins is not among them, since a search may begin there. ``classes``: the
    characters that stand for all those of a class, told by its ranges, in the texts that are asked.

    >>> needed("(?:odds|risk) ratios?.{0,9} by [0-9]+")
    ((' by ',), ('odds ratio', 'risk ratio'))
    >>> needed("[a-z]+")
    ()
    """
    classes = classes or {}
    plain = _COMMON.union(*classes.values())
    clauses = _clauses(_Expression(classes).sequence(_pieces(expression)))
    telling = {clause for clause in clauses if not any(piece in plain or _tells_little(piece) for piece in clause)}
    return tuple(sorted({tuple(sorted(_shortest(each))) for each in telling}, key=lambda each: (len(each), each)))


def _pieces(expression: str | Pieces) -> Pieces:
    return _PARSER.parse(expression) if isinstance(expression, str) else expression


def compiled(expression: str, flags: int = 0, pieces: Pieces | None = None) -> re.Pattern[str]:
    """An expression that looks first whether the character is one with which it may begin.

    ``pieces``: the expression parsed, where it has been.

    >>> compiled("(?:[0-9]+ )?(?:odds|risk) ratio").pattern
    '(?=[0-9or])(?:[0-9]+ )?(?:odds|risk) ratio'
    """
    pieces = _PARSER.parse(expression, flags) if pieces is None else pieces
    begins: list[str] = []
    if flags & re.IGNORECASE or str(pieces[0][0]) in ("LITERAL", "IN") or _begins(pieces, begins) is not False:
        return re.compile(expression, flags)
    return re.compile(f"(?=[{''.join(dict.fromkeys(begins))}]){expression}", flags)


def classes(expression: str | Pieces) -> Counter[Ranges]:
    """How many characters of each class, told by its ranges, every text has that an expression fits.

    >>> classes("[0-9]{2,4}(?:-[a-f])?")
    Counter({((48, 57),): 2})
    """
    return _least(_pieces(expression))


def _least(pieces: Iterable[Any]) -> Counter[Ranges]:
    found: Counter[Ranges] = Counter()
    for kind, argument in pieces:
        operation = str(kind)
        if operation == "IN" and (ranges := _ranges(argument)):
            found[ranges] += 1
        elif operation in ("SUBPATTERN", "ATOMIC_GROUP"):
            found += _least(argument[-1] if operation == "SUBPATTERN" else argument)
        elif operation == "BRANCH":
            found += functools.reduce(operator.and_, map(_least, argument[1]))
        elif operation in _REPEATS:
            least, _, inside = argument
            found.update({symbols: least * many for symbols, many in _least(inside).items()} if least else {})
    return found


def sought(clauses: Iterable[Sequence[str]]) -> Sought:
    """How the pieces of each clause are looked for: one by one where they are few.

    >>> sought([("odds ratio", "risk ratio")])
    (('odds ratio', 'risk ratio'),)
    """
    return tuple(
        tuple(clause) if len(clause) <= _MOST_ONE_BY_ONE else compiled(_tree(clause)).search for clause in clauses
    )


def has(text: str, needs: Sought) -> bool:
    """Whether a text has what an expression needs."""
    for need in needs:
        if isinstance(need, tuple):
            for piece in need:
                if piece in text:
                    break
            else:
                return False
        elif need(text) is None:
            return False
    return True


def _tree(pieces: Iterable[str]) -> str:
    """An expression for several strings, or the shortest of those that begin alike, that tries no character twice.

    >>> _tree(["odds ratio", "odds-ratio", "risk"])
    '(?:odds[\\\\ \\\\-]ratio|risk)'
    """
    rests: dict[str, set[str]] = {}
    for piece in pieces:
        if not piece:
            return ""
        rests.setdefault(piece[0], set()).add(piece[1:])
    letters: dict[str, list[str]] = {}
    for letter in sorted(rests):
        letters.setdefault(_tree(rests[letter]), []).append(re.escape(letter))
    ways = [(f"[{''.join(each)}]" if len(each) > 1 else each[0]) + rest for rest, each in letters.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _tells_little(piece: str) -> bool:
    return piece.strip() in _COMMON_WORDS or (len(piece) == 1 and piece.isascii() and piece.isalnum())


def _shortest(clause: Clause) -> Clause:
    """A clause without the pieces that hold another of its pieces."""
    return frozenset(piece for piece in clause if not any(other in piece and other != piece for other in clause))


def _clause(spelled: Spelled) -> tuple[Clause, ...]:
    if not spelled or "" in spelled:
        return ()
    clause = spelled if len(spelled) <= _MOST_LOOKED_FOR else _shortest(spelled)
    return (clause,) if len(clause) <= _MOST_LOOKED_FOR else ()


class _Expression:
    """An expression while it is read: what each of its groups spells or needs, by number."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._groups: dict[int | None, Needs] = {}

    def sequence(self, pieces: Iterable[Any]) -> Needs:
        """What pieces in a row spell, or else need."""
        clauses: list[Clause] = []
        running: frozenset[str] = frozenset({""})
        whole = True
        for operation, argument in pieces:
            spelled, needs = self._piece(str(operation), argument)
            clauses += needs
            if spelled is not None and str(operation) == "ASSERT":
                # What is looked for ahead stands right behind, and is still to be read.
                clauses += _clause(frozenset(one + other for one in running for other in spelled))
                continue
            if spelled is not None and len(running) * len(spelled) <= _MOST_SPELLED:
                running = frozenset(one + other for one in running for other in spelled)
                continue
            whole = False
            clauses += _clause(running)
            running = spelled or frozenset({""})
        if whole and not clauses:
            return running, ()
        return None, (*clauses, *_clause(running))

    def _piece(self, operation: str, argument: Any) -> Needs:
        """The same of one piece; nothing where it is of a kind that is not looked into."""
        if operation == "LITERAL":
            return frozenset({chr(argument)}), ()
        if operation == "IN":
            return self._classes.get(_ranges(argument)) or _letters(argument), ()
        if operation in ("AT", "ASSERT_NOT"):
            return frozenset({""}), ()
        if operation == "ASSERT":
            direction, inside = argument
            return self.sequence(inside) if direction > 0 else (frozenset({""}), ())
        if operation == "SUBPATTERN":
            group, inside = argument[0], argument[-1]
            self._groups[group] = self.sequence(inside)
            return self._groups[group]
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument)
        if operation == "BRANCH":
            return _branches([self.sequence(branch) for branch in argument[1]])
        if operation == "GROUPREF_EXISTS":
            group, _, otherwise = argument
            # Either the group was there, or what stands in its place is.
            there = (None, _clauses(self._groups[group]))
            return None, _branches([there, self.sequence(otherwise or ())])[1]
        if operation in _REPEATS:
            least, most, inside = argument
            spelled, needs = self.sequence(inside)
            if most == 1 and spelled is not None:
                return spelled if least else spelled | {""}, ()
            return None, (*needs, *_clause(spelled)) if least else ()
        return None, ()


def _clauses(needs: Needs) -> tuple[Clause, ...]:
    spelled, clauses = needs
    return *_clause(spelled), *clauses


def _branches(branches: Sequence[Needs]) -> Needs:
    """What several ways of printing something spell, or else need: of each way its most telling pieces."""
    spelled = [way for way, _ in branches if way is not None]
    if len(spelled) == len(branches):
        every = frozenset[str]().union(*spelled)
        return (every, ()) if len(every) <= _MOST_SPELLED else (None, _clause(every))
    pieces: set[str] = set()
    for branch in branches:
        clauses = _clauses(branch)
        if not clauses:
            return None, ()
        pieces |= max(clauses, key=lambda clause: (min(map(len, clause)), -len(clause)))
    return None, _clause(frozenset(pieces))


def _begins(pieces: Iterable[Any], found: list[str]) -> bool | None:
    """Whether pieces in a row may fit nothing at all; None where the characters they begin with are not told."""
    for kind, argument in pieces:
        operation = str(kind)
        empty: bool | None = None
        if operation == "LITERAL":
            found.append(re.escape(chr(argument)))
            empty = False
        elif operation == "IN":
            empty = _begins_in(argument, found)
        elif operation in ("AT", "ASSERT", "ASSERT_NOT"):
            empty = True
        elif operation == "SUBPATTERN":
            _, cased, _, inside = argument
            empty = None if cased else _begins(inside, found)
        elif operation == "ATOMIC_GROUP":
            empty = _begins(argument, found)
        elif operation == "BRANCH":
            ways = [_begins(branch, found) for branch in argument[1]]
            empty = None if None in ways else any(ways)
        elif operation in _REPEATS:
            least, _, inside = argument
            inner = _begins(inside, found)
            empty = None if inner is None else inner or least == 0
        if not empty:
            return empty
    return True


def _begins_in(kinds: Sequence[tuple[Any, Any]], found: list[str]) -> bool | None:
    for operation, argument in kinds:
        first, last = argument if str(operation) == "RANGE" else (argument, argument)
        if str(operation) not in ("LITERAL", "RANGE"):
            return None
        found.append(re.escape(chr(first)) if first == last else f"{re.escape(chr(first))}-{re.escape(chr(last))}")
    return False


def _ranges(kinds: Sequence[tuple[Any, Any]]) -> Ranges:
    """Those of a class of nothing but ranges, else none."""
    return tuple(limits for _, limits in kinds) if all(str(each) == "RANGE" for each, _ in kinds) else ()


def _letters(kinds: Sequence[tuple[Any, Any]]) -> Spelled:
    """The characters of a class, where they are few."""
    found: set[str] = set()
    for operation, argument in kinds:
        first, last = argument if str(operation) == "RANGE" else (argument, argument)
        if str(operation) not in ("LITERAL", "RANGE") or last - first >= _MOST_SPELLED:
            return None
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found) if len(found) <= _MOST_SPELLED else None
