"""The groups of people, and of other things, whose sizes a paper states: how many, in what words, of what.

A group is read from the words beside its number: ``(n = 40)``, ``of the 60 patients``, ``40 to placebo``. A count that
is printed with a percentage is a group too, which later words may name: ``Of these``, ``among the responders``.
"""

import re
from collections.abc import Iterator
from typing import Literal

from checker.extraction import phrases
from checker.extraction.numbers import Token
from checker.extraction.outline import Outline, characters
from checker.extraction.sentences import Sentence

# How a size is stated: ``(n = 40)``; ``of the 40``; ``40 patients``; ``40 responded``; ``40 to placebo``; ``40 in each
# group``; a column or a row of a table; ``12 (20%)``; what arms make together; a whole less a part; what the shares of
# a list that leaves nobody out make.
How = Literal["sized", "of", "people", "did", "arm", "each", "column", "row", "counted", "sum", "complement", "hundred"]
# Those whose size somebody states as such, and those that are only some of others or derived.
STATED = frozenset(("sized", "of", "people", "did", "arm", "each", "column", "row"))
DERIVED = frozenset(("sum", "complement", "hundred"))

_NUMBER = f"[{characters('N')}]"
_ANY = characters("A")
_MODIFIER = (
    r"(?:(?!(?:of|in|to|for|with|and|or|had|has|have|were|was|who|that|on|at|by|from|than|the|a|is|are|did|"
    r"including|received|underwent|as)\b)(?:[a-z0-9/+'α-ω-]{1,24}|[a-z]\.),?[ ])"
)
# Behind a number, in the order in which they are tried.
_AFTER = re.compile(
    rf"""
    (?P<none> [ ]?(?:years|months|weeks|days|hours|minutes|times|mg|centers|centres|hospitals|countries|cycles|items
        |more|fewer|additional
        |per(?![ ](?:[a-z]{3,12}[ ])?(?:group|arm)\b)
        |[-+/x]|%|°|patient-years|person-years|(?:{_MODIFIER}){{0,2}}groups\b
        |(?:treatment[ ])?arms\b|different)
        |[ ](?:and|or|to|-)[ ][{_ANY}] )
    | (?P<counted> [ ]?(?:[^{_ANY}.;()]{{0,60}}\([ ]?(?:n[ ]?=[ ]?|[a-z]{{2,14}},?[ ])?|[ ]?[,;:][ ]?)
        (?=[{characters("P")}]) )
    | (?P<each> [ ]?(?:[a-z]{{3,16}}[ ])?(?:(?:in|to|for)[ ]each|per)[ ](?:[a-z]{{3,12}}[ ])?(?:group|arm)\b )
    | (?P<people> [ ]{_MODIFIER}{{0,5}}(?:{phrases.NOUNS}|people|patients|males?|females?|adolescents|veterans
        |volunteers|donors)\b )
    | (?P<did> [ ](?:responded|completed|participated|agreed|consented|were[ ](?:included|enrolled|eligible|evaluable
        |analy[sz]ed|randomi[sz]ed|assessable))\b )
    | (?P<arm> [ ](?:[a-z]{{1,20}}[ ])?(?:to|in|into|for|on|received|receiving|with|were[ ](?:assigned|allocated
        |randomi[sz]ed)[ ]to)[ ] )
    """,
    re.VERBOSE,
)  # fmt: skip
_SIZED_BEFORE = ("n = ", "n=", "n =", "n: ", "n:", "n= ", "n ", "n =  ")
_OF_BEFORE = re.compile(
    rf"(?:^|[ (,;:-])(?:out of|of|among|amongst)(?: (?:{phrases.ADJECTIVES}|at least))* ?(?:and )?(?:a "
    rf")?(?:total of )?$"
)
_IN_BEFORE = re.compile(
    rf"(?:^|[ (,;:-])(?:in|from|for|with|on|included|enrolled|studied|all|involving)(?: (?:{phrases.ADJECTIVES}))* ?$"
)
_SIZED_TAIL = re.compile(r"[,;:( ]*(?<![a-z])n ?[=:]? ?$|[,( ]*$")
_ABBREVIATED = re.compile(r"\((?P<name>[^() ]{1,20})\)$")
_DOSED = re.compile(rf"(?<=[a-z]) [{_ANY}](?: ?(?:mg|g|mcg|µg|ml|iu|mg/kg|mg/d(?:ay)?))?$")
_SIZED = re.compile(r"(?<![a-z])n ?[=:]? ?$")
_SIZED_ALONE = re.compile(rf" (?:{phrases.NOUNS}|people) ?[);]")
_BREAK_BEFORE = re.compile(
    rf"[,;:.()\[\]{_ANY}]| and | or | to | versus | vs\.? | receive | received | with (?=either)|"
    r" (?:either|in|into|between|for|of) "
)
_BREAK = re.compile(
    rf"[;:.({_ANY}]|,(?! [a-z]+ed )| and (?={_NUMBER})| while | whereas | but | vs\.? | versus | compared "
)
# ``5/21``, ``5 of the 21``
_SOME_OF = re.compile(rf" ?/ ?(?=[{characters('N')}])| (?:out )?of (?:the |a total of )?(?=[{characters('N')}])")
_CLAUSE = re.compile(rf"[,;:.{_ANY}]| and | of (?:whom|which|these) ")
_CALLED = re.compile(rf"\((?:the )?(?P<name>(?!n ?=|sd|range|mean|median|p ?[<=])[a-z][^(){_ANY}]{{1,30}})\)")
_ASIDE = re.compile(r"\([^()]{0,40}\)?")
_WORD = re.compile(r"[a-zα-ω][a-z0-9α-ω+]*|[0-9]+[a-z]+|(?<![0-9.])[1-9](?![0-9.])")
_ENDING = re.compile(r"(?:ations?|ated|ers?|ents?|ed|ing|ors?|ives?|ions?|es|s)$")
_NEGATION = frozenset("no not without non never nor none un neither lacking absent absence".split())
# Words that name nobody.
_EMPTY = frozenset(
    "the a an and or of in to for with was were is are had have has been by on at from as that than which who whom "
    "whose then only each both per we our all this these those their its it they i also did do does be being "
    "group groups arm arms cohort cohorts patient patients subject subjects participant participants people person "
    "persons individual individuals n received receiving receive given either assigned randomly randomized "
    "randomised allocated treated treatment therapy total vs versus underwent undergoing included enrolled taking "
    "respectively case cases series study studied population among one two three four other remaining rest "
    "consecutive eligible evaluable overall e during after before into between under over within such same some any "
    "obtain obtained obtaining achieve achieved achieving attain attained attaining reach reached reaching get got "
    "mg kg ml t s be being there here when while whereas however but out respectively first second men women".split()
) - frozenset("men women first second".split())  # fmt: skip
_LETTERED = re.compile(
    r"(?<![a-z])(?:group|arm|regimen|cohort|treatment|drug|schedule|protocol|study|trial|part|experiment|sample|"
    r"class|stage|type|grade|phase)s? "
    r"(?P<name>[a-e]|[1-5]|i{1,3}|iv)(?![a-z0-9])"
)
_UNIT = re.compile(
    r"(?:^| )(?P<unit>eyes?|lesions?|tumou?rs?|specimens?|samples?|episodes?|isolates?|procedures?|grafts?|"
    r"implants?|teeth|"
    r"tooth|hips?|knees?|fractures?|cycles?|visits?|pregnancies|deliveries|births|families|studies|trials|limbs?|"
    r"nodes?|"
    r"infections?|events?|deaths|biopsies|operations?|transplants?|sites?|centers?|centres?|hospitals?|arteries|"
    r"vessels?|"
    r"stents?|strains?|ears?|breasts?|kidneys?|segments?|admissions?|households|schools|articles|responses|injections?|"
    r"sessions?|questionnaires?|surveys?|records?|calls?|images?|scans?|tests?|cultures?|ulcers?|feet|hands|shoulders?|"
    r"embryos?|oocytes?|follicles|couples?|pairs?|litters?|items|catheters?|practices|wounds?|nurses|physicians|"
    r"prescriptions?|measures?|points|injuries|incidents?|seizures?|plaques?|defects?|stones?|veins?|anastomoses)\b"
)
# Where what happened to people begins: two treatments behind it are those of parts of them.
_STORY = re.compile(
    r" (?:(?P<all>(?:were|was) (?:included|enrolled|studied|analy[sz]ed|evaluated|recruited|reviewed|identified|"
    r"selected)|had|"
    r"have|developed|died|who were preparing|in order to|to determine|to assess|to evaluate|during)|received|randomly|"
    r"randomi[sz]ed|assigned|allocated|to receive|were|was|underwent|treated with|given) "
)
_STORY_OF_SOME = re.compile(r" (?:were|was|had|received|underwent|developed|died|responded|survived|relapsed)\b")
_SEVERAL = re.compile(r"(?<! to) or |(?<! before) and |either|versus|\bvs\b| than |compared")
PERSONS = re.compile(
    r"\b(?:patients?|subjects?|women|men|children|infants|participants|individuals|persons|people|adults|cases|"
    r"girls|boys|"
    r"students|respondents|mothers|recipients|survivors|controls|residents)\b"
)
# ``12 (20%) in the placebo group``: some of these, whom the words do not name.
_ELSEWHERE = re.compile(rf" *(?:(?:{phrases.NOUNS}) +)?(?:in|of|among|for|on|at|from|given|receiving|treated|after)\b")
_LONGEST_NAME = 140
_LONGEST_VERB = 30


