"""The columns of a test's counts (TP, FP, FN, TN) and of the measures of accuracy that they make."""

from collections.abc import Sequence

from checker.entries.cells import UnreadableError, figures, is_missing
from checker.entries.mapping import Figure, Path, Relation
from checker.entries.roles import Heading
from checker.entries.sheet import Sheet
from checker.model import Certainty
from checker.numerals import parse
from checker.statistics.accuracy import COUNTED

_SAMPLE = 200
# Headings without their spaces and marks.
_CELLS: dict[str, tuple[str, ...]] = {
    "tp": ("tp", "truepositive", "truepositives"),
    "fp": ("fp", "falsepositive", "falsepositives"),
    "fn": ("fn", "falsenegative", "falsenegatives"),
    "tn": ("tn", "truenegative", "truenegatives"),
}
_MEASURES: dict[str, tuple[str, ...]] = {
    "sensitivity": ("sensitivity", "sens", "sen", "sn", "recall", "tpr", "truepositiverate"),
    "specificity": ("specificity", "spec", "spe", "sp", "tnr", "truenegativerate"),
    "ppv": ("ppv", "positivepredictivevalue", "precision"),
    "npv": ("npv", "negativepredictivevalue"),
    "accuracy": ("accuracy", "acc", "diagnosticaccuracy", "overallaccuracy"),
    "balanced-accuracy": ("balancedaccuracy", "bacc"),
    "prevalence": ("prevalence",),
    "lr+": ("lr+", "plr", "positivelikelihoodratio", "positivelr"),
    "lr-": ("lr-", "lr−", "nlr", "negativelikelihoodratio", "negativelr"),
    "dor": ("dor", "diagnosticor", "diagnosticoddsratio"),
    "youden": ("youden", "youdenj", "youdenindex", "youdensindex", "youdensj"),
    "f1": ("f1", "f1score", "fscore", "fmeasure"),
    "mcc": ("mcc", "matthewscorrelationcoefficient"),
    "kappa": ("kappa", "cohenskappa", "cohenkappa"),
}
_IN_PERCENT = ("sensitivity", "specificity", "ppv", "npv", "accuracy", "balanced-accuracy", "prevalence")
_ESTIMATES = ("", "percent", "proportion", "estimate")
_APART = str.maketrans("()-", "   ")


def of_accuracy(sheet: Sheet, headings: Sequence[Heading]) -> list[Relation]:
    """What the columns of counts and measures claim in each row: nothing without the counts that a measure is of."""
    cells = {cell: Figure(at) for at, name in enumerate(sheet.names) if (cell := _known(_CELLS, name)) is not None}
    measures: dict[str, dict[Path, Figure]] = {}
    for column, head in enumerate(headings):
        measure = _measure(sheet.names[column], head)
        if measure is None or not set(_counted(measure)) <= cells.keys():
            continue
        for part in head.form.translate(_APART).split() if head.form else [head.role]:
            field = "estimate" if part in _ESTIMATES else part
            if field in ("estimate", "lower", "upper"):
                own = measures.setdefault(measure, {})
                own.setdefault((field,), Figure(column, part if head.form else ""))
    return [_relation(sheet, headings, cells, measure, own) for measure, own in measures.items() if _is_whole(own)]


def _is_whole(own: dict[Path, Figure]) -> bool:
    """Whether there is an estimate, or both limits."""
    return ("estimate",) in own or (("lower",) in own and ("upper",) in own)


def _relation(
    sheet: Sheet, headings: Sequence[Heading], cells: dict[str, Figure], measure: str, own: dict[Path, Figure]
) -> Relation:
    needed: dict[Path, Figure] = {(cell,): cells[cell] for cell in _counted(measure)}
    said: dict[Path, str] = {("measure",): measure, ("unit",): _unit(sheet, headings, measure, own)}
    for figure in own.values():
        level = headings[figure.column].level
        if level is not None:
            said["level",] = level
    return Relation(kind="accuracy", figures=own | needed, constants=said, name=measure, certainty=Certainty.NAMED)


def _counted(measure: str) -> tuple[str, ...]:
    return COUNTED[measure.replace("balanced-", "balanced ")]


def _known(names: dict[str, tuple[str, ...]], text: str) -> str | None:
    """What is meant by a heading, of its letters alone."""
    folded = "".join(char for char in text.casefold() if char.isalnum() or char in "+-−")
    if not folded.startswith("lr"):
        folded = folded.translate(str.maketrans("", "", "+-−"))
    return next((name for name, spellings in names.items() if folded in spellings), None)


def _measure(name: str, head: Heading) -> str | None:
    """The measure that a heading names, whatever else it says of its figures."""
    words = head.whose if head.measure is None else f"{head.whose} {head.measure}"
    return _known(_MEASURES, words) or _known(_MEASURES, name)


def _unit(sheet: Sheet, headings: Sequence[Heading], measure: str, own: dict[Path, Figure]) -> str:
    """Per cent where a heading or a figure says so; a share above 1 does."""
    for figure in own.values():
        head = headings[figure.column]
        if head.role == "percent" or "percent" in (head.form or ""):
            return "percent"
        for text in sheet.columns[figure.column][:_SAMPLE]:
            try:
                said = {} if is_missing(text) else figures(text, head.form, sheet.decimal)
            except UnreadableError:
                continue
            for each in said.values():
                read = parse(each)
                if read.unit == "%" or (measure in _IN_PERCENT and abs(read.value) > 1):
                    return "percent"
    return "proportion"
