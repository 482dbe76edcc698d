import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 12.4 ± 3.1 days (n = 40).", {"12.4": "40"}),
        ("It took 12.4 days (SD 3.1; n=40) and 9.8 ± 2.2 days (n: 38).", {"12.4": "40", "9.8": "38"}),
        ("It took 12.4 ± 3.1 days in 40.", {}),
    ],
)
def test_sizes_behind_a_mean(figures, text, expected):
    found = {figure.value.literal: figure.size.literal for figure in figures(text) if figure.size is not None}
    assert found == expected
