"""Pieces of language that several grammars share, as named regular expressions.

All are matched against gaps in lower case with round brackets (`checker.extraction.typography.rounded`), and
repeat a bounded number of times.
"""

import re

from checker.extraction.vocabulary import MEASURES

# Words that end a noun phrase: behind them the text speaks of something else.
_STOP = (
    "vs|versus|but|while|whereas|than|compared|respectively|mean|median|average|score|scores|ci|iqr|range|"
    "odds|ratio|hazard|risk|p|sd|se|difference|increase[ds]?|decrease[ds]?|reduc\\w{1,6}|per|"
    "sensitivity|specificity|accuracy|predictive"
)
# Up to eight words, none of which changes the subject. Digits are context numbers (``grade 3 events``).
_WORD = r"(?:[a-z0-9*†‡§#'α-ωß>≥<≤.][\w'’/+*†‡&≥≤>.]{0,40}|&|\([a-z][\w ,/-]{0,24}\))"
# A separator before each word leaves one way only to cut a text into words, which keeps matching linear.
WORDS = rf"(?:(?:,?[ ]{{1,2}}|,|-)(?!(?:{_STOP})\b){_WORD}){{0,8}}"

# What leads from a count to its total.
ADJECTIVES = (
    "the|these|those|all|our|a|an|total|initial|first|remaining|other|evaluable|eligible|possible|such|its|their|"
    "randomi[sz]ed|enrolled|original|consecutive|treated|original|same|assessable|available|included|"
    "of|only|last|both|two|three|expected|surviving|study|control|tested|known|untreated|"
    "healthy|normal|black|white|male|female|new|live"
)
NOUNS = (
    "patients?|subjects?|women|men|children|cases|controls|infants|participants|individuals|persons|people|eyes|"
    "tumou?rs?|lesions?|specimens?|samples?|animals|rats|mice|dogs|trials|studies|girls|boys|adults|males|females|"
    "deaths|survivors|isolates|biopsies|responders|hospitals|families|episodes|pregnancies|deliveries|students|"
    "procedures|grafts|implants|teeth|hips|knees|fractures|sera|mothers|babies|neonates|fetuses|recipients|residents|"
    "respondents|physicians|nurses|practices|sites|centers|centres|schools|limbs|kidneys|strains|cycles|visits"
)
PERSONS = (
    "patients?|subjects?|women|men|children|cases|controls|infants|participants|individuals|persons|people|animals|rats|"
    "mice|dogs|rabbits|pigs|sheep|girls|boys|adults|adolescents|males|females|survivors|responders|students|mothers|"
    "babies|neonates|recipients|residents|respondents|physicians|nurses|volunteers|adultos|outpatients|inpatients|dyads|"
    "beneficiaries|rowers|players|athletes|healthy|smokers|users|newborns|youths?|employees|workers|donors|twins|pairs"
)
_COUNTED = rf"(?:[a-z-]{{2,20}}[ ])?(?:{NOUNS})"
OF = rf"(?:[ ]?/[ ]?|(?:[ -]{_COUNTED})?[ ](?:out[ ])?of[ ](?:(?:{ADJECTIVES})[ ]){{0,4}}|[ ]in[ ])"
# The same behind a closed percentage: ``5 (25%) of 20``, ``5 (25%) patients out of the 20``.
OF_BEHIND = (
    rf"[ ]?\)[ ]?(?:[ ]?{_COUNTED})?[ ]?(?:(?:out )?of|/|(?:among|from) (?:the|a))[ ]?(?:(?:{ADJECTIVES})[ ]){{0,4}}"
)

# Hedges in front of a percentage in brackets.
_HEDGE = (
    r"(?:(?:n ?=|n:|or|i\.?e\.?,?|that is,?|about|approximately|roughly|only|nearly|almost|just|over|a|an|"
    r"crude|overall|rate[ ,:=]|rate of|prevalence[ ,:=]|incidence[ ,:=]|[~=<>≤≥]|at least|less than|more than|some|"
    r"range|corresponding to|representing)[ ]{0,2}){0,3}"
)
OPEN = rf"[ ,]{{0,2}}\([ ]?{_HEDGE}"
# From a total to its percentage: ``of 20 patients (25%``, ``= 25%``, ``, or 25%``.
TO_PERCENT = rf"{WORDS}{OPEN}|[ ]?(?:=|≈|~|:)[ ]?|{WORDS},? (?:or|i\.e\.,?|representing|corresponding to) {_HEDGE}"
TO_PERCENT_INSIDE = rf"(?: (?!(?:{_STOP})\b){_WORD}){{0,4}}[ ]?[,;:][ ]?"
# From a percentage to its counts: ``25% of patients (5 of 20``, and an error or an interval between.
_ASIDE = r"(?:[ ]?(?:±|\+/-)[ ]?(?:[\d.]{1,8}[ ]?%?|<:S>))?"
TO_COUNT = rf"{_ASIDE}{WORDS}{OPEN}(?:number|no\.?)?[ ]?|,? or "
TO_COUNT_INSIDE = r"[ ]?[,;:=][ ]?(?:n ?= ?)?|[ ]?=[ ]?"

