import pytest

from checker.entries.errors import TableError

TABLE = """\
study,TP,FP,FN,TN,{heads}
Smith 2019,45,12,5,88,{first}
Jones 2020,30,4,10,56,{second}
"""


def table(heads, first, second):
    return TABLE.format(heads=heads, first=first, second=second)


@pytest.mark.parametrize(
    ("heads", "first", "second"),
    [
        ("Sensitivity (%),Specificity (%)", "90,88", "75,93.3"),
        ("Sens,Spec", "0.90,0.88", "0.75,0.93"),
        ("sensitivity,PPV", "90.0%,78.9%", "75.0%,88.2%"),
        ("Sensitivity (95% CI)", "90.0 (78.6-95.7)", "75.0 (59.8-85.8)"),
        ("Sensitivity,Sensitivity lower,Sensitivity upper", "90.0,78.6,95.7", "75.0,59.8,85.8"),
        ("LR+,LR-,DOR", "7.50,0.11,66.0", "11.25,0.27,42.0"),
        ("Accuracy (%),F1 score,MCC,Kappa", "88.7,0.84,0.76,0.75", "86,0.81,0.71,0.70"),
        ("Youden index,Balanced accuracy", "0.78,0.89", "0.68,0.84"),
    ],
)
def test_measures_are_held_against_their_counts(audit_of, heads, first, second):
    result = audit_of(table(heads, first, second))
    found = [str(finding.verdict) for finding in result.findings if finding.check == "accuracy_from_counts"]
    assert len(found) >= 2 * (len(heads.split(",")) - (2 if "lower" in heads else 0))
    assert set(found) == {"consistent"}


def test_what_does_not_fit_is_told_of_its_row(verdicts_of):
    assert verdicts_of(table("Sensitivity (%),Specificity (%)", "90,78", "75,93.3")) == {
        "2.specificity accuracy_from_counts": "query"
    }


def test_a_measure_is_no_share_of_another_column(verdicts_of):
    text = "study,N,TP,FN,Sensitivity (%)\nSmith 2019,150,45,5,90\nJones 2020,100,30,10,75\n"
    assert verdicts_of(text) == {}


def test_without_the_counts_nothing_is_claimed(audit_of):
    with pytest.raises(TableError, match="expected columns whose figures must agree"):
        audit_of("study,TP,Sensitivity (%)\nSmith 2019,45,90\n")
