import pytest

from checker.kinds import Coefficient
from checker.model import Reported
from checker.reconstruct.coefficients import missing


@pytest.mark.parametrize(
    ("estimate", "error", "lacks"),
    [
        ("7.96", "3.59", None),
        ("-7.96", "0.01", None),
        ("7.96", "-1.00", "a standard error above 0"),
        ("7.96", "<0.01", "an estimate and an error printed without < or >"),
        (">7.96", "1.2", "an estimate and an error printed without < or >"),
    ],
)
def test_what_a_coefficient_lacks(estimate, error, lacks):
    assert missing(Coefficient(id="x", estimate=Reported(estimate), error=Reported(error))) == lacks
