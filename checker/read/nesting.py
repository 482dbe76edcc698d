"""How deep a page nests its elements: told before it is parsed, as parsing takes time and memory by the depth.

The rules of HTML make a parser walk up the open elements at each tag, and open every unclosed `<b>` or `<font>`
again in each paragraph; a small page can so ask for minutes and gigabytes.
"""

import re
from collections import Counter
from collections.abc import Iterator

# As deep as browsers build a page.
DEEPEST = 512
MOST_REOPENED = 5_000_000

# A parser compares each attribute of an element with all the others.
MOST_ATTRIBUTES = 1_000

_TAG = re.compile(
    r"<(?P<comment>!--)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]{0,60})(?:\"[^\"]{0,4000}\"|'[^']{0,4000}'|[^'\"<>])*+>?"
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Elements whose content is no markup.
_RAW = frozenset("script style textarea title xmp".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Closed by what follows them, so that leaving out their end is no nesting.
_IMPLIED = frozenset(
    "p li td th tr tbody thead tfoot caption colgroup dt dd option optgroup rt rp html head body".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# An end tag does not reach through these.
_BARRIERS = frozenset("table object marquee applet template svg math button select".split())


def too_deep(page: str) -> bool:
    """Whether the elements of a page nest deeper than pages do, reopen more often, or have more attributes.

    >>> too_deep("<div>" * 600), too_deep("<div></div>" * 600), too_deep("<p><li><br>" * 600)
    (True, False, False)
    """
    stack: list[str] = []
    unclosed: Counter[str] = Counter()
    active = reopened = foreign = 0
    for found in _tags(page):
        name = found["name"].lower()
        if len(found.group()) > MOST_ATTRIBUTES and len(_QUOTED.sub("", found.group()).split()) > MOST_ATTRIBUTES:
            return True
        if name in _FORMATTING:
            if not found["close"]:
                unclosed[name] += 1
                active += 1
            elif unclosed[name]:
                unclosed[name] -= 1
                active -= 1
        if not found["close"]:
            reopened += active
        if reopened > MOST_REOPENED or active > DEEPEST:
            return True
        if name in _VOID or name in _IMPLIED:
            continue
        if not found["close"]:
            if foreign and found.group().endswith("/>"):
                continue  # drawings close their elements so
            stack.append(name)
            foreign += name in ("svg", "math")
            if len(stack) > DEEPEST:
                return True
        else:
            for position in range(len(stack) - 1, -1, -1):
                if stack[position] == name:
                    foreign -= sum(inner in ("svg", "math") for inner in stack[position:])
                    del stack[position:]
                    break
                if stack[position] in _BARRIERS:
                    break
    return False


def _tags(page: str) -> Iterator[re.Match[str]]:
    """The tags of a page, without those in comments and in elements whose content is no markup.

    What is never closed is looked for once, not at each place that opens it.
    """
    unclosed: set[str] = set()
    at = 0
    while found := _TAG.search(page, at):
        at = found.end()
        name = "!--" if found["comment"] else found["name"].lower()
        if name in _RAW and not found["close"] and found.group().endswith(">"):
            end = f"</{name}"
        elif name == "!--":
            end = "-->"
        else:
            yield found
            continue
        closed = re.compile(end, re.IGNORECASE).search(page, at) if name not in unclosed else None
        if closed is not None:
            at = closed.end()
        else:
            unclosed.add(name)
            if name != "!--":
                yield found
