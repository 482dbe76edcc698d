"""How a change and the two figures that it is of are put into words: the pieces of the shapes of its readings."""

import re

from checker.extraction.outline import ANY, characters

VERB = (
    r"(?:increas(?:ed|es|ing|e)|r(?:ose|isen|ises|ising)|grew|grown|climb(?:ed|ing)|improv(?:ed|es|ing|e)|gain(?:ed|ing)|"
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|f(?:ell|allen|alls|alling)|drop(?:ped|s|ping)|declin(?:ed|es|ing|e)|"
    r"lower(?:ed|s|ing)|chang(?:ed|es|ing)|shorten(?:ed|ing)|diminish(?:ed|ing)|differ(?:ed|s)|rais(?:ed|es|ing))"
)
NOUN = (
    r"(?:increases?|increments?|rise|gains?|growth|improvements?|decreases?|reductions?|declines?|drops?|falls?|loss(?:es)?|"
    r"changes?|differences?|shortening|savings?|arr|rrr)"
)
MORE = r"(?:lower|higher|greater|less|fewer|shorter|longer|increased|reduced)"
_KIND = (
    r"(?:(?:absolute|relative|proportional|risk|rate|mean|average|percentage|percent|points?|overall|net|crude|further|fold|"
    r"significant|statistically|highly|estimated|adjusted|unadjusted|treatment|between-group)[ -]{1,2})"
)
HEDGE = r"(?:[ ]{1,2}(?:an?|the|about|approximately|nearly|almost|only|mean|average|of|by|at least|further|\(mean\)))"
# Words that bring in another subject or change; and those that bring in another group too.
SUBJECT = (
    rf"(?:but|from|while|whereas|although|despite|including|between|because|which|ci|interval|iqr|confidence|"
    rf"annual(?:ly)?|yearly|each|every|range|sd|se|median|ratio|thresholds?|{VERB}|{NOUN})\b"
)
_OTHER = rf"(?:(?:and|or|versus|vs?|than|compared)\b|{SUBJECT})"


def words(most: int, other: str = _OTHER, stops: str = ";:()") -> str:
    """Words that go on about the same; a time, the size of a sample and a p-value are passed over."""
    bracket = rf"\((?:n ?= ?<:N>|<:Q>[^{ANY}()]{{0,20}}|[a-z][^{ANY}();]{{0,30}})\)"
    return rf"(?:(?!\b{other}|\. )(?:[^{ANY}{stops}]|<:U>|{bracket})){{0,{most}}}?"


FROM = (
    rf"\bfrom(?![a-z]){words(60)}<before:A>{{aside}}{words(90)}[ ,]?(?:\bto\b|-{{1,2}}>){words(40)}"
    r"<after:A>{aside}"
)
BACK = rf"\bto\b{words(40)}<after:A>{{aside}}{words(50)}[ ,(]from(?![a-z]){words(50)}<before:A>{{aside}}"
_AGAINST = r"[ ,(]{versus}(?![a-z]| ?[0-9])"
VERSUS = rf"<one:A>{{aside}}[^;:{ANY}]{{0,60}}?{_AGAINST}[^;:{ANY}]{{0,60}}?<other:A>{{aside}}"
# In the bracket that is open.
INSIDE = rf"[^;:(){ANY}]{{0,40}}?<one:A>{{aside}}[^;:(){ANY}]{{0,60}}?{_AGAINST}[^;:(){ANY}]{{0,60}}?<other:A>{{aside}}"
_GROUP = rf"(?:(?!\b{SUBJECT})[^;:{ANY}]){{0,110}}?"
AND = rf"<one:A>{{aside}}{_GROUP}[ ,]and {_GROUP}<other:A>{{aside}}"
# A change: ``by 15``, ``an increase in use of 15``; or ``15% lower``, ``a 15% relative increase``.
_TO_NUMBER = rf"{HEDGE}{{0,4}}[ ]{{0,2}}\+?[ ]?"
_BEHIND = (
    rf"(?: \(<:Q>\))?[ -]{{0,2}}(?:(?!(?:and|or|but|with|was|in|of|on|at|to|for|by|had)\b)[a-z/]{{1,8}}[ -]{{1,2}})?"
    rf"{_KIND}{{0,4}}(?P<noun>{NOUN}|{MORE}(?! than))(?![a-z])"
)
_NAMED = rf"(?<![a-z-]){NOUN}(?: \([a-z][a-z. /-]{{1,24}}\))?"
_IS = r"(?:[ ](?:of|was|were|is|by)|[ ]?[=:,])"
_MATTER = rf" (?:in|for) {words(70, SUBJECT)}"


def _change(said: str) -> str:
    return rf"(?P<said>(?:{said}){_TO_NUMBER})?<change:A>{{aside}}(?(said)|{_BEHIND})"


CHANGE = _change(
    rf"\b{VERB}{words(70)}[ ,]by|\b{VERB}{words(70)}(?= <:U>[ -]?(?:fold|times))|{_NAMED}(?:{_MATTER}{_IS}|{_IS}?)"
)
CHANGE_BEHIND = _change(rf"\bby|{_NAMED}{_IS}?")
_FIRST_CHANGE = CHANGE_BEHIND.replace("<change:", "<:").replace("(?P<", "(?P<first_").replace("?(said", "?(first_said")
SECOND_CHANGE = (
    rf"(?=[^.]{{0,45}}(?:absolute|relative)){_FIRST_CHANGE}[^.()]{{0,30}}?\)?(?:,|;| and) {_KIND}{{0,4}}{CHANGE_BEHIND}"
)
FOLD = (
    r"(?:(?P<more>more than|over) |(?P<about>nearly|almost|approximately|about|roughly) )?"
    r"(?P<fold>\b(?:two|three|four|five|six|seven|eight|nine|ten)[- ]?fold|"
    r"(?:doubl|tripl|quadrupl|halv)(?:ed|es|ing))\b"
)
FOLDS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)} | {
    "dou": 2, "tri": 3, "qua": 4, "hal": 2
}  # fmt: skip
# From a pair to its change: nothing but words that lead on.
LEADING = (
    "the mean means average absolute relative percent percentage proportional risk rate rates incidence proportion "
    "overall net or i.e ie that is representing represents corresponding to resulting in giving yielding for with "
    "equivalent which was this treatment group groups between-group between statistically significant significantly "
    "clinically relevant estimated crude unadjusted adjusted weighted total cost reflecting indicating constituting "
    "amounting equal about approximately nearly almost only score scores value values further raw highly by "
    "point % vs respectively standardized simple actual baseline euro pounds usd leaving an a ="
)
_LEAD = "|".join(re.escape(word) for word in sorted(LEADING.split(), key=len, reverse=True))
LEADS = rf"(?:[ ,;:(-]|\)|<:Q>|\b(?:{_LEAD})(?![a-z])){{1,90}}?"
_STILL = r"\)?" + words(60, rf"(?:(?:and|or)\b(?!-)|{SUBJECT})", ",;:()")
APART = rf"(?={_STILL}(?:\(|[,;:]|--| - |\b(?:for|with|giving|yielding|leaving) an? )){_STILL}{LEADS}"

NUMBER = f"[{characters('A')}]"

# Less of something, or better of what is better when it is less.
DOWN = re.compile(
    r"reduc|lower|less\b|fewer|short|decreas|declin|f[ea]ll|drop|loss|diminish|constrict|narrow|worsen|improv|inhibit|"
    r"suppress"
)
