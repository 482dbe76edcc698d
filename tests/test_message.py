from checker.judge import judge
from checker.message import Message, worded
from checker.model import Because, Candidate, Count, Excuse, Interval, Recomputation, Reported, Wording


def recomputation(**rest):
    figures = {"fields": ("percent",), "targets": (Reported("22"),)}
    return Recomputation(**figures, unit="%", **rest)


def test_parts_joined_are_the_sentence():
    candidate = Candidate((Interval(18.18, 18.18),), "count/total", "10/55")
    compared = recomputation(candidates=(candidate,), remark=("also on line 9", "and on line 12"))
    said = worded(compared, judge(compared), "22% would be 12/55")
    assert said == Message(
        ("10/55 = 18.2%, not 22%",), ("22% would be 12/55",), ("also on line 9", "and on line 12")
    )  # fmt: skip
    assert str(said) == "10/55 = 18.2%, not 22%; 22% would be 12/55; also on line 9; and on line 12"


def test_a_clause_of_its_own_before_the_values():
    candidate = Candidate((Interval(0, 50),), "a model", "12/55", False, "= 21.8%", "adjusted, it may be")
    compared = recomputation(candidates=(candidate,))
    assert worded(compared, judge(compared), None).arithmetic == (
        "12/55 = 21.8%",
        "adjusted, it may be 0 to 50%",
        "printed 22% holds only for a model",
    )


def test_an_empty_hint_is_no_clause():
    candidate = Candidate((Wording("IQR"),), "same name", "the name on line 3")
    compared = Recomputation(fields=("label",), targets=(Wording("CI"),), candidates=(candidate,))
    assert worded(compared, judge(compared), "").clauses == ("the name on line 3 is IQR, not CI",)


def test_a_query_names_the_reason_and_what_would_settle_it():
    def said(because):
        excuse = Excuse(
            because=because, reason="11 of 50 would be, if 5 values were missing",
            settled_by="how many were assessed", allows={"percent": Interval(21.6, 22.4)},
        )  # fmt: skip
        candidate = Candidate((Interval(20.0, 20.0),), "count/total", "11/55")
        compared = recomputation(candidates=(candidate,), excuses=lambda: [excuse])
        return str(worded(compared, judge(compared), None))

    reason = "11/55 = 20.0%, not 22%; 11 of 50 would be, if 5 values were missing: "
    assert said(Because.UNSTATED) == f"{reason}how many were assessed is not stated"
    assert said(Because.READING) == f"{reason}a look at the paper shows how many were assessed"


def test_what_is_missing_is_all_that_is_said():
    compared = Recomputation(fields=("n",), targets=(Count("5"),), missing="the whole", remark="counts inferred")
    assert str(worded(compared, judge(compared), None)) == "cannot be recomputed without the whole"
