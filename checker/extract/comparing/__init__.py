"""Figures that a sentence holds against each other: shares with their p-value or effect, changes, ranks."""
