"""Words that tell what a number is: months, labels, units, nouns of things counted."""

import re

STATISTIC_WORDS = frozenset(
    "ci iqr range median mean sd se sem interval limits age aged day days week weeks month months year years yr yrs "
    "hour hours min minutes points mg kg cm mm ml g mmhg score scores n or rr hr to of versus vs".split()
)

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
COUNT_NOUNS = frozenset(
    "patients patient participants participant subjects subject women men children adults infants neonates newborns "
    "persons people individuals cases case controls eyes girls boys males females samples sample students respondents "
    "pregnancies deliveries births deaths events families mothers residents veterans volunteers recipients survivors "
    "procedures operations lesions tumors tumours specimens isolates episodes articles studies trials hospitals "
    "centers centres sites pairs physicians nurses households schools users visits admissions patients' "
    "consecutive eligible randomized randomised healthy evaluable".split()
)
LABELS = {
    **dict.fromkeys("table tables tab figure figures fig figs box appendix panel".split(), "figure number"),
    **dict.fromkeys("section sections chapter chapters page pages volume vol".split(), "section number"),
    **dict.fromkeys("version versions v ver release ctcae spss stata sas matlab revman medcalc".split(), "version"),
    **dict.fromkeys("reference references ref refs".split(), "citation"),
    **dict.fromkeys("number no grant award protocol approval registration id nr".split(), "identifier"),
    **dict.fromkeys("grade grades stage stages phase phases type types class classes category categories level levels "
                    "score scores step steps nyha ecog asa bi-rads gleason kellgren lawrence genotype genotypes "
                    "serotype exon exons codon chromosome chromosomes domain factor factors".split(), "label"),
    **dict.fromkeys("group groups arm arms cohort cohorts model models study studies trial trials experiment "
                    "experiments aim question item items file part parts region regions scenario "
                    "sequence site case reader readers rater raters observer observers examiner examiners assessor "
                    "assessors surgeon method methods technique strategy zone segment quartile quartiles tertile "
                    "tertiles quintile quintiles".split(), "weak label"),
    **dict.fromkeys("day days week weeks month months year years cycle cycles course visit hour hours d wk "
                    "wave round session trimester".split(), "time point"),
    **dict.fromkeys("age aged ages".split(), "age"),
}  # fmt: skip
NAMELESS_GLUE = frozenset(
    "ci or rr hr irr shr ahr aor arr smr sd se sem iqr n p r d rd md wmd smd rrr nnt beta".split()
)
REGISTRY = re.compile(
    r"(?:NCT|ISRCTN|ACTRN|UMIN|DRKS|CTRI|IRCT|EUCTR|KCT|JPRN|ChiCTR|PMC|PMID|PACTR|TCTR|NTR|CRD)[- :]{0,2}"
    r"(?:[A-Z]{1,6}[- ]?)?$"
)

DOSES = frozenset("mg ug mcg ng iu gy cgy mci mbq meq miu".split())
TIMES = {
    **dict.fromkeys("day days d".split(), "days"),
    **dict.fromkeys("week weeks wk wks".split(), "weeks"),
    **dict.fromkeys("month months mo mos mth mths".split(), "months"),
    **dict.fromkeys("year years yr yrs y".split(), "years"),
    **dict.fromkeys("hour hours h hr hrs".split(), "hours"),
    **dict.fromkeys("minute minutes min mins".split(), "minutes"),
    **dict.fromkeys("second seconds sec secs s ms msec".split(), "seconds"),
}  # fmt: skip
UNITS_OF_TIME = frozenset(TIMES.values())
MEASURES = {
    **TIMES,
    **{dose: dose for dose in DOSES},
    **{unit: unit for unit in (
        "g kg l ml dl ul cm mm um nm m km cc mmhg kpa cmh2o mmol umol nmol pmol mol mosm hz khz mhz kcal kj cal "
        "bpm db w watts j v mv ma kda da kb bp ppm ppb u units unit points point degrees deg fold times cells "
        "copies beats breaths drops lb lbs oz inches feet miles logmar diopters diopter d dioptres dpt "
        "pack-years person-years percentile centile sd sds mets").split()},
}  # fmt: skip
WORDY_MEASURES = frozenset("units unit points point degrees fold times cells copies beats breaths days weeks months "
                            "years hours minutes seconds day week month year hour minute second".split())  # fmt: skip
