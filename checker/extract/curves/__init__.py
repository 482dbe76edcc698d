"""Survival and incidence over time: rates, medians, and the dates between which people were followed."""
