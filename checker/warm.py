"""Loads, when imported, what most papers need, so that processes forked from this one have it already."""

from checker import auditing
from checker.read.text import from_text

__all__ = ["auditing"]

# Patterns are compiled and libraries loaded by the first text that asks for them.
auditing.audit_document(
    from_text(
        "Results\n\nOf 80 patients, 12 of 40 (30%) and 24 of 40 (60%) recovered (odds ratio 0.29, 95% CI 0.11 to 0.72; "
        "p = 0.007). The mean age was 61.2 (SD 8.1) and 60.4 (SD 7.9) years, t(78) = 0.45, p = 0.66.\n\n"
        "| Sex | A (n = 40) | B (n = 40) |\n|---|---|---|\n| Men | 12 (30%) | 20 (50%) |\n"
    )
)
