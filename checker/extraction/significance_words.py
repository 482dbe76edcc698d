"""Words about significance, the clauses they stand in, and what keeps them apart from a p."""

import re

from checker.extraction.outline import characters

_Q = characters("Q")
# Significance that is no result of a test at the usual level, or what an author would call so.
OTHER_SENSE = re.compile(
    r"clinical(?:ly)?(?:,? (?:and|or|nor|but not|and/or) statistical(?:ly)?)? (?:in|non-?)?significan|"
    r"borderline|border(?:ed|ing)|marginal|nearly|almost|approach|trend|\btend|toward|threshold|"
    r"levels? of (?:statistical )?significan|(?:significance|alpha|confidence|probability|p|05|5%|01|1%) levels?\b|"
    r"\blevel (?:was|is) (?:set|chosen|fixed|p\b|at\b)|"
    r"\bjust |miss|short of|close to|verge|"
    r"statistical(?:ly)? significance (?:was|is)|interaction|bonferroni|correct|"
    r"defined|considered|regarded|accepted|attained|understood|assumed|deemed|judged|taken (?:as|to)|set (?:at|to)|"
    r"will be|\b(?:if|when) (?:the )?p\b"
)
# The same of a word that is one of several of its sentence.
OTHER_TEST = re.compile(
    r"inferior|equivalen|heterogen|homogene|\btest for|whether|criteri|covariate|variables?\b|factors?\b|alpha|cut-?off"
)
# Clauses of which one may be significant and the other have the p.
CONTRAST = re.compile(r"did not(?! (?:differ|vary|change)\b)|except|but|although|however|while|whereas|only|until")
NEW_CLAUSE = re.compile(r"[,;] ?(?:and|or|with)\b")
OTHER_CLAUSE = re.compile(
    r"\b(?:not|no|nor|neither|without|unlike|than that|apart|trend|respectively|similar\w{0,2}|unchanged|who|which)\b|"
    r"n't|\band\b[^;]{0,90}\b(?:was|were|had|did|show\w{0,3}|increas\w{1,3}|decreas\w{1,3}|fell|rose|declin\w{1,3}|"
    r"demonstrat\w{1,3}|reveal\w{0,2})\b|(?<!vs)(?<! v)(?<!\.[a-z])\. [a-z]"
)
PREDICATED = re.compile(
    r"\b(?:was|were|is|are|had|has|did|does|show\w{0,3}|increas\w{1,3}|decreas\w{1,3}|reduc\w{1,5}|fell|rose|declin\w{1,3}|"
    r"improv\w{1,6}|not|no|nor|differ\w{0,6}|respectively|correlat\w{1,5}|associat\w{1,5}|higher|lower|greater|less|more|"
    r"fewer|better|worse|tend\w{0,3}|remain\w{0,3}|found|observed|noted|who|which|that|chang\w{1,3}|lead\w{0,3}|led|"
    rf"caus\w{{1,3}}|produc\w{{1,3}}|occur\w{{0,4}})\b|;(?! ?[{_Q}])"
)
NEGATED_SOMEWHERE = re.compile(
    r"\b(?:no|not|non|nor|neither|without|never|lack|failed|fail|none)\b|n't|insignifican|nonsignifican|"
    r"non-significan"
)
OF_ONE = re.compile(r" ?(?:for|in|among) (?!(?:the|both|all|each|every) )")
# A p without a number.
UNNUMBERED = re.compile(r"\bp ?=? ?n\.?s\b")
CLAUSE = re.compile(r"[,;.] |\b(?:but|although|however|while|whereas)\b")
# ``Significant stenosis was no more frequent (p``
DENIED = re.compile(r"\b(?:was|were|is|are|had|has|did|does) (?:no|not|neither)\b")
NEGATED = re.compile(
    r"\b(?:no|not|non|nor|without)[ -](?:(?!(?:was|were|did|had|the|that) )[a-z]+ ){0,2}(?:statistical(?:ly)? )?$|"
    r"\bnon$|\bin$"
)
# What is said not to differ.
SAME = (
    r"\b(?:did|does|do) not (?:[a-z]+ly )?(?:differ|vary|change)|"
    r"(?<!there )\b(?:was|were|is|are|remained) "
    r"(?:[a-z]+ly )?(?:similar|comparable|unchanged|not (?:[a-z]+ly )?different)(?! and\b)|"
    r"\b(?:no|without) (?:(?:other|such|overall|further|clear|apparent|real|detectable|demonstrable|"
    r"statistical|measurable) )?(?:difference|association|correlation|relationship)s?\b"
)
