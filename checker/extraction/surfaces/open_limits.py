"""Intervals whose upper limit is words, as of a median that few have reached."""

from checker.extraction.grammar import Reading

READINGS = (
    Reading(
        name="95% CI l to not reached",
        shape=(
            "<value:A> ?[a-z]{0,10} ?[,;(]{1,2} ?{interval_words}<lower:A> ?(?:-{1,2}|to|,) ?"
            r"(?:not |n\.?[eraco]\b)"
        ),
        reads=("Median survival was {value 22.1} months (95% CI {lower 12.7}-NE).",),
        leaves=("Median survival was 22.1 months (95% CI 12.7-30.4).",),
        hints=("-n", "to n", ",n", ", n", "- n"),
    ),
)
