"""What many expressions need of a text, looked for in one pass, however many they are (Aho and Corasick, 1975)."""

from collections.abc import Callable, Iterable, Sequence

import ahocorasick


def finder(words: Iterable[str]) -> Callable[[str], list[int]]:
    """Where any of some words stands in a text, inside others too: where each begins, in order.

    >>> finder(["one", "ten"])("one, often none")
    [0, 7, 12]
    """
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word) - 1)
    automaton.make_automaton()
    return lambda text: sorted({end - length for end, length in automaton.iter(text)})


class Sieve:
    """Pieces of text, of which expressions need one of each of several lists, as the bits of a number.

    >>> sieve = Sieve()
    >>> ratio, by = sieve.asked([("odds ratio", "risk ratio")]), sieve.asked([("by ",), ("lower", "higher")])
    >>> had = sieve.found("the risk ratio was lower")
    >>> had & ratio == ratio, had & by == by
    (True, False)
    """

    def __init__(self) -> None:
        self._pieces = ahocorasick.Automaton()
        self._bits: dict[tuple[str, ...], int] = {}
        self._made = 0

    @property
    def size(self) -> int:
        """How many lists are known: what was found before one was asked for says nothing of it."""
        return len(self._bits)

    def asked(self, clauses: Iterable[Sequence[str]]) -> int:
        """The bits that a text has which has a piece of each of several lists."""
        bits = 0
        for clause in map(tuple, clauses):
            if clause not in self._bits:
                self._bits[clause] = 1 << len(self._bits)
                for piece in clause:
                    self._pieces.add_word(piece, self._pieces.get(piece, 0) | self._bits[clause])
            bits |= self._bits[clause]
        return bits

    def found(self, text: str) -> int:
        """The bits of all lists of which a text has a piece."""
        if not self._bits:
            return 0
        if self._made != len(self._bits):
            self._pieces.make_automaton()
            self._made = len(self._bits)
        bits = 0
        for _, each in self._pieces.iter(text):
            bits |= each
        return bits


class Sieved:
    """A text of which is asked again and again what it has."""

    __slots__ = ("_had", "_known", "_sieve")

    def __init__(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._had, self._known = 0, 0

    def has(self, needs: int) -> bool:
        """Whether the text has all that was asked of the sieve under some bits."""
        if needs & self._had != needs and self._known != self._sieve.size:
            self._had, self._known = self._sieve.found(self._searched()), self._sieve.size
        return needs & self._had == needs

    def _searched(self) -> str:
        raise NotImplementedError
