"""What papers print, each once as it can be and once with one figure changed so that it cannot: «right|wrong»."""

import re

import pytest

from checker.auditing import audit_document
from checker.finding import Finding
from checker.model import Verdict
from checker.read.text import from_text

PHRASINGS = """
Fever occurred in 12/60 («20.0|25.0»%) of the patients.
Complete response was seen in 15/21 («71|57» %) of evaluable patients.
Sustained viral response was obtained in 34/102 («33·3|43·3»%) treated with interferon.
Anti-HCV was positive in 1,024/4,096 («25.0|29.0»%) blood donors.
The cyst recurred in 3/48 [«6.3|8.3»%] knees within 2 years.
Of the implants, 187/204 («91.7|97.1»%) survived.
Nystagmus was found in 9 / 36 («25|35»%) of the infants.
The graft was patent in 41/50 limbs («82|92»%) at 1 year.
Fever occurred in «20.0|25.0»% (12/60) of the patients.
The response rate was «71|57»% (15/21).
Overall, «33·3|43·3»% (34/102) of patients had a sustained response.
HPV DNA was detected in «25.0|29.0»% (1,024/4,096) of the smears.
Recurrence was seen in «6.3|8.3»% [3/48] of knees.
Implant survival was «91.7|97.1»% (187/204).
The sensitivity of the test was «90|80»% (45/50).
Five-year retention was «82|92»% (41 / 50).
Fever occurred in 12 of 60 patients («20.0|25.0»%).
Fifteen of the 21 evaluable patients («71|57»%) responded.
Thirty-four of 102 («33|43»%) responded to interferon.
Of note, 1,024 of the 4,096 blood donors («25.0|29.0»%) were positive.
In 3 of 48 knees («6.3|8.3»%) the cyst recurred.
187 out of 204 implants («91.7|97.1»%) survived.
Nine out of 36 infants («25|35»%) had nystagmus.
Forty-one of the 50 limbs («82|92» percent) were saved.
Fever occurred in 12 («20.0|25.0»%) of 60 patients.
Fifteen («71|57»%) of the 21 evaluable patients responded.
Thirty-four («33·3|43·3»%) of 102 patients responded to interferon.
Antibodies were found in 1,024 («25.0|29.0»%) of 4,096 donors.
Three [«6.3|8.3»%] of 48 knees had a recurrence.
We found that 187 («91.7|97.1»%) out of 204 implants survived.
Nine («25|35»%) of our 36 infants had nystagmus.
Forty-one («82|92»%) of the first 50 limbs were saved.
The rate was «70.8|77.8»% (68 of 96 patients; 95% CI 60.8–79.2).
Prevalence was «20.0|25.0»% (12/60; 95% CI 10.8–32.3).
Overall response rate: «71.4|51.4»% (15 of 21; 95% CI, 47.8% to 88.7%).
The cure rate was 80% (40/50; 95% CI «66.3|46.3»–90.0).
Sensitivity was 90.0% (45/50; 95% CI 78.2–«96.7|99.9»).
An objective response occurred in «33.3|43.3»% (34 of 102 patients; 95% confidence interval [CI], 24.3 to 43.4).
Seroprevalence was 12.0% (24/200, 95% CI «7.8|4.8» to 17.3).
The detection rate was 95.9% (71/74; 95 % CI: 88.6–«99.2|99.9»).
Of 43 patients, most were women (n = 36, «83.7|73.7»%).
Of 200 respondents, most were nurses (n = 150, «75|65»%).
There were 75 fractures. Falls (n = 45, «60|80»%), traffic (n = 15, 20%) and sports (n = 15, 20%) were the causes.
Of 48 infants, a minority were preterm (n=12, «25|21»%).
We studied 50 eyes. Cataract was present in 20 (40%), glaucoma in 10 (20%) and uveitis in 5 («10|16»%).
Of the 84 patients, 21 («25.0|35.0»%) had diabetes.
Among 150 women, 45 («30|36»%) were smokers.
In the 64 patients, 16 («25|52»%) died.
Of 40 consecutive patients, ten («25|35»%) relapsed.
Among the 72 survivors, 54 («75|57»%) were employed.
Out of 220 isolates, 55 («25.0|52.0»%) were resistant.
Of 96 patients, 48 (50.0%) had cough, 24 (25.0%) had fever and 12 («12.5|15.5»%) had rash.
Of the 120 isolates, 60 (50%) were E. coli, 36 («30|20»%) Klebsiella, and 24 (20%) Proteus.
Of 200 tumours, 100 (50.0%) were ductal, 60 («30.0|40.0»%) lobular and 40 (20.0%) medullary.
The 60 strains comprised 30 (50.0%) type A, 18 («30.0|33.0»%) type B and 12 (20.0%) untyped isolates.
The 40 children had otitis (20 [50%]), sinusitis (12 [«30|40»%]) or pharyngitis (8 [20%]).
Of 64 women, 32 (50%) were nulliparous, 16 («25|15»%) had one child, and 16 (25%) more.
Among 150 respondents, 75 (50.0%) agreed, 45 («30.0|35.0»%) disagreed, and 30 (20.0%) were undecided.
Of the 44 procedures, 22 (50.0%) were elective, 11 («25.0|27.0»%) urgent and 11 (25.0%) emergent.
Of 60 patients, 45 («75.0|70.0»%) were men (30 smokers and 15 non-smokers) and 15 (25.0%) were women.
We studied 96 patients («51|41» male and 45 female).
The group consisted of 41 patients («26|36» men and 15 women).
Sixty-four children (30 boys, «34|44» girls) took part.
A total of 120 subjects (70 males, «50|40» females) with asthma were examined.
Forty patients, 22 men and «18|28» women, were operated on.
We enrolled 100 adults (45 women and «55|65» men; mean age 54 years).
The sample was 250 students: 130 female and «120|140» male.
The study included 75 patients (40 women, «35|45» men).
In all 55 patients were randomly assigned, 30 to the CAV group and «25|35» to the MEC group.
We randomised 200 patients, 102 to aspirin and «98|88» to placebo.
A total of 120 women were randomly assigned: 61 to surgery and «59|49» to radiotherapy.
Between January 2001 and March 2004, 340 patients were randomized («170|180» to drug A and 170 to drug B).
Eighty patients were randomly allocated to receive nimodipine (n = 41) or placebo (n = «39|49»).
We randomly assigned 606 participants: 303 to receive vaccine and «303|313» to receive placebo.
Ninety patients were randomized to control («45|55» patients) or treatment (45 patients).
250 children were randomly assigned to azithromycin (n=126) or amoxicillin (n=«124|142»).
Of 55 patients, 22 (40.0%) responded, including 12 complete («21.8|28.1»%) and 10 partial responses (18.2%).
Among 60 patients, 30 (50%) had metastases, of whom 10 («33.3|43.3»%) had brain metastases.
Of 80 women, 20 (25%) relapsed; the remaining 60 («75|65»%) were disease free.
Of 48 infants 12 (25%) died and the remaining 36 («75|85»%) survived.
Eighty (80%) of 100 patients were evaluable; of these, 20 («25.0|30.0»%) responded.
Fever occurred in 16/30 (53.3%) versus 8/25 («32.0|42.0»%), p = 0.11.
Cure was achieved in 45 (90%) of 50 with drug A versus 30 («60|70»%) of 50 with placebo (P < .001).
Recurrence: 10/80 («12.5|15.2»%) versus 24/80 (30.0%), p=0.007.
Wound dehiscence occurred in 2% (1/50) versus «14|24»% (7/50) (p = 0.06).
Seizures occurred in 8 of 40 (20%) compared with 20 of 40 («50|60»%) (P = 0.005).
Bleeding was seen in 6/200 (3.0%) vs 18/200 («9.0|7.0»%), P = .01.
Complications were noted in 9/45 (20%) versus 9/45 («20|10»%; P = NS).
Response rates were 60% and «30|40»% (30/50 and 15/50), respectively.
Fever occurred in 30/50 and 15/50 patients (60% and «30|40»%), respectively.
Mortality was 10% and 20% (5/50 and «10|15»/50, respectively).
Cure rates of 12/60 («20.0|25.0»%) and 24/60 (40.0%), respectively, were seen.
Relapse was seen in 10 of 40 (25%) and 20 of 40 («50|60»%) patients, respectively.
The rates were 25.0% (10/40), 50.0% («20|25»/40) and 75.0% (30/40), respectively.
Prevalence was 8/80 (10%), 16/80 («20|25»%), and 24/80 (30%) in the three groups, respectively.
Patency was 90% (45/50) and «80|85»% (40/50), respectively (p = 0.16).
Survival was better with surgery (HR «0.58|0.98»; 95% CI 0.31-1.07).
Mortality was lower (hazard ratio «0·58|0·98» [0·31–1·07]; 95% CI in brackets).
The adjusted hazard ratio was «0.58|0.98» (95% CI 0.31, 1.07).
HR=«0.58|0.98»; 95% CI 0.31;1.07.
The odds ratio was «0.58|0.98» (95%CI 0.31~1.07).
Risk was reduced (RR, «0.58|0.98»; 95% CI: 0.31 to 1.07).
Exposure was protective (OR = «0.58|0.98», CI95% 0.31-1.07).
The relative risk was «0.58|0.98» (95% C.I. 0.31–1.07).
The relative risk was «0.58|0.98» (95 % CI 0.31 – 1.07).
The odds ratio was «0.58|0.98», with 95% confidence limits of 0.31 and 1.07.
The odds ratio was «0,58|0,98» (95% CI 0,31-1,07).
The odds ratio was «0.58|0.98» (0.31 to 1.07).
The odds ratio was «0.58|0.98» (95% CI 1.07 to 0.31).
The sub-distribution hazard ratio (SHR) was «0.58|0.98» (95% CI: 0.31–1.07).
The incidence rate ratio was «0.58|0.98» (95% CI=0.31–1.07).
Adherence (aHR «2.24|2.94», 95% CI 1.35–3.72) predicted survival.
Smoking was associated with fracture (adjusted OR [aOR] = «2.24|2.94»; 95% CI = 1.35, 3.72; p = 0.002).
Women had a lower risk (IRR «0.72|0.92» [95% CI 0.57–0.91], P=.006).
Men were at higher risk (odds ratio, «1.83|2.33»; 95 percent confidence interval, 1.12 to 2.99).
Diabetes carried risk [OR: «1.83|2.33» (95% CI: 1.12–2.99)].
Risk ratio («1.83|2.33», 95% confidence interval (CI) 1.12 to 2.99).
The hazard ratio for death was 0.72 (95% CI, «0.57|0.47» to 0.91; P = 0.006).
The hazard ratio was 0.72 (95% CI 0.57–0.91; P = «.006|.06»).
The hazard ratio was 0.72 (95% CI 0.57–0.91; P «< .01|> .10»).
OR 2.24 (95% CI 1.35–3.72; p«<0.01|=0.20»).
The odds ratio was 1.83 (95% CI 1.12–2.99; P less than «.05|.0001»).
The relative risk was 0.58 (95% CI 0.31–1.07; p = «0.08|0.008»).
HR 0.45 (95% CI 0.28 to 0.72), P < or = «.001|.00001».
HR 0,72 (95% CI 0,57-0,91; p = «0,006|0,06»).
RR 0.72 [0.57–0.91], 95% CI; p=0.006 and OR 1.83 (95% CI 1.12-2.99; p = «0.016|0.16»).
The mean difference was «-4.8|-6.8» (95% CI, -7.5 to -2.1).
Pain fell more with surgery (mean difference «−0.52|−0.72» [95% CI −0.68 to −0.36]).
Systolic pressure was lower by 4.8 mm Hg (difference, «-4.8|-6.8» mm Hg; 95% CI, -7.5 to -2.1; P<0.001).
The weighted mean difference was «3.2|4.2» (95% CI 1.4; 5.0).
The absolute risk difference was «9.7|12.7»% (95% CI 3.5 to 15.9).
The between-group difference was «2.4|4.4» points (95% CI 0.3 to 4.5; p = 0.03).
The standardised mean difference was «0.45|0.65» (95% CI 0.20 to 0.70).
(MD 1.20, 95% CI 0.40 to «2.00|3.00»).
Income was associated with score (beta = «0.24|0.44»; 95% CI 0.10 to 0.38).
Age was a predictor (β = «-0.31|-0.51», 95% CI -0.45, -0.17; p<0.001).
The regression coefficient was «1.20|1.80» (95% CI 0.60–1.80).
Vitamin D was associated with bone density (B = «0.12|0.22», 95% CI [0.04, 0.20], p = .003).
Lead was associated with lower IQ (beta coefficient: «-2.5|-4.5»; 95% CI: -4.0 to -1.0).
The slope was «0.80|1.10» (95% CI 0.50–1.10).
Cotinine was related to birth weight (β=-52 g; 95% CI: -88, «-16|-46»).
Noise was related to blood pressure (β: «1.4|2.4» mm Hg; 95% CI: 0.4, 2.4).
The median age was «62|82» years (range, 34-79).
Median age was 62 years (IQR 54–«70|50»).
Median follow-up was «25.5|65.5» months (range 6 to 48).
Median duration was «7|17» days (interquartile range, 5 to 10).
The median (IQR) stay was «7|17» (5–10) days.
Patients (median age, «45|75» years; range, 18 to 70 years) were treated.
Median survival was «14.2|24.2» months (95% CI 10.1–18.9).
At a median follow-up of «3.4|8.4» years (range, 0.5–7.1 years), 12 had relapsed.
The 2-year overall survival was «45|65»% (95% CI 30-60).
The 2-year OS was «45|75»% (95% CI, 30% to 60%).
Five-year survival was «61.5|81.5»% (95% CI 51.0–70.4).
Estimated 3-year disease-free survival was «55|75»% (95% CI: 44-65%).
Overall survival at 5 years was «72|92»% (95% confidence interval 64%–79%).
The 1-year progression-free survival rate was «38|58»% (95% CI 29–47).
The actuarial 5-year survival rate was «68|88»% (95% CI, 59% to 76%).
Kaplan-Meier estimates of 2-year PFS were «30|50»% (95% CI 21-40).
The difference was statistically significant (p = «0.02|0.2»).
Scores did not differ significantly (p = «0.4|0.004»).
Weight loss was significantly greater in the diet group (P = «.01|.31»).
There was no significant difference between the groups (p = «0.35|0.001»).
Survival was significantly longer with drug A (p«=0.03|=0.3»).
Pain scores were significantly lower after acupuncture (P «< 0.05|= 0.25»).
No statistically significant difference was found (p = «0.62|0.0062»).
There was a significant correlation between age and pressure (p = «0.001|0.81»).
Groups differed, t(28) = 2.20, p = «.036|.36».
An effect of time was found, F(2, 57) = 4.10, p = «.022|.22».
The association was significant (χ2(1) = 6.53, p = «.011|.11»).
The groups differed in sex, χ²(1, N = 100) = 6.53, p = «.011|.11».
Scores correlated with age, r(48) = .41, p = «.003|.03».
(t = 2.20, df = 28, P = «0.036|0.36»).
The difference was significant (z = 2.10, p = «.036|.36»).
(t[28] = 2.20; P = «.036|.36»)
The mean score was «54.0|64.0» (95% CI 50.0-58.0).
"""
# Figures that look wrong and are not.
INNOCENT = """
Visual acuity was 20/40 or better in 85% of eyes.
Acuity of 20/20 (90%) and 20/200 (5%) were recorded.
HPV 16/18 (70%) was the commonest genotype.
Blood pressure was 130/80 mm Hg in 40% of patients.
Patients were randomised in a ratio of 1:1 to A (n = 102) or B (n = 98).
They received 5/325 mg (20%) tablets.
Pain fell by 40% (from 50 to 30) in the treated group.
Incidence was 12/1000 (95% CI 8-17) person-years.
Sensitivity was 90% and specificity 80% in 50 patients.
The weighted prevalence was 12.3% (95% CI 9.0-16.5) in 150 of 1100 respondents (weighted).
Risk rose across quartiles (HR 0.72, 95% CI 0.57-0.91; p for trend = 0.20).
The standardized incidence rate was 13.2 (95% CI 9.8 to 19.2) per 100,000.
There were 30 infections in 100 patients: 15 (50%) bacterial and 15 (50%) viral.
Respondents used aspirin (60%), paracetamol (70%) and ibuprofen (40%).
The upper limit of the one-sided 95% CI was 4.2% (difference 1.0%), below the margin of 5%.
The difference was 1.2 percentage points (one-sided 97.5% CI, -∞ to 3.1).
Median survival was 14.2 months (95% CI 9.9 to 35.0).
The posterior odds ratio was 1.8 (95% credible interval 1.1 to 4.9).
The bootstrap mean difference was 2.0 (95% CI 0.1 to 6.0; bootstrap).
The odds ratio was 1 (95% CI 0-3).
The hazard ratio was 2 (95% CI 1-5).
The odds ratio was 12.1 (95% exact CI 1.4 to 580).
The profile-likelihood interval of the odds ratio (3.0) was 1.1 to 11.5.
The OR was 0.1 (95% CI 0.02-0.3).
Grade 3/4 anemia (27%) and grade 3/4 neutropenia (45%) occurred.
Survival was 25% +/- 3% (68 of 272).
Responses occurred in 30% and 44% (12/39 and 17/39).
The overall response rate was 77% (21/26 + 3/5 = 24/31).
The right eye of 10/11 patients (100% sensitivity) was normal.
There were 1019 male and 1395 female (57.8%) out of 2414.
There were 1019 male and 1395 female (62.9%) out of 3838.
Nearly 70% (138 of 200) agreed.
Over 30% (65 of 200) agreed.
About a third (65 of 200; 32.5%) agreed.
The limits were 1.07 to 0.31 about an OR of 0.58 (95% CI).
Vaccine efficacy was 60% (95% CI 10 to 85).
The relative risk reduction was 42% (95% CI 9 to 63).
Kappa was 0.70 (95% CI 0.40 to 0.82).
The AUC was 0.91 (95% CI 0.80 to 0.95).
The correlation was 0.80 (95% CI 0.50 to 0.90).
The geometric mean ratio was 1.10 (90% CI 1.00 to 1.30).
The likelihood ratio was 8.2 (95% CI 2.1-40).
The standardised mortality ratio was 1.50 (95% CI 0.90-2.40).
The 5-year survival was 95% (95% CI 80 to 99).
In 45 patients (90 eyes), 30 eyes (33%) improved.
Of 100 patients, 50 (50%) had one and 60 (60%) two complaints; some had both.
Patients took aspirin 100 mg (50%) or 300 mg (50%).
The p53 mutation (50%) and CD4 (30%) and CD8 (20%) cells were counted.
On days 1, 8 and 15 (80%) doses were given.
Between 1995 and 2005 (10 years), 30% of 1200 died.
In Table 3 (20%) of the supplement and Figure 2/3 (40%) results are shown.
At 4/12 (33%) sites and in 60/150 patients (40%), the trial was stopped.
Haemoglobin was 12/14 g/dL (80%).
The difference was not significant at the 0.05 level although P = 0.04 in men.
The difference was 4.0% (noninferiority margin 10%; 95% CI −2.0 to 10.0; P=0.002 for noninferiority).
The hazard ratio was 0.97 (95% CI, 0.80 to 1.17; P=0.003 for noninferiority).
The interaction was significant (HR 0.72; 95% CI 0.57–0.91; P for interaction = 0.40).
After adjustment, prevalence was 35% (15/60 unadjusted).
Cure occurred in 12 of 60 (25% in women, 15% in men).
Increase in weight was 20% (5 of 50 kg).
The number needed to treat was 12 (95% CI 7 to 40).
The mean decrease was 2.86 (95% CI -5.3 to -0.4).
The odds ratio was 2.0 (95% CI 1.0-4.0) per SD; p = 0.05.
Among 28 patients, overall response was 64% (CR 36%, PR 29%).
No significant difference was found between A and B (p = 0.04 for age).
Rate of 5 per 100 (95% CI 1-20) patient-years.
Of 1985 patients, 20% of the 1990 sample died.
The score improved from 20 (40%) to 30 (60%) of 50 points.
Rates of 12 (20%) vs 15 (27%) were found (n = 60 and n = 55).
A 95% CI of 1.2-3.4 and a power of 80% were assumed.
Complete remission in 10 patients [1-6] and 20% [7,8] of others was described.
Infection was less frequent (8% vs 12%; RR 0.67; 95% CI 0.38 to 1.17).
The adjusted difference was 1.2% in favor of A (95% CI -7.2 to 4.8).
The mean difference was 0.1 (95% CI 0.0 to 0.1).
HR 1.0 (95% CI 0.9-1.2), OR 1.1 (95% CI 1.0-1.1) were found.
Survival at 1, 2, and 3 years was 90%, 80%, and 70%, respectively, in 50 patients.
"""