def stem(word: str) -> str:
    """A word without the ending that tells those who responded from responders."""
    return _ENDING.sub("", word) if len(word) > 5 else word.removesuffix("s") if len(word) > 3 else word


def stems(words: str) -> frozenset[str]:
    """What words name, without endings and words that name nobody; what they deny has a ``-`` in front.

    >>> sorted(stems("the patients who received placebo and had no fever"))
    ['-fever', 'placebo']
    >>> sorted(stems("responders in group A"))
    ['#a', 'respond']
    """
    words = words.lower()
    found = {f"#{lettered['name']}" for lettered in _LETTERED.finditer(words)}
    denied = False
    for word in _WORD.findall(words):
        if word in _NEGATION:
            denied = True
        elif word not in _EMPTY and (len(word) > 1 or word.isdigit()) and f"#{word}" not in found:
            found.add(f"-{stem(word)}" if denied else stem(word))
            denied = False
    return frozenset(found)


def unit_of(words: str) -> str | None:
    """The thing that words speak of where that is no people, in the singular."""
    found = _UNIT.search(words)
    if found is None or PERSONS.search(words, 0, found.start()):
        return None
    return found["unit"].removesuffix("s")


class Group:
    """So many people, or things, of whom the paper speaks.

    Attributes:
        size: how many.
        how: by what words, or by what arithmetic, the size is known.
        token: where it is printed; of a derived one the last of the numbers that it is derived from.
        sentence, paragraph: their numbers; -1 in a table.
        parts: what a derived size is made of.
        parent: the group that it is printed to be some of: ``12 of the 60``.
    """

    __slots__ = (
        "_outline",
        "_place",
        "_said",
        "_stems",
        "how",
        "paragraph",
        "parent",
        "parts",
        "sentence",
        "size",
        "token",
    )

    def __init__(
        self, size: int, how: How, token: Token, sentence: int, paragraph: int, outline: Outline | None = None,
        place: int = 0, said: str | None = None, parts: "tuple[Group, ...]" = (), parent: "Group | None" = None,
    ) -> None:  # fmt: skip
        self.size = size
        self.how = how
        self.token = token
        self.sentence = sentence
        self.paragraph = paragraph
        self.parts = parts
        self.parent = parent
        self._outline = outline
        self._place = place
        self._said = said
        self._stems: frozenset[str] | None = None

    def __repr__(self) -> str:
        return f"Group({self.size}, {self.how!r}, {self.words!r})"

    @property
    def words(self) -> str:
        """The words beside its size that say who they are."""
        if self._said is None:
            self._said = self._read_words()
        return self._said

    @property
    def context(self) -> str:
        """What is said of them in their clause, in front of their number and behind it."""
        if self._outline is None:
            return self.words
        text, place = self._outline.text, self._place
        behind = _CLAUSE.split(text[place + 1 : place + 1 + _LONGEST_NAME])[0]
        return _CLAUSE.split(text[max(0, place - _LONGEST_VERB) : place])[-1] + behind

    @property
    def terms(self) -> frozenset[str]:
        """The stems of these words."""
        if self._stems is None:
            self._stems = stems(self.words)
        return self._stems

    @property
    def unit(self) -> str | None:
        """What it is a number of, where that is no people."""
        if self._outline is None:
            return None
        if self.how == "sized":
            return unit_of(self.words)
        behind = self._outline.text[self._place + 1 : self._place + 60]
        return unit_of(re.split(rf"[,;:.(){_ANY}]| (?:in|of|from|with|were|was|had|who|that|for|to) ", behind)[0])

    @property
    def lettered(self) -> bool:
        """Whether only a letter or number tells it apart."""
        return any(term.startswith("#") for term in self.terms)

    def _read_words(self) -> str:
        if self._outline is None:
            return " ".join(part.words for part in self.parts) if self.how == "complement" else ""
        text, place = self._outline.text, self._place
        before = text[max(0, place - _LONGEST_NAME) : place]
        if self.how == "sized":
            before = _SIZED_TAIL.sub("", before)
            abbreviated = _ABBREVIATED.search(before)
            if abbreviated:
                # ``usual care (UC), n = 40``
                words = f"{_BREAK_BEFORE.split(before[: abbreviated.start()].rstrip())[-1]} {abbreviated['name']}"
            else:
                # ``alfa 10 mg (n = 40)``
                words = _BREAK_BEFORE.split(_DOSED.sub("", before))[-1]
            return words if stems(words) else _BREAK.split(text[place + 1 : place + 80].lstrip(" )"))[0]
        after = text[place + 1 : place + 1 + _LONGEST_NAME]
        called = _CALLED.search(re.split(rf"[;{_ANY}]", after)[0])
        if called:
            return called["name"]
        after = _BREAK.split(_ASIDE.sub(" ", after))[0]
        if self.how == "counted" and _ELSEWHERE.match(after):
            return ""
        if self.how in ("people", "of", "did"):
            story = _STORY.search(after)
            if story and (story["all"] or _SEVERAL.search(after, story.end())):
                after = after[: story.start()]
        return after


