"""Every regular expression of extraction matches something in the sentences of the suite, or has no reason."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import checker.extraction.examples
from checker.extraction import extract, grammar
from checker.read.text import from_text

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(checker.extraction.__path__, f"{checker.extraction.__name__}.")
]


# Those that read the examples, and no paper.
ASIDE = [checker.extraction.examples]
# What the suite says nowhere else in one piece.
TEXTS = (
    # Changes.
    "The number of deaths fell from 45 to 30, by 15. Data were pooled.",
    "The mean number of deaths fell from 45 to 30, by 15.",
    "The mean pressure fell from 152 to 139 mm Hg, a between-group difference of 13 mm Hg.",
    "Pain fell by 15 points in men (an increase of 45 vs a decrease of 30).",
    "Pain was lower by 15 points (45 vs 30 and 20).",
    "The mean (SD) reduction was 15 points (45 vs 30).",
    "Pain was 12 (45 vs 30) points, a reduction of 15 points.",
    "Density fell from 45 to 30 m-2 (-1).",
    "Stay fell by 16, from 24 to 8 days (8 vs 24), a 76% reduction in stay (50 vs 205).",
    # Shares, comparisons and effects.
    "Of three groups 12 of 40 (30%) vs 24 of 44 (55%) relapsed in all groups (p = 0.02).",
    "Relapse went from 12 of 40 (30%) to 24 of 44 (55%) (p = 0.01).",
    "Relapse changed from 12/40 patients (30%), compared to 24/40 patients (60%) (p = 0.01).",
    "We gave alfa (n = 1195) or beta (n = 1202). Fever of 3 or more days began in 355 (29.7%) vs 410 (34.1%) (p = "
    "0.02).",
    "Fever occurred in 12/40 (35 to 45 days) and 24/44 with a fever or more (30%) (p = 0.02).",
    "Fever was seen in 12/40 and 24/44 patients, a reduction with a risk difference of 22%.",
    "The difference was 4.5 (95% CI - 0.5 to 9.5).",
    "The means were 12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 28) (one-sided P = 0.01).",
    "Response was 63.9% (95% CI 46.8-78.1) vs 75.0% (95% CI 62.3-84.5).",
    "The difference was 4.5 (t(28) = 2.20 (95% CI 1.2-4.1)).",
    "The score was (mean ± SD) 12 ± 3 and 10 ± 2.",
    "Pain fell, p = .035 points.",
    # Tests.
    "Sphericity was tested. Groups differed, F(2, 28) = 4.10, p = .027.",
    "Pain fell, Bonferroni-corrected, t(28) = 2.20, p = .036.",
    "We used an exact test. Ranks differed, Z = 2.10, p = .036. For non-inferiority ranks differed, Z = 2.20, p = .03.",
    *(
        f"{tests} It took 12.4 ± 3.1 days (SD) (n = 30) with alfa vs 10.2 ± 2.9 (n = 28) with beta (P = 0.007)."
        for tests in ("We used Welch's t test.", "We used paired t tests.", "In a cross-over trial we used t tests.")
    ),
    "ps < .05, t(52) p 4.10, p p .05; F(l, 61)b1.20, p N.27; F = 5.10, df = 1,380, p ! .01.",
    "Patients received either alfa (n = 30) or beta (n = 30). It took 12.4 ± 3.1 vs 10.2 ± 2.9 days, more than in "
    "those with asthma in the other group (P = 0.007).",
    # Rows of tables, also said again.
    "Results\n\nThe median duration of relief was longer (320 min versus 220 min).\n\nTable 1. Block\n\n"
    "| | Alfa (n = 45) | Beta (n = 45) | Overall P |\n|---|---|---|---|\n"
    "| Duration of relief, min | 320 (250-450) | 220 (165-265) | <0.001 |\n"
    "| Vomiting, n (%) | 9 (20.0) | 2 (4.4) | 0.024 |",
    "Table 2. Relapse\n\n| | Overall | Overall |\n|---|---|---|\n| | Odds ratio (95% CI) | P |\n"
    "| Age | 1.20 (0.90-1.60) | 0.21 |\n| Stage | 1.80 (1.20-2.70) | 0.005 |",
    # Parts of a whole.
    "Of 60 adults (20 because of pain and 40 due to fever) all came; 12 of the 30 (4 by day and 8 by night) left.",
    "There were 60 adults (grade i 20 and grade ii 40). In 12-30 adults (4 by day and 26 by night) it was mild.",
    "We saw 20 men and 30 women (12 by day and 18 by night); 12 of 30 (4 by day and 8 by night) stayed.",
    "Two trials randomised 80 patients to three groups, alfa (n = 41) or beta (n = 39).",
    "Eighty patients were randomly assigned to two groups: alfa (n = 41) or beta (n = 39).",
    "Of the 120 adults, 68 received alfa and 52 received beta, as drawn.",
    "We put 90 adults in test groups (n = 20 for each) and control groups (n = 5).",
    "In all 48 adults got alfa or beta. Before alfa it was 12.4 ± 3.1 and after it 10.2 ± 2.9 days (P = 0.07).",
    "Relapse was seen in 12%; it was rarer in men with alfa (12% of men) than (39% of men) with beta (P = 0.012).",
    "We saw 45 adults with fever, each on alfa (n = 20) or beta (n = 25). In adults relapse was seen in 12%; cough was "
    "seen in 12% with alfa and 39% with beta (P = 0.012).",
    # Who is counted.
    "They crossed over: alfa (n = 40) met beta (n = 40). Fever began in 12 (30%) vs 20 (50%) (p = 0.07).",
    "We studied 80 men. Fever began in 20 (25%), cough in 10 (12.5%). Rash began in 30 (47.5%) later at one year.",
    *(
        "We followed 80 patients. Stroke occurred in 20 of 80 patients (25.0%) and 8 of 80 patients (10.0%) fell. Of "
        "the 80 "
        f"patients, 30 patients (37.5%) had mutations; 9 relapsed after mutations. {groups}"
        for groups in (
            "The 1-year OS was 80.0% (95% CI 60.8-90.5) with mutations versus 50.0% (95% CI 35.5-62.9) without "
            "mutations. "
            "The 2-year OS was 70.0% (95% CI 50.3-83.1) versus 40.0% (95% CI 26.5-53.1).",
            "In patients with mutations, the 1-year OS was 80.0% (95% CI 60.8-90.5) versus 50.0% (95% CI 35.5-62.9) "
            "for "
            "patients who received or did not receive grafting.",
        )
    ),
    "Pain was relieved in 72.5% (58 of 80 patients; 95% CI 61.9-81.1), with sleep restored in 65.0% (52 of 80 "
    "patients; 95% "
    "CI 54.1-74.5). Remission was 91.7% (95% CI 64.6-98.5), 60.7% (42.4-76.4) and 75.0% (59.8-85.8) in the early-, "
    "middle- "
    "and late-stage groups, respectively (P = 0.117). Early stage did better than middle or late stage (P = 0.050; P = "
    "0.215, respectively).",
    "We studied 60 women. Eight were excluded from the analysis. Overall, 12 (26%) smoked.",
    "The mean shift was the same (at 1 and dose 2: 0.24 mV; CI -0.10 to 0.25 mV).",
    # Times and dates.
    "Patients were enrolled between 2020-05-27 and 2021-06-16. The data cutoff was 30 June 2022. Median follow-up from "
    "diagnosis was 14.7 months.",
    "Patients were enrolled between May 27, 2020, and June 16, 2021. At the 30 June 2022 data cut-off, median "
    "follow-up "
    "was 14.7 months. The planned median follow-up was 20 months. In other trials median follow-up was 20 months.",
    "Medline was searched from October 2022 to July 2020; articles of 2008 to 2004 were read.",
    "Median overall survival was 10 months. Survival was 63.9% (46.8-78.1) vs 75.0% (62.3-84.5).",
    "Median dose was 12 mg (range 2-31 mg).",
    # What is said again in the parts of a paper.
    "\n\n".join(
        (
            "Alfa for stubborn fever: a trial",
            "Abstract",
            "Background",
            "Fever is common.",
            "Results",
            "Median survival at 2 years was 12.4 months (95% CI 10.2-14.8) in 40 patients with alfa, and about 12.5%.",
            "Conclusions",
            "Survival at 2 years was 12.4 months in 40 patients.",
            "Trial registration: 12 trials.",
            "Introduction",
            "Fever was seen in 40% before (Smith et al. 2012), in 20 [12], and 20% were expected in the literature.",
            "Methods",
            "Vitamin B 12 and 20 mg of alfa were given, at least 12 times. We had a power of 80% at grade 3.",
            "Results",
            "Median survival at 2 years was 12.4 months (95% CI 10.2-14.8) in 40 patients with alfa, and 12.5%. "
            "The median stay was 12 days; at week 40 alfa was taken at 20 mg, and by type B 40 others.",
            "Discussion",
            "Median survival at 2 years was nearly 12.4 months (95% CI 10.2-14.9) in 40 patients with alfa, and 12.5%. "
            "Others report 40% (Smith et al. 2012), as is written (Miller and Jones, 2012).",
            "Conclusions",
            "Survival at 2 years was 12.4 months in 40 patients.",
        )
    ),
    # Tables.
    "Table 1. Values are n (%)\n\n| | Alfa (n = 40) | % | Beta (n = 38) | % |\n|---|---|---|---|---|\n"
    "| Men | 20 | 50.0 | 19 | 50.0 |\n| Ill among those who came | 10/20 | 50.0 | 9 of 18 | 50.0 |\n",
    "| | OR | Lower | Upper | Wald | P for trend |\n|---|---|---|---|---|---|\n"
    "| Age | 1.20 | 0.90 | 1.60 | 2.1 | 0.20 |\n",
    "| | Beta | SE | χ2 | df | P |\n|---|---|---|---|---|---|\n| Age | 0.20 | 0.05 | 16.0 | 1 | 0.0001 |\n",
    "| | df1 | df2 | F | P |\n|---|---|---|---|---|\n| Age | 2 | 28 | 4.10 | 0.027 |\n",
    "| | Alfa (n = 40) | Total (n = 80) |\n|---|---|---|\n| Fever in women who came | 12 (33.3) | 20 (25.0) |\n"
    "| Rash | 10 (25.0) | 20 (25.0) |\n| Cough | 12 (30.0) | 16 (20.0) |\n",
    "It was rarer on day 14 (OR 0.09, 95% CI 0.01-0.8) and day 21 (OR 95% CI 0-0.9).",
    "The majority of events were mild (7 of 235 events [3%] were severe).",
    "We saw 100 adults. The 90 adults who completed it were well. Fever was rarer in adults "
    "(12% versus 39%, p = 0.012).",
    # Doses and times that are no results, and figures shared out.
    "Methods: We gave 14 g of mesalamine.\n\nResults: The mean dose was 14 g of mesalamine.\n\nConclusion: A dose of "
    "14 g of mesalamine is safe.",
    "Methods: Patients stayed through week 52 (placebo, or active drug).\n\nResults: Mean pain at week 52 (placebo "
    "group) was 1.3, and 12 of 60 patients died.",
    "Of the 120 eligible patients, 100 were randomised (50 to each group). Remission was achieved by 40 (60%) patients "
    "receiving ketamine and 15 (30%) receiving placebo.",
    "Sixty patients took part. Phlebitis was seen in 12 (20%) and 24 (45%), respectively.",
)


class Spy:
    """A compiled expression that remembers whether it ever matched."""

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression
        self.matched = False

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.expression, name)
        return (
            asked if not callable(asked) else lambda *arguments, **named: self._told(asked(*arguments, **named), name)
        )

    def _told(self, answer: Any, how: str) -> Any:
        answer = list(answer) if how == "finditer" else answer
        self.matched = self.matched or (len(answer) > 1 if how == "split" else bool(answer))
        return iter(answer) if how == "finditer" else answer

    def sub(self, to: Any, text: str, **named: Any) -> str:
        """What replaces says nothing of whether anything was."""
        answer, number = self.expression.subn(to, text, **named)
        self.matched = self.matched or number > 0
        return answer


def expressions(value: object) -> Iterator[re.Pattern[str]]:
    """The compiled expressions that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from expressions(each)
    elif type(value) in (tuple, list):
        for each in value:
            yield from expressions(each)