# Between members of a list.
AND = r"[ ]?(?:,|;|and|&|vs\.?|versus|or|/|to|compared (?:with|to))[ ](?:and |vs\.? |versus |or )?|[ ]?[/;,][ ]?"

# Behind a percentage that is the share just counted: the bracket closes, or the clause ends.
CLOSED = (
    r"[ ]?(?:\)|[,;:.]|\(|$|-|--|/)|[ ]?(?:,|;)? ?(?:p ?[<=>]|95)|[ ]?(?:vs|versus|and|in|with|for|at|by) |"
    r"[ ](?:of )?(?:the )?[a-z-]{3,20}[ ]?\)"
)

# Figures that are no plain share of people: estimates from a model, weights, rates over time.
MODELLED = re.compile(
    r"actuarial|kaplan|life[- ]table|cumulative|probabilit|adjusted|weighted|standardi[sz]ed|imputed|"
    r"predicted (?!the |that |a |by |for |need|outcome|respon)|"
    r"modell?ed|extrapolat|cross-validat|mean percent|median percent|per (?:year|patient|1)|pooled"
)
WEIGHTED = re.compile(
    r"weighted (?:percent|prevalence|proportion|estimate|analys|data|%|to)|survey weight|sampling weight|"
    r"nationally representative|"
    r"(?:percentages?|proportions|prevalences?|estimates) (?:are|were|is|was|have been) weighted"
)
# Of trials whose p may be of a margin instead of no effect.
OF_A_MARGIN = re.compile(r"non-?inferior|equivalence (?:trial|margin|study|design)")
# Intervals that need not be symmetric on any scale.
NO_CUSTOMARY_INTERVAL = re.compile(
    r"bootstrap|bayes(?!ian information)|credib|(?<!fisher's )(?<!fisher )\bexact(?! ?(?:tests?|p\b|prob))|"
    r"profile|jack-?knife|permutation(?! tests?)|non-?parametric(?! (?:\w+ )?tests?)|hodges|median difference"
)
# Analyses that use more than the figures printed beside their result: models, strata, weights, matching.
MODELS = (
    r"(?<!un)(?<!un-)(?<!not )adjust|covarian|ancova|multi-?varia|regression|\bmodel|mixed|interaction|weighted|mantel|"
    r"stratif|propensity|\bgee\b|estimating equation|least[- ]squares|\bcox\b|hierarch|bayes|cluster|imput|match"
)
# What says that an estimate is of such an analysis, rather than of the figures beside it.
ADJUSTED = re.compile(rf"{MODELS}|logistic|pooled|meta-|systematic")
# Between two shares that are held against each other.
# The v of a list (``(iv) ..., (v)``) compares nothing.
COMPARED = r"\bvs\b|\bv\b(?!\))|versus|compar|\bthan\b|against|relative to|as opposed to|contrast|similar to"
VERSUS = re.compile(rf"{COMPARED}|\band\b|whereas|while|but|,|;|\bover\b")

# Words for a confidence interval, and all that may lead from them to its lower limit.
_INTERVAL = (
    r"(?:c\.i\.(?: |s|$)?|cis?(?![a-z])|conf(?:idence|\.)[ -]{0,2}(?:interval|limit|bound|range|level)s?|"
    r"confidence int\.?|c\.l\.|\bcls?(?![a-z])|cri(?![a-z])|credib(?:le|ility) (?:interval|limit)s?|"
    r"(?:uncertainty|bayesian|posterior|probability) intervals?|\bui(?![a-z])|\bbci(?![a-z])|\bhdi(?![a-z]))"
)
_LEVEL = r"[5-9][0-9](?:\.[0-9]{1,2})?"
_INTERVAL_WORDS = (
    rf"(?:(?P<level>{_LEVEL})[ ]?(?:%|per[ ]?cent)[ -]{{0,2}}"
    r"(?:(?:two-sided|one-sided|bootstrap(?:ped)?|exact|bayesian|wald|profile|corrected|adjusted)[ ]){0,2}\(?)?"
    rf"(?<![a-z]){_INTERVAL}(?:[ ]?\([ ]?(?:95[ ]?%[ ]?)?(?:ci|cis|c\.i\.|cl|cri|ui)[ ]?\))?"
    rf"(?:[ ]?\(?(?P<level_behind>{_LEVEL})[ ]?(?:%|per[ ]?cent)\)?)?(?:[ ]for[ ](?:the[ ])?[a-z ]{{1,30}})?"
    r"(?:[ ]?(?:[:=,;(]|of|was|were|is|are|from|between|ranging|range|ranged|at|-(?=[ ]))?[ ]?){0,4}"
)
_SD = r"s\.?d\.?s?|std\.?(?: ?dev(?:iation)?\.?)?|st\.? ?dev\.?|standard[ -]deviations?"
_SE = r"s\.?e\.?m?\.?|standard[ -]errors?(?: of (?:the )?means?)?|std\.? ?err(?:or)?\.?"