_MARKED = re.compile(r"«(?P<right>[^|]*)\|(?P<wrong>[^»]*)»")


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _about(text: str, which: str) -> tuple[list[Finding], list[Finding]]:
    """What is found in one version of a marked text: all findings, and those about the marked figure."""
    marked = _MARKED.search(text)
    assert marked is not None
    document = from_text(text[: marked.start()] + marked[which] + text[marked.end() :])
    start, end = marked.start(), marked.start() + len(marked[which])
    found = audit_document(document).findings
    return list(found), [
        finding
        for finding in found
        if any(
            (span := document.span(place)) is not None and span.start < end and start < span.end
            for place in finding.claim.at
        )
    ]


@pytest.mark.parametrize("text", _lines(PHRASINGS))
def test_one_figure_changed(text: str) -> None:
    found, about = _about(text, "right")
    assert Verdict.CONSISTENT in {finding.verdict for finding in about}
    assert Verdict.DISCREPANT not in {finding.verdict for finding in found}
    _, about = _about(text, "wrong")
    assert {Verdict.DISCREPANT, Verdict.QUERY}.intersection(finding.verdict for finding in about)


@pytest.mark.parametrize("text", _lines(INNOCENT))
def test_innocent(text: str) -> None:
    found = audit_document(from_text(text)).findings
    assert [finding.message for finding in found if finding.verdict is Verdict.DISCREPANT] == []