def read(sentence: Sentence, outline: Outline) -> Iterator[Group]:
    """The groups whose sizes a sentence states, in order."""
    text = outline.text
    for index, token in enumerate(outline.tokens):
        if (
            token.unit is not None
            or token.value < 2
            or token.comparator not in "=~"
            or token.value > 1e8
            or not token.countable
        ):
            continue
        at = outline.places[index]
        how = _how(text, at)
        if how is None:
            continue
        yield Group(int(token.value), how, token, sentence.index, sentence.paragraph, outline, at)


def _how(text: str, at: int) -> How | None:
    before = text[at - 36 : at] if at > 36 else text[:at]
    if before.endswith(_SIZED_BEFORE) and _SIZED.search(before):
        return "sized"
    if before.endswith("(") and before[-2:-1] not in ("", "(") and _SIZED_ALONE.match(text, at + 1):
        return "sized"
    if _SOME_OF.match(text, at + 1):
        return "counted"
    found = _AFTER.match(text, at + 1)
    kind = found.lastgroup if found else None
    if kind == "none":
        return None
    if before.endswith("/"):
        return "of"
    spaced = before.endswith(" ") or not before
    if spaced and kind != "each" and ("of " in before or "mong" in before) and _OF_BEFORE.search(before):
        return "of"
    if kind is not None:
        return kind  # type: ignore[return-value]
    if spaced and _IN_BEFORE.search(before):
        return "people"
    # ``Fifty-three had surgery first``: some whom later words may mean.
    return "counted" if _STORY_OF_SOME.match(text, at + 1) else None


def stems_in_order(words: str) -> Iterator[tuple[int, str]]:
    """The stems of words in the order of the text, letters of groups among them, and where each begins."""
    found = [(lettered.start("name"), f"#{lettered['name']}") for lettered in _LETTERED.finditer(words)]
    found += [(word.start(), stem(word.group())) for word in _WORD.finditer(words)]
    return iter(sorted(found))