def spied(value: Any, spies: dict[int, Spy]) -> Any:
    """The same with a spy for every expression."""
    if isinstance(value, re.Pattern):
        return spies[id(value)]
    if isinstance(value, dict):
        return {key: spied(each, spies) for key, each in value.items()}
    if type(value) in (tuple, list):
        return type(value)(spied(each, spies) for each in value)
    return value


@pytest.fixture(scope="module")
def unmatched(own_texts) -> set[str]:
    """The names of the expressions that match nowhere."""
    spies: dict[int, Spy] = {}
    names: dict[int, set[str]] = {}
    with pytest.MonkeyPatch.context() as patch:
        for module in MODULES:
            for name, value in list(vars(module).items()):
                held = list(expressions(value)) if not name.startswith("__") and module not in ASIDE else []
                for expression in held:
                    spies.setdefault(id(expression), Spy(expression))
                    # A module that imports another's says so under the same name.
                    names.setdefault(id(expression), set()).add(
                        f"{module.__name__.partition('.extraction.')[2]}.{name}"
                    )
                if held:
                    patch.setattr(module, name, spied(value, spies))
        for value in (value for module in MODULES for value in vars(module).values()):
            # What is remembered of a text or a shape would not be looked for again.
            if hasattr(value, "cache_clear"):
                value.cache_clear()
        # Shapes are compiled when they are first asked for, which may have been before.
        grammar.compiled.__wrapped__("<count:N>{of}<total:N>")
        for text in (*own_texts, *TEXTS):
            extract(from_text(text))
    return {min(names[key]) for key, spy in spies.items() if not spy.matched}


def test_every_expression_matches_something(unmatched):
    assert not unmatched, "it matches nothing that the suite says: give it a sentence, or delete it"
