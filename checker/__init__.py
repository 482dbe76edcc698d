"""Recompute the figures a paper prints from the other figures it prints."""