# What may stand behind a value and is no word of another thing: its unit, a bracket that begins with a number.
_UNITS = "|".join(sorted((unit for unit in MEASURES if unit.isalpha()), key=len, reverse=True))
_UNIT = (
    rf"(?: ?(?:%|(?:[a-z²°%]{{1,12}}/[a-z0-9²]{{1,6}}(?:/[a-z0-9²]{{1,6}})?|{_UNITS}|mm ?hg|torr|ohms?|patients|cases|"
    r"subjects)(?![a-z²°/]))|-fold)"
)
_BRACKET = r"(?: ?\( ?(?:(?:sd|sem?|iqr|range|n|±|\+/-)[ =:,]{0,3})?<:A>[^()]{0,50}\))"

# By name, for shapes.
NAMED: dict[str, str] = {
    "of": OF,
    "and": AND,
    "to_percent": TO_PERCENT,
    "to_percent_inside": TO_PERCENT_INSIDE,
    "to_count": TO_COUNT,
    "to_count_inside": TO_COUNT_INSIDE,
    "of_behind": OF_BEHIND,
    "closed": CLOSED,
    "words": WORDS,
    "aside": f"(?:{_UNIT}|{_BRACKET}){{0,3}}",
    # Between two figures, and between those who have them.
    "versus": r"(?:vs?\b\.?|versus|(?:as )?compared (?:with|to)|(?:as )?against|as opposed to)",
    "than": (
        r"(?:\bthan\b|\b(?:as |when )?compared (?:with|to)|\bin comparison (?:with|to)|\bversus\b|\bvs\b\.?|"
        r"\brelative to\b|\bas against\b)"
    ),
    "nouns": NOUNS,
    "adjectives": f"(?:(?:{ADJECTIVES}) )",
    "interval_words": _INTERVAL_WORDS,
    "quartile_words": (
        r"(?P<iqr>iqr|inter-?quartile (?:range|interval)|25th.{0,12}75th percentiles?|q1.{0,4}q3|quartiles)"
    ),
    "range_words": r"(?P<range>(?<![a-z])(?<!quartile )(?:(?:age |full )?range|ranging|ranged|min.{0,4}max))",
    "to_upper": r"[ ]?(?:%|[a-z/%²°]{1,12})?[ ]?(?:--?|to|,|;|~|and|up to|through|\.\.|, to|/)[ ]?(?:\+ ?)?",
    "to_upper_bare": "[ ]?%?[ ]?(?:--?|to|~|, ?)[ ]?",
    # Between two figures that are compared.
    "against": rf"{VERSUS.pattern}|respectively",
    "dash": "(?: ?%? ?--? ?| to )",
    # The same in cells of tables, where nothing else can be meant.
    "to_limit": r"(?: ?%? ?(?:--?|to|,|;|~|/) ?(?:\+ ?)?)",
    # Up to three words of measure: ``mg/dl``, ``ml per minute``.
    "units": (
        r"(?:[ ]?(?!(?:vs|versus|and|to|or|than|in|of|for|with|was|were|from|by|but|compared)\b)"
        r"(?:%|[a-z°²/][a-z0-9²³°/.%*^-]{0,14})){0,3}"
    ),
    "spread_label": rf"(?<![a-z])(?:(?P<sd>{_SD})|(?P<se>{_SE}))(?![a-z])(?: ?\((?:s\.?d\.?|s\.?e\.?m?\.?)\))?",
    "error_label": rf"(?<![a-z])(?:{_SE})(?![a-z])",
    "plus_minus": r"(?:±|\+/-|\+-|-/\+)",
    "follow_up": "follow(?:-| )?up",
    "time_unit": r"(?: ?(?P<unit>day|week|month|mo|year|yr)s?\b)",
    "p_is": (
        r"p(?<![a-z]p)(?:[ -]?values?)?(?:[ ]?\([a-z -]{1,16}\))?[ ]?(?:for [a-z]{3,20} )?"
        r"(?:=|<|>|≤|≥|≈|~|of|was|is|were|,|:|less|greater|than|or|equal|to|[ ]){0,9}"
    ),
}
