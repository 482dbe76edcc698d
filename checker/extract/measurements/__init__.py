"""Medians and means with what is printed of their spread."""
